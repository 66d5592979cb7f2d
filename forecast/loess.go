package forecast

import "math"

// A loess is a locally weighted regression on equally spaced points with tricube
// weights (W. S. Cleveland, "Robust locally weighted regression and smoothing
// scatterplots", 1979). It is evaluated at every jump-th point and joined by
// straight lines.
//
// Most neighbourhoods of a series look alike, and those of one without robustness
// weights give the same combination of their values: both are kept from call to call.
type loess struct {
	span   int  // points in a neighbourhood, odd
	linear bool // local lines instead of local means
	jump   int
	sets   []*neighbourhoods
}

// neighbourhoods are those of series of one length, by one more than the place of
// the point in them.
type neighbourhoods struct {
	n     int
	known []*neighbourhood
}

// A neighbourhood is the points around one, which lies offset behind the first of
// them. What follows from the weights is computed when it is asked for.
type neighbourhood struct {
	offset        int
	weight        []float64 // tricube weights
	first, second []float64 // these times the distance and its square
	combined      []float64 // what the values are multiplied by where no point is less robust
}

// smooth writes the smoothed y to out. robust holds a weight per point, or is nil.
func (l *loess) smooth(y, robust, out []float64) {
	n := len(y)
	if n < 2 {
		copy(out, y)
		return
	}
	set := l.set(n)
	jump := max(1, min(l.jump, n-1))
	last := 0
	for i := 0; i < n; i += jump {
		out[i] = l.place(set, y, robust, i)
		join(out, last, i)
		last = i
	}
	if last < n-1 {
		out[n-1] = l.place(set, y, robust, n-1)
		join(out, last, n-1)
	}
}

// place returns the regression at point i, whose neighbourhood is the span around
// it, moved inwards at the ends; a point without weight keeps its value.
func (l *loess) place(set *neighbourhoods, y, robust []float64, i int) float64 {
	n := len(y)
	left := max(0, min(i-(l.span-1)/2, n-l.span))
	right := min(n-1, left+l.span-1)
	if v, ok := l.at(set, y, robust, i, left, right); ok {
		return v
	}
	return y[i]
}

// join puts the points between a and b on a line.
func join(out []float64, a, b int) {
	for j := a + 1; j < b; j++ {
		out[j] = out[a] + (out[b]-out[a])*float64(j-a)/float64(b-a)
	}
}

// at evaluates the regression on the points left … right at x, which may lie one
// point beyond them. It is false if no point has weight.
func (l *loess) at(set *neighbourhoods, y, robust []float64, x, left, right int) (float64, bool) {
	h := set.known[x-left+1]
	if h == nil {
		h = l.around(set.n, x-left, right-left+1)
		set.known[x-left+1] = h
	}
	y = y[left : right+1]
	if robust == nil {
		if h.combined == nil {
			h.combined = h.combination(l.linear, l.closeness(set.n))
		}
		return dot(h.combined, y), true
	}
	robust = robust[left : right+1]
	if l.linear {
		return h.line(y, robust, l.closeness(set.n))
	}
	return h.mean(y, robust)
}

// mean returns Σwy/Σw, and false if no point has weight.
func (h *neighbourhood) mean(y, robust []float64) (float64, bool) {
	var w0, y0 float64
	robust = robust[:len(y)]
	for j, w := range h.weight[:len(y)] {
		w *= robust[j]
		w0 += w
		y0 += w * y[j]
	}
	return y0 / w0, w0 > 0
}

// line returns the local line at the point, with d the distance from it:
//
//	(Σwd²·Σwy − Σwd·Σwdy)/(Σw·Σwd² − (Σwd)²)
//
// The local mean is taken where the points that have weight lie too close together
// for a slope. It is false if no point has weight.
func (h *neighbourhood) line(y, robust []float64, closeness float64) (float64, bool) {
	if h.first == nil {
		h.first, h.second = h.moments()
	}
	var w0, w1, w2, y0, y1 float64
	k := len(y)
	weight, first, second := h.weight[:k], h.first[:k], h.second[:k]
	for j, r := range robust[:k] {
		rw, rf := r*weight[j], r*first[j]
		w0 += rw
		w1 += rf
		w2 += r * second[j]
		y0 += rw * y[j]
		y1 += rf * y[j]
	}
	if !(w0 > 0) {
		return 0, false
	}
	spread := w2/w0 - w1/w0*(w1/w0)
	if spread <= closeness*closeness {
		return y0 / w0, true
	}
	return (w2*y0 - w1*y1) / (w0 * w0 * spread), true
}

// closeness returns the standard distance of points below which no slope is taken
// in a series of n values.
func (l *loess) closeness(n int) float64 { return 0.001 * float64(n-1) }

// set returns the neighbourhoods of series of n values.
func (l *loess) set(n int) *neighbourhoods {
	for _, s := range l.sets {
		if s.n == n {
			return s
		}
	}
	s := &neighbourhoods{n, make([]*neighbourhood, min(l.span, n)+2)}
	l.sets = append(l.sets, s)
	return s
}

// around returns k neighbouring points, seen from a point that lies offset
// behind the first of them, in a series of n values.
func (l *loess) around(n, offset, k int) *neighbourhood {
	reach := float64(max(offset, k-1-offset))
	if l.span > n {
		reach += float64((l.span - n) / 2)
	}
	return &neighbourhood{offset: offset, weight: tricube(offset, k, reach)}
}

// moments returns the weights times the distance from the point and its square.
func (h *neighbourhood) moments() (first, second []float64) {
	k := len(h.weight)
	both := make([]float64, 2*k)
	for j, w := range h.weight {
		d := float64(j - h.offset)
		both[j], both[k+j] = w*d, w*d*d
	}
	return both[:k], both[k:]
}

// combination returns what the values are multiplied by to give the local mean or
// line where all are robust.
func (h *neighbourhood) combination(linear bool, closeness float64) []float64 {
	var w0, w1, w2 float64
	for j, w := range h.weight {
		d := float64(j - h.offset)
		w0, w1, w2 = w0+w, w1+w*d, w2+w*d*d
	}
	spread := w2/w0 - w1/w0*(w1/w0)
	if !linear || spread <= closeness*closeness {
		return rescale(h.weight, 1/w0)
	}
	out := make([]float64, len(h.weight))
	for j, w := range h.weight {
		out[j] = w * (w2 - w1*float64(j-h.offset)) / (w0 * w0 * spread)
	}
	return out
}

// tricube returns the weights (1 − (d/reach)³)³ of k points at the distances d from
// the offset. Within a thousandth of the reach the weight is 1, beyond 999
// thousandths 0.
func tricube(offset, k int, reach float64) []float64 {
	out := make([]float64, k)
	for j := range out {
		d := math.Abs(float64(j - offset))
		switch {
		case d <= 0.001*reach:
			out[j] = 1
		case d <= 0.999*reach:
			q := d / reach
			q = 1 - q*q*q
			out[j] = q * q * q
		}
	}
	return out
}
