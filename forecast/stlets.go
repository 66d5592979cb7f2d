package forecast

import "context"

// STLETS decomposes the series by STL, projects the seasonally adjusted series by
// the best form of exponential smoothing without season, and repeats the seasonal
// pattern of the last year. Of a series without season, or of two years or less,
// only the smoothing remains. Intervals are those of the adjusted series, moved to
// the path with the pattern, as if the pattern were known. Errors: ErrTooShort,
// ErrMissing, ErrScale.
type STLETS struct{}

// ID implements Method.
func (STLETS) ID() string { return "stl-ets" }

// Fit implements Method.
func (STLETS) Fit(ctx context.Context, y []float64, season int) (Model, error) {
	return fitWith(y, season, recent(func(y []float64, m int) (Model, error) { return fitSTLETS(ctx, y, m) }))
}

// fitSTLETS is the kernel of STLETS.
func fitSTLETS(ctx context.Context, y []float64, m int) (Model, error) {
	if err := needWhole(y); err != nil {
		return nil, err
	}
	s, adjusted := stlSeasonality{}, y
	if m > 1 && len(y) > 2*m {
		d := STL{}.decompose(y, m)
		s, adjusted = stlSeasonality{d.Seasonal, m}, d.Adjusted(y)
	}
	w := newETSFitter(adjusted, 1)
	models, err := w.candidates(ctx, anyForm)
	if err != nil {
		return nil, err
	}
	best, err := w.best(models, anyForm)
	if err != nil {
		return nil, err
	}
	if len(s.past) == 0 {
		return best, nil
	}
	return stlModel{best, s}, nil
}

// An stlSeasonality is an additive pattern that is known for the past and repeats
// its last m periods.
type stlSeasonality struct {
	past []float64
	m    int
}

// at returns the seasonal term of the i-th period of the series, or beyond it.
func (s stlSeasonality) at(i int) float64 {
	n := len(s.past)
	if i < n {
		return s.past[i]
	}
	return s.past[n-s.m+(i-n)%s.m]
}

// An stlModel is a model of a seasonally adjusted series whose answers carry the
// pattern again.
type stlModel struct {
	Model
	season stlSeasonality
}

// Forecast implements Model.
func (m stlModel) Forecast(h int) Forecast {
	f := m.Model.Forecast(h)
	path := make([]float64, len(f.Mean))
	for i, v := range f.Mean {
		path[i] = v + m.season.at(len(m.season.past)+i)
	}
	if f.dist != nil {
		f.dist = moved{f.dist, sums(f.Mean), path}
	}
	f.Mean = path
	return f
}

// Fitted implements Model.
func (m stlModel) Fitted() []float64 {
	out := m.Model.Fitted()
	for i := range out {
		out[i] += m.season.at(i)
	}
	return out
}
