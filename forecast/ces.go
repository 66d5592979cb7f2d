package forecast

import (
	"context"
	"fmt"
	"math"
)

// CES is complex exponential smoothing. The level and an unobserved companion
// form a complex number that is smoothed with a complex parameter a₀ + i·a₁; a
// second pair with lag m carries the season:
//
//	y_t = l_{t−1} + s_{t−m} + ε_t
//	l_t = l_{t−1} − (1−a₁)c_{t−1} + (a₀−a₁)ε_t
//	c_t = l_{t−1} + (1−a₀)c_{t−1} + (a₀+a₁)ε_t
//
// and likewise for s with lag m. Without season, with season alone and with both
// are fitted, starting states come from running the model backwards, and the one
// with the smallest corrected Akaike criterion is taken. No distinction of trend
// or kind of season is needed. Missing values inside the series are allowed.
// Intervals are exact for Gaussian errors. Errors: ErrTooShort, ErrMissing,
// ErrScale, ErrUnstable.
//
// Reference: I. Svetunkov, N. Kourentzes, J. K. Ord, "Complex exponential
// smoothing", 2022.
type CES struct{}

// ID implements Method.
func (CES) ID() string { return "ces" }

// Fit implements Method.
func (CES) Fit(ctx context.Context, y []float64, season int) (Model, error) {
	return fitWith(y, season, recent(func(y []float64, m int) (Model, error) {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("forecast: complex smoothing: %w", err)
		}
		return fitSmoothCES(y, m)
	}))
}

// A cesForm says which pairs of states a model has.
type cesForm struct {
	name          string
	level, season bool
}

// cesForms returns the forms that are tried.
func cesForms(m int) []cesForm {
	forms := []cesForm{{"CES(n)", true, false}}
	if m > 1 {
		forms = append(forms, cesForm{"CES(s)", false, true}, cesForm{"CES(f)", true, true})
	}
	return forms
}

// A cesState holds the states; those of the season are kept by the position in
// the cycle that begins with the first value.
type cesState struct {
	l, c   float64
	sl, sc []float64
}

// A cesFitter searches the parameters of the forms for one series.
type cesFitter struct {
	y     []float64
	m     int
	known int
	tiny  float64
	start cesState
	state cesState
	work  []float64
}

// fitCES is the kernel of CES.
func fitCES(y []float64, m int) (Model, error) {
	w := &cesFitter{y: y, m: m, known: count(y)}
	w.begin()
	var s simplex
	best, found := cesModel{}, false
	for _, f := range cesForms(m) {
		k := f.parameters()
		if w.known < k+3 || (f.season && len(y) < 2*m+1) {
			continue
		}
		objective := func(x []float64) float64 { return w.objective(f, x) }
		at, step := []float64{1.3, 1, 1.3, 1}[:k-1], []float64{0.2, -0.1, 0.2, -0.1}[:k-1]
		if math.IsInf(objective(at), 1) {
			continue
		}
		x, v := s.minimise(objective, at, step, 200*k, 1e-7)
		n := float64(w.known)
		aicc := v + 2*float64(k) + 2*float64(k*(k+1))/(n-float64(k)-1)
		if !found || aicc < best.aicc {
			best, found = w.model(f, x, aicc), true
		}
	}
	if !found {
		return nil, fmt.Errorf("%w: %d for complex smoothing", ErrTooShort, w.known)
	}
	return best, nil
}

// parameters returns the number of estimated parameters, variance included.
func (f cesForm) parameters() int {
	if f.level && f.season {
		return 5
	}
	return 3
}

// split returns the parameters of the level and of the season.
func (f cesForm) split(x []float64) (level, season [2]float64) {
	switch {
	case f.level && f.season:
		return [2]float64{x[0], x[1]}, [2]float64{x[2], x[3]}
	case f.level:
		return [2]float64{x[0], x[1]}, season
	default:
		return level, [2]float64{x[0], x[1]}
	}
}

