package forecast

import (
	"fmt"
	"math"
	"slices"
)

// An arimaModel is an estimated ARIMA model. It implements Model.
type arimaModel struct {
	order  Order
	m      int
	n      int
	gaps   bool
	names  [4][]float64 // φ, θ, Φ, Θ
	beta   float64      // mean, or drift per period
	gamma  []float64    // coefficients of the regressors
	space  arimaSpace
	state  []float64   // after the last period
	root   [][]float64 // lower triangle of the covariance of state in units of sigma²; nil if it is known
	fitted []float64
	sigma  float64
	loglik float64
	aicc   float64
}

// model keeps what the search found. It is false if the model cannot be filtered.
func (w *arimaFitter) model(f arimaFit) (arimaModel, bool) {
	w.prepare(f.order)
	_, sse, beta, ok := w.likelihood(f.x)
	if !ok {
		return arimaModel{}, false
	}
	out := arimaModel{
		order: f.order, m: w.m, n: len(w.y), gaps: w.gaps(), loglik: f.loglik, aicc: f.aicc,
		sigma: math.Sqrt(sse / float64(max(w.sums.n-w.parameters(f.order)+1, 1))),
	}
	if f.order.Constant {
		out.beta, beta = beta[0], beta[1:]
	}
	out.gamma = slices.Clone(beta)
	out.coefficients(&w.builder)
	process := w.builder.process
	process.phi = append([]float64(nil), process.phi...)
	process.theta = append([]float64(nil), process.theta...)
	out.space = arimaSpace{&process, f.order.operator(w.m)}
	effects := w.effects(out.gamma)
	rest := w.withoutConstant(f.order, out.beta)
	for i, v := range effects {
		rest[i] -= v
	}
	if w.gaps() {
		ok = out.filterGaps(&w.general, rest)
	} else {
		ok = out.filterWhole(&w.general, rest)
	}
	for i, v := range out.fitted {
		out.fitted[i] = v + out.constant(i) + effects[i]
	}
	return out, ok
}

// coefficients keeps the factors of the process, moving averages with the sign of
// 1 + θB.
func (m *arimaModel) coefficients(b *armaBuilder) {
	for k, c := range b.factored {
		m.names[k] = append([]float64(nil), c...)
		if k%2 == 1 {
			for i := range m.names[k] {
				m.names[k][i] = -m.names[k][i]
			}
		}
	}
}

// effects returns what the regressors with the coefficients gamma add to each
// period.
func (w *arimaFitter) effects(gamma []float64) []float64 {
	out := make([]float64, len(w.y))
	for k, column := range w.regressors {
		for i, x := range column {
			out[i] += gamma[k] * x
		}
	}
	return out
}

// withoutConstant returns the series without its mean or drift.
func (w *arimaFitter) withoutConstant(o Order, beta float64) []float64 {
	out := append([]float64(nil), w.y...)
	if o.Constant {
		for i, x := range constantColumn(o, len(out)) {
			out[i] -= beta * x
		}
	}
	return out
}

// constant returns the mean, or the drift up to the i-th period.
func (m *arimaModel) constant(i int) float64 {
	if !m.order.Constant {
		return 0
	}
	if m.order.differences() == 0 {
		return m.beta
	}
	return m.beta * float64(i+1)
}

// filterGaps runs the series itself through the model.
func (m *arimaModel) filterGaps(f *kalman, y []float64) bool {
	m.fitted = make([]float64, len(y))
	ok := f.run(m.space, [][]float64{y}, nil, m.fitted)
	for i := range min(m.order.lost(m.m), len(y)) {
		m.fitted[i] = math.NaN()
	}
	if !ok {
		return false
	}
	m.state = append([]float64(nil), f.states[0]...)
	m.root = semidefiniteRoot(f.cov, m.space.size())
	return true
}

// filterWhole runs the differenced series through the model and completes the
// state by the last values of the series.
func (m *arimaModel) filterWhole(f *kalman, y []float64) bool {
	z := m.order.difference(y, m.m)
	expected := make([]float64, len(z))
	if !f.run(arimaSpace{process: m.space.process}, [][]float64{z}, nil, expected) {
		return false
	}
	lost := len(y) - len(z)
	m.fitted = nans(len(y))
	for i, mu := range expected {
		m.fitted[lost+i] = y[lost+i] - (z[i] - mu)
	}
	m.state = append([]float64(nil), f.states[0]...)
	m.root = semidefiniteRoot(f.cov, len(m.state))
	for k := range m.space.delta {
		m.state = append(m.state, y[len(y)-1-k])
	}
	return true
}

