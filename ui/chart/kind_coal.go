package chart

import (
	"context"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/brief"
)

// coalYears is how many earlier years a branch is followed over.
const coalYears = 2

// buildCoal draws the cumulative growth of coal mining against that of all
// industry, year after year (图5).
func buildCoal(ctx context.Context, d *draft) (*Figure, error) {
	m, err := d.desk.BranchAgainstTotal(ctx, "coal")
	if err != nil {
		return nil, err
	}
	branch, ok := rowOf(m, "coal")
	total, both := rowOf(m, data.TotalItem)
	if !ok || !both || !branch.Series.At(d.at()).Known() {
		return nil, ErrNothing
	}
	year := d.at().Year()
	years := []int{year - 2, year - 1, year}
	c := newCalendar(trackOf(years, branch.Series, total.Series), coalYears, d.at())
	name, whole := d.p.ItemShort(branch.Item), d.p.Text("chart.all-industry")
	now, all := branch.Series.At(d.at()), total.Series.At(d.at())
	o := Courses{
		Words: Words{
			Headline: d.join(
				d.p.Text("chart.coal.headline", "region", d.region(), "period", d.period(), "branch", d.inside(name), "verb", d.grew(now)),
				d.against(stats.Difference(now, all), d.inside(whole))),
			Subtitle: d.p.Text("chart.coal.subtitle", "region", d.region(), "years", d.years(year-coalYears, year)),
			Caption:  d.p.Text("chart.coal.caption", "region", d.region(), "years", d.years(year-coalYears, year), "branch", name),
		},
		Unit:  d.p.Text("chart.unit.percent"),
		Slots: c.names(d.p),
		Lines: []Course{
			{Series: Series{Name: whole, Values: c.of(d, total.Series)}, Role: Accent},
			{Series: Series{Name: name, Values: c.of(d, branch.Series)}, Role: Coal},
		},
	}
	d.noteDerived()
	return o.Figure()
}

// rowOf returns the row of an item, and false where there is none.
func rowOf(m brief.Matrix, item string) (brief.MatrixRow, bool) {
	for _, r := range m.Rows {
		if r.Item.Code == item {
			return r, true
		}
	}
	return brief.MatrixRow{}, false
}
