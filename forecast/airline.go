package forecast

import (
	"context"
	"fmt"
	"math"
)

// AirlineModel is the ARIMA model (0,1,1)(0,1,1) of the logarithms, (0,1,1) for
// series without season. Its point path is the exponential of the projected
// logarithm and so a median, not a mean. Intervals are exact for each period; those
// of a sum come from simulated paths. Errors: ErrNotPositive unless every value is
// above zero, ErrTooShort, ErrMissing, ErrScale, ErrUnstable.
type AirlineModel struct{}

// ID implements Method.
func (AirlineModel) ID() string { return "airline" }

// Fit implements Method.
func (AirlineModel) Fit(ctx context.Context, y []float64, season int) (Model, error) {
	return fitWith(y, season, recent(func(y []float64, m int) (Model, error) { return fitAirline(ctx, y, m) }))
}

// fitAirline is the kernel of AirlineModel.
func fitAirline(ctx context.Context, y []float64, m int) (Model, error) {
	if !positive(y) {
		return nil, fmt.Errorf("%w: logarithms", ErrNotPositive)
	}
	logs := make([]float64, len(y))
	for i, v := range y {
		logs[i] = math.Log(v)
	}
	o := Airline()
	if seasonLimit(m) == 1 {
		o.SeasonalDiff, o.SeasonalMA = 0, 0
	}
	inner, err := ARIMA{Order: &o}.fit(ctx, logs, m)
	if err != nil {
		return nil, err
	}
	return exponential{inner}, nil
}

// An exponential model is a model of logarithms that answers in the unit of the
// series.
type exponential struct{ Model }

// Forecast implements Model.
func (m exponential) Forecast(h int) Forecast {
	f := m.Model.Forecast(h)
	logs := f.Mean
	f.Mean = exponentials(logs)
	if d, ok := f.dist.(symmetric); ok {
		f.dist = logNormal{d}
	}
	return f
}

// Fitted implements Model.
func (m exponential) Fitted() []float64 { return exponentials(m.Model.Fitted()) }

// exponentials returns eˣ.
func exponentials(x []float64) []float64 {
	out := make([]float64, len(x))
	for i, v := range x {
		out[i] = math.Exp(v)
	}
	return out
}

// A logNormal distribution is Gaussian for the logarithms.
type logNormal struct{ logs symmetric }

// interval implements distribution.
func (d logNormal) interval(step int, level float64) (lo, hi float64) {
	lo, hi = d.logs.interval(step, level)
	return math.Exp(lo), math.Exp(hi)
}

// totalInterval implements distribution. A sum of one step needs no simulation.
func (d logNormal) totalInterval(n int, level float64) (lo, hi float64) {
	if n == 1 {
		return d.interval(0, level)
	}
	s, ok := d.logs.spread.(arimaSpread)
	if !ok {
		return math.NaN(), math.NaN()
	}
	paths := newSampled(n, func(z, out []float64) {
		for i := range out {
			v := 0.0
			for k := range i + 1 {
				v += s.psi[i-k] * z[k]
			}
			// what the state does not know widens every step in proportion
			v *= d.logs.sd(i) / s.movingAverage.sd(i)
			if s.sigma == 0 {
				v = 0
			}
			out[i] = math.Exp(d.logs.mean[i] + s.sigma*v)
		}
	})
	return paths.totalInterval(n, level)
}
