package chart

import "fmt"

// Grouped shows columns side by side in each slot, and curves over them where
// they have the same unit: growth of the quarter as columns, of the year to date
// as a line. Columns start at zero.
type Grouped struct {
	Words
	Unit    string
	Slots   []string
	Columns []Series
	Lines   []Series
	// Bare leaves the values off the columns.
	Bare bool
}

// Figure builds the figure. Errors: ErrShape, ErrNothing.
func (g Grouped) Figure() (*Figure, error) {
	all := append(append([]Series{}, g.Columns...), g.Lines...)
	if err := fits(len(g.Slots), all...); err != nil {
		return nil, err
	}
	if len(g.Columns) > 4 {
		return nil, fmt.Errorf("%w: %d columns in a slot, 4 can be read", ErrShape, len(g.Columns))
	}
	if len(numbers(all...)) == 0 {
		return nil, ErrNothing
	}
	p := Panel{
		X:   Axis{Kind: CategoryAxis, Slots: slotsOf(g.Slots)},
		Y:   Scale(numbers(all...), len(g.Columns) > 0, g.Unit),
		Key: len(all) > 1,
	}
	roles := []Role{Accent, Second, Prior, Context}
	if len(g.Lines) > 0 {
		roles = []Role{Context, Prior, Second, Third}
	}
	for i, s := range g.Columns {
		bars := Bars{Name: s.Name, Role: roles[i], Data: datums(s.Values), Lane: i, Lanes: len(g.Columns), Show: ShowAll}
		bars.Inside = len(g.Lines) > 0 // the space above belongs to the line
		if g.Bare {
			bars.Show = ShowNone
		}
		p.Marks = append(p.Marks, bars)
	}
	lineRoles := []Role{Accent, Second, Third, Fourth}
	for i, s := range g.Lines {
		l := Line{Name: s.Name, Role: lineRoles[i%len(lineRoles)], Data: datums(s.Values), Markers: true, Keep: len(g.Lines) - i}
		if i == 0 {
			l.Show = ShowAll
		}
		p.Marks = append(p.Marks, l)
	}
	return &Figure{ID: "grouped", Words: g.Words, Panels: []Panel{p}}, nil
}
