package forecast

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"yunxing/data"
)

// A Bound is an interval at one level; NaN where the spread is not known.
type Bound struct {
	Level  float64 // per cent
	Lo, Hi float64
}

// A ForecastRow is one projected period of a series.
type ForecastRow struct {
	ID     string
	Period data.Period
	Mean   float64
	Bounds []Bound // in the order of the levels asked for
	Method string
}

// A YearRow is the projected year of a series. Growth is NaN where the year
// before is not complete or not positive.
type YearRow struct {
	ID         string
	Projection YearProjection
	Bounds     []Bound // of the total, in the order of the levels asked for
	Growth     Bound   // of the growth, at the first of these levels
}

// DefaultLevels returns the levels of intervals where none are asked for.
func DefaultLevels() []float64 { return []float64{80, 95} }

// ParseLevels reads levels in per cent such as "80,95". It refuses a level that
// is not between 0 and 100 or is given twice.
func ParseLevels(s string) ([]float64, error) {
	var out []float64
	for _, f := range strings.Split(s, ",") {
		v, err := strconv.ParseFloat(strings.TrimSpace(f), 64)
		if err != nil || !validLevel(v) {
			return nil, fmt.Errorf("forecast: %q is not a level between 0 and 100", f)
		}
		for _, o := range out {
			if o == v {
				return nil, fmt.Errorf("forecast: the level %s is given twice", levelName(v))
			}
		}
		out = append(out, v)
	}
	return out, nil
}

// levelName prints a level for a column: 80, 99.5.
func levelName(level float64) string { return strconv.FormatFloat(level, 'f', -1, 64) }

// ForecastSeries projects the h periods after the last known value of s by m.
// Errors: that of s, and those of Project.
func ForecastSeries(ctx context.Context, m Method, s NamedSeries, h int, levels []float64) ([]ForecastRow, error) {
	if s.Err != nil {
		return nil, s.Err
	}
	if p, ok := m.(Placed); ok {
		m = p.From(s.Start)
	}
	f, err := Project(ctx, m, s.Values, season(s), h)
	if err != nil {
		return nil, err
	}
	lo, hi := make([][]float64, len(levels)), make([][]float64, len(levels))
	for k, level := range levels {
		lo[k], hi[k] = f.Interval(level)
	}
	_, end := bounds(s.Values)
	rows := make([]ForecastRow, h)
	for i := range rows {
		rows[i] = ForecastRow{ID: s.ID, Period: s.Start.Add(end + i), Mean: f.Mean[i], Method: f.Method}
		for k, level := range levels {
			rows[i].Bounds = append(rows[i].Bounds, Bound{level, lo[k][i], hi[k][i]})
		}
	}
	return rows, nil
}

// season returns the number of periods in a year of s.
func season(s NamedSeries) int { return max(int(s.Start.Freq()), 1) }

// YearSeries projects the last year of s by m. Errors: that of s, and those of
// FullYear.
func YearSeries(ctx context.Context, m YearMethod, s NamedSeries, levels []float64) (YearRow, error) {
	if s.Err != nil {
		return YearRow{}, s.Err
	}
	if len(s.Values) == 0 {
		return YearRow{}, fmt.Errorf("%w: no value is known", ErrMissing)
	}
	p, err := FullYear(ctx, m, s.Values, CalendarFrom(s.Start))
	if err != nil {
		return YearRow{}, err
	}
	return yearRow(s.ID, p, levels), nil
}

// yearRow returns the row of a projection.
func yearRow(id string, p YearProjection, levels []float64) YearRow {
	row := YearRow{ID: id, Projection: p}
	for k, level := range levels {
		lo, hi := p.Interval(level)
		row.Bounds = append(row.Bounds, Bound{level, lo, hi})
		if k == 0 {
			lo, hi = p.GrowthInterval(level)
			row.Growth = Bound{level, lo, hi}
		}
	}
	return row
}

// Refused returns the line for a series that is not projected: "id: code: reason".
func Refused(id string, err error) string {
	return fmt.Sprintf("%s: %s: %s", id, Code(err), strings.TrimPrefix(err.Error(), "forecast: "))
}

// WriteForecasts writes rows as a table with the columns series_id, period, mean,
// lo and hi of every level, and method. Unknown numbers are empty.
func WriteForecasts(w io.Writer, levels []float64, rows []ForecastRow) error {
	table := csv.NewWriter(w)
	header := append([]string{"series_id", "period", "mean"}, levelColumns("", levels)...)
	_ = table.Write(append(header, "method")) // Error reports what failed
	for _, r := range rows {
		line := append([]string{r.ID, r.Period.String(), printed(r.Mean)}, boundFields(r.Bounds)...)
		_ = table.Write(append(line, r.Method))
	}
	table.Flush()
	return table.Error()
}

// WriteYears writes rows as a table with the columns series_id, year, known,
// total, lo and hi of every level, growth, its lo and hi at the first level, and
// method. Unknown numbers are empty.
func WriteYears(w io.Writer, levels []float64, rows []YearRow) error {
	table := csv.NewWriter(w)
	header := append([]string{"series_id", "year", "known", "total"}, levelColumns("", levels)...)
	header = append(append(header, "growth"), levelColumns("growth_", levels[:min(1, len(levels))])...)
	_ = table.Write(append(header, "method")) // Error reports what failed
	for _, r := range rows {
		p := r.Projection
		line := []string{r.ID, strconv.Itoa(p.Year), strconv.Itoa(p.Known), printed(p.Total)}
		line = append(append(line, boundFields(r.Bounds)...), printed(p.Growth))
		if len(levels) > 0 {
			line = append(line, boundFields([]Bound{r.Growth})...)
		}
		_ = table.Write(append(line, p.Method))
	}
	table.Flush()
	return table.Error()
}

// levelColumns returns the names of the interval columns.
func levelColumns(prefix string, levels []float64) []string {
	var out []string
	for _, l := range levels {
		out = append(out, prefix+"lo"+levelName(l), prefix+"hi"+levelName(l))
	}
	return out
}

// boundFields prints intervals.
func boundFields(bounds []Bound) []string {
	var out []string
	for _, b := range bounds {
		out = append(out, printed(b.Lo), printed(b.Hi))
	}
	return out
}

// printed returns v with 12 significant digits, empty if it is not known.
func printed(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return ""
	}
	if v == 0 {
		return "0"
	}
	return strconv.FormatFloat(v, 'g', 12, 64)
}
