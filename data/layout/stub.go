package layout

import (
	"strings"
	"unicode/utf8"

	"yunxing/data"
)

// A stubRow is a row of a table with the labels in its stub.
type stubRow struct {
	row     int
	side    *side
	section *side // of the section that the row stands in, nil without one
	figures bool
	subrow  bool // printed as a part of a row above: 其中, or indented
}

// stub reads the stub of t: the labels of every row, sections carried down.
func (p *parser) stub(t *Table) []*stubRow {
	roles := make([]role, len(t.Stub))
	for i, c := range t.Stub {
		roles[i] = p.stubRole(t, c)
	}
	var out []*stubRow
	var section *side
	last := make([]int, len(t.Stub))
	for i := range last {
		last[i] = -1
	}
	for _, row := range t.Rows {
		s := &stubRow{row: row, figures: t.figuresIn(row), section: section}
		s.side = p.newSide(p.rowPath(t, row, roles, last))
		if !s.figures && t.look.rows[row] == textRow {
			p.sectionName(s.side)
		}
		s.subrow = isSubrow(t.Grid, row, t.Stub)
		if !s.figures && !s.side.empty() && t.look.rows[row] == textRow {
			section = p.nextSection(section, s.side)
		}
		out = append(out, s)
	}
	return out
}

// sectionName reads the name of a section that stands in a column of regions as any
// other, unless it is that of a place.
func (p *parser) sectionName(s *side) {
	if len(s.places) != 1 || s.region == "" || s.region != s.places[0].text || isPlace(s.region) {
		return
	}
	if l := p.parse(s.places[0].text); l.region == "" {
		at := s.places[0]
		at.label = l
		*s = *p.newSide([]place{at})
	}
}

// nextSection returns the section that a row without figures opens. A period
// leaves the names of the section before in force, and the other way round.
func (p *parser) nextSection(before, s *side) *side {
	if before == nil {
		return s
	}
	next := *s
	if !next.when.said() {
		next.when = before.when
	}
	if next.when.said() && len(next.indicators) == 0 && next.region == "" && next.item == "" {
		next.indicators, next.printed, next.region = before.indicators, before.printed, before.region
		next.units, next.reading = before.units, before.reading
	}
	return &next
}

// figuresIn reports whether row has a figure or a marker for one.
func (t *Table) figuresIn(row int) bool {
	for _, c := range t.Cols {
		if t.look.cells[row][c] != blankCell {
			return true
		}
	}
	return false
}

// stubRole returns what column c of the stub holds: what its heading announces,
// else units if most of its cells are units.
func (p *parser) stubRole(t *Table, c int) role {
	if part := t.said(c); part != "" {
		return part.role()
	}
	if p.mostlyTimes(t, c) {
		if len(t.Stub) > 1 && isAttribute(attributeKey(t.lowestHead(c))) && t.periodsAcross() {
			return skipRole // the first day of the series, not the figures'
		}
		return periodRole
	}
	for i := len(t.Head) - 1; i >= 0; i-- {
		if r := roleOf(t.Grid.At(t.Head[i], c).Text); r != anyRole && (r != freqRole || t.mostlyFrequencies(c)) {
			if r == unitRole && !p.mostlyUnits(t, c) {
				continue
			}
			return r
		}
	}
	if p.mostlyUnits(t, c) {
		return unitRole
	}
	if p.mostlyRegions(t, c) {
		return regionRole
	}
	return anyRole
}

// periodsAcross reports whether periods stand above the figures of t.
func (t *Table) periodsAcross() bool {
	for _, row := range t.Head {
		for _, c := range t.Cols {
			if t.look.cells[row][c] == periodCell {
				return true
			}
		}
	}
	return false
}

// mostlyUnits reports whether most cells of column c are units.
func (p *parser) mostlyUnits(t *Table, c int) bool {
	units, all := 0, 0
	for _, r := range t.Rows {
		text := strings.Trim(squeeze(halfWidth(t.Grid.At(r, c).Text)), "()")
		if text == "" {
			continue
		}
		all++
		if _, ok := parseUnit(text); ok {
			units++
		} else if _, _, ok := codedUnit(text); ok {
			units++
		}
	}
	return units*2 > all
}

