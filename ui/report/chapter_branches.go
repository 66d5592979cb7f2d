package report

import (
	"context"
	"slices"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/brief"
	"yunxing/ui/i18n"
)

// branchesChapter tells how branches grew: how many rose, which moved against the
// total, and the main ones by quarter (表4, 图5).
func branchesChapter(ctx context.Context, d brief.Desk, p i18n.Printer) (Section, error) {
	w := writer{d, p}
	m, err := d.Branches(ctx)
	if err != nil {
		return Section{}, err
	}
	all, err := d.AllBranches(ctx)
	if err != nil && !isAbsent(err) {
		return Section{}, err
	}
	branch := slices.ContainsFunc(m.Rows, func(r brief.MatrixRow) bool {
		return r.Item.Code != data.TotalItem && r.Values[len(r.Values)-1].Known()
	})
	if !branch && len(all.Rows) == 0 {
		return Section{}, &brief.Absent{Indicator: "iva", Within: brief.Branches, Measure: data.Growth, Span: data.Cumulative, Region: d.Selection().Region, Period: d.Selection().Period}
	}
	s := w.section("branches")
	if told := NewParagraph(w.breadth(all), w.bySection(m), w.coal(m), w.exceptions(m)); len(told.Sentences) > 0 {
		s.Blocks = append(s.Blocks, told)
	}
	for _, kind := range []string{"branches", "coal"} {
		if err := w.figure(ctx, &s, kind); err != nil {
			return Section{}, err
		}
	}
	s.Blocks = append(s.Blocks, w.matrixTable(m, "branches", p.Text("table.branches", "region", w.region(), "year", p.Year(d.Selection().Period)), "%", true))
	return s, nil
}

// breadth tells how many branches grew, with the fastest and the slowest.
func (w writer) breadth(m brief.Matrix) Sentence {
	var now []data.Number
	for _, r := range m.Rows {
		now = append(now, r.Values[len(r.Values)-1])
	}
	rising, of := stats.Breadth(now)
	if of < 5 {
		return Sentence{}
	}
	share := stats.Ratio(exact(rising), exact(of), 1)
	high, low := now[0], now[len(now)-1]
	name := func(i int) string { return w.item(m.Rows[i].Item) }
	key := "branches.breadth"
	if rising == of {
		key = "branches.breadth-all"
	}
	return NewSentence(w.p,
		w.say(key, Word("within", w.within()), Word("of", w.p.Count(of)), Word("n", w.p.Count(rising)), Num("share", w.p.Percent(share), share)),
		w.say("branches.ends", Word("first", w.level(now, high, name)), Num("high", w.p.Percent(high), high), Word("last", w.level(now, low, name)), Num("low", w.p.Percent(low), low)))
}

// bySection tells the growth of mining, manufacturing and utilities.
func (w writer) bySection(m brief.Matrix) Sentence {
	var things []Named
	for _, r := range m.Rows {
		if now := r.Values[len(r.Values)-1]; r.Item.Kind == data.Section && now.Known() {
			things = append(things, Named{w.item(r.Item), now})
		}
	}
	if len(things) == 0 {
		return Sentence{}
	}
	return NewSentence(w.p, Join(w.say("branches.sections"), Growths(w.p, things...)))
}

// exact returns a count as a number.
func exact(n int) data.Number { return data.Number{Value: float64(n), Lo: float64(n), Hi: float64(n)} }

// coal tells whether coal moved with the total.
func (w writer) coal(m brief.Matrix) Sentence {
	total, coal := row(m, data.TotalItem), row(m, "coal")
	if total == nil || coal == nil {
		return Sentence{}
	}
	n := len(m.Periods) - 1
	now := coal.Values[n]
	if !now.Known() {
		return Sentence{}
	}
	var change []Run
	if n > 0 && coal.Values[n-1].Known() {
		change = Changes(w.p, now, Earlier{w.cumulativeWithin(m.Periods[n-1]), coal.Values[n-1]})
	}
	return NewSentence(w.p, w.say("branches.coal", Word("name", w.item(coal.Item)), Phrase("growth", Growth(w.p, now))), change, Against(w.p, w.p.Text("say.branches.peer"), stats.Difference(now, total.Values[n])))
}

// space returns what stands between a subject and its verb.
func (w writer) space() []Run { return Words(w.p.Text("list.space")) }

// row returns the row of an item, or nil.
func row(m brief.Matrix, item string) *brief.MatrixRow {
	for i := range m.Rows {
		if m.Rows[i].Item.Code == item {
			return &m.Rows[i]
		}
	}
	return nil
}

// exceptions tells which of the main branches fell back against the quarter
// before, and that all others held or gained.
func (w writer) exceptions(m brief.Matrix) Sentence {
	n := len(m.Periods) - 1
	if n < 1 {
		return Sentence{}
	}
	var slower, known []string
	for _, r := range m.Rows {
		if r.Item.Kind != data.Branch || !r.Values[n].Known() || !r.Values[n-1].Known() {
			continue
		}
		known = append(known, w.item(r.Item))
		if stats.Difference(r.Values[n], r.Values[n-1]).Value < 0 {
			slower = append(slower, w.item(r.Item))
		}
	}
	when := Word("when", w.cumulativeWithin(m.Periods[n-1]))
	of := Word("of", w.p.Count(len(known)))
	switch {
	case len(known) < 3:
		return Sentence{}
	case len(slower) == 0:
		return NewSentence(w.p, w.say("branches.none-slower", when, of))
	case len(slower) == len(known):
		return NewSentence(w.p, w.say("branches.all-slower", when, of))
	case len(slower)*2 > len(known):
		return NewSentence(w.p, w.say("branches.many-slower", when, of, Word("n", w.p.Count(len(slower)))))
	}
	return NewSentence(w.p, w.say("branches.except", when, of, Word("names", w.p.List(slower...))))
}

// matrixTable is the rows of a matrix by period; with years where the periods lie
// in several, and a column of change against the year before where there is one.
func (w writer) matrixTable(m brief.Matrix, id, title, unit string, within bool) *Table {
	t := &Table{ID: id, Title: title, Unit: unit, Source: w.source(), Columns: []Column{{Title: w.p.Text("column." + id), Text: true}}}
	for _, p := range m.Periods {
		head := w.titleOf(p, m.Basis.Span)
		if within {
			head = w.p.PeriodWithin(p, m.Basis.Span)
		}
		t.Columns = append(t.Columns, Column{Title: head})
	}
	changes := false
	for _, r := range m.Rows {
		changes = changes || r.Change.Known()
	}
	if changes {
		t.Columns = append(t.Columns, Column{Title: w.p.Text("column.change-points")})
	}
	for _, r := range m.Rows {
		cells := []Cell{TextCell(w.p.ItemShort(r.Item))}
		for _, v := range r.Values {
			cells = append(cells, w.cell(v))
		}
		if changes {
			cells = append(cells, w.signed(r.Change))
		}
		t.Rows = append(t.Rows, Row{Cells: cells, Strong: r.Item.Code == data.TotalItem})
	}
	if len(m.Absent) > 0 {
		var names []string
		for _, it := range m.Absent {
			names = append(names, w.p.ItemShort(it))
		}
		t.Notes = append(t.Notes, w.p.Text("table.note.absent", "names", w.p.List(names...)))
	}
	return t
}
