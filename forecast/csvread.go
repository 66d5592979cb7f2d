package forecast

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"yunxing/data"
)

// A NamedSeries is one series of a table in long form.
type NamedSeries struct {
	ID     string
	Start  data.Period
	Values []float64 // consecutive periods from Start; NaN is missing
	Err    error     // why the series cannot be used: a wrong period or value, or one given twice
}

// ReadSeries reads series in long form, one row per value with the columns
// series_id, period and value (in any order; others are ignored). A period is one
// month, quarter or year such as 2013-09, 2013Q3 or 2013. An empty value, NA,
// NaN or a dash is missing, and so is a period between the first and the last that has no
// row. Rows may be in any order and series may be interleaved; they are returned
// in the order of their first rows. A byte-order mark is skipped.
//
// A fault within a series is its Err: ErrPeriod, ErrValue, ErrDuplicate,
// ErrMixed. Errors: ErrHeader, and those of reading the table.
func ReadSeries(r io.Reader) ([]NamedSeries, error) {
	table := csv.NewReader(withoutMark(r))
	table.FieldsPerRecord, table.ReuseRecord, table.TrimLeadingSpace = -1, true, true
	header, err := table.Read()
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("forecast: reading series: %w", err)
	}
	id, period, value, err := seriesColumns(header)
	if err != nil {
		return nil, err
	}
	var order []*longSeries
	named := map[string]*longSeries{}
	for {
		row, err := table.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("forecast: reading series: %w", err)
		}
		name := field(row, id)
		s := named[name]
		if s == nil {
			s = &longSeries{id: name}
			named[name] = s
			order = append(order, s)
		}
		line, _ := table.FieldPos(0)
		s.add(line, field(row, period), field(row, value))
	}
	out := make([]NamedSeries, len(order))
	for i, s := range order {
		out[i] = s.series()
	}
	return out, nil
}

// withoutMark returns r without a UTF-8 byte-order mark.
func withoutMark(r io.Reader) io.Reader {
	b := bufio.NewReader(r)
	if head, err := b.Peek(3); err == nil && string(head) == "\ufeff" {
		_, _ = b.Discard(3)
	}
	return b
}

// seriesColumns finds the columns by their names. Error: ErrHeader.
func seriesColumns(header []string) (id, period, value int, err error) {
	at := func(name string) int {
		return slices.IndexFunc(header, func(h string) bool { return strings.EqualFold(strings.TrimSpace(h), name) })
	}
	id, period, value = at("series_id"), at("period"), at("value")
	if id < 0 || period < 0 || value < 0 {
		return 0, 0, 0, fmt.Errorf("%w: found %q", ErrHeader, strings.Join(header, ","))
	}
	return id, period, value, nil
}

// field returns the i-th field of a row, empty if the row is short.
func field(row []string, i int) string {
	if i >= len(row) {
		return ""
	}
	return strings.Clone(strings.TrimSpace(row[i]))
}

// A longSeries collects the rows of one series.
type longSeries struct {
	id      string
	periods []data.Period
	values  []float64
	err     error
}

// add takes the row of a line. Only the first fault is kept.
func (s *longSeries) add(line int, period, value string) {
	p, err := singlePeriod(period)
	if err == nil && len(s.periods) > 0 && p.Freq() != s.periods[0].Freq() {
		err = fmt.Errorf("%w: %v and %v", ErrMixed, s.periods[0], p)
	}
	v := math.NaN()
	if err == nil {
		v, err = seriesValue(value)
	}
	if err != nil {
		if s.err == nil {
			s.err = &LineFault{line, err}
		}
		return
	}
	s.periods, s.values = append(s.periods, p), append(s.values, v)
}

// series lays the rows out in time.
func (s *longSeries) series() NamedSeries {
	out := NamedSeries{ID: s.id, Err: s.err}
	if s.err != nil || len(s.periods) == 0 {
		return out
	}
	first, last := s.periods[0], s.periods[0]
	for _, p := range s.periods {
		if p.Compare(first) < 0 {
			first = p
		}
		if p.Compare(last) > 0 {
			last = p
		}
	}
	seen := make([]bool, last.Sub(first)+1)
	out.Start, out.Values = first, nans(len(seen))
	for i, p := range s.periods {
		k := p.Sub(first)
		if seen[k] {
			return NamedSeries{ID: s.id, Err: fmt.Errorf("%w: %v", ErrDuplicate, p)}
		}
		seen[k], out.Values[k] = true, s.values[i]
	}
	return out
}

// singlePeriod reads a period of one month, quarter or year. Error: ErrPeriod.
func singlePeriod(s string) (data.Period, error) {
	if p, ok := plainPeriod(s); ok {
		return p, nil
	}
	p, span, err := data.ParsePeriod(s)
	if err != nil || span != data.Current || p.Merged() {
		return data.Period{}, fmt.Errorf("%w: %q", ErrPeriod, s)
	}
	return p, nil
}

// plainPeriod reads the forms 2013, 2013Q3 and 2013-09, which most tables use.
func plainPeriod(s string) (data.Period, bool) {
	freq, year, number := data.Annual, s, "1"
	if i := strings.IndexAny(s, "Qq-"); i > 0 {
		freq, year, number = data.Quarterly, s[:i], s[i+1:]
		if s[i] == '-' {
			freq = data.Monthly
		}
	}
	y, err := strconv.ParseUint(year, 10, 16)
	n, err2 := strconv.ParseUint(number, 10, 8)
	if err != nil || err2 != nil {
		return data.Period{}, false
	}
	p, err := data.NewPeriod(freq, int(y), int(n))
	return p, err == nil
}

// seriesValue reads a value, NaN for one that is missing. Error: ErrValue, and
// ErrScale for a number out of range.
func seriesValue(s string) (float64, error) {
	switch strings.ToLower(s) {
	case "", "na", "n/a", "nan", "null", "none", "-", "--", "–", "—", "——", "..", "…", "……":
		return math.NaN(), nil
	}
	v, err := strconv.ParseFloat(s, 64)
	switch {
	case errors.Is(err, strconv.ErrRange):
		return 0, fmt.Errorf("%w: %q", ErrScale, s)
	case err != nil:
		return 0, fmt.Errorf("%w: %q", ErrValue, s)
	}
	return v, nil
}