// mostlyRegions reports whether most named cells of column c are regions.
func (p *parser) mostlyRegions(t *Table, c int) bool {
	regions, all := 0, 0
	for _, r := range t.Rows {
		l := p.labelAt(t.Grid, r, c)
		if !l.named() {
			continue
		}
		all++
		if l.region != "" && l.item == "" && len(l.indicators) == 0 || isPlace(l.rest) {
			regions++
		}
	}
	return regions >= 2 && regions*2 > all
}

// rowPath returns the labels in the stub of a row, the leftmost first. A blank cell
// of a column that is filled sparsely takes the label above it.
// Last holds, for every column of the stub, the row of the last label so far.
func (p *parser) rowPath(t *Table, row int, roles []role, last []int) []place {
	var path []place
	for i, c := range t.Stub {
		if roles[i] == skipRole && !p.saysSpan(t, row, c) {
			continue
		}
		if t.look.cells[row][c] != blankCell {
			last[i] = row
		}
		at, ok := t.filled(row, i, last[i])
		if !ok {
			continue
		}
		text := t.Grid.At(at, c).Text
		if keys := t.packed(c); keys != nil {
			for _, l := range p.unpack(keys, text) {
				path = append(path, place{at, c, l})
			}
			continue
		}
		var l *label
		if part := t.said(c); part != "" {
			l = p.as(part, p.labelAt(t.Grid, at, c), text)
		} else {
			l = p.inStub(roles[i], t, at, c)
		}
		if !l.blank() {
			path = append(path, place{at, c, l})
		}
	}
	return path
}

// inStub returns the label in a cell of a column with a role.
func (p *parser) inStub(r role, t *Table, row, col int) *label {
	text := t.Grid.At(row, col).Text
	switch r {
	case unitRole:
		return unitLabel(text)
	case regionRole:
		return p.regionLabel(t.Grid, row, col)
	case freqRole:
		return &label{text: squeeze(halfWidth(text)), freq: frequency(text)}
	case periodRole:
		return p.timeLabel(t, row, col)
	case anyRole, itemRole, indicatorRole, skipRole, valueRole:
	}
	return p.stubLabel(t, row, col)
}

// regionLabel returns the label of a cell in a column of regions, where a name that
// is not known is a region too, and a total that of the regions.
func (p *parser) regionLabel(g *data.Grid, row, col int) *label {
	l := p.labelAt(g, row, col)
	switch {
	case l.blank() || l.region != "" || l.hasPeriod:
		return l
	case l.text == "全区" || l.text == "全省" || l.text == "全市" || l.text == "全自治区":
		return &label{text: l.text, region: totalRegion}
	case l.item != "" && l.known && len(l.indicators) == 0:
		if it, ok := p.names.cat.FindItem(l.item, data.Total); ok && it.Code == data.TotalItem {
			return &label{text: l.text, region: totalRegion}
		}
	}
	return &label{text: l.text, region: l.text}
}

// totalRegion stands for the total of a column of regions until it is known which
// region that is.
const totalRegion = "\x00total"

// filled returns the row whose cell in the i-th column of the stub holds for row:
// itself, the first of a merged range, or the last one above where the cells right
// of it in the stub show that it was left blank for brevity.
func (t *Table) filled(row, i, last int) (int, bool) {
	c := t.Stub[i]
	if t.look.cells[row][c] != blankCell {
		return row, true
	}
	if m, ok := t.look.merged(row, c); ok {
		return m.Top, m.Left == c && m.Top <= row && t.look.cells[m.Top][c] != blankCell
	}
	for _, d := range t.Stub[i+1:] {
		if t.look.cells[row][d] != blankCell {
			return last, last >= 0
		}
	}
	return 0, false
}

// isSubrow reports whether the label of a row is printed as a part of one above.
func isSubrow(g *data.Grid, row int, stub []int) bool {
	for _, c := range stub {
		cell := g.At(row, c)
		if strings.TrimSpace(cell.Text) == "" {
			continue
		}
		first, _ := utf8.DecodeRuneInString(cell.Text)
		return cell.Indent > 0 || first == '\u3000' || first == ' ' || strings.HasPrefix(squeeze(halfWidth(cell.Text)), "其中")
	}
	return false
}
