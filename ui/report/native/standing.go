package native

import (
	"math"
	"slices"

	"yunxing/ui/chart"
	"yunxing/ui/i18n"
)

// standing plans a panel whose places run from left to right.
func standing(st *chart.Style, p *chart.Panel, t *table, words i18n.Printer) *plan {
	out := &plan{x: p.X, y: p.Y, places: t.places(), names: t.labels}
	n := len(p.X.Slots)
	b := builder{st: st, t: t, n: n, words: words, panel: p.Title, down: p.Y.Down}
	bars, lines := b.columns(p), b.lines(p)
	for _, g := range []group{b.fan(p, lines), bars, lines} { // from behind
		if len(g.series) > 0 {
			out.groups = append(out.groups, g)
		}
	}
	out.digits = axisDigits(p.Y)
	return out
}

// A builder fills the table of a panel and plans its series.
type builder struct {
	st    *chart.Style
	t     *table
	n     int
	words i18n.Printer
	panel string
	down  bool // the axis of values runs downwards
}

// add adds a column. A series without a name has that of its panel.
func (b builder) add(name string, values []float64, digits int) span {
	if name == "" {
		name = b.panel
	}
	return b.t.add(name, values, digits)
}

// help adds a helper, of values that follow from other cells by a formula.
func (b builder) help(name string, values []float64, digits int, formula func(i int) string) span {
	return b.t.help(b.words.Text("native.helper", "name", name), values, digits, formula)
}

// columns returns the bars of a panel. Bars that neither stand on zero nor on each
// other float on a clear one.
func (b builder) columns(p *chart.Panel) group {
	g := group{form: columns, gap: gapOf(b.st.BarShare), overlap: 0}
	for _, m := range p.Marks {
		bars, ok := m.(chart.Bars)
		if !ok {
			continue
		}
		if bars.Share > 0 {
			g.gap = gapOf(bars.Share)
		}
		if floats(p, bars) {
			g.stacked, g.overlap = true, 100
			g.series = append(g.series, b.floating(bars)...)
			continue
		}
		if bars.Stacked {
			g.stacked, g.overlap = true, 100
		}
		s := series{
			span: b.add(bars.Name, spread(b.n, bars.Data, known), digitsOf(bars.Data)),
			ink:  b.st.Ink(bars.Role), fill: 1, place: "outEnd",
		}
		if g.stacked {
			s.place = "ctr"
		}
		s.dress(b.st, bars, bars.Data)
		if bars.Inside {
			s.keepRoomy(p.Y)
		}
		g.series = append(g.series, s)
	}
	return g
}

// keepRoomy drops the labels that their parts have no room for.
func (s *series) keepRoomy(a chart.Axis) {
	const least = 0.07
	for i := range s.labels {
		if math.Abs(s.values[i]) < least*(a.Max-a.Min) {
			delete(s.labels, i)
		}
	}
}

// gapOf returns the gap between columns in per cent of their width where they fill
// a share of their place.
func gapOf(share float64) int { return int(math.Round((1 - share) / share * 100)) }

// labelAt returns the label at a place.
func labelAt(data []chart.Datum, at int) string {
	for _, d := range data {
		if int(d.At) == at {
			return d.Label
		}
	}
	return ""
}

// lines returns the lines, points and reference lines of a panel.
func (b builder) lines(p *chart.Panel) group {
	g := group{form: lines}
	for _, m := range p.Marks {
		switch m := m.(type) {
		case chart.Line:
			g.series = append(g.series, b.line(m, len(bandsOf(p)) > 0)...)
		case chart.Points:
			s := series{
				span: b.add(m.Name, spread(b.n, m.Data, known), digitsOf(m.Data)),
				ink:  b.st.Ink(m.Role), marker: true, shape: m.Shape, place: "t",
			}
			s.dress(b.st, m, m.Data)
			g.series = append(g.series, s)
		case chart.Rule:
			if !m.Across {
				g.series = append(g.series, b.rule(m))
			}
		}
	}
	return g
}

// rule returns a reference line.
func (b builder) rule(m chart.Rule) series {
	values := make([]float64, b.n)
	for i := range values {
		values[i] = m.Value
	}
	return series{span: b.add(ruleName(m), values, 1), ink: b.st.Ink(m.Role), line: true, dashed: m.Dashed}
}

// ruleName returns the name of a reference line, its value where it has none.
func ruleName(m chart.Rule) string {
	if m.Name == "" {
		return chart.Number(m.Value, 0)
	}
	return m.Name
}

// line returns a line; what is projected is a dashed line of its own, which goes
// on from the last value that is known. Where it has bands it is named for what it is:
// its own name tells the figure, which can be edited.
func (b builder) line(m chart.Line, banded bool) []series {
	facts, ahead := nans(b.n), nans(b.n)
	last, projected := -1, false
	for _, d := range m.Data {
		i := int(d.At)
		if !d.Known() || i < 0 || i >= b.n {
			continue
		}
		if d.Status == chart.Projected {
			ahead[i], projected = d.V, true
			continue
		}
		facts[i], last = d.V, i
	}
	ink := b.st.Ink(m.Role)
	s := series{ink: ink, role: m.Role, line: true, marker: m.Markers, shape: ink.Marker, dashed: len(ink.Dash) > 0, place: "t"}
	digits := digitsOf(m.Data)
	if !projected {
		s.span = b.add(m.Name, facts, digits)
		s.dress(b.st, m, m.Data)
		b.ends(&s, m, last)
		return []series{s}
	}
	s.span = b.add(b.words.Text("native.known"), facts, digits)
	name := m.Name
	if banded || m.End != "" {
		name = b.words.Text("native.projected")
	}
	next := s
	next.span, next.dashed = b.add(name, ahead, digits), true
	s.dress(b.st, m, m.Data)
	next.labels = map[int]label{}
	for i, v := range ahead {
		if !math.IsNaN(v) {
			delete(s.labels, i)
			next.labels[i] = label{bold: true}
		}
	}
	if last >= 0 {
		next.titled = &span{}
		*next.titled = next.span
		next.span = b.joined(s.span, next.span, last)
	}
	return []series{s, next}
}

// joined returns a column of what is ahead that begins with the last value known.
func (b builder) joined(facts, ahead span, last int) span {
	values := slices.Clone(ahead.values)
	values[last] = facts.values[last]
	return b.help(ahead.head, values, ahead.digits, func(i int) string {
		if i == last {
			return facts.cell(i)
		}
		return ahead.cell(i)
	})
}

// ends names a line at its ends where the picture does, instead of in the legend:
// lines between two times, and places on an axis that runs downwards.
func (b builder) ends(s *series, m chart.Line, last int) {
	if m.Start == "" && !b.down || last < 0 {
		return
	}
	s.unlisted = true
	bold := m.Role == chart.Accent
	s.labels[last] = label{words: m.Name, bold: bold, place: "r"}
	if m.Start != "" {
		s.labels[0] = label{words: m.Start, bold: bold, place: "l"}
	}
}

// axisDigits returns how many decimals the labels of an axis have.
func axisDigits(a chart.Axis) int {
	n := 0
	for _, t := range a.Ticks {
		for i, r := range t.Label {
			if r == '.' {
				n = max(n, len(t.Label)-i-1)
			}
		}
	}
	return n
}
