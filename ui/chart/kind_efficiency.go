package chart

import (
	"context"

	"yunxing/stats"
	"yunxing/ui/brief"
)

// efficiencyYears is how many earlier years stand beside that of a report.
const efficiencyYears = 2

// buildEfficiency draws the growth of revenue, profit and stocks of finished
// goods in the same months of three years (表3).
func buildEfficiency(ctx context.Context, d *draft) (*Figure, error) {
	e, err := d.desk.Efficiency(ctx)
	if err != nil {
		return nil, err
	}
	year := d.at().Year()
	g := Years{
		Words: Words{
			Subtitle: d.p.Text("chart.efficiency.subtitle", "region", d.region(), "period", d.short(d.at())),
			Caption:  d.p.Text("chart.efficiency.caption", "region", d.region(), "period", d.period()),
		},
		Unit: d.p.Text("chart.unit.percent"),
	}
	for y := year - efficiencyYears; y <= year; y++ {
		g.Years = append(g.Years, d.year(y))
	}
	var clauses []string
	for _, r := range e.Rows {
		name := d.p.IndicatorShort(r.Indicator)
		g.Rows = append(g.Rows, Series{Name: name, Values: d.efficiencyValues(r, year)})
		clauses = append(clauses, d.p.Text("chart.item-verb", "item", d.inside(name), "verb", d.fared(r)))
	}
	g.Headline = d.p.Text("chart.headline", "region", d.region(), "period", d.period(), "text", d.join(clauses...))
	if e.Destocked > 1 {
		d.note(d.p.Text("chart.efficiency.destocked", "n", d.p.Count(e.Destocked)))
	}
	d.noteDerived()
	return g.Figure()
}

// efficiencyValues returns the growths of a row, the earliest first. A growth
// over a loss means nothing and is left out, with a remark.
func (d *draft) efficiencyValues(r brief.EfficiencyRow, year int) []Value {
	out := make([]Value, efficiencyYears+1)
	for i := range out {
		out[i] = Missing()
	}
	for _, e := range r.Earlier {
		if i := efficiencyYears - (year - e.Year); i >= 0 && i < efficiencyYears {
			out[i] = d.value(e.Then)
		}
	}
	if !turned(r.Turn) {
		out[efficiencyYears] = d.value(r.Now)
	}
	return out
}

// turned reports whether a profit has a loss before or behind it, so that its
// growth rate says nothing.
func turned(t stats.Turn) bool {
	return t == stats.ToProfit || t == stats.ToLoss || t == stats.SmallerLoss || t == stats.LargerLoss
}

// fared says what became of an indicator: its growth, or the words for a turn.
func (d *draft) fared(r brief.EfficiencyRow) string {
	if turned(r.Turn) {
		return d.turn(r.Turn)
	}
	return d.grew(r.Now)
}

// turn returns the words for what became of a profit.
func (d *draft) turn(t stats.Turn) string {
	switch t {
	case stats.ToProfit:
		return d.p.Text("wording.to-profit")
	case stats.ToLoss:
		return d.p.Text("wording.to-loss")
	case stats.SmallerLoss:
		return d.p.Text("wording.smaller-loss")
	case stats.LargerLoss:
		return d.p.Text("wording.larger-loss")
	}
	return ""
}