// begin prepares states from the first two years.
func (w *cesFitter) begin() {
	whole := filled(w.y)
	n := min(len(whole), max(2*w.m, 4))
	w.start.l = mean(whole[:n])
	w.start.c = w.start.l / 1.1
	w.start.sl, w.start.sc = make([]float64, w.m), make([]float64, w.m)
	if len(whole) > 2*w.m && w.m > 1 {
		if s, ok := seasonalityOf(whole, w.m, false); ok {
			copy(w.start.sl, s.figure)
		}
	}
	for j, v := range w.start.sl {
		w.start.sc[j] = v / 1.1
	}
	for _, v := range whole {
		w.tiny = max(w.tiny, 1e-20*v*v)
	}
}

// reset sets the working states to the prepared ones. Without a level the season
// carries it.
func (w *cesFitter) reset(f cesForm) {
	w.state.l, w.state.c = w.start.l, w.start.c
	w.state.sl = append(w.state.sl[:0], w.start.sl...)
	w.state.sc = append(w.state.sc[:0], w.start.sc...)
	if !f.level {
		for j := range w.state.sl {
			w.state.sl[j] += w.start.l
			w.state.sc[j] += w.start.c
		}
	}
}

// predict returns the value expected at position j of the cycle.
func (f cesForm) predict(st *cesState, j int) float64 {
	mu := 0.0
	if f.level {
		mu = st.l
	}
	if f.season {
		mu += st.sl[j]
	}
	return mu
}

// advance moves the states by one period with the error e.
func (f cesForm) advance(a, b [2]float64, st *cesState, j int, e float64) {
	if f.level {
		st.l, st.c = rotated(a, st.l, st.c, e)
	}
	if f.season {
		st.sl[j], st.sc[j] = rotated(b, st.sl[j], st.sc[j], e)
	}
}

// rotated returns the next pair of states.
func rotated(a [2]float64, l, c, e float64) (float64, float64) {
	return l - (1-a[1])*c + (a[0]-a[1])*e, l + (1-a[0])*c + (a[0]+a[1])*e
}

// forward runs through the series and returns Σe². fitted may be nil.
func (w *cesFitter) forward(f cesForm, a, b [2]float64, fitted []float64) float64 {
	sse, j := 0.0, 0
	for t, v := range w.y {
		mu := f.predict(&w.state, j)
		e := v - mu
		if fitted != nil {
			fitted[t] = mu
		}
		if v != v {
			e = 0
		}
		sse += e * e
		f.advance(a, b, &w.state, j, e)
		if j++; j == w.m {
			j = 0
		}
	}
	return sse
}

// backward runs through the series from its end to its beginning.
func (w *cesFitter) backward(f cesForm, a, b [2]float64) {
	for t := len(w.y) - 1; t >= 0; t-- {
		j := t % w.m
		e := w.y[t] - f.predict(&w.state, j)
		if e != e {
			e = 0
		}
		f.advance(a, b, &w.state, j, e)
	}
}

// run returns Σe² from starting states found by running back and forth twice.
func (w *cesFitter) run(f cesForm, x []float64, fitted []float64) float64 {
	a, b := f.split(x)
	w.reset(f)
	for range 2 {
		w.forward(f, a, b, nil)
		w.backward(f, a, b)
	}
	return w.forward(f, a, b, fitted)
}

// objective returns −2·log likelihood up to a constant, +Inf for models whose
// projections do not forget.
func (w *cesFitter) objective(f cesForm, x []float64) float64 {
	if !w.forgets(f, x) {
		return math.Inf(1)
	}
	sse := w.run(f, x, nil)
	if math.IsNaN(sse - sse) {
		return math.Inf(1)
	}
	n := float64(w.known)
	return n * math.Log(max(sse, n*w.tiny))
}

// forgets reports whether the influence of a past error on the projection fades:
// whether the moving-average polynomial of the model is invertible.
func (w *cesFitter) forgets(f cesForm, x []float64) bool {
	a, b := f.split(x)
	d1, n1 := []float64{1}, []float64{0}
	d2, n2 := d1, n1
	if f.level {
		d1, n1 = cesPolynomials(a, 1)
	}
	if f.season {
		d2, n2 = cesPolynomials(b, w.m)
	}
	size := max(len(d1)+len(d2)-1, 2)
	theta := append(w.work[:0], make([]float64, size)...)
	w.work = theta
	for i, u := range d1 {
		for j, v := range d2 {
			theta[i+j] += u * v
		}
		for j, v := range n2 {
			theta[i+j] += u * v
		}
	}
	for i, u := range n1 {
		for j, v := range d2 {
			theta[i+j] += u * v
		}
	}
	return stable(theta)
}

