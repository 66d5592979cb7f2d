package layout

import (
	"slices"
	"strings"

	"yunxing/data"
)

// anchor returns the text by which a rule finds its place in another issue of a
// sheet: the labels of its row or its column, and for a table those of the row that
// it was said in.
func anchor(g *data.Grid, r Rule) string {
	switch r.Scope {
	case OfRow, OfTable:
		return rowAnchor(g, r.At.Row)
	case OfColumn:
		return columnAnchor(g, r.At.Col)
	case OfCell, OfSheet:
	}
	return ""
}

// anchorLabels is how many labels an anchor has at most.
const anchorLabels = 6

// rowAnchor returns the first labels of a row.
func rowAnchor(g *data.Grid, row int) string {
	var parts []string
	for c := range g.Cols() {
		if t := labelText(g.At(row, c)); t != "" && len(parts) < anchorLabels {
			parts = append(parts, t)
		}
	}
	return strings.Join(parts, "|")
}

// columnAnchor returns the labels above the first figure of a column; where it has
// none of its own at the top of a merged range, that range's.
func columnAnchor(g *data.Grid, col int) string {
	var parts []string
	for r := range g.Rows() {
		cell := g.At(r, col)
		if m, ok := g.MergedAt(r, col); ok && cell.Kind == data.EmptyCell {
			cell = g.At(m.Top, m.Left)
		}
		if readFigure(cell, false).kind == number && cell.Kind != data.EmptyCell && !yearLike(strings.TrimSpace(cell.Text)) {
			break
		}
		t := labelText(cell)
		if t == "" || len(parts) > 0 && parts[len(parts)-1] == t {
			continue
		}
		if parts = append(parts, t); len(parts) == anchorLabels {
			break
		}
	}
	return strings.Join(parts, "|")
}

// place returns the mapping with its rules at the places where their anchors stand
// in g, nearest to where they stood, and the rules whose place is not found. A period
// that was stated was that of one issue; it is never carried over.
func (m Mapping) place(g *data.Grid) (placed, lost Mapping) {
	for _, r := range m {
		if at, ok := findAnchor(g, r); ok && (r.Part != PeriodPart || r.Text == "") {
			r.At = at
			placed = append(placed, r)
		} else {
			lost = append(lost, r)
		}
	}
	return placed, lost
}

// findAnchor returns where a rule belongs in g.
func findAnchor(g *data.Grid, r Rule) (Spot, bool) {
	row := func(text string) (int, bool) {
		return nearest(r.At.Row, g.Rows(), func(i int) bool { return rowAnchor(g, i) == text })
	}
	col := func(text string) (int, bool) {
		return nearest(r.At.Col, g.Cols(), func(i int) bool { return columnAnchor(g, i) == text })
	}
	at, ok := r.At, true
	switch r.Scope {
	case OfRow:
		at.Row, ok = row(r.Anchor)
	case OfTable:
		if at.Row, ok = row(r.Anchor); !ok {
			at.Row, ok = likestRow(g, r.Anchor)
		}
	case OfColumn:
		if at.Col, ok = col(r.Anchor); ok {
			at.Row = labelRowOf(g, at, r.Anchor)
		}
	case OfCell:
		ok = false
	case OfSheet:
	}
	return at, ok
}

// labelRowOf returns the row nearest to at in whose column the last label of an anchor
// stands: the column of that table is meant.
func labelRowOf(g *data.Grid, at Spot, anchor string) int {
	label := anchor[strings.LastIndex(anchor, "|")+1:]
	row, ok := nearest(at.Row, g.Rows(), func(i int) bool { return label != "" && labelText(g.At(i, at.Col)) == label })
	if !ok {
		return at.Row
	}
	return row
}

// likestRow returns the first row whose labels are most like an anchor, such as a
// heading that has a column more; it shares half of them at least.
func likestRow(g *data.Grid, anchor string) (int, bool) {
	want := strings.Split(anchor, "|")
	slices.Sort(want)
	best, most := 0, 0.0
	for i := range g.Rows() {
		got := strings.Split(rowAnchor(g, i), "|")
		slices.Sort(got)
		if a := alikeness(want, got); a > most {
			best, most = i, a
		}
	}
	return best, anchor != "" && most >= likeSheet
}

// nearest returns the number below n that is and lies nearest to i.
func nearest(i, n int, is func(int) bool) (int, bool) {
	for d := range max(n, i+1) {
		if i-d >= 0 && i-d < n && is(i-d) {
			return i - d, true
		}
		if d > 0 && i+d < n && is(i+d) {
			return i + d, true
		}
	}
	return 0, false
}
