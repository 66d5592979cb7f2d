package chart

import "math"

// A stretch is the part of a panel's slots that is seen.
type stretch struct {
	from, to float64 // places that are seen
	shift    float64 // what a place moves by
	values   bool    // the axis is one of values: curves go on beyond its ends
}

// newStretch returns the part of a panel that is seen.
func newStretch(p *Panel, s Seen) stretch {
	if c := p.category(); c != nil {
		first := max(0, math.Ceil(s.From))
		last := min(float64(len(c.Slots)-1), math.Floor(s.To))
		if last <= first {
			first = max(0, min(math.Round((s.From+s.To)/2)-1, float64(len(c.Slots)-leastSlots)))
			last = min(first+leastSlots, float64(len(c.Slots))) - 1
		}
		return stretch{from: first, to: last, shift: first}
	}
	return stretch{from: s.From, to: s.To, values: true}
}

// panel leaves of a panel what is seen.
func (c stretch) panel(p *Panel) {
	if axis := p.category(); axis != nil {
		axis.Slots = axis.Slots[int(c.from) : int(c.to)+1]
	} else {
		p.X = c.bottom(p.X)
	}
	for i, m := range p.Marks {
		p.Marks[i] = c.mark(m)
	}
}

// bottom returns the part of an axis of values. Its ticks stay where enough of them
// are left, since they may be years.
func (c stretch) bottom(a Axis) Axis {
	a.Min, a.Max = c.from, c.to
	old := a.Ticks
	a.Ticks = nil
	for _, t := range old {
		if c.holds(t.Value) {
			a.Ticks = append(a.Ticks, t)
		}
	}
	if len(a.Ticks) >= 2 {
		return a
	}
	a.Ticks = nil
	ticks, digits := Ticks(a.Min, a.Max, 5)
	for _, v := range ticks {
		if c.holds(v) {
			a.Ticks = append(a.Ticks, Tick{Value: v, Label: tickLabel(v, furthest(a.Min, a.Max), digits)})
		}
	}
	return a
}

// holds reports whether a place is seen.
func (c stretch) holds(at float64) bool { return at >= c.from-1e-9 && at <= c.to+1e-9 }

// mark returns what is left of a mark.
func (c stretch) mark(m Mark) Mark {
	switch m := m.(type) {
	case Line:
		m.Data = c.curve(m.Data)
		return m
	case Bars:
		m.Data = c.data(m.Data)
		return m
	case Band:
		m.Data = c.data(m.Data)
		return m
	case Points:
		m.Data = c.data(m.Data)
		return m
	case Cells:
		m.Data = c.cells(m.Data)
		return m
	case Zone:
		if m.Across {
			return c.zone(m)
		}
	case Rule:
		if m.Across && !c.holds(m.Value) {
			return blank{}
		}
		if m.Across {
			m.Value -= c.shift
		}
		return m
	case Note:
		if !c.holds(m.At) {
			return blank{}
		}
		m.At -= c.shift
		return m
	}
	return m
}

// zone returns the part of a zone of slots.
func (c stretch) zone(z Zone) Mark {
	edge := 0.5
	if c.values {
		edge = 0
	}
	z.Lo, z.Hi = max(z.Lo, c.from-edge), min(z.Hi, c.to+edge)
	if z.Lo >= z.Hi {
		return blank{}
	}
	z.Lo, z.Hi = z.Lo-c.shift, z.Hi-c.shift
	return z
}

// data returns the values that are seen.
func (c stretch) data(all []Datum) []Datum {
	var out []Datum
	for _, d := range all {
		if c.holds(d.At) {
			d.At -= c.shift
			out = append(out, d)
		}
	}
	return out
}

// curve returns the values of a curve that are seen; over an axis of values also the
// nearest beyond, towards which the curve leaves the panel.
func (c stretch) curve(all []Datum) []Datum {
	if !c.values {
		return c.data(all)
	}
	seen := func(i int) bool { return i >= 0 && i < len(all) && c.holds(all[i].At) }
	var out []Datum
	for i, d := range all {
		if seen(i-1) || seen(i) || seen(i+1) {
			out = append(out, d)
		}
	}
	return out
}

// cells returns the fields in the columns that are seen.
func (c stretch) cells(all []Cell) []Cell {
	var out []Cell
	for _, d := range all {
		if c.holds(float64(d.Col)) {
			d.Col -= int(c.shift)
			out = append(out, d)
		}
	}
	return out
}
