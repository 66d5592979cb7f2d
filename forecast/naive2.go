package forecast

import "context"

// Naive2 is the last value of the seasonally adjusted series, with the seasonal
// pattern put back: the yardstick of the M competitions. The series is adjusted
// by classical multiplicative decomposition (additive if a value is negative)
// where a 90 % test finds it seasonal and it has three full years. Intervals are
// those of Naive on the adjusted series, moved to the
// path with the pattern. Errors: ErrTooShort,
// ErrMissing, ErrScale.
//
// Reference: S. Makridakis, E. Spiliotis, V. Assimakopoulos, "The M4
// Competition: 100,000 time series and 61 forecasting methods", 2020.
type Naive2 struct{}

// ID implements Method.
func (Naive2) ID() string { return "naive2" }

// Fit implements Method.
func (Naive2) Fit(_ context.Context, y []float64, season int) (Model, error) {
	return fitWith(y, season, fitNaive2)
}

// fitNaive2 is the kernel of Naive2.
func fitNaive2(y []float64, m int) (Model, error) {
	if err := needWhole(y); err != nil {
		return nil, err
	}
	if !seasonal(y, m, 3*m, 1.645) {
		return fitLag(y, 1)
	}
	s, ok := seasonalityOf(y, m, multipliable(y))
	if !ok {
		return fitLag(y, 1)
	}
	inner, err := fitLag(s.remove(y), 1)
	if err != nil {
		return nil, err
	}
	return reseasoned{inner, s, len(y)}, nil
}

// A reseasoned model is a model of a seasonally adjusted series of n periods
// whose answers carry the seasonal pattern again.
type reseasoned struct {
	Model
	s seasonality
	n int
}

// Forecast implements Model.
func (m reseasoned) Forecast(h int) Forecast {
	f := m.Model.Forecast(h)
	path := make([]float64, len(f.Mean))
	for i, v := range f.Mean {
		path[i] = m.s.apply(v, m.n+i)
	}
	inner := f.dist
	f.Mean = path
	if inner != nil {
		f.dist = moved{inner, sums(m.Model.Forecast(h).Mean), path}
	}
	return f
}

// Fitted implements Model.
func (m reseasoned) Fitted() []float64 {
	out := m.Model.Fitted()
	for i, v := range out {
		out[i] = m.s.apply(v, i)
	}
	return out
}

// A moved distribution has the spread of another one around a different path.
type moved struct {
	distribution
	from []float64 // cumulated sums of the path of the other one
	path []float64
}

// sums returns the cumulated sums of x, beginning with 0.
func sums(x []float64) []float64 {
	out := make([]float64, len(x)+1)
	for i, v := range x {
		out[i+1] = out[i] + v
	}
	return out
}

// interval implements distribution.
func (d moved) interval(step int, level float64) (lo, hi float64) {
	lo, hi = d.distribution.interval(step, level)
	shift := d.path[step] - (d.from[step+1] - d.from[step])
	return lo + shift, hi + shift
}

// totalInterval implements distribution.
func (d moved) totalInterval(n int, level float64) (lo, hi float64) {
	lo, hi = d.distribution.totalInterval(n, level)
	shift := sum(d.path[:n]) - d.from[n]
	return lo + shift, hi + shift
}
