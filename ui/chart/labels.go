package chart

import (
	"math"
	"slices"
)

// halo quietens what lies below a text.
func (q *plot) halo(r rect) { q.box(r.inset(0.6), fade(q.st.Paper, 0.8)) }

// lastValues writes the last label of every curve of the accent colour, before
// anything else can take its place.
func (q *plot) lastValues() {
	for _, m := range q.p.Marks {
		if l, ok := m.(Line); ok && l.Role == Accent {
			labelled := shown(l.Data, l.Show)
			i := lastTrue(labelled)
			for j := range labelled {
				labelled[j] = j == i
			}
			q.on(l, func() { q.pointLabels(l.Data, l.Role, labelled) })
		}
	}
}

// lastTrue returns the index of the last true element, -1 for none.
func lastTrue(b []bool) int {
	for i := len(b) - 1; i >= 0; i-- {
		if b[i] {
			return i
		}
	}
	return -1
}

// densest is how near slots of a standing panel may lie for their values to be
// labelled, in sizes of the label.
const densest = 0.5

// labelled returns which values of a mark carry their label: of those that lie too near
// to each other the last alone.
func (q *plot) labelled(m Mark) []bool {
	how := showOf(m)
	if how == ShowAll && !q.p.Lying() && q.pitch() < densest*q.st.Label {
		how = ShowLast
	}
	return shown(m.data(), how)
}

// values writes the labels of the values that marks show.
func (q *plot) values() {
	for _, m := range q.p.Marks {
		labelled := q.labelled(m)
		switch m := m.(type) {
		case Bars:
			q.barLabels(m, labelled)
		case Line:
			if i := lastTrue(labelled); i >= 0 && m.Role == Accent {
				labelled[i] = false // written by lastValues
			}
			q.on(m, func() { q.pointLabels(m.Data, m.Role, labelled) })
		case Points:
			q.pointLabels(m.Data, m.Role, labelled)
		}
	}
}

// pointLabels writes labels near points, from the left. A label that would
// cover another is left out.
func (q *plot) pointLabels(data []Datum, r Role, labelled []bool) {
	s := q.st.Label
	final := lastKnown(data)
	for i, d := range data {
		if !labelled[i] {
			continue
		}
		ink := q.st.Ink(r)
		if d.Own {
			ink = q.st.Ink(d.Role)
		}
		at := q.spot(d.At, d.V)
		bold := r == Accent && i == final
		w, h := q.width(d.Label, s, bold), s*1.05
		places := around(at.x, at.y, w, h, q.st.MarkerMM*mm/2+s*0.12)
		if q.p.Lying() {
			places = around(at.x, at.y, w, h, q.st.MarkerMM*mm/2+s*0.4)
			places = []rect{places[6], places[7]}
			if d.V < d.Base {
				places[0], places[1] = places[1], places[0]
			}
		} else if valley(data, i) {
			places[0], places[1] = places[1], places[0]
		}
		if r == Total && !q.p.Lying() {
			places = append(q.beyondBars(at, w, h, d.V < 0), places...)
		}
		if r == Accent && i == final && !q.p.Lying() && q.p.X.Kind == CategoryAxis {
			places = slices.Insert(places, 2, q.clearOf(data, at, w, h)...)
		}
		worst := float64(tolerable)
		if i == final || q.p.Lying() {
			worst = hopeless
		}
		if box, ok := q.labels.choose(at, places, worst); ok {
			q.halo(box)
			q.write(box.x0, box.y0+s*0.88, d.Label, s, bold, ink.Text)
		}
	}
}

// clearOf returns the places of the last label of a curve above and below all of the
// curve that runs over its breadth.
func (q *plot) clearOf(data []Datum, at point, w, h float64) []rect {
	low, high := q.course(data)
	gap := q.st.MarkerMM*mm/2 + q.st.Label*0.12
	x := data[lastKnown(data)].At
	over, under := q.spot(x, high).y-gap, q.spot(x, low).y+gap
	return []rect{{at.x - w, over - h, at.x, over}, {at.x - w, under, at.x, under + h}}
}

// beyondBars returns the place of the label of a total beyond its stack and its marker:
// above them, or below where the total is negative.
func (q *plot) beyondBars(at point, w, h float64, below bool) []rect {
	x, gap := at.x, q.gap()*0.5
	top, bottom := math.Inf(1), math.Inf(-1)
	for _, b := range q.labels.soft {
		if b.x0 <= x && x <= b.x1 {
			top, bottom = min(top, b.y0), max(bottom, b.y1)
		}
	}
	if math.IsInf(top, 0) {
		return nil
	}
	marker := q.st.MarkerMM*mm*0.6 + rim
	top, bottom = min(top, at.y-marker), max(bottom, at.y+marker)
	if below {
		return []rect{{x - w/2, bottom + gap, x + w/2, bottom + gap + h}}
	}
	return []rect{{x - w/2, top - gap - h, x + w/2, top - gap}}
}

// valley reports whether both known neighbours of a value lie above it.
func valley(data []Datum, i int) bool {
	above := func(j int) bool {
		return j < 0 || j >= len(data) || !data[j].Known() || data[j].V > data[i].V
	}
	return len(data) > 1 && above(i-1) && above(i+1)
}

// notes writes free texts.
func (q *plot) notes() {
	s := q.st.Label
	for _, m := range q.p.Marks {
		n, ok := m.(Note)
		if !ok {
			continue
		}
		at := q.spot(n.At, n.Value)
		w := q.width(n.Text, s, false)
		r, ok := q.labels.choose(at, around(at.x, at.y, w, s*1.1, q.gap()*2), hopeless)
		if !ok {
			continue
		}
		if n.Leader {
			q.line(at.x, at.y, clamp(at.x, r.x0, r.x1), clamp(at.y, r.y0, r.y1), 0.5, q.st.Muted)
		}
		q.halo(r)
		q.write(r.x0, r.y0+s*0.9, n.Text, s, false, q.st.Ink(n.Role).Text)
	}
}
