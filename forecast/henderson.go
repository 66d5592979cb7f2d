package forecast

import "math"

// henderson returns the symmetric weights of the Henderson mean of 2p + 1 terms,
// which passes cubics and is otherwise as smooth as can be.
//
// Reference: R. Henderson, "Note on graduation by adjusted average", 1916; the
// closed form in D. Ladiray, B. Quenneville, "Seasonal Adjustment with the X-11
// Method", 2001, p. 33.
func henderson(p int) []float64 {
	n := float64(p + 2)
	n2 := n * n
	out := make([]float64, 2*p+1)
	for i := range out {
		j := float64(i - p)
		j2 := j * j
		out[i] = 315 * ((n-1)*(n-1) - j2) * (n2 - j2) * ((n+1)*(n+1) - j2) * (3*n2 - 16 - 11*j2) /
			(8 * n * (n2 - 1) * (4*n2 - 1) * (4*n2 - 9) * (4*n2 - 25))
	}
	return out
}

// musgrave returns the weights that take the place of the symmetric weights w where
// only the first have of their points exist: those whose revision is smallest in
// the mean if the series is a line plus noise, noise being the ratio of the mean
// absolute changes of the irregular and of the trend.
//
// Reference: J. C. Musgrave, "A set of end weights to end all end weights", 1964;
// the formula in M. Doherty, "The surrogate Henderson filters in X-11", 2001.
func musgrave(w []float64, have int, noise float64) []float64 {
	m := float64(have)
	d := 0.0
	if noise > 0 {
		d = 4 / math.Pi / (noise * noise)
	}
	left, tilt := 0.0, 0.0
	for i := have; i < len(w); i++ {
		left += w[i]
		tilt += (float64(i+1) - (m+1)/2) * w[i]
	}
	out := make([]float64, have)
	for j := range out {
		out[j] = w[j] + left/m + (float64(j+1)-(m+1)/2)*d/(1+m*(m-1)*(m+1)/12*d)*tilt
	}
	return out
}

// hendersonMean smooths y by the Henderson mean of 2p + 1 terms, with Musgrave's
// weights at both ends.
func hendersonMean(y []float64, p int) []float64 {
	w := henderson(p)
	out := make([]float64, len(y))
	for t := range y {
		before, after := min(p, t), min(p, len(y)-1-t)
		switch {
		case before == p && after == p:
			out[t] = dot(w, y[t-p:])
		case after < p && before == p:
			out[t] = dot(musgrave(w, p+1+after, endNoise(p)), y[t-p:])
		case before < p && after == p:
			end := musgrave(w, p+1+before, endNoise(p))
			for j, v := range end {
				out[t] += v * y[t+p-j]
			}
		default:
			out[t] = mean(y)
		}
	}
	return out
}

// endNoise returns the ratio of irregular to trend that X-11 takes for the end
// weights of the Henderson mean of 2p + 1 terms.
//
// Reference: U.S. Census Bureau, X-13ARIMA-SEATS Reference Manual, 2017, section
// 7.19, trendic.
func endNoise(p int) float64 {
	switch p {
	case 2:
		return 0.001
	case 4:
		return 1
	case 6:
		return 3.5
	default:
		return 4.5
	}
}

// dot returns Σw_i·x_i over the length of w.
func dot(w, x []float64) float64 {
	s := 0.0
	for i, v := range w {
		s += v * x[i]
	}
	return s
}
