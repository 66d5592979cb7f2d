package chart

import "math"

// Tile is a place on a Map: its name and value in a field of the grid.
type Tile struct {
	Name     string
	Value    Value
	Col, Row int
	Strong   bool
}

// Map shows values where they belong: a field for each place, about where it lies,
// with its name, its value and a tint for the distance from the centre. It has no
// borders, so that none can be wrong, and every place has the same weight.
type Map struct {
	Words
	Tiles []Tile
	// Centre is the value without tint; the mean of what is known where NaN.
	Centre float64
}

// Figure builds the figure. Errors: ErrNothing.
func (m Map) Figure() (*Figure, error) {
	cols, rows := 0, 0
	var known []float64
	for _, t := range m.Tiles {
		cols, rows = max(cols, t.Col+1), max(rows, t.Row+1)
		if t.Value.Known() {
			known = append(known, t.Value.V)
		}
	}
	if len(known) == 0 {
		return nil, ErrNothing
	}
	centre := m.Centre
	if !finite(centre) {
		centre = mean(known)
	}
	most := 0.0
	for _, v := range known {
		most = max(most, math.Abs(v-centre))
	}
	p := Panel{
		X: Axis{Kind: CategoryAxis, Slots: make([]Slot, cols), Hidden: true},
		Y: Axis{Kind: CategoryAxis, Slots: make([]Slot, rows), Hidden: true},
	}
	var cells Cells
	for _, t := range m.Tiles {
		c := Cell{Col: t.Col, Row: t.Row, Name: t.Name, Value: t.Value, Label: t.Value.Text(), Strong: t.Strong}
		if t.Value.Known() && most > 0 {
			c.Tint = (t.Value.V - centre) / most
		}
		cells.Data = append(cells.Data, c)
	}
	p.Marks = []Mark{cells}
	return &Figure{ID: "map", Words: m.Words, Panels: []Panel{p}}, nil
}

// mean returns the mean of numbers.
func mean(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum / float64(len(values))
}
