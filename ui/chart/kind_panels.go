package chart

import (
	"context"

	"yunxing/data"
	"yunxing/ui/brief"
)

// Bounds of small multiples: panels, and earlier years in each.
const (
	mostPanels = 12
	panelYears = 2
)

// buildPanels draws the course of every main branch in a small panel of its own,
// all on one scale, so that they can be compared (图6, 表4).
func buildPanels(ctx context.Context, d *draft) (*Figure, error) {
	b, err := d.desk.Branches(ctx)
	if err != nil {
		return nil, err
	}
	year := d.at().Year()
	var years []int
	for y := year - panelYears; y <= year; y++ {
		years = append(years, y)
	}
	rows := rowsWhere(b.Rows, func(it data.Item) bool { return it.Kind == data.Branch || it.Code == data.TotalItem })
	if len(rows) < 2 {
		return nil, ErrNothing
	}
	var all []data.Series
	for _, r := range rows {
		all = append(all, r.Series)
	}
	c := newCalendar(trackOf(years, all...), panelYears, d.at())
	m := Multiples{Slots: c.names(d.p), Short: c.years(d.p), Columns: 4, ShareX: true}
	for _, r := range rows[:min(len(rows), mostPanels)] {
		s := Series{Values: c.of(d, r.Series)}
		if len(numbers(s)) == 0 {
			continue
		}
		m.Panels = append(m.Panels, Multiple{Title: d.panelName(r), Series: []Series{s}})
	}
	m.Words = Words{
		Headline: d.spread(byValue(b, len(b.Periods)-1), len(b.Periods)-1),
		Subtitle: d.p.Text("chart.panels.subtitle", "region", d.region(), "years", d.years(years[0], year)),
		Caption:  d.p.Text("chart.panels.caption", "region", d.region(), "years", d.years(years[0], year)),
	}
	d.noteDerived()
	return m.Figure()
}

// panelName names the branch of a panel.
func (d *draft) panelName(r brief.MatrixRow) string {
	if r.Item.Code == data.TotalItem {
		return d.p.Text("chart.all-industry")
	}
	return d.p.ItemShort(r.Item)
}
