package chart

import "fmt"

// Stacked shows the pulls of several periods: columns of parts stacked upwards
// and, where negative, downwards from zero, and the total as a diamond with its
// value. A part keeps its colour over all periods.
type Stacked struct {
	Words
	Unit  string
	Slots []string
	// Parts are stacked in their order; at most seven.
	Parts []Series
	// Rest says that the last part is what is left over, Coal the index of the
	// coal branch plus one (0 for none).
	Rest  bool
	Coal  int
	Total Series
}

// Figure builds the figure. Errors: ErrShape, ErrNothing.
func (s Stacked) Figure() (*Figure, error) {
	if err := fits(len(s.Slots), append([]Series{s.Total}, s.Parts...)...); err != nil {
		return nil, err
	}
	if len(s.Parts) > len(PartRoles()) {
		return nil, fmt.Errorf("%w: %d parts, %d can be told apart", ErrShape, len(s.Parts), len(PartRoles()))
	}
	if len(numbers(s.Parts...)) == 0 {
		return nil, ErrNothing
	}
	up, down := make([]float64, len(s.Slots)), make([]float64, len(s.Slots))
	p := Panel{X: Axis{Kind: CategoryAxis, Slots: slotsOf(s.Slots)}, Key: true}
	for i, part := range s.Parts {
		if len(numbers(part)) == 0 {
			continue
		}
		bars := Bars{Name: part.Name, Role: s.role(i), Data: datums(part.Values), Show: ShowAll, Inside: true, Stacked: true}
		for j, d := range bars.Data {
			base := &up[j]
			if d.V < 0 {
				base = &down[j]
			}
			if d.Known() {
				bars.Data[j].Base = *base
				*base += d.V
			}
		}
		p.Marks = append(p.Marks, bars)
	}
	all := append(append(numbers(s.Total), up...), down...)
	p.Y = Scale(all, true, s.Unit)
	if len(numbers(s.Total)) > 0 {
		p.Marks = append(p.Marks, Points{Name: s.Total.Name, Role: Total, Shape: OpenDiamond, Data: datums(s.Total.Values), Show: ShowAll})
	}
	return &Figure{ID: "stacked", Words: s.Words, Panels: []Panel{p}}, nil
}

// role returns the fixed colour of a part.
func (s Stacked) role(i int) Role {
	switch {
	case s.Coal == i+1:
		return Coal
	case s.Rest && i == len(s.Parts)-1:
		return Rest
	}
	return PartRoles()[i]
}
