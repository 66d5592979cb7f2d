package forecast

import (
	"context"
	"fmt"
	"math"
)

// A PeriodScore is how well a method would have projected the last known periods
// of a series. Errors are NaN without trials.
type PeriodScore struct {
	Method  string
	Origins int     // from which was projected
	Refused error   // why the method is not scored, or nil
	MAE     float64 // mean absolute error, in the unit of the series
	Bias    float64 // mean error: projected less actual
	MAPE    float64 // mean absolute error, in per cent of the value; NaN if a value is zero
	MASE    float64 // MAE over the mean absolute change to the same period of the year before
	In80    float64 // per cent of the values in the band, NaN if there is none
	In95    float64
}

// A PeriodBacktest says from where the past is projected.
type PeriodBacktest struct {
	Horizon int // periods ahead; 0 for a year
	Origins int // most origins; 0 for four
}

// Run projects the last periods of y by every method from several origins, each on
// what stood before it, a quarter of a year apart where there are that many periods
// in a year. All methods are judged on the same values; one that refuses an origin
// is listed with its reason and without a score. Errors: ErrHorizon, ErrTooShort if
// fewer than three years (or five values) stand before every origin, and those of
// ctx.
func (b PeriodBacktest) Run(ctx context.Context, methods []Method, y []float64, season int) ([]PeriodScore, error) {
	h, most := b.Horizon, b.Origins
	if h == 0 {
		h = max(season, 1)
	}
	if h < 0 || h > maxHorizon {
		return nil, fmt.Errorf("%w: %d", ErrHorizon, h)
	}
	if most <= 0 {
		most = 4
	}
	_, end := bounds(y)
	y = y[:end]
	var origins []int
	for n := len(y) - h; n >= max(3*season, 5) && len(origins) < most; n -= max(1, season/4) {
		origins = append(origins, n)
	}
	if len(origins) == 0 {
		return nil, fmt.Errorf("%w: %d values do not suffice to try projections of %d periods", ErrTooShort, len(y), h)
	}
	out := make([]PeriodScore, len(methods))
	for i, m := range methods {
		out[i] = scorePeriods(ctx, m, y, season, h, origins)
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("forecast: backtest: %w", err)
		}
	}
	return out, nil
}

// scorePeriods projects from every origin, the latest first.
func scorePeriods(ctx context.Context, m Method, y []float64, season, h int, origins []int) PeriodScore {
	s := PeriodScore{Method: m.ID(), Origins: len(origins)}
	size := meanSeasonalChange(y[:origins[len(origins)-1]], season)
	n := 0.0
	for _, o := range origins {
		f, err := Project(ctx, m, y[:o:o], season, h)
		if err != nil {
			nan := math.NaN()
			return PeriodScore{m.ID(), 0, err, nan, nan, nan, nan, nan, nan}
		}
		lo80, hi80 := f.Interval(80)
		lo95, hi95 := f.Interval(95)
		for i, p := range f.Mean {
			actual := y[o+i]
			if math.IsNaN(actual) {
				continue
			}
			n++
			s.MAE += math.Abs(p - actual)
			s.Bias += p - actual
			s.MAPE += 100 * math.Abs((p-actual)/actual)
			s.In80 += covered(actual, lo80[i], hi80[i])
			s.In95 += covered(actual, lo95[i], hi95[i])
		}
	}
	s.MAE, s.Bias, s.MAPE, s.In80, s.In95 = s.MAE/n, s.Bias/n, s.MAPE/n, s.In80/n, s.In95/n
	s.MASE = s.MAE / size
	for _, v := range []*float64{&s.MAPE, &s.MASE} {
		if math.IsInf(*v, 0) {
			*v = math.NaN()
		}
	}
	return s
}

// covered returns 100 for a value within bounds, 0 outside, NaN if they are unknown.
func covered(v, lo, hi float64) float64 {
	switch {
	case math.IsNaN(lo):
		return math.NaN()
	case v >= lo && v <= hi:
		return 100
	default:
		return 0
	}
}

// meanSeasonalChange returns the mean absolute change of y to the same period of
// the year before, NaN if no two such values are known.
func meanSeasonalChange(y []float64, season int) float64 {
	var changes []float64
	for i := season; i < len(y); i++ {
		changes = append(changes, math.Abs(y[i]-y[i-season]))
	}
	return mean(changes)
}

// ChoosePeriods returns the method with the smallest MAE, as Choose does for years.
func ChoosePeriods(scores []PeriodScore) Choice {
	c := Choice{Reason: ChosenAsFirst}
	for i, s := range scores {
		c.Years = max(c.Years, s.Origins)
		best := math.Inf(1)
		if scores[c.Index].Refused == nil {
			best = scores[c.Index].MAE
		}
		if s.Refused == nil && s.Origins >= 2 && s.MAE < best {
			c.Index, c.Reason = i, ChosenByError
		}
	}
	if c.Index == 0 {
		c.Reason = ChosenAsFirst
	}
	if c.Years < 2 {
		c.Index, c.Reason = 0, ChosenByTrust
	}
	return c
}
