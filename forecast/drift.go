package forecast

import (
	"context"
	"math"
)

// Drift continues the straight line from the first to the last value:
//
//	ŷ_{n+h} = y_n + h·b,  b = (y_n − y_1)/(n − 1)
//
// Intervals are Gaussian with the standard error σ√(h(1 + h/(n − 1))), which
// includes the error of b. Errors: ErrTooShort for fewer than three values,
// ErrMissing, ErrScale.
type Drift struct{}

// ID implements Method.
func (Drift) ID() string { return "drift" }

// Fit implements Method.
func (Drift) Fit(_ context.Context, y []float64, season int) (Model, error) {
	return fitWith(y, season, fitDrift)
}

// fitDrift is the kernel of Drift.
func fitDrift(y []float64, _ int) (Model, error) {
	if err := needLength(y, 3); err != nil {
		return nil, err
	}
	n := len(y)
	b := (y[n-1] - y[0]) / float64(n-1)
	fitted, ss, k := nans(n), 0.0, 0
	for i := 1; i < n; i++ {
		fitted[i] = y[i-1] + b
		if e := y[i] - fitted[i]; !math.IsNaN(e) {
			ss += e * e
			k++
		}
	}
	s := driftSpread{math.Sqrt(ss / float64(max(k-1, 1))), float64(n - 1)}
	last := y[n-1]
	return fixedModel{
		fitted:     fitted,
		parameters: []Parameter{{Name: "drift", Value: b}, {Name: "sigma", Value: s.sigma}},
		forecast: func(h int) Forecast {
			path := make([]float64, h)
			for i := range path {
				path[i] = last + float64(i+1)*b
			}
			f := Forecast{Mean: path}
			if k > 1 {
				f.dist = symmetric{mean: path, spread: s}
			}
			return f
		},
	}, nil
}

// A driftSpread adds the error of an estimated drift to that of a random walk.
type driftSpread struct{ sigma, changes float64 }

// sd implements spread.
func (s driftSpread) sd(step int) float64 {
	h := float64(step + 1)
	return s.sigma * math.Sqrt(h*(1+h/s.changes))
}

// totalSD implements spread: Σ_{i,j≤n} (min(i,j) + ij/(N−1)).
func (s driftSpread) totalSD(n int) float64 {
	k := float64(n)
	walk := k * (k + 1) * (2*k + 1) / 6
	slope := k * (k + 1) / 2
	return s.sigma * math.Sqrt(walk+slope*slope/s.changes)
}
