package stats

import "yunxing/data"

// PullOfShare returns the pull of a part in percentage points from its base share
// in per cent and its growth in per cent, pull = s_0·g/100 (formulas §6).
func PullOfShare(base, growth data.Number) data.Number {
	return derived(2, func(x []float64) float64 { return x[0] * x[1] / 100 }, base, growth).By("p = s₀·g/100", "s₀ g")
}

// ContributionOfShare returns the contribution of a part in per cent from its base
// share s_0 in per cent and the two growths, contribution = s_0·g/G (formulas §6).
// Not known where G may be zero.
func ContributionOfShare(base, growth, total data.Number) data.Number {
	if !known(total) || total.Lo <= 0 && total.Hi >= 0 {
		return data.NotKnown()
	}
	return derived(1, func(x []float64) float64 { return x[0] * x[1] / x[2] }, base, growth, total).By("c = s₀·g/G", "s₀ g G")
}

// BaseShareOf returns the base share in per cent, at the prices of the growths,
// that a published contribution implies, s_0 = contribution·G/g (formulas §6). It
// is the alternative to a share at current prices. Not known where g may be zero.
func BaseShareOf(contribution, growth, total data.Number) data.Number {
	if !known(growth) || growth.Lo <= 0 && growth.Hi >= 0 {
		return data.NotKnown()
	}
	return derived(2, func(x []float64) float64 { return x[0] * x[2] / x[1] }, contribution, growth, total).By("s₀ = c·G/g", "c g G")
}
