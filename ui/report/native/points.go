package native

import (
	"math"
	"slices"
	"strconv"

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
	var marks []chart.Points
	for _, m := range p.Marks {
		pts, ok := m.(chart.Points)
		if !ok {
			continue
		}
		data, marks = append(data, b.points(pts)), append(marks, pts)
	}
	for i, pts := range marks {
		if pts.Stem {
			back := b.stems(pts, data[i].x, data)
			data[i].back = &back
		}
	}
	at := b.help(words.Text("native.row"), height, 1, nil)
	names := b.rowNames(p, at)
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

// points returns points with labels that read the cells of their values, on the side
// that lies away from where they come from.
func (b builder) points(m chart.Points) series {
	s := series{ink: b.st.Ink(m.Role), marker: true, shape: m.Shape, place: "r"}
	s.x = b.t.add(m.Name, spread(b.n, m.Data, known), digitsOf(m.Data))
	s.dress(b.st, m, m.Data)
	read := s.x
	s.read = &read
	for _, d := range m.Data {
		l, ok := s.labels[int(d.At)]
		if !ok {
			continue
		}
		l.words = d.Label
		if d.V < d.Base {
			l.place = "l"
		}
		s.labels[int(d.At)] = l
	}
	return s
}

// rowNames returns the names of the rows as labels at the left edge, at the heights of
// a column.
func (b builder) rowNames(p *chart.Panel, at span) series {
	edge := make([]float64, b.n)
	for i := range edge {
		edge[i] = p.X.Min
	}
	read := b.t.places()
	out := series{read: &read, span: at, unlisted: true, place: "l", labels: map[int]label{}}
	out.x = b.help(b.words.Text("native.edge"), edge, axisDigits(p.X), nil)
	for i, slot := range p.Y.Slots {
		out.labels[i] = label{words: plain(slot.Label), bold: slot.Strong}
	}
	return out
}

// stems returns how far back the stem of each value reaches: to zero, or to the value
// of another series.
func (b builder) stems(m chart.Points, x span, all []series) span {
	base := spread(b.n, m.Data, func(d chart.Datum) float64 { return d.Base })
	back := nans(b.n)
	for i := range back {
		back[i] = x.values[i] - base[i]
	}
	other := slices.IndexFunc(all, func(s series) bool { return s.x.at != x.at && reaches(back, base, s.x.values) })
	return b.help(b.words.Text("native.stem"), back, x.digits, func(i int) string {
		if other >= 0 {
			return x.cell(i) + "-" + all[other].x.cell(i)
		}
		return x.cell(i) + "-(" + strconv.FormatFloat(base[i], 'g', -1, 64) + ")"
	})
}

// reaches reports whether all stems begin at the values of a column.
func reaches(back, base, values []float64) bool {
	for i, v := range values {
		if !math.IsNaN(back[i]) && base[i] != v {
			return false
		}
	}
	return true
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
