package forecast

import (
	"context"
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"
)

// An OutlierKind is how an outlier enters a series.
type OutlierKind string

// Kinds of outliers.
const (
	AdditiveOutlier OutlierKind = "additive"    // one value
	LevelShift      OutlierKind = "level-shift" // every value from there on
)

// An Outlier is a period that does not fit the course of its series.
type Outlier struct {
	Index    int // of the period
	Kind     OutlierKind
	Effect   float64 // in the unit of the series, or in per cent if Relative
	Relative bool
	T        float64 // its t statistic
}

// Outliers finds additive outliers and level shifts: the airline model (without
// season (0,1,1)) is fitted, of the logarithms where all values are positive; the
// candidate with the largest t statistic is taken as a regressor if that is beyond
// the quantile of the normal distribution that one of 2n values exceeds with a
// probability of 5 %; this is repeated with the model fitted anew, and those that
// are no longer beyond it are let go. Nothing is taken out of the series: flags are
// for the reader. Missing values are not allowed.
//
// Errors: ErrTooShort for fewer than three years (or twelve values), ErrMissing,
// ErrScale, those of ctx.
//
// Reference: I. Chang, G. C. Tiao, C. Chen, "Estimation of time series parameters
// in the presence of outliers", 1988; the order of steps in the X-13ARIMA-SEATS
// Reference Manual, 2017, section 7.11.
func Outliers(ctx context.Context, y []float64, season int) ([]Outlier, error) {
	lead, end := bounds(y)
	if end-lead > mostFlagged {
		lead = end - mostFlagged
	}
	core := slices.Clone(y[lead:end])
	if err := needLength(core, max(3*season, 12)); err != nil {
		return nil, err
	}
	if err := needWhole(core); err != nil {
		return nil, err
	}
	for _, v := range core {
		if math.Abs(v) > maxDecomposed {
			return nil, fmt.Errorf("%w: a value is beyond %g", ErrScale, maxDecomposed)
		}
	}
	factor := 1.0
	logs := positive(core)
	if logs {
		for i, v := range core {
			core[i] = math.Log(v)
		}
	} else {
		factor = moderate(largest(core))
		core = rescale(core, 1/factor)
	}
	if flat(core) {
		return nil, nil
	}
	s := newOutlierSearch(core, season)
	if err := s.run(ctx); err != nil {
		return nil, err
	}
	for i := range s.found {
		o := &s.found[i]
		o.Index += lead
		o.Effect *= factor
		if o.Relative = logs; logs {
			o.Effect = 100 * math.Expm1(o.Effect)
		}
	}
	slices.SortFunc(s.found, func(a, b Outlier) int { return a.Index - b.Index })
	return s.found, nil
}

// largest returns the largest absolute value.
func largest(y []float64) float64 {
	top := 0.0
	for _, v := range y {
		top = max(top, math.Abs(v))
	}
	return top
}

// mostFlagged is the number of latest periods that are searched.
const mostFlagged = 600

// An outlierSearch looks for outliers one after the other.
type outlierSearch struct {
	*arimaFitter
	order Order
	limit float64
	fit   arimaFit
	found []Outlier
}

// newOutlierSearch prepares a search in y, which has no gaps.
func newOutlierSearch(y []float64, season int) *outlierSearch {
	s := &outlierSearch{arimaFitter: newARIMAFitter(y, seasonLimit(season)), order: Airline()}
	if s.m == 1 {
		s.order.SeasonalDiff, s.order.SeasonalMA = 0, 0
	}
	s.limit = distuv.UnitNormal.Quantile(1 - 0.05/float64(4*len(y)))
	return s
}

// run adds outliers until none is beyond the limit, then drops those that are not.
func (s *outlierSearch) run(ctx context.Context) error {
	for len(s.found) <= len(s.y)/10 {
		if err := s.refit(ctx); err != nil {
			return err
		}
		o := s.strongest()
		if math.Abs(o.T) < s.limit {
			break
		}
		s.found = append(s.found, o)
		s.regressors = append(s.regressors, s.column(o))
	}
	for len(s.found) > 0 {
		weakest := s.weakest()
		if math.Abs(s.found[weakest].T) >= s.limit {
			return nil
		}
		s.found = slices.Delete(s.found, weakest, weakest+1)
		s.regressors = slices.Delete(s.regressors, weakest, weakest+1)
		if err := s.refit(ctx); err != nil {
			return err
		}
	}
	return nil
}

// refit estimates the model with the outliers found so far.
func (s *outlierSearch) refit(ctx context.Context) error {
	starts := s.starts(s.order)[:1]
	if s.fit.x != nil {
		starts = [][]float64{s.fit.x}
	}
	fit, ok := s.arimaFitter.fit(ctx, s.order, starts)
	if err := needARIMA(ctx, ok, s.known); err != nil {
		return err
	}
	s.fit = fit
	return nil
}

// strongest returns the candidate with the largest t statistic.
func (s *outlierSearch) strongest() Outlier {
	var best Outlier
	base := s.regressors
	for i := range s.y {
		for _, kind := range []OutlierKind{AdditiveOutlier, LevelShift} {
			if kind == LevelShift && (i < 2 || i > len(s.y)-2) || s.has(i) {
				continue
			}
			o := Outlier{Index: i, Kind: kind}
			s.regressors = append(slices.Clip(base), s.column(o))
			if effects, t := s.measured(); t != nil {
				o.Effect, o.T = effects[len(effects)-1], t[len(t)-1]
				if math.Abs(o.T) > math.Abs(best.T) {
					best = o
				}
			}
		}
	}
	s.regressors = base
	return best
}

// has reports whether an outlier was found at the period.
func (s *outlierSearch) has(i int) bool {
	return slices.ContainsFunc(s.found, func(o Outlier) bool { return o.Index == i })
}

// weakest brings effects and t statistics of the outliers up to date and returns the
// one with the smallest.
func (s *outlierSearch) weakest() int {
	at := 0
	effects, t := s.measured()
	for i := range s.found {
		if t == nil {
			return 0
		}
		s.found[i].Effect, s.found[i].T = effects[i], t[i]
		if math.Abs(t[i]) < math.Abs(t[at]) {
			at = i
		}
	}
	return at
}

// measured returns the coefficients of the regressors and their t statistics with
// the parameters of the process as they are, nil if they cannot be told apart.
func (s *outlierSearch) measured() (effects, t []float64) {
	s.prepare(s.order)
	_, sse, beta, ok := s.likelihood(s.fit.x)
	if !ok || !(sse > 0) {
		return nil, nil
	}
	sigma := math.Sqrt(sse / float64(max(s.sums.n-s.parameters(s.order)+1, 1)))
	errors := s.sums.standardErrors()
	t = make([]float64, len(beta))
	for i, b := range beta {
		t[i] = b / (sigma * errors[i])
	}
	return slices.Clone(beta), t
}

// column returns the regressor of an outlier.
func (s *outlierSearch) column(o Outlier) []float64 {
	out := make([]float64, len(s.y))
	out[o.Index] = 1
	if o.Kind == LevelShift {
		for i := o.Index; i < len(out); i++ {
			out[i] = 1
		}
	}
	return out
}
