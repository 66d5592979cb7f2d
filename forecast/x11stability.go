package forecast

import (
	"context"
	"fmt"
	"math"
)

// Spans compares adjustments of overlapping spans of one series.
type Spans struct {
	Years      int       // length of a span
	Count      int       // number of spans, each beginning a year after the one before
	Difference []float64 // of the seasonal part of each period, largest against smallest, per cent; NaN where fewer than two spans have it
	Unstable   float64   // per cent of these periods that differ by more than 3 %; up to 15 is well, from 25 on bad
	Changes    float64   // per cent of the changes of the adjusted series to the next period that differ by more than 3 points; up to 35 is well, from 40 on bad
}

// SlidingSpans adjusts up to four spans of y, each of six, eight or eleven years
// for seasonal means of three, five and nine, and compares them. Errors: those of
// Adjust, ErrTooShort if there are no two spans, ErrNotPositive for additive parts.
//
// Reference: D. F. Findley, B. C. Monsell, H. B. Shulman, M. G. Pugh, "Sliding-spans
// diagnostics for seasonal and related adjustments", 1990.
func (x X11) SlidingSpans(ctx context.Context, y []float64, season int) (Spans, error) {
	if x.Additive {
		return Spans{}, fmt.Errorf("%w: sliding spans compare factors", ErrNotPositive)
	}
	whole, err := x.Adjust(ctx, y, season)
	if err != nil {
		return Spans{}, err
	}
	s := Spans{Years: map[int]int{3: 6, 5: 8, 9: 11}[whole.SeasonYears]}
	n := s.Years * season
	s.Count = min(4, (len(y)-n)/season+1)
	if s.Count < 2 {
		return s, fmt.Errorf("%w: two spans of %d years", ErrTooShort, s.Years)
	}
	factors, changes := make([][]float64, s.Count), make([][]float64, s.Count)
	for k := range s.Count {
		first := len(y) - n - (s.Count-1-k)*season
		part, err := x.later(first, season).Adjust(ctx, y[first:first+n], season)
		if err != nil {
			return s, err
		}
		factors[k], changes[k] = nans(len(y)), nans(len(y))
		copy(factors[k][first:], part.Seasonal)
		for i := 1; i < n; i++ {
			changes[k][first+i] = 100 * (part.Adjusted[i]/part.Adjusted[i-1] - 1)
		}
	}
	s.Difference = nans(len(y))
	var moved []float64
	for i := range y {
		if lo, hi, n := extent(factors, i); n > 1 {
			s.Difference[i] = 100 * (hi/lo - 1)
		}
		if lo, hi, n := extent(changes, i); n > 1 {
			moved = append(moved, hi-lo)
		}
	}
	s.Unstable, s.Changes = beyond(s.Difference, 3), beyond(moved, 3)
	return s, nil
}

// extent returns the smallest and largest of the i-th values of several series, and how
// many of these know it.
func extent(series [][]float64, i int) (lo, hi float64, known int) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, s := range series {
		if v := s[i]; !math.IsNaN(v) {
			lo, hi, known = min(lo, v), max(hi, v), known+1
		}
	}
	return lo, hi, known
}

// beyond returns what percentage of the known values are larger than a limit.
func beyond(x []float64, limit float64) float64 {
	k, n := 0.0, 0.0
	for _, v := range x {
		if math.IsNaN(v) {
			continue
		}
		n++
		if v > limit {
			k++
		}
	}
	return 100 * k / n
}

// Revisions says how much the adjustment of a period has changed since that period
// was the latest.
type Revisions struct {
	First       int       // index of the first period
	Concurrent  []float64 // the adjusted value when the period was the latest
	Final       []float64 // the adjusted value now
	MeanPercent float64   // mean absolute difference in per cent of the first value; in the unit of the series if parts add up
}

// History adjusts y as it was known at each of the last periods. Errors: those of
// Adjust, ErrTooShort unless five years stand before them.
//
// Reference: U.S. Census Bureau, X-13ARIMA-SEATS Reference Manual, 2017, section
// 7.8.
func (x X11) History(ctx context.Context, y []float64, season, periods int) (Revisions, error) {
	whole, err := x.Adjust(ctx, y, season)
	if err != nil {
		return Revisions{}, err
	}
	r := Revisions{First: len(y) - periods}
	if periods < 1 || r.First < 5*season {
		return r, fmt.Errorf("%w: %d periods of history", ErrTooShort, periods)
	}
	for t := r.First; t < len(y); t++ {
		then, err := x.Adjust(ctx, y[:t+1], season)
		if err != nil {
			return r, err
		}
		a, b := then.Adjusted[t], whole.Adjusted[t]
		r.Concurrent, r.Final = append(r.Concurrent, a), append(r.Final, b)
		d := math.Abs(b - a)
		if !x.Additive {
			d *= 100 / math.Abs(a)
		}
		r.MeanPercent += d / float64(periods)
	}
	return r, nil
}
