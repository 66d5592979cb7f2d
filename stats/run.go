package stats

import "yunxing/data"

// A Direction is the sign of a change at published digits.
type Direction int8

// Directions.
const (
	Falling Direction = -1
	Flat    Direction = 0
	Rising  Direction = 1
)

// direction returns the sign of d.
func direction(d float64) Direction {
	switch {
	case d > 0:
		return Rising
	case d < 0:
		return Falling
	}
	return Flat
}

// Step returns the direction from then to now at published digits, and false where
// either is not known.
func Step(now, then data.Number) (Direction, bool) {
	d := Difference(now, then)
	if !d.Known() {
		return Flat, false
	}
	return direction(d.Value), true
}

// Run returns the direction of the last change of a path and for how many changes in
// a row it has been so: 连续n个季度 (formulas §17). A missing value ends the run; a
// path whose last change is not known has a run of none.
func Run(path []data.Number) (Direction, int) {
	last, n := Flat, 0
	for i := len(path) - 1; i > 0; i-- {
		d, ok := Step(path[i], path[i-1])
		if !ok || n > 0 && d != last {
			break
		}
		last = d
		n++
	}
	return last, n
}

// RunWhere returns for how many of the last values in a row is holds: 连续n个月正增长
// (formulas §17). A missing value ends the run.
func RunWhere(path []data.Number, is func(data.Number) bool) int {
	n := 0
	for i := len(path) - 1; i >= 0 && path[i].Known() && is(path[i]); i-- {
		n++
	}
	return n
}

// A Record is how a value stands against all that is stored before it.
type Record struct {
	Since    int // position of the latest value that it does not pass; −1 if it passes all
	Compared int // values that it passes
	Gaps     int // missing ones among them: the claim is only as good as the store
}

// HighSince returns since when a value is the highest at published digits: the
// position of the latest past value, in the order of time, that it does not exceed
// (创…以来新高, formulas §17). It is false where the value is not known or exceeds
// not even the latest known one. The past must be of one span.
func HighSince(past []data.Number, now data.Number) (Record, bool) {
	return record(past, now, Rising)
}

// LowSince is HighSince for the lowest value (新低).
func LowSince(past []data.Number, now data.Number) (Record, bool) {
	return record(past, now, Falling)
}

// record looks back for the latest value that now does not pass in a direction.
func record(past []data.Number, now data.Number, beyond Direction) (Record, bool) {
	out := Record{Since: -1}
	if !now.Known() {
		return out, false
	}
	gaps := 0
	for i := len(past) - 1; i >= 0; i-- {
		d, ok := Step(now, past[i])
		if !ok {
			gaps++
			continue
		}
		if d != beyond {
			out.Since = i
			break
		}
		out.Compared++
	}
	out.Gaps = gaps
	return out, out.Compared > 0
}

// A Likeness is a word on how near two figures are.
type Likeness uint8

// Words (formulas §17).
const (
	NoLikeness  Likeness = iota // one is not known
	Equal                       // 持平: equal at published digits
	RoughlyLike                 // 基本持平: within the tolerance
	Unlike
)

// RoughlyEqual is the usual tolerance of 基本持平, in points (formulas §17).
const RoughlyEqual = 0.1

// LikenessOf returns how near now is to then at published digits, with a tolerance
// in points such as RoughlyEqual.
func LikenessOf(now, then data.Number, tolerance float64) Likeness {
	d := Difference(now, then)
	switch {
	case !d.Known():
		return NoLikeness
	case d.Value == 0:
		return Equal
	case abs(d.Value) <= tolerance+1e-9:
		return RoughlyLike
	}
	return Unlike
}