// cesPolynomials returns the polynomials d and n in the lag operator for which a
// pair of states with the given lag contributes (n/d)ε to the series.
func cesPolynomials(a [2]float64, lag int) (d, n []float64) {
	d, n = make([]float64, 2*lag+1), make([]float64, 2*lag+1)
	d[0], d[lag], d[2*lag] = 1, a[0]-2, 2-a[0]-a[1]
	n[lag] = a[0] - a[1]
	n[2*lag] = (a[1]-1)*(a[0]+a[1]) - (1-a[0])*(a[0]-a[1])
	return d, n
}

// A cesModel is a fitted CES. It implements Model.
type cesModel struct {
	form   cesForm
	m      int
	a, b   [2]float64
	last   cesState // the season from the next period on
	fitted []float64
	gaps   bool
	sigma  float64
	aicc   float64
}

// model keeps what the search found.
func (w *cesFitter) model(f cesForm, x []float64, aicc float64) cesModel {
	out := cesModel{form: f, m: w.m, aicc: aicc, fitted: make([]float64, len(w.y)), gaps: w.known < len(w.y)}
	out.a, out.b = f.split(x)
	sse := w.run(f, x, out.fitted)
	out.sigma = math.Sqrt(sse / float64(w.known-f.parameters()+1))
	out.last = cesState{l: w.state.l, c: w.state.c}
	for i := range w.m {
		j := (len(w.y) + i) % w.m
		out.last.sl = append(out.last.sl, w.state.sl[j])
		out.last.sc = append(out.last.sc, w.state.sc[j])
	}
	return out
}

// Forecast implements Model.
func (m cesModel) Forecast(h int) Forecast {
	h = max(h, 0)
	path, psi := m.response(m.last, h), make([]float64, h)
	if h > 0 {
		zero := cesState{sl: make([]float64, m.m), sc: make([]float64, m.m)}
		m.form.advance(m.a, m.b, &zero, 0, 1)
		// the season that has moved is used again after m periods
		shifted := cesState{l: zero.l, c: zero.c, sl: turned(zero.sl), sc: turned(zero.sc)}
		psi[0] = 1
		copy(psi[1:], m.response(shifted, h-1))
	}
	f := Forecast{Mean: path, dist: symmetric{mean: path, spread: movingAverage{m.sigma, psi}}}
	if m.gaps {
		f.Notes = append(f.Notes, NoteIncomplete)
	}
	return f
}

// turned returns x with its first element last.
func turned(x []float64) []float64 { return append(append([]float64(nil), x[1:]...), x[0]) }

// response runs the states on without errors.
func (m cesModel) response(st cesState, h int) []float64 {
	st.sl, st.sc = append([]float64(nil), st.sl...), append([]float64(nil), st.sc...)
	out := make([]float64, h)
	for i := range out {
		j := i % m.m
		out[i] = m.form.predict(&st, j)
		m.form.advance(m.a, m.b, &st, j, 0)
	}
	return out
}

// Fitted implements Model.
func (m cesModel) Fitted() []float64 { return append([]float64(nil), m.fitted...) }

// Describe implements Model.
func (m cesModel) Describe() []Parameter {
	out := []Parameter{{Name: "form", Text: m.form.name}}
	if m.form.level {
		out = append(out, Parameter{Name: "a0", Value: m.a[0]}, Parameter{Name: "a1", Value: m.a[1]})
	}
	if m.form.season {
		out = append(out, Parameter{Name: "b0", Value: m.b[0]}, Parameter{Name: "b1", Value: m.b[1]})
	}
	return append(out, Parameter{Name: "sigma", Value: m.sigma}, Parameter{Name: "aicc", Value: m.aicc})
}
