package forecast

import (
	"context"
	"fmt"
	"math"
)

// A Scenario is what an analyst assumes of the rest of a year, and the target that
// the year is held against.
type Scenario struct {
	Overrides []float64 // values of the next periods, in the unit of the series; NaN is not allowed
	Target    float64   // growth of the year in per cent; NaN for none
}

// A ScenarioResult is a year with and without the analyst's assumptions. What is
// not known is NaN.
type ScenarioResult struct {
	Base YearProjection // on what is known alone
	With YearProjection // with the overrides as if they were known

	TargetTotal    float64 // Previous·(1 + Target/100), in the unit of the series
	Gap            float64 // With.Total − TargetTotal
	RequiredRest   float64 // sum of the periods that are neither known nor overridden
	RequiredGrowth float64 // its growth over the same periods of the year before, per cent
	BaseChance     float64 // probability that the year reaches the target, per cent
	WithChance     float64 // the same with the overrides
}

// Run projects the last year of values by m with and without the overrides. They
// follow what is known without a gap and at most to the end of the year. Errors:
// those of FullYear, ErrOverride.
func (s Scenario) Run(ctx context.Context, m YearMethod, values []float64, c Calendar) (ScenarioResult, error) {
	var r ScenarioResult
	var err error
	if r.Base, err = FullYear(ctx, m, values, c); err != nil {
		return r, err
	}
	y, err := NewYearToDate(values, c)
	if err != nil {
		return r, err
	}
	if y, err = y.overridden(s.Overrides); err != nil {
		return r, err
	}
	if r.With, err = FullYear(ctx, m, y.Values, c); err != nil {
		return r, err
	}
	r.TargetTotal = r.Base.Previous * (1 + s.Target/100)
	r.Gap = r.With.Total - r.TargetTotal
	r.RequiredRest, r.RequiredGrowth = math.NaN(), math.NaN()
	if y.Rest() > 0 {
		r.RequiredRest = r.TargetTotal - y.ToDate(y.Last, y.Known)
		r.RequiredGrowth = growth(r.RequiredRest, y.Total(y.Last-1)-y.ToDate(y.Last-1, y.Known))
	}
	r.BaseChance, r.WithChance = r.Base.Chance(r.TargetTotal), r.With.Chance(r.TargetTotal)
	return r, nil
}

// overridden returns y with values put behind it. Error: ErrOverride.
func (y YearToDate) overridden(values []float64) (YearToDate, error) {
	if len(values) > y.Rest() {
		return y, fmt.Errorf("%w: %d values for %d periods", ErrOverride, len(values), y.Rest())
	}
	for i, v := range values {
		if math.IsNaN(v - v) {
			return y, fmt.Errorf("%w: period %d of %d is no number", ErrOverride, y.Known+i+1, y.Last)
		}
	}
	y.Values = append(append([]float64(nil), y.Values...), values...)
	y.Known += len(values)
	return y, nil
}

// Chance returns the probability in per cent that the total of the year is at
// least t: from the level at which a bound of the central interval meets t. It is
// between 0.1 and 99.9, as a band from thousands of paths cannot tell more, save
// for a year that is complete; NaN where t or the band is not known.
func (p YearProjection) Chance(t float64) float64 {
	lo, hi := p.Interval(50)
	if math.IsNaN(t) || math.IsNaN(lo) {
		return math.NaN()
	}
	if lo == hi {
		if p.Total >= t {
			return 100
		}
		return 0
	}
	const edge = 99.8
	below := func(level float64) bool { lo, _ := p.Interval(level); return lo <= t }
	above := func(level float64) bool { _, hi := p.Interval(level); return hi >= t }
	middle, _ := p.Interval(1e-6)
	if t < middle {
		return 50 + meets(below, edge)/2
	}
	return 50 - meets(above, edge)/2
}

// meets returns the smallest level up to edge at which reached holds, which it then
// does for every larger one.
func meets(reached func(level float64) bool, edge float64) float64 {
	lo, hi := 0.0, edge
	for range 50 {
		mid := (lo + hi) / 2
		if reached(mid) {
			hi = mid
		} else {
			lo = mid
		}
	}
	return hi
}
