package forecast

import (
	"context"
	"fmt"
	"math"
)

// An etsModel is a fitted form of exponential smoothing. It implements Model.
type etsModel struct {
	form   etsForm
	n      int // periods of the series
	gaps   int // of them missing
	season int
	first  etsState // smoothing parameters and initial states
	last   etsState // states after the last period
	fitted []float64
	sigma2 float64 // variance of the errors, relative ones if multiplicative
	loglik float64
	aicc   float64
}

// etsFitter searches the parameters of forms for one series. It keeps its
// memory from form to form.
type etsFitter struct {
	y      []float64
	m      int
	known  int
	search simplex
	state  etsState
	work   []float64
	tiny   float64 // smallest mean square error that is told from zero
}

// newETSFitter returns a fitter for y.
func newETSFitter(y []float64, m int) *etsFitter {
	size := 0.0
	for _, v := range filled(y) {
		size = max(size, math.Abs(v))
	}
	return &etsFitter{y: y, m: m, known: count(y), work: make([]float64, 0, m+2), tiny: 1e-20 * size * size}
}

// objective returns −2·log likelihood up to a constant:
//
//	n log Σe² + 2 Σ log|μ|   (the second term for multiplicative errors)
//
// and +Inf outside the admissible region.
func (w *etsFitter) objective(f etsForm, x []float64) float64 {
	f.unpack(x, w.m, &w.state)
	f.confine(&w.state)
	if !f.admissible(&w.state, w.m, w.work) {
		return math.Inf(1)
	}
	if f.season == multiplicative {
		for _, s := range w.state.season {
			if s <= 0 {
				return math.Inf(1)
			}
		}
	}
	fit, ok := f.run(w.y, &w.state, nil)
	if !ok {
		return math.Inf(1)
	}
	return w.deviance(f, fit)
}

// deviance returns the objective of a fit, floored where the fit is perfect.
func (w *etsFitter) deviance(f etsForm, fit etsFit) float64 {
	n, floor := float64(w.known), w.tiny
	if f.err == multiplicative {
		floor = 1e-20
	}
	return n*math.Log(max(fit.sse, n*floor)) + 2*fit.logs
}

// fit estimates one form by maximum likelihood from every guess. It is false if
// the series is too short for it or no admissible start is found.
func (w *etsFitter) fit(f etsForm) (etsModel, bool) {
	return w.fitFrom(f, append(etsGuesses(), rareGuesses()...), 1e-6)
}

// fitFrom estimates one form by maximum likelihood from the given guesses, until
// the objective agrees within tol.
func (w *etsFitter) fitFrom(f etsForm, guesses []etsState, tol float64) (etsModel, bool) {
	if w.known-f.parameters(w.m) < 2 {
		return etsModel{}, false
	}
	objective := func(x []float64) float64 { return w.objective(f, x) }
	best, value := []float64(nil), math.Inf(1)
	for _, g := range guesses {
		s, ok := f.start(filled(w.y), w.m, g.alpha, g.beta, g.gamma)
		if !ok || math.IsInf(objective(s.x), 1) {
			continue
		}
		x, v := w.search.minimise(objective, s.x, s.step, 250*len(s.x), tol)
		if v < value {
			best, value = x, v
		}
	}
	if best == nil {
		return etsModel{}, false
	}
	return w.model(f, best), true
}

// etsGuesses returns the smoothing parameters from which a search begins: slow,
// quick and even adaptation.
func etsGuesses() []etsState {
	return []etsState{
		{alpha: 0.1, beta: 0.01, gamma: 0.05},
		{alpha: 0.6, beta: 0.05, gamma: 0.1},
		{alpha: 0.3, beta: 0.15, gamma: 0.3},
	}
}

// rareGuesses returns further starts, which seldom lead to a better fit and are left
// to forms that are given: a season that moves around a still level, a quick
// trend, and states that hardly move.
func rareGuesses() []etsState {
	return []etsState{
		{alpha: 0.02, beta: 0.01, gamma: 0.6},
		{alpha: 0.5, beta: 0.4, gamma: 0.02},
		{alpha: 0.002, beta: 0.001, gamma: 0.001},
	}
}

