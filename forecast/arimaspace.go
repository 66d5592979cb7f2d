package forecast

import "math"

// An arimaSpace is an ARIMA process in state-space form: the state of the
// stationary process, then the last values of the series that undo the
// differences:
//
//	y_t = α_0 + Σ δ_k y_{t−k}
//
// Reference: A. C. Harvey, "Forecasting, Structural Time Series Models and the
// Kalman Filter", 1989.
type arimaSpace struct {
	process *arma
	delta   []float64
}

// size returns the number of states.
func (s arimaSpace) size() int { return len(s.process.phi) + len(s.delta) }

// observe returns the value expected in state a.
func (s arimaSpace) observe(a []float64) float64 {
	v := a[0]
	for k, d := range s.delta {
		v += d * a[len(s.process.phi)+k]
	}
	return v
}

// turn moves the state x by one period without an innovation.
func (s arimaSpace) turn(x []float64) {
	r := len(s.process.phi)
	y, x0 := s.observe(x), x[0]
	for i := range r {
		next := 0.0
		if i+1 < r {
			next = x[i+1]
		}
		x[i] = s.process.phi[i]*x0 + next
	}
	if len(s.delta) > 0 {
		copy(x[r+1:], x[r:])
		x[r] = y
	}
}

// turnRow moves the functional z of the state one period back: z becomes z·T.
func (s arimaSpace) turnRow(z []float64) {
	r := len(s.process.phi)
	feed, y := 0.0, 0.0
	for i := range r {
		feed += z[i] * s.process.phi[i]
	}
	if len(s.delta) > 0 {
		y = z[r]
		copy(z[r:], z[r+1:])
		z[len(z)-1] = 0
		for k, d := range s.delta {
			z[r+k] += y * d
		}
	}
	copy(z[1:r], z[:r-1])
	z[0] = feed + y
}

// diffuse is the variance, in units of that of ε, of the first values of a series
// that is differenced: so large that they tell nothing. Periods whose variance
// comes from it are not counted in the likelihood.
const (
	diffuse = 1e6
	unknown = 1e4
)

// A kalman filters series through an arimaSpace and keeps its memory. Missing
// values of the first series are allowed.
type kalman struct {
	moments armaMoments
	cov     []float64 // covariance of the state, before the innovation of the period
	next    []float64
	load    []float64 // P Z'
	states  [][]float64
	errors  []float64
	column  []float64
}

// run filters series through s and hands the innovations to g, which may be nil.
// expected takes the one-step projections of the first series and may be nil.
func (f *kalman) run(s arimaSpace, series [][]float64, g *gls, expected []float64) bool {
	if !f.reset(s, len(series)) {
		return false
	}
	for t, y := range series[0] {
		if t > 0 {
			f.addInnovation(s)
		}
		mu := s.observe(f.states[0])
		if expected != nil {
			expected[t] = mu
		}
		if !math.IsNaN(y) {
			variance := f.covariances(s)
			if !(variance > 0) {
				return false
			}
			for c, x := range series {
				f.errors[c] = x[t] - s.observe(f.states[c])
			}
			if g != nil && variance < unknown {
				g.add(f.errors, variance)
			}
			f.correct(variance)
		}
		f.predict(s)
	}
	return true
}

// reset sets states and their covariance to what is known before the series.
func (f *kalman) reset(s arimaSpace, n int) bool {
	w, dim := s.process, s.size()
	r := len(w.phi)
	first := f.moments.column(w)
	if !(first[0] > 0 && first[0] < 1e14) {
		return false
	}
	f.cov = append(f.cov[:0], make([]float64, dim*dim)...)
	f.next = append(f.next[:0], f.cov...)
	f.load = append(f.load[:0], make([]float64, dim)...)
	f.column = append(f.column[:0], f.load...)
	for i := range r {
		f.cov[i*dim], f.cov[i] = first[i], first[i]
	}
	// P = T P T' + R R' solved from the last row upwards
	for i := r - 1; i > 0; i-- {
		for j := r - 1; j >= i; j-- {
			v := w.phi[i]*w.phi[j]*first[0] + w.theta[i]*w.theta[j]
			if j+1 < r {
				v += w.phi[i]*first[j+1] + f.cov[(i+1)*dim+j+1]
			}
			if i+1 < r {
				v += w.phi[j] * first[i+1]
			}
			f.cov[i*dim+j], f.cov[j*dim+i] = v, v
		}
	}
	for k := r; k < dim; k++ {
		f.cov[k*dim+k] = diffuse
	}
	f.states = f.states[:0]
	for range n {
		f.states = append(f.states, make([]float64, dim))
	}
	f.errors = append(f.errors[:0], make([]float64, n)...)
	return true
}

// addInnovation adds the variance of the innovation of the period.
func (f *kalman) addInnovation(s arimaSpace) {
	theta, dim := s.process.theta, s.size()
	for i, a := range theta {
		if a == 0 {
			continue
		}
		for j, b := range theta {
			f.cov[i*dim+j] += a * b
		}
	}
}

// covariances computes those of the state with the series, and returns the
// variance of the value.
func (f *kalman) covariances(s arimaSpace) float64 {
	dim := s.size()
	for i := range dim {
		f.load[i] = s.observe(f.cov[i*dim : (i+1)*dim])
	}
	return s.observe(f.load)
}

// correct takes the innovations into the states.
func (f *kalman) correct(variance float64) {
	dim := len(f.load)
	for c, a := range f.states {
		k := f.errors[c] / variance
		for i := range a {
			a[i] += f.load[i] * k
		}
	}
	for i, u := range f.load {
		k := u / variance
		for j, v := range f.load {
			f.cov[i*dim+j] -= k * v
		}
	}
}

// predict moves states and covariance to the next period, without its innovation.
func (f *kalman) predict(s arimaSpace) {
	dim := s.size()
	for _, a := range f.states {
		s.turn(a)
	}
	for i := range dim {
		s.turn(f.cov[i*dim : (i+1)*dim])
	}
	for j := range dim {
		for i := range dim {
			f.column[i] = f.cov[i*dim+j]
		}
		s.turn(f.column)
		for i := range dim {
			f.next[i*dim+j] = f.column[i]
		}
	}
	f.cov, f.next = f.next, f.cov
}
