package chart

import (
	"errors"
	"slices"
)

// ErrNothing is returned by a builder that was given no known value to draw.
var ErrNothing = errors.New("chart: no known value to draw")

// ErrShape is returned by a builder whose inputs do not fit each other, such as
// more values than slots.
var ErrShape = errors.New("chart: values and slots do not match")

// Words are the texts around the plot of a figure, final and in one language.
// Every one may be empty; what is empty takes no room.
type Words struct {
	// Headline states the finding, above, left.
	Headline string
	// Subtitle names measure, unit and period, below the headline.
	Subtitle string
	// Number and Caption are the official title below the picture: 图1 …变化图.
	Number, Caption string
	// Source is the line that names the publisher; Note says what to know.
	Source, Note string
	// Alt says in words what the picture shows.
	Alt string
	// Lang is the language of the texts: zh or en.
	Lang string
}

// Figure is everything that is drawn, with every text final and no pixel
// decided.
type Figure struct {
	// ID is the name of the kind, stable over languages.
	ID string
	Words
	// Panels are drawn in rows of Columns panels; 0 means one column.
	Panels  []Panel
	Columns int
	// ShareX says that the panels of a column have one X axis, labelled once.
	ShareX bool
}

// Panel is one plot with its axes.
//
// Where Y is a category axis the panel lies down: marks run along the X axis.
// Otherwise they stand on X.
type Panel struct {
	Title string
	X, Y  Axis
	// Right is a second axis of values for the lines that name it, nil for none.
	Right *Axis
	Marks []Mark
	// Key draws the names of the marks in a row above the plot instead of
	// beside them.
	Key bool
	// Flag is a short remark at the right of the title, such as "own scale".
	Flag string
}

// AxisKind says how positions on an axis are to be read.
type AxisKind int

// The kinds of axis.
const (
	ValueAxis    AxisKind = iota // a measure: Min, Max and Ticks
	CategoryAxis                 // Slots 0, 1, 2, …
)

// Axis is one direction of a panel.
type Axis struct {
	Kind AxisKind
	// Unit is printed at the top of a vertical value axis.
	Unit string
	// Min and Max bound a value axis; Ticks are its labelled values.
	Min, Max float64
	Ticks    []Tick
	// Slots are the places of a category axis, left to right or top to bottom.
	Slots []Slot
	// Zero draws the line at 0 strong: set where bars stand on it or where it
	// separates growth from decline.
	Zero bool
	// Hidden draws neither ticks nor hairlines: every bar carries its value.
	Hidden bool
	// Down lets the values of a standing panel grow downwards: places in an order.
	Down bool
}

// Tick is a labelled value of an axis.
type Tick struct {
	Value float64
	Label string
}

// Slot is one place on a category axis.
type Slot struct {
	Label string
	// Full names the slot in words where the label is short or left out.
	Full string
	// Rank stands left of the label of a lying panel.
	Rank string
	// Strong marks the row that the figure is about; its name has the colour of
	// Role, the accent by default.
	Strong bool
	Role   Role
}

// Lying reports whether the categories run from top to bottom.
func (p *Panel) Lying() bool { return p.Y.Kind == CategoryAxis && p.X.Kind == ValueAxis }

// table reports whether the panel is a table of cells.
func (p *Panel) table() bool { return p.X.Kind == CategoryAxis && p.Y.Kind == CategoryAxis }

// category returns the category axis of the panel, or nil.
func (p *Panel) category() *Axis {
	switch {
	case p.X.Kind == CategoryAxis:
		return &p.X
	case p.Y.Kind == CategoryAxis:
		return &p.Y
	}
	return nil
}

// measure returns the axis along which values run.
func (p *Panel) measure() *Axis {
	if p.Lying() {
		return &p.X
	}
	return &p.Y
}

// axisOf returns the axis that the values of a mark stand on.
func (p *Panel) axisOf(m Mark) *Axis {
	if l, ok := m.(Line); ok && l.Right && p.Right != nil {
		return p.Right
	}
	return p.measure()
}

// Refs returns the observations that the values of the figure rest on, in order,
// each once.
func (f *Figure) Refs() []int64 {
	var out []int64
	for i := range f.Panels {
		for _, m := range f.Panels[i].Marks {
			for _, d := range m.data() {
				out = append(out, d.Refs...)
			}
			if r, ok := m.(Rule); ok {
				out = append(out, r.Refs...)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// AltText returns the text alternative: Alt, or else what title and subtitle
// say.
func (f *Figure) AltText() string {
	if f.Alt != "" {
		return f.Alt
	}
	s := ""
	for _, t := range []string{f.Number, f.Caption, f.Headline, f.Subtitle, f.Source} {
		switch {
		case t == "":
		case s == "":
			s = t
		default:
			s += " · " + t
		}
	}
	return s
}
