package chart

import "math"

// Frame tells where things lie in a drawn picture, in pixels from the top left
// corner, so that a window can answer what is under the pointer.
type Frame struct {
	Width, Height int
	Panels        []PanelFrame
	Hits          []Hit
	Names         []NameBox
	// Dropped is how many names found no room.
	Dropped int
}

// PanelFrame is the plot of one panel.
type PanelFrame struct {
	// Plot is the area inside the axes.
	Plot Box
	// X and Y map values, or slot numbers, to pixels.
	X, Y Mapping
	// Lying says that the slots run from top to bottom.
	Lying bool
}

// NameBox is where the name of a series stands, in a key or beside the series.
type NameBox struct {
	Name string
	Box  Box
}

// NameAt returns the name of the series that stands at a place.
func (f Frame) NameAt(x, y float64) (string, bool) {
	for _, n := range f.Names {
		if n.Box.Contains(x, y) {
			return n.Name, true
		}
	}
	return "", false
}

// Box is a rectangle in pixels.
type Box struct{ X0, Y0, X1, Y1 float64 }

// Contains reports whether the place lies in the box.
func (b Box) Contains(x, y float64) bool { return x >= b.X0 && x <= b.X1 && y >= b.Y0 && y <= b.Y1 }

// Mapping is linear: pixel = Offset + Factor · value.
type Mapping struct{ Offset, Factor float64 }

// Pixel returns the pixel of a value.
func (m Mapping) Pixel(v float64) float64 { return m.Offset + m.Factor*v }

// Value returns the value at a pixel; NaN where the axis has no extent.
func (m Mapping) Value(px float64) float64 {
	if m.Factor == 0 {
		return math.NaN()
	}
	return (px - m.Offset) / m.Factor
}

// Hit is a drawn value: datum Index of mark Mark in panel Panel, at slot At. X and Y
// are its place; Box is what it covers.
type Hit struct {
	Panel, Mark, Index int
	At                 float64
	X, Y               float64
	Box                Box
}

// At returns the value under a place: the topmost whose box contains it, or
// else the nearest within reach pixels.
func (f Frame) At(x, y, reach float64) (Hit, bool) {
	best, found, dist := Hit{}, false, reach
	for i := len(f.Hits) - 1; i >= 0; i-- {
		h := f.Hits[i]
		if d := math.Hypot(h.X-x, h.Y-y); d <= dist && (d < dist || !found) {
			best, found, dist = h, true, d
		}
	}
	if found {
		return best, true
	}
	for i := len(f.Hits) - 1; i >= 0; i-- {
		if f.Hits[i].Box.Contains(x, y) {
			return f.Hits[i], true
		}
	}
	return Hit{}, false
}

// PanelAt returns the panel under a place, -1 for none.
func (f Frame) PanelAt(x, y float64) int {
	for i, p := range f.Panels {
		if p.Plot.Contains(x, y) {
			return i
		}
	}
	return -1
}

// Reading is what a value says: the title of its panel, the name of its mark, its
// place on the category axis and the datum.
type Reading struct {
	Panel, Series, Place string
	Unit                 string // of the axis, as it is printed there
	Datum                Datum
}

// Read returns what a hit says; false where it belongs to another figure.
func (f *Figure) Read(h Hit) (Reading, bool) {
	if h.Panel < 0 || h.Panel >= len(f.Panels) {
		return Reading{}, false
	}
	p := &f.Panels[h.Panel]
	if h.Mark < 0 || h.Mark >= len(p.Marks) {
		return Reading{}, false
	}
	m := p.Marks[h.Mark]
	data := m.data()
	if h.Index < 0 || h.Index >= len(data) {
		return Reading{}, false
	}
	r := Reading{Panel: p.Title, Series: m.name(), Place: place(p.category(), data[h.Index].At), Unit: p.axisOf(m).Unit, Datum: data[h.Index]}
	if cells, ok := m.(Cells); ok {
		c := cells.Data[h.Index]
		r.Series, r.Place = place(&p.Y, float64(c.Row)), place(&p.X, float64(c.Col))
		if c.Name != "" {
			r.Series, r.Place = c.Name, ""
		}
	}
	return r, true
}
