package forecast

import (
	"context"
	"fmt"
	"math"
)

// A YearTrial is a past year that was projected on what was known then.
type YearTrial struct {
	Year        int
	Actual      float64 // total of the year
	Projected   float64
	Error       float64 // of the growth, in percentage points: projected less actual
	In80, In95  bool    // the total lies in the band; false where there is none
	HasInterval bool
	change      float64 // mean absolute change of the totals before
}

// A YearPast is what was known at a point of a past year, and what became of it.
type YearPast struct {
	Year   int
	Values []float64 // from the first period to the point, NaN for what is missing
	Calendar
	Growth float64 // of the year, as it became known, in per cent
}

// ScorePasts projects past years by every method, each on what was known then, and
// scores them on the same years: from the first of pasts, the latest year, up to
// the first that a method refuses or whose growth is not known. The total of a year
// is that of the year before, as it was known, grown as the year did. Scores come
// in the order of methods, without Relative where no method is the three-year
// completion ratio. Errors: those of ctx.
func ScorePasts(ctx context.Context, methods []YearMethod, pasts []YearPast) ([]YearScore, error) {
	out := make([]YearScore, len(methods))
	base := math.NaN()
	for i, m := range methods {
		out[i].Method = m.ID()
	}
	for _, past := range pasts {
		trials, err := past.tryAll(ctx, methods)
		if err != nil {
			return nil, err
		}
		if trials == nil {
			break
		}
		for i, t := range trials {
			out[i].Trials = append(out[i].Trials, t)
		}
	}
	for i := range out {
		out[i].summarise()
		if out[i].Method == (CompletionRatio{}).ID() && out[i].MAE > 0 {
			base = out[i].MAE
		}
	}
	for i := range out {
		out[i].Relative = out[i].MAE / base
	}
	return out, nil
}

// tryAll projects the year by every method, nil if one of them does not.
func (p YearPast) tryAll(ctx context.Context, methods []YearMethod) ([]YearTrial, error) {
	out := make([]YearTrial, len(methods))
	for i, m := range methods {
		f, err := FullYear(ctx, m, p.Values, p.Calendar)
		if stop := ctx.Err(); stop != nil {
			return nil, fmt.Errorf("forecast: backtest: %w", stop)
		}
		if err != nil || math.IsNaN(f.Growth-p.Growth) {
			return nil, nil
		}
		y := YearToDate{Values: p.Values, Calendar: p.Calendar, Last: f.Year, Known: f.Known}
		out[i] = y.trial(f, f.Previous*(1+p.Growth/100), p.Growth)
	}
	return out, nil
}

// trial compares a projection with what the year became.
func (y YearToDate) trial(p YearProjection, actual, grown float64) YearTrial {
	return YearTrial{
		Year: p.Year, Actual: actual, Projected: p.Total, Error: p.Growth - grown, HasInterval: !math.IsNaN(p.Lo95),
		In80: actual >= p.Lo80 && actual <= p.Hi80, In95: actual >= p.Lo95 && actual <= p.Hi95,
		change: y.meanChange(p.Year),
	}
}

// A YearScore is how well a method would have projected past years from the same
// point of the year. Errors are NaN without trials.
type YearScore struct {
	Method   string
	Trials   []YearTrial // the latest year first
	Refused  error       // why the method is not scored, or nil
	MAE      float64     // mean absolute error of the growth of the year, in percentage points
	Bias     float64     // mean error of it; above zero if projections were too high
	MAPE     float64     // mean absolute error of the total, in per cent of it
	MASE     float64     // mean absolute error of the total over the mean absolute change of totals before
	Relative float64     // MAE over that of the three-year completion ratio, NaN if that is zero
	In80     float64     // per cent of the totals in the band, NaN if a trial has no band
	In95     float64
}

// A YearBacktest says which past years are tried.
type YearBacktest struct {
	Known int // periods of the year that are known; 0 for as many as of the last year
	Years int // most years; 0 for five
}

// fewestBefore is the number of whole years before a year that is tried.
const fewestBefore = 3