// refine continues the search for a model that has been chosen.
func (w *etsFitter) refine(model etsModel) etsModel {
	f := model.form
	x := f.pack(&model.first)
	step := make([]float64, len(x))
	for i, v := range x {
		step[i] = max(math.Abs(v)/50, 1e-3)
		if i < f.smoothing() {
			step[i] = 0.01
		}
	}
	objective := func(x []float64) float64 { return w.objective(f, x) }
	value := objective(x)
	better, v := polish(objective, x, value, step, 150*len(x))
	if v < value {
		return w.model(f, better)
	}
	return model
}

// pack is the inverse of unpack.
func (f etsForm) pack(st *etsState) []float64 {
	x := []float64{st.alpha}
	if f.trend != none {
		x = append(x, st.beta)
	}
	if f.season != none {
		x = append(x, st.gamma)
	}
	if f.damped {
		x = append(x, st.phi)
	}
	x = append(x, st.level)
	if f.trend != none {
		x = append(x, st.slope)
	}
	if f.season != none {
		x = append(x, st.season[1:]...)
	}
	return x
}

// model runs the form with parameters x and keeps what came out.
func (w *etsFitter) model(f etsForm, x []float64) etsModel {
	var st etsState
	f.unpack(x, w.m, &st)
	f.confine(&st)
	return w.evaluate(f, st)
}

// evaluate runs the form from given parameters and states.
func (w *etsFitter) evaluate(f etsForm, first etsState) etsModel {
	first.season = append([]float64(nil), first.season...)
	out := etsModel{form: f, n: len(w.y), gaps: len(w.y) - w.known, season: w.m, first: first, last: first, fitted: make([]float64, len(w.y))}
	out.last.season = append([]float64(nil), first.season...)
	fit, _ := f.run(w.y, &out.last, out.fitted)
	if f.season != none {
		out.last.season = out.last.rotate(len(w.y))
	}
	n, k := float64(w.known), float64(f.parameters(w.m))
	deviance := w.deviance(f, fit)
	out.loglik = -deviance / 2
	out.aicc = deviance + 2*k + 2*k*(k+1)/(n-k-1)
	out.sigma2 = fit.sse / max(n-k+1, 1)
	return out
}

// candidates fits every form that allow admits, in a fixed order. All are fitted
// roughly from the first guess that works; those that are then not out of the
// race, among the forms with a damped trend or among all, from every guess.
func (w *etsFitter) candidates(ctx context.Context, allow func(etsForm) bool) ([]etsModel, error) {
	var out []etsModel
	guesses := etsGuesses()
	leader := map[bool]float64{false: math.Inf(1), true: math.Inf(1)}
	for _, f := range etsForms(positive(w.y), w.m) {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("forecast: exponential smoothing: %w", err)
		}
		if !allow(f) {
			continue
		}
		for i := range guesses {
			if model, ok := w.fitFrom(f, guesses[i:i+1], 1e-2); ok {
				out = append(out, model)
				leader[f.damped] = min(leader[f.damped], model.aicc)
				leader[false] = min(leader[false], model.aicc)
				break
			}
		}
	}
	for i, m := range out {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("forecast: exponential smoothing: %w", err)
		}
		if m.aicc > leader[m.form.damped]+outOfRace {
			continue
		}
		if better, ok := w.fitFrom(m.form, guesses, 1e-6); ok && better.aicc < m.aicc {
			out[i] = better
		}
	}
	return out, nil
}

// outOfRace is by how much the criterion of a form may lie above the best at first
// sight for a further search to be worth while.
const outOfRace = 6

// best returns the model with the smallest AICc among those whose form allow
// admits, refined. Error: ErrTooShort if there is none.
func (w *etsFitter) best(models []etsModel, allow func(etsForm) bool) (etsModel, error) {
	var out etsModel
	found := false
	for _, m := range models {
		if allow(m.form) && (!found || m.aicc < out.aicc) {
			out, found = m, true
		}
	}
	if !found {
		return out, fmt.Errorf("%w: %d for exponential smoothing", ErrTooShort, w.known)
	}
	return w.refine(out), nil
}
