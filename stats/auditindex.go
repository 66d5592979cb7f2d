package stats

import (
	"slices"

	"yunxing/data"
)

// CheckIndexChain checks an index against the year before against the twelve
// monthly (four quarterly) ones that lead to it, Π M = I (formulas §4). Unchecked
// where one is not known; one that is not above zero is wrong and found so.
func CheckIndexChain(yearAgo data.Number, previous []data.Number) Finding {
	if len(previous) == 0 || !known(previous...) {
		return agree(RuleIndexChain, yearAgo, data.NotKnown(), previous...)
	}
	value, box := 100.0, exactly(100)
	for _, m := range previous {
		value, box = value*m.Value/100, box.times(of(m)).by(0.01)
	}
	return agree(RuleIndexChain, yearAgo, data.From(value, box.lo, box.hi, 2, previous...), previous...)
}

// CheckFixedIndex checks an index against the year or the period before against that
// of a fixed-base index, I_t = 100·F_t/F_{t−lag} (formulas §4).
func CheckFixedIndex(stated, now, then data.Number) Finding {
	return agree(RuleIndexChain, stated, unchained(now, then), now, then)
}

// CheckCumulativeIndex checks an index of the year so far against the fixed-base
// index of its periods and of those a year before, 100·Σ F/Σ F_{−1}, the ratio of
// means (formulas §4).
func CheckCumulativeIndex(stated data.Number, now, then []data.Number) Finding {
	return agree(RuleCumulativeIndex, stated, unchained(sum(now), sum(then)), slices.Concat(now, then)...)
}

// CheckCumulativeChain checks an index of the year so far against the indices of its
// periods against the year before, weighted with the price level of the year before
// that the indices against the period before make,
//
//	100·Σ F_{m,−1}·I_m / Σ F_{m,−1},   F_{m,−1} = Π_{i≤m} M_{i,−1},
//
// which is the ratio of means (formulas §4). The levels are a common factor but for
// the year's own movement, so that their rounding hardly matters.
func CheckCumulativeChain(stated data.Number, yearAgo, previous []data.Number) Finding {
	inputs := slices.Concat(yearAgo, previous)
	if len(yearAgo) == 0 || len(yearAgo) != len(previous) || !positive(inputs...) {
		return agree(RuleCumulativeIndex, stated, data.NotKnown(), inputs...)
	}
	level, top, bottom := exact(1), 0.0, 0.0
	levels := make([]data.Number, len(previous))
	for i, m := range previous {
		if i > 0 { // the level of the first is the unit
			level = chained(level, m)
		}
		levels[i] = level
		top += level.Value * yearAgo[i].Value
		bottom += level.Value
	}
	mean := top / bottom
	// Around the mean, Σ F·(I − Ī)/Σ F: what is uncertain of F counts only where I is
	// not Ī.
	apart, whole := exactly(0), exactly(0)
	for i, f := range levels {
		apart = apart.plus(of(f).times(of(yearAgo[i]).minus(exactly(mean))))
		whole = whole.plus(of(f))
	}
	box, _ := apart.over(whole) // levels are above zero
	return agree(RuleCumulativeIndex, stated, data.From(mean, mean+box.lo, mean+box.hi, 2, inputs...), inputs...)
}
