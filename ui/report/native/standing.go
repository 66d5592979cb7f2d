package native

import (
	"math"

	"yunxing/ui/chart"
	"yunxing/ui/i18n"
)

// standing plans a panel whose places run from left to right.
func standing(st *chart.Style, p *chart.Panel, t *table, words i18n.Printer) *plan {
	out := &plan{x: p.X, y: p.Y, places: t.places(), names: t.labels}
	n := len(p.X.Slots)
	b := builder{st: st, t: t, n: n, words: words, panel: p.Title, down: p.Y.Down}
	if g, ok := b.fan(p); ok {
		out.groups = append(out.groups, g)
	}
	if g, ok := b.columns(p); ok {
		out.groups = append(out.groups, g)
	}
	if g, ok := b.lines(p); ok {
		out.groups = append(out.groups, g)
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

// fan returns the bands of a panel as stacked areas: a clear one up to the lowest
// bound, then from bound to bound. Bands lie within each other, widest first.
func (b builder) fan(p *chart.Panel) (group, bool) {
	var bounds [][]float64 // from the lowest to the highest
	var steps []chart.Band
	for _, m := range p.Marks {
		band, ok := m.(chart.Band)
		if !ok {
			continue
		}
		lo := spread(b.n, band.Data, func(d chart.Datum) float64 { return d.Lo })
		hi := spread(b.n, band.Data, func(d chart.Datum) float64 { return d.Hi })
		k := len(steps)
		bounds = append(bounds[:k], append([][]float64{lo, hi}, bounds[k:]...)...)
		steps = append(steps, band)
	}
	if len(steps) == 0 {
		return group{}, false
	}
	b.close(bounds, p)
	g := group{form: areas, stacked: true}
	low := b.add(b.boundName(steps, 0), bounds[0], 1)
	g.series = append(g.series, series{span: low, unlisted: true})
	for i := 1; i < len(bounds); i++ {
		width := make([]float64, b.n)
		for j := range width {
			width[j] = bounds[i][j] - bounds[i-1][j]
		}
		step := min(i-1, len(bounds)-1-i)
		s := series{
			span: b.add(b.boundName(steps, i), width, 1), ink: b.st.Ink(steps[step].Role), fill: b.opacity(step),
			unlisted: i > len(bounds)/2,
		}
		g.series = append(g.series, s)
	}
	return g, true
}

// close lets the bounds of a place without a band be the value that is known there:
// an area takes an empty cell for zero.
func (b builder) close(bounds [][]float64, p *chart.Panel) {
	for _, m := range p.Marks {
		l, ok := m.(chart.Line)
		if !ok || l.Role != chart.Accent {
			continue
		}
		for i, v := range spread(b.n, l.Data, known) {
			for _, bound := range bounds {
				if math.IsNaN(bound[i]) {
					bound[i] = v
				}
			}
		}
	}
}

// boundName names the i-th column of a fan: the lowest bound, then the way from
// bound to bound.
func (b builder) boundName(steps []chart.Band, i int) string {
	if i == 0 {
		return b.words.Text("native.lower", "band", steps[0].Name)
	}
	return b.words.Text("native.band", "band", steps[min(i-1, 2*len(steps)-1-i)].Name)
}

// opacity returns how strong the tint of a band is, the widest first: tints that
// lie upon each other in a picture stand beside each other here.
func (b builder) opacity(step int) float64 {
	left := 1.0
	for i := range min(step+1, len(b.st.BandAlpha)) {
		left *= 1 - b.st.BandAlpha[i]
	}
	return 1 - left
}

// columns returns the bars of a panel. Bars that neither stand on zero nor on each
// other float on a clear one.
func (b builder) columns(p *chart.Panel) (group, bool) {
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
	return g, len(g.series) > 0
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

// floats reports whether bars start elsewhere than at zero, and not on each other.
func floats(p *chart.Panel, b chart.Bars) bool {
	if others := bars(p); b.Stacked && others > 1 {
		return false
	}
	for _, d := range b.Data {
		if d.Known() && d.Base != 0 {
			return true
		}
	}
	return false
}

// floating returns bars from base to value as three stacked columns: a clear one
// up to the bar, and the parts of the bar above and below zero.
func (b builder) floating(bars chart.Bars) []series {
	clear, above, below := nans(b.n), nans(b.n), nans(b.n)
	for _, d := range bars.Data {
		i := int(d.At)
		if !d.Known() || i < 0 || i >= b.n {
			continue
		}
		end := d.V
		if bars.Stacked {
			end += d.Base
		}
		lo, hi := min(d.Base, end), max(d.Base, end)
		switch {
		case lo >= 0:
			clear[i], above[i] = lo, hi-lo
		case hi <= 0:
			clear[i], below[i] = hi, lo-hi
		default:
			above[i], below[i] = hi, lo
		}
	}
	digits := digitsOf(bars.Data)
	b.add(bars.Name, spread(b.n, bars.Data, known), digits)
	out := []series{
		{span: b.add(b.words.Text("native.base"), clear, digits), unlisted: true},
		{span: b.add(b.words.Text("native.above"), above, digits), ink: b.st.Ink(bars.Role), fill: 1, unlisted: true, place: "ctr"},
		{span: b.add(b.words.Text("native.below"), below, digits), ink: b.st.Ink(bars.Role), fill: 1, unlisted: true, place: "ctr"},
	}
	for i := range out[1:] {
		s := &out[i+1]
		s.dress(b.st, bars, bars.Data)
		other := out[2-i].values
		for at, l := range s.labels {
			if math.IsNaN(s.values[at]) || math.Abs(other[at]) > math.Abs(s.values[at]) {
				delete(s.labels, at)
				continue
			}
			l.words = labelAt(bars.Data, at)
			s.labels[at] = l
		}
	}
	return out
}

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
func (b builder) lines(p *chart.Panel) (group, bool) {
	g := group{form: lines}
	for _, m := range p.Marks {
		switch m := m.(type) {
		case chart.Line:
			g.series = append(g.series, b.line(m)...)
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
	return g, len(g.series) > 0
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
// on from the last value that is known.
func (b builder) line(m chart.Line) []series {
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
	s := series{ink: ink, line: true, marker: m.Markers, shape: ink.Marker, dashed: len(ink.Dash) > 0, place: "t"}
	digits := digitsOf(m.Data)
	if !projected {
		s.span = b.add(m.Name, facts, digits)
		s.dress(b.st, m, m.Data)
		b.ends(&s, m, last)
		return []series{s}
	}
	if last >= 0 {
		ahead[last] = facts[last]
	}
	s.span = b.add(b.words.Text("native.known"), facts, digits)
	next := s
	next.span, next.dashed = b.add(m.Name, ahead, digits), true
	s.dress(b.st, m, m.Data)
	next.labels = map[int]label{}
	for i, v := range ahead {
		if !math.IsNaN(v) && i != last {
			delete(s.labels, i)
			next.labels[i] = label{bold: true}
		}
	}
	return []series{s, next}
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
