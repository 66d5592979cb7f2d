package forecast

import (
	"context"
	"fmt"
	"math"
)

// ETS is exponential smoothing in state-space form. Of the admissible forms (15
// for a positive seasonal series) each is fitted by maximum likelihood and the
// one with the smallest corrected Akaike criterion is taken. Missing values
// inside the series are allowed: they leave the states without an error and do
// not count in the likelihood. Intervals are exact for additive forms and come
// from simulated paths where error or season is multiplicative. Errors:
// ErrTooShort, ErrMissing, ErrScale.
//
// References: R. J. Hyndman, A. B. Koehler, J. K. Ord, R. D. Snyder,
// "Forecasting with Exponential Smoothing", 2008; R. J. Hyndman, Y. Khandakar,
// "Automatic time series forecasting: the forecast package for R", 2008.
type ETS struct{}

// ID implements Method.
func (ETS) ID() string { return "ets" }

// Fit implements Method.
func (ETS) Fit(ctx context.Context, y []float64, season int) (Model, error) {
	return fitETS(ctx, y, season, anyForm)
}

// DampedETS is ETS restricted to the forms with a damped trend, which project
// more cautiously.
type DampedETS struct{}

// ID implements Method.
func (DampedETS) ID() string { return "ets-damped" }

// Fit implements Method.
func (DampedETS) Fit(ctx context.Context, y []float64, season int) (Model, error) {
	return fitETS(ctx, y, season, dampedForm)
}

// fitETS chooses among the forms that allow admits.
func fitETS(ctx context.Context, y []float64, season int, allow func(etsForm) bool) (Model, error) {
	return fitWith(y, season, recent(func(y []float64, m int) (Model, error) {
		w := newETSFitter(y, seasonLimit(m))
		models, err := w.candidates(ctx, allow)
		if err != nil {
			return nil, err
		}
		model, err := w.best(models, allow)
		if err != nil {
			return nil, err
		}
		return model, nil
	}))
}

// anyForm admits every form.
func anyForm(etsForm) bool { return true }

// dampedForm admits forms with a damped trend.
func dampedForm(f etsForm) bool { return f.damped }

// seasonLimit returns the number of seasonal states that are estimated: cycles
// longer than 24 are too many parameters and are taken as none.
func seasonLimit(m int) int {
	if m > 24 {
		return 1
	}
	return m
}

// Forecast implements Model.
func (m etsModel) Forecast(h int) Forecast {
	f := Forecast{Mean: m.path(max(h, 0)), Method: ""}
	if m.gaps > 0 {
		f.Notes = append(f.Notes, NoteIncomplete)
	}
	if m.form.err == multiplicative || m.form.season == multiplicative {
		f.dist = newSampled(len(f.Mean), m.draw)
	} else {
		f.dist = symmetric{mean: f.Mean, spread: movingAverage{math.Sqrt(m.sigma2), m.weights(len(f.Mean))}}
	}
	return f
}

// path returns the expected values of the next h periods: of linear forms the
// states run on without errors; of a multiplicative season with the covariance
// of level and season, which errors share from the second year on:
//
//	E[l s_j]' = E[l s_j] + φE[b s_j] + σ²γα·μ   (the last term for the season in use)
func (m etsModel) path(h int) []float64 {
	out, st := make([]float64, h), m.last.clone()
	if m.form.season != multiplicative {
		for i := range out {
			out[i] = m.form.next(&st, i, 0)
		}
		return out
	}
	level, slope := make([]float64, m.season), make([]float64, m.season)
	for j, s := range st.season {
		level[j], slope[j] = st.level*s, st.slope*s
	}
	for i := range out {
		for j := range level {
			slope[j] *= st.phi
			level[j] += slope[j]
		}
		j := i % m.season
		out[i] = level[j]
		level[j] += m.sigma2 * st.gamma * st.alpha * out[i]
		slope[j] += m.sigma2 * st.gamma * st.beta * out[i]
	}
	return out
}

// next moves st by one period with the standardised error e (relative if the
// error is multiplicative) and returns the value of the period.
func (f etsForm) next(st *etsState, i int, e float64) float64 {
	j, q := 0, st.level+st.phi*st.slope
	mu, s := q, 0.0
	if f.season != none {
		j = i % len(st.season)
		s = st.season[j]
		if f.season == multiplicative {
			mu *= s
		} else {
			mu += s
		}
	}
	if f.err == multiplicative {
		e *= mu
	}
	if e == 0 || !f.update(st, j, q, s, e) {
		st.level, st.slope = q, st.phi*st.slope
	}
	return mu + e
}

// draw simulates one path from standard normal errors. A relative error is not
// below −1.
func (m etsModel) draw(z, out []float64) {
	st, sigma := m.last.clone(), math.Sqrt(m.sigma2)
	for i := range out {
		e := sigma * z[i]
		if m.form.err == multiplicative {
			e = max(e, -1)
		}
		out[i] = m.form.next(&st, i, e)
	}
}

// weights returns the psi weights of a linear form:
//
//	ψ_0 = 1,  ψ_j = α + β(φ + … + φ^j) + γ·[j mod m = 0]
func (m etsModel) weights(h int) []float64 {
	psi, damp, slope := make([]float64, h), 1.0, 0.0
	for j := range psi {
		if j == 0 {
			psi[j] = 1
			continue
		}
		slope += damp
		damp *= m.first.phi
		psi[j] = m.first.alpha + m.first.beta*m.first.phi*slope
		if m.form.season != none && j%m.season == 0 {
			psi[j] += m.first.gamma
		}
	}
	return psi
}

// clone returns st with its own seasonal states.
func (st etsState) clone() etsState {
	st.season = append([]float64(nil), st.season...)
	return st
}

// Fitted implements Model.
func (m etsModel) Fitted() []float64 { return append([]float64(nil), m.fitted...) }

// Describe implements Model.
func (m etsModel) Describe() []Parameter {
	out := []Parameter{{Name: "form", Text: m.form.String()}, {Name: "alpha", Value: m.first.alpha}}
	if m.form.trend != none {
		out = append(out, Parameter{Name: "beta", Value: m.first.beta})
	}
	if m.form.season != none {
		out = append(out, Parameter{Name: "gamma", Value: m.first.gamma})
	}
	if m.form.damped {
		out = append(out, Parameter{Name: "phi", Value: m.first.phi})
	}
	out = append(out, Parameter{Name: "level", Value: m.first.level})
	if m.form.trend != none {
		out = append(out, Parameter{Name: "slope", Value: m.first.slope})
	}
	for j, s := range m.first.season {
		out = append(out, Parameter{Name: fmt.Sprintf("season%d", j+1), Value: s})
	}
	return append(out, Parameter{Name: "sigma", Value: math.Sqrt(m.sigma2)}, Parameter{Name: "loglik", Value: m.loglik}, Parameter{Name: "aicc", Value: m.aicc})
}
