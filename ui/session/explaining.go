package session

import (
	"context"
	"math"
	"strconv"
	"strings"

	"yunxing/data"
	"yunxing/forecast"
	"yunxing/ui/i18n"
)

// An Explanation is how well every method would have projected the past of a
// series, and which of them that speaks for.
type Explanation struct {
	ID         string
	Year       bool // years were tried, from the same period of the year; else the last periods
	Known      int  // periods of the year that were known, if Year
	Tried      int  // years or origins that were tried
	Candidates []Candidate
	Chosen     int    // index of the method recommended
	Reason     string // code of the sentence
	Refused    string // code of the reason why nothing was tried; else empty
	Outliers   []Outlier
}

// An Outlier is a period that does not fit the course of its series. It is told,
// and left in the series.
type Outlier struct {
	Period   data.Period
	Kind     string  // additive or level-shift
	Effect   float64 // per cent if Relative, else in the unit of the series
	Relative bool
}

// A Candidate is one method. Errors that are not known are NaN.
type Candidate struct {
	Method     string
	Refused    string  // code of the reason why it is not scored, or empty
	MAE        float64 // of the growth of the year in percentage points, or of a period in its unit
	Bias       float64 // in the same unit
	MAPE, MASE float64
	Relative   float64 // MAE over that of the three-year completion ratio, or of the seasonal naive method
	In80, In95 float64 // per cent
}

// explainYears tries every YearMethod on the past years of s.
func explainYears(ctx context.Context, s forecast.NamedSeries) *Explanation {
	e := &Explanation{ID: s.ID, Year: true, Outliers: outliersOf(ctx, s)}
	calendar := forecast.CalendarFrom(s.Start)
	y, err := forecast.NewYearToDate(s.Values, calendar)
	if err != nil {
		e.Refused = forecast.Code(err)
		return e
	}
	e.Known = y.Known
	scores, err := forecast.YearBacktest{}.Run(ctx, forecast.YearMethods(), s.Values, calendar)
	if err != nil {
		e.Refused = forecast.Code(err)
		return e
	}
	for _, c := range scores {
		e.Candidates = append(e.Candidates, Candidate{c.Method, code(c.Refused), c.MAE, c.Bias, c.MAPE, c.MASE, c.Relative, c.In80, c.In95})
	}
	e.choose(forecast.Choose(scores))
	return e
}

// explainPeriods tries every Method on the last periods of s.
func explainPeriods(ctx context.Context, s forecast.NamedSeries, o ForecastOptions) *Explanation {
	e := &Explanation{ID: s.ID, Outliers: outliersOf(ctx, s)}
	season := max(int(s.Start.Freq()), 1)
	b := forecast.PeriodBacktest{Horizon: min(o.Horizon, 2*season)}
	scores, err := b.Run(ctx, forecast.All(), s.Values, season)
	if err != nil {
		e.Refused = forecast.Code(err)
		return e
	}
	base := math.NaN()
	for _, c := range scores {
		if c.Method == (forecast.SeasonalNaive{}).ID() && c.MAE > 0 {
			base = c.MAE
		}
	}
	for _, c := range scores {
		e.Candidates = append(e.Candidates, Candidate{c.Method, code(c.Refused), c.MAE, c.Bias, c.MAPE, c.MASE, c.MAE / base, c.In80, c.In95})
	}
	e.choose(forecast.ChoosePeriods(scores))
	return e
}

// outliersOf flags the periods of a series, none where it cannot be searched.
func outliersOf(ctx context.Context, s forecast.NamedSeries) []Outlier {
	found, err := forecast.Outliers(ctx, s.Values, max(int(s.Start.Freq()), 1))
	if err != nil {
		return nil
	}
	out := make([]Outlier, len(found))
	for i, o := range found {
		out[i] = Outlier{s.Start.Add(o.Index), string(o.Kind), o.Effect, o.Relative}
	}
	return out
}

// code returns the code of a refusal, empty for none.
func code(err error) string {
	if err == nil {
		return ""
	}
	return forecast.Code(err)
}

// choose takes the choice over.
func (e *Explanation) choose(c forecast.Choice) {
	e.Chosen, e.Reason, e.Tried = c.Index, string(c.Reason), c.Years
}

// Sentence says what was tried and which method that speaks for.
func (e Explanation) Sentence(p i18n.Printer) string {
	if e.Refused != "" {
		return p.Text("explain.refused", "id", e.ID, "reason", Refused{Code: e.Refused}.Text(p))
	}
	tried := p.Text("explain.periods", "n", strconv.Itoa(e.Tried))
	if e.Year {
		tried = p.Text("explain.years", "n", strconv.Itoa(e.Tried), "known", strconv.Itoa(e.Known))
	}
	return p.Text("explain."+e.Reason, "id", e.ID, "tried", tried,
		"method", e.Candidates[e.Chosen].Method, "first", e.Candidates[0].Method)
}

// Flags tells the outliers, one sentence for each.
func (e Explanation) Flags(p i18n.Printer) []string {
	var out []string
	for _, o := range e.Outliers {
		effect := shortNumber(o.Effect)
		if o.Relative {
			effect = p.Decimal(o.Effect, 1) + "%"
		}
		out = append(out, p.Text("explain.outlier."+o.Kind, "id", e.ID, "period", o.Period.String(), "effect", effect))
	}
	return out
}

// ExplanationHeader is the header of the table of candidates, with tabs between.
func ExplanationHeader() string {
	return "series_id\tmethod\ttried\tmae\tbias\tmape\tmase\trelative\tin80\tin95\tnote"
}

// Lines returns the table of candidates, one line for each with tabs between.
// What is not known is empty; the note is "chosen" or the code of a refusal.
func (e Explanation) Lines() []string {
	var out []string
	for i, c := range e.Candidates {
		note := c.Refused
		if i == e.Chosen && note == "" {
			note = "chosen"
		}
		fields := []string{e.ID, c.Method, strconv.Itoa(e.Tried)}
		for _, v := range []float64{c.MAE, c.Bias, c.MAPE, c.MASE, c.Relative, c.In80, c.In95} {
			fields = append(fields, shortNumber(v))
		}
		out = append(out, strings.Join(append(fields, note), "\t"))
	}
	return out
}

// shortNumber returns v with four significant digits, empty if it is not known.
func shortNumber(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return ""
	}
	if v == 0 {
		return "0"
	}
	return strconv.FormatFloat(v, 'g', 4, 64)
}
