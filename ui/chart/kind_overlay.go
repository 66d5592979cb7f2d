package chart

import (
	"context"

	"yunxing/stats"
)

// overlayYears is how many earlier years stand behind the year of a report.
const overlayYears = 3

// buildOverlay draws the cumulative growth of this year over that of the years
// before (图2): earlier years in full, for what they say of the months to come,
// this one up to the period.
func buildOverlay(ctx context.Context, d *draft) (*Figure, error) {
	g, err := d.desk.Growth(ctx)
	if err != nil {
		return nil, err
	}
	year := d.at().Year()
	var years []int
	for y := year - overlayYears; y <= year; y++ {
		years = append(years, y)
	}
	t := trackOf(years, g.Series)
	o := Overlay{Unit: d.p.Text("chart.unit.percent"), Slots: t.labels(d.p, t.periods(year))}
	first := year
	for _, y := range years {
		periods := t.periods(y)
		if y == year {
			periods = t.upTo(d.at())
		}
		s := Series{Name: d.year(y), Values: d.values(g.Series, periods)}
		if len(numbers(s)) > 0 {
			first = min(first, y)
			o.Years = append(o.Years, s)
		}
	}
	caption := "chart.overlay.caption"
	if d.at().Number() == int(d.at().Freq()) {
		caption = "chart.overlay.caption-full"
	}
	before := stats.Difference(g.Now, g.Series.At(d.at().YearAgo()))
	o.Words = Words{
		Headline: d.join(
			d.p.Text("chart.overlay.headline", "period", d.period(), "verb", d.grew(g.Now)),
			d.against(before, d.p.Text("chart.year-before")),
			d.extreme(g.Now, g.Earlier),
		),
		Subtitle: d.p.Text("chart.overlay.subtitle", "region", d.region(), "years", d.years(first, year)),
		Caption:  d.p.Text(caption, "region", d.region(), "years", d.years(first, year), "period", d.short(d.at())),
	}
	d.noteDerived()
	return o.Figure()
}
