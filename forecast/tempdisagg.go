package forecast

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"
)

// A Conversion says how the value of a year follows from its periods.
type Conversion uint8

// Conversions.
const (
	SumOfPeriods  Conversion = iota // flows: production, revenue
	MeanOfPeriods                   // indices
	LastOfPeriods                   // stocks at the end of the year
)

// A lowTable is the aggregation matrix of years that are known and their values.
type lowTable struct {
	years  []int // positions of the known years
	values []float64
	m      int
	how    Conversion
}

// newLowTable pairs values of consecutive years, NaN where unknown, with periods
// of which the first is the first of the first year. Errors: ErrSeason, ErrScale,
// ErrTooShort if fewer than least years are known or a known year lies beyond the
// periods.
func newLowTable(years []float64, periods, m, least int, how Conversion) (lowTable, error) {
	t := lowTable{m: m, how: how}
	if m < 2 || m > 366 || how > LastOfPeriods {
		return t, fmt.Errorf("%w: %d periods in a year", ErrSeason, m)
	}
	for i, v := range years {
		switch {
		case math.IsNaN(v):
			continue
		case !(math.Abs(v) <= maxDecomposed):
			return t, fmt.Errorf("%w: the value of a year", ErrScale)
		case (i+1)*m > periods:
			return t, fmt.Errorf("%w: year %d lies beyond the %d periods", ErrTooShort, i+1, periods)
		}
		t.years, t.values = append(t.years, i), append(t.values, v)
	}
	if len(t.years) < least {
		return t, fmt.Errorf("%w: %d years are known, at least %d are needed", ErrTooShort, len(t.years), least)
	}
	return t, nil
}

// weight returns the part of the k-th period (from 0) in the value of its year.
func (t lowTable) weight(k int) float64 {
	switch {
	case t.how == MeanOfPeriods:
		return 1 / float64(t.m)
	case t.how == LastOfPeriods && k < t.m-1:
		return 0
	default:
		return 1
	}
}

// convert returns the values of the known years that follow from those of the
// periods.
func (t lowTable) convert(x []float64) []float64 {
	out := make([]float64, len(t.years))
	for i, year := range t.years {
		for k := range t.m {
			out[i] += t.weight(k) * x[year*t.m+k]
		}
	}
	return out
}

// needIndicator returns why x cannot serve as an indicator, or nil.
func needIndicator(x []float64, nonzero bool) error {
	for _, v := range x {
		switch {
		case math.IsNaN(v):
			return fmt.Errorf("%w: the indicator", ErrMissing)
		case !(math.Abs(v) <= maxDecomposed):
			return fmt.Errorf("%w: the indicator", ErrScale)
		case nonzero && v <= 0:
			return fmt.Errorf("%w: the indicator", ErrNotPositive)
		}
	}
	return nil
}

// Denton is benchmarking after Denton in the form of Cholette: the periods follow
// the movements of an indicator as closely as values of years allow,
//
//	min Σ (Δ^d (y_t/x_t))²   or, if Additive, Σ (Δ^d (y_t − x_t))²
//
// Reference: E. B. Dagum, P. A. Cholette, "Benchmarking, Temporal Distribution, and
// Reconciliation Methods for Time Series", 2006.
type Denton struct {
	Additive bool       // differences to the indicator are kept instead of ratios
	Twice    bool       // second differences instead of first
	How      Conversion // how a year follows from its periods
}

// Disaggregate returns the values of as many periods as the indicator has, whose
// years give the values of years, NaN for a year that is not known. Periods before
// the first and after the last known year keep its ratio, or difference, to the
// indicator (with Twice, its trend). season is the number of periods in a year.
// Errors: ErrSeason, ErrTooShort, ErrMissing, ErrNotPositive if ratios are asked
// for and the indicator is not above zero, ErrScale.
func (d Denton) Disaggregate(years, indicator []float64, season int) ([]float64, error) {
	least := 1
	if d.Twice {
		least = 2
	}
	t, err := newLowTable(years, len(indicator), season, least, d.How)
	if err != nil {
		return nil, err
	}
	if err := needIndicator(indicator, !d.Additive); err != nil {
		return nil, err
	}
	// the unknowns are z = y/x, or y − x, which are smooth
	n, k := len(indicator), len(t.years)
	system := mat.NewDense(n+k, n+k, nil)
	right := mat.NewVecDense(n+k, nil)
	d.penalise(system, n)
	implied := t.convert(indicator)
	size := mean(absolute(indicator))
	for i, year := range t.years {
		for p := range season {
			at, w := year*season+p, t.weight(p)
			if !d.Additive {
				w *= indicator[at] / size
			}
			system.Set(n+i, at, w)
			system.Set(at, n+i, w)
		}
		right.SetVec(n+i, t.values[i])
		if d.Additive {
			right.SetVec(n+i, t.values[i]-implied[i])
		}
	}
	var z mat.VecDense
	if err := z.SolveVec(system, right); err != nil && z.Len() == 0 {
		return nil, fmt.Errorf("%w: benchmarking", ErrUnstable)
	}
	out := make([]float64, n)
	for i, x := range indicator {
		if d.Additive {
			out[i] = x + z.AtVec(i)
		} else {
			out[i] = x / size * z.AtVec(i)
		}
		if math.IsNaN(out[i] - out[i]) {
			return nil, fmt.Errorf("%w: benchmarking", ErrScale)
		}
	}
	return out, nil
}

// penalise adds the squares of the differences of the first n unknowns.
func (d Denton) penalise(system *mat.Dense, n int) {
	row := []float64{-1, 1}
	if d.Twice {
		row = []float64{1, -2, 1}
	}
	for at := 0; at+len(row) <= n; at++ {
		for i, a := range row {
			for j, b := range row {
				system.Set(at+i, at+j, system.At(at+i, at+j)+a*b)
			}
		}
	}
}

// absolute returns |x|.
func absolute(x []float64) []float64 {
	out := make([]float64, len(x))
	for i, v := range x {
		out[i] = math.Abs(v)
	}
	return out
}
