package data

import (
	"math"
	"slices"
)

// A Status says how far a value can be relied on. Its order is that of decreasing
// reliance, so that a derived value takes the highest status of its inputs.
type Status uint8

// Statuses.
const (
	Published Status = iota // as printed by its publisher
	Derived                 // computed from published values
	Estimated               // an estimate stands among its inputs
	Projected               // says something about a time that is not over
	Missing                 // not known
	Doubtful                // read, but not sure to be what it seems; never computed with
)

// String returns the name of s in lower case.
func (s Status) String() string {
	return name(s, "published", "derived", "estimated", "projected", "missing", "doubtful")
}

// A Ref names an observation in the project. The zero Ref names none.
type Ref int64

// A Number is one figure with all that is needed to trust it: the interval that
// the rounding of its inputs leaves open, the decimals it is printed with, its
// status and the observations it rests on. A Number is never silently zero: where
// it is not known its Value is NaN.
type Number struct {
	Value  float64
	Lo, Hi float64
	Digits int8 // decimals, as published or as a derived value deserves
	Status Status
	Break  bool // the scope changes here: shown, but in no growth and no ratio
	Refs   []Ref
	Way    *Derivation // nil for what no one derived
}

// IsZero reports whether n is the zero Number, which stands for none where one may be
// given. A zero that is given has bounds.
func (n Number) IsZero() bool { return n.Value == 0 && n.Lo == 0 && n.Hi == 0 }

// NotKnown returns the Number of what is missing.
func NotKnown() Number {
	nan := math.NaN()
	return Number{Value: nan, Lo: nan, Hi: nan, Status: Missing}
}

// PublishedNumber returns a value printed with the given decimals, whose interval
// is half a unit of the last one to either side.
func PublishedNumber(v float64, digits int8, refs ...Ref) Number {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return NotKnown()
	}
	h := HalfUnit(digits)
	return Number{Value: v, Lo: significant(v - h), Hi: significant(v + h), Digits: digits, Refs: refs}
}

// HalfUnit returns half a unit of the last of the given decimals, 0.05 for one.
func HalfUnit(digits int8) float64 { return 0.5 * math.Pow(10, -float64(digits)) }

// Known reports whether n may be computed with: it has a value, is not doubtful
// and stands on no break of scope.
func (n Number) Known() bool {
	return !math.IsNaN(n.Value) && n.Status != Missing && n.Status != Doubtful && !n.Break
}

// Shown reports whether there is a value to show, be it one not to compute with.
func (n Number) Shown() bool { return !math.IsNaN(n.Value) && n.Status != Missing }

// From returns a number derived from inputs: v within [lo, hi], to be shown with
// digits decimals, with the status that the inputs leave it and their references.
// The interval is widened to v where arithmetic leaves v a last bit outside. It is
// NotKnown where v is not finite. It keeps inputs as the way it came about, see By.
func From(v, lo, hi float64, digits int8, inputs ...Number) Number {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return NotKnown()
	}
	if lo > hi {
		lo, hi = hi, lo
	}
	out := Number{Value: v, Lo: min(lo, v), Hi: max(hi, v), Digits: digits, Status: Derived}
	n := 0
	for i := range inputs {
		out.Status = max(out.Status, inputs[i].Status)
		n += len(inputs[i].Refs)
	}
	out.Refs = union(inputs, n)
	if len(inputs) > 0 {
		out.Way = &Derivation{Inputs: inputs}
	}
	return out
}

// union returns the references of inputs, n with those that are met again, each
// once and in the order in which they come. A few are told apart by a search, which
// costs less than a map.
func union(inputs []Number, n int) []Ref {
	if n == 0 {
		return nil
	}
	const few = 32
	var seen map[Ref]bool
	if n > few {
		seen = make(map[Ref]bool, n)
	}
	out := make([]Ref, 0, n)
	for i := range inputs {
		for _, r := range inputs[i].Refs {
			if r == 0 || seen[r] || seen == nil && slices.Contains(out, r) {
				continue
			}
			if seen != nil {
				seen[r] = true
			}
			out = append(out, r)
		}
	}
	return out
}

// Overlaps reports whether the intervals of n and m meet: the test by which two
// figures agree within rounding. It is false where either is not known.
func (n Number) Overlaps(m Number) bool {
	const slack = 1e-9
	return n.Known() && m.Known() && n.Lo <= m.Hi+slack && m.Lo <= n.Hi+slack
}
