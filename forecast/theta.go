package forecast

import (
	"context"
	"math"
)

// Theta is the theta method of Assimakopoulos and Nikolopoulos: simple
// exponential smoothing with half the slope of the straight line through the
// series as drift, on the seasonally adjusted series.
//
//	ŷ_{n+h} = l_n + b/2·(h − 1 + (1 − (1−α)ⁿ)/α)
//
// The series is adjusted by classical multiplicative decomposition (additive if
// a value is negative) where a 90 % test finds it seasonal. Intervals are Gaussian
// with the standard error σ√(1 + (h−1)α²). Errors: ErrTooShort for fewer than
// four values, ErrMissing, ErrScale.
//
// α and the first level are those of the reference of the field, R's thetaf, on all
// 795 quarterly series of M1, M3 and Tourism: found by the same search (see
// polytope), which ends short of the smallest sum of squares on one series in a
// hundred, and there depends on the unit. The combinations take the smallest sum.
//
// References: V. Assimakopoulos, K. Nikolopoulos, "The theta model: a
// decomposition approach to forecasting", 2000; R. J. Hyndman, B. Billah,
// "Unmasking the Theta method", 2003.
type Theta struct{}

// ID implements Method.
func (Theta) ID() string { return "theta" }

// Fit implements Method.
func (Theta) Fit(_ context.Context, y []float64, season int) (Model, error) {
	return fitWith(y, season, fitTheta(referenceSmoothing))
}

// A smoothing estimates simple exponential smoothing: α, the first level and the
// sum of squared errors.
type smoothing func(y []float64) (alpha, level, sse float64)

// fitTheta returns the kernel of Theta with one way to estimate the smoothing.
func fitTheta(estimate smoothing) kernel {
	return func(y []float64, m int) (Model, error) { return thetaOf(y, m, estimate) }
}

// thetaOf fits the method to a series that may be seasonal.
func thetaOf(y []float64, m int, estimate smoothing) (Model, error) {
	if err := needWhole(y); err != nil {
		return nil, err
	}
	if err := needLength(y, 4); err != nil {
		return nil, err
	}
	if seasonal(y, m, 2*m+1, math.Sqrt2*math.Erfinv(0.9)) {
		if s, ok := seasonalityOf(y, m, multipliable(y)); ok {
			return reseasoned{thetaLine(s.remove(y), estimate), s, len(y)}, nil
		}
	}
	return thetaLine(y, estimate), nil
}

// thetaLine fits the method to a series without season.
func thetaLine(y []float64, estimate smoothing) Model {
	alpha, level, sse := estimate(y)
	n := float64(len(y))
	_, slope := line(y)
	half := slope / 2
	fitted := make([]float64, len(y))
	for i, v := range y {
		fitted[i] = level + half*drifted(alpha, float64(i), 1)
		level += alpha * (v - level)
	}
	sigma := math.Sqrt(sse / (n - 2))
	return fixedModel{
		fitted: fitted,
		parameters: []Parameter{
			{Name: "alpha", Value: alpha},
			{Name: "drift", Value: half},
			{Name: "level", Value: level},
			{Name: "sigma", Value: sigma},
		},
		forecast: func(h int) Forecast {
			path, psi := make([]float64, h), make([]float64, h)
			for i := range path {
				path[i], psi[i] = level+half*drifted(alpha, n, float64(i+1)), alpha
			}
			if h > 0 {
				psi[0] = 1
			}
			return Forecast{Mean: path, dist: symmetric{mean: path, spread: movingAverage{sigma, psi}}}
		},
	}
}

// drifted returns h − 1 + (1 − (1−α)ⁿ)/α, the length of drift at step h.
func drifted(alpha, n, h float64) float64 {
	return h - 1 + (1-math.Pow(1-alpha, n))/alpha
}

// referenceSmoothing finds the smoothing as the reference does, from α a fifth of the
// way between its bounds and the mean of the first ten values.
func referenceSmoothing(y []float64) (alpha, level, sse float64) {
	var search polytope
	found := search.minimise(
		func(x []float64) float64 { return smoothingSquares(y, x[0], x[1]) / float64(len(y)) },
		[]float64{smoothLow + 0.2*(smoothHigh-smoothLow), mean(y[:min(10, len(y))])}, 2000)
	return found[0], found[1], smoothingSquares(y, found[0], found[1])
}

// bestSmoothing finds the smoothing with the smallest sum of squared errors.
//
// Where the sum has several minima over α, the one is taken that a search with
// wide steps reaches from α = 0.2 and the mean of the first ten values, the usual
// start of the field. It is then made exact: for given α the errors are linear in
// the level, and α is found by golden section.
func bestSmoothing(y []float64) (alpha, level, sse float64) {
	var search simplex
	start := []float64{0.2, mean(y[:min(10, len(y))])}
	found, _ := search.minimise(func(x []float64) float64 { return smoothingDeviance(y, x[0], x[1]) },
		start, []float64{0.75, max(math.Abs(start[1])/10, roughness(y)/10)}, 500, 1e-6)
	const near = 0.01
	lo, hi := max(found[0]-near, smoothLow), min(found[0]+near, smoothHigh)
	alpha, _ = golden(func(a float64) float64 {
		_, s := firstLevel(y, a)
		return s
	}, lo, hi)
	level, sse = firstLevel(y, alpha)
	for _, edge := range []float64{smoothLow, smoothHigh} {
		if l, s := firstLevel(y, edge); s < sse && math.Abs(edge-found[0]) <= near {
			alpha, level, sse = edge, l, s
		}
	}
	return alpha, level, sse
}

// smoothingDeviance returns n log Σe² of simple exponential smoothing.
func smoothingDeviance(y []float64, alpha, level float64) float64 {
	sse := smoothingSquares(y, alpha, level)
	return float64(len(y)) * math.Log(max(sse, math.SmallestNonzeroFloat64))
}

// smoothingSquares returns Σe² of simple exponential smoothing from a first level,
// +Inf for α outside its bounds.
func smoothingSquares(y []float64, alpha, level float64) float64 {
	if alpha < smoothLow || alpha > smoothHigh {
		return math.Inf(1)
	}
	sse := 0.0
	for _, v := range y {
		e := v - level
		sse += e * e
		level += alpha * e
	}
	return sse
}

// firstLevel returns the best first level for α and the sum of squared errors:
// e_t = u_t − (1−α)^t·l with u the errors from level 0.
func firstLevel(y []float64, alpha float64) (level, sse float64) {
	run, decay := 0.0, 1.0
	num, den := 0.0, 0.0
	for _, v := range y {
		u := v - run
		num += u * decay
		den += decay * decay
		run += alpha * u
		decay *= 1 - alpha
	}
	level = num / den
	run = level
	for _, v := range y {
		e := v - run
		sse += e * e
		run += alpha * e
	}
	return level, sse
}
