package forecast

import (
	"context"
	"fmt"
	"math"
)

// HoltWinters is the classical procedure of Holt and Winters: level, trend and
// season are updated with the parameters that minimise the sum of squared
// one-step errors.
//
//	l' = α(y − s) + (1−α)(l + b)    or α·y/s + …
//	b' = β(l' − l) + (1−β)b
//	s' = γ(y − l') + (1−γ)s         or γ·y/l' + …
//
// The first year gives the season and the start of level and trend, from a
// decomposition of the first two. Intervals come from simulated paths with
// independent errors of the size of the past ones. Parameters that are given
// (between 0 and 1) are not estimated. Errors: ErrSeason for annual data,
// ErrTooShort for fewer than two years and three periods, ErrMissing,
// ErrNotPositive for the multiplicative form, ErrScale.
//
// Reference: P. R. Winters, "Forecasting sales by exponentially weighted moving
// averages", 1960.
type HoltWinters struct {
	Multiplicative     bool
	Alpha, Beta, Gamma float64 // 0: estimate
}

// ID implements Method.
func (w HoltWinters) ID() string {
	if w.Multiplicative {
		return "hw-multiplicative"
	}
	return "hw-additive"
}

// Fit implements Method.
func (w HoltWinters) Fit(_ context.Context, y []float64, season int) (Model, error) {
	return fitWith(y, season, w.fit)
}

// fit is the kernel of HoltWinters.
func (w HoltWinters) fit(y []float64, m int) (Model, error) {
	if m < 2 || m > 24 {
		return nil, fmt.Errorf("%w: Holt–Winters needs 2 to 24 periods in a year", ErrSeason)
	}
	if err := needWhole(y); err != nil {
		return nil, err
	}
	if err := needLength(y, 2*m+3); err != nil {
		return nil, err
	}
	if w.Multiplicative && !positive(y) {
		return nil, fmt.Errorf("%w: multiplicative season", ErrNotPositive)
	}
	first, ok := w.start(y, m)
	if !ok {
		return nil, fmt.Errorf("%w: multiplicative season", ErrUnstable)
	}
	p := w.estimate(y, first)
	last := first.clone()
	fitted := nans(len(y))
	sse := w.filter(y, p, &last, fitted)
	if math.IsInf(sse, 1) {
		return nil, fmt.Errorf("%w: Holt–Winters", ErrUnstable)
	}
	last.season = last.rotate(len(y) - m)
	sigma := math.Sqrt(sse / float64(len(y)-m-2))
	return w.model(p, last, fitted, sigma, sse), nil
}

// model puts the answers together.
func (w HoltWinters) model(p [3]float64, last etsState, fitted []float64, sigma, sse float64) Model {
	return fixedModel{
		fitted: fitted,
		parameters: []Parameter{
			{Name: "alpha", Value: p[0]},
			{Name: "beta", Value: p[1]},
			{Name: "gamma", Value: p[2]},
			{Name: "sigma", Value: sigma},
			{Name: "sse", Value: sse},
		},
		forecast: func(h int) Forecast {
			path := make([]float64, h)
			for i := range path {
				path[i] = w.combine(last.level+float64(i+1)*last.slope, last.season[i%len(last.season)])
			}
			draw := func(z, out []float64) {
				st := last.clone()
				for i := range out {
					out[i] = w.step(p, &st, i%len(st.season), math.NaN(), sigma*z[i])
				}
			}
			return Forecast{Mean: path, dist: newSampled(h, draw)}
		},
	}
}

// start returns the states after the first year.
func (w HoltWinters) start(y []float64, m int) (etsState, bool) {
	s, ok := seasonalityOf(y[:2*m], m, w.Multiplicative)
	trend := movingMean(y[:2*m], m)
	var known []float64
	for _, v := range trend {
		if !math.IsNaN(v) {
			known = append(known, v)
		}
	}
	level, slope := line(known)
	return etsState{level: level, slope: slope, season: s.figure}, ok
}

// combine puts level and season together.
func (w HoltWinters) combine(level, season float64) float64 {
	if w.Multiplicative {
		return level * season
	}
	return level + season
}

// step moves st by one period whose value is y, or the expected one plus e if y
// is NaN, and returns the value; for a given y it returns the expected one.
func (w HoltWinters) step(p [3]float64, st *etsState, j int, y, e float64) float64 {
	before, s := st.level, st.season[j]
	q := before + st.slope
	mu := w.combine(q, s)
	out := mu
	if math.IsNaN(y) {
		y = mu + e
		out = y
	}
	if w.Multiplicative {
		st.level = p[0]*y/s + (1-p[0])*q
		st.season[j] = p[2]*y/st.level + (1-p[2])*s
	} else {
		st.level = p[0]*(y-s) + (1-p[0])*q
		st.season[j] = p[2]*(y-st.level) + (1-p[2])*s
	}
	st.slope = p[1]*(st.level-before) + (1-p[1])*st.slope
	return out
}

// filter runs through y from the second year on and returns Σe², +Inf where a
// number leaves its range. fitted may be nil.
func (w HoltWinters) filter(y []float64, p [3]float64, st *etsState, fitted []float64) float64 {
	m, sse := len(st.season), 0.0
	for t := m; t < len(y); t++ {
		mu := w.step(p, st, t%m, y[t], 0)
		if fitted != nil {
			fitted[t] = mu
		}
		sse += (y[t] - mu) * (y[t] - mu)
	}
	if math.IsNaN(sse - sse) {
		return math.Inf(1)
	}
	return sse
}

// estimate returns α, β and γ.
func (w HoltWinters) estimate(y []float64, first etsState) [3]float64 {
	given := [3]float64{w.Alpha, w.Beta, w.Gamma}
	var free []int
	for i, v := range given {
		if v <= 0 || v > 1 {
			free = append(free, i)
		}
	}
	if len(free) == 0 {
		return given
	}
	work := first.clone()
	expand := func(x []float64) [3]float64 {
		p := given
		for k, i := range free {
			p[i] = min(max(x[k], 0), 1)
		}
		return p
	}
	objective := func(x []float64) float64 {
		work.level, work.slope = first.level, first.slope
		copy(work.season, first.season)
		return w.filter(y, expand(x), &work, nil)
	}
	return expand(w.search(objective, len(free)))
}

// search minimises the sum of squares from several starts.
func (w HoltWinters) search(objective func([]float64) float64, n int) []float64 {
	var s simplex
	best, value := make([]float64, n), math.Inf(1)
	for _, g := range [][3]float64{{0.3, 0.1, 0.1}, {0.1, 0.05, 0.6}, {0.7, 0.3, 0.3}, {0.05, 0.9, 0.7}, {0.9, 0.02, 0.9}} {
		x, step := append([]float64(nil), g[:n]...), make([]float64, n)
		for i := range step {
			step[i] = 0.1
		}
		at := objective(x)
		if math.IsInf(at, 1) {
			continue
		}
		if x, v := s.minimise(objective, x, step, 600, 1e-9*at); v < value {
			best, value = x, v
		}
	}
	best, _ = polish(objective, best, value, []float64{0.02, 0.02, 0.02}[:n], 300)
	return best
}
