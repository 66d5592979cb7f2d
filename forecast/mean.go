package forecast

import (
	"context"
	"math"
)

// Mean projects the mean of all values that are known.
//
//	ŷ_{n+h} = ȳ
//
// Intervals are Student's t with n − 1 degrees of freedom and the standard error
// s√(1 + 1/n). Missing values are left out. Errors: ErrTooShort for fewer than
// two values, ErrMissing, ErrScale.
type Mean struct{}

// ID implements Method.
func (Mean) ID() string { return "mean" }

// Fit implements Method.
func (Mean) Fit(_ context.Context, y []float64, season int) (Model, error) {
	return fitWith(y, season, fitMean)
}

// fitMean is the kernel of Mean.
func fitMean(y []float64, _ int) (Model, error) {
	n, centre, ss := float64(count(y)), mean(y), 0.0
	fitted := make([]float64, len(y))
	for i, v := range y {
		fitted[i] = centre
		if !math.IsNaN(v) {
			ss += (v - centre) * (v - centre)
		}
	}
	s := meanSpread{math.Sqrt(ss / (n - 1)), n}
	return fixedModel{
		fitted:     fitted,
		parameters: []Parameter{{Name: "mean", Value: centre}, {Name: "sigma", Value: s.sigma}},
		forecast: func(h int) Forecast {
			path := make([]float64, h)
			for i := range path {
				path[i] = centre
			}
			return Forecast{Mean: path, dist: symmetric{path, s, n - 1}}
		},
	}, nil
}

// A meanSpread adds the error of an estimated mean to independent errors.
type meanSpread struct{ sigma, n float64 }

// sd implements spread.
func (s meanSpread) sd(int) float64 { return s.sigma * math.Sqrt(1+1/s.n) }

// totalSD implements spread: the error of the mean is common to all steps.
func (s meanSpread) totalSD(k int) float64 {
	return s.sigma * math.Sqrt(float64(k)+float64(k)*float64(k)/s.n)
}
