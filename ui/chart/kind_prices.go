package chart

import (
	"context"

	"yunxing/data"
)

// par is the value of an index that says nothing has changed.
const par = 100

// priceYears is how many earlier years of prices are drawn.
const priceYears = 2

// buildPrices draws the ex-factory price index of this year and the two before,
// month by month, against the line of 100 (图4).
func buildPrices(ctx context.Context, d *draft) (*Figure, error) {
	p, err := d.desk.Prices(ctx)
	if err != nil {
		return nil, err
	}
	t := track{data.Monthly, 1, data.Current}
	year := p.At.Year()
	o := Overlay{
		Unit:       d.p.Text("chart.unit.index"),
		Slots:      t.labels(d.p, t.periods(year)),
		References: []Reference{{Value: par}},
	}
	first := year
	for y := year - priceYears; y <= year; y++ {
		s := Series{Name: d.year(y), Values: d.values(p.Series, t.periods(y))}
		if len(numbers(s)) > 0 {
			first = min(first, y)
			o.Years = append(o.Years, s)
		}
	}
	month := d.p.Period(p.At, data.Current)
	run := ""
	if p.Below > 1 {
		key := "chart.prices.below"
		if p.Longer {
			key = "chart.prices.below-least"
		}
		run = d.p.Text(key, "n", d.p.Count(p.Below))
	}
	o.Words = Words{
		Headline: d.join(
			d.p.Text("chart.prices.headline", "region", d.region(), "period", month, "value", d.p.Number(p.Now)),
			d.changed(p.Growth), run),
		Subtitle: d.p.Text("chart.prices.subtitle", "region", d.region(), "years", d.years(first, year)),
		Caption:  d.p.Text("chart.prices.caption", "region", d.region(), "years", d.years(first, year)),
	}
	d.noteDerived()
	return o.Figure()
}

// changed says what prices have done against a year before.
func (d *draft) changed(g data.Number) string {
	if !g.Known() {
		return ""
	}
	return d.p.Text("chart.prices.change", "verb", d.priced(g))
}

// priced says what prices have done: 上涨2.1%, 下降1.3%, 持平.
func (d *draft) priced(g data.Number) string {
	amount := d.p.Percent(size(g))
	switch v := rounded(g); {
	case !g.Known():
		return d.p.Text("wording.unknown")
	case v > 0:
		return d.p.Text("say.prices.rose", "g", amount)
	case v < 0:
		return d.p.Text("say.prices.fell", "g", amount)
	}
	return d.p.Text("say.prices.flat")
}
