package stats

import "yunxing/data"

// CumulativeGrowth returns the cumulative growth in per cent after each period
// from current growths and base-year levels or weights (formulas §2),
//
//	G_k = Σ_{i≤k} b_i·g_i / Σ_{i≤k} b_i,
//
// a mean weighted with the base: neither simple nor chained. The interval is that
// of the rounded rates at the given weights. From the first period that lacks a
// rate or a positive weight on, nothing is known.
func CumulativeGrowth(current, base []data.Number) []data.Number {
	out := make([]data.Number, len(current))
	top, bottom, box := 0.0, 0.0, exactly(0)
	var inputs []data.Number
	broken := false
	for k, g := range current {
		broken = broken || k >= len(base) || !g.Known() || !positive(base[k])
		if broken {
			out[k] = data.NotKnown()
			continue
		}
		b := base[k].Value
		top, bottom, box = top+b*g.Value, bottom+b, box.plus(of(g).by(b))
		inputs = append(inputs, g, base[k])
		out[k] = data.From(top/bottom, box.lo/bottom, box.hi/bottom, 1, inputs...).By("G = Σ b·g/Σ b", "g b …")
	}
	return out
}

// CumulativeFromLevels returns the cumulative growth in per cent after each period
// from current levels and comparable base levels, G_k = 100·(Σ a_i/Σ b_i − 1)
// (formulas §2). From the first period that is missing on, nothing is known.
func CumulativeFromLevels(levels, base []data.Number) []data.Number {
	out := make([]data.Number, len(levels))
	for k := range levels {
		out[k] = data.NotKnown()
		if k < len(base) {
			out[k] = LevelGrowth(sum(levels[:k+1]), sum(base[:k+1]))
		}
	}
	return out
}
