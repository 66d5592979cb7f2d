package chart

import (
	"context"

	"yunxing/data"
)

// buildSubseries draws the season quarter by quarter: a panel for each, with its
// course over the years and its mean, on one scale. It shows whether the season
// itself changes.
func buildSubseries(ctx context.Context, d *draft) (*Figure, error) {
	l, err := d.desk.Levels(ctx)
	if err != nil {
		return nil, err
	}
	last := wholeYear(l.Series)
	first := last - seasonalYears + 1
	for l.InMean(first) == nil && first < last {
		first++
	}
	means, _ := season(l, first, last)
	m := Multiples{Columns: 4}
	for y := first; y <= last; y++ {
		m.Slots = append(m.Slots, d.p.Year(data.Year(y)))
	}
	for i := range means {
		s := Series{}
		for y := first; y <= last; y++ {
			v := Missing()
			if all := l.InMean(y); all != nil {
				v = d.value(all[i])
			}
			s.Values = append(s.Values, v)
		}
		m.Panels = append(m.Panels, Multiple{
			Title:  d.p.PeriodWithin(data.Quarter(last, i+1), data.Current),
			Series: []Series{s}, Reference: &Reference{Value: means[i]},
		})
	}
	m.Words = d.seasonWords("subseries", l, last)
	d.note(d.p.Text("chart.subseries.mean"))
	return m.Figure()
}
