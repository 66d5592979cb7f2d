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
	zones := b.zones(p)
	front := group{form: columns, gap: 45, overlap: 100}
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
			front.series = append(front.series, b.strokes(m))
		case chart.Rule:
			if !m.Across {
				s := b.rule(m)
				s.line, s.stroke = false, tickSize
				front.series = append(front.series, s)
			}
		}
	}
	inside(front.series, p.X)
	if len(zones.series) > 0 {
		out.groups = append(out.groups, zones)
		front.hidden = true
		front.gap = max(front.gap, 100)
	}
	if len(front.series) > 0 {
		out.groups = append(out.groups, front)
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
		hi := make([]float64, b.n)
		for j := range hi {
			hi[j] = math.Min(z.Hi, p.X.Max)
		}
		ink := chart.Ink{Color: b.st.Zone[min(max(z.Step, 0), len(b.st.Zone)-1)]}
		g.series = append(g.series, series{span: b.add(z.Name, hi, 0), ink: ink, fill: 1})
	}
	return g
}
