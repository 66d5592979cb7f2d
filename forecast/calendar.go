package forecast

import (
	"fmt"
	"math"

	"yunxing/data"
)

// A Calendar places a series in years.
type Calendar struct {
	Season int // periods in a year: 1, 4 or 12
	Year   int // year of the first value
	First  int // position of the first value in that year, from 1
}

// CalendarFrom returns the Calendar of a series that starts at p.
func CalendarFrom(p data.Period) Calendar {
	return Calendar{Season: int(p.Freq()), Year: p.Year(), First: p.Number()}
}

// start returns the first period, the zero Period where years are not divided in a
// way that periods know.
func (c Calendar) start() data.Period {
	if c.Season > int(data.Monthly) {
		return data.Period{}
	}
	p, err := data.NewPeriod(data.Frequency(c.Season), c.Year, c.First)
	if err != nil {
		return data.Period{}
	}
	return p
}

// A YearToDate is a series whose last year is known from its first to its Known-th
// period.
type YearToDate struct {
	Values []float64 // up to the last period that is known; NaN is missing
	Calendar
	Last  int // the last year
	Known int // its known periods
}

// NewYearToDate cuts what is missing at the end of values and finds the last
// year. Errors: ErrSeason, ErrMissing if nothing is known or a period of the
// last year before the last known one is missing, ErrScale for an infinity.
func NewYearToDate(values []float64, c Calendar) (YearToDate, error) {
	if c.Season < 1 || c.Season > 366 || c.First < 1 || c.First > c.Season {
		return YearToDate{}, fmt.Errorf("%w: period %d of %d", ErrSeason, c.First, c.Season)
	}
	_, end := bounds(values)
	if end == 0 {
		return YearToDate{}, fmt.Errorf("%w: no value is known", ErrMissing)
	}
	for _, v := range values[:end] {
		if math.IsInf(v, 0) {
			return YearToDate{}, fmt.Errorf("%w: a value is infinite", ErrScale)
		}
	}
	place := c.First - 1 + end - 1
	y := YearToDate{Values: values[:end], Calendar: c, Last: c.Year + place/c.Season, Known: place%c.Season + 1}
	if math.IsNaN(y.ToDate(y.Last, y.Known)) {
		return y, fmt.Errorf("%w: not all of the first %d periods of %d are known", ErrMissing, y.Known, y.Last)
	}
	return y, nil
}

// at returns the value of the k-th period of a year, NaN outside the series.
func (y YearToDate) at(year, k int) float64 {
	i := (year-y.Year)*y.Season + k - y.First
	if i < 0 || i >= len(y.Values) {
		return math.NaN()
	}
	return y.Values[i]
}

// ToDate returns the sum of the first k periods of a year, NaN if one of them is
// missing.
func (y YearToDate) ToDate(year, k int) float64 {
	s := 0.0
	for j := 1; j <= k; j++ {
		s += y.at(year, j)
	}
	return s
}

// Total returns the sum of a year, NaN unless all its periods are known.
func (y YearToDate) Total(year int) float64 { return y.ToDate(year, y.Season) }

// Rest returns the number of periods of the last year that are not known.
func (y YearToDate) Rest() int { return y.Season - y.Known }

// Growth returns the growth to date of the last year in per cent, NaN unless the
// same periods of the year before are known and their sum is positive.
func (y YearToDate) Growth() float64 {
	return growth(y.ToDate(y.Last, y.Known), y.ToDate(y.Last-1, y.Known))
}

// growth returns 100(now/before − 1), NaN unless before is positive.
func growth(now, before float64) float64 {
	if !(before > 0) || math.IsInf(before, 0) {
		return math.NaN()
	}
	return 100 * (now/before - 1)
}

// A YearRatio is the completion ratio of a past year: the part of its total that
// had been reached after the number of periods that are now known.
type YearRatio struct {
	Year  int
	Ratio float64
}

// Ratios returns the completion ratios of the whole years before the last, the
// latest first:
//
//	r_y = Σ_{j≤k} x_{y,j} / Σ_{j≤m} x_{y,j}
//
// Years with a missing period, or whose sums are not positive, have none.
func (y YearToDate) Ratios() []YearRatio {
	var out []YearRatio
	for year := y.Last - 1; year >= y.Year; year-- {
		part, total := y.ToDate(year, y.Known), y.Total(year)
		if part > 0 && total > 0 && !math.IsInf(total, 0) {
			out = append(out, YearRatio{year, part / total})
		}
	}
	return out
}

// WholeYears returns the number of years before the last of which all periods
// are known.
func (y YearToDate) WholeYears() int {
	n := 0
	for year := y.Year; year < y.Last; year++ {
		if !math.IsNaN(y.Total(year)) {
			n++
		}
	}
	return n
}
