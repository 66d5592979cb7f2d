package native

import (
	"math"
	"slices"

	"yunxing/ui/chart"
	"yunxing/ui/i18n"
)

// Widths of what stands in a row, as gaps in per cent of the bar.
const (
	zoneGap  = 20
	tickSize = 2.25 // thickness of a stroke in points
)

// lying plans a panel whose rows run from top to bottom: bars, with short strokes
// for what they are compared with. Shaded ranges are wide bars behind them.
func lying(st *chart.Style, p *chart.Panel, t *table, words i18n.Printer) *plan {
	out := &plan{x: p.Y, y: p.X, lying: true, places: t.places(), names: t.labels}
	b := builder{st: st, t: t, n: len(p.Y.Slots), panel: p.Title, words: words}
	front := group{form: columns, gap: 45, overlap: 100}
	var compared []series
	for _, m := range p.Marks {
		switch m := m.(type) {
		case chart.Bars:
			if m.Share > 0 {
				front.gap = gapOf(m.Share)
			}
			if floats(p, m) {
				front.stacked = true
				front.series = append(front.series, b.floating(m)...)
				continue
			}
			s := series{
				span: b.add(m.Name, spread(b.n, m.Data, known), digitsOf(m.Data)),
				ink:  st.Ink(m.Role), fill: 1, place: "outEnd",
			}
			if m.Stacked {
				front.stacked, s.place = true, "ctr"
			}
			s.dress(st, m, m.Data)
			front.series = append(front.series, s)
		case chart.Points:
			compared = append(compared, b.strokes(m))
		case chart.Rule:
			if !m.Across {
				s := b.rule(m)
				s.line, s.stroke = false, tickSize
				compared = append(compared, s)
			}
		}
	}
	strokes := group{form: columns, gap: front.gap, overlap: 100, hidden: true}
	if front.stacked { // strokes would be stacked upon the bars
		strokes.series = compared
	} else {
		front.series = append(front.series, compared...)
	}
	inside(front.series, p.X)
	zones := b.zones(p)
	if len(zones.series) > 0 {
		out.groups = append(out.groups, zones)
		front.hidden = true
		front.gap = max(front.gap, 100)
	}
	for _, g := range []group{front, strokes} {
		if len(g.series) > 0 {
			out.groups = append(out.groups, g)
		}
	}
	out.digits = axisDigits(p.X)
	return out
}

// inside moves the labels of bars to their feet where strokes stand beyond their ends
// and the bar has room.
func inside(all []series, a chart.Axis) {
	if !slices.ContainsFunc(all, func(s series) bool { return s.stroke > 0 }) {
		return
	}
	const roomy = 0.3
	for _, s := range all {
		for i, l := range s.labels {
			if s.stroke == 0 && math.Abs(s.values[i]) > roomy*(a.Max-a.Min) {
				l.place = "inBase"
				s.labels[i] = l
			}
		}
	}
}

// strokes returns single values as short strokes across the row.
func (b builder) strokes(m chart.Points) series {
	s := series{span: b.add(m.Name, spread(b.n, m.Data, known), digitsOf(m.Data)), ink: b.st.Ink(m.Role), stroke: tickSize}
	s.dress(b.st, m, m.Data)
	s.place = "outEnd"
	return s
}

// zones returns the shaded ranges of a panel as overlapping bars, the one that
// reaches farthest behind.
func (b builder) zones(p *chart.Panel) group {
	g := group{form: columns, gap: zoneGap, overlap: 100}
	for i := len(p.Marks) - 1; i >= 0; i-- {
		z, ok := p.Marks[i].(chart.Zone)
		if !ok || z.Across {
			continue
		}
		ink := chart.Ink{Color: b.st.Zone[min(max(z.Step, 0), len(b.st.Zone)-1)]}
		g.series = append(g.series, series{span: b.reach(z, p.X.Max), legend: z.Name, ink: ink, fill: 1})
	}
	return g
}

// reach returns how far a shaded range reaches: to its bound or, if it has none, to
// the end of the axis.
func (b builder) reach(z chart.Zone, end float64) span {
	open := math.IsInf(z.Hi, 0)
	values := make([]float64, b.n)
	for i := range values {
		if values[i] = z.Hi; open {
			values[i] = end
		}
	}
	if open {
		return b.help(z.Name, values, 0, nil)
	}
	return b.add(b.words.Text("native.upper", "band", z.Name), values, 0)
}
