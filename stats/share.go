package stats

import "yunxing/data"

// ShareAfter returns this year's share of a part in per cent from last year's and
// the growths of the part and of the total,
//
//	s_1 = s_0·(1 + g)/(1 + G)
//
// (formulas §6). Not known where a growth may be −100 %.
func ShareAfter(base, growth, total data.Number) data.Number {
	if !above100(growth, total) {
		return data.NotKnown()
	}
	return derived(2, func(x []float64) float64 { return x[0] * (1 + x[1]/100) / (1 + x[2]/100) }, base, growth, total).By("s₁ = s₀·(1+g/100)/(1+G/100)", "s₀ g G")
}

// BaseShare returns last year's share of a part in per cent from this year's and
// the growths of the part and of the total,
//
//	s_0 = s_1·(1 + G)/(1 + g)
//
// (formulas §6). It is a base share only where s_1 is at the prices of the growths.
// Not known where a growth may be −100 %.
func BaseShare(now, growth, total data.Number) data.Number {
	return ShareAfter(now, total, growth)
}

// GrowthWithout returns the growth in per cent of what is left of a total without
// one part, from the part's base share in per cent (formulas §7),
//
//	g_non = (G − s_0·g)/(1 − s_0),
//
// as non-coal growth. Not known where the part may be all of the total.
func GrowthWithout(total, growth, base data.Number) data.Number {
	if !known(base) || base.Hi >= 100 {
		return data.NotKnown()
	}
	return rate(derived(1, func(x []float64) float64 {
		s := x[2] / 100
		return (x[0] - s*x[1]) / (1 - s)
	}, total, growth, base).By("x = (G − s₀·g/100)/(1 − s₀/100)", "G g s₀"))
}

// GrowthWithoutNow returns GrowthWithout from the part's share of this year in per
// cent, with each input taken once, so that the interval is not too wide,
//
//	g_non = (1 − s_1)/(1/(1 + G) − s_1/(1 + g)) − 1.
//
// Large firms grew 8.3 % (8.1 to 8.6) where small ones with 68.2 % of the total
// grew 14.1 % and all 12.2 % (formulas §6). Not known where a growth may be −100 %
// or the part may have been all of the total.
func GrowthWithoutNow(total, growth, now data.Number) data.Number {
	base := BaseShare(now, growth, total)
	if !above100(total, growth) || !known(base) || base.Hi >= 100 {
		return data.NotKnown()
	}
	return rate(derived(1, func(x []float64) float64 {
		f, g, s := 1+x[0]/100, 1+x[1]/100, x[2]/100
		return 100 * ((1-s)/(1/f-s/g) - 1)
	}, total, growth, now).By("x = 100·((1 − s₁/100)/(1/(1+G/100) − s₁/100/(1+g/100)) − 1)", "G g s₁"))
}
