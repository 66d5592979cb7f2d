package forecast

import (
	"context"
	"fmt"
	"math"
	"slices"

	"yunxing/data"
)

// CalendarARIMA is ARIMA with regressors of the calendar for monthly series: days
// of trade, and the days before, during and after the Spring Festival.
//
//	y_t = Σ γ_k x_kt + η_t,  η an ARIMA process
//
// y is the logarithm of the series where all values are positive, so that effects
// are proportional. Each group of regressors is taken if it lowers the corrected
// Akaike criterion of the airline model; the order is then chosen on the series
// without the effects, and coefficients and process are estimated together by exact
// maximum likelihood. Missing values inside the series are allowed. Intervals are
// Gaussian, on the logarithm where that is taken.
//
// Start is the month of the first value. Without it, and for series that are not
// monthly, there are no regressors: quarters hold the festival always in the first.
// Errors: those of ARIMA.
//
// Reference: W. R. Bell, S. C. Hillmer, "Modeling time series with calendar
// variation", 1983.
type CalendarARIMA struct {
	Start data.Period
}

// A Placed method has to know when a series begins.
type Placed interface {
	// From returns the method for a series that begins with p.
	From(p data.Period) Method
}

// ID implements Method.
func (CalendarARIMA) ID() string { return "arima-calendar" }

// From implements Placed.
func (CalendarARIMA) From(p data.Period) Method { return CalendarARIMA{Start: p} }

// Fit implements Method.
func (a CalendarARIMA) Fit(ctx context.Context, y []float64, season int) (Model, error) {
	lead, end := bounds(y)
	if end-lead > longest {
		first, _ := bounds(y[end-longest : end])
		lead = end - longest + first
	}
	model, err := fitWith(y[lead:end], season, func(core []float64, m int) (Model, error) {
		return a.fit(ctx, core, m, lead)
	})
	if err != nil {
		return nil, err
	}
	if lead == 0 && end == len(y) {
		return model, nil
	}
	return fittedWithin{model, 1, lead, len(y)}, nil
}

// fit is the kernel of CalendarARIMA for values that begin lead months after Start.
func (a CalendarARIMA) fit(ctx context.Context, y []float64, m, lead int) (Model, error) {
	logs := positive(y)
	z := slices.Clone(y)
	if logs {
		for i, v := range z {
			z[i] = math.Log(v)
		}
	}
	w := newARIMAFitter(z, seasonLimit(m))
	chosen := a.choose(ctx, w, lead)
	fit, err := w.orderWith(ctx)
	if err != nil {
		return nil, err
	}
	inner, ok := w.model(fit)
	if !ok {
		return nil, fmt.Errorf("%w: %s", ErrUnstable, fit.order.describe(w.m))
	}
	model := regressed{inner, chosen, func(i int) data.Period { return a.Start.Add(lead + i) }, len(y)}
	if logs {
		return exponential{model}, nil
	}
	return model, nil
}

// choose gives w the groups of regressors that lower the criterion of the airline
// model, and returns them.
func (a CalendarARIMA) choose(ctx context.Context, w *arimaFitter, lead int) []Regressor {
	if w.m != 12 || a.Start.Freq() != data.Monthly {
		return nil
	}
	o := Airline()
	plain, ok := w.fit(ctx, o, w.starts(o)[:1])
	if !ok {
		return nil
	}
	var out []Regressor
	for _, group := range calendarGroups() {
		before := w.regressors
		for _, r := range group {
			column := make([]float64, len(w.y))
			for i := range column {
				column[i] = r.At(a.Start.Add(lead + i))
			}
			w.regressors = append(slices.Clip(w.regressors), column)
		}
		better, ok := w.fit(ctx, o, [][]float64{plain.x})
		if !ok || better.aicc >= plain.aicc {
			w.regressors = before
			continue
		}
		plain = better
		out = append(out, group...)
	}
	return out
}

// orderWith chooses the order on the series without the effects of its regressors
// and estimates both together.
func (w *arimaFitter) orderWith(ctx context.Context) (arimaFit, error) {
	plain := newARIMAFitter(w.withoutEffects(ctx), w.m)
	if plain.gaps() {
		plain = newARIMAFitter(bridged(plain.y, plain.m), plain.m)
	}
	fit, found := plain.choose(ctx)
	if found {
		fit, found = w.fit(ctx, fit.order, [][]float64{fit.x})
	}
	if err := needARIMA(ctx, found, w.known); err != nil {
		return fit, err
	}
	if better := w.refine(ctx, fit); !w.atEdge(better) {
		fit = better
	}
	return fit, needARIMA(ctx, true, w.known)
}

// withoutEffects returns the series without the effects that the airline model
// finds.
func (w *arimaFitter) withoutEffects(ctx context.Context) []float64 {
	out := slices.Clone(w.y)
	if len(w.regressors) == 0 {
		return out
	}
	o := Airline()
	fit, ok := w.fit(ctx, o, w.starts(o)[:1])
	if !ok {
		return out
	}
	w.prepare(o)
	if _, _, gamma, ok := w.likelihood(fit.x); ok {
		for i, v := range w.effects(gamma) {
			out[i] -= v
		}
	}
	return out
}

// A regressed model is an ARIMA model whose answers carry the effects of its
// regressors.
type regressed struct {
	arimaModel
	regressors []Regressor
	period     func(i int) data.Period
	n          int
}

// Forecast implements Model.
func (m regressed) Forecast(h int) Forecast {
	f := m.arimaModel.Forecast(h)
	for i := range f.Mean { // the distribution shares the path
		for k, r := range m.regressors {
			f.Mean[i] += m.gamma[k] * r.At(m.period(m.n+i))
		}
	}
	return f
}

// Describe implements Model.
func (m regressed) Describe() []Parameter {
	var out []Parameter
	for k, r := range m.regressors {
		out = append(out, Parameter{Name: r.Name, Value: m.gamma[k]})
	}
	return append(m.arimaModel.Describe(), out...)
}
