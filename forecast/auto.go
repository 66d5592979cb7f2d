package forecast

import (
	"context"
	"fmt"
)

// Auto is the default: at every step the trimmed mean (without the smallest and
// the largest) of seven methods: DampedETS, Theta, CES, ARIMA, OptimisedTheta, the
// additive HoltWinters and SeasonalNaive. The members were chosen by measurement
// on the M3 and Tourism quarterly series and checked on those of M1, M4, and the
// monthly ones; the mean is more accurate than any of its members. Its intervals
// are the mean of theirs, widened by a measured factor, by what the members disagree
// by, with the distance (see widening), and by what two past years of the series say
// of it (see calibration). Those of 80 and 95 % hold 82.7 and 95.4 % on M3, 82.5 and
// 96.3 % on Tourism, 72.7 and 91.4 % on M1, 78.1 and 93.1 % on M4 quarterly.
//
// Without season Drift and Naive take the places of the last three; members and
// factor were then measured on the years of the same collections. A seasonal
// series with fewer than three years, one with fewer than five values, or one too
// short for the members gets the seasonal naive method, or a drift, or the last
// value; the forecast then names that method and carries NoteFallback. With
// missing values inside, the members that allow them are used.
// Errors: ErrTooShort for fewer than two values, ErrMissing, ErrScale.
type Auto struct{}

// ID implements Method.
func (Auto) ID() string { return "auto" }

// Fit implements Method.
func (Auto) Fit(ctx context.Context, y []float64, season int) (Model, error) {
	return fitCombination(ctx, y, season, autoRecipe(season))
}

// autoRecipe returns the members of Auto for a season.
func autoRecipe(season int) recipe {
	r := recipe{
		smoothing: []etsMember{{DampedETS{}.ID(), dampedForm}},
		kinds: []memberKind{
			plainKind(Theta{}.ID(), fitTheta(bestSmoothing)),
			plainKind(CES{}.ID(), fitSmoothCES),
			{ARIMA{}.ID(), ARIMA{}.fit},
		},
	}
	if season < 2 {
		r.kinds = append(r.kinds, plainKind(Drift{}.ID(), fitDrift), plainKind(Naive{}.ID(), fitLast))
		r.widen = widening{base: 1.1, slope: 0.26}
		return r
	}
	r.kinds = append(r.kinds,
		plainKind(OptimisedTheta{}.ID(), OptimisedTheta{}.fit),
		plainKind(HoltWinters{}.ID(), HoltWinters{}.fit),
		plainKind(SeasonalNaive{}.ID(), fitSeasonalLag))
	r.widen = widening{base: 0.728, slope: 0.302, split: 0.5, growth: 0.1}
	return r
}

// A recipe says what a combination is made of.
type recipe struct {
	smoothing []etsMember // share their candidates
	kinds     []memberKind
	widen     widening
}

// An etsMember is exponential smoothing restricted to some forms.
type etsMember struct {
	id    string
	allow func(etsForm) bool
}

// A memberKind fits one member of a combination.
type memberKind struct {
	id  string
	fit func(ctx context.Context, y []float64, m int) (Model, error)
}

// plainKind is a memberKind that needs no context.
func plainKind(id string, fit kernel) memberKind {
	return memberKind{id, func(_ context.Context, y []float64, m int) (Model, error) { return fit(y, m) }}
}

// fitCombination fits the members of r, as many as y allows, or the simpler method
// that stands in for them.
func fitCombination(ctx context.Context, y []float64, season int, r recipe) (Model, error) {
	return fitWith(y, season, recent(func(y []float64, m int) (Model, error) {
		members, err := r.fit(ctx, y, m)
		if err != nil {
			return nil, err
		}
		if len(members) < 3 {
			return fallback(y, m)
		}
		c := combination{members, widening{base: 1}, m}
		c.widen = r.widen.times(calibration(y, m, c))
		return c, nil
	}))
}

// fit fits the members, as many as y allows. A seasonal series needs three years,
// any series five values.
func (r recipe) fit(ctx context.Context, y []float64, m int) ([]member, error) {
	if m > 1 && m <= 24 && len(y) < 3*m || count(y) < 5 {
		return nil, nil
	}
	w := newETSFitter(y, seasonLimit(m))
	models, err := w.candidates(ctx, r.form)
	if err != nil {
		return nil, err
	}
	var out []member
	for _, e := range r.smoothing {
		if best, err := w.best(models, e.allow); err == nil {
			out = append(out, member{best, e.id})
		}
	}
	for _, k := range r.kinds {
		if model, err := k.fit(ctx, y, m); err == nil {
			out = append(out, member{model, k.id})
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("forecast: combination: %w", err)
	}
	return out, nil
}

// form reports whether a member of r admits a form of exponential smoothing.
func (r recipe) form(f etsForm) bool {
	for _, e := range r.smoothing {
		if e.allow(f) {
			return true
		}
	}
	return false
}

// fitSmoothCES is the kernel of CES for a season of any length.
func fitSmoothCES(y []float64, m int) (Model, error) { return fitCES(y, seasonLimit(m)) }

// fitLast is the kernel of Naive.
func fitLast(y []float64, _ int) (Model, error) { return fitLag(y, 1) }

// fitSeasonalLag is the kernel of SeasonalNaive for seasonal series only.
func fitSeasonalLag(y []float64, m int) (Model, error) {
	if m < 2 {
		return nil, ErrSeason
	}
	return fitLag(y, m)
}

// fallback fits the first simple method that y allows.
func fallback(y []float64, m int) (Model, error) {
	simple := []struct {
		id  string
		fit func() (Model, error)
	}{
		{"snaive", func() (Model, error) { return fitLag(y, max(m, 2)) }},
		{"drift", func() (Model, error) { return fitDrift(y, m) }},
		{"naive", func() (Model, error) { return fitLag(y, 1) }},
	}
	if m < 2 {
		simple = simple[1:]
	}
	var err error
	for _, s := range simple {
		var model Model
		if model, err = s.fit(); err == nil {
			return simpler{model, s.id}, nil
		}
	}
	return nil, fmt.Errorf("%w (and no simpler method applies)", err)
}

// A simpler model stands in for the one that was asked for.
type simpler struct {
	Model
	id string
}

// Forecast implements Model.
func (m simpler) Forecast(h int) Forecast {
	f := m.Model.Forecast(h)
	f.Method = m.id
	f.Notes = append(f.Notes, NoteFallback)
	return f
}
