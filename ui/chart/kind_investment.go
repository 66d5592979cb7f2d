package chart

import (
	"context"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/brief"
)

// buildInvestment draws how investment in manufacturing and in real estate grew
// in the same months of five years, beside all investment (表5).
func buildInvestment(ctx context.Context, d *draft) (*Figure, error) {
	m, err := d.desk.Investment(ctx)
	if err != nil {
		return nil, err
	}
	n := len(m.Periods) - 1
	g := Grouped{
		Words: Words{
			Subtitle: d.p.Text("chart.investment.subtitle", "region", d.region(), "period", d.short(d.at())),
			Caption:  d.p.Text("chart.investment.caption", "region", d.region(), "years", d.years(m.Periods[0].Year(), m.Periods[n].Year())),
		},
		Unit: d.p.Text("chart.unit.percent"),
	}
	for _, at := range m.Periods {
		g.Slots = append(g.Slots, d.p.Year(at))
	}
	var clauses []string
	for _, code := range []string{"manufacturing", "real-estate-development", data.TotalItem} {
		r, ok := rowOf(m, code)
		if !ok {
			continue
		}
		name := d.investmentName(r)
		g.Columns = append(g.Columns, Series{Name: name, Values: d.all(r.Values)})
		if now := r.Values[n]; now.Known() {
			clause := d.p.Text("chart.investment.verb", "item", d.inside(name), "verb", d.grew(now))
			if len(clauses) == 0 {
				clause = d.join(clause, d.against(stats.Difference(now, r.Values[n-1]), d.p.Text("chart.year-before")))
			}
			clauses = append(clauses, clause)
		}
	}
	if len(clauses) == 0 {
		return nil, ErrNothing // earlier years alone say nothing of the period
	}
	g.Headline = d.p.Text("chart.investment.headline", "region", d.region(), "period", d.period(), "text", d.sentences(clauses))
	d.noteDerived()
	return g.Figure()
}

// sentences joins the first two of several clauses that have commas themselves.
func (d *draft) sentences(clauses []string) string {
	line := ""
	for i, c := range clauses[:min(2, len(clauses))] {
		if i > 0 {
			line += d.p.Text("list.semicolon")
		}
		line += c
	}
	return line
}

// investmentName returns the name of a kind of investment.
func (d *draft) investmentName(r brief.MatrixRow) string {
	if r.Item.Code == data.TotalItem {
		return d.p.Text("chart.investment.all")
	}
	return d.p.ItemShort(r.Item)
}
