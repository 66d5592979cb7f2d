package forecast

import (
	"context"
	"math"
)

// OptimisedTheta is the theta method whose second line is estimated: the theta
// line with coefficient θ ≥ 1 beside the straight one.
//
//	μ_t = l_{t−1} + (1 − 1/θ)·{(1−α)^{t−1}·A + (1 − (1−α)^t)/α·B}
//	l_t = α·y_t + (1−α)·l_{t−1}
//
// A + B·t is the least-squares line through the whole series or, for the Dynamic
// form, through what was known before each period, so that the drift follows the
// series; projections then enter the line as if they had been observed. θ = 2
// gives Theta. α (between 0.1 and 0.99), θ and the first level minimise the sum
// of squared errors: for given α the other two are linear and solved exactly.
// The series is seasonally adjusted as for Naive2. Intervals are Gaussian, from
// the weights with which errors reach the path. Errors: ErrTooShort for fewer
// than six values, ErrMissing, ErrScale.
//
// Reference: J. A. Fiorucci, T. R. Pellegrini, F. Louzada, F. Petropoulos,
// A. B. Koehler, "Models for optimising the theta method and their relationship
// to state space models", 2016, pp. 1153–1156.
type OptimisedTheta struct {
	Dynamic bool
}

// ID implements Method.
func (o OptimisedTheta) ID() string {
	if o.Dynamic {
		return "theta-dynamic"
	}
	return "theta-optimised"
}

// Fit implements Method.
func (o OptimisedTheta) Fit(_ context.Context, y []float64, season int) (Model, error) {
	return fitWith(y, season, o.fit)
}

// fit is the kernel of OptimisedTheta.
func (o OptimisedTheta) fit(y []float64, m int) (Model, error) {
	if err := needWhole(y); err != nil {
		return nil, err
	}
	if err := needLength(y, 6); err != nil {
		return nil, err
	}
	if seasonal(y, m, 3*m, 1.645) {
		if s, ok := seasonalityOf(y, m, multipliable(y)); ok {
			return reseasoned{o.line(s.remove(y)), s, len(y)}, nil
		}
	}
	return o.line(y), nil
}

// line fits the method to a series without season.
func (o OptimisedTheta) line(y []float64) Model {
	lines := o.lines(y)
	alpha := o.search(func(alpha float64) float64 { return o.solve(y, lines, alpha).sse })
	p := o.solve(y, lines, alpha)
	st := thetaState{level: p.first}
	fitted := make([]float64, len(y))
	for t, v := range y {
		fitted[t] = math.NaN()
		if t >= o.skipped() {
			fitted[t] = st.expected(p, lines[t])
		}
		st.take(p, v)
	}
	sigma := math.Sqrt(p.sse / float64(len(y)-o.skipped()-3))
	last := lines[len(lines)-1]
	return fixedModel{
		fitted: fitted,
		parameters: []Parameter{
			{Name: "alpha", Value: p.alpha},
			{Name: "theta", Value: 1 / (1 - p.weight)},
			{Name: "level", Value: st.level},
			{Name: "sigma", Value: sigma},
		},
		forecast: func(h int) Forecast {
			ahead := o.ahead(p, st, last, h)
			return Forecast{Mean: ahead, dist: symmetric{mean: ahead, spread: o.spread(p, len(y), sigma, h)}}
		},
	}
}

// A trendLine is the least-squares line A + B·t.
type trendLine struct{ a, b float64 }

// lines returns the line that the expectation of each period rests on, and one
// more for the period that follows.
func (o OptimisedTheta) lines(y []float64) []trendLine {
	out := make([]trendLine, len(y)+1)
	var st thetaState
	for t, v := range y {
		st.add(v)
		out[t+1] = st.line()
	}
	if !o.Dynamic {
		for t := range y {
			out[t] = out[len(y)]
		}
	}
	return out
}

// A thetaFit holds estimated parameters: weight is 1 − 1/θ.
type thetaFit struct {
	alpha, weight, first, sse float64
}

// drift returns the part of the expectation of period t, from 1, that the line
// brings in.
func (p thetaFit) drift(t int, l trendLine) float64 {
	decay := math.Pow(1-p.alpha, float64(t-1))
	return decay*l.a + (1-decay*(1-p.alpha))/p.alpha*l.b
}

