package chart

import "context"

// buildDual draws output and prices in one panel with two axes, for those who ask for
// it; the report has them in two panels.
func buildDual(ctx context.Context, d *draft) (*Figure, error) {
	f, err := buildVolumePrice(ctx, d)
	if err != nil {
		return nil, err
	}
	side := func(i int, key string) Multiple {
		p := &f.Panels[i]
		s := Series{Name: d.p.Text(key, "name", p.Title)}
		for _, m := range p.Marks {
			if l, ok := m.(Line); ok {
				for _, x := range l.Data {
					s.Values = append(s.Values, x.Value)
				}
			}
		}
		return Multiple{Unit: p.Y.Unit, Series: []Series{s}}
	}
	dual := Dual{Words: f.Words, Left: side(0, "chart.dual.left"), Right: side(1, "chart.dual.right")}
	for _, s := range f.Panels[0].X.Slots {
		dual.Slots = append(dual.Slots, s.Label)
	}
	dual.Subtitle = d.p.Text("chart.dual.subtitle", "region", d.region(), "years", d.years(d.at().Year()-priceYears, d.at().Year()))
	d.note(d.p.Text("chart.dual.note"))
	return dual.Figure()
}
