package forecast

import "math"

// A Quality says how well a series can be adjusted: the statistics M1 to M11, each
// between 0 and 3 and acceptable below 1, and their weighted mean Q, which leaves
// out M6 where the season is no 3×5 mean.
//
// Reference: J. Lothian, M. Morry, "A set of quality control statistics for the
// X-11-ARIMA seasonal adjustment method", Statistics Canada, 1978; Ladiray and
// Quenneville, 2001, pp. 143–157.
type Quality struct {
	M [11]float64 // M[0] is M1; NaN where the series is too short or nothing in it varies
	Q float64     // of those that are known
}

// Quality computes the statistics of an adjusted series.
func (a Adjustment) Quality() Quality {
	m := a.season
	w := x11Worker{additive: !a.Multiplicative, m: m, first: a.first, n: len(a.Trend)}
	calm := make([]float64, w.n) // the irregular without extreme values
	for i, v := range a.Remainder {
		calm[i] = v
		if a.Weights[i] == 0 {
			calm[i] = w.neutral()
		}
	}
	var q Quality
	q.M[0] = 10 * w.share(calm, a, m/4)
	q.M[1] = 10 * w.stationaryShare(calm, a)
	months := 12 / float64(m) // in a period
	q.M[2] = (a.IC*months - 1) / 2
	q.M[4] = (w.dominance(a)*months - 0.5) / 5
	q.M[3] = w.runs(a.Remainder)
	q.M[5] = math.Abs(a.IS-4) / 2.5
	q.M[6] = w.identifiable(a.Ratios)
	copy(q.M[7:], w.seasonMoves(a.Seasonal))
	weights := [11]float64{10, 11, 10, 8, 11, 10, 18, 7, 7, 4, 4}
	if a.SeasonYears != 5 {
		weights[5] = 0
	}
	total := 0.0
	for i, v := range q.M {
		q.M[i] = min(max(v, 0), 3)
		if !math.IsNaN(v) {
			q.Q += weights[i] * q.M[i]
			total += weights[i]
		} else {
			q.M[i] = v
		}
	}
	q.Q /= total
	return q
}

// share returns what part of the mean squared change over a span of periods the
// irregular makes up.
func (w *x11Worker) share(irregular []float64, a Adjustment, span int) float64 {
	i, c, s := w.change(irregular, span), w.change(a.Trend, span), w.change(a.Seasonal, span)
	return i * i / (i*i + c*c + s*s)
}

// stationaryShare returns the size of the irregular against that of the series
// without the line through its trend, both squared and without extreme values.
func (w *x11Worker) stationaryShare(irregular []float64, a Adjustment) float64 {
	part := func(v float64) float64 {
		if w.additive {
			return v
		}
		return math.Log(v)
	}
	trend := make([]float64, len(a.Trend))
	for i, v := range a.Trend {
		trend[i] = part(v)
	}
	intercept, slope := line(trend)
	whole, rest := 0.0, 0.0
	for i, v := range irregular {
		e := part(v)
		o := trend[i] + part(a.Seasonal[i]) + e - intercept - slope*float64(i+1)
		whole, rest = whole+o*o, rest+e*e
	}
	return rest / whole
}

// dominance returns the span, with a fraction, from which the trend changes more
// than the irregular: half a period where it is the first one.
func (w *x11Worker) dominance(a Adjustment) float64 {
	last := math.NaN()
	for k := 1; k <= w.m; k++ {
		r := w.change(a.Remainder, k) / w.change(a.Trend, k)
		if r <= 1 && k == 1 {
			return 0.5
		}
		if r <= 1 {
			return float64(k-1) + (last-1)/(last-r)
		}
		last = r
	}
	return float64(w.m)
}

// runs returns how far the mean length of runs up and down of the irregular is from
// that of independent values, 1 for a difference that has a probability of 1 %.
func (w *x11Worker) runs(irregular []float64) float64 {
	n, runs, sign := float64(len(irregular)), 1.0, 0.0
	for i := 1; i < len(irregular); i++ {
		s := irregular[i] - irregular[i-1]
		if s*sign < 0 {
			runs++
		}
		if s != 0 {
			sign = s
		}
	}
	return math.Abs(runs-(2*n-1)/3) / (2.577 * math.Sqrt((16*n-29)/90))
}

// identifiable returns M7: how much of the season moves, against how much there is,
// by analyses of variance of the series without trend: by period, and by period and
// year.
//
//	M7 = √{½(7/F_S + 3F_M/F_S)}
func (w *x11Worker) identifiable(ratios []float64) float64 {
	whole := w.wholeYears(ratios)
	if len(whole) < 3*w.m {
		return math.NaN()
	}
	stable, moving := w.stableF(ratios), w.movingF(whole)
	return math.Sqrt((7/stable + 3*moving/stable) / 2)
}

// wholeYears returns the values of those calendar years that are whole.
func (w *x11Worker) wholeYears(y []float64) []float64 {
	lead := (w.m - w.first) % w.m
	if len(y) < lead+w.m {
		return nil
	}
	return y[lead : len(y)-(len(y)-lead)%w.m]
}

// stableF returns the F statistic of the differences between periods of the year.
func (w *x11Worker) stableF(ratios []float64) float64 {
	n, all := float64(len(ratios)), mean(ratios)
	between, within := 0.0, 0.0
	for j := range w.m {
		var sub []float64
		for i := j; i < len(ratios); i += w.m {
			sub = append(sub, ratios[i])
		}
		c := mean(sub)
		between += float64(len(sub)) * (c - all) * (c - all)
		within += float64(len(sub)) * variance(sub)
	}
	k := float64(w.m)
	return between / (k - 1) / (within / (n - k))
}

// movingF returns the F statistic of the differences between years of how far
// values are from the neutral one.
func (w *x11Worker) movingF(ratios []float64) float64 {
	years := len(ratios) / w.m
	far := make([]float64, len(ratios))
	for i, v := range ratios {
		far[i] = math.Abs(v - w.neutral())
	}
	all := mean(far)
	byYear, byPeriod := make([]float64, years), make([]float64, w.m)
	for i, v := range far {
		byYear[i/w.m] += v / float64(w.m)
		byPeriod[i%w.m] += v / float64(years)
	}
	between, rest := 0.0, 0.0
	for _, v := range byYear {
		between += float64(w.m) * (v - all) * (v - all)
	}
	for i, v := range far {
		e := v - byYear[i/w.m] - byPeriod[i%w.m] + all
		rest += e * e
	}
	return between / float64(years-1) / (rest / float64((years-1)*(w.m-1)))
}

// seasonMoves returns M8 to M11: the mean size of the changes of the season from
// year to year, and its mean drift, over all years and over three recent ones, in
// tenths of its standard deviation.
func (w *x11Worker) seasonMoves(seasonal []float64) []float64 {
	size := math.Sqrt(variance(seasonal))
	moves := func(s []float64) (step, drift float64) {
		n := len(s) - w.m
		if n < w.m {
			return math.NaN(), math.NaN()
		}
		for i := range n {
			step += math.Abs(s[i+w.m] - s[i])
		}
		for j := range w.m {
			drift += math.Abs(s[n+j] - s[(n+j)%w.m])
		}
		return 10 * step / float64(n) / size, 10 * drift / float64(n) / size
	}
	m8, m9 := moves(seasonal)
	recent := seasonal[max(len(seasonal)-6*w.m, 0):max(len(seasonal)-2*w.m, 0)]
	m10, m11 := moves(recent)
	return []float64{m8, m9, m10, m11}
}
