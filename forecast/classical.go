package forecast

import (
	"fmt"
	"math"
)

// A Decomposition splits a series into parts that belong to its periods one by
// one. With Multiplicative parts
//
//	y_t = Trend_t · Seasonal_t · Remainder_t
//
// else they add up. The trend of a classical decomposition, and with it the
// remainder, is not known (NaN) within half a year of both ends.
type Decomposition struct {
	Multiplicative bool
	Trend          []float64
	Seasonal       []float64
	Remainder      []float64
	Weights        []float64 // of robust fits: 1 for an ordinary period, 0 for one that is left out; else nil
}

// Adjusted returns the seasonally adjusted series: y without its seasonal part.
func (d Decomposition) Adjusted(y []float64) []float64 {
	out := make([]float64, len(y))
	for i, v := range y {
		if d.Multiplicative {
			out[i] = v / d.Seasonal[i]
		} else {
			out[i] = v - d.Seasonal[i]
		}
	}
	return out
}

// Classical decomposes y, values at consecutive periods, by centred moving means
// of a year (M. G. Kendall, A. Stuart, "The Advanced Theory of Statistics", vol.
// 3, 1983): the trend is the moving mean, the seasonal pattern the mean over the
// years of the values without trend, scaled to mean 1 (shifted to mean 0). Errors:
// ErrSeason for no season, ErrTooShort for fewer than two years, ErrMissing,
// ErrScale, ErrNotPositive if factors are asked for and a value is negative or the
// pattern is no usable number.
func Classical(y []float64, season int, multiplicative bool) (Decomposition, error) {
	if err := needDecomposable(y, season); err != nil {
		return Decomposition{}, err
	}
	if multiplicative && !multipliable(y) {
		return Decomposition{}, fmt.Errorf("%w: classical decomposition", ErrNotPositive)
	}
	s, ok := seasonalityOf(y, season, multiplicative)
	if !ok {
		return Decomposition{}, fmt.Errorf("%w: the seasonal pattern", ErrNotPositive)
	}
	d := Decomposition{
		Multiplicative: multiplicative, Trend: movingMean(y, season),
		Seasonal: make([]float64, len(y)), Remainder: make([]float64, len(y)),
	}
	rest := s.remove(y)
	for i := range y {
		d.Seasonal[i] = s.at(i)
		d.Remainder[i] = rest[i] - d.Trend[i]
		if multiplicative {
			d.Remainder[i] = rest[i] / d.Trend[i]
		}
	}
	return d, nil
}

// needDecomposable returns why y cannot be decomposed, or nil.
func needDecomposable(y []float64, season int) error {
	if season < 2 || season > 366 {
		return fmt.Errorf("%w: %d", ErrSeason, season)
	}
	if err := needLength(y, 2*season); err != nil {
		return err
	}
	if err := needWhole(y); err != nil {
		return err
	}
	for _, v := range y {
		if math.Abs(v) > maxDecomposed {
			return fmt.Errorf("%w: a value is beyond %g", ErrScale, maxDecomposed)
		}
	}
	return nil
}

// maxDecomposed is the largest value of which sums over a series, and products
// with weights, cannot leave the range of numbers.
const maxDecomposed = 1e300
