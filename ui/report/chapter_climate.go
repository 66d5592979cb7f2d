package report

import (
	"context"
	"errors"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/brief"
	"yunxing/ui/i18n"
)

// climateChapter tells in what mood enterprises are: the climate index against
// its line of 100, by section, and the confidence of entrepreneurs.
func climateChapter(ctx context.Context, d brief.Desk, p i18n.Printer) (Section, error) {
	c, err := d.Climate(ctx)
	if err != nil {
		return Section{}, err
	}
	w := writer{d, p}
	s := w.section("climate")
	s.Blocks = append(s.Blocks, NewParagraph(w.mood("climate.index", c.Climate, c.Period), w.mood("climate.confidence", c.Confidence, c.Period), w.sections(c)))
	if err := w.figure(ctx, &s, "climate"); err != nil {
		return Section{}, err
	}
	t := &Table{
		ID: "climate", Title: p.Text("table.climate", "period", p.Period(c.Period, data.Current)), Unit: p.Text("unit.index-points"), Source: w.source(),
		Columns: []Column{{Title: p.Text("column.index-of"), Text: true}, {Title: p.Text("column.before")}, {Title: p.Text("column.now")}, {Title: p.Text("column.change")}},
	}
	add := func(name string, m brief.Mood) {
		if m.Now.Known() {
			t.Rows = append(t.Rows, Row{Cells: []Cell{TextCell(name), w.cell(m.Before), w.cell(m.Now), w.signed(m.Change)}})
		}
	}
	add(p.IndicatorOf(d.Catalog(), "climate"), c.Climate)
	for _, m := range c.Sections {
		add(p.Text("say.climate.section", "name", w.item(m.Item)), m)
	}
	add(p.IndicatorOf(d.Catalog(), "confidence"), c.Confidence)
	s.Blocks = append(s.Blocks, t)
	return s, nil
}

// mood tells one index, its change, and on which side of 100 it lies.
func (w writer) mood(key string, m brief.Mood, at data.Period) Sentence {
	if !m.Now.Known() {
		return Sentence{}
	}
	var change []Run
	if m.Change.Known() {
		change = w.say("climate.before", Phrase("shift", w.indexShift(m.Change)))
	}
	side := "climate.good"
	if m.Now.Value < 100 {
		side = "climate.bad"
	}
	return NewSentence(w.p, w.say(key, Word("period", w.p.Period(at, data.Current)), Num("index", w.p.Number(m.Now), m.Now)), change, w.say(side))
}

// sections tells the index of each section and names those below 100.
func (w writer) sections(c brief.Climate) Sentence {
	if len(c.Sections) == 0 {
		return Sentence{}
	}
	var names, low []string
	var values [][]Run
	for _, m := range c.Sections {
		names = append(names, w.item(m.Item))
		values = append(values, Token(w.p.Number(m.Now), m.Now))
		if m.Now.Value < 100 {
			low = append(low, w.item(m.Item))
		}
	}
	list := w.say("climate.sections", Word("names", w.p.List(names...)), Phrase("values", Enumerate(w.p, values...)))
	if len(low) == 0 {
		return NewSentence(w.p, list)
	}
	return NewSentence(w.p, list, w.say("climate.low", Word("names", w.p.List(low...))))
}

// capacityChapter tells how far capacity is used, branch by branch, against a
// threshold that is named with its source (表6).
func capacityChapter(ctx context.Context, d brief.Desk, p i18n.Printer) (Section, error) {
	c, err := d.Capacity(ctx)
	if errors.Is(err, brief.ErrAbsent) || err == nil && len(c.Rows) == 0 {
		return Section{}, &brief.Absent{Indicator: "utilisation", Measure: data.Share, Region: d.Selection().Region, Period: d.Selection().Period}
	}
	if err != nil {
		return Section{}, err
	}
	w := writer{d, p}
	s := w.section("capacity")
	s.Blocks = append(s.Blocks, NewParagraph(w.utilisation(c), w.lowest(c), w.underLine(c), w.ofWhen(c)))
	if err := w.figure(ctx, &s, "capacity"); err != nil {
		return Section{}, err
	}
	s.Blocks = append(s.Blocks, w.capacityTable(c))
	return s, nil
}

// when returns the period that the rates are of, in words.
func (w writer) when(c brief.Capacity) string { return w.p.Period(c.At, c.Span) }

