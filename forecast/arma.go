package forecast

import "math"

// An arma is a stationary process with unit innovations,
//
//	w_t = φ_1 w_{t−1} + … + ε_t + θ_1 ε_{t−1} + …
//
// seasonal factors multiplied out. Both polynomials are padded with zeros to the
// size of its state: len(phi) = r, len(theta) = r with theta[0] = 1, where phi[i]
// belongs to lag i + 1 and theta[i] to lag i.
type arma struct {
	phi, theta []float64
	p, q       int // largest lags that occur
}

// An armaBuilder turns free numbers into processes and keeps its memory.
type armaBuilder struct {
	process  arma
	ar, ma   []float64
	step     []float64
	factored [4][]float64 // φ, θ, Φ, Θ before they are multiplied
}

// build returns the process of an order with the free numbers x, one per
// coefficient: sines of them are the partial autocorrelations of the factors
// (O. E. Barndorff-Nielsen, G. Schou, "On the parametrization of autoregressive
// models by partial autocorrelations", 1973), so that every x is stationary and
// invertible. It is false at the edge of stationarity. The process is overwritten
// by the next call.
func (b *armaBuilder) build(o Order, m int, x []float64) (*arma, bool) {
	for k, n := range o.coefficients() {
		b.factored[k] = fromPartials(x[:n], b.factored[k], &b.step)
		if k%2 == 0 && !insideCircle(x[:n]) {
			return nil, false
		}
		x = x[n:]
	}
	b.ar = b.times(b.factored[0], b.factored[2], m, b.ar)
	b.ma = b.times(b.factored[1], b.factored[3], m, b.ma)
	w := &b.process
	w.p, w.q = len(b.ar), len(b.ma)
	r := max(w.p, w.q+1)
	w.phi = append(append(w.phi[:0], b.ar...), make([]float64, r-w.p)...)
	w.theta = append(w.theta[:0], 1)
	for _, v := range b.ma {
		w.theta = append(w.theta, -v)
	}
	w.theta = append(w.theta, make([]float64, r-w.q-1)...)
	return w, true
}

// insideCircle reports whether the partial autocorrelations sin x are clearly
// within ±1.
func insideCircle(x []float64) bool {
	for _, v := range x {
		c := math.Cos(v)
		if !(c*c > 1e-8) {
			return false
		}
	}
	return true
}

// fromPartials returns the coefficients a of 1 − a_1 B − a_2 B² … whose partial
// autocorrelations are sin x, by the Durbin–Levinson recursion.
func fromPartials(x, a []float64, step *[]float64) []float64 {
	a = a[:0]
	for k, v := range x {
		r := math.Sin(v)
		old := append((*step)[:0], a...)
		*step = old
		for j := range a {
			a[j] -= r * old[k-1-j]
		}
		a = append(a, r)
	}
	return a
}

// times returns the coefficients of (1 − Σ a_i Bⁱ)(1 − Σ s_j B^{mj}).
func (b *armaBuilder) times(a, s []float64, m int, out []float64) []float64 {
	out = append(out[:0], make([]float64, len(a)+m*len(s))...)
	copy(out, a)
	for j, v := range s {
		at := m * (j + 1)
		out[at-1] += v
		for i, u := range a {
			out[at+i] -= u * v
		}
	}
	return out
}

// An armaMoments computes second moments of processes and keeps its memory.
type armaMoments struct {
	steps [][]float64 // coefficients of the best predictors of order 1 … p
	gamma []float64   // autocovariances of the autoregressive part, then of the process
	psi   []float64
	cross []float64
	first []float64
}

// column returns the covariances of the state with the series in the stationary
// distribution, P Z', where the i-th state is
//
//	α_i = Σ_k (φ_{i+1+k} w_{t−1−k} + θ_{i+k} ε_{t−k})
func (s *armaMoments) column(w *arma) []float64 {
	r := len(w.phi)
	s.autocovariances(w, r+1)
	s.weights(w, r)
	s.first = append(s.first[:0], make([]float64, r)...)
	for i := range r {
		v := 0.0
		for k := 0; i+k < r; k++ {
			v += w.phi[i+k]*s.gamma[k+1] + w.theta[i+k]*s.psi[k]
		}
		s.first[i] = v
	}
	s.first[0] = s.gamma[0]
	return s.first
}

// weights fills psi with the first n weights of the innovations.
func (s *armaMoments) weights(w *arma, n int) {
	s.psi = s.psi[:0]
	for k := range n {
		v := 0.0
		if k <= w.q {
			v = w.theta[k]
		}
		for j := 1; j <= min(k, w.p); j++ {
			v += w.phi[j-1] * s.psi[k-j]
		}
		s.psi = append(s.psi, v)
	}
}

// autocovariances fills gamma with the autocovariances of the process at lags 0 …
// n − 1: those of its autoregressive part, by the Durbin–Levinson recursion run
// down and up again, weighted with the moving average on both sides.
func (s *armaMoments) autocovariances(w *arma, n int) {
	part := s.autoregressive(w, n+w.q)
	s.cross = s.cross[:0]
	for d := range w.q + 1 {
		v := 0.0
		for i := 0; i+d <= w.q; i++ {
			v += w.theta[i] * w.theta[i+d]
		}
		s.cross = append(s.cross, v)
	}
	out := s.first[:0]
	for k := range n {
		v := s.cross[0] * part[k]
		for d := 1; d <= w.q; d++ {
			if c := s.cross[d]; c != 0 {
				v += c * (part[k+d] + part[max(k-d, d-k)])
			}
		}
		out = append(out, v)
	}
	s.gamma = append(s.gamma[:0], out...)
	s.first = out[:0]
}

// autoregressive returns n autocovariances of the process without its moving
// average.
func (s *armaMoments) autoregressive(w *arma, n int) []float64 {
	p := w.p
	for len(s.steps) <= p {
		s.steps = append(s.steps, nil)
	}
	s.steps[p] = append(s.steps[p][:0], w.phi[:p]...)
	scale := 1.0
	for k := p; k > 0; k-- {
		a := s.steps[k]
		r := a[k-1]
		d := 1 - r*r
		scale /= d
		lower := s.steps[k-1][:0]
		for j := range k - 1 {
			lower = append(lower, (a[j]+r*a[k-2-j])/d)
		}
		s.steps[k-1] = lower
	}
	g := append(s.gamma[:0], scale)
	left := scale // variance of the prediction from k − 1 values
	for k := 1; k < n; k++ {
		v := 0.0
		if k <= p {
			a := s.steps[k-1]
			for j := range a {
				v += a[j] * g[k-1-j]
			}
			r := s.steps[k][k-1]
			v += r * left
			left *= 1 - r*r
		} else {
			for j := range p {
				v += w.phi[j] * g[k-1-j]
			}
		}
		g = append(g, v)
	}
	s.gamma = g
	return g
}
