package forecast

import (
	"context"
	"fmt"
)

// Auto is the default: the mean of exponential smoothing (see ETS), of its best
// damped form (see DampedETS) and of the theta method (see Theta). The choice
// was made by measurement on the M3 and Tourism quarterly series, where this
// mean is more accurate than each of its members; so was the factor by which the
// mean of their intervals is widened.
//
// A series with fewer than three years, or too short for the members, gets the
// seasonal naive method, or a drift, or the last value; the forecast then names
// that method and carries NoteFallback. With missing values inside, the members
// that allow them are used. Errors: ErrTooShort for fewer than two values,
// ErrMissing, ErrScale.
type Auto struct{}

// ID implements Method.
func (Auto) ID() string { return "auto" }

// Fit implements Method.
func (Auto) Fit(ctx context.Context, y []float64, season int) (Model, error) {
	return fitWith(y, season, recent(func(y []float64, m int) (Model, error) {
		members, err := autoMembers(ctx, y, m)
		if err != nil {
			return nil, err
		}
		if len(members) == 0 {
			return fallback(y, m)
		}
		return combination{members, autoWidening}, nil
	}))
}

// autoWidening is the factor by which the mean of the members' intervals falls
// short: measured so that nominal 95 % covers 95 % on M3 and Tourism.
const autoWidening = 1.25

// autoMembers fits the members of Auto, as many as y allows. A seasonal series
// needs three years.
func autoMembers(ctx context.Context, y []float64, m int) ([]Model, error) {
	if m > 1 && m <= 24 && len(y) < 3*m {
		return nil, nil
	}
	w := newETSFitter(y, seasonLimit(m))
	models, err := w.candidates(ctx, anyForm)
	if err != nil {
		return nil, err
	}
	var out []Model
	if best, err := w.best(models, anyForm); err == nil {
		out = append(out, best)
	}
	if best, err := w.best(models, dampedForm); err == nil {
		out = append(out, best)
	}
	if theta, err := fitTheta(y, m); err == nil {
		out = append(out, theta)
	}
	if ces, err := fitCES(y, seasonLimit(m)); err == nil {
		out = append(out, ces)
	}
	return out, nil
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

// A combination is the mean of several models.
type combination struct {
	members []Model
	widen   float64
}

// Forecast implements Model.
func (c combination) Forecast(h int) Forecast {
	path := make([]float64, max(h, 0))
	d := blend{mean: path, widen: c.widen}
	out := Forecast{Mean: path}
	for _, m := range c.members {
		f := m.Forecast(h)
		d.members = append(d.members, f)
		for i, v := range f.Mean {
			path[i] += v / float64(len(c.members))
		}
		out.Notes = mergeNotes(out.Notes, f.Notes)
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
	out := []Parameter{{Name: "widening", Value: c.widen}}
	for _, m := range c.members {
		out = append(out, m.Describe()...)
	}
	return out
}
