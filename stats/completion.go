package stats

import "yunxing/data"

// CompletionBefore returns the completion ratio of the year before from that of a
// year and from the growths of the year and of its part that is over,
//
//	r_0 = r_1·(1 + G)/(1 + g)
//
// (formulas §12). Not known where a growth may be −100 %.
func CompletionBefore(ratio, year, soFar data.Number) data.Number {
	if !known(ratio) || !above100(year, soFar) {
		return data.NotKnown()
	}
	return derived(4, func(x []float64) float64 {
		return x[0] * (1 + x[1]/100) / (1 + x[2]/100)
	}, ratio, year, soFar).By("r₀ = r₁·(1+G/100)/(1+g/100)", "r₁ G g")
}

// MeanCompletion returns the mean of the completion ratios of several years. Not
// known where one of them is not, or there is none.
func MeanCompletion(ratios []data.Number) data.Number {
	if len(ratios) == 0 {
		return data.NotKnown()
	}
	n, s := float64(len(ratios)), sum(ratios)
	if !known(s) {
		return data.NotKnown()
	}
	return data.From(s.Value/n, s.Lo/n, s.Hi/n, 4, ratios...).By("R = s/n, s = Σ r", "s n r", s.Value, n)
}

// YearByCompletion returns the growth of the year in per cent that follows from the
// growth so far, the completion ratio of the year before and the mean of those of
// past years (formulas §12),
//
//	1 + Ĝ = (1 + G)·r/r̄
//
// Not known where the growth may be −100 %.
func YearByCompletion(now, last, mean data.Number) data.Number {
	if !above100(now) || !positive(last, mean) {
		return data.NotKnown()
	}
	return rate(derived(1, func(x []float64) float64 {
		return 100 * ((1+x[0]/100)*x[1]/x[2] - 1)
	}, now, last, mean).By("Y = 100·((1+G/100)·r/R − 1)", "G r R"))
}
