package layout

import (
	"math"
	"slices"

	"yunxing/data"
)

// given is a mapping as the readers of a part of a sheet ask it: what lines are, and
// what is stated of figures.
type given struct {
	rows    map[int]Part
	cols    map[int][]stretch
	splits  []int // rows that begin another table
	skipped map[Spot]bool
	stated  []statement
}

// A stretch is what a column is from one row on, up to but without another: a
// person speaks of the column of one table, not of those that another one begins.
type stretch struct {
	from, to int
	part     Part
}

// A statement is a rule with a text, understood.
type statement struct {
	Rule
	side *side
}

// whole reports whether the sheet is not read at all.
func (m Mapping) whole() bool {
	return slices.ContainsFunc(m, func(r Rule) bool { return r.Scope == OfSheet && r.Text == "" && r.Part == SkipPart })
}

// splits returns the rows, or the columns, at which other tables begin.
func (m Mapping) splits(s Scope) []int {
	var out []int
	for _, r := range m {
		if r.Part != SplitPart || r.Scope != s || r.Text != "" {
			continue
		}
		if s == OfRow {
			out = append(out, r.At.Row)
		} else {
			out = append(out, r.At.Col)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// given returns m as it is asked for the columns from left up to but without right.
// Rules that make no sense are left out.
func (m Mapping) given(p *parser, left, right int) *given {
	g := &given{rows: map[int]Part{}, cols: map[int][]stretch{}, splits: m.splits(OfRow), skipped: map[Spot]bool{}}
	for _, r := range m {
		within := r.At.Col >= left && r.At.Col < right
		switch {
		case r.check(p) != nil || r.Part == SplitPart && r.Text == "":
		case r.Text != "":
			s, _ := p.statement(r.Part, r.Text)
			g.stated = append(g.stated, statement{r, s})
		case r.Scope == OfCell:
			g.skipped[r.At] = true
		case r.Scope == OfRow && within:
			g.rows[r.At.Row] = r.Part
		case r.Scope == OfColumn:
			from, to := around(g.splits, r.At.Row)
			g.cols[r.At.Col] = append(g.cols[r.At.Col], stretch{from, to, r.Part})
		}
	}
	return g
}

// around returns the bounds among splits between which i lies.
func around(splits []int, i int) (from, to int) {
	to = math.MaxInt
	for _, s := range splits {
		if s <= i {
			from = s
		} else {
			return from, s
		}
	}
	return from, to
}

// col returns what a column is at a row, "" where nothing is said.
func (g *given) col(col, row int) Part {
	part := Part("")
	for _, s := range g.cols[col] {
		if row >= s.from && row < s.to {
			part = s.part
		}
	}
	return part
}

// cell returns what a cell that looks like k is, by what is said of its row and
// column.
func (g *given) cell(row, col int, k cellKind) cellKind {
	if g.skipped[Spot{row, col}] || g.rows[row] == SkipPart {
		return blankCell
	}
	if k == blankCell {
		return k
	}
	switch g.rows[row] {
	case HeadingPart, UnitPart, RegionPart, IndicatorPart, ItemPart, TitlePart, NotePart:
		if k != periodCell {
			return labelCell
		}
		return k
	case PeriodPart:
		return periodCell
	case FiguresPart, SkipPart, SplitPart, BasisPart, "":
	}
	switch g.col(col, row) {
	case PeriodPart:
		if k == valueCell || k == absentCell {
			return periodCell
		}
	case RegionPart, IndicatorPart, ItemPart, UnitPart:
		if k != periodCell {
			return labelCell
		}
	case FiguresPart:
		if k == periodCell && g.rows[row] == FiguresPart {
			return valueCell
		}
	case TitlePart, HeadingPart, NotePart, SkipPart, SplitPart, BasisPart, "":
	}
	return k
}

// row returns what a row that looks like k is.
func (g *given) row(row int, k rowKind, cells int) rowKind {
	if k == blankRow {
		return k
	}
	switch g.rows[row] {
	case SkipPart:
		return blankRow
	case TitlePart:
		return textRow
	case NotePart:
		return noteRow
	case FiguresPart:
		return valueRow
	case UnitPart:
		if cells == 1 {
			return textRow
		}
		return labelRow
	case HeadingPart, PeriodPart, RegionPart, IndicatorPart, ItemPart:
		return labelRow
	case SplitPart, BasisPart, "":
	}
	return k
}

// skipColumns blanks the cells of columns that are not read. What stands there in
// lines around a table, such as its title, is read all the same.
func (l *look) skipColumns() {
	for c := range l.given.cols {
		for r := range l.cells {
			if l.given.col(c, r) != SkipPart || c >= len(l.cells[r]) || l.cells[r][c] == blankCell {
				continue
			}
			inTable := l.rows[r] == valueRow || l.rows[r] == labelRow
			if inTable || c > l.left && l.filled(r) == 1 {
				l.cells[r][c] = blankCell
				l.rows[r] = l.given.row(r, l.row(r), l.filled(r))
			}
		}
	}
}

// forced takes a row that a person has said something of, before the splitter
// decides by itself. It reports whether that is done.
func (s *splitter) forced(r int) bool {
	g := s.look.given
	if slices.Contains(g.splits, r) {
		s.close()
	}
	if s.look.rows[r] == blankRow {
		return false
	}
	switch g.rows[r] {
	case TitlePart:
		s.close()
		s.context = append(s.context, r)
	case NotePart:
		if s.current == nil || len(s.current.Rows) == 0 {
			return false
		}
		s.current.within = append(s.current.within, r) // the table goes on
	case HeadingPart, PeriodPart, RegionPart, IndicatorPart, ItemPart:
		if s.current != nil && len(s.current.Rows) > 0 {
			s.close()
		}
		if s.current == nil {
			s.current = &Table{Grid: s.look.grid, look: s.look}
		}
		s.current.Head = append(s.current.Head, r)
	default:
		return false
	}
	return true
}

// said returns what a person has said that column c of t is, "" for nothing.
func (t *Table) said(c int) Part {
	if len(t.Rows) == 0 {
		return ""
	}
	return t.look.given.col(c, t.Rows[0])
}

// column says what column c of t is, where a person has said so: part of the stub,
// or figures. The last result is false where nothing is said.
func (t *Table) column(c int) (stub, said bool) {
	switch t.said(c) {
	case PeriodPart, RegionPart, IndicatorPart, ItemPart, UnitPart:
		return true, true
	case FiguresPart:
		return false, true
	case SkipPart, TitlePart, HeadingPart, NotePart, SplitPart, BasisPart, "":
	}
	return false, false
}

// role returns the role of a line that a person has said something of.
func (p Part) role() role {
	switch p {
	case PeriodPart:
		return periodRole
	case RegionPart:
		return regionRole
	case IndicatorPart:
		return indicatorRole
	case ItemPart:
		return itemRole
	case UnitPart:
		return unitRole
	case SkipPart, TitlePart, HeadingPart, NotePart, FiguresPart, SplitPart, BasisPart:
	}
	return anyRole
}

// as returns the label l, which stands in a line that a person has said to hold
// labels of a kind.
func (p *parser) as(part Part, l *label, text string) *label {
	if l.blank() {
		return l
	}
	switch part {
	case UnitPart:
		return unitLabel(text)
	case RegionPart:
		if l.region != "" {
			return &label{text: l.text, region: l.region}
		}
		return &label{text: l.text, region: l.text}
	case ItemPart:
		return &label{text: l.text, printed: l.text, item: l.text, known: p.names.isItem(data.Fold(l.text)), units: l.units, reading: l.reading}
	case IndicatorPart:
		if len(l.indicators) > 0 {
			return l
		}
		if s, ok := p.stateIndicator(text); ok {
			return &label{text: l.text, printed: s.printed, indicators: s.indicators, units: l.units, reading: l.reading}
		}
		return &label{text: l.text, printed: l.text, indicators: []string{l.text}} // a number is a name here
	case PeriodPart, HeadingPart, SkipPart, TitlePart, NotePart, FiguresPart, SplitPart, BasisPart, "":
	}
	return l
}

// statements returns what is stated of figures of the table, the widest first. What
// is said of a line or a table is said in the table that its cell stands in; where it
// stands in none, in all that the line crosses.
func (r *tableReader) statements() []statement {
	var out []statement
	for _, scope := range []Scope{OfSheet, OfTable, OfColumn, OfRow, OfCell} {
		for _, s := range r.table.look.given.stated {
			if s.Scope != scope {
				continue
			}
			home := slices.IndexFunc(r.tables, func(t *Table) bool { return t.contains(s.At) })
			if scope == OfSheet || home >= 0 && r.tables[home] == r.table || home < 0 && scope != OfTable {
				out = append(out, s)
			}
		}
	}
	return out
}

// skippedWhole reports whether a person has said that the table is not read.
func (r *tableReader) skippedWhole() bool {
	return slices.ContainsFunc(r.opts.Mappings[r.grid], func(s Rule) bool {
		return s.Scope == OfTable && s.Part == SkipPart && s.Text == "" && r.table.contains(s.At)
	})
}

// contains reports whether a cell stands in t or in the lines around it, in the part
// of the sheet that t was found in.
func (t *Table) contains(at Spot) bool {
	if at.Col < t.look.left || at.Col >= t.look.right {
		return false
	}
	b := t.bounds()
	top, bottom := b.Top, b.Bottom
	for _, r := range t.Context {
		top = min(top, r)
	}
	if len(t.Notes) > 0 && t.Notes[0] > bottom && t.ownNotes {
		bottom = max(bottom, t.Notes[len(t.Notes)-1])
	}
	return at.Row >= top && at.Row <= bottom
}

// A saying is what a person states of a figure.
type saying struct {
	side
	around  []data.Unit // stated of a table or a sheet: what a line of units would say
	namedBy Scope       // of the rule that names the indicator
	unitBy  Scope       // of the rule that states the unit
}

// stated returns what is stated of the figure in a cell, nil where nothing is.
func (r *tableReader) stated(row, col int) *saying {
	var out *saying
	for _, s := range r.said {
		if !s.covers(row, col) {
			continue
		}
		if out == nil {
			out = &saying{}
		}
		out.add(s)
	}
	return out
}

// add notes a further statement, which goes before what is noted.
func (s *saying) add(st statement) {
	o := st.side
	switch {
	case len(o.units) == 0:
	case st.Scope == OfTable || st.Scope == OfSheet:
		s.around = o.units
	default:
		s.units, s.unitBy = o.units, st.Scope
	}
	if o.when.said() {
		s.when = o.when
	}
	s.reading = o.reading.with(s.reading)
	if len(o.indicators) > 0 {
		s.indicators, s.printed, s.namedBy = o.indicators, o.printed, st.Scope
	}
	s.region, s.item = first(o.region, s.region), first(o.item, s.item)
	s.coverage = first(o.coverage, s.coverage)
}

// state lets what is stated of a figure go before what its labels say.
func (d *draft) state(said *saying) {
	d.said = said
	if said == nil {
		d.said = &saying{}
		return
	}
	d.reading = said.reading.with(d.reading)
	if said.reading.measured {
		d.reading.odd, d.reading.changed = false, said.reading.changed
	}
	if len(said.units) == 0 {
		return
	}
	if across := d.across(said.unitBy); len(across) > 0 && across[0].Dimension != said.units[0].Dimension {
		d.doubt(UnitConflict) // the labels of the other axis say that it is something else
	}
	d.near, d.scaled = said.units, false
}

// across returns the units that the labels of the other axis print, where one is
// stated of a row or a column.
func (d *draft) across(by Scope) []data.Unit {
	switch by {
	case OfColumn:
		return d.row.side.units
	case OfRow:
		return d.col.units
	case OfCell, OfTable, OfSheet:
	}
	return nil
}

// over returns the period that is stated in place of the one that the labels say;
// a year that is stated completes a part of a year.
func (w when) over(said when) when {
	switch {
	case !said.said():
		return w
	case said.has && said.label.Freq == data.Annual && w.has && w.label.Freq != data.Annual:
		w.label.Year, w.doubt = said.label.Year, ""
		return w
	}
	return said
}
