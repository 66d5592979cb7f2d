package data

import "math"

// In returns n, which is in the unit from, in the unit to. Where the two do not convert,
// what it counts is in doubt: the number is doubtful and has no value, but its
// references.
func (n Number) In(from, to Unit) Number {
	if from.alike(to) || !n.Shown() {
		return n
	}
	if !from.Known() || from.Dimension != to.Dimension {
		nan := math.NaN()
		n.Value, n.Lo, n.Hi, n.Status = nan, nan, nan, Doubtful
		return n
	}
	for _, v := range []*float64{&n.Value, &n.Lo, &n.Hi} {
		*v = significant(*v * from.Factor / to.Factor)
	}
	n.Digits = shifted(n.Digits, to.Factor/from.Factor)
	return n
}

// alike reports whether a value is the same in u and in v.
func (u Unit) alike(v Unit) bool {
	return u == v || u.Known() && u.Dimension == v.Dimension && u.Factor == v.Factor
}

// shifted returns the decimals of a value printed with the given ones after it is
// divided by ratio: 3 decimals of 万元 are 7 of 亿元. It is never below zero; that
// a converted value is coarser than its last digit is then in its interval alone.
func shifted(digits int8, ratio float64) int8 {
	const most = 15 // significant digits of a float64
	d := float64(digits) + math.Ceil(math.Log10(ratio)-1e-9)
	return int8(min(max(d, 0), most))
}

// In returns s in a unit, and false where its own does not convert to it.
func (s Series) In(u Unit) (Series, bool) {
	if s.Unit.alike(u) {
		return s, true
	}
	if !s.Unit.Known() || s.Unit.Dimension != u.Dimension {
		return Series{}, false
	}
	points := make([]Number, len(s.Points))
	for i, n := range s.Points {
		points[i] = n.In(s.Unit, u)
	}
	merged := make(map[int]Number, len(s.JanFeb))
	for y, n := range s.JanFeb {
		merged[y] = n.In(s.Unit, u)
	}
	s.Unit, s.Points, s.JanFeb = u, points, merged
	return s, true
}
