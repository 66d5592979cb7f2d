package session

import (
	"context"
	"io"
	"strconv"
	"strings"

	"yunxing/data"
	"yunxing/forecast"
)

// ScenarioOptions say what an analyst assumes of the rest of a year.
type ScenarioOptions struct {
	Method    string    // id; see YearMethods
	Overrides []float64 // of the next periods, in the unit of the series
	Target    float64   // growth of the year in per cent; NaN for none
	Progress  *data.Progress
}

// Scenario reads series in long form from in, projects the last year of each with
// and without the overrides, holds it against the target, and writes the rows to
// out. Refusals and errors are as of Forecast.
func Scenario(ctx context.Context, in io.Reader, out io.Writer, o ScenarioOptions) (Projected, error) {
	m, err := forecast.YearByID(o.Method)
	if err != nil {
		return Projected{}, err
	}
	s := forecast.Scenario{Overrides: o.Overrides, Target: o.Target}
	rows, told, err := eachSeries(ctx, in, o.Progress, func(n forecast.NamedSeries) (one projectedSeries[forecast.ScenarioRow]) {
		row, err := forecast.ScenarioSeries(ctx, m, s, n)
		one.rows, one.err = []forecast.ScenarioRow{row}, err
		return one
	})
	if err != nil {
		return Projected{}, err
	}
	return told, forecast.WriteScenarios(out, rows)
}

// ParseOverrides reads values such as "120,131.5".
func ParseOverrides(text string) ([]float64, bool) {
	var out []float64
	if strings.TrimSpace(text) == "" {
		return nil, true
	}
	for _, f := range strings.Split(text, ",") {
		v, err := strconv.ParseFloat(strings.TrimSpace(f), 64)
		if err != nil {
			return nil, false
		}
		out = append(out, v)
	}
	return out, true
}

// Reconciliations returns the ways to make projections add up, the default first.
func Reconciliations() []string {
	var out []string
	for _, r := range []forecast.Reconciliation{forecast.MinTrace, forecast.BottomUp, forecast.TopDown} {
		out = append(out, r.String())
	}
	return out
}

// FullYearTogether is FullYear for series that add up: parents says, in the columns
// series_id and parent, which series each is a part of, how (see Reconciliations)
// the projections are made to. There is a row for every series or none. Errors:
// those of FullYear, forecast.ErrHierarchy, and the refusal of any series.
func FullYearTogether(ctx context.Context, in, parents io.Reader, out io.Writer, how string, o ForecastOptions) error {
	m, err := forecast.YearByID(o.Method)
	if err != nil {
		return err
	}
	series, err := readSeries(in)
	if err != nil {
		return err
	}
	h, err := forecast.ReadHierarchy(parents, series)
	if err != nil {
		return err
	}
	rows, err := forecast.HierarchySeries(ctx, m, h, reconciliation(how), series, o.Levels)
	if err != nil {
		return err
	}
	return forecast.WriteYears(out, o.Levels, rows)
}

// reconciliation returns the Reconciliation of that name, the default for another.
func reconciliation(name string) forecast.Reconciliation {
	for _, r := range []forecast.Reconciliation{forecast.BottomUp, forecast.TopDown} {
		if r.String() == name {
			return r
		}
	}
	return forecast.MinTrace
}
