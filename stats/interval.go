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

func (a interval) plus(b interval) interval { return interval{a.lo + b.lo, a.hi + b.hi} }

func (a interval) minus(b interval) interval { return interval{a.lo - b.hi, a.hi - b.lo} }

// times returns the product of a and b, by its corners.
func (a interval) times(b interval) interval {
	p, q, r, s := a.lo*b.lo, a.lo*b.hi, a.hi*b.lo, a.hi*b.hi
	return interval{min(p, q, r, s), max(p, q, r, s)}
}

// over returns a divided by b, and false if b may be zero.
func (a interval) over(b interval) (interval, bool) {
	if b.lo <= 0 && b.hi >= 0 {
		return interval{}, false
	}
	return hull(a.lo/b.lo, a.lo/b.hi, a.hi/b.lo, a.hi/b.hi), true
}

// by returns a multiplied by a factor that is not rounded.
func (a interval) by(k float64) interval { return hull2(a.lo*k, a.hi*k) }

// magnitude returns the interval of |x| for x in a.
func (a interval) magnitude() interval {
	if a.lo <= 0 && a.hi >= 0 {
		return interval{0, max(-a.lo, a.hi)}
	}
	return hull2(abs(a.lo), abs(a.hi))
}

// factor returns the interval of 1 + g/100 for a growth g in per cent.
func (a interval) factor() interval { return interval{1 + a.lo/100, 1 + a.hi/100} }

// growth returns the interval of 100·(f − 1) for a factor f, in per cent.
func (a interval) growth() interval { return interval{100 * (a.lo - 1), 100 * (a.hi - 1)} }

// halfWidth returns half the width of a.
func (a interval) halfWidth() float64 { return (a.hi - a.lo) / 2 }

// corners returns the range of f over boxes: exact for an f that is monotone in
// each of its arguments and defined everywhere between.
func corners(f func(x []float64) float64, boxes ...interval) interval {
	x := make([]float64, len(boxes))
	out := hull()
	for c := range 1 << len(boxes) {
		for i, b := range boxes {
			x[i] = b.lo
			if c>>i&1 == 1 {
				x[i] = b.hi
			}
		}
		v := f(x)
		out.lo, out.hi = min(out.lo, v), max(out.hi, v)
	}
	return out
}

// derived returns f of its inputs with the range of f over their intervals; f must
// be monotone in each argument. It is not known where an input is not.
func derived(digits int8, f func(x []float64) float64, inputs ...data.Number) data.Number {
	if !known(inputs...) {
		return data.NotKnown()
	}
	x := make([]float64, len(inputs))
	boxes := make([]interval, len(inputs))
	for i, n := range inputs {
		x[i], boxes[i] = n.Value, of(n)
	}
	box := corners(f, boxes...)
	return data.From(f(x), box.lo, box.hi, digits, inputs...)
}

// hull2 returns the interval between a and b.
func hull2(a, b float64) interval { return interval{min(a, b), max(a, b)} }

// hull returns the smallest interval that holds all of vs.
func hull(vs ...float64) interval {
	out := interval{math.Inf(1), math.Inf(-1)}
	for _, v := range vs {
		out.lo, out.hi = min(out.lo, v), max(out.hi, v)
	}
	return out
}

// paired returns the members of two lists of one length in turn.
func paired(a, b []data.Number) []data.Number {
	out := make([]data.Number, 0, 2*len(a))
	for i := range a {
		out = append(out, a[i], b[i])
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

// positive reports whether each of ns is known and surely above zero.
func positive(ns ...data.Number) bool {
	for _, n := range ns {
		if !n.Known() || n.Lo <= 0 {
			return false
		}
	}
	return true
}

// above100 reports whether each of growths is known and surely above −100 %, so
// that its factor 1 + g/100 is positive.
func above100(growths ...data.Number) bool {
	for _, g := range growths {
		if !g.Known() || g.Lo <= -100 {
			return false
		}
	}
	return true
}

// rate returns n with the decimals that a rate with its interval deserves.
func rate(n data.Number) data.Number {
	if n.Known() {
		n.Digits = digitsFor(of(n))
	}
	return n
}

// printed returns the value of n at its published digits.
func printed(n data.Number) float64 { return data.HalfAway.Round(n.Value, int(n.Digits)) }
