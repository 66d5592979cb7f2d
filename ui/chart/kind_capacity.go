package chart

import (
	"context"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/brief"
)

// mostCapacity is how many branches are shown, those with the lowest rates.
const mostCapacity = 12

// buildCapacity draws how far capacity is used, branch by branch, against the
// named threshold (表6).
func buildCapacity(ctx context.Context, d *draft) (*Figure, error) {
	c, err := d.desk.Capacity(ctx)
	if err != nil {
		return nil, err
	}
	when := d.p.Period(c.At, c.Span)
	name := d.p.Threshold("chart.threshold", c.Threshold.ID)
	low := d.p.Decimal(c.Threshold.Low, 0)
	b := Bullet{
		Words: Words{
			Headline: d.capacityWords(c, when, low),
			Subtitle: d.p.Text("chart.capacity.subtitle", "region", d.region(), "period", when, "threshold", name),
			Caption:  d.p.Text("chart.capacity.caption", "region", d.region(), "period", when),
		},
		Bands:     d.capacityBands(c.Threshold),
		Threshold: &Reference{Name: d.p.Text("chart.capacity.line", "value", low), Value: c.Threshold.Low},
		Most:      100,
	}
	before := false
	rows := c.Rows[:min(len(c.Rows), mostCapacity)]
	if len(rows) < len(c.Rows) {
		d.note(d.p.Text("chart.capacity.lowest", "n", d.p.Count(len(rows)), "of", d.p.Count(len(c.Rows))))
	}
	for _, r := range rows {
		before = before || r.Before.Known()
		b.Rows = append(b.Rows, BulletRow{Name: d.capacityName(r.Item), Value: d.value(r.Rate), YearBefore: d.value(r.Before)})
	}
	if before {
		b.Now, b.YearBefore = when, d.p.Period(c.At.YearAgo(), c.Span)
	}
	d.note(d.p.Text("chart.capacity.brackets", "value", low))
	if !c.At.EndsBy(d.at()) || !d.at().EndsBy(c.At) {
		d.note(d.p.Text("chart.capacity.earlier", "period", when))
	}
	d.noteDerived()
	return b.Figure()
}

// capacityName returns the name of a branch, and all industry for the total.
func (d *draft) capacityName(it data.Item) string {
	if it.Code == data.TotalItem {
		return d.p.Text("chart.all-industry")
	}
	return d.p.ItemShort(it)
}

// capacityBands returns the ranges that the threshold tells apart, from the
// lowest; what lies above the last line is left blank.
func (d *draft) capacityBands(t stats.Threshold) []Range {
	var out []Range
	from := 0.0
	add := func(key string, to float64) {
		if to > from {
			out = append(out, Range{Name: d.p.Text(key), Lo: from, Hi: to})
			from = to
		}
	}
	add("chart.band.severe", t.Severe)
	add("chart.band.excess", t.Low)
	add("chart.band.normal", t.High)
	return out
}

// capacityWords counts the branches below the threshold. Sections are no branches; where
// only they or the total are known, the lowest speaks.
func (d *draft) capacityWords(c brief.Capacity, when, low string) string {
	n, below := 0, 0
	for _, r := range c.Rows {
		if r.Item.Code == data.TotalItem || r.Item.Kind == data.Section || !r.Gap.Known() {
			continue
		}
		n++
		if rounded(r.Gap) < 0 {
			below++
		}
	}
	key := "chart.capacity.below"
	switch {
	case n == 0:
		return d.capacityAlone(c.Rows[0], when, low)
	case n > 1 && below == n:
		key = "chart.capacity.all-below"
	}
	return d.p.Text(key, "region", d.region(), "period", when, "n", d.p.Count(below), "of", d.p.Count(n), "value", low)
}

// capacityAlone says how far capacity is used where no branch tells it.
func (d *draft) capacityAlone(r brief.CapacityRow, when, low string) string {
	key := "chart.capacity.alone"
	if rounded(r.Gap) < 0 {
		key = "chart.capacity.alone-below"
	}
	return d.p.Text(key, "region", d.region(), "period", when, "item", d.inside(d.capacityName(r.Item)), "rate", d.p.Percent(r.Rate), "value", low)
}
