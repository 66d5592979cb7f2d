package chart

// key writes the names of the marks with a sample of each in rows above the
// plot, and returns where they end.
func (q *plot) key(y float64) float64 {
	s := q.st.Label
	x := q.cell.x0
	sample := s * 1.1
	any := false
	for _, m := range q.p.Marks {
		name := m.name()
		if name == "" || !keyed(m) {
			continue
		}
		shown := atMost(wrap(name, q.cell.w()-sample-s, q.measure(s, false)), 1, q.cell.w()-sample-s, q.measure(s, false))[0]
		w := sample + s*0.4 + q.width(shown, s, false)
		if any && x+w > q.cell.x1 {
			x, y = q.cell.x0, y+q.lead(s)
		}
		any = true
		q.sample(m, x, y+s*0.55, sample)
		c := q.st.Text
		if _, is := m.(off); is {
			c = q.faint()
		}
		q.write(x+sample+s*0.4, y+s*ascent, shown, s, false, c)
		q.nameBox(name, rect{x, y, x + w, y + q.lead(s)})
		x += w + s*1.2
	}
	if !any {
		return y
	}
	return y + q.lead(s) + s*0.2
}

// keyed reports whether a mark has a place in the key.
func keyed(m Mark) bool {
	switch m := m.(type) {
	case Line, Bars, Points:
		return true
	case off:
		return keyed(m.Mark)
	}
	return false
}

// sample draws what a mark looks like, w wide around the height y.
func (q *plot) sample(m Mark, x, y, w float64) {
	ink := q.st.Ink(role(m))
	size := q.st.MarkerMM * mm
	switch m := m.(type) {
	case off:
		q.stroke([]point{{x, y}, {x + w, y}}, q.st.Metrics.Zero, nil, q.faint())
	case Bars:
		r := w * 0.42
		q.bar(rect{x + w/2 - r, y - r, x + w/2 + r, y + r}, ink, allHatched(m.Data))
	case Line:
		q.stroke([]point{{x, y}, {x + w, y}}, ink.Width, ink.Dash, ink.Color)
		if m.Markers {
			q.marker(x+w/2, y, size, ink.Marker, max(ink.Width*0.6, 0.8), ink.Color, q.st.Paper)
		}
	case Points:
		q.marker(x+w/2, y, size*1.15, m.Shape, q.outline(), ink.Color, q.st.Paper)
	}
}

// allHatched reports whether every bar of a mark is hatched.
func allHatched(data []Datum) bool {
	for _, d := range data {
		if d.Known() && !d.Hatch && d.Status != Projected {
			return false
		}
	}
	return len(data) > 0
}
