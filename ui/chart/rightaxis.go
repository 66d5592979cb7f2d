package chart

// This file draws what stands on the second axis of a panel, at its right.

// on runs do with the scale of a line: the right one where the line belongs to it.
func (q *plot) on(l Line, do func()) {
	if !l.Right || q.p.Right == nil {
		do()
		return
	}
	left := q.y
	q.y = q.y2
	do()
	q.y = left
}

// rightColumn returns the width of the labels of the right axis.
func (q *plot) rightColumn() float64 {
	if q.p.Right == nil {
		return 0
	}
	w := 0.0
	for _, t := range q.p.Right.Ticks {
		w = max(w, q.width(t.Label, q.st.Axis, false))
	}
	return w + q.gap()
}

// rightAxis writes the labels and the unit of the right axis in the colour of its
// line.
func (q *plot) rightAxis() {
	if q.p.Right == nil {
		return
	}
	s, c := q.st.Axis, q.st.Ink(Second).Text
	for _, t := range thinned(q.p.Right.Ticks, q.y2, q.tickRoom(false)) {
		q.write(q.area.x1+q.gap(), q.y2.Pixel(t.Value)+s*0.36, t.Label, s, false, c)
	}
	if u := q.p.Right.Unit; u != "" {
		q.write(q.cell.x1-q.width(u, s, false), q.area.y0-q.lead(s)-s*0.3+s*ascent, u, s, false, c)
	}
}
