package stats

import "yunxing/data"

// CurrentGrowth returns ImpliedCurrent to one decimal, and an error wrapping
// ErrImprecise where its interval does not bear one, as in every month from June
// on with equal weights and rates of one decimal (formulas §2: ±0.05·(2m − 1)).
func CurrentGrowth(now, before, pNow, pBefore data.Number) (data.Number, error) {
	return OneDecimal(ImpliedCurrent(now, before, pNow, pBefore))
}

// CurrentFromLevels returns the growth of the current period in per cent that two
// cumulative levels of one year with their comparable growths imply (formulas §2),
//
//	B_k = C_k/(1 + G_k),   g_k = 100·((C_k − C_{k−1})/(B_k − B_{k−1}) − 1).
//
// No weights are needed. Not known where an input is not, or the base of the
// period may be zero or negative.
func CurrentFromLevels(levelNow, growthNow, levelBefore, growthBefore data.Number) data.Number {
	now, before := ComparableBase(levelNow, growthNow), ComparableBase(levelBefore, growthBefore)
	if !known(now, before) || now.Lo <= before.Hi {
		return data.NotKnown()
	}
	return rate(derived(1, func(x []float64) float64 {
		base := x[0]/(1+x[1]/100) - x[2]/(1+x[3]/100)
		return 100 * ((x[0]-x[2])/base - 1)
	}, levelNow, growthNow, levelBefore, growthBefore).By("g = 100·((C₁ − C₀)/(C₁/(1+G₁/100) − C₀/(1+G₀/100)) − 1)", "C₁ G₁ C₀ G₀"))
}

// CurrentGrowths returns the growth of each single period in per cent that
// cumulative growths of one year imply, with the base-year cumulative shares P_k as
// fractions (formulas §2); the first is the first cumulative one. Each has the
// decimals that its interval bears. A period that lacks its own or the period
// before's rate is not known.
func CurrentGrowths(cumulative, shares []data.Number) []data.Number {
	out := make([]data.Number, len(cumulative))
	for k, g := range cumulative {
		switch {
		case k >= len(shares):
			out[k] = data.NotKnown()
		case k == 0:
			out[k] = g
			if !g.Known() {
				out[k] = data.NotKnown()
			}
		default:
			out[k] = ImpliedCurrent(g, cumulative[k-1], shares[k], shares[k-1])
		}
	}
	return out
}
