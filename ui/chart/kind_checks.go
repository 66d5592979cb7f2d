package chart

import (
	"cmp"
	"context"
	"math"
	"slices"

	"yunxing/data"
	"yunxing/stats"
)

// mostChecks is how many identities are shown, those with the widest gaps.
const mostChecks = 12

// buildChecks draws whether what was published agrees with itself: for each
// identity of the latest period the range that rounding leaves, and in it what was
// stated.
func buildChecks(ctx context.Context, d *draft) (*Figure, error) {
	all, err := d.desk.Checks(ctx)
	if err != nil {
		return nil, err
	}
	agree := 0
	for _, c := range all {
		if c.Verdict == stats.Consistent || c.Verdict == stats.WithinRounding {
			agree++
		}
	}
	headline := "chart.checks.headline"
	if agree == len(all) {
		headline = "chart.checks.all"
	}
	at := all[0].Period
	slices.SortStableFunc(all, func(a, b stats.Checked) int { return cmp.Compare(gapOf(b), gapOf(a)) })
	shown := all[:min(len(all), mostChecks)]
	b := Boxes{
		BoxName: d.p.Text("chart.checks.box"), StatedName: d.p.Text("chart.checks.stated"),
		Words: Words{
			Headline: d.p.Text(headline, "n", d.p.Count(len(all)), "agree", d.p.Count(agree)),
			Subtitle: d.p.Text("chart.checks.subtitle", "region", d.region(), "period", d.p.Period(at, data.Cumulative)),
			Caption:  d.p.Text("chart.checks.caption", "region", d.region(), "period", d.p.Period(at, data.Cumulative)),
		},
	}
	for _, c := range shown {
		b.Rows = append(b.Rows, d.checkRow(c))
	}
	if len(shown) < len(all) {
		d.note(d.p.Text("chart.checks.widest", "n", d.p.Count(len(shown)), "of", d.p.Count(len(all))))
	}
	return b.Figure()
}

// gapOf returns how far a stated figure lies from the computed one.
func gapOf(c stats.Checked) float64 { return math.Abs(c.Stated.Value - c.Derived.Value) }

// checkRow returns a row: everything less the computed value, so that identities of
// any size stand on one axis. The stated figure may have been rounded by half a
// unit, which widens the range.
func (d *draft) checkRow(c stats.Checked) BoxRow {
	half := data.HalfUnit(c.Stated.Digits)
	stated := d.value(c.Stated)
	stated.V -= c.Derived.Value
	stated.Status = Derived // it is a difference, printed by nobody
	name := d.p.Text("chart.checks.row", "rule", d.p.Text("rule."+string(c.Rule)), "what", d.checkName(c.Key))
	return BoxRow{
		Name: name, Stated: stated,
		Range: Range{Lo: c.Derived.Lo - c.Derived.Value - half, Hi: c.Derived.Hi - c.Derived.Value + half},
	}
}

// checkName names the stated figure: its item, or its indicator for the total.
func (d *draft) checkName(k data.Key) string {
	if k.Item != data.TotalItem {
		return d.item(k.Item)
	}
	in, ok := d.desk.Catalog().Indicator(k.Indicator)
	if !ok {
		return k.Indicator
	}
	return d.p.IndicatorShort(in)
}
