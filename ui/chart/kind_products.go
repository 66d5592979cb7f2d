package chart

import (
	"context"

	"yunxing/stats"
	"yunxing/ui/brief"
)

// buildProducts draws how the output of the main products grew in the same months
// of three years (表2): a bar for this year, marks for the two before. Three columns
// for each of ten products would have no room for their values.
func buildProducts(ctx context.Context, d *draft) (*Figure, error) {
	m, err := d.desk.Products(ctx)
	if err != nil {
		return nil, err
	}
	n := len(m.Periods) - 1
	c := Compared{
		Words: Words{
			Headline: d.products(m),
			Subtitle: d.p.Text("chart.products.subtitle", "region", d.region(), "period", d.short(d.at())),
			Caption:  d.p.Text("chart.products.caption", "region", d.region(), "period", d.period()),
		},
		Name: d.p.Year(m.Periods[n]),
		Marks: []ComparedMark{
			{Name: d.p.Year(m.Periods[n-1]), Role: Total, Shape: Ring},
			{Name: d.p.Year(m.Periods[n-2]), Role: Prior, Shape: OpenDiamond},
		},
	}
	for _, r := range m.Rows {
		c.Rows = append(c.Rows, ComparedRow{
			Name: d.p.ItemShort(r.Item), Value: d.value(r.Values[n]),
			Marks: []Value{d.value(r.Values[n-1]), d.value(r.Values[n-2])},
		})
	}
	var names []string
	for _, it := range m.Absent {
		names = append(names, d.inside(d.p.ItemShort(it)))
	}
	d.noteAbsent(names)
	d.noteDerived()
	return c.Figure()
}

// products says how many products grew, and how many grew more slowly than a
// year before.
func (d *draft) products(m brief.Matrix) string {
	n := len(m.Periods) - 1
	known, grew, compared, slower := 0, 0, 0, 0
	for _, r := range m.Rows {
		now := r.Values[n]
		if !now.Known() {
			continue
		}
		known++
		if rounded(now) > 0 {
			grew++
		}
		if change := stats.Difference(now, r.Values[n-1]); change.Known() {
			compared++
			if rounded(change) < 0 {
				slower++
			}
		}
	}
	key := "chart.products.grew"
	if grew == known {
		key = "chart.products.all-grew"
	}
	text := d.p.Text(key, "n", d.p.Count(grew), "of", d.p.Count(known))
	if compared > 0 {
		key = "chart.products.slower"
		switch slower {
		case 0:
			key = "chart.products.none-slower"
		case compared:
			key = "chart.products.all-slower"
		}
		text = d.join(text, d.p.Text(key, "n", d.p.Count(slower), "of", d.p.Count(compared)))
	}
	return d.p.Text("chart.headline", "region", d.region(), "period", d.period(), "text", text)
}
