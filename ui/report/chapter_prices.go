package report

import (
	"context"

	"yunxing/data"
	"yunxing/ui/brief"
	"yunxing/ui/i18n"
)

// pricesChapter tells what output sold for: the ex-factory price index against
// earlier years and for how long it has been falling (图4).
func pricesChapter(ctx context.Context, d brief.Desk, p i18n.Printer) (Section, error) {
	a, err := d.Prices(ctx)
	if err != nil {
		return Section{}, err
	}
	w := writer{d, p}
	s := w.section("prices")
	month := p.Period(a.At, data.Current)
	now := NewSentence(p,
		Join(w.say("prices.subject", Word("month", month), Word("region", w.region())), w.priced(a.Growth)),
		w.say("prices.index", Num("index", p.Number(a.Now), a.Now)), w.below(a))
	s.Blocks = append(s.Blocks, NewParagraph(now, w.indexBefore(a)))
	for _, kind := range []string{"prices", "factors"} {
		if err := w.figure(ctx, &s, kind); err != nil {
			return Section{}, err
		}
	}
	t := &Table{
		ID: "prices", Title: p.Text("table.prices", "region", w.region(), "month", p.PeriodWithin(a.At, data.Current)), Unit: p.Text("unit.year-before-100"), Source: w.source(),
		Columns: []Column{{Title: p.Text("column.year"), Text: true}, {Title: p.Text("column.index")}, {Title: p.Text("column.now-less-then-index")}},
		Rows:    []Row{{Strong: true, Cells: []Cell{TextCell(p.Year(a.At)), w.cell(a.Now), TextCell("")}}},
	}
	for _, e := range a.Earlier {
		t.Rows = append(t.Rows, Row{Cells: []Cell{TextCell(p.Year(data.Year(e.Year))), w.cell(e.Then), w.signed(e.Change)}})
	}
	s.Blocks = append(s.Blocks, t)
	return s, nil
}

// priced returns what prices have done, by their growth.
func (w writer) priced(g data.Number) []Run {
	size := Num("g", w.p.Percent(magnitude(g)), g)
	switch v := rounded(g); {
	case v > 0:
		return w.say("prices.rose", size)
	case v < 0:
		return w.say("prices.fell", size)
	}
	return w.say("prices.flat")
}

// below tells for how many months the index has been below 100.
func (w writer) below(a brief.Prices) []Run {
	if a.Below < 2 {
		return nil
	}
	key := "prices.below"
	if a.Longer {
		key = "prices.below-least"
	}
	return w.say(key, Word("n", w.p.Count(a.Below)))
}

// indexBefore compares with the same month of earlier years, in index points.
func (w writer) indexBefore(a brief.Prices) Sentence {
	var clauses [][]Run
	for _, e := range a.Earlier {
		if e.Change.Known() {
			clauses = append(clauses, w.say("prices.before", Word("when", w.p.Period(a.At.Add((e.Year-a.At.Year())*12), data.Current)), Phrase("shift", w.indexShift(e.Change))))
		}
	}
	if len(clauses) == 0 {
		return Sentence{}
	}
	clauses[0] = Join(w.say("prices.lead"), clauses[0])
	return NewSentence(w.p, clauses...)
}
