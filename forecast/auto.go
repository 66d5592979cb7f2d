package forecast

import (
	"context"
	"fmt"
	"slices"
)

// Auto is the default: at every step the trimmed mean (without the smallest and
// the largest) of six methods: ETS, DampedETS, Theta, CES, the additive
// HoltWinters and SeasonalNaive. The choice was made by measurement on the M3 and
// Tourism quarterly series and checked on those of M1, M4, and the monthly ones;
// it is more accurate than any of its members. So was the factor by which the
// mean of their intervals is widened.
//
// Without season the last two fall away. A seasonal series with fewer than three
// years, or one too short for the members, gets the seasonal naive method, or a
// drift, or the last value; the forecast then names that method and carries
// NoteFallback. With missing values inside, the members that allow them are used.
// Errors: ErrTooShort for fewer than two values, ErrMissing, ErrScale.
type Auto struct{}

// ID implements Method.
func (Auto) ID() string { return "auto" }

// Fit implements Method.
func (Auto) Fit(ctx context.Context, y []float64, season int) (Model, error) {
	return fitCombination(ctx, y, season, autoKinds(), autoWidening())
}

// autoWidening returns by how much the mean of the members' intervals falls
// short: measured so that nominal 80 and 95 % cover as much on M3 and Tourism.
func autoWidening() widening { return widening{0.64, 0.295} }

// A memberKind fits one member of a combination.
type memberKind struct {
	id  string
	fit func(ctx context.Context, y []float64, m int) (Model, error)
}

// plainKind is a memberKind that needs no context.
func plainKind(id string, fit kernel) memberKind {
	return memberKind{id, func(_ context.Context, y []float64, m int) (Model, error) { return fit(y, m) }}
}

// autoKinds returns the members of Auto besides ETS and DampedETS.
func autoKinds() []memberKind {
	return []memberKind{
		plainKind(Theta{}.ID(), fitTheta),
		plainKind(CES{}.ID(), fitSmoothCES),
		plainKind(HoltWinters{}.ID(), HoltWinters{}.fit),
		plainKind(SeasonalNaive{}.ID(), fitSeasonalLag),
	}
}

// fitCombination fits ETS, DampedETS and the given kinds, as many as y allows, or
// the simpler method that stands in for them.
func fitCombination(ctx context.Context, y []float64, season int, kinds []memberKind, w widening) (Model, error) {
	return fitWith(y, season, recent(func(y []float64, m int) (Model, error) {
		members, err := fitMembers(ctx, y, m, kinds)
		if err != nil {
			return nil, err
		}
		if len(members) == 0 {
			return fallback(y, m)
		}
		return combination{members, w}, nil
	}))
}

// fitMembers fits ETS and DampedETS, which share their candidates, and the given
// kinds, as many as y allows. A seasonal series needs three years.
func fitMembers(ctx context.Context, y []float64, m int, kinds []memberKind) ([]member, error) {
	if m > 1 && m <= 24 && len(y) < 3*m {
		return nil, nil
	}
	w := newETSFitter(y, seasonLimit(m))
	models, err := w.candidates(ctx, anyForm)
	if err != nil {
		return nil, err
	}
	var out []member
	if best, err := w.best(models, anyForm); err == nil {
		out = append(out, member{best, ETS{}.ID()})
	}
	if best, err := w.best(models, dampedForm); err == nil {
		out = append(out, member{best, DampedETS{}.ID()})
	}
	for _, k := range kinds {
		if model, err := k.fit(ctx, y, m); err == nil {
			out = append(out, member{model, k.id})
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("forecast: combination: %w", err)
	}
	return out, nil
}

// fitSmoothCES is the kernel of CES for a season of any length.
func fitSmoothCES(y []float64, m int) (Model, error) { return fitCES(y, seasonLimit(m)) }

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

// A member is a model of a combination and the id of its method.
type member struct {
	Model
	id string
}

// A combination is the trimmed mean of several models.
type combination struct {
	members []member
	widen   widening
}

// Forecast implements Model.
func (c combination) Forecast(h int) Forecast {
	path := make([]float64, max(h, 0))
	d := blend{mean: path, widen: c.widen}
	out := Forecast{Mean: path}
	for _, m := range c.members {
		f := m.Forecast(h)
		f.Method = m.id
		d.members = append(d.members, f)
		out.Notes = mergeNotes(out.Notes, f.Notes)
	}
	step := make([]float64, len(d.members))
	for i := range path {
		for j, m := range d.members {
			step[j] = m.Mean[i]
		}
		path[i] = trimmed(step)
	}
	out.dist = d
	return out
}

// mergeNotes returns a and those of b that are not in it.
func mergeNotes(a, b []Note) []Note {
	for _, n := range b {
		known := false
		for _, o := range a {
			known = known || o == n
		}
		if !known {
			a = append(a, n)
		}
	}
	return a
}

// trimmed returns the mean of x without its smallest and its largest value, the
// median of fewer than four. It sorts x, which holds no NaN.
func trimmed(x []float64) float64 {
	if len(x) < 4 {
		return median(x)
	}
	slices.Sort(x)
	return mean(x[1 : len(x)-1])
}

// Fitted implements Model: the mean of the members that have a value.
func (c combination) Fitted() []float64 {
	columns := make([][]float64, len(c.members))
	for i, m := range c.members {
		columns[i] = m.Fitted()
	}
	out := make([]float64, len(columns[0]))
	row := make([]float64, len(columns))
	for t := range out {
		for i, c := range columns {
			row[i] = c[t]
		}
		out[t] = mean(row)
	}
	return out
}

// Describe implements Model: the parameters of the members one after the other.
func (c combination) Describe() []Parameter {
	out := []Parameter{{Name: "widening80", Value: c.widen.at(80)}, {Name: "widening95", Value: c.widen.at(95)}}
	for _, m := range c.members {
		out = append(out, m.Describe()...)
	}
	return out
}
