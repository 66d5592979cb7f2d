package chart

// Mark is a thing drawn in a panel: Line, Bars, Band, Points, Zone, Rule,
// Note or Cells.
type Mark interface {
	// kind is the word used in text dumps.
	kind() string
	// name is the direct label or the key entry, empty for none.
	name() string
	// data returns the values of the mark, nil where it has none.
	data() []Datum
}

// Datum is a value at its place.
type Datum struct {
	// At is the position along the category axis (slot number, from 0) or, in a
	// panel with two value axes, on the X axis.
	At float64
	Value
	// Base is where a bar or a stem starts: 0, or the top of the part below.
	Base float64
	// Label is printed at the value where the mark shows labels.
	Label string
	// Role overrides the role of the mark where Own is set.
	Role Role
	Own  bool
	// Hatch fills the bar with lines instead of colour: not an observed fact.
	Hatch bool
}

// Show says which values of a mark carry their label.
type Show int

// The ways of showing labels.
const (
	ShowNone  Show = iota // none
	ShowAll               // each value that has a label
	ShowLast              // the last known value
	ShowFirst             // the first and the last known value
)

// Line joins values in order. A value that is not known breaks it; a step to a
// projected value is dashed.
type Line struct {
	Name    string
	Role    Role
	Data    []Datum
	Markers bool
	Show    Show
	// Start stands at the left end of the line, outside the plot.
	Start string
	// End stands at the right end instead of the name.
	End string
	// Right puts the line on the right axis of its panel.
	Right bool
	// Keep protects the name when room is short; higher stays longer.
	Keep int
}

// Bars stand on (or lie along) the category axis from Base to the value.
type Bars struct {
	Name string
	Role Role
	Data []Datum
	// Lane of Lanes is the place inside the slot for bars side by side.
	Lane, Lanes int
	Show        Show
	// Inside prints the labels in the bar where they fit, and nowhere else.
	Inside bool
	// Stacked says that a value is the length of its bar, which ends at Base plus
	// the value. Else it is where the bar ends.
	Stacked bool
	// Share is the part of the lane that the bar fills; 0 means the style's.
	Share float64
}

// end returns where the bar of a value ends.
func (m Bars) end(d Datum) float64 {
	if m.Stacked {
		return d.Base + d.V
	}
	return d.V
}

// Band shades the interval Lo to Hi of its values: the fan of a projection.
type Band struct {
	Name string
	Role Role
	Data []Datum
	// Step is the place in the fan, 0 the widest and palest.
	Step int
}

// Shape is the form of a point.
type Shape int

// The shapes. Open ones are filled with the paper colour.
const (
	Dot Shape = iota
	Ring
	Diamond
	OpenDiamond
	Square
	OpenSquare
	Triangle
	OpenTriangle
	Bar // a short stroke across the direction of the values
)

// Points are single values. Stem draws a thin line from Base to the value.
type Points struct {
	Name  string
	Role  Role
	Shape Shape
	Data  []Datum
	Stem  bool
	Show  Show
}

// Zone shades a range of the panel behind everything else: of values, or of
// slots where Across is set.
type Zone struct {
	Name   string
	Lo, Hi float64
	Across bool
	// Step is the tint, 0 the palest.
	Step int
}

// Rule is a reference line at a value, or at a slot position where Across is
// set.
type Rule struct {
	Name   string
	Role   Role
	Value  float64
	Across bool
	Dashed bool
	Keep   int
	Refs   []int64
}

// Note is a text at a place, joined to it by a thin line where Leader is set.
type Note struct {
	Text      string
	Role      Role
	At, Value float64
	Leader    bool
}

// Cells are the fields of a table of numbers with a tint behind each. The panel
// has two category axes.
type Cells struct {
	Name string
	Data []Cell
}

// Cell is one field. Tint runs from −1 over 0 (none) to 1 and is drawn at no
// more than a third of full colour, so that the number stays readable.
type Cell struct {
	Col, Row int
	Value
	Label string
	Tint  float64
	// Name stands above the label: a field that is no crossing of a row with a
	// column. Strong sets it in bold and frames the field.
	Name   string
	Strong bool
}

func (Line) kind() string   { return "line" }
func (Bars) kind() string   { return "bars" }
func (Band) kind() string   { return "band" }
func (Points) kind() string { return "points" }
func (Zone) kind() string   { return "zone" }
func (Rule) kind() string   { return "rule" }
func (Note) kind() string   { return "note" }
func (Cells) kind() string  { return "cells" }

func (m Line) name() string   { return m.Name }
func (m Bars) name() string   { return m.Name }
func (m Band) name() string   { return m.Name }
func (m Points) name() string { return m.Name }
func (m Zone) name() string   { return m.Name }
func (m Rule) name() string   { return m.Name }
func (m Note) name() string   { return m.Text }
func (m Cells) name() string  { return m.Name }

func (m Line) data() []Datum   { return m.Data }
func (m Bars) data() []Datum   { return m.Data }
func (m Band) data() []Datum   { return m.Data }
func (m Points) data() []Datum { return m.Data }
func (Zone) data() []Datum     { return nil }
func (Rule) data() []Datum     { return nil }
func (Note) data() []Datum     { return nil }
func (m Cells) data() []Datum {
	out := make([]Datum, len(m.Data))
	for i, c := range m.Data {
		out[i] = Datum{At: float64(c.Col), Value: c.Value, Label: c.Label}
	}
	return out
}

// role returns the role of a mark that has one.
func role(m Mark) Role {
	switch m := m.(type) {
	case Line:
		return m.Role
	case Bars:
		return m.Role
	case Band:
		return m.Role
	case Points:
		return m.Role
	case Rule:
		return m.Role
	case Note:
		return m.Role
	}
	return Prior
}

// shown returns, for each datum, whether its label is to be printed.
func shown(data []Datum, how Show) []bool {
	out := make([]bool, len(data))
	first, last := -1, -1
	for i, d := range data {
		if !d.Known() || d.Label == "" {
			continue
		}
		out[i] = how == ShowAll
		if first < 0 {
			first = i
		}
		last = i
	}
	if last >= 0 && (how == ShowLast || how == ShowFirst) {
		out[last] = true
		out[first] = out[first] || how == ShowFirst
	}
	return out
}

// Labelled returns, for each datum of a mark, whether its label is printed.
func Labelled(m Mark) []bool { return shown(m.data(), showOf(m)) }
