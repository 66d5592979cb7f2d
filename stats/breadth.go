package stats

import (
	"yunxing/data"
)

// A BreadthOf is how many members of a group grow (增长面), with all that has to be
// told with it. A value of 0.0 is no growth; members that are not known are in
// Universe alone.
type BreadthOf struct {
	Rising, Flat, Falling int
	Of                    int         // known members
	Universe              int         // members in all
	Share                 data.Number // 100·Rising/Of, per cent
}

// BreadthShare returns the breadth of growths at published digits, n(g > 0)/N in
// per cent (formulas §8): 29 of 41 branches are 70.7 %. The interval is that of the
// members whose sign rounding leaves open. The share is not known where no member
// is.
func BreadthShare(growths []data.Number) BreadthOf {
	out := BreadthOf{Universe: len(growths), Share: data.NotKnown()}
	var have []data.Number
	surely, perhaps := 0, 0
	for _, g := range growths {
		if !g.Known() {
			continue
		}
		have = append(have, g)
		switch v := printed(g); {
		case v > 0:
			out.Rising++
		case v < 0:
			out.Falling++
		default:
			out.Flat++
		}
		if g.Lo > 0 {
			surely++
		}
		if g.Hi > 0 {
			perhaps++
		}
	}
	if out.Of = len(have); out.Of > 0 {
		n := float64(out.Of)
		out.Share = data.From(100*float64(out.Rising)/n, 100*float64(surely)/n, 100*float64(perhaps)/n, 1, have...).By("b = 100·k/n, k = #{g > 0}", "k n g", float64(out.Rising), n)
	}
	return out
}

// A Majority is a word on how many members do something.
type Majority uint8

// Words, by the breadth in per cent (formulas §17).
const (
	NoMajority Majority = iota // not known, or from 20 to 50
	Few                        // 少数: less than 20
	Most                       // 多数: more than 50
	GreatMost                  // 大多数: 80 and more
	AllMembers                 // 全部
)

// MajorityOf returns the word that a breadth in per cent allows, at its digits.
func MajorityOf(breadth data.Number) Majority {
	if !breadth.Known() {
		return NoMajority
	}
	switch v := printed(breadth); {
	case breadth.Value >= 100:
		return AllMembers
	case v >= 80:
		return GreatMost
	case v > 50:
		return Most
	case v < 20:
		return Few
	}
	return NoMajority
}

// HistoricalDiffusion returns the diffusion index over the members of a group from
// their changes, at published digits,
//
//	DI = 100·Σ w_i·[1(Δ_i > 0) + ½·1(Δ_i = 0)],
//
// 50 being the threshold (formulas §8; Moore 1950). With nil weights all known
// members weigh the same; weights are in any unit and exact, and a member without a
// known change or a positive weight is left out. Not known where none is left.
func HistoricalDiffusion(changes, weights []data.Number) data.Number {
	v, lo, hi, total := 0.0, 0.0, 0.0, 0.0
	var inputs []data.Number
	for i, d := range changes {
		w := exact(1)
		if weights != nil {
			w = data.NotKnown()
			if i < len(weights) {
				w = weights[i]
			}
		}
		if !d.Known() || !w.Known() || w.Value <= 0 {
			continue
		}
		inputs = append(inputs, d, w)
		total += w.Value
		v += w.Value * half(printed(d))
		lo += w.Value * half(d.Lo)
		hi += w.Value * half(d.Hi)
	}
	if total == 0 {
		return data.NotKnown()
	}
	return data.From(100*v/total, 100*lo/total, 100*hi/total, 1, inputs...).By("D = 100·s/t, s = Σ w·[Δ > 0], t = Σ w", "s t Δ w …", v, total)
}

// half returns 1 for a rise, ½ for no change and 0 for a fall.
func half(d float64) float64 {
	switch {
	case d > 0:
		return 1
	case d < 0:
		return 0
	}
	return 0.5
}

// WeightedMean returns Σ w·v/Σ w, as survey indices of branches and sizes are put
// together by sales (formulas §8). The interval is that of the values at the given
// weights. Not known where a value or a weight is not or is negative, none is
// positive, or the lists differ in length: a missing member would shift the mean.
func WeightedMean(values, weights []data.Number) data.Number {
	if len(values) != len(weights) || !known(values...) || !known(weights...) {
		return data.NotKnown()
	}
	v, total, box := 0.0, 0.0, exactly(0)
	for i, w := range weights {
		if w.Value < 0 {
			return data.NotKnown()
		}
		v, total, box = v+w.Value*values[i].Value, total+w.Value, box.plus(of(values[i]).by(w.Value))
	}
	if total == 0 {
		return data.NotKnown()
	}
	return data.From(v/total, box.lo/total, box.hi/total, digitsOf(values), paired(values, weights)...).By("m = s/t, s = Σ w·v, t = Σ w", "s t v w …", v, total)
}
