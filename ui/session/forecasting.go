package session

import (
	"bytes"
	"context"
	"errors"
	"io"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"unicode/utf8"

	"yunxing/data"
	"yunxing/data/sheet"
	"yunxing/forecast"
	"yunxing/stats"
	"yunxing/ui/i18n"
)

// ForecastOptions say how series in a table are projected.
type ForecastOptions struct {
	Method   string         // id; see ForecastMethods and YearMethods
	Horizon  int            // periods; not for years
	Levels   []float64      // of the intervals, in per cent
	Explain  bool           // try every method on the past of each series
	Progress *data.Progress // counts series; may be nil
}

// Projected is what is told of projected series beside their rows.
type Projected struct {
	Refused   []Refused
	Explained []Explanation // where it was asked for, in the order of the series
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
	err    error
}

// Text returns the reason in words.
func (r Refused) Text(p i18n.Printer) string {
	key := "refusal." + r.Code
	if !p.Has(key) {
		return r.Detail
	}
	text, detail := p.Text(key), r.detail(p)
	if detail == "" {
		return text
	}
	return p.Text("problem.detail", "text", text, "detail", detail)
}

// detail returns what the reason is about, in words. In Chinese what is known in English
// alone is left out, but for what it quotes.
func (r Refused) detail(p i18n.Printer) string {
	var short *forecast.Shortage
	if errors.As(r.err, &short) {
		return p.Text("refusal.known-needed", "known", p.Count(short.Known), "needed", p.Count(short.Needed))
	}
	detail := r.Detail
	var fault *forecast.LineFault
	inLine := errors.As(r.err, &fault)
	if inLine {
		detail, _, _ = strings.Cut(detail, ", line ")
	}
	if p.Lang() == i18n.Chinese {
		detail = quotedIn(detail)
	}
	if !inLine {
		return detail
	}
	return strings.TrimPrefix(p.Text("refusal.in-line", "what", detail, "line", p.Count(fault.Line)), " ")
}

// quotedIn returns the parts of an English text that stand in quotation marks, and a
// text without words as it is.
func quotedIn(text string) string {
	var quoted []string
	words := false
	for i, part := range strings.Split(text, `"`) {
		if i%2 == 1 {
			quoted = append(quoted, "“"+part+"”")
			continue
		}
		words = words || strings.ContainsFunc(part, isLatin)
	}
	if !words {
		return text
	}
	return strings.Join(quoted, "、")
}

// isLatin reports whether a character is a letter of an English word.
func isLatin(r rune) bool { return 'a' <= r && r <= 'z' }

// refusal returns the refusal of the series of that id by err.
func refusal(id string, err error) Refused {
	out := Refused{ID: id, Code: forecast.Code(err), Detail: strings.TrimPrefix(err.Error(), "forecast: ")}
	out.err = err
	if r := (*forecast.Refusal)(nil); errors.As(err, &r) {
		out.Detail = strings.TrimPrefix(strings.TrimPrefix(err.Error(), r.Error()), ": ")
	}
	return out
}

// Forecast reads series in long form from in, projects each on all cores, and
// writes the rows to out in the order of the series. A series that cannot be
// projected has no row and is returned with the reason. Errors: those of
// forecast.ByID and forecast.ReadSeries, of ctx, and of out.
func Forecast(ctx context.Context, in io.Reader, out io.Writer, o ForecastOptions) (Projected, error) {
	m, err := forecast.ByID(o.Method)
	if err != nil {
		return Projected{}, err
	}
	rows, told, err := eachSeries(ctx, in, o.Progress, func(s forecast.NamedSeries) (one projectedSeries[forecast.ForecastRow]) {
		one.rows, one.err = forecast.ForecastSeries(ctx, m, s, o.Horizon, o.Levels)
		if o.Explain && s.Err == nil {
			one.why = explainPeriods(ctx, s, o)
		}
		return one
	})
	if err != nil {
		return Projected{}, err
	}
	return told, forecast.WriteForecasts(out, o.Levels, rows)
}

// FullYear reads series in long form from in, projects the last year of each, and
// writes the rows to out. All else is as of Forecast.
func FullYear(ctx context.Context, in io.Reader, out io.Writer, o ForecastOptions) (Projected, error) {
	m, err := forecast.YearByID(o.Method)
	if err != nil {
		return Projected{}, err
	}
	rows, told, err := eachSeries(ctx, in, o.Progress, func(s forecast.NamedSeries) (one projectedSeries[forecast.YearRow]) {
		row, err := forecast.YearSeries(ctx, m, s, o.Levels)
		one.rows, one.err = []forecast.YearRow{row}, err
		if o.Explain && s.Err == nil {
			one.why = explainYears(ctx, s)
		}
		return one
	})
	if err != nil {
		return Projected{}, err
	}
	return told, forecast.WriteYears(out, o.Levels, rows)
}

// readSeries reads series in long form in the encoding they are in: spreadsheets on
// Chinese systems write GB 18030.
func readSeries(in io.Reader) ([]forecast.NamedSeries, error) {
	b, err := io.ReadAll(in)
	if err != nil {
		return nil, err
	}
	if utf8.Valid(b) {
		return forecast.ReadSeries(bytes.NewReader(b))
	}
	return forecast.ReadSeries(strings.NewReader(sheet.Text(b)))
}

// A projectedSeries is what came of one series.
type projectedSeries[R any] struct {
	rows []R
	why  *Explanation // nil where it was not asked for
	err  error
}

// eachSeries reads series, gives them to project on all cores, and collects what
// came of them in their order.
func eachSeries[R any](ctx context.Context, in io.Reader, p *data.Progress, project func(forecast.NamedSeries) projectedSeries[R]) (rows []R, told Projected, err error) {
	series, err := readSeries(in)
	if err != nil {
		return nil, told, err
	}
	p.SetTotal(int64(len(series)))
	for i, one := range onAllCores(ctx, series, p, project) {
		switch {
		case ctx.Err() != nil:
			return nil, told, ctx.Err()
		case one.err != nil:
			told.Refused = append(told.Refused, refusal(series[i].ID, one.err))
		default:
			rows = append(rows, one.rows...)
		}
		if one.why != nil {
			told.Explained = append(told.Explained, *one.why)
		}
	}
	return rows, told, nil
}

// onAllCores returns work(items[i]) for every i. It leaves off when ctx is done.
func onAllCores[T, R any](ctx context.Context, items []T, p *data.Progress, work func(T) R) []R {
	out := make([]R, len(items))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(items)) {
		workers.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(items) {
					return
				}
				out[i] = work(items[i])
				p.Add(1)
			}
		})
	}
	workers.Wait()
	return out
}
