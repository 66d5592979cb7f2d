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
// References: V. Assimakopoulos, K. Nikolopoulos, "The theta model: a
// decomposition approach to forecasting", 2000; R. J. Hyndman, B. Billah,
// "Unmasking the Theta method", 2003.
type Theta struct{}

// ID implements Method.
func (Theta) ID() string { return "theta" }

// Fit implements Method.
func (Theta) Fit(_ context.Context, y []float64, season int) (Model, error) {
	return fitWith(y, season, fitTheta)
}

// fitTheta is the kernel of Theta.
func fitTheta(y []float64, m int) (Model, error) {
	if err := needWhole(y); err != nil {
		return nil, err
	}
	if err := needLength(y, 4); err != nil {
		return nil, err
	}
	if seasonal(y, m, 2*m+1, math.Sqrt2*math.Erfinv(0.9)) {
		if s, ok := seasonalityOf(y, m, multipliable(y)); ok {
			return reseasoned{thetaLine(s.remove(y)), s, len(y)}, nil
		}
	}
	return thetaLine(y), nil
}

// thetaLine fits the method to a series without season.
func thetaLine(y []float64) Model {
	alpha, level, sse := simpleSmoothing(y)
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

// simpleSmoothing returns the smoothing parameter and the first level of simple
// exponential smoothing with the smallest sum of squared errors, and that sum.
// For given α the errors are linear in the level, which is solved exactly; α is
// found on a grid and by golden section.
func simpleSmoothing(y []float64) (alpha, level, sse float64) {
	const steps = 40
	best, at := math.Inf(1), 0
	grid := func(i int) float64 { return smoothLow + (smoothHigh-smoothLow)*float64(i)/steps }
	for i := range steps + 1 {
		if _, s := firstLevel(y, grid(i)); s < best {
			best, at = s, i
		}
	}
	lo, hi := grid(max(at-1, 0)), grid(min(at+1, steps))
	ratio := (math.Sqrt(5) - 1) / 2
	a, b := hi-ratio*(hi-lo), lo+ratio*(hi-lo)
	_, fa := firstLevel(y, a)
	_, fb := firstLevel(y, b)
	for hi-lo > 1e-10 {
		if fa <= fb {
			hi, b, fb = b, a, fa
			a = hi - ratio*(hi-lo)
			_, fa = firstLevel(y, a)
		} else {
			lo, a, fa = a, b, fb
			b = lo + ratio*(hi-lo)
			_, fb = firstLevel(y, b)
		}
	}
	alpha = (lo + hi) / 2
	level, sse = firstLevel(y, alpha)
	if l, s := firstLevel(y, grid(at)); s < sse {
		return grid(at), l, s
	}
	return alpha, level, sse
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
