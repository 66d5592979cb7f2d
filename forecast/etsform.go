package forecast

import "strings"

// A component says how error, trend or season enter an exponential smoothing
// model.
type component uint8

// Components.
const (
	none component = iota
	additive
	multiplicative
)

// An etsForm is one of the forms of exponential smoothing, such as ETS(M,Ad,M):
// error, trend, season.
type etsForm struct {
	err, trend, season component
	damped             bool
}

// String returns the usual name of the form.
func (f etsForm) String() string {
	names := [...]string{"N", "A", "M"}
	trend := names[f.trend]
	if f.damped {
		trend += "d"
	}
	return "ETS(" + strings.Join([]string{names[f.err], trend, names[f.season]}, ",") + ")"
}

// etsForms returns the forms that are tried for a series: errors and seasons
// additive or multiplicative, trends none, additive and damped. Multiplicative
// errors and seasons are for positive series only. Additive errors are not
// combined with a multiplicative season, whose variance is not bounded.
//
// Reference: R. J. Hyndman, Y. Khandakar, "Automatic time series forecasting:
// the forecast package for R", 2008.
func etsForms(positive bool, season int) []etsForm {
	var out []etsForm
	for _, e := range []component{additive, multiplicative} {
		for _, s := range []component{none, additive, multiplicative} {
			if (s != none && season == 1) || (e == additive && s == multiplicative) {
				continue
			}
			if !positive && (e == multiplicative || s == multiplicative) {
				continue
			}
			out = append(out,
				etsForm{e, none, s, false},
				etsForm{e, additive, s, false},
				etsForm{e, additive, s, true})
		}
	}
	return out
}

// smoothing returns the number of smoothing parameters, phi included.
func (f etsForm) smoothing() int {
	n := 1
	if f.trend != none {
		n++
	}
	if f.season != none {
		n++
	}
	if f.damped {
		n++
	}
	return n
}

// parameters returns the number of estimated parameters: smoothing parameters,
// initial states (of m seasonal states m − 1 are free) and the variance.
func (f etsForm) parameters(m int) int {
	n := f.smoothing() + 2
	if f.trend != none {
		n++
	}
	if f.season != none {
		n += m - 1
	}
	return n
}

// An etsState holds smoothing parameters and states of a form with m seasonal
// states. season[j] is the state that is used next at the j-th period of the
// cycle that begins with the first value.
type etsState struct {
	alpha, beta, gamma, phi float64
	level, slope            float64
	season                  []float64
}

// unpack reads a parameter vector: alpha, beta, gamma, phi, level, slope and the
// seasonal states 1 … m−1 as far as the form has them. The seasonal state 0 makes
// the sum 0 (additive) or m (multiplicative).
func (f etsForm) unpack(x []float64, m int, st *etsState) {
	next := func() float64 { v := x[0]; x = x[1:]; return v }
	st.alpha, st.beta, st.gamma, st.phi, st.slope = next(), 0, 0, 1, 0
	if f.trend != none {
		st.beta = next()
	}
	if f.season != none {
		st.gamma = next()
	}
	if f.damped {
		st.phi = next()
	}
	st.level = next()
	if f.trend != none {
		st.slope = next()
	}
	if f.season == none {
		st.season = st.season[:0]
		return
	}
	st.season = append(st.season[:0], 0)
	st.season = append(st.season, x[:m-1]...)
	if f.season == multiplicative {
		st.season[0] = float64(m)
	}
	for _, v := range x[:m-1] {
		st.season[0] -= v
	}
}

// Bounds of the smoothing parameters.
const (
	smoothLow, smoothHigh = 1e-4, 0.9999
	phiLow, phiHigh       = 0.8, 0.98
)

// confine moves the smoothing parameters of st to the nearest point within their
// usual bounds 0 < α < 1, 0 < β < α, 0 < γ < 1 − α, 0.8 ≤ φ ≤ 0.98.
func (f etsForm) confine(st *etsState) {
	st.alpha = min(max(st.alpha, smoothLow), smoothHigh)
	if f.trend != none {
		st.beta = min(max(st.beta, smoothLow), st.alpha)
	}
	if f.season != none {
		st.gamma = min(max(st.gamma, smoothLow), 1-st.alpha)
	}
	if f.damped {
		st.phi = min(max(st.phi, phiLow), phiHigh)
	}
}

// admissible reports whether the influence of a past error on the projection
// fades: whether all roots of the characteristic polynomial of the linear form
// lie in the unit circle. work has room for m + 2 numbers.
//
// Reference: R. J. Hyndman, M. Akram, B. C. Archibald, "The admissible
// parameter space for exponential smoothing models", 2008, eq. for the seasonal
// forms; the non-seasonal ones are admissible wherever they are usual.
func (f etsForm) admissible(st *etsState, m int, work []float64) bool {
	if f.season == none || m < 2 {
		return true
	}
	a, b, g, p := st.alpha, st.beta, st.gamma, st.phi
	c := append(work[:0], 1, a+b-p)
	for range m - 2 {
		c = append(c, a+b-a*p)
	}
	c = append(c, a+b-a*p+g-1, p*(1-a-g))
	return stable(c)
}

// stable reports whether all roots of c[0]zⁿ + c[1]zⁿ⁻¹ + … + c[n], c[0] = 1, lie
// in the unit circle, by the Schur–Cohn recursion. Roots on the circle are let
// through within 1e-9. It destroys c.
func stable(c []float64) bool {
	for n := len(c) - 1; n > 0; n-- {
		k := c[n]
		if k > 1+1e-9 || k < -1-1e-9 {
			return false
		}
		d := 1 - k*k
		if d < 1e-9 {
			return true
		}
		for i, j := 1, n-1; i <= j; i, j = i+1, j-1 {
			ci, cj := c[i], c[j]
			c[i], c[j] = (ci-k*cj)/d, (cj-k*ci)/d
		}
	}
	return true
}
