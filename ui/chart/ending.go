package chart

import "cmp"

// ending is a name that stands in the right gutter.
type ending struct {
	name  string
	lines []string
	y     float64 // where it wants to stand
	x     float64 // where the thing it names ends
	keep  int
	bold  bool
	small bool
	off   bool
	role  Role
}

// endColumn returns the width of the names at the right of a standing panel.
func (q *plot) endColumn() float64 {
	w := 0.0
	for _, m := range q.p.Marks {
		if !q.endsOutside(m) {
			continue
		}
		size, bold := q.endType(m)
		w = max(w, widest(q.endLines(endText(m), size, bold), q.measure(size, bold)))
	}
	if w == 0 {
		return q.st.Axis * 0.4
	}
	return w + q.gap()*2
}

// startColumn returns the width of the texts at the left ends of lines.
func (q *plot) startColumn() float64 {
	w := 0.0
	for _, m := range q.p.Marks {
		if l, ok := m.(Line); ok && l.Start != "" {
			w = max(w, q.width(l.Start, q.st.Label, l.Role == Accent)+q.gap()*2)
		}
	}
	return w
}

// endPart is the part of a panel's width that the names in its right gutter may take.
const endPart = 0.26

// endText returns what stands at the right end of a mark: its name, unless a line has
// words of its own for it.
func endText(m Mark) string {
	switch m := m.(type) {
	case off:
		return endText(m.Mark)
	case Line:
		return cmp.Or(m.End, m.Name)
	}
	return m.name()
}

// endLines breaks a name for the right gutter.
func (q *plot) endLines(name string, size float64, bold bool) []string {
	width, measure := q.cell.w()*endPart, q.measure(size, bold)
	return atMost(balance(name, width, measure), q.endMost, width, measure)
}

// mostEndLines returns how many lines each name in the right gutter may have, so that about
// all of them find room.
func (q *plot) mostEndLines() int {
	const part = 0.8 // of the cell, which the plot has at most
	most := mostNameLines
	for most > 1 && q.endsHeight(most) > part*q.cell.h() {
		most--
	}
	return most
}

// endsHeight returns the height of the names in the right gutter at most lines each.
func (q *plot) endsHeight(most int) float64 {
	height, width := 0.0, q.cell.w()*endPart
	for _, m := range q.p.Marks {
		if q.endsOutside(m) {
			size, bold := q.endType(m)
			height += size * 1.15 * float64(min(most, len(wrap(endText(m), width, q.measure(size, bold)))))
		}
	}
	return height
}

// endType returns size and weight of a mark's name.
func (q *plot) endType(m Mark) (size float64, bold bool) {
	switch m := m.(type) {
	case off:
		return q.endType(m.Mark)
	case Line:
		return q.st.Label, m.Role == Accent
	case Band:
		return q.st.Source, false
	}
	return q.st.Label, false
}

// endsOutside reports whether the name of a mark stands in the right gutter.
func (q *plot) endsOutside(m Mark) bool {
	if m.name() == "" {
		return false
	}
	switch m := m.(type) {
	case off:
		return q.named(m.Mark)
	case Rule:
		return !m.Across
	case Line:
		return !q.p.Key && q.reachesEnd(m.Data)
	case Band:
		return !q.p.Key && q.reachesEnd(m.Data)
	}
	return false
}

// named reports whether the name of a mark stands beside it.
func (q *plot) named(m Mark) bool {
	switch m := m.(type) {
	case Rule:
		return !m.Across
	case Line, Band:
		return !q.p.Key
	}
	return false
}

// reachesEnd reports whether the last known value stands in the last slot.
func (q *plot) reachesEnd(data []Datum) bool {
	i := lastKnown(data)
	if i < 0 {
		return false
	}
	if q.p.X.Kind == CategoryAxis {
		return data[i].At >= float64(len(q.p.X.Slots))-1.5
	}
	return data[i].At >= q.p.X.Max-(q.p.X.Max-q.p.X.Min)*0.05
}

// lastKnown returns the index of the last known value, -1 for none.
func lastKnown(data []Datum) int {
	for i := len(data) - 1; i >= 0; i-- {
		if data[i].Known() || data[i].HasInterval() {
			return i
		}
	}
	return -1
}
