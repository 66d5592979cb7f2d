package chart

import (
	"cmp"
	"fmt"
	"math"
)

// Series is a row of values under one name, one for each slot of its figure. A
// builder reads what is beyond the end as missing.
type Series struct {
	Name   string
	Values []Value
}

// Reference is a value that others are measured against: a target, an average
// or a threshold, with the text that stands beside its line.
type Reference struct {
	Name  string
	Value float64
	Refs  []int64
}

// Range is a named range of values.
type Range struct {
	Name   string
	Lo, Hi float64
}

// datums returns the values of a series at slots 0, 1, 2, …, each labelled with
// its own text.
func datums(values []Value) []Datum {
	out := make([]Datum, len(values))
	for i, v := range values {
		out[i] = Datum{At: float64(i), Value: v}
		if v.Known() {
			out[i].Label = v.label()
		}
	}
	return out
}

// slotsOf returns slots with the given labels.
func slotsOf(labels []string) []Slot {
	out := make([]Slot, len(labels))
	for i, l := range labels {
		out[i].Label = l
	}
	return out
}

// numbers returns the known numbers of series.
func numbers(all ...Series) []float64 {
	var out []float64
	for _, s := range all {
		for _, v := range s.Values {
			if v.Known() {
				out = append(out, v.V)
			}
		}
	}
	return out
}

// fits reports series that have more values than there are slots.
func fits(slots int, all ...Series) error {
	for _, s := range all {
		if len(s.Values) > slots {
			return fmt.Errorf("%w: %q has %d values for %d slots", ErrShape, s.Name, len(s.Values), slots)
		}
	}
	return nil
}

// ruleOf returns the line of a reference.
func ruleOf(r Reference, as Role, keep int) Rule {
	return Rule{Name: r.Name, Role: as, Value: r.Value, Dashed: as == Target, Keep: keep, Refs: r.Refs}
}

// signed prints a difference with its sign.
func signed(v float64, digits int) string {
	s := NewValue(v, digits, Derived).Text()
	if v > 0 && math.Abs(v) >= 0.5*math.Pow(10, -float64(digits)) {
		return "+" + s
	}
	return s
}

// Values returns the values of each mark of the figure under its name, or that of its
// panel where it has none.
func (f *Figure) Values() []Series {
	var out []Series
	for i := range f.Panels {
		p := &f.Panels[i]
		for _, m := range p.Marks {
			s := Series{Name: cmp.Or(m.name(), p.Title, f.Caption)}
			for _, d := range m.data() {
				s.Values = append(s.Values, d.Value)
			}
			if len(s.Values) > 0 {
				out = append(out, s)
			}
		}
	}
	return out
}
