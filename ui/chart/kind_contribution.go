package chart

import (
	"cmp"
	"context"
	"errors"
	"math"
	"slices"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/brief"
)

// mostPulls is how many branches are shown by name; the others are one bar.
const mostPulls = 9

// buildContribution draws what drove growth: the pulls on value added where their
// publisher states them, else those on profit, computed from levels and growths.
func buildContribution(ctx context.Context, d *draft) (*Figure, error) {
	m, err := d.desk.StatedPulls(ctx)
	if err == nil {
		return d.statedPulls(ctx, m)
	}
	if !errors.Is(err, brief.ErrAbsent) {
		return nil, err
	}
	c, err := d.desk.Contribution(ctx, "")
	if err != nil {
		return nil, err
	}
	named, other := d.largest(c.Pulls)
	what := d.inside(d.p.IndicatorShort(c.Indicator))
	f := Contribution{
		Words: Words{
			Headline: d.drivers(what, c.Pulls, named),
			Subtitle: d.p.Text("chart.contribution.subtitle", "region", d.region(), "period", d.period(), "what", what),
			Caption:  d.p.Text("chart.contribution.caption", "region", d.region(), "period", d.period(), "what", what),
		},
		TotalName: d.p.Text("chart.contribution.total", "what", what), Total: d.value(c.Pulls.Total.Growth),
	}
	for _, p := range named {
		f.Parts = append(f.Parts, Part{Name: d.item(p.Item), Pull: d.value(p.Pull), Coal: p.Item == "coal"})
		if turned(p.Turn) {
			d.note(d.p.Text("chart.item-verb", "item", d.inside(d.item(p.Item)), "verb", d.turn(p.Turn)))
		}
	}
	d.note(d.p.Text("chart.contribution.method"))
	fig, err := f.Figure()
	if err != nil || !other.Known() {
		return fig, err
	}
	return withRow(fig, d.p.Text("chart.contribution.other"), d.value(other), Rest), nil
}

// item returns the short name of a branch.
func (d *draft) item(code string) string { return d.p.ItemShortOf(d.desk.Catalog(), code) }

// largest returns the largest pulls, the greatest first, and what the total leaves
// besides them.
func (d *draft) largest(p stats.Pulls) ([]stats.Pull, data.Number) {
	known := slices.DeleteFunc(slices.Clone(p.Parts), func(x stats.Pull) bool { return !x.Pull.Known() })
	slices.SortStableFunc(known, func(a, b stats.Pull) int { return cmp.Compare(math.Abs(b.Pull.Value), math.Abs(a.Pull.Value)) })
	named := known[:min(len(known), mostPulls)]
	slices.SortStableFunc(named, func(a, b stats.Pull) int { return cmp.Compare(b.Pull.Value, a.Pull.Value) })
	if !p.Residual.Known() {
		return named, data.NotKnown()
	}
	g := p.Total.Growth
	v, lo, hi := g.Value, g.Lo, g.Hi
	inputs := []data.Number{g}
	for _, x := range named {
		v, lo, hi = v-x.Pull.Value, lo-x.Pull.Hi, hi-x.Pull.Lo
		inputs = append(inputs, x.Pull)
	}
	return named, data.From(v, lo, hi, p.Residual.Digits, inputs...).By("r = G − Σ p", "G p")
}

// drivers names the growth of the total and the branches at the ends.
func (d *draft) drivers(what string, all stats.Pulls, named []stats.Pull) string {
	clauses := []string{d.p.Text("chart.item-verb", "item", what, "verb", d.grew(all.Total.Growth))}
	if len(named) > 0 {
		if first := named[0]; rounded(first.Pull) > 0 {
			clauses = append(clauses, d.p.Text("chart.contribution.up", "item", d.inside(d.item(first.Item)), "d", d.p.Number(first.Pull)))
		}
		if last := named[len(named)-1]; rounded(last.Pull) < 0 {
			clauses = append(clauses, d.p.Text("chart.contribution.down", "item", d.inside(d.item(last.Item)), "d", d.p.Number(size(last.Pull))))
		}
	}
	return d.p.Text("chart.headline", "region", d.region(), "period", d.period(), "text", d.join(clauses...))
}

// statedPulls draws pulls as published. They may lie within each other, so there
// is no remainder.
func (d *draft) statedPulls(ctx context.Context, m brief.Matrix) (*Figure, error) {
	what := d.inside(d.p.Text("chart.value-added"))
	f := Contribution{Words: Words{
		Subtitle: d.p.Text("chart.contribution.subtitle", "region", d.region(), "period", d.period(), "what", what),
		Caption:  d.p.Text("chart.contribution.caption", "region", d.region(), "period", d.period(), "what", what),
	}}
	var clauses []string
	g, err := d.desk.Growth(ctx)
	switch {
	case err == nil:
		f.TotalName, f.Total = d.p.Text("chart.contribution.total", "what", what), d.value(g.Now)
		clauses = append(clauses, d.p.Text("chart.item-verb", "item", what, "verb", d.grew(g.Now)))
	case !errors.Is(err, brief.ErrAbsent):
		return nil, err
	}
	best := -1
	for i, r := range m.Rows {
		n := r.Values[0]
		f.Parts = append(f.Parts, Part{Name: d.p.ItemShort(r.Item), Pull: d.value(n), Coal: r.Item.Code == "coal"})
		if n.Known() && rounded(n) > 0 && (best < 0 || rounded(n) > rounded(m.Rows[best].Values[0])) {
			best = i
		}
	}
	if best >= 0 {
		clauses = append(clauses, d.p.Text("chart.contribution.up", "item", d.inside(d.p.ItemShort(m.Rows[best].Item)), "d", d.p.Number(m.Rows[best].Values[0])))
	}
	f.Headline = d.p.Text("chart.headline", "region", d.region(), "period", d.period(), "text", d.join(clauses...))
	if len(m.Rows) > 1 {
		d.note(d.p.Text("chart.contribution.nested"))
	}
	return f.Figure()
}

// withRow returns a lying figure with one more bar at the end.
func withRow(f *Figure, name string, v Value, as Role) *Figure {
	p := &f.Panels[0]
	bars, ok := p.Marks[0].(Bars)
	if !ok {
		return f
	}
	at := float64(len(p.Y.Slots))
	p.Y.Slots = append(p.Y.Slots, Slot{Label: name, Role: as})
	bars.Data = append(bars.Data, Datum{At: at, Value: v, Label: v.Text(), Role: as, Own: true})
	p.Marks[0] = bars
	ends := make([]float64, 0, len(bars.Data))
	for _, d := range bars.Data {
		ends = append(ends, d.V)
	}
	p.X = tight(ends)
	return f
}
