package forecast

import (
	"context"
	"fmt"
	"math"
)

// Naive projects the last value: ŷ_{n+h} = y_n. Intervals are Gaussian with the
// standard error σ√h, σ² the mean square of the past changes. Errors:
// ErrTooShort, ErrMissing, ErrScale.
type Naive struct{}

// ID implements Method.
func (Naive) ID() string { return "naive" }

// Fit implements Method.
func (Naive) Fit(_ context.Context, y []float64, season int) (Model, error) {
	return fitWith(y, season, func(y []float64, _ int) (Model, error) { return fitLag(y, 1) })
}

// SeasonalNaive projects the value of the same period of the last year:
// ŷ_{n+h} = y_{n+h−m⌈h/m⌉}. Intervals are Gaussian with the standard error
// σ√⌈h/m⌉, σ² the mean square of the past changes against the year before.
// Errors: ErrTooShort for fewer than m + 1 values, ErrMissing if a value of the
// last year is missing, ErrScale.
type SeasonalNaive struct{}

// ID implements Method.
func (SeasonalNaive) ID() string { return "snaive" }

// Fit implements Method.
func (SeasonalNaive) Fit(_ context.Context, y []float64, season int) (Model, error) {
	return fitWith(y, season, fitLag)
}

// fitLag is the kernel of Naive and SeasonalNaive: the value lag periods ago.
func fitLag(y []float64, lag int) (Model, error) {
	n := len(y)
	if n <= lag {
		return nil, &Shortage{count(y), lag + 1}
	}
	if err := needWhole(y[n-lag:]); err != nil {
		return nil, err
	}
	fitted, ss, k := nans(n), 0.0, 0
	for i := lag; i < n; i++ {
		fitted[i] = y[i-lag]
		if e := y[i] - y[i-lag]; !math.IsNaN(e) {
			ss += e * e
			k++
		}
	}
	if k == 0 {
		return nil, fmt.Errorf("%w: no two values are %d periods apart", ErrMissing, lag)
	}
	last := append([]float64(nil), y[n-lag:]...)
	sigma := math.Sqrt(ss / float64(k))
	return fixedModel{
		fitted:     fitted,
		parameters: []Parameter{{Name: "sigma", Value: sigma}},
		forecast: func(h int) Forecast {
			path, psi := make([]float64, h), make([]float64, h)
			for i := range path {
				path[i] = last[i%lag]
				if i%lag == 0 {
					psi[i] = 1
				}
			}
			return Forecast{Mean: path, dist: symmetric{mean: path, spread: movingAverage{sigma, psi}}}
		},
	}, nil
}
