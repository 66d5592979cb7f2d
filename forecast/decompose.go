package forecast

import "math"

// movingMean returns the centred moving mean of width m of y: for even m the
// 2×m mean with half weights at the ends. It is NaN within m/2 of both ends and
// where a value is missing.
func movingMean(y []float64, m int) []float64 {
	out, half := nans(len(y)), m/2
	for i := half; i+half < len(y); i++ {
		s := sum(y[i-half : i+half+1])
		if m%2 == 0 {
			s -= (y[i-half] + y[i+half]) / 2
		}
		out[i] = s / float64(m)
	}
	return out
}

// A seasonality is a pattern that repeats every year: one factor (or, if it is
// additive, one difference) per period, the first belonging to the first value
// of the series.
type seasonality struct {
	multiplicative bool
	figure         []float64
}

// seasonalityOf estimates a fixed seasonal pattern by classical decomposition:
// the mean over the years of y divided by (or less) its centred moving mean,
// scaled to mean 1 (shifted to mean 0). y holds at least two full years. It is
// false where a factor is not a usable number.
func seasonalityOf(y []float64, m int, multiplicative bool) (seasonality, bool) {
	trend := movingMean(y, m)
	s := seasonality{multiplicative, make([]float64, m)}
	for j := range m {
		total, n := 0.0, 0
		for i := j; i < len(y); i += m {
			d := y[i] - trend[i]
			if multiplicative {
				d = y[i] / trend[i]
			}
			if !math.IsNaN(d) {
				total += d
				n++
			}
		}
		s.figure[j] = total / float64(n)
	}
	centre := mean(s.figure)
	for j := range s.figure {
		if multiplicative {
			s.figure[j] /= centre
		} else {
			s.figure[j] -= centre
		}
		if f := s.figure[j]; math.IsNaN(f-f) || (multiplicative && math.Abs(f) < 1e-10) {
			return s, false
		}
	}
	return s, true
}

// at returns the seasonal term of the i-th period of the series, or beyond it.
func (s seasonality) at(i int) float64 { return s.figure[i%len(s.figure)] }

// remove returns y without the pattern.
func (s seasonality) remove(y []float64) []float64 {
	out := make([]float64, len(y))
	for i, v := range y {
		if s.multiplicative {
			out[i] = v / s.at(i)
		} else {
			out[i] = v - s.at(i)
		}
	}
	return out
}

// apply returns x, which stands at the i-th period, with the pattern.
func (s seasonality) apply(x float64, i int) float64 {
	if s.multiplicative {
		return x * s.at(i)
	}
	return x + s.at(i)
}

// seasonal reports whether y has a seasonal pattern: whether its autocorrelation
// at lag m differs from zero at the given normal quantile (1.645 for 90 %),
// judged by Bartlett's formula. It is false for fewer than minimum values.
//
// Reference: V. Assimakopoulos, K. Nikolopoulos, "The theta model", 2000; the
// same test is used in the M4 competition.
func seasonal(y []float64, m, minimum int, quantile float64) bool {
	n := len(y)
	if m <= 1 || n < minimum {
		return false
	}
	r := autocorrelation(y, m)
	v := 1.0
	for _, x := range r[1:m] {
		v += 2 * x * x
	}
	return math.Abs(r[m]) > quantile*math.Sqrt(v/float64(n))
}

// autocorrelation returns the autocorrelations of y at lags 0 … k.
func autocorrelation(y []float64, k int) []float64 {
	centre, r := mean(y), make([]float64, k+1)
	for lag := range r {
		for i := lag; i < len(y); i++ {
			r[lag] += (y[i] - centre) * (y[i-lag] - centre)
		}
	}
	for lag := k; lag >= 0; lag-- {
		r[lag] /= r[0]
	}
	return r
}
