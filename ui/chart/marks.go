package chart

import (
	"cmp"
	"image/color"
	"math"
	"slices"
)

// colour is the colour type of all styles.
type colour = color.NRGBA

// band shades the interval of its values.
func (q *plot) band(b Band) {
	alpha := q.st.BandAlpha[min(max(b.Step, 0), len(q.st.BandAlpha)-1)]
	c := fade(q.st.Ink(b.Role).Color, alpha)
	var upper, lower []point
	flush := func() {
		for i := len(lower) - 1; i >= 0; i-- {
			upper = append(upper, lower[i])
		}
		q.fill(upper, c)
		upper, lower = nil, nil
	}
	for _, d := range b.Data {
		if !finite(d.Lo) || !finite(d.Hi) {
			flush()
			continue
		}
		upper = append(upper, q.spot(d.At, d.Hi))
		lower = append(lower, q.spot(d.At, d.Lo))
	}
	flush()
}

// barRect returns the rectangle of a bar, cut to the area.
func (q *plot) barRect(b Bars, d Datum) rect {
	share := cmp.Or(b.Share, q.share, q.st.BarShare)
	slot := q.x.Factor
	if q.p.Lying() {
		slot = q.y.Factor
	}
	lanes := max(b.Lanes, 1)
	lane := slot * share / float64(lanes)
	off := (float64(b.Lane) - float64(lanes-1)/2) * lane
	thick := min(lane*0.94, q.st.Label*broadest)
	if lanes == 1 {
		thick = min(lane, q.st.Label*broadest)
	}
	if q.p.Lying() {
		thick = min(thick, q.st.Label*thickest)
	}
	p, z := q.spot(d.At, b.end(d)), q.spot(d.At, d.Base)
	var r rect
	if q.p.Lying() {
		r = rect{z.x, p.y + off - thick/2, p.x, p.y + off + thick/2}
		r.x0, r.x1 = clamp(r.x0, q.area.x0, q.area.x1), clamp(r.x1, q.area.x0, q.area.x1)
	} else {
		r = rect{p.x + off - thick/2, p.y, p.x + off + thick/2, z.y}
		r.y0, r.y1 = clamp(r.y0, q.area.y0, q.area.y1), clamp(r.y1, q.area.y0, q.area.y1)
	}
	return r.ordered()
}

// mostShare is the most of a slot that columns side by side take.
const mostShare = 0.88

// groupShare returns the part of a slot that columns side by side take, so that the
// values above them stand apart; 0 where there are none.
func (q *plot) groupShare() float64 {
	widest, lanes := 0.0, 0
	for _, m := range q.p.Marks {
		b, ok := m.(Bars)
		if !ok || b.Lanes < 2 || b.Inside || q.p.Lying() {
			continue
		}
		lanes = b.Lanes
		for i, yes := range shown(b.Data, b.Show) {
			if yes {
				widest = max(widest, q.width(b.Data[i].Label, q.st.Label, false))
			}
		}
	}
	if lanes == 0 {
		return 0
	}
	need := float64(lanes) * (widest + apartLabels*q.st.Label) / q.x.Factor
	return clamp(need, q.st.BarShare, mostShare)
}

// apartLabels is the room between the values of two columns, in sizes of their type.
const apartLabels = 0.35

// thickest is the most that a lying bar measures across, in sizes of its label: few
// rows need not fill the panel with ink.
const thickest = 2.2

// broadest is the same for a column: one slot need not be a wall of ink.
const broadest = 14

// bars draws columns or lying bars.
func (q *plot) bars(index int, b Bars) {
	for i, d := range b.Data {
		if !d.Known() {
			continue
		}
		r := q.barRect(b, d)
		ink := q.st.Ink(b.Role)
		if d.Own {
			ink = q.st.Ink(d.Role)
		}
		q.bar(r, ink, d.Hatch || d.Status == Projected)
		q.labels.soft = append(q.labels.soft, r)
		q.hit(index, i, d.At, q.spot(d.At, b.end(d)), r)
	}
	q.baseline(b)
}

