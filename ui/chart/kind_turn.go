package chart

import (
	"context"

	"yunxing/data"
	"yunxing/stats"
)

// mostEffects is how many branches a change of growth is told by.
const mostEffects = 6

// buildTurn draws what changed the growth of profit since the year before: from
// the growth then, over how much more or less each branch pulled, to that now.
func buildTurn(ctx context.Context, d *draft) (*Figure, error) {
	now, err := d.desk.Contribution(ctx, "")
	if err != nil {
		return nil, err
	}
	then, err := d.desk.At(d.at().YearAgo()).Contribution(ctx, "")
	if err != nil {
		return nil, err
	}
	effects := stats.Pulls{Total: stats.Pull{}}
	for _, p := range now.Pulls.Parts {
		e := stats.Pull{Part: stats.Part{Item: p.Item}, Pull: stats.ExactDifference(p.Pull, pullOf(then.Pulls, p.Item))}
		effects.Parts = append(effects.Parts, e)
	}
	from, to := then.Pulls.Total.Growth, now.Pulls.Total.Growth
	what := d.inside(d.p.IndicatorShort(now.Indicator))
	w := Waterfall{
		FromName: d.p.Period(d.inMonths(d.at().YearAgo()), data.Cumulative), ToName: d.period(),
		From: d.value(from), To: d.value(to),
	}
	var told []data.Number
	for _, item := range strongest(effects, mostEffects) {
		n := pullOf(effects, item)
		n.Digits = max(from.Digits, to.Digits)
		told = append(told, n)
		w.Effects = append(w.Effects, Part{Name: d.item(item), Pull: d.value(n), Coal: item == "coal"})
	}
	rest := left(stats.ExactDifference(to, from), told, max(from.Digits, to.Digits))
	w.Effects = append(w.Effects, Part{Name: d.p.Text("chart.contribution.other"), Pull: d.value(rest)})
	w.Words = Words{
		Headline: d.p.Text("chart.headline", "region", d.region(), "period", d.period(), "text", d.join(
			d.p.Text("chart.item-verb", "item", what, "verb", d.grew(to)),
			d.against(stats.Difference(to, from), d.p.Text("chart.year-before")))),
		Subtitle: d.p.Text("chart.turn.subtitle", "region", d.region(), "what", what),
		Caption:  d.p.Text("chart.turn.caption", "region", d.region(), "what", what, "period", d.period()),
	}
	d.note(d.p.Text("chart.contribution.method"))
	return w.Figure()
}
