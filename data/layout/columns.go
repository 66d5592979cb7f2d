package layout

import (
	"strings"

	"yunxing/data"
)

// columns tells the stub of t from its figures.
func (t *Table) columns() []*Table {
	var out []*Table
	current := t.part()
	for c := t.look.left; c < t.Grid.Cols(); c++ {
		stub, said := t.column(c)
		switch {
		case said && stub:
			current.Stub = append(current.Stub, c)
		case said:
			current.Cols = append(current.Cols, c)
		case len(current.Cols) > 0 && t.startsHalf(current.Stub, c):
			out = append(out, current)
			current = t.part()
			current.Stub = append(current.Stub, c)
		case len(current.Cols) > 0 && t.isWords(c):
			current.Cols = append(current.Cols, c)
		case t.isStub(c, len(current.Cols) == 0):
			if len(current.Cols) > 0 && len(current.Stub) > 0 && !t.describes(c) {
				continue // a note beside the table
			}
			current.Stub = append(current.Stub, c)
		case len(current.Cols) == 0 && roleOf(t.lowestHead(c)) == skipRole:
			current.Stub = append(current.Stub, c) // numbers that describe what follows
		case t.hasFigures(c):
			current.Cols = append(current.Cols, c)
		case len(current.Cols) == 0 && t.hasText(c):
			current.Stub = append(current.Stub, c)
		}
	}
	if len(current.Cols) > 0 {
		out = append(out, current)
	}
	if len(out) > 1 {
		for _, half := range out {
			half.ownHead()
		}
	}
	return out
}

// isWords reports whether column c should hold figures though most of its cells are
// words, such as 十二点二: its heading announces figures, or names something and a
// figure stands below it. Its words are then reported, not passed over.
func (t *Table) isWords(c int) bool {
	labels, _, values, absents := t.count(c)
	head := t.headText(c)
	if labels == 0 || head == "" || roleOf(head) != anyRole {
		return false
	}
	if values+absents > 0 {
		return true
	}
	for _, r := range t.Head {
		if t.look.cells[r][c] == periodCell || announces(squeeze(halfWidth(t.Grid.At(r, c).Text))) {
			return true
		}
	}
	return false
}

// announces reports whether a heading holds a unit or a word for a measure.
func announces(heading string) bool {
	if r, _ := readWords(heading); r.measured || r.hasSpan {
		return true
	}
	for _, m := range pattern().bracket.FindAllStringSubmatch(heading, -1) {
		if _, ok := parseUnit(m[1]); ok {
			return true
		}
	}
	return false
}

// part returns t without columns.
func (t *Table) part() *Table {
	p := *t
	p.Stub, p.Cols, p.cache = nil, nil, nil
	return &p
}

// count returns how many cells of column c, in rows with figures, are of each kind.
func (t *Table) count(c int) (labels, periods, values, absents int) {
	for _, r := range t.Rows {
		switch t.look.cells[r][c] {
		case labelCell:
			labels++
		case periodCell:
			periods++
		case valueCell:
			values++
		case absentCell:
			absents++
		}
	}
	return labels, periods, values, absents
}

// hasFigures reports whether column c holds a figure.
func (t *Table) hasFigures(c int) bool {
	_, periods, values, absents := t.count(c)
	return values+absents+periods > 0
}

// hasText reports whether column c holds a label below the heading.
func (t *Table) hasText(c int) bool {
	labels, _, _, _ := t.count(c)
	return labels > 0
}

// isStub reports whether column c belongs to a stub: most of its cells are labels
// or periods, or its heading says that it numbers the rows.
func (t *Table) isStub(c int, leading bool) bool {
	labels, periods, values, absents := t.count(c)
	if isNumbering(t.headText(c)) && leading {
		return true
	}
	switch {
	case labels+periods == 0:
		return false
	case periods > 0 && labels == 0 && values+absents <= periods/4:
		return leading && (t.first(c) || t.periodColumn(c))
	}
	return labels > 0 && labels+periods >= values+absents
}

// first reports whether nothing stands left of column c in the rows with figures.
func (t *Table) first(c int) bool {
	for d := range c {
		if t.hasText(d) || t.hasFigures(d) {
			return false
		}
	}
	return true
}

// periodColumn reports whether the heading of column c announces periods, or its
// cells are dates or printed periods rather than bare numbers.
func (t *Table) periodColumn(c int) bool {
	if isPeriodHeading(t.headText(c)) {
		return true
	}
	for _, r := range t.Rows {
		if t.look.cells[r][c] == periodCell {
			cell := t.Grid.At(r, c)
			return cell.Kind == data.DateCell || !yearLike(strings.TrimSpace(cell.Text))
		}
	}
	return false
}

// headText returns the heading of column c in one line.
func (t *Table) headText(c int) string {
	var parts []string
	for _, r := range t.Head {
		if s := squeeze(halfWidth(t.Grid.At(r, c).Text)); s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, "")
}