// bar fills one bar: with its colour, with colour and pattern where patterns
// are on, or with lines only where it is no observed fact.
func (q *plot) bar(r rect, ink Ink, projected bool) {
	if projected {
		q.box(r, mix(q.st.Paper, ink.Color, 0.15))
		q.hatch(r, Rising, 0.7, ink.Color)
		q.outlineOf(corners(r), 0.6, ink.Color)
		return
	}
	q.box(r, ink.Color)
	if q.st.HatchBars && ink.Hatch != Plain {
		q.hatch(r, ink.Hatch, 0.7, q.st.Paper)
	}
}

// baseline redraws the line at zero on top of bars.
func (q *plot) baseline(b Bars) {
	axis := q.p.measure()
	if len(b.Data) == 0 || axis.Min > 0 || axis.Max < 0 {
		return
	}
	m := q.y
	if q.p.Lying() {
		m = q.x
	}
	q.gridline(m.Pixel(0), q.p.Lying(), q.st.Metrics.Zero, true)
}

// curve draws a line: solid between known values, dashed towards projected
// ones, broken where a value is missing.
func (q *plot) curve(index int, l Line) {
	ink := q.st.Ink(l.Role)
	r := q.st.MarkerMM * mm / 2
	pts := make([]point, 0, len(l.Data))
	dashed := false
	flush := func() {
		q.polyline(pts, ink, dashed)
		pts = pts[len(pts):]
	}
	for i, d := range l.Data {
		if !d.Known() {
			flush()
			continue
		}
		at := q.spot(d.At, d.V)
		if ahead := d.Status == Projected; ahead != dashed && len(pts) > 0 {
			end := pts[len(pts)-1]
			flush()
			if ahead {
				pts = append(pts, end)
			}
		}
		dashed = d.Status == Projected
		pts = append(pts, at)
		q.hit(index, i, d.At, at, rect{at.x - r, at.y - r, at.x + r, at.y + r})
	}
	flush()
	q.curveMarkers(l, ink)
}

// polyline draws a piece of a curve, cut to the area.
func (q *plot) polyline(pts []point, ink Ink, dashed bool) {
	dash := ink.Dash
	if dashed {
		dash = []float64{ink.Width * 2, ink.Width * 1.6}
	}
	if step := 1 / q.px; crowded(pts, step) {
		shape := envelope(pts, step, ink.Width)
		for i := range shape {
			shape[i].y = clamp(shape[i].y, q.area.y0, q.area.y1)
		}
		q.fill(shape, ink.Color)
		return
	}
	pts = decimate(pts, 1/q.px)
	if len(pts) < 400 {
		q.labels.obstruct(pts)
	}
	lo, hi := q.area.y0-1, q.area.y1+1
	outside := func(p point) bool {
		return p.y < lo || p.y > hi || p.x < q.area.x0-1 || p.x > q.area.x1+1
	}
	if !slices.ContainsFunc(pts, outside) {
		q.stroke(pts, ink.Width, dash, ink.Color)
		return
	}
	for _, piece := range clipped(pts, q.area.inset(-1)) {
		q.stroke(piece, ink.Width, dash, ink.Color)
	}
}

// clipped returns the pieces of a polyline that lie in a rectangle.
func clipped(pts []point, r rect) [][]point {
	var out [][]point
	var piece []point
	for i := 1; i < len(pts); i++ {
		a, b, ok := clip(pts[i-1], pts[i], r)
		if !ok {
			continue
		}
		if n := len(piece); n == 0 || piece[n-1] != a {
			if n > 1 {
				out = append(out, piece)
			}
			piece = []point{a}
		}
		piece = append(piece, b)
	}
	if len(piece) > 1 {
		out = append(out, piece)
	}
	return out
}

// curveMarkers draws the markers of a curve, open ones on projected values, and
// a marker for a value that stands alone.
func (q *plot) curveMarkers(l Line, ink Ink) {
	size := q.st.MarkerMM * mm
	marked := l.Markers && q.pitch() >= size
	if !marked {
		size *= 0.7
	}
	for i, d := range l.Data {
		if !d.Known() || !marked && !alone(l.Data, i) {
			continue
		}
		at := q.spot(d.At, d.V)
		if alone(l.Data, i) {
			q.labels.taken = append(q.labels.taken, rect{at.x - size/3, at.y - size/3, at.x + size/3, at.y + size/3})
		}
		if at.x < q.area.x0-1 || at.x > q.area.x1+1 || at.y < q.area.y0-1 || at.y > q.area.y1+1 {
			continue
		}
		shape := ink.Marker
		if d.Status == Projected {
			shape = opened(shape)
		}
		q.marker(at.x, at.y, size, shape, max(ink.Width*0.6, 0.8), ink.Color, q.st.Paper)
	}
}

