package forecast

import "math"

// An x11Worker holds one adjustment: y is the continued series, of which n values
// were given; first is the period of the year of the first one, from 0.
type x11Worker struct {
	additive bool
	m, first int
	n        int
	y        []float64
}

// The rounds of X-11. In the first, extreme values are also replaced on the way to
// the season, and the longest mean of the trend is not taken.
type x11Round int

const (
	roundB x11Round = iota
	roundC
	roundD
)

// run goes through the rounds B, C and D.
func (w *x11Worker) run() Adjustment {
	clean := w.y
	var weight []float64
	for _, round := range []x11Round{roundB, roundC} {
		around := w.around(clean, round)
		seasonal := w.season(clean, around, round)
		irregular := w.without(w.without(w.y, seasonal), around)
		weight = w.extremes(irregular, 0)
		clean = w.tempered(weight, irregular)
	}
	around := w.around(clean, roundD)
	ratios, tame := w.without(w.y, around), w.without(clean, around)
	years, is := w.seasonYears(tame)
	seasonal := w.centred(w.overYears(tame, years))
	final := w.without(w.y, seasonal)
	trend, terms, ic := w.trend(w.without(clean, seasonal), roundD)
	return Adjustment{
		Decomposition: Decomposition{
			Multiplicative: !w.additive, Trend: trend[:w.n], Seasonal: seasonal[:w.n],
			Remainder: w.without(final, trend)[:w.n],
		},
		Adjusted: final[:w.n], Ratios: ratios[:w.n], Weights: weight[:w.n],
		TrendTerms: terms, SeasonYears: years, IC: ic, IS: is, season: w.m, first: w.first,
	}
}

// around estimates the trend of y (table 7 of a round): the Henderson mean of what
// is left by a season of 3×3 means around a moving mean of a year.
func (w *x11Worker) around(y []float64, round x11Round) []float64 {
	half := w.m / 2
	ratios := w.without(y, movingMean(y, w.m))[half : len(y)-half]
	if round == roundB {
		ratios = w.calmed(ratios, 3, half)
	}
	seasonal := w.repeated(w.centred(w.overYears(ratios, 3)), half)
	trend, _, _ := w.trend(w.without(y, seasonal), round)
	return trend
}

// season estimates the seasonal part of y (table 10 of a round) by 3×5 means around
// a trend.
func (w *x11Worker) season(y, around []float64, round x11Round) []float64 {
	ratios := w.without(y, around)
	if round == roundB {
		ratios = w.calmed(ratios, 5, 0)
	}
	return w.centred(w.overYears(ratios, 5))
}

// repeated returns a seasonal part continued on both sides by the same periods of
// the nearest year.
func (w *x11Worker) repeated(s []float64, lost int) []float64 {
	out := make([]float64, len(s)+2*lost)
	copy(out[lost:], s)
	for i := lost - 1; i >= 0; i-- {
		out[i] = out[i+w.m]
	}
	for i := len(out) - lost; i < len(out); i++ {
		out[i] = out[i-w.m]
	}
	return out
}

// without returns a without b: the quotient, or the difference.
func (w *x11Worker) without(a, b []float64) []float64 {
	out := make([]float64, len(a))
	for i, v := range a {
		if w.additive {
			out[i] = v - b[i]
		} else {
			out[i] = v / b[i]
		}
	}
	return out
}

// neutral returns the irregular of a period that has none.
func (w *x11Worker) neutral() float64 {
	if w.additive {
		return 0
	}
	return 1
}

// trend smooths a seasonally adjusted series by a Henderson mean, and returns its
// length and the ratio of irregular to trend that the length was chosen by: the
// mean absolute changes of a first trend and of what it leaves, over the periods
// given that have all points of the mean. Months take 9 terms below a ratio of 1,
// 23 from 3.5 on, else 13; quarters 5, and 7 where three times the ratio is 3.5 or
// more.
func (w *x11Worker) trend(adjusted []float64, round x11Round) (trend []float64, terms int, ratio float64) {
	terms = w.m + 1
	trend = hendersonMean(adjusted, terms/2)
	inner := func(x []float64) []float64 { return x[terms/2 : w.n-terms/2] }
	ratio = w.change(inner(w.without(adjusted, trend)), 1) / w.change(inner(trend), 1)
	if math.IsNaN(ratio) {
		ratio = 0
	}
	other := terms
	switch r := ratio * 12 / float64(w.m); {
	case r < 1 && w.m == 12:
		other = 9
	case r >= 3.5 && round != roundB && w.m == 12:
		other = 23
	case r >= 3.5 && round != roundB:
		other = 7
	}
	if other != terms {
		trend = hendersonMean(adjusted, other/2)
	}
	return trend, other, ratio
}

// change returns the mean absolute change of y over a span of periods, relative to
// the value before where parts multiply.
func (w *x11Worker) change(y []float64, span int) float64 {
	s, n := 0.0, 0.0
	for i := span; i < len(y); i++ {
		d := math.Abs(y[i] - y[i-span])
		if !w.additive {
			d /= math.Abs(y[i-span])
		}
		s += d
		n++
	}
	return s / n
}

// continued returns y with its first and last known values in the place of those
// that are missing before and behind them.
func continued(y []float64) []float64 {
	lead, end := bounds(y)
	for i := range lead {
		y[i] = y[lead]
	}
	for i := end; i < len(y); i++ {
		y[i] = y[end-1]
	}
	return y
}
