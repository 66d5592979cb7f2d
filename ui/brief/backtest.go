package brief

import (
	"context"

	"yunxing/data"
	"yunxing/forecast"
	"yunxing/stats"
)

// Tried is how well a method would have projected past years at the same point
// of the year, on what was known then.
type Tried struct {
	Method     string
	Years      []int   // the latest first
	MAE        float64 // mean absolute error of the year's growth, in percentage points
	Bias       float64 // mean error; above zero if projections were too high
	In80, In95 float64 // per cent of the years within the bands, NaN where there was no band
}

// triedYears is the most past years that are tried.
const triedYears = 5

// yearMethods returns the methods that a year is projected by, the default first.
func yearMethods() []forecast.YearMethod {
	return []forecast.YearMethod{forecast.AutoYear{}, forecast.CompletionRatio{}, forecast.RestOfYear{Method: forecast.ETS{}}}
}

// backtest projects past years from the same quarter with every method, and returns
// the scores and the index of the method that they speak for.
func (d Desk) backtest(ctx context.Context, p *Projection) ([]Tried, int, error) {
	var pasts []forecast.YearPast
	for y := p.Year - 1; y >= p.Year-triedYears; y-- {
		past, ok, err := d.past(ctx, p, y)
		if err != nil {
			return nil, 0, err
		}
		if !ok {
			break
		}
		pasts = append(pasts, past)
	}
	scores, err := forecast.ScorePasts(ctx, yearMethods(), pasts)
	if err != nil {
		return nil, 0, err
	}
	out := make([]Tried, len(scores))
	for i, s := range scores {
		out[i] = Tried{Method: s.Method, Bias: s.Bias, In80: s.In80, In95: s.In95}
		if len(s.Trials) > 0 {
			out[i].MAE = s.MAE
		}
		for _, t := range s.Trials {
			out[i].Years = append(out[i].Years, t.Year)
		}
	}
	return out, forecast.Choose(scores).Index, nil
}

// past returns a year as it was known at the same quarter: relative levels around
// the profile of the year before. It is false where the outcome is not known, or
// fewer than three whole years stand before the year.
func (d Desk) past(ctx context.Context, p *Projection, year int) (forecast.YearPast, bool, error) {
	k := p.At.Number()
	outcome := p.Series.At(data.Quarter(year, 4))
	if !outcome.Known() {
		return forecast.YearPast{}, false, nil
	}
	profile, err := d.Profile(ctx, year-1)
	if err != nil {
		return forecast.YearPast{}, false, err
	}
	path := stats.NewRelativePath(p.Series.Cut(data.Quarter(year, k)), profile)
	n := data.Quarter(year, k).Sub(path.Start) + 1
	if n < 13 || n > len(path.Cumulative) {
		return forecast.YearPast{}, false, nil
	}
	path.Cumulative = path.Cumulative[:n]
	return forecast.YearPast{Year: year, Values: path.Single(), Calendar: forecast.CalendarFrom(path.Start), Growth: outcome.Value}, true, nil
}
