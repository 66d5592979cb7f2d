package session

import (
	"context"
	"errors"
	"io"
	"strings"

	"yunxing/forecast"
	"yunxing/stats"
	"yunxing/ui/i18n"
)

// ForecastOptions say how series in a table are projected.
type ForecastOptions struct {
	Method  string    // id; see ForecastMethods and YearMethods
	Horizon int       // periods; not for years
	Levels  []float64 // of the intervals, in per cent
}

// ForecastMethods returns the ids of the methods that project periods, the
// default first.
func ForecastMethods() []string { return ids(forecast.All()) }

// YearMethods returns the ids of the methods that project a year, the default
// first.
func YearMethods() []string { return ids(forecast.YearMethods()) }

// Thresholds returns the ids of the thresholds of capacity utilisation, the
// default first.
func Thresholds() []string {
	var out []string
	for _, t := range stats.Thresholds() {
		out = append(out, t.ID)
	}
	return out
}

// ids returns the ids of methods.
func ids[M interface{ ID() string }](methods []M) []string {
	out := make([]string, len(methods))
	for i, m := range methods {
		out[i] = m.ID()
	}
	return out
}

// ParseLevels reads levels in per cent such as "80,95".
func ParseLevels(s string) ([]float64, error) { return forecast.ParseLevels(s) }

// A Refused series was not projected.
type Refused struct {
	ID     string
	Code   string // of the reason, such as too-short
	Detail string // in plain English, such as which value it is about; may be empty
}

// Text returns the reason in words.
func (r Refused) Text(p i18n.Printer) string {
	key := "refusal." + r.Code
	if !p.Has(key) {
		return r.Detail
	}
	text := p.Text(key)
	if r.Detail == "" {
		return text
	}
	return p.Text("problem.detail", "text", text, "detail", r.Detail)
}

// refusal returns the refusal of the series of that id by err.
func refusal(id string, err error) Refused {
	out := Refused{ID: id, Code: forecast.Code(err), Detail: strings.TrimPrefix(err.Error(), "forecast: ")}
	if r := (*forecast.Refusal)(nil); errors.As(err, &r) {
		out.Detail = strings.TrimPrefix(strings.TrimPrefix(err.Error(), r.Error()), ": ")
	}
	return out
}

// Forecast reads series in long form from in, projects each, and writes the rows
// to out. A series that cannot be projected has no row and is returned with the
// reason. Errors: those of forecast.ByID and forecast.ReadSeries, of ctx, and of
// out.
func Forecast(ctx context.Context, in io.Reader, out io.Writer, o ForecastOptions) (refused []Refused, err error) {
	m, err := forecast.ByID(o.Method)
	if err != nil {
		return nil, err
	}
	rows, refused, err := eachSeries(ctx, in, func(s forecast.NamedSeries) ([]forecast.ForecastRow, error) {
		return forecast.ForecastSeries(ctx, m, s, o.Horizon, o.Levels)
	})
	if err != nil {
		return nil, err
	}
	return refused, forecast.WriteForecasts(out, o.Levels, rows)
}

// FullYear reads series in long form from in, projects the last year of each, and
// writes the rows to out. Refusals and errors are as of Forecast.
func FullYear(ctx context.Context, in io.Reader, out io.Writer, o ForecastOptions) (refused []Refused, err error) {
	m, err := forecast.YearByID(o.Method)
	if err != nil {
		return nil, err
	}
	rows, refused, err := eachSeries(ctx, in, func(s forecast.NamedSeries) ([]forecast.YearRow, error) {
		row, err := forecast.YearSeries(ctx, m, s, o.Levels)
		return []forecast.YearRow{row}, err
	})
	if err != nil {
		return nil, err
	}
	return refused, forecast.WriteYears(out, o.Levels, rows)
}

// eachSeries reads series and collects the rows that project gives for each.
func eachSeries[R any](ctx context.Context, in io.Reader, project func(forecast.NamedSeries) ([]R, error)) (rows []R, refused []Refused, err error) {
	series, err := forecast.ReadSeries(in)
	if err != nil {
		return nil, nil, err
	}
	for _, s := range series {
		got, err := project(s)
		if ctx.Err() != nil {
			return nil, nil, ctx.Err()
		}
		if err != nil {
			refused = append(refused, refusal(s.ID, err))
			continue
		}
		rows = append(rows, got...)
	}
	return rows, refused, nil
}
