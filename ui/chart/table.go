package chart

// drawTable draws a panel of cells: names left and above, tinted fields with
// their numbers.
func (q *plot) drawTable() {
	q.slotNames()
	q.rowNames()
	for i, m := range q.p.Marks {
		cells, ok := m.(Cells)
		if !ok {
			continue
		}
		for j, c := range cells.Data {
			q.cellBox(i, j, c)
		}
	}
}

// cellBox draws one field.
func (q *plot) cellBox(mark, index int, c Cell) {
	x, y := q.x.Pixel(float64(c.Col)), q.y.Pixel(float64(c.Row))
	r := rect{x - q.x.Factor/2, y - q.y.Factor/2, x + q.x.Factor/2, y + q.y.Factor/2}
	q.box(r.inset(min(0.4, r.h()/10)), q.tint(c.Tint))
	if c.Name != "" {
		q.tile(c, r.inset(0.4))
		q.hit(mark, index, float64(c.Col), point{x, y}, r)
		return
	}
	s := min(q.st.Label, r.h()*0.9)
	if w := q.width(c.Label, s, false); w > r.w()-2 && w > 0 {
		s *= (r.w() - 2) / w
	}
	w := q.width(c.Label, s, false)
	q.write(x-w/2, y+s*0.36, c.Label, s, false, q.st.Text)
	q.hit(mark, index, float64(c.Col), point{x, y}, r)
}

// tile writes name and value of a field of a map, the value below the name.
func (q *plot) tile(c Cell, r rect) {
	s := min(q.st.Label, r.h()*0.42)
	lines := append(wrap(c.Name, r.w()-2, q.measure(s, c.Strong)), c.Label)
	if worded := pieces(c.Name); len(lines) > 3 || widest(worded, q.measure(s, c.Strong)) > r.w()-2 {
		lines = []string{c.Name, c.Label}
	}
	if w := q.width(lines[0], s, c.Strong); w > 3*r.w() {
		lines = append(atMost(wrap(c.Name, r.w()-2, q.measure(s, c.Strong)), 1, r.w()-2, q.measure(s, c.Strong)), c.Label)
	}
	s = min(s, r.h()*0.86/float64(len(lines)))
	if w := widest(lines, q.measure(s, c.Strong)); w > r.w()-2 {
		s *= max(r.w()-2, 1) / w
	}
	ink := q.st.Text
	if c.Strong {
		ink = q.st.Ink(Accent).Text
		q.outlineOf(corners(r), 1.2, q.st.Ink(Accent).Color)
	}
	if !c.Known() {
		ink = q.st.Muted
	}
	lead := s * 1.1
	y := (r.y0+r.y1)/2 - lead*float64(len(lines))/2 + s*0.9
	for _, l := range lines {
		q.write((r.x0+r.x1-q.width(l, s, c.Strong))/2, y, l, s, c.Strong, ink)
		y += lead
	}
}

// tint returns the colour behind a number.
func (q *plot) tint(t float64) colour {
	switch {
	case !finite(t) || t == 0:
		return q.st.Mid
	case t < 0:
		return mix(q.st.Mid, q.st.Low, min(-t, 1)*q.st.Tint)
	default:
		return mix(q.st.Mid, q.st.High, min(t, 1)*q.st.Tint)
	}
}
