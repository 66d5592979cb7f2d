package chart

import (
	"context"
	"math"

	"yunxing/data"
	"yunxing/forecast"
	"yunxing/ui/brief"
)

// buildParts draws a series of levels with its parts: trend, season and what
// remains, by local regression (STL).
func buildParts(ctx context.Context, d *draft) (*Figure, error) {
	l, err := d.desk.Levels(ctx)
	if err != nil {
		return nil, err
	}
	y := make([]float64, len(l.Series.Points))
	for i, n := range l.Series.Points {
		if n.Value <= 0 {
			return nil, ErrNothing // shares of a trend need levels above zero
		}
		y[i] = math.Log(n.Value)
	}
	parts, err := forecast.STL{Periodic: true, Robust: true}.Decompose(y, 4)
	if err != nil {
		return nil, ErrNothing
	}
	m := Multiples{ShareX: true, Free: true, FreeWord: d.p.Text("chart.own-scale")}
	for i := range l.Series.Points {
		at := l.Series.Start.Add(i)
		m.Slots = append(m.Slots, d.p.Text("chart.slot", "year", d.p.Year(at), "period", shortPeriod(d.p, at, data.Current)))
		year := ""
		if i == 0 || at.Number() == 1 {
			year = d.p.Year(at)
		}
		m.Short = append(m.Short, year)
	}
	unit := d.p.Unit(l.Unit)
	m.Panels = []Multiple{
		{Title: d.levelName(l), Unit: unit, Series: []Series{{Values: d.all(l.Series.Points)}}},
		{Title: d.p.Text("chart.parts.trend"), Unit: unit, Series: []Series{{Values: estimates(l, parts.Trend, math.Exp)}}},
		{Title: d.p.Text("chart.parts.season"), Unit: d.p.Text("chart.unit.percent"), Series: []Series{{Values: estimates(l, parts.Seasonal, percent)}}, Reference: &Reference{Value: 0}},
		{Title: d.p.Text("chart.parts.rest"), Unit: d.p.Text("chart.unit.percent"), Series: []Series{{Values: estimates(l, parts.Remainder, percent)}}, Reference: &Reference{Value: 0}},
	}
	d.seen[data.Estimated] = true
	m.Words = d.partWords(l, parts)
	return m.Figure()
}

// percent turns the logarithm of a ratio into per cent above one.
func percent(x float64) float64 { return 100 * math.Expm1(x) }

// estimates returns a part of levels as estimated values with their references.
func estimates(l brief.Levels, part []float64, scale func(float64) float64) []Value {
	out := make([]Value, len(part))
	for i, x := range part {
		v := NewValue(scale(x), 1, Estimated)
		for _, r := range l.Series.Points[i].Refs {
			v.Refs = append(v.Refs, int64(r))
		}
		out[i] = v
	}
	return out
}

// partWords says how the trend moved in the last quarter.
func (d *draft) partWords(l brief.Levels, parts forecast.Decomposition) Words {
	n := len(parts.Trend) - 1
	last := l.Series.Start.Add(n)
	trend := data.From(percent(parts.Trend[n]-parts.Trend[n-1]), math.NaN(), math.NaN(), 1)
	name := d.levelName(l)
	years := d.years(l.Series.Start.Year(), last.Year())
	key := "chart.parts.headline"
	if rounded(trend) == 0 {
		key = "chart.parts.level"
	}
	return Words{
		Headline: d.p.Text(key, "region", d.region(), "name", d.inside(name), "period", d.p.Period(last, data.Current), "verb", d.grew(trend)),
		Subtitle: d.p.Text("chart.parts.subtitle", "region", d.region(), "name", name, "years", years),
		Caption:  d.p.Text("chart.parts.caption", "region", d.region(), "name", d.inside(name), "years", years),
	}
}
