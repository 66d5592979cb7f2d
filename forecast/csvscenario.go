package forecast

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"yunxing/data"
)

// A ScenarioRow is the scenario of a series.
type ScenarioRow struct {
	ID     string
	Target float64 // growth in per cent; NaN for none
	ScenarioResult
}

// ScenarioSeries runs a scenario on s by m. Errors: that of s, and those of
// Scenario.Run.
func ScenarioSeries(ctx context.Context, m YearMethod, o Scenario, s NamedSeries) (ScenarioRow, error) {
	if s.Err != nil {
		return ScenarioRow{}, s.Err
	}
	if len(s.Values) == 0 {
		return ScenarioRow{}, fmt.Errorf("%w: no value is known", ErrMissing)
	}
	r, err := o.Run(ctx, m, s.Values, CalendarFrom(s.Start))
	return ScenarioRow{s.ID, o.Target, r}, err
}

// WriteScenarios writes rows as a table. total and growth are those of the year on
// what is known, with_total and with_growth those with the overrides; chances are
// in per cent. Unknown numbers are empty.
func WriteScenarios(w io.Writer, rows []ScenarioRow) error {
	table := csv.NewWriter(w)
	_ = table.Write([]string{
		"series_id", "year", "known", "total", "growth", "with_total", "with_growth", "target", "target_total", "gap",
		"required_rest", "required_growth", "chance", "with_chance", "method",
	}) // Error reports what failed
	for _, r := range rows {
		line := []string{r.ID, strconv.Itoa(r.Base.Year), strconv.Itoa(r.Base.Known)}
		for _, v := range []float64{
			r.Base.Total, r.Base.Growth, r.With.Total, r.With.Growth, r.Target, r.TargetTotal, r.Gap,
			r.RequiredRest, r.RequiredGrowth, r.BaseChance, r.WithChance,
		} {
			line = append(line, printed(v))
		}
		_ = table.Write(append(line, r.With.Method))
	}
	table.Flush()
	return table.Error()
}

// ReadHierarchy reads which of the series are parts of which: a table with the
// columns series_id and parent, empty for a total. A series without a row is a
// total. Errors: ErrHierarchy for a name that is no series, ErrHeader, and those of
// reading the table.
func ReadHierarchy(r io.Reader, series []NamedSeries) (Hierarchy, error) {
	at := map[string]int{"": -1}
	h := Hierarchy{Parents: make([]int, len(series))}
	for i, s := range series {
		at[s.ID], h.Parents[i] = i, -1
		h.Names = append(h.Names, s.ID)
	}
	table := csv.NewReader(withoutMark(r))
	table.FieldsPerRecord, table.TrimLeadingSpace = -1, true
	header, err := table.Read()
	if err != nil && !errors.Is(err, io.EOF) {
		return h, fmt.Errorf("forecast: reading a hierarchy: %w", err)
	}
	column := func(name string) int {
		return slices.IndexFunc(header, func(s string) bool { return strings.EqualFold(strings.TrimSpace(s), name) })
	}
	id, parent := column("series_id"), column("parent")
	if id < 0 || parent < 0 {
		return h, fmt.Errorf("%w, or series_id and parent in a hierarchy: found %q", ErrHeader, strings.Join(header, ","))
	}
	for {
		row, err := table.Read()
		if errors.Is(err, io.EOF) {
			return h, nil
		}
		if err != nil {
			return h, fmt.Errorf("forecast: reading a hierarchy: %w", err)
		}
		child, ok := at[field(row, id)]
		above, known := at[field(row, parent)]
		if !ok || child < 0 || !known {
			return h, fmt.Errorf("%w: there is no series %q or %q", ErrHierarchy, field(row, id), field(row, parent))
		}
		h.Parents[child] = above
	}
}

// addingUp is by what part of a total its parts may miss it, for rounding.
const addingUp = 0.005

// HierarchySeries projects the last year of series that add up. Their periods are
// brought to one calendar. Errors: that of a series, those of FullYears.
func HierarchySeries(ctx context.Context, m YearMethod, h Hierarchy, r Reconciliation, series []NamedSeries, levels []float64) ([]YearRow, error) {
	values, calendar, err := alignedSeries(series)
	if err != nil {
		return nil, err
	}
	years, err := h.FullYears(ctx, m, r, values, calendar, addingUp)
	if err != nil {
		return nil, err
	}
	rows := make([]YearRow, len(series))
	for i, s := range series {
		rows[i] = yearRow(s.ID, years[i], levels)
	}
	return rows, nil
}

// alignedSeries returns the values of series from the first period that any has to
// the last, NaN where one has none.
func alignedSeries(series []NamedSeries) ([][]float64, Calendar, error) {
	var first, last data.Period
	for i, s := range series {
		if s.Err != nil {
			return nil, Calendar{}, fmt.Errorf("%s: %w", s.ID, s.Err)
		}
		if len(s.Values) == 0 {
			return nil, Calendar{}, fmt.Errorf("%s: %w: no value is known", s.ID, ErrMissing)
		}
		end := s.Start.Add(len(s.Values) - 1)
		if i == 0 {
			first, last = s.Start, end
		}
		if s.Start.Freq() != first.Freq() {
			return nil, Calendar{}, fmt.Errorf("%s: %w", s.ID, ErrMixed)
		}
		if s.Start.Compare(first) < 0 {
			first = s.Start
		}
		if end.Compare(last) > 0 {
			last = end
		}
	}
	if len(series) == 0 {
		return nil, Calendar{}, fmt.Errorf("%w: no series", ErrHierarchy)
	}
	out := make([][]float64, len(series))
	for i, s := range series {
		out[i] = nans(last.Sub(first) + 1)
		copy(out[i][s.Start.Sub(first):], s.Values)
	}
	return out, CalendarFrom(first), nil
}
