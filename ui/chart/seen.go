package chart

import (
	"math"
	"slices"
)

// Seen is what a reader has chosen to see of a figure: the series that are switched
// off, by name, and the part of the slots that is shown. Its zero value shows all.
type Seen struct {
	Off      []string
	From, To float64 // along the slots, or the axis at the bottom; equal for all
}

// All reports whether the whole figure is seen.
func (s Seen) All() bool { return len(s.Off) == 0 && !s.Zoomed() }

// Zoomed reports whether only a part of the slots is seen.
func (s Seen) Zoomed() bool { return s.From < s.To }

// Toggle switches a series off, or on again.
func (s Seen) Toggle(name string) Seen {
	if i := slices.Index(s.Off, name); i >= 0 {
		s.Off = slices.Delete(slices.Clone(s.Off), i, i+1)
		return s
	}
	s.Off = append(slices.Clone(s.Off), name)
	return s
}

// leastSlots is how many slots are seen at the least.
const leastSlots = 2

// Between shows the slots that lie between two places of f; the places of all its
// slots show it whole.
func (s Seen) Between(f *Figure, a, b float64) Seen {
	lo, hi := extent(f)
	least := hi - lo
	if len(f.Panels) > 0 && f.Panels[0].category() != nil {
		least = min(leastSlots, hi-lo)
	} else {
		least *= 0.001
	}
	a, b = min(a, b), max(a, b)
	if b-a < least {
		a, b = (a+b-least)/2, (a+b+least)/2
	}
	switch {
	case b-a >= hi-lo:
		a, b = 0, 0
	case a < lo:
		a, b = lo, b+lo-a
	case b > hi:
		a, b = a+hi-b, hi
	}
	s.From, s.To = a, b
	return s
}

// Zoom shows less of f where factor is below 1, more where it is above; what lies at
// a place stays there.
func (s Seen) Zoom(f *Figure, at, factor float64) Seen {
	lo, hi := s.span(f)
	return s.Between(f, at-(at-lo)*factor, at+(hi-at)*factor)
}

// Pan moves what is seen of f along by so many slots; a figure seen whole stays.
func (s Seen) Pan(f *Figure, by float64) Seen {
	if !s.Zoomed() {
		return s
	}
	return s.Between(f, s.From+by, s.To+by)
}

// Place returns the place in f of a place in what is seen of it.
func (s Seen) Place(f *Figure, at float64) float64 {
	if !s.Zoomed() || len(f.Panels) == 0 {
		return at
	}
	return at + newStretch(&f.Panels[0], s).shift
}

// Part returns the names of the first and the last slot that are seen of f, empty
// where it is seen whole or has no slots.
func (s Seen) Part(f *Figure) (from, to string) {
	if !s.Zoomed() || len(f.Panels) == 0 || f.Panels[0].category() == nil {
		return "", ""
	}
	c := newStretch(&f.Panels[0], s)
	slots := f.Panels[0].category().Slots
	return slots[int(c.from)].Label, slots[int(c.to)].Label
}

// span returns the places between which f is seen.
func (s Seen) span(f *Figure) (from, to float64) {
	if s.Zoomed() {
		return s.From, s.To
	}
	return extent(f)
}

// Middle returns the place in the middle of what is seen of f.
func (s Seen) Middle(f *Figure) float64 {
	from, to := s.span(f)
	return (from + to) / 2
}

// extent returns the places at which the slots of the first panel begin and end, or
// the bounds of its axis at the bottom.
func extent(f *Figure) (lo, hi float64) {
	if len(f.Panels) == 0 {
		return 0, 0
	}
	return f.Panels[0].extent()
}

// extent returns the places at which the slots of a panel begin and end, or the
// bounds of its axis at the bottom. Tables and maps are seen whole: they have none.
func (p *Panel) extent() (lo, hi float64) {
	if p.X.Kind == CategoryAxis && p.Y.Kind == CategoryAxis {
		return 0, 0
	}
	if c := p.category(); c != nil {
		return -0.5, float64(len(c.Slots)) - 0.5
	}
	return p.X.Min, p.X.Max
}

// off is a mark that is switched off: of it, the name alone is drawn, faintly.
type off struct{ Mark }

func (off) kind() string  { return "off" }
func (off) data() []Datum { return nil }

// blank is a mark of which nothing is left.
type blank struct{}

func (blank) kind() string  { return "blank" }
func (blank) name() string  { return "" }
func (blank) data() []Datum { return nil }

// See returns the figure as it is seen: scales follow what is left, and the places of
// marks in their panels stay. Series that are switched off keep their names.
func (f *Figure) See(s Seen) *Figure {
	if s.All() {
		return f
	}
	out := *f
	out.Panels = slices.Clone(f.Panels)
	lo, hi := extent(f)
	for i := range out.Panels {
		p := &out.Panels[i]
		p.Marks = slices.Clone(p.Marks)
		if a, b := p.extent(); s.Zoomed() && a == lo && b == hi {
			newStretch(p, s).panel(p)
		}
		p.silence(s.Off)
	}
	rescale(f.Panels, out.Panels)
	return &out
}

