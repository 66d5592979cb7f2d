package layout

import (
	"slices"

	"yunxing/data"
)

// given is a mapping as the readers of a sheet ask it: what lines are, and what is
// stated of figures.
type given struct {
	rows, cols map[int]Part
	splitRows  map[int]bool
	splitCols  []int
	skipped    map[Spot]bool
	whole      bool // the sheet is skipped
	stated     []statement
}

// A statement is a rule with a text, understood.
type statement struct {
	Rule
	side *side
}

// given returns m as it is asked. Rules that make no sense are left out.
func (m Mapping) given(p *parser) *given {
	g := &given{rows: map[int]Part{}, cols: map[int]Part{}, splitRows: map[int]bool{}, skipped: map[Spot]bool{}}
	for _, r := range m {
		if r.check(p) != nil {
			continue
		}
		switch {
		case r.Text != "":
			s, _ := p.statement(r.Part, r.Text)
			g.stated = append(g.stated, statement{r, s})
		case r.Scope == OfSheet:
			g.whole = true
		case r.Scope == OfCell:
			g.skipped[r.At] = true
		case r.Part == SplitPart && r.Scope == OfRow:
			g.splitRows[r.At.Row] = true
		case r.Part == SplitPart:
			g.splitCols = append(g.splitCols, r.At.Col)
		case r.Scope == OfRow:
			g.rows[r.At.Row] = r.Part
		default:
			g.cols[r.At.Col] = r.Part
		}
	}
	return g
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
	switch g.cols[col] {
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
	for c, part := range l.given.cols {
		if part != SkipPart {
			continue
		}
		for r := range l.cells {
			inTable := l.rows[r] == valueRow || l.rows[r] == labelRow
			if c < len(l.cells[r]) && l.cells[r][c] != blankCell && (inTable || c > l.left && l.filled(r) == 1) {
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
	if g.splitRows[r] {
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

// column says what column c of t is, where a person has said so: part of the stub,
// or figures. The last result is false where nothing is said.
func (t *Table) column(c int) (stub, said bool) {
	switch t.look.given.cols[c] {
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

// statements returns what is stated of figures of the table, the widest first.
func (r *tableReader) statements() []statement {
	var out []statement
	for _, scope := range []Scope{OfSheet, OfTable, OfColumn, OfRow, OfCell} {
		for _, s := range r.table.look.given.stated {
			if s.Scope == scope && (scope != OfTable || r.table.contains(s.At)) {
				out = append(out, s)
			}
		}
	}
	return out
}

// contains reports whether a cell stands in t or in the lines around it.
func (t *Table) contains(at Spot) bool {
	return t.bounds().Contains(at.Row, at.Col) || slices.Contains(t.Context, at.Row) || slices.Contains(t.Notes, at.Row)
}

// A saying is what a person states of a figure.
type saying struct {
	side
	namedBy Scope // of the rule that names the indicator
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
	if len(o.units) > 0 {
		s.units = o.units
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
	if len(said.units) > 0 {
		d.near, d.scaled = said.units, false
	}
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
