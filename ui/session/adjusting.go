package session

import (
	"context"
	"io"

	"yunxing/data"
	"yunxing/forecast"
	"yunxing/ui/i18n"
)

// A Judgement is how well a series could be adjusted for its season.
type Judgement struct {
	ID     string
	M7, Q  float64 // up to 1 is acceptable
	Season float64 // probability in per cent that no season is left in the adjusted series; NaN where it cannot be told
}

// Sentence says whether the adjustment is acceptable, and by which statistics.
func (j Judgement) Sentence(p i18n.Printer) string {
	key := "adjust.good"
	switch {
	case !(j.M7 <= 1): // not known where nothing varies with the season
		key = "adjust.no-season"
	case j.Q > 1:
		key = "adjust.poor"
	case j.Season < 1:
		key = "adjust.left"
	}
	return p.Text(key, "id", j.ID, "m7", p.Decimal(j.M7, 2), "q", p.Decimal(j.Q, 2))
}

// Adjust reads series in long form from in, adjusts each for its season by X-11 on
// all cores, and writes the rows to out. Refusals and errors are as of Forecast.
func Adjust(ctx context.Context, in io.Reader, out io.Writer, additive bool, p *data.Progress) (Projected, []Judgement, error) {
	type adjusted struct {
		rows  []forecast.AdjustmentRow
		judge Judgement
	}
	x := forecast.X11{Additive: additive}
	all, told, err := eachSeries(ctx, in, p, func(s forecast.NamedSeries) (one projectedSeries[adjusted]) {
		rows, q, err := forecast.AdjustSeries(ctx, x, s)
		if err != nil {
			one.err = err
			return one
		}
		series := make([]float64, len(rows))
		for i, r := range rows {
			series[i] = r.Adjusted
		}
		_, left := forecast.QS(series, int(s.Start.Freq()), 2)
		one.rows = []adjusted{{rows, Judgement{s.ID, q.M[6], q.Q, 100 * left}}}
		return one
	})
	if err != nil {
		return told, nil, err
	}
	var rows []forecast.AdjustmentRow
	var judged []Judgement
	for _, a := range all {
		rows, judged = append(rows, a.rows...), append(judged, a.judge)
	}
	return told, judged, forecast.WriteAdjustments(out, rows)
}
