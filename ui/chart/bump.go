package chart

import "strconv"

// Bump shows how places in an order changed over several times: a line for each
// row, the first place on top. The strong row has the accent colour and its place
// at every time; every row is named with its last place.
type Bump struct {
	Words
	Slots []string
	// Rows are places from 1, each with one for each slot.
	Rows []Series
	// Strong is the index of the row that the figure is about, −1 for none.
	Strong int
}

// Figure builds the figure. Errors: ErrShape, ErrNothing.
func (b Bump) Figure() (*Figure, error) {
	if err := fits(len(b.Slots), b.Rows...); err != nil {
		return nil, err
	}
	all := numbers(b.Rows...)
	if len(all) == 0 {
		return nil, ErrNothing
	}
	p := Panel{X: Axis{Kind: CategoryAxis, Slots: slotsOf(b.Slots)}}
	for i, r := range b.Rows {
		l := Line{Name: r.Name, Role: Context, Markers: true, Data: datums(r.Values), Keep: -i}
		if n := lastKnown(l.Data); n >= 0 {
			l.Name = l.Data[n].Text() + " " + r.Name
		}
		if i == b.Strong {
			l.Role, l.Show = Accent, ShowAll
		}
		p.Marks = append(p.Marks, l)
	}
	p.Y = places(all)
	return &Figure{ID: "bump", Words: b.Words, Panels: []Panel{p}}, nil
}

// places returns an axis of places, the first on top.
func places(ranks []float64) Axis {
	_, last := bounds(ranks)
	a := Axis{Kind: ValueAxis, Min: 0.5, Max: last + 0.5, Down: true}
	step := max(1, int(last)/6)
	for v := 1; v <= int(last); v += step {
		a.Ticks = append(a.Ticks, Tick{Value: float64(v), Label: strconv.Itoa(v)})
	}
	return a
}
