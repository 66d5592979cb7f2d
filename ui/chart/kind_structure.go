package chart

import (
	"context"

	"yunxing/data"
	"yunxing/stats"
)

// mostShares is how many branches a structure tells by name.
const mostShares = 12

// buildStructure draws what industry is made of: the shares of the branches, the
// greatest first, with those of the year before.
func buildStructure(ctx context.Context, d *draft) (*Figure, error) {
	s, err := d.desk.Structure(ctx)
	if err != nil {
		return nil, err
	}
	what := d.inside(d.p.IndicatorShort(s.Indicator))
	rows := s.Rows[:min(len(s.Rows), mostShares)]
	c := Compared{Name: d.period(), Role: Accent}
	before := false
	for _, r := range rows {
		row := ComparedRow{Name: d.p.ItemShort(r.Item), Value: d.value(r.Now), Marks: []Value{d.value(r.Before)}}
		if r.Item.Code == "coal" {
			row.Role, row.Own = Coal, true
		}
		before = before || r.Before.Known()
		c.Rows = append(c.Rows, row)
	}
	if before {
		c.Marks = []ComparedMark{{Name: d.p.Period(d.inMonths(d.at().YearAgo()), data.Cumulative), Role: Total, Shape: Ring}}
	}
	first := rows[0]
	c.Words = Words{
		Headline: d.p.Text("chart.headline", "region", d.region(), "period", d.period(), "text", d.join(
			d.p.Text("chart.structure.headline", "what", what, "item", d.inside(d.p.ItemShort(first.Item)), "share", d.p.Percent(first.Now)),
			d.against(stats.Difference(first.Now, first.Before), d.p.Text("chart.year-before")))),
		Subtitle: d.p.Text("chart.structure.subtitle", "region", d.region(), "what", what),
		Caption:  d.p.Text("chart.structure.caption", "region", d.region(), "what", what, "period", d.period()),
	}
	if len(rows) < len(s.Rows) {
		d.note(d.p.Text("chart.structure.largest", "n", d.p.Count(len(rows)), "of", d.p.Count(len(s.Rows))))
	}
	return c.Figure()
}
