package stats

import "yunxing/data"

// CumulativeFromYearAgo returns the index of the year so far from the indices of its
// periods against the year before, and from a fixed-base index of the same periods of
// that year up to any factor,
//
//	I = Σ F_i·I_i/Σ F_i,
//
// which is the ratio of the means of CumulativeIndex with F_{i,y} = F_i·I_i/100
// (formulas §4). It is the better way to it: only the course of one year is chained.
// The interval is that of the rounded indices and of F. Not known where one is not or
// may be zero, there is none, or the lists differ in length.
func CumulativeFromYearAgo(yearAgo, fixed []data.Number) data.Number {
	if len(yearAgo) == 0 || len(yearAgo) != len(fixed) || !positive(yearAgo...) || !positive(fixed...) {
		return data.NotKnown()
	}
	v := weighted(yearAgo, fixed, func(n data.Number) float64 { return n.Value }, func(data.Number) float64 { return 0 })
	lo := weighted(yearAgo, fixed, func(n data.Number) float64 { return n.Lo }, func(i data.Number) float64 { return v - i.Value })
	hi := weighted(yearAgo, fixed, func(n data.Number) float64 { return n.Hi }, func(i data.Number) float64 { return i.Value - v })
	return data.From(v, lo, hi, digitsOf(yearAgo), paired(fixed, yearAgo)...).By("I = Σ F·i / Σ F", "F i "+data.Repeat)
}

// weighted returns the mean of an end of indices, those that lean weighing as much as
// their weights may be, those that lean the other way as little.
func weighted(indices, weights []data.Number, end, lean func(data.Number) float64) float64 {
	top, bottom := 0.0, 0.0
	for i, n := range indices {
		w := weights[i].Value
		switch by := lean(n); {
		case by > 0:
			w = weights[i].Hi
		case by < 0:
			w = weights[i].Lo
		}
		top, bottom = top+w*end(n), bottom+w
	}
	return top / bottom
}
