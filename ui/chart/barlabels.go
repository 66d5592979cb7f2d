package chart

import "math"

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
