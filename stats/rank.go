package stats

import (
	"errors"
	"fmt"

	"yunxing/data"
)

// ErrCoverage reports that too few members of a group are known to rank them.
var ErrCoverage = errors.New("stats: less than nine in ten members known")

// A Place is where a member stands in its group.
type Place struct {
	Rank      int // 1 is the highest; equal values share a rank, 1 2 2 4
	Ties      int // others with the same value
	Best      int // the highest rank that rounding leaves possible
	Worst     int // the lowest
	Of        int // members with a value
	Universe  int // members in all
	Estimated bool
}

// Ranks returns the place of each value by competition ranking at published
// digits, rank = 1 + #{greater} (formulas §11), and ErrCoverage if fewer than
// nine in ten are known. The place of a value that is not known is the zero
// Place. The range Best–Worst is that within which the true rank lies.
func Ranks(values []data.Number) ([]Place, error) {
	n := 0
	for _, v := range values {
		if v.Known() {
			n++
		}
	}
	if n*10 < len(values)*9 || n == 0 {
		return nil, fmt.Errorf("%w: %d of %d", ErrCoverage, n, len(values))
	}
	out := make([]Place, len(values))
	for i, v := range values {
		if v.Known() {
			out[i] = place(values, i)
			out[i].Of, out[i].Universe = n, len(values)
		}
	}
	return out, nil
}

// place counts who stands before the i-th value.
func place(values []data.Number, i int) Place {
	const slack = 1e-9
	v := values[i]
	p := Place{Rank: 1, Best: 1, Worst: 1, Estimated: v.Status > data.Published}
	for j, w := range values {
		if j == i || !w.Known() {
			continue
		}
		switch {
		case w.Value > v.Value+slack:
			p.Rank++
		case w.Value >= v.Value-slack:
			p.Ties++
		}
		if w.Lo >= v.Hi-slack {
			p.Best++
		}
		if w.Hi > v.Lo+slack {
			p.Worst++
		}
	}
	return p
}
