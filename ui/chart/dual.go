package chart

import "math"

// Dual shows two series of different units in one panel, each on an axis of its own:
// the first at the left, the second at the right. Two scales let any course seem to
// follow the other, so that two panels (see Multiples) are the rule and this is drawn
// on demand. Both axes have the same hairlines, and where both hold zero it is one
// line.
type Dual struct {
	Words
	Slots       []string
	Left, Right Multiple
}

// Figure builds the figure. Errors: ErrShape, ErrNothing.
func (d Dual) Figure() (*Figure, error) {
	p := Panel{X: Axis{Kind: CategoryAxis, Slots: slotsOf(d.Slots)}, Key: true}
	for i, side := range []Multiple{d.Left, d.Right} {
		if err := fits(len(d.Slots), side.Series...); err != nil {
			return nil, err
		}
		if len(numbers(side.Series...)) == 0 {
			return nil, ErrNothing
		}
		for _, s := range side.Series {
			l := Line{Name: s.Name, Role: Accent, Data: datums(s.Values), Show: ShowLast}
			if i == 1 {
				l.Role, l.Right = Second, true
			}
			p.Marks = append(p.Marks, l)
		}
	}
	p.Y = Scale(d.Left.values(), false, d.Left.Unit)
	right := matched(d.Right.values(), p.Y, d.Right.Unit)
	p.Right = &right
	return &Figure{ID: "dual", Words: d.Words, Panels: []Panel{p}}, nil
}

// matched returns an axis for values with as many ticks as another one, and zero on
// the zero of that where both hold it.
func matched(values []float64, other Axis, unit string) Axis {
	lo, hi := widen(bounds(values))
	n := len(other.Ticks)
	zero := -1
	for i, t := range other.Ticks {
		if t.Value == 0 && lo < 0 && hi > 0 {
			zero = i
		}
	}
	step := stepOver(hi-lo, max(n-1, 1))
	for {
		first := math.Floor(lo/step + 1e-9)
		if zero >= 0 {
			first = float64(-zero)
		}
		if first*step <= lo+step*1e-9 && (first+float64(n-1))*step >= hi-step*1e-9 {
			return tickedFrom(first, n, step, unit)
		}
		step = stepOver(step*float64(n)*1.01, n)
	}
}

// tickedFrom returns an axis of n ticks.
func tickedFrom(first float64, n int, step float64, unit string) Axis {
	a := Axis{Kind: ValueAxis, Unit: unit, Min: first * step, Max: (first + float64(n-1)) * step}
	for i := range n {
		v := (first+float64(i))*step + 0
		a.Ticks = append(a.Ticks, Tick{Value: v, Label: tickLabel(v, furthest(a.Min, a.Max), decimals(step))})
	}
	return a
}
