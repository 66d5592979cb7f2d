package chart

import "slices"

// key writes the names of the marks with a sample of each in rows above the
// plot, and returns where they end.
func (q *plot) key(y float64) float64 {
	s := q.st.Label
	sample := s * 1.1
	entries, rows := q.entries(sample)
	for _, e := range entries {
		x, top := q.cell.x0+e.x, y+float64(e.row)*q.lead(s)
		q.sample(e.mark, x, top+s*0.55, sample)
		c := q.st.Text
		if _, is := e.mark.(off); is {
			c = q.faint()
		}
		q.write(x+sample+s*0.4, top+s*ascent, e.text, s, false, c)
		q.nameBox(e.mark.name(), rect{x, top, x + e.w, top + q.lead(s)})
	}
	if rows == 0 {
		return y
	}
	return y + float64(rows)*q.lead(s) + s*0.2
}

// entry is a mark in the key: its name as it is written, and where it stands.
type entry struct {
	mark Mark
	text string
	row  int
	x, w float64
}

// mostKey is the part of the height of a panel that its key may take.
const mostKey = 0.35

// entries places the names of the key in rows. Where these would take too much of the
// panel, names are cut, and at last left out.
func (q *plot) entries(sample float64) ([]entry, int) {
	most := max(1, int(q.cell.h()*mostKey/q.lead(q.st.Label)))
	for part := 1.0; part <= 4; part++ {
		if all, rows := q.placedEntries(sample, q.cell.w()/part); rows <= most {
			return all, rows
		}
	}
	all, _ := q.placedEntries(sample, q.cell.w()/4)
	n := slices.IndexFunc(all, func(e entry) bool { return e.row == most })
	q.drawing.frame.Dropped += len(all) - n
	return all[:n], most
}

// placedEntries places the names of the key, each cut to a width.
func (q *plot) placedEntries(sample, width float64) (all []entry, rows int) {
	s := q.st.Label
	x := 0.0
	for _, m := range q.p.Marks {
		if m.name() == "" || !keyed(m) || empty(m) {
			continue
		}
		room, measure := width-sample-s, q.measure(s, false)
		e := entry{mark: m, text: atMost(wrap(m.name(), room, measure), 1, room, measure)[0]}
		e.w = sample + s*0.4 + q.width(e.text, s, false)
		if len(all) > 0 && x+e.w > q.cell.w() {
			x, rows = 0, rows+1
		}
		e.x, e.row = x, rows
		all = append(all, e)
		x += e.w + s*1.2
	}
	if len(all) > 0 {
		rows++
	}
	return all, rows
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

// empty reports whether a mark that is switched on has no value to show.
func empty(m Mark) bool {
	_, is := m.(off)
	return !is && lastKnown(m.data()) < 0
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
