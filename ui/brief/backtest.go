package brief

import (
	"context"
	"errors"
	"math"

	"yunxing/data"
	"yunxing/forecast"
	"yunxing/stats"
)

// Tried is how well a method would have projected past years at the same point
// of the year, on what was known then.
type Tried struct {
	Method string
	Years  []int   // the latest first
	MAE    float64 // mean absolute error of the year's growth, in percentage points
}

// triedYears is the most past years that are tried, and fewestTried how many it
// takes to choose a method by them.
const (
	triedYears  = 5
	fewestTried = 2
)

// yearMethods returns the methods that a year is projected by, the default first.
func yearMethods() []forecast.YearMethod {
	return []forecast.YearMethod{forecast.AutoYear{}, forecast.CompletionRatio{}, forecast.RestOfYear{Method: forecast.ETS{}}}
}

// backtest projects past years from the same quarter with every method. A year
// counts only if each method projects it, so that all are judged on the same
// years.
func (d Desk) backtest(ctx context.Context, p *Projection) ([]Tried, error) {
	methods := yearMethods()
	out := make([]Tried, len(methods))
	for i, m := range methods {
		out[i].Method = m.ID()
	}
	for y := p.Year - 1; y >= p.Year-triedYears; y-- {
		errs, err := d.errorsIn(ctx, p, y, methods)
		if err != nil {
			return nil, err
		}
		if errs == nil {
			break
		}
		for i := range out {
			n := float64(len(out[i].Years))
			out[i].MAE = (out[i].MAE*n + errs[i]) / (n + 1)
			out[i].Years = append(out[i].Years, y)
		}
	}
	return out, nil
}

// errorsIn returns the absolute error of each method in one past year, and nil if
// one of them does not project it or the outcome is not known.
func (d Desk) errorsIn(ctx context.Context, p *Projection, year int, methods []forecast.YearMethod) ([]float64, error) {
	k := p.At.Number()
	outcome := p.Series.At(data.Quarter(year, 4))
	if !outcome.Known() {
		return nil, nil
	}
	profile, err := d.Profile(ctx, year-1)
	if err != nil {
		return nil, err
	}
	path := stats.NewRelativePath(p.Series.Cut(data.Quarter(year, k)), profile)
	n := data.Quarter(year, k).Sub(path.Start) + 1
	if n < 13 || n > len(path.Cumulative) {
		return nil, nil // fewer than three whole years before it
	}
	path.Cumulative = path.Cumulative[:n]
	out := make([]float64, len(methods))
	for i, m := range methods {
		f, err := forecast.FullYear(ctx, m, path.Single(), forecast.CalendarFrom(path.Start))
		var refused *forecast.Refusal
		if errors.As(err, &refused) || err == nil && math.IsNaN(f.Growth) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		out[i] = math.Abs(f.Growth - outcome.Value)
	}
	return out, nil
}

// best returns the index of the method with the smallest error, the default where
// too few years could be tried.
func best(tried []Tried) int {
	at := 0
	for i, t := range tried {
		if len(t.Years) >= fewestTried && t.MAE < tried[at].MAE {
			at = i
		}
	}
	return at
}
