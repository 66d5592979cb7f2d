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

// barLabels writes the labels of bars at their ends, or inside.
func (q *plot) barLabels(b Bars, labelled []bool) {
	s := q.st.Label
	for i, d := range b.Data {
		if !d.Known() && d.Label != "" && b.Show != ShowNone {
			q.absent(b, d)
		}
		if !labelled[i] || q.p.Lying() && !q.rowNamed(int(d.At)) {
			continue
		}
		ink := q.st.Ink(b.Role)
		if d.Own {
			ink = q.st.Ink(d.Role)
		}
		bold := d.Own && d.Role == Accent
		w := q.width(d.Label, s, bold)
		r := q.barRect(b, d)
		d.V = b.end(d)
		if b.Inside {
			q.labelInside(d, r, ink)
			continue
		}
		if box, ok := q.barPlace(d, r, w, s); ok {
			q.halo(box)
			c := ink.Text
			if !bold && !q.p.Lying() {
				c = q.st.Text
			}
			q.write(box.x0, (box.y0+box.y1)/2+s*0.36, d.Label, s, bold, c)
		}
	}
}

// labelInside writes the label of a bar into it, where it fits and covers
// nothing.
func (q *plot) labelInside(d Datum, r rect, ink Ink) {
	s := q.st.Label
	w := q.width(d.Label, s, false)
	if w+2 > r.w() || s > r.h() {
		return
	}
	x, y := (r.x0+r.x1-w)/2, (r.y0+r.y1-s)/2
	slack := (r.h() - s) / 2
	for _, by := range []float64{0, slack * 0.5, -slack * 0.5, slack * 0.95, -slack * 0.95} {
		box := rect{x, y + by, x + w, y + by + s}
		if q.labels.covers(box) {
			continue
		}
		if q.st.HatchBars && ink.Hatch != Plain {
			q.box(rect{box.x0 - 1, box.y0, box.x1 + 1, box.y1}, ink.Color)
		}
		q.write(x, y+by+s*0.86, d.Label, s, false, OnColour(ink.Color))
		q.labels.taken = append(q.labels.taken, box)
		return
	}
}

// absent writes the label of a value that is not known where its bar would
// begin.
func (q *plot) absent(b Bars, d Datum) {
	s := q.st.Label
	w := q.width(d.Label, s, false)
	d.V = d.Base
	r := q.barEnd(d, q.barRect(b, d), w, s)
	q.write(r.x0, (r.y0+r.y1)/2+s*0.36, d.Label, s, false, q.st.Muted)
}

// barPlace finds the place of a label outside the end of a bar: in a lying
// panel beyond whatever else stands in the row, in a standing one only where it
// covers no other text.
func (q *plot) barPlace(d Datum, r rect, w, s float64) (rect, bool) {
	box := q.barEnd(d, r, w, s)
	if !q.p.Lying() {
		return q.labels.choose(point{(r.x0 + r.x1) / 2, (r.y0 + r.y1) / 2}, []rect{box}, hopeless)
	}
	first := box
	for range 4 {
		for _, t := range q.labels.taken {
			if box.aside(q.gap()).overlap(t) <= 0.3 {
				continue
			}
			by := t.x1 + q.gap()*1.2 - box.x0
			if d.V < d.Base {
				by = t.x0 - q.gap()*1.2 - box.x1
			}
			box.x0, box.x1 = box.x0+by, box.x1+by
		}
	}
	if box.x1 > q.cell.x1 || box.x0 < q.cell.x0 {
		box = first
	}
	if w > q.cell.x1-q.area.x0 {
		q.drawing.frame.Dropped++
		return rect{}, false
	}
	by := clamp(box.x0, q.area.x0, q.cell.x1-w) - box.x0 // onto the bar where there is no room beside it
	box.x0, box.x1 = box.x0+by, box.x1+by
	q.labels.taken = append(q.labels.taken, box)
	return box, true
}

// barEnd returns the place of a label outside the end of a bar.
func (q *plot) barEnd(d Datum, r rect, w, s float64) rect {
	gap := q.gap() * 0.7
	if q.p.Lying() {
		y := (r.y0 + r.y1) / 2
		if d.V < d.Base {
			return rect{r.x0 - gap - w, y - s*0.5, r.x0 - gap, y + s*0.5}
		}
		return rect{r.x1 + gap, y - s*0.5, r.x1 + gap + w, y + s*0.5}
	}
	x := (r.x0 + r.x1) / 2
	if d.V < d.Base {
		return rect{x - w/2, r.y1 + gap*0.5, x + w/2, r.y1 + gap*0.5 + s}
	}
	return rect{x - w/2, r.y0 - gap*0.5 - s, x + w/2, r.y0 - gap*0.5}
}

// OnColour returns black or white, whichever is read better on c (relative
// luminance of WCAG 2, without the gamma of the last per cent).
func OnColour(c colour) colour {
	lin := func(v uint8) float64 { return math.Pow(float64(v)/255, 2.2) }
	if 0.2126*lin(c.R)+0.7152*lin(c.G)+0.0722*lin(c.B) > 0.2 {
		return hex(0x1A1A1A)
	}
	return hex(0xFFFFFF)
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