// semidefiniteRoot returns the lower triangle L of a = LL', where a is positive
// semidefinite up to rounding, and nil if a is negligible beside 1.
func semidefiniteRoot(a []float64, n int) [][]float64 {
	trace := 0.0
	for i := range n {
		trace += a[i*n+i]
	}
	if !(trace > 1e-12) {
		return nil
	}
	root := make([][]float64, n)
	for i := range n {
		root[i] = make([]float64, i+1)
		for j := range i + 1 {
			v := a[i*n+j]
			for k := range j {
				v -= root[i][k] * root[j][k]
			}
			switch {
			case i == j:
				root[i][i] = math.Sqrt(max(v, 0))
			case root[j][j]*root[j][j] > 1e-12*trace:
				root[i][j] = v / root[j][j]
			}
		}
	}
	return root
}

// Forecast implements Model.
func (m arimaModel) Forecast(h int) Forecast {
	path := make([]float64, max(h, 0))
	a := append([]float64(nil), m.state...)
	for i := range path {
		path[i] = m.space.observe(a) + m.constant(m.n+i)
		m.space.turn(a)
	}
	f := Forecast{Mean: path, dist: symmetric{mean: path, spread: m.spread(len(path))}}
	if m.gaps {
		f.Notes = append(f.Notes, NoteIncomplete)
	}
	return f
}

// spread returns the joint standard errors of the next h periods.
func (m arimaModel) spread(h int) arimaSpread {
	out := arimaSpread{movingAverage: movingAverage{m.sigma, make([]float64, h)}}
	a := make([]float64, m.space.size())
	copy(a, m.space.process.theta)
	for i := range out.psi {
		out.psi[i] = m.space.observe(a)
		m.space.turn(a)
	}
	if m.root == nil {
		return out
	}
	z := make([]float64, m.space.size())
	z[0] = 1
	copy(z[len(m.space.process.phi):], m.space.delta)
	for range h {
		row := make([]float64, len(m.root))
		for i, l := range m.root {
			for j, v := range l {
				row[j] += z[i] * v
			}
		}
		out.start = append(out.start, row)
		m.space.turnRow(z)
	}
	return out
}

// An arimaSpread adds to the errors that are still to come those of the state from
// which the projection starts.
type arimaSpread struct {
	movingAverage
	start [][]float64 // effects of independent errors of unit variance on every step
}

// sd implements spread.
func (s arimaSpread) sd(step int) float64 {
	v := s.movingAverage.sd(step)
	if s.start == nil {
		return v
	}
	return math.Hypot(v, s.sigma*norm(s.start[step]))
}

// totalSD implements spread.
func (s arimaSpread) totalSD(n int) float64 {
	v := s.movingAverage.totalSD(n)
	if s.start == nil || n == 0 {
		return v
	}
	total := make([]float64, len(s.start[0]))
	for _, row := range s.start[:n] {
		for j, e := range row {
			total[j] += e
		}
	}
	return math.Hypot(v, s.sigma*norm(total))
}

// norm returns √Σx².
func norm(x []float64) float64 {
	s := 0.0
	for _, v := range x {
		s += v * v
	}
	return math.Sqrt(s)
}

// Fitted implements Model.
func (m arimaModel) Fitted() []float64 { return append([]float64(nil), m.fitted...) }

// Describe implements Model.
func (m arimaModel) Describe() []Parameter {
	out := []Parameter{{Name: "form", Text: m.order.describe(m.m)}}
	for k, name := range [4]string{"ar", "ma", "sar", "sma"} {
		for i, v := range m.names[k] {
			out = append(out, Parameter{Name: fmt.Sprintf("%s%d", name, i+1), Value: v})
		}
	}
	if m.order.Constant {
		name := "mean"
		if m.order.differences() > 0 {
			name = "drift"
		}
		out = append(out, Parameter{Name: name, Value: m.beta})
	}
	return append(out, Parameter{Name: "sigma", Value: m.sigma}, Parameter{Name: "loglik", Value: m.loglik}, Parameter{Name: "aicc", Value: m.aicc})
}
