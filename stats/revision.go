package stats

import (
	"math"

	"yunxing/data"
)

// Revisions is what later releases did to a figure, over the periods for which both
// are known, in the unit of the figure (formulas §15).
type Revisions struct {
	N        int
	Mean     data.Number // bias: R̄, with R = later − first
	MeanSize data.Number // mean |R|
	Root     data.Number // √mean R²
	Upward   data.Number // share of R > 0, per cent
}

// RevisionsOf returns the account of revisions from the first and the later releases
// of the same periods, R = x_later − x_first (formulas §15). Periods that lack
// either are left out; the figures are not known where none is left.
func RevisionsOf(first, later []data.Number) Revisions {
	none := data.NotKnown()
	out := Revisions{Mean: none, MeanSize: none, Root: none, Upward: none}
	mean, size, square := exactly(0), exactly(0), exactly(0)
	sum, sizes, squares := 0.0, 0.0, 0.0
	up, upLow, upHigh := 0.0, 0.0, 0.0
	var inputs []data.Number
	var digits int8
	for i := range min(len(first), len(later)) {
		d := ExactDifference(later[i], first[i])
		if !d.Known() {
			continue
		}
		out.N++
		inputs = append(inputs, d)
		digits = max(digits, later[i].Digits, first[i].Digits)
		m := of(d).magnitude()
		mean, size, square = mean.plus(of(d)), size.plus(m), square.plus(m.times(m))
		sum, sizes, squares = sum+d.Value, sizes+abs(d.Value), squares+d.Value*d.Value
		if Difference(later[i], first[i]).Value > 0 {
			up++
		}
		if d.Lo > 1e-9 {
			upLow++
		}
		if d.Hi > 1e-9 {
			upHigh++
		}
	}
	if out.N == 0 {
		return out
	}
	n := float64(out.N)
	out.Mean = data.From(sum/n, mean.lo/n, mean.hi/n, digits+1, inputs...).By("R̄ = s/n, s = Σ R", "s n R", sum, n)
	out.MeanSize = data.From(sizes/n, size.lo/n, size.hi/n, digits+1, inputs...).By("m = s/n, s = Σ |R|", "s n R", sizes, n)
	out.Root = data.From(math.Sqrt(squares/n), math.Sqrt(square.lo/n), math.Sqrt(square.hi/n), digits+1, inputs...).By("m = √(s/n), s = Σ R²", "s n R", squares, n)
	out.Upward = data.From(100*up/n, 100*upLow/n, 100*upHigh/n, 1, inputs...).By("u = 100·k/n, k = #{R > 0}", "k n R", up, n)
	return out
}
