package forecast

import "math"

// An etsFit is the result of running a form through a series.
type etsFit struct {
	sse    float64 // sum of squared errors, relative ones if the error is multiplicative
	logs   float64 // Σ log|ŷ| of the known periods if the error is multiplicative, else 0
	fitted []float64
}

// run filters y with the form from the state st, which becomes the final state.
// fitted takes the one-step projections and may be nil. A missing value leaves
// the states to move without an error. It is false where the recursion leaves
// its domain: a level or a seasonal state that is not positive under a
// multiplicative season.
//
//	μ_t = (l + φb) + s   or  (l + φb)·s
//	l' = l + φb + α·e    b' = φb + β·e    s' = s + γ·e
//
// with e the error in the unit of the level (or of the season), after R. J.
// Hyndman et al., "Forecasting with Exponential Smoothing", 2008, tables 2.2–2.3.
func (f etsForm) run(y []float64, st *etsState, fitted []float64) (etsFit, bool) {
	fit := etsFit{fitted: fitted}
	m, product, j := len(st.season), 1.0, 0
	relative := f.err == multiplicative
	for t, v := range y {
		q := st.level + st.phi*st.slope
		mu, s := q, 0.0
		switch f.season {
		case additive:
			s = st.season[j]
			mu += s
		case multiplicative:
			s = st.season[j]
			mu *= s
		}
		if fitted != nil {
			fitted[t] = mu
		}
		e := v - mu
		if math.IsNaN(e) {
			if math.IsNaN(mu) {
				return fit, false
			}
			e = 0
		} else if relative {
			if mu == 0 {
				return fit, false
			}
			r := e / mu
			fit.sse += r * r
			product *= math.Abs(mu)
			if product > 1e200 || product < 1e-200 {
				fit.logs += math.Log(product)
				product = 1
			}
		} else {
			fit.sse += e * e
		}
		if !f.update(st, j, q, s, e) {
			return fit, false
		}
		if j++; j >= m {
			j = 0
		}
	}
	fit.logs += math.Log(product)
	return fit, !math.IsNaN(fit.sse - fit.sse)
}

// update moves the states by one period. q is the level expected, s the seasonal
// state used (that of cycle position j), e the error in the unit of the series.
func (f etsForm) update(st *etsState, j int, q, s, e float64) bool {
	rise := e
	if f.season == multiplicative {
		if s <= 0 || q <= 0 {
			return false
		}
		rise = e / s
		st.season[j] = s + st.gamma*e/q
	} else if f.season == additive {
		st.season[j] = s + st.gamma*e
	}
	st.level = q + st.alpha*rise
	st.slope = st.phi*st.slope + st.beta*rise
	return true
}

// rotate returns the seasonal states after n periods, the one used next first.
func (st *etsState) rotate(n int) []float64 {
	m := len(st.season)
	out := make([]float64, m)
	for i := range out {
		out[i] = st.season[(n+i)%m]
	}
	return out
}
