package chart

import (
	"context"
	"slices"

	"yunxing/data"
	"yunxing/ui/brief"
)

// buildRequired draws what the rest of the year must reach for each aim, beside
// the growth of the quarters so far (倒推).
func buildRequired(ctx context.Context, d *draft) (*Figure, error) {
	p, err := d.desk.Projection(ctx)
	if err != nil {
		return nil, err
	}
	g, err := d.desk.Growth(ctx)
	if err != nil {
		return nil, err
	}
	if p.Over || !slices.ContainsFunc(p.Required, func(r brief.Requirement) bool { return r.Aim != brief.HoldSoFar }) {
		return nil, ErrNothing // to hold what is needs no figure
	}
	rest := d.p.Text([]string{"chart.rest.q1", "chart.rest.q2", "chart.rest.q3"}[p.At.Number()-1])
	if !p.From.EndsBy(p.At) {
		rest = d.p.Text("chart.rest.months")
	}
	c := Compared{
		Words: Words{
			Headline: d.requiredWords(p, rest),
			Subtitle: d.p.Text("chart.required.subtitle", "region", d.region(), "year", d.year(p.Year)),
			Caption:  d.p.Text("chart.required.caption", "region", d.region(), "year", d.year(p.Year), "rest", rest),
		},
		Role: Context,
	}
	for _, q := range g.Quarters {
		if !q.Period.EndsBy(p.At) || !q.Implied.Known() {
			continue
		}
		c.Rows = append(c.Rows, ComparedRow{
			Name: d.p.Text("chart.required.quarter", "period", d.p.PeriodWithin(q.Period, data.Current)), Value: d.value(q.Implied),
		})
	}
	done := len(c.Rows)
	for _, r := range p.Required {
		c.Rows = append(c.Rows, d.requiredRow(r))
	}
	d.note(d.p.Text("chart.required.share", "share", d.p.Decimal(100*p.FromShare.Value, 1)))
	if slices.ContainsFunc(c.Rows, func(r ComparedRow) bool { return r.Label != "" }) {
		d.note(d.p.Text("chart.required.brackets"))
	}
	d.note(d.profile(p.Profile))
	f, err := c.Figure()
	if err != nil {
		return nil, err
	}
	return hatched(f, done), nil
}

// requiredRow returns the bar of an aim: the growth required, with the answers for
// a share two points lower and higher behind it.
func (d *draft) requiredRow(r brief.Requirement) ComparedRow {
	row := ComparedRow{
		Name:  d.p.Text(aimKey(r.Aim), "target", d.p.Percent(r.Target)),
		Value: d.value(r.Growth), Role: Accent, Own: true, Strong: r.Aim == brief.GivenTarget || r.Aim == brief.StatedTarget,
	}
	if r.Low.Known() && r.High.Known() && r.Growth.Known() {
		lo, hi := r.Low, r.High
		if hi.Value < lo.Value {
			lo, hi = hi, lo
		}
		g, low, high := d.p.Number(r.Growth), d.p.Number(lo), d.p.Number(hi)
		if low != g || high != g {
			row.Label = d.p.Text("chart.required.range", "g", g, "lo", low, "hi", high)
		}
	}
	return row
}

// aimKey returns the text that names an aim.
func aimKey(a brief.Aim) string {
	switch a {
	case brief.GivenTarget:
		return "chart.aim.given"
	case brief.StatedTarget:
		return "chart.aim.stated"
	case brief.LastYear:
		return "chart.aim.last-year"
	case brief.StatedForecast:
		return "chart.aim.stated-forecast"
	case brief.HoldSoFar:
		return "chart.aim.hold"
	}
	return "chart.aim.forecast"
}

// hatched returns a lying figure whose bars from the n-th on are hatched: they
// are not facts.
func hatched(f *Figure, n int) *Figure {
	bars, ok := f.Panels[0].Marks[0].(Bars)
	if !ok {
		return f
	}
	for i := n; i < len(bars.Data); i++ {
		bars.Data[i].Hatch = true
	}
	f.Panels[0].Marks[0] = bars
	return f
}

// requiredWords says what the rest of the year must reach for the first aim.
func (d *draft) requiredWords(p brief.Projection, rest string) string {
	r := p.Required[0]
	aim := d.p.Text(aimPhraseKey(r.Aim), "target", d.p.Percent(r.Target))
	return d.p.Text("chart.required.headline", "region", d.region(), "year", d.year(p.Year),
		"aim", aim, "rest", rest, "g", d.p.Percent(r.Growth), "now", d.p.Percent(p.FromNow), "period", d.short(p.From))
}

// aimPhraseKey returns the text that puts an aim into a sentence.
func aimPhraseKey(a brief.Aim) string {
	switch a {
	case brief.GivenTarget:
		return "chart.required.for-given"
	case brief.StatedTarget:
		return "chart.required.for-stated"
	case brief.LastYear:
		return "chart.required.for-last-year"
	case brief.StatedForecast:
		return "chart.required.for-stated-forecast"
	case brief.HoldSoFar:
		return "chart.required.for-hold"
	}
	return "chart.required.for-forecast"
}
