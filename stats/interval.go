package stats

import (
	"math"

	"yunxing/data"
)

// An interval is the range that rounding leaves open.
type interval struct{ lo, hi float64 }

// of returns the interval of a number.
func of(n data.Number) interval { return interval{n.Lo, n.Hi} }

// exactly returns the interval of a value that is not rounded.
func exactly(v float64) interval { return interval{v, v} }

func (a interval) minus(b interval) interval { return interval{a.lo - b.hi, a.hi - b.lo} }

// times returns the product of a and b, by its corners.
func (a interval) times(b interval) interval {
	return hull(a.lo*b.lo, a.lo*b.hi, a.hi*b.lo, a.hi*b.hi)
}

// over returns a divided by b, and false if b may be zero.
func (a interval) over(b interval) (interval, bool) {
	if b.lo <= 0 && b.hi >= 0 {
		return interval{}, false
	}
	return hull(a.lo/b.lo, a.lo/b.hi, a.hi/b.lo, a.hi/b.hi), true
}

// hull returns the smallest interval that holds all of vs.
func hull(vs ...float64) interval {
	out := interval{math.Inf(1), math.Inf(-1)}
	for _, v := range vs {
		out.lo, out.hi = min(out.lo, v), max(out.hi, v)
	}
	return out
}

// known reports whether all of ns may be computed with.
func known(ns ...data.Number) bool {
	for _, n := range ns {
		if !n.Known() {
			return false
		}
	}
	return true
}
