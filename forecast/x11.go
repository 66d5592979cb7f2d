package forecast

import (
	"context"
	"fmt"
	"math"
)

// X11 is the seasonal adjustment of the statistical offices: trend by Henderson
// means, season by moving means over the years, extreme values given less weight,
// in three rounds.
//
// The series is first continued by two years of the airline model (of ARIMA where
// that does not apply), so that its end is adjusted almost as its middle. Lengths
// of the means are chosen by the data: the trend by the ratio of irregular to trend,
// the season by that of irregular to season (3×3, 3×5 or 3×9). Parts multiply, or
// add up with Additive. The weights at the ends of the 3×9 mean are Musgrave's.
//
// Reference: J. Shiskin, A. H. Young, J. C. Musgrave, "The X-11 variant of the
// Census Method II seasonal adjustment program", 1967; D. Ladiray, B. Quenneville,
// "Seasonal Adjustment with the X-11 Method", 2001, pp. 51–143.
type X11 struct {
	Additive bool
}

// An Adjustment is what X11 makes of a series.
type Adjustment struct {
	Decomposition           // tables D12, D10 and D13
	Adjusted      []float64 // the seasonally adjusted series, D11
	Ratios        []float64 // the series without trend, D8
	Weights       []float64 // from 1 to 0 for an extreme value, C17
	TrendTerms    int       // of the Henderson mean
	SeasonYears   int       // 3, 5 or 9: of the mean over years, 3×n
	IC, IS        float64   // irregular against trend, and against season
}

// Adjust adjusts y, values at consecutive quarters or months. Errors: ErrSeason for
// other periods, ErrTooShort for fewer than five years, ErrMissing, ErrScale,
// ErrNotPositive if a value is not positive and the parts are to multiply, and
// those of ctx.
func (x X11) Adjust(ctx context.Context, y []float64, season int) (Adjustment, error) {
	if season != 4 && season != 12 {
		return Adjustment{}, fmt.Errorf("%w: X-11 adjusts quarters and months", ErrSeason)
	}
	if err := needLength(y, 5*season); err != nil {
		return Adjustment{}, err
	}
	if err := needDecomposable(y, season); err != nil {
		return Adjustment{}, err
	}
	if !x.Additive && !positive(y) {
		return Adjustment{}, fmt.Errorf("%w: X-11 with factors", ErrNotPositive)
	}
	long, err := x.extended(ctx, y, season)
	if err != nil {
		return Adjustment{}, err
	}
	w := x11Worker{additive: x.Additive, m: season, n: len(y), y: long}
	return w.run(), nil
}

// extended returns y continued by two years.
func (x X11) extended(ctx context.Context, y []float64, m int) ([]float64, error) {
	methods := []Method{AirlineModel{}, ARIMA{}, SeasonalNaive{}}
	if x.Additive {
		o := Airline()
		methods[0] = ARIMA{Order: &o}
	}
	for _, method := range methods {
		f, err := Project(ctx, method, y, m, 2*m)
		if stop := ctx.Err(); stop != nil {
			return nil, fmt.Errorf("forecast: X-11: %w", stop)
		}
		if err == nil && (x.Additive || positive(f.Mean)) {
			return append(append([]float64(nil), y...), f.Mean...), nil
		}
	}
	return y, nil
}

// An x11Worker holds one adjustment: y is the continued series, of which n values
// were given.
type x11Worker struct {
	additive bool
	m, n     int
	y        []float64
}

// run goes through the rounds B, C and D.
func (w *x11Worker) run() Adjustment {
	clean := w.y
	var weight []float64
	for round := range 2 {
		seasonal := w.season(clean, round == 0)
		irregular := w.without(w.without(w.y, seasonal), w.trend(w.without(clean, seasonal)))
		weight = w.extremes(irregular)
		clean = w.tempered(weight, irregular)
	}
	around := w.trend(w.without(clean, w.season(clean, false)))
	ratios, tame := w.without(w.y, around), w.without(clean, around)
	years, is := w.seasonYears(tame)
	seasonal := w.centred(w.overYears(tame, years))
	final := w.without(w.y, seasonal)
	terms, ic := w.trendTerms(w.without(clean, seasonal))
	trend := hendersonMean(w.without(clean, seasonal), terms/2, ic)
	return Adjustment{
		Decomposition: Decomposition{
			Multiplicative: !w.additive, Trend: trend[:w.n], Seasonal: seasonal[:w.n],
			Remainder: w.without(final, trend)[:w.n],
		},
		Adjusted: final[:w.n], Ratios: ratios[:w.n], Weights: weight[:w.n],
		TrendTerms: terms, SeasonYears: years, IC: ic, IS: is,
	}
}

// season estimates the seasonal part of y in two steps, with 3×3 means around a
// moving mean of a year and 3×5 means around a Henderson mean. In the first round
// extreme values are calmed on the way.
func (w *x11Worker) season(y []float64, calm bool) []float64 {
	smooth := func(ratios []float64, years int) []float64 {
		if calm {
			ratios = w.calmed(ratios, years)
		}
		return w.centred(w.overYears(ratios, years))
	}
	seasonal := smooth(w.without(y, continued(movingMean(y, w.m))), 3)
	return smooth(w.without(y, w.trend(w.without(y, seasonal))), 5)
}

