package chart

import (
	"math"
	"slices"
)

// names writes the names of curves, bands and reference lines beside their
// ends, moved apart where they would overlap.
func (q *plot) names() {
	if q.p.Lying() || q.table() {
		return
	}
	for _, m := range q.p.Marks {
		if q.endsOutside(m) {
			q.ends = append(q.ends, q.ending(m))
		}
	}
	q.withoutBands()
	q.drawEnds()
	q.drawStarts()
	q.lastValues()
	for _, m := range q.p.Marks {
		if l, ok := m.(Line); ok && !q.p.Key && l.Name != "" && !q.endsOutside(m) {
			q.nameInside(l)
		}
	}
}

// ending describes the name of a mark in the right gutter.
func (q *plot) ending(m Mark) ending {
	size, bold := q.endType(m)
	e := ending{name: m.name(), lines: q.endLines(endText(m), size, bold), bold: bold, role: role(m), x: q.area.x1}
	switch m := m.(type) {
	case off:
		return q.offEnding(e, m.Mark)
	case Rule:
		e.y, e.keep = q.y.Pixel(m.Value), m.Keep
	case Band:
		d := m.Data[lastKnown(m.Data)]
		p := q.spot(d.At, d.Hi)
		e.x, e.y, e.keep, e.small = p.x, p.y, -1, true
	case Line:
		d := m.Data[lastKnown(m.Data)]
		p := q.spot(d.At, d.V)
		e.x, e.y, e.keep = p.x, p.y, m.Keep
		if m.Role == Accent {
			e.keep += 1000
		}
	}
	e.y = clamp(e.y, q.area.y0, q.area.y1)
	return e
}

// offEnding describes the name of a mark that is switched off: it stands where it
// stood, as near as can be.
func (q *plot) offEnding(e ending, m Mark) ending {
	e.y, e.keep, e.off = q.area.y0, -2, true
	if _, rule := m.(Rule); rule || lastKnown(m.data()) >= 0 {
		at := q.ending(m)
		e.y, e.small = at.y, at.small
	}
	return e
}

// withoutBands leaves out the names of all bands where one of them would have to leave
// the edge of its band for another name: the words above tell what the tints are.
func (q *plot) withoutBands() {
	spans := q.endSpans()
	at, kept := Dodge(spans, q.cell.y0, q.area.y1)
	for i, e := range q.ends {
		if e.small && !e.off && (!kept[i] || math.Abs(at[i]-e.y) > q.endSize(e)*0.5) {
			q.ends = slices.DeleteFunc(q.ends, func(e ending) bool { return e.small && !e.off })
			return
		}
	}
}

// endSpans returns the names of the right gutter as spans of height.
func (q *plot) endSpans() []Span {
	spans := make([]Span, len(q.ends))
	for i, e := range q.ends {
		spans[i] = Span{Want: e.y, Size: q.endHeight(e), Keep: e.keep}
	}
	return spans
}

// drawEnds writes the names of the right gutter.
func (q *plot) drawEnds() {
	spans := q.endSpans()
	half := q.st.Label * 0.6
	at, kept := Dodge(spans, q.cell.y0, max(q.area.y1+half, q.cell.y0))
	for i, e := range q.ends {
		if !kept[i] {
			q.drawing.frame.Dropped++
			continue
		}
		q.drawEnd(e, at[i])
	}
}

// drawStarts writes the texts at the left ends of lines.
func (q *plot) drawStarts() {
	var lines []Line
	var spans []Span
	s := q.st.Label
	for _, m := range q.p.Marks {
		l, ok := m.(Line)
		if !ok || l.Start == "" || len(l.Data) == 0 || !l.Data[0].Known() {
			continue
		}
		lines = append(lines, l)
		spans = append(spans, Span{Want: q.spot(l.Data[0].At, l.Data[0].V).y, Size: s * 1.15, Keep: l.Keep})
	}
	at, kept := Dodge(spans, q.cell.y0, q.area.y1+s*0.6)
	for i, l := range lines {
		if !kept[i] {
			q.drawing.frame.Dropped++
			continue
		}
		bold, ink := l.Role == Accent, q.st.Ink(l.Role)
		x := q.area.x0 - q.gap()
		if math.Abs(at[i]-spans[i].Want) > s*0.9 {
			q.stroke([]point{{x, at[i]}, {q.spot(l.Data[0].At, 0).x, spans[i].Want}}, 0.5, nil, ink.Text)
		}
		q.write(x-q.gap()*0.4-q.width(l.Start, s, bold), at[i]+s*0.36, l.Start, s, bold, ink.Text)
	}
}

// endSize returns the type size of a name in the right gutter.
func (q *plot) endSize(e ending) float64 {
	if e.small {
		return q.st.Source
	}
	return q.st.Label
}

// endHeight returns the height that a name takes.
func (q *plot) endHeight(e ending) float64 {
	return q.endSize(e) * 1.15 * float64(len(e.lines))
}

// drawEnd writes one name at height y, with a leader where it was moved far.
func (q *plot) drawEnd(e ending, y float64) {
	size := q.endSize(e)
	c := q.st.Ink(e.role).Text
	if e.off {
		c = q.faint()
	}
	x := q.area.x1 + q.gap()
	if math.Abs(y-e.y) > size*0.9 && !e.off {
		from := e.x + q.st.MarkerMM*mm/2
		bend := max(from, q.area.x1-q.gap())
		q.stroke([]point{{from, e.y}, {bend, e.y}, {x, y}}, 0.5, nil, c)
		x += q.gap() * 0.4
	}
	top := y - q.endHeight(e)/2
	for i, l := range e.lines {
		base := top + float64(i)*size*1.15 + size*0.93
		q.write(x, base, l, size, e.bold, c)
	}
	box := rect{x, top, x + widest(e.lines, q.measure(size, e.bold)), top + q.endHeight(e)}
	q.labels.taken = append(q.labels.taken, box)
	q.nameBox(e.name, box)
}

// faint is the colour of the name of a mark that is switched off.
func (q *plot) faint() colour { return mix(q.st.Paper, q.st.Muted, 0.55) }

// nameInside writes the name of a curve that ends before the right edge.
func (q *plot) nameInside(l Line) {
	i := lastKnown(l.Data)
	if i < 0 || !l.Data[i].Known() {
		return
	}
	at := q.spot(l.Data[i].At, l.Data[i].V)
	bold := l.Role == Accent
	s := q.st.Label
	lines := q.endLines(endText(l), s, bold)
	w, h := widest(lines, q.measure(s, bold)), s*1.15*float64(len(lines))
	gap, skip := q.st.MarkerMM*mm/2+q.gap()*0.7, 0.0
	if l.Show != ShowNone {
		skip = q.width(l.Data[i].Label, s, true)
		gap = max(gap, skip/2+q.gap())
	}
	places := beside(at.x, at.y, w, h, gap, skip)
	r, ok := q.labels.choose(at, places, hopeless)
	if !ok {
		r, ok = q.labels.free(append(places, around(at.x, at.y, w, h, gap)...))
	}
	if !ok {
		q.drawing.frame.Dropped++
		return
	}
	q.nameBox(l.Name, r)
	for j, text := range lines {
		q.halo(rect{r.x0, r.y0 + s*1.15*float64(j), r.x0 + q.width(text, s, bold), r.y0 + s*1.15*float64(j+1)})
		q.write(r.x0, r.y0+s*1.15*float64(j)+s*0.93, text, s, bold, q.st.Ink(l.Role).Text)
	}
}
