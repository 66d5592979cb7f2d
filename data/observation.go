package data

import "math"

// A Source says where a number came from. Sheet is empty for text files; Cell is
// in the form B4.
type Source struct {
	File, Sheet, Cell string
}

// String returns s as file!sheet!cell for logs.
func (s Source) String() string {
	if s.Sheet == "" {
		return s.File + "!" + s.Cell
	}
	return s.File + "!" + s.Sheet + "!" + s.Cell
}

// An Observation is one figure as it was read: a value of a series at a period,
// with the cell it stands in. Value is NaN where the source prints a marker or
// nothing; Raw keeps what it printed.
type Observation struct {
	Ref     Ref // given by the project; zero before it is stored
	Key     Key
	Printed string // the indicator as printed
	Period  Period
	Value   float64
	Unit    Unit
	Digits  int8 // decimals as published
	Status  Status
	Break   bool   // the scope changes here
	Raw     string // the cell's text where it is not just the number
	Vintage Date   // day of release, where known
	Source  Source
}

// Number returns o as a Number.
func (o Observation) Number() Number {
	n := PublishedNumber(o.Value, o.Digits, o.Ref)
	if o.Status != Published && n.Status == Published {
		n.Status = o.Status
	}
	n.Break = o.Break
	n.Refs = []Ref{o.Ref}
	return n
}

// A Note is a text around a table: its title, or what is remarked below it, such as
// its source.
type Note struct {
	At    Source
	Title bool
	Text  string
}

// Agree reports whether two observations of one thing say the same: equal values in
// one unit as far as the coarser is printed, or one of them missing.
func Agree(a, b Observation) bool {
	if math.IsNaN(a.Value) || math.IsNaN(b.Value) {
		return true
	}
	v, err := b.Unit.Convert(b.Value, a.Unit)
	if err != nil {
		return a.Unit == b.Unit && a.Value == b.Value
	}
	if a.Unit != b.Unit {
		return math.Abs(a.Value-v) <= 1e-9*math.Abs(v)
	}
	return math.Abs(a.Value-v) <= HalfUnit(min(a.Digits, b.Digits))+1e-9
}
