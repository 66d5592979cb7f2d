package chart

// Slope shows how rows changed places between two times: a line for each from its
// earlier to its later value, named with both at its ends. The strong row has the
// accent colour, rows that fell the dashed one of context. More than fifteen lines
// cannot be told apart: a Dumbbell can.
type Slope struct {
	Words
	FromName, ToName string
	Moves            []Move
}

// slopeFoot is the room between the lowest value and the names of the times, as a part of
// the range of values.
const slopeFoot = 0.06

// Figure builds the figure. Errors: ErrNothing.
func (s Slope) Figure() (*Figure, error) {
	p := Panel{X: Axis{Kind: CategoryAxis, Slots: slotsOf([]string{s.FromName, s.ToName})}}
	var all []float64
	for i, m := range s.Moves {
		if !m.From.Known() || !m.To.Known() {
			continue
		}
		l := Line{
			Name: m.Name + " " + m.To.Text(), Start: m.From.Text(), Role: Prior, Markers: true, Keep: -i,
			Data: datums([]Value{m.From, m.To}),
		}
		switch {
		case m.Strong:
			l.Role, l.Keep = Accent, len(s.Moves)
		case m.To.V < m.From.V:
			l.Role = Context
		}
		p.Marks = append(p.Marks, l)
		all = append(all, m.From.V, m.To.V)
	}
	if len(all) == 0 {
		return nil, ErrNothing
	}
	p.Y = Axis{Kind: ValueAxis, Hidden: true}
	p.Y.Min, p.Y.Max = bounds(all)
	p.Y.Min -= (p.Y.Max - p.Y.Min) * slopeFoot
	return &Figure{ID: "slope", Words: s.Words, Panels: []Panel{p}}, nil
}