// pitch returns how far apart two slots are; infinitely far where the panel has none.
func (q *plot) pitch() float64 {
	switch {
	case q.p.Lying():
		return q.y.Factor
	case q.p.X.Kind == CategoryAxis:
		return q.x.Factor
	}
	return math.Inf(1)
}

// alone reports whether neither neighbour of a value is known.
func alone(data []Datum, i int) bool {
	return (i == 0 || !data[i-1].Known()) && (i == len(data)-1 || !data[i+1].Known())
}

// opened returns the open form of a shape.
func opened(s Shape) Shape {
	switch s {
	case Dot:
		return Ring
	case Diamond:
		return OpenDiamond
	case Square:
		return OpenSquare
	case Triangle:
		return OpenTriangle
	}
	return s
}

// dots draws single values and their stems.
func (q *plot) dots(index int, m Points) {
	for i, d := range m.Data {
		if !d.Known() {
			continue
		}
		ink := q.st.Ink(m.Role)
		if d.Own {
			ink = q.st.Ink(d.Role)
		}
		at := q.spot(d.At, d.V)
		if m.Stem {
			from := q.spot(d.At, d.Base)
			q.line(from.x, from.y, at.x, at.y, max(ink.Width*0.8, 1), fade(ink.Color, 0.55))
		}
		size := min(q.st.MarkerMM*mm*1.15, max(q.pitch(), leastMarker))
		r := size / 2
		box := rect{at.x - r, at.y - r, at.x + r, at.y + r}
		q.dot(at, size, m.Shape, ink, q.labels.covers(box.inset(r*0.3)))
		q.labels.taken = append(q.labels.taken, q.pointRoom(box, r))
		q.hit(index, i, d.At, at, box)
	}
}

// pointRoom returns what no label may cover of a point: all of it on columns, where
// labels stand inside, a little less in a row.
func (q *plot) pointRoom(box rect, r float64) rect {
	if q.p.Lying() {
		return box.inset(r * 0.3)
	}
	return box.inset(-rim)
}

// outline is the width of the line around an open marker.
func (q *plot) outline() float64 { return q.st.Hairline * 3.2 }

// rim is the width of the rim of paper around a value that can lie on a bar, and
// leastMarker the diameter below which a value is not seen, in points.
const (
	rim         = 0.9
	leastMarker = 1.5
)

// dot draws one value in a rim of the colour of the paper, which keeps it apart
// from a bar of its own colour. Over another value it is drawn without, so that
// both are seen.
func (q *plot) dot(at point, size float64, shape Shape, ink Ink, over bool) {
	if shape == Bar {
		width := max(ink.Width, 1.2)
		q.stroke(q.crossbar(at), width+2*rim, nil, q.st.Paper)
		q.stroke(q.crossbar(at), width, nil, ink.Color)
		return
	}
	if over {
		q.marker(at.x, at.y, size, shape, q.outline(), ink.Color, fade(q.st.Paper, 0))
		return
	}
	q.marker(at.x, at.y, size+2*min(rim, size/4), shape, q.outline(), q.st.Paper, q.st.Paper)
	q.marker(at.x, at.y, size, shape, q.outline(), ink.Color, q.st.Paper)
}

// crossbar returns the short stroke across the direction of the values.
func (q *plot) crossbar(at point) []point {
	if q.p.Lying() {
		h := min(q.y.Factor*0.4, q.st.MarkerMM*mm*1.6)
		return []point{{at.x, at.y - h}, {at.x, at.y + h}}
	}
	w := min(q.x.Factor*0.4, q.st.MarkerMM*mm*1.6)
	return []point{{at.x - w, at.y}, {at.x + w, at.y}}
}
