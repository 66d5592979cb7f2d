package chart

import (
	"context"

	"yunxing/data"
	"yunxing/ui/brief"
)

// buildClimate draws in what mood enterprises are: the indices of the quarter
// against the line of 100, with those of the quarter before.
func buildClimate(ctx context.Context, d *draft) (*Figure, error) {
	c, err := d.desk.Climate(ctx)
	if err != nil {
		return nil, err
	}
	when := d.p.Period(c.Period, data.Current)
	f := Compared{
		Words: Words{
			Headline: d.climateWords(c, when),
			Subtitle: d.p.Text("chart.climate.subtitle", "period", when),
			Caption:  d.p.Text("chart.climate.caption", "period", when),
		},
		Name:       when,
		Marks:      []ComparedMark{{Name: d.p.Period(c.Period.Add(-1), data.Current), Role: Total, Shape: Ring}},
		References: []Reference{{Name: d.p.Text("chart.climate.line"), Value: par}},
	}
	f.Rows = append(f.Rows, d.moodRow(d.p.Text("chart.climate.all"), c.Climate, true))
	for _, m := range c.Sections {
		f.Rows = append(f.Rows, d.moodRow(d.p.Text("chart.climate.section", "item", d.inside(d.p.ItemShort(m.Item))), m, false))
	}
	f.Rows = append(f.Rows, d.moodRow(d.p.Text("chart.climate.confidence"), c.Confidence, true))
	d.note(d.p.Text("chart.climate.national"))
	d.noteDerived()
	return f.Figure()
}

// moodRow returns the bar of an index: one below 100 in the second colour.
func (d *draft) moodRow(name string, m brief.Mood, strong bool) ComparedRow {
	row := ComparedRow{Name: name, Value: d.value(m.Now), Marks: []Value{d.value(m.Before)}, Strong: strong}
	if m.Now.Known() && rounded(m.Now) < par {
		row.Role, row.Own = Second, true
	}
	return row
}

// climateWords gives the index and names the sections below 100.
func (d *draft) climateWords(c brief.Climate, when string) string {
	var low []string
	for _, m := range c.Sections {
		if rounded(m.Now) < par {
			low = append(low, d.p.Text("chart.climate.low", "item", d.inside(d.p.ItemShort(m.Item)), "value", d.p.Number(m.Now)))
		}
	}
	text := d.p.Text("chart.climate.headline", "period", when, "value", d.p.Number(c.Climate.Now))
	if len(low) == 0 {
		return text
	}
	return d.join(text, d.p.Text("chart.climate.below", "items", d.p.List(low...)))
}