// trend smooths a seasonally adjusted series.
func (w *x11Worker) trend(adjusted []float64) []float64 {
	terms, noise := w.trendTerms(adjusted)
	return hendersonMean(adjusted, terms/2, noise)
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

// overYears smooths the values of each period of the year over the years by a mean
// of n years and one of three.
func (w *x11Worker) overYears(y []float64, n int) []float64 {
	out := make([]float64, len(y))
	for j := range w.m {
		var sub []float64
		for i := j; i < len(y); i += w.m {
			sub = append(sub, y[i])
		}
		for k, v := range yearsMean(sub, n) {
			out[j+k*w.m] = v
		}
	}
	return out
}

// yearsMean returns the 3×n mean of y with the asymmetric weights of X-11 at its
// ends; the mean of y if that is shorter than the mean.
func yearsMean(y []float64, n int) []float64 {
	w := make([]float64, n+2)
	for i := range w {
		w[i] = float64(min(i+1, len(w)-i, 3)) / float64(3*n)
	}
	p := len(w) / 2
	out := make([]float64, len(y))
	if len(y) < p+1 {
		for i := range out {
			out[i] = mean(y)
		}
		return out
	}
	for t := range y {
		after, before := min(p, len(y)-1-t), min(p, t)
		switch {
		case after == p && before == p:
			out[t] = dot(w, y[t-p:])
		case after <= before:
			end := yearEnd(w, n, p+1+after)
			first := t + after - len(end) + 1
			if first < 0 {
				end, first = musgrave(end, len(end)+first, 0), 0
			}
			out[t] = dot(end, y[first:])
		default:
			end := yearEnd(w, n, p+1+before)
			last := t - before + len(end) - 1
			if last >= len(y) {
				end, last = musgrave(end, len(end)-last+len(y)-1, 0), len(y)-1
			}
			for k, v := range end {
				out[t] += v * y[last-k]
			}
		}
	}
	return out
}

// yearEnd returns the weights of the 3×n mean for the year after which only as many
// follow that have of its points exist, the earliest first.
//
// Reference: Ladiray and Quenneville, 2001, p. 43.
func yearEnd(w []float64, n, have int) []float64 {
	switch {
	case n == 3 && have == 4:
		return []float64{3. / 27, 7. / 27, 10. / 27, 7. / 27}
	case n == 3 && have == 3:
		return []float64{5. / 27, 11. / 27, 11. / 27}
	case n == 5 && have == 6:
		return []float64{4. / 60, 8. / 60, 13. / 60, 13. / 60, 13. / 60, 9. / 60}
	case n == 5 && have == 5:
		return []float64{4. / 60, 11. / 60, 15. / 60, 15. / 60, 15. / 60}
	case n == 5 && have == 4:
		return []float64{9. / 60, 17. / 60, 17. / 60, 17. / 60}
	default:
		return musgrave(w, have, 0)
	}
}

// centred brings a seasonal part to the neutral value in the mean of any year.
func (w *x11Worker) centred(s []float64) []float64 {
	return w.without(s, continued(movingMean(s, w.m)))
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

// trendTerms returns the length of the Henderson mean for a seasonally adjusted
// series, and the ratio of irregular to trend that its end weights rest on.
func (w *x11Worker) trendTerms(adjusted []float64) (terms int, ratio float64) {
	p := 6
	if w.m == 4 {
		p = 2
	}
	trend := hendersonMean(adjusted, p, 3.5)
	irregular := w.without(adjusted, trend)
	ratio = w.change(irregular[:w.n], 1) / w.change(trend[:w.n], 1)
	if math.IsNaN(ratio) {
		ratio = 0
	}
	switch {
	case w.m == 4 && ratio < 3.5:
		return 5, ratio
	case w.m == 4:
		return 7, ratio
	case ratio < 1:
		return 9, ratio
	case ratio < 3.5:
		return 13, ratio
	default:
		return 23, ratio
	}
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

// seasonYears returns n of the 3×n mean for the season, and the ratio of irregular
// to season that it follows from: below 2.5 three, from 3.5 to 5.5 five, above 6.5
// nine years; between these bounds the last year is left out, five times at most.
func (w *x11Worker) seasonYears(ratios []float64) (years int, ratio float64) {
	whole := w.n / w.m
	for cut := range 6 {
		k := (whole - cut) * w.m
		if k < 5*w.m {
			break
		}
		r := w.movingRatio(ratios[:k])
		if cut == 0 {
			ratio = r
		}
		switch {
		case r < 2.5:
			return 3, ratio
		case r >= 3.5 && r < 5.5:
			return 5, ratio
		case r >= 6.5:
			return 9, ratio
		}
	}
	return 5, ratio
}

// movingRatio returns the ratio of the mean absolute changes from year to year of
// the irregular and of the season, by a mean of seven years.
func (w *x11Worker) movingRatio(ratios []float64) float64 {
	up, down := 0.0, 0.0
	for j := range w.m {
		var sub []float64
		for i := j; i < len(ratios); i += w.m {
			sub = append(sub, ratios[i])
		}
		smooth := plainMean(sub, 7)
		up += w.change(w.without(sub, smooth), 1)
		down += w.change(smooth, 1)
	}
	if down == 0 {
		return math.Inf(1)
	}
	return up / down
}

// plainMean returns the mean of n neighbours, of those that there are near the ends.
func plainMean(y []float64, n int) []float64 {
	out := make([]float64, len(y))
	for t := range y {
		out[t] = mean(y[max(0, t-n/2):min(len(y), t+n/2+1)])
	}
	return out
}