// solve returns the first level and the weight, between 0 and 1, that minimise
// the sum of squared errors for a given α.
func (o OptimisedTheta) solve(y []float64, lines []trendLine, alpha float64) thetaFit {
	p := thetaFit{alpha: alpha}
	var xx, xd, dd, xu, du, uu float64
	run, decay := 0.0, 1.0
	for t, v := range y {
		u := v - run
		d := decay*lines[t].a + (1-decay*(1-alpha))/alpha*lines[t].b
		if t >= o.skipped() {
			xx, xd, dd = xx+decay*decay, xd+decay*d, dd+d*d
			xu, du, uu = xu+decay*u, du+d*u, uu+u*u
		}
		run += alpha * u
		decay *= 1 - alpha
	}
	if det := xx*dd - xd*xd; det > 1e-12*xx*dd {
		p.weight = (xx*du - xd*xu) / det
	}
	p.weight = min(max(p.weight, 0), 1)
	p.first = (xu - p.weight*xd) / xx
	w, l := p.weight, p.first
	p.sse = max(uu+l*l*xx+w*w*dd-2*l*xu-2*w*du+2*l*w*xd, 0)
	return p
}

// skipped returns the number of first periods whose errors do not count: in the
// dynamic form there is no line before two values are known.
func (o OptimisedTheta) skipped() int {
	if o.Dynamic {
		return 2
	}
	return 0
}

// search returns the α with the smallest sum of squares: on a grid, then by
// golden section.
func (o OptimisedTheta) search(f func(alpha float64) float64) float64 {
	const low, high, steps = 0.1, 0.99, 40
	best, at := math.Inf(1), 0
	grid := func(i int) float64 { return low + (high-low)*float64(i)/steps }
	for i := range steps + 1 {
		if v := f(grid(i)); v < best {
			best, at = v, i
		}
	}
	alpha, value := golden(f, grid(max(at-1, 0)), grid(min(at+1, steps)))
	if best < value {
		return grid(at)
	}
	return alpha
}

// ahead returns the path of h periods.
func (o OptimisedTheta) ahead(p thetaFit, st thetaState, l trendLine, h int) []float64 {
	path := make([]float64, h)
	for i := range path {
		path[i] = st.expected(p, l)
		st.take(p, path[i])
		if o.Dynamic {
			l = st.line()
		}
	}
	return path
}

// spread returns the standard errors of the path: each error enters the level,
// and in the dynamic form the line, of what follows.
func (o OptimisedTheta) spread(p thetaFit, n int, sigma float64, h int) spread {
	s := errorSpread{step: make([]float64, h), total: make([]float64, h+1)}
	for j := range h {
		st := thetaState{n: n + j}
		st.take(p, 1)
		s.add(j, sigma, o.response(p, st, h-j-1))
	}
	return s.root()
}

// response returns what an error of 1 adds to the periods that follow it.
func (o OptimisedTheta) response(p thetaFit, st thetaState, h int) []float64 {
	if o.Dynamic {
		return o.ahead(p, st, st.line(), h)
	}
	out := make([]float64, h)
	for i := range out {
		out[i] = p.alpha
	}
	return out
}

// A thetaState is what the method knows after n values: the level, and the sums
// that the line is computed from.
type thetaState struct {
	n            int
	level        float64
	values, ramp float64 // Σy, Σt·y
}

// expected returns the expectation of the next value.
func (st *thetaState) expected(p thetaFit, l trendLine) float64 {
	if p.weight == 0 {
		return st.level
	}
	return st.level + p.weight*p.drift(st.n+1, l)
}

// take adds a value to the state.
func (st *thetaState) take(p thetaFit, v float64) {
	st.add(v)
	st.level += p.alpha * (v - st.level)
}

// add adds a value to the sums.
func (st *thetaState) add(v float64) {
	st.n++
	st.values += v
	st.ramp += float64(st.n) * v
}

// line returns the least-squares line through the values, the value itself for a
// single one.
func (st *thetaState) line() trendLine {
	n := float64(st.n)
	if st.n < 2 {
		return trendLine{a: st.values}
	}
	b := 6 / (n * (n*n - 1)) * (2*st.ramp - (n+1)*st.values)
	return trendLine{a: st.values/n - (n+1)/2*b, b: b}
}

// An errorSpread holds standard errors of steps and of sums of steps.
type errorSpread struct{ step, total []float64 }

// add adds the variance of an error of size sigma at step j that changes the
// steps behind it by rest times itself.
func (s errorSpread) add(j int, sigma float64, rest []float64) {
	v := sigma * sigma
	s.step[j] += v
	s.total[j+1] += v
	cum := 1.0
	for i, w := range rest {
		cum += w
		s.step[j+1+i] += v * w * w
		s.total[j+2+i] += v * cum * cum
	}
}

// root turns variances into standard errors.
func (s errorSpread) root() errorSpread {
	for i := range s.step {
		s.step[i] = math.Sqrt(s.step[i])
	}
	for i := range s.total {
		s.total[i] = math.Sqrt(s.total[i])
	}
	return s
}

// sd implements spread.
func (s errorSpread) sd(step int) float64 { return s.step[step] }

// totalSD implements spread.
func (s errorSpread) totalSD(n int) float64 { return s.total[n] }
