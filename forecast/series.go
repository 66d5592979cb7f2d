package forecast

import (
	"fmt"
	"math"
)

// A kernel fits a model to numbers of moderate size that begin and end with a
// known value and are not all equal.
type kernel func(y []float64, season int) (Model, error)

// fitWith checks y, cuts what is missing at both ends, brings it to a moderate
// scale, and hands it to fit. Every Method goes through it.
//
// A missing value at the end is a period that is not known yet: the projection
// begins with it. Errors: ErrSeason, ErrMissing if nothing is known, ErrScale
// for an infinity, ErrTooShort for a single observation, and those of fit.
func fitWith(y []float64, season int, fit kernel) (Model, error) {
	if season < 1 || season > 366 {
		return nil, fmt.Errorf("%w: %d", ErrSeason, season)
	}
	lead, end := bounds(y)
	if lead == end {
		return nil, fmt.Errorf("%w: no value is known", ErrMissing)
	}
	core := y[lead:end]
	if err := needLength(core, 2); err != nil {
		return nil, err
	}
	top, constant := 0.0, true
	for _, v := range core {
		if math.IsInf(v, 0) {
			return nil, fmt.Errorf("%w: a value is infinite", ErrScale)
		}
		if !math.IsNaN(v) {
			top = max(top, math.Abs(v))
			constant = constant && v == core[0]
		}
	}
	if constant {
		return constantModel{core[0], len(y)}, nil
	}
	factor := moderate(top)
	model, err := fit(rescale(core, 1/factor), season)
	if err != nil {
		return nil, err
	}
	if factor == 1 && lead == 0 && end == len(y) {
		return model, nil
	}
	return fittedWithin{model, factor, lead, len(y)}, nil
}

// longest is the number of periods from which the parameters of smoothing models
// are estimated: what lies before has no weight any more.
const longest = 2000

// recent returns a kernel that fits the last periods of a long series only.
func recent(fit kernel) kernel {
	return func(y []float64, season int) (Model, error) {
		lead := len(y) - longest
		if lead <= 0 {
			return fit(y, season)
		}
		first, _ := bounds(y[lead:])
		model, err := fit(y[lead+first:], season)
		if err != nil {
			return nil, err
		}
		return fittedWithin{model, 1, lead + first, len(y)}, nil
	}
}

// bounds returns the range of y from its first to behind its last known value.
func bounds(y []float64) (lead, end int) {
	end = len(y)
	for end > 0 && math.IsNaN(y[end-1]) {
		end--
	}
	for lead < end && math.IsNaN(y[lead]) {
		lead++
	}
	return lead, end
}

// moderate returns a power of two by which numbers up to top are divided so
// that their squares stay within range; 1 for numbers of ordinary size.
func moderate(top float64) float64 {
	if top == 0 || (top > 1e-60 && top < 1e60) {
		return 1
	}
	_, e := math.Frexp(top)
	return math.Ldexp(1, max(-1000, min(1000, e)))
}

// rescale returns y times factor.
func rescale(y []float64, factor float64) []float64 {
	out := make([]float64, len(y))
	for i, v := range y {
		out[i] = v * factor
	}
	return out
}

// A fittedWithin model was fitted to a part of a series, in another unit.
type fittedWithin struct {
	model  Model
	factor float64
	lead   int
	n      int
}

// Forecast implements Model.
func (m fittedWithin) Forecast(h int) Forecast {
	f := m.model.Forecast(h)
	if m.factor != 1 {
		f.Mean = rescale(f.Mean, m.factor)
		if f.dist != nil {
			f.dist = scaled{f.dist, m.factor}
		}
	}
	return f
}

// Fitted implements Model.
func (m fittedWithin) Fitted() []float64 {
	out := nans(m.n)
	copy(out[m.lead:], rescale(m.model.Fitted(), m.factor))
	return out
}

// Describe implements Model. Parameters are those of the series divided by the
// parameter "scale", which is given where it is not 1.
func (m fittedWithin) Describe() []Parameter {
	if m.factor == 1 {
		return m.model.Describe()
	}
	return append(m.model.Describe(), Parameter{Name: "scale", Value: m.factor})
}

// A constantModel continues a series whose values are all equal.
type constantModel struct {
	value float64
	n     int
}

// Forecast implements Model: the value, with a band of no width and a note.
func (m constantModel) Forecast(h int) Forecast {
	path := make([]float64, max(h, 0))
	for i := range path {
		path[i] = m.value
	}
	zero := movingAverage{0, make([]float64, len(path))}
	return Forecast{Mean: path, Notes: []Note{NoteConstant}, dist: symmetric{mean: path, spread: zero}}
}

// Fitted implements Model.
func (m constantModel) Fitted() []float64 {
	out := make([]float64, m.n)
	for i := range out {
		out[i] = m.value
	}
	return out
}

// Describe implements Model.
func (m constantModel) Describe() []Parameter { return []Parameter{{Name: "mean", Value: m.value}} }

// A fixedModel is a model whose forecast is a function of the horizon.
type fixedModel struct {
	fitted     []float64
	parameters []Parameter
	forecast   func(h int) Forecast
}

// Forecast implements Model.
func (m fixedModel) Forecast(h int) Forecast { return m.forecast(max(h, 0)) }

// Fitted implements Model.
func (m fixedModel) Fitted() []float64 { return append([]float64(nil), m.fitted...) }

// Describe implements Model.
func (m fixedModel) Describe() []Parameter { return append([]Parameter(nil), m.parameters...) }
