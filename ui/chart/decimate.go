package chart

import "slices"

// dense is the number of points a step from which a curve is a filled shape to
// the eye.
const dense = 8

// crowded reports whether a curve has more than dense points a step.
func crowded(pts []point, step float64) bool {
	n := len(pts)
	return n > 100 && step > 0 && float64(n)*step > dense*(pts[n-1].x-pts[0].x)
}

// decimate thins a curve of more than two points a step to the first, least,
// greatest and last of each step, in their order, so that the picture stays the
// same. Points are sorted by x.
func decimate(pts []point, step float64) []point {
	n := len(pts)
	if n < 5 || step <= 0 || float64(n) <= 2*(pts[n-1].x-pts[0].x)/step {
		return pts
	}
	out := make([]point, 0, n/4)
	for c := range columns(pts, step) {
		last := -1
		for _, k := range [4]int{c.first, min(c.lo, c.hi), max(c.lo, c.hi), c.last} {
			if k > last {
				out = append(out, pts[k])
				last = k
			}
		}
	}
	return out
}

// envelope returns the outline of a crowded curve drawn width wide.
func envelope(pts []point, step, width float64) []point {
	var upper, lower []point
	for c := range columns(pts, step) {
		x := (pts[c.first].x + pts[c.last].x) / 2
		upper = append(upper, point{x, pts[c.lo].y - width/2})
		lower = append(lower, point{x, pts[c.hi].y + width/2})
	}
	slices.Reverse(lower)
	return append(upper, lower...)
}

// column is a run of points within one step: the indices of its first and last
// point and of those with the least and the greatest y.
type column struct{ first, last, lo, hi int }

// columns yields the columns of a curve from left to right.
func columns(pts []point, step float64) func(yield func(column) bool) {
	return func(yield func(column) bool) {
		for i := 0; i < len(pts); {
			until := pts[i].x + step
			c := column{i, i, i, i}
			for j := i + 1; j < len(pts) && pts[j].x < until; j++ {
				c.last = j
				if pts[j].y < pts[c.lo].y {
					c.lo = j
				}
				if pts[j].y > pts[c.hi].y {
					c.hi = j
				}
			}
			if !yield(c) {
				return
			}
			i = c.last + 1
		}
	}
}
