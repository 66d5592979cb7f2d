package forecast

import "math"

// A loess is a locally weighted regression on equally spaced points with tricube
// weights (W. S. Cleveland, "Robust locally weighted regression and smoothing
// scatterplots", 1979). It is evaluated at every jump-th point and joined by
// straight lines.
type loess struct {
	span   int  // points in a neighbourhood, odd
	linear bool // local lines instead of local means
	jump   int
	weight []float64
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
	if v, ok := l.at(y, robust, float64(i), left, right); ok {
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

// at evaluates the regression on the points left … right at x, which may lie
// beyond them. It is false if no point has weight.
func (l *loess) at(y, robust []float64, x float64, left, right int) (float64, bool) {
	n := len(y)
	reach := max(x-float64(left), float64(right)-x)
	if l.span > n {
		reach += float64((l.span - n) / 2)
	}
	total := l.weigh(robust, x, reach, left, right)
	if !(total > 0) {
		return 0, false
	}
	w := l.weight
	for j := range w {
		w[j] /= total
	}
	if l.linear && reach > 0 {
		l.tilt(x, left, float64(n-1))
	}
	v := 0.0
	for j, u := range w {
		v += u * y[left+j]
	}
	return v, true
}

// weigh computes the tricube weights of the points left … right and their sum.
// Within a thousandth of the reach the weight is 1, beyond 999 thousandths 0.
func (l *loess) weigh(robust []float64, x, reach float64, left, right int) float64 {
	l.weight = append(l.weight[:0], make([]float64, right-left+1)...)
	total := 0.0
	for j := left; j <= right; j++ {
		r := math.Abs(float64(j) - x)
		w := 0.0
		switch {
		case r <= 0.001*reach:
			w = 1
		case r <= 0.999*reach:
			q := r / reach
			q = 1 - q*q*q
			w = q * q * q
		}
		if robust != nil {
			w *= robust[j]
		}
		l.weight[j-left] = w
		total += w
	}
	return total
}

// tilt turns weights of a mean into those of a line at x, unless the points that
// have weight lie too close together for a slope.
func (l *loess) tilt(x float64, left int, length float64) {
	centre, spread := 0.0, 0.0
	for j, w := range l.weight {
		centre += w * float64(left+j)
	}
	for j, w := range l.weight {
		d := float64(left+j) - centre
		spread += w * d * d
	}
	if math.Sqrt(spread) <= 0.001*length {
		return
	}
	slope := (x - centre) / spread
	for j := range l.weight {
		l.weight[j] *= 1 + slope*(float64(left+j)-centre)
	}
}
