package data

import (
	"cmp"
	"fmt"
)

// A Frequency is the number of periods in a year; for the kinds of period that do
// not divide a calendar year it is only a name.
type Frequency uint8

// The frequencies official industrial statistics are published at.
const (
	Annual    Frequency = 1
	Quarterly Frequency = 4
	Monthly   Frequency = 12
)

// Kinds of period that are kept as they are printed and never turned into a month
// or a calendar year: days, ISO weeks, and fiscal years such as 2005/06.
const (
	Weekly Frequency = 52
	Fiscal Frequency = 101
	Daily  Frequency = 255
)

// divides reports whether periods of f divide the calendar year evenly.
func (f Frequency) divides() bool { return f == Annual || f == Quarterly || f == Monthly }

// A Period is one calendar interval of a fixed frequency, such as March 2024 or
// the second quarter of 2023. Periods are comparable with == and may be map keys.
// The zero Period is invalid.
//
// The merged January–February, for which Chinese statistics give one value in
// place of two, is a monthly Period of width two; see JanFeb.
type Period struct {
	freq   Frequency
	merged bool  // January and February as one
	ord    int32 // periods since the start of year 0; see periodkept.go for the others
}

// NewPeriod returns the n-th period (counting from 1) of a year.
func NewPeriod(f Frequency, year, n int) (Period, error) {
	if !f.divides() {
		return Period{}, fmt.Errorf("data: no frequency of %d periods a year", f)
	}
	if n < 1 || n > int(f) {
		return Period{}, fmt.Errorf("data: no period %d in a year of %d", n, f)
	}
	if year < 1 || year > 9999 {
		return Period{}, fmt.Errorf("data: no year %d", year)
	}
	return Period{freq: f, ord: int32(year*int(f) + n - 1)}, nil
}

// Year returns the annual period of a year from 1 to 9999.
func Year(year int) Period { return Period{freq: Annual, ord: int32(year)} }

// Quarter returns the n-th quarter of a year, n from 1 to 4.
func Quarter(year, n int) Period { return Period{freq: Quarterly, ord: int32(year*4 + n - 1)} }

// Month returns the n-th month of a year, n from 1 to 12.
func Month(year, n int) Period { return Period{freq: Monthly, ord: int32(year*12 + n - 1)} }

// JanFeb returns the January and February of a year as one period. It is neither
// January nor February: a series that only knows it answers both with missing.
func JanFeb(year int) Period {
	return Period{freq: Monthly, merged: true, ord: int32(year*12 + 1)}
}

// IsZero reports whether p is the zero Period, which is no period at all.
func (p Period) IsZero() bool { return p.freq == 0 }

// Freq returns the frequency of p.
func (p Period) Freq() Frequency { return p.freq }

// Merged reports whether p is a January and February as one.
func (p Period) Merged() bool { return p.merged }

// Width returns how many periods of its frequency p covers: two for the merged
// January–February, else one.
func (p Period) Width() int {
	if p.merged {
		return 2
	}
	return 1
}

// Year returns the calendar year p lies in.
func (p Period) Year() int {
	if !p.freq.divides() {
		return p.keptYear()
	}
	return int(p.ord) / int(p.freq)
}

// Number returns the position of p in its year, counting from 1; that of the
// merged January–February is 2, where it ends.
func (p Period) Number() int {
	if !p.freq.divides() {
		return p.keptNumber()
	}
	return int(p.ord)%int(p.freq) + 1
}

// Add returns the period n periods after p. The merged January–February steps to
// a plain month unless n is a whole number of years.
func (p Period) Add(n int) Period {
	q := Period{freq: p.freq, ord: p.ord + int32(n)}
	q.merged = p.merged && n%12 == 0
	return q
}

// YearAgo returns the same period of the previous year. A week or a day has none,
// since its number may fall on another week or day: it returns the zero Period.
func (p Period) YearAgo() Period {
	switch p.freq {
	case Fiscal:
		return p.Add(-1)
	case Weekly, Daily:
		return Period{}
	}
	return p.Add(-int(p.freq))
}

// In returns the period of frequency f that ends when p ends, and false if there
// is none: September 2013 ends with the third quarter, August with no quarter.
func (p Period) In(f Frequency) (Period, bool) {
	if p.freq == f {
		return p, true
	}
	if !p.freq.divides() || !f.divides() {
		return Period{}, false
	}
	end := p.endMonth()
	width := 12 / int(f)
	if end%width != 0 {
		return Period{}, false
	}
	return Period{freq: f, ord: int32(p.Year()*int(f) + end/width - 1)}, true
}

// endMonth returns the number of the last month of p.
func (p Period) endMonth() int { return p.Number() * 12 / int(p.freq) }

// EndsBy reports whether p is over when q is over; the two may differ in
// frequency. It is the test that keeps later figures out of an earlier report.
func (p Period) EndsBy(q Period) bool {
	if p.freq == 0 || q.freq == 0 {
		return false
	}
	if !p.freq.divides() || !q.freq.divides() {
		return !p.lastDay().After(q.lastDay())
	}
	return p.Year()*12+p.endMonth() <= q.Year()*12+q.endMonth()
}

// Sub returns the number of periods from q to p. It panics if their
// frequencies differ.
func (p Period) Sub(q Period) int {
	if p.freq != q.freq {
		panic("data: periods of different frequency")
	}
	return int(p.ord - q.ord)
}

// Compare orders periods of equal frequency in time, and others by frequency;
// a February comes before the January–February that ends with it.
func (p Period) Compare(q Period) int {
	return cmp.Or(cmp.Compare(p.freq, q.freq), cmp.Compare(p.ord, q.ord), cmp.Compare(p.Width(), q.Width()))
}

// String returns p in ISO-like form: 2024, 2024Q2, 2024-03, 2024-01/2024-02,
// 2024-W09, 2012-06-15 or 2005/06.
func (p Period) String() string {
	switch {
	case !p.freq.divides():
		return p.keptString()
	case p.merged:
		return fmt.Sprintf("%04d-01/%04d-02", p.Year(), p.Year())
	case p.freq == Annual:
		return fmt.Sprintf("%04d", p.Year())
	case p.freq == Quarterly:
		return fmt.Sprintf("%04dQ%d", p.Year(), p.Number())
	case p.freq == Monthly:
		return fmt.Sprintf("%04d-%02d", p.Year(), p.Number())
	}
	return ""
}

// Code returns p as an integer for storage; PeriodFromCode reads it back. Codes of
// one frequency are in the order of time.
func (p Period) Code() int64 {
	c := int64(p.freq) << 33
	if p.merged {
		c |= 1 << 32
	}
	return c | int64(uint32(p.ord))
}

// PeriodFromCode returns the period with the given Code.
func PeriodFromCode(c int64) (Period, error) {
	if c < 0 || c>>33 > int64(Daily) {
		return Period{}, fmt.Errorf("data: no period has the code %d", c)
	}
	p := Period{freq: Frequency(c >> 33), merged: c>>32&1 == 1, ord: int32(uint32(c))}
	q, err := p.again()
	if err != nil || q != p {
		return Period{}, fmt.Errorf("data: no period has the code %d", c)
	}
	return p, nil
}

// again makes p anew from its year and number, which fails if it is no period.
func (p Period) again() (Period, error) {
	if !p.freq.divides() {
		return p.keptAgain()
	}
	q, err := NewPeriod(p.freq, p.Year(), p.Number())
	q.merged = p.merged && p.freq == Monthly && p.Number() == 2
	return q, err
}
