package data

import "math"

// Bounds returns the ends of the interval of n as they are printed beside it with the
// given decimals: rounded outward, so that nothing which is possible is left out, and
// no nearer to each other than to hold n itself as it is printed with its own. So
// 9.400 for a value in 9.4001 to 9.4006 stands beside 9.4000 and 9.4006, and 13.5 for
// one in 13.544 to 13.554 beside 13.50 and 13.56.
func (n Number) Bounds(digits int) (lo, hi float64) {
	v := HalfAway.Round(n.Value, int(n.Digits))
	if n.Digits < 0 {
		v = n.Value
	}
	return math.Min(outward(n.Lo, digits, -1), v), math.Max(outward(n.Hi, digits, 1), v)
}

// outward returns v rounded to the given decimals in a direction, -1 or 1. Binary
// noise does not carry it on to the next unit.
func outward(v float64, digits int, direction float64) float64 {
	const noise = 1e-6 // of a unit of the last decimal
	unit := math.Pow(10, -float64(digits))
	r := HalfAway.Round(v, digits)
	if (v-r)*direction > noise*unit+1e-14*math.Abs(v) {
		r = HalfAway.Round(r+direction*unit, digits)
	}
	return r
}
