package chart

// Part is what a branch adds to a total, in percentage points.
type Part struct {
	Name string
	Pull Value
	// Coal gives the part the colour of coal.
	Coal bool
}

// Contribution shows what drove a growth rate: the total in the first row, then
// the pulls of the parts from the greatest to the least, each from zero with
// its value. Only pulls in percentage points may be handed in, never shares of
// the growth, which change their meaning where the total falls.
type Contribution struct {
	Words
	TotalName string
	Total     Value
	Parts     []Part
}

// Figure builds the figure. Errors: ErrNothing.
func (c Contribution) Figure() (*Figure, error) {
	coal := make(map[string]bool, len(c.Parts))
	rows := make([]Row, 0, len(c.Parts)+1)
	for _, part := range c.Parts {
		coal[part.Name] = part.Coal
		rows = append(rows, Row{Name: part.Name, Value: part.Pull})
	}
	rows = ordered(rows, false)
	p := Panel{Y: Axis{Kind: CategoryAxis}}
	bars := Bars{Role: Accent, Show: ShowAll}
	add := func(name string, v Value, strong bool, as Role) {
		at := float64(len(p.Y.Slots))
		p.Y.Slots = append(p.Y.Slots, Slot{Label: name, Strong: strong, Role: as})
		bars.Data = append(bars.Data, Datum{At: at, Value: v, Label: v.Text(), Role: as, Own: as != Accent})
	}
	var all []float64
	if c.TotalName != "" {
		add(c.TotalName, c.Total, true, Total)
		all = append(all, c.Total.V)
	}
	known := false
	for _, r := range rows {
		as := Accent
		switch {
		case coal[r.Name]:
			as = Coal
		case r.Value.Known() && r.Value.V < 0:
			as = Second
		}
		add(r.Name, r.Value, false, as)
		all = append(all, r.Value.V)
		known = known || r.Value.Known()
	}
	if !known {
		return nil, ErrNothing
	}
	p.Marks = []Mark{bars}
	p.X = tight(all)
	return &Figure{ID: "contribution", Words: c.Words, Panels: []Panel{p}}, nil
}
