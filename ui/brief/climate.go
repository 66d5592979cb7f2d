package brief

import (
	"context"

	"yunxing/data"
	"yunxing/stats"
)

// Climate is the mood of enterprises: indices from 0 to 200 with 100 as the line
// between good and bad.
type Climate struct {
	Period     data.Period
	Climate    Mood
	Confidence Mood
	Sections   []Mood
}

// Mood is one index with that of the quarter before.
type Mood struct {
	Item   data.Item
	Now    data.Number
	Before data.Number
	Change data.Number
}

// Climate answers in what mood enterprises are. The survey is national, so the
// answer for any region is that of the nation.
func (d Desk) Climate(ctx context.Context) (Climate, error) {
	at, ok := d.sel.Period.In(data.Quarterly)
	q := data.Query{Indicator: "climate", Region: "000000", Measure: data.Index, Span: data.Current}
	if !ok {
		return Climate{}, d.absent(q)
	}
	series, err := d.byItem(ctx, q)
	if err != nil {
		return Climate{}, err
	}
	q.Indicator = "confidence"
	confidence, err := d.byItem(ctx, q)
	if err != nil {
		return Climate{}, err
	}
	mood := func(series map[string]data.Series, item string) Mood {
		s := series[item]
		it, _ := d.catalog.Item(item)
		m := Mood{Item: it, Now: s.At(at), Before: s.At(at.Add(-1))}
		m.Change = stats.Difference(m.Now, m.Before)
		return m
	}
	c := Climate{Period: at, Climate: mood(series, data.TotalItem), Confidence: mood(confidence, data.TotalItem)}
	if !c.Climate.Now.Known() {
		q.Indicator = "climate"
		return Climate{}, d.absent(q)
	}
	for _, item := range []string{"utilities", "manufacturing", "mining"} {
		if m := mood(series, item); m.Now.Known() {
			c.Sections = append(c.Sections, m)
		}
	}
	return c, nil
}
