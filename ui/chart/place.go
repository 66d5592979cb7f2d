package chart

import "math"

// placer finds room for labels inside a plot: it knows what is drawn already
// and prefers places that cover nothing.
type placer struct {
	bounds rect
	taken  []rect     // texts and other things that must not be covered
	soft   []rect     // things that may be covered where it must be: bars
	lines  [][2]point // segments of curves
}

// obstruct adds a curve.
func (l *placer) obstruct(pts []point) {
	for i := 1; i < len(pts); i++ {
		l.lines = append(l.lines, [2]point{pts[i-1], pts[i]})
	}
}

// Costs of a label's place. A place that costs more than hopeless is not used;
// a label that is only welcome, not needed, is left out beyond tolerable.
const (
	costText   = 1000
	costCurve  = 12 // per point of curve below the label
	costBar    = 0.5
	costOrder  = 3   // of each step down the list of candidates
	costBehind = 250 // of each curve between a label and its point
	costEscape = 5000
	hopeless   = 900
	tolerable  = 90
)

// cost returns how bad a label at r would be.
func (l *placer) cost(r rect) float64 {
	b := l.bounds
	if r.x0 < b.x0-0.1 || r.x1 > b.x1+0.1 || r.y0 < b.y0-0.1 || r.y1 > b.y1+0.1 {
		return costEscape
	}
	c := 0.0
	for _, t := range l.taken {
		if r.overlap(t) > 0.3 {
			c += costText
		}
	}
	for _, t := range l.soft {
		c += costBar * r.overlap(t) / max(r.h(), 1)
	}
	for _, s := range l.lines {
		c += costCurve * inside(s, r)
	}
	return c
}

// covers reports whether a label at r would cover another text or a point.
func (l *placer) covers(r rect) bool {
	for _, t := range l.taken {
		if r.overlap(t) > 0.3 {
			return true
		}
	}
	return false
}

// choose returns the best of the places and takes it; false where each costs
// worst or more: would cover another text, leave the plot or, for a lower worst,
// hide too much of a curve.
// The label belongs to the point at.
func (l *placer) choose(at point, candidates []rect, worst float64) (rect, bool) {
	best, cost := rect{}, math.Inf(1)
	for i, r := range candidates {
		c := l.cost(r) + float64(i)*costOrder + costBehind*float64(l.between(at, r))
		if c < cost {
			best, cost = r, c
		}
	}
	if cost >= worst {
		return rect{}, false
	}
	l.taken = append(l.taken, best.aside(bearing))
	return best, true
}

// free takes the first of the places that lies in the plot and covers no text, though
// curves run through it; false where there is none.
func (l *placer) free(candidates []rect) (rect, bool) {
	for _, r := range candidates {
		if b := l.bounds; r.x0 >= b.x0 && r.x1 <= b.x1 && r.y0 >= b.y0 && r.y1 <= b.y1 && !l.covers(r) {
			l.taken = append(l.taken, r.aside(bearing))
			return r, true
		}
	}
	return rect{}, false
}

// bearing is the least room between two texts in a row, in points.
const bearing = 0.9

// between returns how many curves lie between a point and its label.
func (l *placer) between(at point, r rect) int {
	to := point{clamp(at.x, r.x0, r.x1), clamp(at.y, r.y0, r.y1)}
	n := 0
	for _, s := range l.lines {
		if s[0] != at && s[1] != at && crosses(at, to, s[0], s[1]) {
			n++
		}
	}
	return n
}

// crosses reports whether the segments ab and cd cross; touching an end of cd is
// crossing.
func crosses(a, b, c, d point) bool {
	side := func(p, q, r point) float64 { return (q.x-p.x)*(r.y-p.y) - (q.y-p.y)*(r.x-p.x) }
	return side(a, b, c)*side(a, b, d) <= 0 && side(c, d, a)*side(c, d, b) < 0
}

// around returns the places for a label of size w×h beside a point, best first:
// above, below, at the right, at the left, then the corners.
func around(x, y, w, h, gap float64) []rect {
	at := func(cx, cy float64) rect { return rect{cx - w/2, cy - h/2, cx + w/2, cy + h/2} }
	dx, dy := w/2+gap, h/2+gap
	return []rect{
		at(x, y-dy), at(x, y+dy),
		at(x+w*0.35, y-dy), at(x-w*0.35, y-dy), at(x+w*0.35, y+dy), at(x-w*0.35, y+dy),
		at(x+dx, y), at(x-dx, y),
		at(x+dx, y-dy), at(x-dx, y-dy), at(x+dx, y+dy), at(x-dx, y+dy),
		at(x, y-dy-h*0.6), at(x, y+dy+h*0.6),
	}
}

// beside returns the places for the name of a curve that ends at a point inside
// the plot: at the right first, also beyond a label of width skip.
func beside(x, y, w, h, gap, skip float64) []rect {
	at := func(cx, cy float64) rect { return rect{cx - w/2, cy - h/2, cx + w/2, cy + h/2} }
	dx := w/2 + gap
	return []rect{
		at(x+dx, y), at(x+dx+skip, y), at(x+dx, y-h*0.6), at(x+dx, y+h*0.6),
		at(x+dx, y-h*1.1), at(x+dx, y+h*1.1),
		at(x, y-h/2-gap), at(x, y+h/2+gap),
		at(x+dx, y-h*1.8), at(x+dx, y+h*1.8),
		at(x, y-h*1.6-gap), at(x, y+h*1.6+gap),
	}
}

// inside returns the length of the part of a segment that lies in r.
func inside(s [2]point, r rect) float64 {
	a, b, ok := clip(s[0], s[1], r)
	if !ok {
		return 0
	}
	return math.Hypot(b.x-a.x, b.y-a.y)
}

// clip returns the part of a segment inside r (Liang and Barsky 1984).
func clip(a, b point, r rect) (point, point, bool) {
	dx, dy := b.x-a.x, b.y-a.y
	t0, t1 := 0.0, 1.0
	for _, e := range [4][2]float64{{-dx, a.x - r.x0}, {dx, r.x1 - a.x}, {-dy, a.y - r.y0}, {dy, r.y1 - a.y}} {
		p, q := e[0], e[1]
		switch {
		case p == 0:
			if q < 0 {
				return a, b, false
			}
		case p < 0:
			t0 = max(t0, q/p)
		default:
			t1 = min(t1, q/p)
		}
	}
	if t0 > t1 {
		return a, b, false
	}
	return point{a.x + t0*dx, a.y + t0*dy}, point{a.x + t1*dx, a.y + t1*dy}, true
}
