package chart

import (
	"context"

	"yunxing/data"
	"yunxing/stats"
)

// moodQuarters is how many quarters the mood is followed over.
const moodQuarters = 12

// buildMood draws the course of the climate and the confidence index against the
// line of 100. The scale runs from 0 to 200 and is cut; it says so.
func buildMood(ctx context.Context, d *draft) (*Figure, error) {
	climate, confidence, err := d.desk.Moods(ctx)
	if err != nil {
		return nil, err
	}
	end, ok := d.at().In(data.Quarterly)
	if !ok || !climate.At(end).Known() {
		return nil, ErrNothing
	}
	c := Courses{
		Unit:       d.p.Text("chart.mood.unit"),
		References: []Reference{{Name: d.p.Text("chart.climate.line"), Value: par}},
		Lines: []Course{
			{Series: Series{Name: d.p.Text("chart.climate.all")}, Role: Accent},
			{Series: Series{Name: d.p.Text("chart.climate.confidence")}, Role: Second},
		},
	}
	for i := moodQuarters - 1; i >= 0; i-- {
		at := end.Add(-i)
		if len(c.Slots) == 0 && !climate.At(at).Known() && !confidence.At(at).Known() {
			continue
		}
		c.Slots = append(c.Slots, d.p.Text("chart.slot", "year", d.p.Year(at), "period", shortPeriod(d.p, at, data.Current)))
		c.Lines[0].Values = append(c.Lines[0].Values, d.value(climate.At(at)))
		c.Lines[1].Values = append(c.Lines[1].Values, d.value(confidence.At(at)))
	}
	when := d.p.Period(end, data.Current)
	c.Words = Words{
		Headline: d.join(
			d.p.Text("chart.climate.headline", "period", when, "value", d.p.Number(climate.At(end))),
			d.moodChange(stats.Difference(climate.At(end), climate.At(end.Add(-1))))),
		Subtitle: d.p.Text("chart.mood.subtitle"),
		Caption:  d.p.Text("chart.mood.caption", "period", when),
	}
	d.note(d.p.Text("chart.climate.national"))
	d.noteDerived()
	return c.Figure()
}

// moodChange says how an index moved since the quarter before; it is empty where that
// is not known.
func (d *draft) moodChange(by data.Number) string {
	if !by.Known() {
		return ""
	}
	key := "chart.mood.level"
	switch v := rounded(by); {
	case v > 0:
		key = "chart.mood.higher"
	case v < 0:
		key = "chart.mood.lower"
	}
	return d.p.Text(key, "d", d.p.Number(size(by)))
}