// utilisation tells the rate of all industry, or, where it is not known, those of
// the branches.
func (w writer) utilisation(c brief.Capacity) Sentence {
	all := c.Rows[0]
	if all.Item.Code != data.TotalItem {
		names, rates := w.rates(c.Rows)
		return NewSentence(w.p, w.say("capacity.rates", Word("when", w.when(c)), Word("region", w.region()), names, rates))
	}
	var change []Run
	if all.Change.Known() {
		points, _ := data.ParseUnit("百分点")
		change = w.say("capacity.change", Phrase("shift", Shift(w.p, all.Change, points)))
	}
	return NewSentence(w.p, w.say("capacity.total", Word("when", w.when(c)), Word("region", w.region()), Num("rate", w.p.Percent(all.Rate), all.Rate)), change)
}

// lowest names the branches that use least of their capacity, beside all industry.
func (w writer) lowest(c brief.Capacity) Sentence {
	if c.Rows[0].Item.Code != data.TotalItem || len(c.Rows) < 3 {
		return Sentence{}
	}
	names, rates := w.rates(c.Rows[1:min(len(c.Rows), 1+shown)])
	return NewSentence(w.p, w.say("capacity.lowest", names, rates))
}

// rates returns the names of rows and their rates.
func (w writer) rates(rows []brief.CapacityRow) (names, rates Arg) {
	var words []string
	var runs [][]Run
	for _, r := range rows {
		words = append(words, w.item(r.Item))
		runs = append(runs, Token(w.p.Percent(r.Rate), r.Rate))
	}
	return Word("names", w.p.List(words...)), Phrase("rates", Enumerate(w.p, runs...))
}

// underLine tells how many lie below the threshold.
func (w writer) underLine(c brief.Capacity) Sentence {
	below := 0
	var names []string
	for _, r := range c.Rows {
		if r.Band == stats.Excess || r.Band == stats.SevereExcess {
			below++
			names = append(names, w.item(r.Item))
		}
	}
	line := Word("line", w.p.Decimal(c.Threshold.Low, 0)+"%")
	source := Word("source", w.p.Threshold("threshold", c.Threshold.ID))
	switch {
	case below == 0:
		return NewSentence(w.p, w.say("capacity.none-below", line, source))
	case below == len(c.Rows) && below > 1:
		return NewSentence(w.p, w.say("capacity.all-below", line, source, Word("n", w.p.Count(below))))
	}
	return NewSentence(w.p, w.say("capacity.below", line, source, Word("n", w.p.Count(below)), Word("of", w.p.Count(len(c.Rows))), Word("names", w.p.List(names...))))
}

// ofWhen says so where the rates are older than the selection.
func (w writer) ofWhen(c brief.Capacity) Sentence {
	if endTogether(c.At, w.d.Selection().Period) {
		return Sentence{}
	}
	return NewSentence(w.p, w.say("capacity.older", Word("when", w.when(c)), Word("period", w.period())))
}

// capacityTable is the rates with their gap to the threshold.
func (w writer) capacityTable(c brief.Capacity) *Table {
	t := &Table{
		ID: "capacity", Title: w.p.Text("table.capacity", "region", w.region(), "when", w.when(c)), Unit: w.p.Text("unit.percent-points"), Source: w.source(),
		Columns: []Column{{Title: w.p.Text("column.branches"), Text: true}, {Title: w.p.Text("column.rate")}, {Title: w.p.Text("column.year-before")}, {Title: w.p.Text("column.change")}, {Title: w.p.Text("column.gap-line", "line", w.p.Decimal(c.Threshold.Low, 0))}, {Title: w.p.Text("column.band"), Text: true}},
		Notes:   []string{w.p.Text("table.note.threshold", "source", w.p.Threshold("threshold", c.Threshold.ID))},
	}
	for _, r := range c.Rows {
		t.Rows = append(t.Rows, Row{Strong: r.Item.Code == data.TotalItem, Cells: []Cell{
			TextCell(w.p.ItemShort(r.Item)), w.cell(r.Rate), w.cell(r.Before), w.signed(r.Change), w.signed(r.Gap), TextCell(w.p.Text(bandKey(r.Band))),
		}})
	}
	return t
}

// bandKey returns the text for a band.
func bandKey(b stats.Band) string {
	switch b {
	case stats.SevereExcess:
		return "band.severe"
	case stats.Excess:
		return "band.excess"
	case stats.Shortage:
		return "band.shortage"
	}
	return "band.normal"
}
