package chart

// Move is a row that went from one value to another.
type Move struct {
	Name, Code string
	From, To   Value
	Strong     bool
}

// Dumbbell shows who moved: an open point for the earlier value, a full one for
// the later, joined by a line, ordered by the later value. The strong row has
// the accent colour and both its values.
type Dumbbell struct {
	Words
	Unit             string
	FromName, ToName string
	Moves            []Move
	// Kept keeps the order given.
	Kept bool
}

// Figure builds the figure. Errors: ErrNothing.
func (d Dumbbell) Figure() (*Figure, error) {
	p := Panel{Y: Axis{Kind: CategoryAxis}, Key: true}
	from := Points{Name: d.FromName, Role: Prior, Shape: Ring, Show: ShowAll}
	to := Points{Name: d.ToName, Role: Prior, Shape: Dot, Stem: true, Show: ShowAll}
	var all []float64
	for i, m := range d.sorted() {
		p.Y.Slots = append(p.Y.Slots, Slot{Label: m.Name, Strong: m.Strong})
		at := float64(i)
		a := Datum{At: at, Value: m.From, Base: m.To.V}
		b := Datum{At: at, Value: m.To, Base: m.From.V, Label: m.To.Text()}
		if !m.From.Known() {
			b.Base = m.To.V
		}
		if m.Strong {
			a.Role, a.Own, b.Role, b.Own = Accent, true, Accent, true
			a.Label = m.From.Text()
		}
		from.Data, to.Data = append(from.Data, a), append(to.Data, b)
		all = append(all, m.From.V, m.To.V)
	}
	if lo, _ := bounds(all); !finite(lo) {
		return nil, ErrNothing
	}
	p.X = Scale(all, false, d.Unit)
	p.Marks = []Mark{to, from}
	return &Figure{ID: "dumbbell", Words: d.Words, Panels: []Panel{p}}, nil
}

// sorted returns the moves by their later value.
func (d Dumbbell) sorted() []Move {
	if d.Kept {
		return d.Moves
	}
	rows := make([]Row, len(d.Moves))
	for i, m := range d.Moves {
		rows[i] = Row{Name: m.Name, Code: m.Code, Value: m.To, Rank: i + 1}
	}
	out := make([]Move, 0, len(rows))
	for _, r := range ordered(rows, false) {
		out = append(out, d.Moves[r.Rank-1])
	}
	return out
}
