package chart

import (
	"context"

	"yunxing/data"
)

// buildMonths draws how cumulative growth moved this year, month by month (图1).
func buildMonths(ctx context.Context, d *draft) (*Figure, error) {
	g, err := d.desk.Growth(ctx)
	if err != nil {
		return nil, err
	}
	year := d.at().Year()
	t := trackOf([]int{year}, g.Series)
	periods := t.upTo(d.at())
	caption := d.p.Text("chart.months.caption", "period", d.period(), "region", d.region())
	if t.freq == data.Quarterly {
		caption = d.p.Text("chart.months.caption-quarters", "period", d.period(), "region", d.region())
	}
	o := Overlay{
		Words: Words{
			Headline: d.course(g.Series, periods),
			Subtitle: d.p.Text("chart.months.subtitle", "region", d.region(), "period", d.period()),
			Caption:  caption,
		},
		Unit:  d.p.Text("chart.unit.percent"),
		Slots: t.labels(d.p, periods),
		Years: []Series{{Values: d.values(g.Series, periods)}},
	}
	d.noteDerived()
	return o.Figure()
}

// course tells the path of a growth over the periods of a year: where it began,
// where it turned and where it stands.
func (d *draft) course(s data.Series, periods []data.Period) string {
	var known []data.Period
	for _, at := range periods {
		if s.At(at).Known() {
			known = append(known, at)
		}
	}
	if len(known) == 0 {
		return ""
	}
	first, last := known[0], known[len(known)-1]
	low, high := first, first
	value := func(at data.Period) float64 { return rounded(s.At(at)) }
	for _, at := range known {
		if value(at) < value(low) {
			low = at
		}
		if value(at) > value(high) {
			high = at
		}
	}
	args := func(turn data.Period) []string {
		return []string{
			"first", d.short(first), "a", d.p.Percent(s.At(first)),
			"turn", d.short(turn), "b", d.p.Percent(s.At(turn)),
			"last", d.last(last), "c", d.p.Percent(s.At(last)),
		}
	}
	switch {
	case first == last:
		return d.p.Text("chart.grew-in", "region", d.region(), "period", d.period(), "verb", d.grew(s.At(last)))
	case value(low) < value(first) && value(low) < value(last):
		return d.p.Text("chart.course.low", args(low)...)
	case value(high) > value(first) && value(high) > value(last):
		return d.p.Text("chart.course.high", args(high)...)
	case value(last) > value(first):
		return d.p.Text("chart.course.up", args(last)...)
	case value(last) < value(first):
		return d.p.Text("chart.course.down", args(last)...)
	}
	return d.p.Text("chart.course.level", args(last)...)
}

// last names the last period as the selection does where they are the same.
func (d *draft) last(at data.Period) string {
	if in, ok := d.at().In(at.Freq()); ok && in == at {
		at = d.at()
	}
	return d.short(at)
}