// Run projects past years of a series by every method, each on the values up to
// the same period of that year, and scores them on the same years: those with
// known totals that the three-year completion ratio can project. A method that
// refuses one of them is listed with its reason and without a score. Values are
// taken as they are known today; figures revised since make the past look easier
// than it was. Scores come in the order of methods.
//
// Errors: those of NewYearToDate, ErrTooShort if no year can be tried, and those
// of ctx.
func (b YearBacktest) Run(ctx context.Context, methods []YearMethod, values []float64, c Calendar) ([]YearScore, error) {
	y, err := NewYearToDate(values, c)
	if err != nil {
		return nil, err
	}
	known := b.Known
	if known <= 0 || known >= y.Season {
		known = y.Known
	}
	if known == y.Season {
		known = max(1, y.Season-1)
	}
	base, err := b.baseline(ctx, y, known)
	if err != nil {
		return nil, err
	}
	out := make([]YearScore, len(methods))
	for i, m := range methods {
		if out[i], err = base.score(ctx, m, y, known); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// baseline returns the trials of the completion ratio, which decides on the years.
func (b YearBacktest) baseline(ctx context.Context, y YearToDate, known int) (YearScore, error) {
	most := b.Years
	if most <= 0 {
		most = 5
	}
	last := y.Last
	if math.IsNaN(y.Total(last)) {
		last--
	}
	var s YearScore
	for year := last; year > y.Year && len(s.Trials) < most; year-- {
		t, err := y.try(ctx, CompletionRatio{}, year, known)
		if stop := ctx.Err(); stop != nil {
			return s, fmt.Errorf("forecast: backtest: %w", stop)
		}
		if err == nil && y.cut(year, known).WholeYears() >= fewestBefore {
			s.Trials = append(s.Trials, t)
		}
	}
	if len(s.Trials) == 0 {
		return s, fmt.Errorf("%w: %d whole years do not suffice to try past projections", ErrTooShort, y.WholeYears())
	}
	s.summarise()
	return s, nil
}

// score tries a method on the years of the baseline. Its error is that of ctx; a
// refusal is part of the score.
func (base YearScore) score(ctx context.Context, m YearMethod, y YearToDate, known int) (YearScore, error) {
	s := YearScore{Method: m.ID()}
	for _, b := range base.Trials {
		t, err := y.try(ctx, m, b.Year, known)
		if stop := ctx.Err(); stop != nil {
			return s, fmt.Errorf("forecast: backtest: %w", stop)
		}
		if err != nil {
			s.Refused, s.Trials = err, nil
			break
		}
		s.Trials = append(s.Trials, t)
	}
	s.summarise()
	s.Relative = math.NaN()
	if base.MAE > 0 {
		s.Relative = s.MAE / base.MAE
	}
	return s, nil
}

// cut returns the series as it was known after the first periods of a year.
func (y YearToDate) cut(year, known int) YearToDate {
	n := (year-y.Year)*y.Season + known - y.First + 1
	return YearToDate{Values: y.Values[:n:n], Calendar: y.Calendar, Last: year, Known: known}
}

// try projects a year whose growth is known. Errors: ErrMissing if it is not,
// ErrScale, those of m.
func (y YearToDate) try(ctx context.Context, m YearMethod, year, known int) (YearTrial, error) {
	actual := growth(y.Total(year), y.Total(year-1))
	if math.IsNaN(actual) {
		return YearTrial{}, fmt.Errorf("%w: the growth of %d", ErrMissing, year)
	}
	past := y.cut(year, known)
	p, err := FullYear(ctx, m, past.Values, past.Calendar)
	if err != nil {
		return YearTrial{}, err
	}
	t := y.trial(p, y.Total(year), actual)
	if math.IsNaN(t.Error - t.Error) {
		return t, fmt.Errorf("%w: the growth of %d", ErrScale, year)
	}
	return t, nil
}

// summarise computes the means over the trials.
func (s *YearScore) summarise() {
	n := float64(len(s.Trials))
	banded := true
	s.MAE, s.Bias, s.MAPE, s.MASE, s.In80, s.In95 = 0, 0, 0, 0, 0, 0
	for _, t := range s.Trials {
		miss := math.Abs(t.Projected - t.Actual)
		s.MAE += math.Abs(t.Error) / n
		s.Bias += t.Error / n
		s.MAPE += 100 * miss / math.Abs(t.Actual) / n
		s.MASE += miss / t.change / n
		banded = banded && t.HasInterval
		if t.In80 {
			s.In80 += 100 / n
		}
		if t.In95 {
			s.In95 += 100 / n
		}
	}
	if n == 0 {
		nan := math.NaN()
		s.MAE, s.Bias, s.MAPE, s.MASE, banded = nan, nan, nan, nan, false
	}
	if math.IsInf(s.MASE, 0) {
		s.MASE = math.NaN()
	}
	if !banded {
		s.In80, s.In95 = math.NaN(), math.NaN()
	}
}

// meanChange returns the mean absolute change of the known totals before a year.
func (y YearToDate) meanChange(year int) float64 {
	var changes []float64
	for k := y.Year + 1; k < year; k++ {
		changes = append(changes, math.Abs(y.Total(k)-y.Total(k-1)))
	}
	return mean(changes)
}

// A Choice is the method that a backtest recommends, and why.
type Choice struct {
	Index  int          // in the scores
	Reason ChoiceReason // code of the sentence
	Years  int          // that were tried
}

// A ChoiceReason is why a method is recommended. Its words are found in the
// translations by the code.
type ChoiceReason string

// Reasons.
const (
	ChosenByError ChoiceReason = "smallest-error" // its mean absolute error is the smallest
	ChosenByTrust ChoiceReason = "too-few-years"  // fewer than two years could be tried: the first method stays
	ChosenAsFirst ChoiceReason = "no-better"      // no method is better than the first
)

// Choose returns the method with the smallest MAE, the first of equals. The first
// score is that of the default, which stays unless two years speak against it.
func Choose(scores []YearScore) Choice {
	c := Choice{Reason: ChosenAsFirst}
	for i, s := range scores {
		c.Years = max(c.Years, len(s.Trials))
		best := math.Inf(1)
		if scores[c.Index].Refused == nil {
			best = scores[c.Index].MAE
		}
		if len(s.Trials) >= 2 && s.MAE < best {
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
