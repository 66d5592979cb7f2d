package stats

import (
	"errors"
	"fmt"

	"yunxing/data"
)

// ErrOverlap reports index series that cannot be linked or re-referenced, since no
// period, or not the whole of the year that is needed, is known in them.
var ErrOverlap = errors.New("stats: the indices do not overlap")

// isIndex returns an error wrapping data.ErrBasis unless s is an index against ref
// with consecutive months, quarters or years.
func isIndex(s data.Series, ref data.Reference) error {
	b := s.Key.Basis
	switch s.Start.Freq() {
	case data.Monthly, data.Quarterly, data.Annual:
		if b.Measure == data.Index && b.Reference == ref && b.Span != data.Cumulative {
			return nil
		}
	}
	return fmt.Errorf("%w: %v is no index against %v", data.ErrBasis, b, ref)
}

// like returns a series beside s from start with n numbers that are not known, as
// an index against ref.
func like(s data.Series, ref data.Reference, start data.Period, n int) data.Series {
	if s.Key.Basis.Reference != ref {
		s.Unit = data.Unit{Symbol: "点", Dimension: data.IndexBase, Factor: 1}
	}
	s.Key.Basis.Reference = ref
	s.Start, s.JanFeb, s.Points = start, nil, make([]data.Number, max(n, 0))
	for i := range s.Points {
		s.Points[i] = data.NotKnown()
	}
	return s
}

// FixedFromPrevious returns the fixed-base index that an index against the period
// before makes, the period before its first being 100,
//
//	F_t = F_{t−1}·M_t/100
//
// (formulas §4). After a missing period nothing is known. The error wraps
// data.ErrBasis for another kind of series.
func FixedFromPrevious(previous data.Series) (data.Series, error) {
	if err := isIndex(previous, data.PreviousPeriod); err != nil {
		return data.Series{}, err
	}
	out := like(previous, data.BaseYear, previous.Start.Add(-1), len(previous.Points)+1)
	out.Points[0] = exact(100)
	for i, m := range previous.Points {
		out.Points[i+1] = chained(out.Points[i], m)
	}
	return out, nil
}

// chained returns F·I/100.
func chained(fixed, index data.Number) data.Number {
	if !positive(fixed, index) {
		return data.NotKnown()
	}
	return derived(2, func(x []float64) float64 { return x[0] * x[1] / 100 }, fixed, index).By("F = Fₒ·I/100", "Fₒ I")
}

// unchained returns 100·F/I.
func unchained(fixed, index data.Number) data.Number {
	if !positive(fixed, index) {
		return data.NotKnown()
	}
	return derived(2, func(x []float64) float64 { return 100 * x[0] / x[1] }, fixed, index).By("I = 100·F/Fₒ", "F Fₒ")
}

// FixedFromYearAgo returns the fixed-base index that an index against the same
// period of the year before makes around the seed, a fixed-base index of at least
// one year,
//
//	F_t = F_{t−12}·I_t/100,   and backward F_{t−12} = 100·F_t/I_t
//
// (formulas §4): the seed's own values are kept. Not known where the chain to the
// seed is broken. The errors wrap data.ErrBasis for other kinds of series and
// frequencies.
func FixedFromYearAgo(yearAgo, seed data.Series) (data.Series, error) {
	if err := errors.Join(isIndex(yearAgo, data.YearAgo), isIndex(seed, data.BaseYear)); err != nil {
		return data.Series{}, err
	}
	if seed.Start.Freq() != yearAgo.Start.Freq() {
		return data.Series{}, fmt.Errorf("%w: a seed of another frequency", data.ErrBasis)
	}
	start, end := yearAgo.Start.YearAgo(), yearAgo.End()
	if seed.Start.Compare(start) < 0 {
		start = seed.Start
	}
	if seed.End().Compare(end) > 0 {
		end = seed.End()
	}
	out := like(yearAgo, data.BaseYear, start, end.Sub(start)+1)
	year := int(start.Freq())
	for i := range out.Points {
		if out.Points[i] = seed.At(start.Add(i)); !out.Points[i].Known() && i >= year {
			out.Points[i] = chained(out.Points[i-year], yearAgo.At(start.Add(i)))
		}
	}
	for i := len(out.Points) - 1 - year; i >= 0; i-- {
		if !out.Points[i].Known() {
			out.Points[i] = unchained(out.Points[i+year], yearAgo.At(start.Add(i+year)))
		}
	}
	return out, nil
}

// ApproximateFixed returns the fixed-base index that an index against the year
// before makes if prices did not move within the base year (近似定基): the seeds
// that it lacks are taken for 100. All numbers of it are estimates and to be marked
// (formulas §4). The error wraps data.ErrBasis for another kind of series.
func ApproximateFixed(yearAgo data.Series, base int) (data.Series, error) {
	if err := isIndex(yearAgo, data.YearAgo); err != nil {
		return data.Series{}, err
	}
	first, err := data.NewPeriod(yearAgo.Start.Freq(), base, 1)
	if err != nil {
		return data.Series{}, err
	}
	seed := like(yearAgo, data.BaseYear, first, int(first.Freq()))
	for i := range seed.Points {
		seed.Points[i] = estimated(exact(100))
	}
	return FixedFromYearAgo(yearAgo, seed)
}

// IndexAgainst returns the index of a fixed-base index against the year before
// (lag of one year) or the period before, I_t = 100·F_t/F_{t−lag} (formulas §4).
// The error wraps data.ErrBasis for another kind of series or reference.
func IndexAgainst(fixed data.Series, ref data.Reference) (data.Series, error) {
	if err := isIndex(fixed, data.BaseYear); err != nil {
		return data.Series{}, err
	}
	lag := 1
	switch ref {
	case data.YearAgo:
		lag = int(fixed.Start.Freq())
	case data.PreviousPeriod:
	default:
		return data.Series{}, fmt.Errorf("%w: no index against %v from a fixed base", data.ErrBasis, ref)
	}
	n := len(fixed.Points) - lag
	out := like(fixed, ref, fixed.Start.Add(lag), n)
	for i := range out.Points {
		out.Points[i] = unchained(fixed.Points[i+lag], fixed.Points[i])
		out.Points[i].Digits = 1
	}
	return out, nil
}
