package stats

import (
	"math"

	"yunxing/data"
)

// A Phase is one word on the course of a year.
type Phase uint8

// Phases, in the order in which they are told (formulas §17).
const (
	HighStart Phase = iota // 高开: the first point is within 0.5 of the highest and above the lowest
	Decline                // 低走: from the first point it falls by at least 0.3 to the lowest
	Steady                 // 趋稳: at least three last points within 0.3
	Recovery               // 回升: the last point is at least 0.2 above the lowest and not below the one before
)

// Phases returns the words that a path of cumulative growths in one year allows,
// at published digits. A path with fewer than three known points allows none.
func Phases(path []data.Number) []Phase {
	var x []float64
	for _, n := range path {
		if n.Known() {
			x = append(x, data.HalfAway.Round(n.Value, int(n.Digits)))
		}
	}
	if len(x) < 3 {
		return nil
	}
	const slack = 1e-9
	low, high := math.Inf(1), math.Inf(-1)
	for _, v := range x {
		low, high = min(low, v), max(high, v)
	}
	last, first := x[len(x)-1], x[0]
	tail := x[len(x)-3:]
	var out []Phase
	if first > low && high-first <= 0.5+slack {
		out = append(out, HighStart)
	}
	if first-low >= 0.3-slack {
		out = append(out, Decline)
	}
	if max(tail[0], tail[1], tail[2])-min(tail[0], tail[1], tail[2]) <= 0.3+slack {
		out = append(out, Steady)
	}
	if last-low >= 0.2-slack && last >= x[len(x)-2] {
		out = append(out, Recovery)
	}
	return out
}

// RunBelow returns for how many of the last positions a lies below b without a
// break; a missing value ends the run.
func RunBelow(a, b []data.Number) int {
	n := 0
	for n < min(len(a), len(b)) {
		x, y := a[len(a)-1-n], b[len(b)-1-n]
		if !known(x, y) || x.Value >= y.Value {
			break
		}
		n++
	}
	return n
}

// Breadth returns how many values are above zero, and of how many known ones; a
// value of 0.0 is no growth.
func Breadth(growths []data.Number) (rising, of int) {
	for _, g := range growths {
		if !g.Known() {
			continue
		}
		of++
		if data.HalfAway.Round(g.Value, int(g.Digits)) > 0 {
			rising++
		}
	}
	return rising, of
}
