package report

import (
	"context"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/brief"
	"yunxing/ui/i18n"
)

// efficiencyChapter tells how enterprises fared: revenue, profit and stocks of
// finished goods, each against earlier years (表3).
func efficiencyChapter(ctx context.Context, d brief.Desk, p i18n.Printer) (Section, error) {
	e, err := d.Efficiency(ctx)
	if err != nil {
		return Section{}, err
	}
	w := writer{d, p}
	s := w.section("efficiency")
	for _, r := range e.Rows {
		s.Blocks = append(s.Blocks, NewParagraph(w.fared(r)))
	}
	if last := NewParagraph(w.stocks(e), w.notKnown(e.Absent)); len(last.Sentences) > 0 {
		s.Blocks = append(s.Blocks, last)
	}
	if err := w.figure(ctx, &s, "efficiency"); err != nil {
		return Section{}, err
	}
	s.Blocks = append(s.Blocks, w.efficiencyTable(e))
	return s, nil
}

// fared tells the growth of one indicator, with its level and earlier years.
func (w writer) fared(r brief.EfficiencyRow) Sentence {
	key, period := "efficiency.flow", w.period()
	if r.Series.Key.Basis.Span == data.Point {
		at := w.d.Selection().Period
		if wholeYear(at) {
			at = data.Year(at.Year())
		}
		key, period = "efficiency.stock", w.p.Period(at, data.Point)
	}
	verb := Growth(w.p, r.Now)
	var change []Run
	if r.Turn == stats.NoTurn || !r.Level.Known() {
		if earlier := w.earlier(r.Earlier); len(earlier) > 0 {
			change = Changes(w.p, r.Now, earlier...)
		}
	} else {
		verb = Profit(w.p, r.Level, r.Now)
	}
	args := []Arg{Word("period", period), Word("region", w.region()), Word("indicator", w.indicator(r.Indicator)), Phrase("growth", verb)}
	if !r.Level.Known() {
		return NewSentence(w.p, w.say(key+"-rate", args...), change)
	}
	args = append(args, Num("level", w.p.Amount(r.Level, r.Unit), r.Level))
	return NewSentence(w.p, w.say(key, args...), change)
}

// notKnown says of which indicators no growth is known.
func (w writer) notKnown(absent []data.Indicator) Sentence {
	var names []string
	for _, i := range absent {
		names = append(names, w.indicator(i))
	}
	if len(names) == 0 {
		return Sentence{}
	}
	return NewSentence(w.p, w.say("efficiency.absent", Word("period", w.period()), Word("region", w.region()), Word("names", w.p.List(names...))))
}

// stocks tells whether stocks have been growing more slowly than revenue. Where
// their growth has also slowed within a year, the report judges by this that stocks
// are still being run down.
func (w writer) stocks(e brief.Efficiency) Sentence {
	if e.Destocked == 0 {
		return Sentence{}
	}
	revenue := Word("revenue", inSentence(w.p, w.p.IndicatorShort(e.Rows[0].Indicator)))
	if e.Destocked == 1 {
		return NewSentence(w.p, w.say("efficiency.destocking-one", revenue))
	}
	var judgement []Run
	stocks := e.Rows[len(e.Rows)-1]
	if len(stocks.Earlier) > 0 && stocks.Earlier[0].Year == w.d.Selection().Period.Year()-1 && stocks.Earlier[0].Change.Value < 0 {
		judgement = w.say("efficiency.destocking-still")
	}
	return NewSentence(w.p, w.say("efficiency.destocking", revenue, Word("n", w.p.Count(e.Destocked))), judgement)
}

// efficiencyTable is the growth of each indicator in the same months of three
// years.
func (w writer) efficiencyTable(e brief.Efficiency) *Table {
	t := &Table{
		ID: "efficiency", Title: w.p.Text("table.efficiency", "region", w.region(), "within", w.titleWithin()), Unit: w.p.Text("unit.percent-points"), Source: w.source(),
		Columns: []Column{{Title: w.p.Text("column.indicator"), Text: true}},
	}
	year := w.d.Selection().Period.Year()
	for y := year - 2; y <= year; y++ {
		t.Columns = append(t.Columns, Column{Title: w.p.Year(data.Year(y))})
	}
	for y := year - 1; y >= year-2; y-- {
		t.Columns = append(t.Columns, Column{Title: w.p.Text("column.less-year", "year", w.p.Year(data.Year(y)))})
	}
	for _, r := range e.Rows {
		byYear := map[int]brief.Earlier{}
		for _, x := range r.Earlier {
			byYear[x.Year] = x
		}
		then := func(y int) data.Number {
			if x, ok := byYear[y]; ok {
				return x.Then
			}
			return data.NotKnown()
		}
		change := func(y int) data.Number { return stats.Difference(r.Now, then(y)) }
		now := w.cell(r.Now)
		if r.Level.Known() && r.Turn != stats.NoTurn {
			now = PrintedCell(Plain(Profit(w.p, r.Level, r.Now)), r.Now)
			change = func(int) data.Number { return data.NotKnown() }
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{
			TextCell(w.p.Indicator(r.Indicator)), w.cell(then(year - 2)), w.cell(then(year - 1)), now, w.signed(change(year - 1)), w.signed(change(year - 2)),
		}})
	}
	for _, i := range e.Absent {
		none := w.cell(data.NotKnown())
		t.Rows = append(t.Rows, Row{Cells: []Cell{TextCell(w.p.Indicator(i)), none, none, none, none, none}})
	}
	return t
}
