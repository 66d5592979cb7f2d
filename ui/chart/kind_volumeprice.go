package chart

import (
	"context"

	"yunxing/data"
)

// buildVolumePrice draws output above prices: two panels on one axis of time, each
// with its own scale (图4, 图5). Two scales in one panel would let any course seem
// to follow the other.
func buildVolumePrice(ctx context.Context, d *draft) (*Figure, error) {
	g, err := d.desk.Growth(ctx)
	if err != nil {
		return nil, err
	}
	p, err := d.desk.Prices(ctx)
	if err != nil {
		return nil, err
	}
	year := d.at().Year()
	years := []int{year - 2, year - 1, year}
	c := newCalendar(trackOf(years, g.Series), priceYears, d.at())
	m := Multiples{
		Words: Words{
			Headline: d.join(
				d.p.Text("chart.grew-in", "region", d.region(), "period", d.period(), "verb", d.grew(g.Now)),
				d.p.Text("chart.volume-price.prices", "period", d.p.PeriodWithin(p.At, data.Current), "verb", d.priced(p.Growth))),
			Subtitle: d.p.Text("chart.volume-price.subtitle", "region", d.region(), "years", d.years(years[0], year)),
			Caption:  d.p.Text("chart.volume-price.caption", "region", d.region(), "years", d.years(years[0], year)),
		},
		Slots: c.names(d.p), ShareX: true, Free: true, FreeWord: d.p.Text("chart.own-scale"),
		Panels: []Multiple{
			{Title: d.p.Text("chart.value-added"), Unit: d.p.Text("chart.unit.percent"), Series: []Series{{Values: c.of(d, g.Series)}}},
			{Title: d.p.Text("chart.prices"), Unit: d.p.Text("chart.unit.index"), Series: []Series{{Values: c.of(d, p.Series)}}, Reference: &Reference{Value: par}},
		},
	}
	d.noteDerived()
	return m.Figure()
}
