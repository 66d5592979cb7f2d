package forecast

import "math"

// A loess is a locally weighted regression on equally spaced points with tricube
// weights (W. S. Cleveland, "Robust locally weighted regression and smoothing
// scatterplots", 1979). It is evaluated at every jump-th point and joined by
// straight lines.
type loess struct {
	span    int  // points in a neighbourhood, odd
	linear  bool // local lines instead of local means
	jump    int
	kernels map[int][][]float64 // by the length of the series and the place in the neighbourhood
}

// smooth writes the smoothed y to out. robust holds a weight per point, or is nil.
func (l *loess) smooth(y, robust, out []float64) {
	n := len(y)
	if n < 2 {
		copy(out, y)
		return
	}
	jump := max(1, min(l.jump, n-1))
	last := 0
	for i := 0; i < n; i += jump {
		l.place(y, robust, out, i)
		join(out, last, i)
		last = i
	}
	if last < n-1 {
		l.place(y, robust, out, n-1)
		join(out, last, n-1)
	}
}

// place evaluates the regression at point i, whose neighbourhood is the span
// around it, moved inwards at the ends; a point without weight keeps its value.
func (l *loess) place(y, robust, out []float64, i int) {
	n := len(y)
	left := max(0, min(i-(l.span-1)/2, n-l.span))
	right := min(n-1, left+l.span-1)
	if v, ok := l.at(y, robust, i, left, right); ok {
		out[i] = v
	} else {
		out[i] = y[i]
	}
}

// join puts the points between a and b on a line.
func join(out []float64, a, b int) {
	for j := a + 1; j < b; j++ {
		out[j] = out[a] + (out[b]-out[a])*float64(j-a)/float64(b-a)
	}
}

// at evaluates the regression on the points left … right at x, which may lie one
// point beyond them. It is false if no point has weight.
//
// With d the distance from x, the local line at x is
//
//	(Σwd²·Σwy − Σwd·Σwdy)/(Σw·Σwd² − (Σwd)²)
//
// and the local mean Σwy/Σw, which is taken as well where the points that have
// weight lie too close together for a slope.
func (l *loess) at(y, robust []float64, x, left, right int) (float64, bool) {
	kernel := l.kernel(len(y), x-left, right-left+1)
	var w0, w1, w2, y0, y1 float64
	for j, w := range kernel {
		if robust != nil {
			w *= robust[left+j]
		}
		v, d := y[left+j], float64(left+j-x)
		w0 += w
		w1 += w * d
		w2 += w * d * d
		y0 += w * v
		y1 += w * d * v
	}
	if !(w0 > 0) {
		return 0, false
	}
	spread := w2/w0 - w1/w0*(w1/w0)
	if !l.linear || math.Sqrt(max(spread, 0)) <= 0.001*float64(len(y)-1) {
		return y0 / w0, true
	}
	return (w2*y0 - w1*y1) / (w0 * w0 * spread), true
}

// kernel returns the tricube weights of k neighbouring points, seen from a point
// that lies offset behind the first of them, in a series of n values. They are
// kept: most neighbourhoods of a series look alike.
func (l *loess) kernel(n, offset, k int) []float64 {
	if l.kernels == nil {
		l.kernels = map[int][][]float64{}
	}
	known := l.kernels[n]
	if known == nil {
		known = make([][]float64, min(l.span, n)+2)
		l.kernels[n] = known
	}
	if known[offset+1] == nil {
		reach := float64(max(offset, k-1-offset))
		if l.span > n {
			reach += float64((l.span - n) / 2)
		}
		known[offset+1] = tricube(offset, k, reach)
	}
	return known[offset+1]
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
