package native

import (
	"math"

	"yunxing/ui/chart"
	"yunxing/ui/i18n"
)

// moves plans a lying panel of points without bars: points over the values, with
// error bars for the stems, and the names of the rows as labels at the left.
func moves(st *chart.Style, p *chart.Panel, t *table, words i18n.Printer) *plan {
	n := len(p.Y.Slots)
	out := &plan{x: chart.Axis{Kind: chart.ValueAxis, Min: p.X.Min, Max: p.X.Max, Ticks: p.X.Ticks, Zero: p.X.Zero}, digits: axisDigits(p.X)}
	out.y = chart.Axis{Kind: chart.ValueAxis, Min: 0, Max: float64(n), Hidden: true}
	b := builder{st: st, t: t, n: n, words: words}
	height := make([]float64, n)
	for i := range height {
		height[i] = float64(n-i) - 0.5
	}
	g := group{form: points}
	var data []series
	for _, m := range p.Marks {
		pts, ok := m.(chart.Points)
		if !ok {
			continue
		}
		s := series{ink: st.Ink(pts.Role), marker: true, shape: pts.Shape, place: "r"}
		s.x = t.add(pts.Name, spread(n, pts.Data, known), digitsOf(pts.Data))
		s.dress(st, pts, pts.Data)
		for i, l := range s.labels {
			l.words = labelAt(pts.Data, i)
			if d := pts.Data[i]; d.V < d.Base {
				l.place = "l"
			}
			s.labels[i] = l
		}
		if pts.Stem {
			back := b.stems(pts)
			s.back = &back
		}
		data = append(data, s)
	}
	at := t.add(words.Text("native.row"), height, 1)
	edge := make([]float64, n)
	for i := range edge {
		edge[i] = p.X.Min
	}
	names := series{span: at, x: t.add(words.Text("native.edge"), edge, axisDigits(p.X)), unlisted: true, place: "l", labels: map[int]label{}}
	for i, slot := range p.Y.Slots {
		names.labels[i] = label{words: plain(slot.Label), bold: slot.Strong}
	}
	for _, s := range data {
		x := s.x
		s.span, s.titled = at, &x
		s.name = x.name
		g.series = append(g.series, s)
	}
	g.series = append(g.series, names)
	out.groups = []group{g}
	return out
}

// stems returns how far back the stem of each value reaches.
func (b builder) stems(m chart.Points) span {
	return b.add(b.words.Text("native.stem"), spread(b.n, m.Data, func(d chart.Datum) float64 {
		if !d.Known() || math.IsNaN(d.Base) {
			return math.NaN()
		}
		return d.V - d.Base
	}), digitsOf(m.Data))
}

// scatter plans a panel with values on both axes.
func scatter(st *chart.Style, p *chart.Panel, t *table) *plan {
	out := &plan{x: p.X, y: p.Y, digits: axisDigits(p.Y)}
	g := group{form: points}
	add := func(m chart.Mark, name string, ink chart.Ink, data []chart.Datum) *series {
		x, y := make([]float64, len(data)), make([]float64, len(data))
		for i, d := range data {
			x[i], y[i] = d.At, known(d)
		}
		s := series{ink: ink, place: "t", shape: ink.Marker}
		s.x = t.add("x", x, 0)
		s.span = t.add(name, y, digitsOf(data))
		indexed := make([]chart.Datum, len(data))
		for i, d := range data {
			d.At = float64(i)
			indexed[i] = d
		}
		s.dress(st, m, indexed)
		g.series = append(g.series, s)
		return &g.series[len(g.series)-1]
	}
	for _, m := range p.Marks {
		switch m := m.(type) {
		case chart.Line:
			s := add(m, m.Name, st.Ink(m.Role), m.Data)
			s.line, s.marker = true, m.Markers
		case chart.Points:
			s := add(m, m.Name, st.Ink(m.Role), m.Data)
			s.marker, s.shape = true, m.Shape
		case chart.Rule:
			ends := []chart.Datum{{At: p.X.Min}, {At: p.X.Max}}
			for i := range ends {
				ends[i].Value = chart.NewValue(m.Value, 1, chart.Published)
			}
			s := add(m, ruleName(m), st.Ink(m.Role), ends)
			s.line, s.dashed, s.labels = true, m.Dashed, nil
		}
	}
	if len(g.series) > 0 {
		out.groups = []group{g}
	}
	return out
}