// Only returns the figure as it is seen, without the names of what is switched off:
// the one to write into files.
func (f *Figure) Only(s Seen) *Figure {
	out := *f.See(s)
	out.Panels = slices.Clone(out.Panels)
	for i := range out.Panels {
		out.Panels[i].Marks = slices.DeleteFunc(slices.Clone(out.Panels[i].Marks), unseen)
	}
	return &out
}

// Empty reports whether no value is left in the figure.
func (f *Figure) Empty() bool {
	for i := range f.Panels {
		for _, m := range f.Panels[i].Marks {
			if _, band := m.(Band); !band && lastKnown(m.data()) >= 0 {
				return false
			}
		}
	}
	return true
}

// unseen reports whether nothing but a name is left of a mark.
func unseen(m Mark) bool {
	switch m.(type) {
	case off, blank:
		return true
	}
	return false
}

// silence switches the marks with these names off and closes the gaps they leave:
// parts are stacked anew, columns move together.
func (p *Panel) silence(names []string) {
	any := false
	for i, m := range p.Marks {
		if m.name() != "" && slices.Contains(names, m.name()) {
			p.Marks[i], any = off{m}, true
		}
	}
	if any {
		p.restack()
		p.regroup()
	}
}

// restack puts the parts that are left on top of each other.
func (p *Panel) restack() {
	up, down := map[float64]float64{}, map[float64]float64{}
	for i, m := range p.Marks {
		bars, ok := m.(Bars)
		if !ok || !bars.Stacked {
			continue
		}
		bars.Data = slices.Clone(bars.Data)
		for j, d := range bars.Data {
			if !d.Known() {
				continue
			}
			side := up
			if d.V < 0 {
				side = down
			}
			bars.Data[j].Base = side[d.At]
			side[d.At] += d.V
		}
		p.Marks[i] = bars
	}
}

// regroup gives the columns that are left the whole slot.
func (p *Panel) regroup() {
	var lanes []int
	for _, m := range p.Marks {
		if b, ok := m.(Bars); ok && b.Lanes > 1 && !slices.Contains(lanes, b.Lane) {
			lanes = append(lanes, b.Lane)
		}
	}
	slices.Sort(lanes)
	for i, m := range p.Marks {
		if b, ok := m.(Bars); ok && b.Lanes > 1 {
			b.Lane, b.Lanes = slices.Index(lanes, b.Lane), len(lanes)
			p.Marks[i] = b
		}
	}
}

// rescale fits the scales of the panels to what is left of them; panels that had the
// same scale keep one.
func rescale(before, after []Panel) {
	for i := range after {
		var values []float64
		bars := false
		for j := range after {
			if a, b := before[i].measure(), before[j].measure(); a.Min == b.Min && a.Max == b.Max && a.Unit == b.Unit {
				values = append(values, after[j].values()...)
				bars = bars || after[j].stands()
			}
		}
		after[i].fit(values, bars)
	}
}

// fit gives a panel a scale for values. Lying panels with ticks keep theirs, since it
// is that of the ranges behind them.
func (p *Panel) fit(values []float64, bars bool) {
	axis := p.measure()
	if len(values) == 0 || axis.Kind != ValueAxis || p.Right != nil {
		return // two axes that belong together stay as they are
	}
	zero := axis.Zero
	switch {
	case axis.Hidden:
		*axis = tight(values)
	case p.Lying():
		return
	default:
		*axis = scaleOf(values, bars, axis.Unit, min(max(len(axis.Ticks)-1, 3), 6))
	}
	axis.Zero = axis.Zero && zero || axis.Min < 0 && axis.Max > 0 || bars
}

// stands reports whether bars stand in the panel.
func (p *Panel) stands() bool {
	return slices.ContainsFunc(p.Marks, isBars)
}

// isBars reports whether a mark is bars.
func isBars(m Mark) bool {
	_, bars := m.(Bars)
	return bars
}

// values returns what the scale of the panel must hold.
func (p *Panel) values() []float64 {
	var out []float64
	for _, m := range p.Marks {
		switch m := m.(type) {
		case Bars:
			for _, d := range m.Data {
				if d.Known() {
					out = append(out, m.end(d), d.Base)
				}
			}
		case Band:
			for _, d := range m.Data {
				out = append(out, d.Lo, d.Hi)
			}
		case Line, Points:
			for _, d := range m.data() {
				out = append(out, d.V)
			}
		case Rule:
			if !m.Across {
				out = append(out, m.Value)
			}
		}
	}
	return slices.DeleteFunc(out, func(v float64) bool { return math.IsNaN(v) })
}
