package forecast

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// QS is a test for a season that is left in a series: the autocorrelations at one
// and two years of its differences, those above zero,
//
//	QS = n(n+2)·{r_m²/(n−m) + max(r_2m, 0)²/(n−2m)},  0 unless r_m > 0
//
// and the probability that a series without season has at least that value, by the
// χ² distribution with two degrees of freedom. y is a level at consecutive periods,
// m of them in a year; it is differenced differences times. Both are NaN for fewer
// than three years or missing values; differences that no level is printed with digits
// for have no season. With two differences QS is the number of
// X-13ARIMA-SEATS 1.1 (qslog: no) for a series with an airline model.
//
// Reference: A. Maravall, "Update on seasonal adjustment quality measures in
// TRAMO-SEATS", 2012; U.S. Census Bureau, X-13ARIMA-SEATS Reference Manual, 2017,
// section 7.
func QS(y []float64, m, differences int) (qs, probability float64) {
	z := y
	for range differences {
		z = lagged(z, 1)
	}
	if m < 2 || len(z) < 3*m || needWhole(z) != nil {
		return math.NaN(), math.NaN()
	}
	if largest(z) <= leastMove*largest(y) {
		return 0, 1
	}
	n := float64(len(z))
	r := autocorrelation(z, 2*m)
	if r[m] > 0 {
		qs = n * (n + 2) * (r[m]*r[m]/(n-float64(m)) + math.Pow(max(r[2*m], 0), 2)/(n-float64(2*m)))
	}
	return qs, distuv.ChiSquared{K: 2}.Survival(qs)
}

// leastMove is the size, in parts of the level, up to which moves are no more than what
// the search for a model leaves.
const leastMove = 1e-8
