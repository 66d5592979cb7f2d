package forecast

import (
	"context"
	"fmt"
	"math"
)

// A Method fits a model to a series. The zero value of every Method is ready to
// use, and may be used from several goroutines.
type Method interface {
	// ID returns the stable name of the method, such as "ets".
	ID() string
	// Fit estimates a model of y, values at consecutive periods with NaN for a
	// missing one. season is the number of periods in a year: 1, 4 or 12.
	// Errors wrap a Refusal, or are those of ctx.
	Fit(ctx context.Context, y []float64, season int) (Model, error)
}

// A Model is what a Method has learnt from a series. It does not change.
type Model interface {
	// Forecast projects the h periods that follow the series.
	Forecast(h int) Forecast
	// Fitted returns the one-step projections within the series, NaN where there
	// is none, in the unit of the series.
	Fitted() []float64
	// Describe returns the estimated parameters in a fixed order.
	Describe() []Parameter
}

// A Parameter is an estimated number of a model, or a word about it.
type Parameter struct {
	Name  string
	Value float64
	Text  string // the value, if it is a word; then Value is 0
}

// All returns every Method. A new method is one file and one line here.
func All() []Method {
	return []Method{
		Auto{},
		Mean{},
		Naive{},
		SeasonalNaive{},
		Drift{},
		Naive2{},
		ETS{},
		DampedETS{},
		HoltWinters{},
		HoltWinters{Multiplicative: true},
		Theta{},
		OptimisedTheta{},
		OptimisedTheta{Dynamic: true},
		CES{},
		STLETS{},
		ARIMA{},
		CalendarARIMA{},
		AirlineModel{},
	}
}

// ByID returns the Method with the given id. Error: ErrMethod.
func ByID(id string) (Method, error) {
	for _, m := range All() {
		if m.ID() == id {
			return m, nil
		}
	}
	return nil, fmt.Errorf("%w: %q", ErrMethod, id)
}

// Project fits m to y and projects h periods. Errors: those of m.Fit,
// ErrHorizon if h is not in 1…10 000, and ErrScale if the path leaves the range
// of numbers.
func Project(ctx context.Context, m Method, y []float64, season, h int) (Forecast, error) {
	if h < 1 || h > maxHorizon {
		return Forecast{}, fmt.Errorf("%w: %d", ErrHorizon, h)
	}
	model, err := m.Fit(ctx, y, season)
	if err != nil {
		return Forecast{}, err
	}
	f := model.Forecast(h)
	if f.Method == "" {
		f.Method = m.ID()
	}
	for _, v := range f.Mean {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return Forecast{}, fmt.Errorf("%w: the projection of %s", ErrScale, m.ID())
		}
	}
	return f, nil
}

// maxHorizon is the largest number of steps that Project accepts.
const maxHorizon = 10_000
