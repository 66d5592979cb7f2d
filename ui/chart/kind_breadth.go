package chart

import (
	"context"

	"yunxing/data"
	"yunxing/ui/brief"
)

// breadthQuarters is how many quarters breadth is followed over.
const breadthQuarters = 8

// buildBreadth draws how wide growth was: the shares of branches that rose, stood
// and fell, quarter after quarter.
func buildBreadth(ctx context.Context, d *draft) (*Figure, error) {
	all, err := d.desk.Breadths(ctx, breadthQuarters)
	if err != nil {
		return nil, err
	}
	s := Stacked{Unit: d.p.Text("chart.unit.percent"), Parts: []Series{
		{Name: d.p.Text("chart.breadth.up")}, {Name: d.p.Text("chart.breadth.flat")}, {Name: d.p.Text("chart.breadth.down")},
	}}
	for _, b := range all {
		s.Slots = append(s.Slots, d.p.Text("chart.slot", "year", d.p.Year(b.Period), "period", shortPeriod(d.p, b.Period, data.Cumulative)))
		for i, n := range []int{b.Rising, b.Flat, b.Falling} {
			s.Parts[i].Values = append(s.Parts[i].Values, d.portion(n, b))
		}
	}
	last := all[len(all)-1]
	when := d.p.Period(d.inMonths(last.Period), data.Cumulative)
	s.Words = Words{
		Headline: d.p.Text("chart.headline", "region", d.region(), "period", when, "text", d.breadthWords(last)),
		Subtitle: d.p.Text("chart.breadth.subtitle", "region", d.region()),
		Caption:  d.p.Text("chart.breadth.caption", "region", d.region(), "period", when),
	}
	f, err := s.Figure()
	if err != nil {
		return nil, err
	}
	return recoloured(f, map[string]Role{s.Parts[1].Name: Rest, s.Parts[2].Name: Second}), nil
}

// breadthWords says how many branches grew.
func (d *draft) breadthWords(b brief.BreadthAt) string {
	key := "chart.breadth.headline"
	if b.Rising == b.Of {
		key = "chart.breadth.all"
	}
	return d.p.Text(key, "n", d.p.Count(b.Rising), "of", d.p.Count(b.Of), "share", d.p.Percent(b.Share))
}

// portion returns a number of branches in per cent of those known. None is a gap:
// it has no column.
func (d *draft) portion(n int, b brief.BreadthAt) Value {
	if n == 0 {
		return Missing()
	}
	v := NewValue(100*float64(n)/float64(b.Of), 0, Derived)
	for _, r := range b.Share.Refs {
		v.Refs = append(v.Refs, int64(r))
	}
	return v
}

// recoloured gives the bars of a figure other roles, by their names.
func recoloured(f *Figure, as map[string]Role) *Figure {
	for i, m := range f.Panels[0].Marks {
		if bars, ok := m.(Bars); ok {
			if role, ok := as[bars.Name]; ok {
				bars.Role = role
			}
			f.Panels[0].Marks[i] = bars
		}
	}
	return f
}
