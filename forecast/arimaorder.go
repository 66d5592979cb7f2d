package forecast

import "fmt"

// An Order names a seasonal ARIMA model (p,d,q)(P,D,Q): numbers of autoregressive
// terms, differences and moving-average terms, for neighbouring periods and for
// the same period of neighbouring years.
type Order struct {
	AR, Diff, MA                         int
	SeasonalAR, SeasonalDiff, SeasonalMA int
	Constant                             bool // a mean, or a drift where there is one difference
}

// Airline is the order (0,1,1)(0,1,1), which suits many economic series.
//
// Reference: G. E. P. Box, G. M. Jenkins, "Time Series Analysis: Forecasting and
// Control", 1970.
func Airline() Order { return Order{Diff: 1, MA: 1, SeasonalDiff: 1, SeasonalMA: 1} }

// describe returns the usual name of the order for m periods in a year, such as
// "ARIMA(0,1,1)(0,1,1)[4]".
func (o Order) describe(m int) string {
	s := fmt.Sprintf("ARIMA(%d,%d,%d)", o.AR, o.Diff, o.MA)
	if o.SeasonalAR+o.SeasonalDiff+o.SeasonalMA > 0 {
		s += fmt.Sprintf("(%d,%d,%d)[%d]", o.SeasonalAR, o.SeasonalDiff, o.SeasonalMA, m)
	}
	if o.Constant {
		if o.differences() == 0 {
			return s + " with mean"
		}
		return s + " with drift"
	}
	return s
}

// differences returns how often the series is differenced.
func (o Order) differences() int { return o.Diff + o.SeasonalDiff }

// lost returns how many periods the differences cost.
func (o Order) lost(m int) int { return o.Diff + m*o.SeasonalDiff }

// coefficients returns the numbers of coefficients φ, θ, Φ, Θ.
func (o Order) coefficients() [4]int { return [4]int{o.AR, o.MA, o.SeasonalAR, o.SeasonalMA} }

// size returns the number of coefficients, without the constant.
func (o Order) size() int { return o.AR + o.MA + o.SeasonalAR + o.SeasonalMA }

// parameters returns the number of estimated parameters, constant and variance
// included.
func (o Order) parameters() int {
	if o.Constant {
		return o.size() + 2
	}
	return o.size() + 1
}

// valid reports whether the order can be estimated with m periods in a year.
func (o Order) valid(m int) bool {
	if min(o.AR, o.Diff, o.MA, o.SeasonalAR, o.SeasonalDiff, o.SeasonalMA) < 0 {
		return false
	}
	if m == 1 && o.SeasonalAR+o.SeasonalDiff+o.SeasonalMA > 0 {
		return false
	}
	if max(o.AR, o.MA) > 12 || max(o.SeasonalAR, o.SeasonalMA) > 3 || o.Diff > 2 || o.SeasonalDiff > 1 {
		return false
	}
	return !o.Constant || o.differences() <= 1
}

// operator returns δ of y_t = δ_1 y_{t−1} + … + w_t, which the differences of the
// order imply.
func (o Order) operator(m int) []float64 {
	p := []float64{1}
	times := func(lag int) {
		next := make([]float64, len(p)+lag)
		for i, v := range p {
			next[i] += v
			next[i+lag] -= v
		}
		p = next
	}
	for range o.Diff {
		times(1)
	}
	for range o.SeasonalDiff {
		times(m)
	}
	for i := range p {
		p[i] = -p[i]
	}
	return p[1:]
}

// difference returns y differenced as the order asks, without the periods lost.
func (o Order) difference(y []float64, m int) []float64 {
	out := append([]float64(nil), y...)
	for range o.SeasonalDiff {
		out = lagged(out, m)
	}
	for range o.Diff {
		out = lagged(out, 1)
	}
	return out
}

// lagged returns the differences of y at a lag.
func lagged(y []float64, lag int) []float64 {
	if len(y) <= lag {
		return nil
	}
	out := make([]float64, len(y)-lag)
	for i := range out {
		out[i] = y[i+lag] - y[i]
	}
	return out
}
