package stats

import "yunxing/data"

// LevelGrowth returns the growth in per cent of a level over a comparable base,
//
//	g = 100·(A/B − 1)
//
// (formulas §1). The base must be of the same enterprises, classification and
// prices: the level that was published a year before is none of these, and its
// ratio is a ScopeGap. Not known where the base may be zero or a loss.
func LevelGrowth(level, base data.Number) data.Number {
	if !positive(base) {
		return data.NotKnown()
	}
	return rate(derived(1, func(x []float64) float64 { return 100 * (x[0]/x[1] - 1) }, level, base).By("g = 100·(A/B − 1)", "A B"))
}

// A ScopeGap holds what a ratio of published levels says beside what the published
// growth says (口径差): both are right, and only the second is a growth.
type ScopeGap struct {
	Ratio   data.Number // 名义比 less one: 100·(A/A_{−1} − 1), per cent; never a growth
	Growth  data.Number // as published, at comparable scope
	Gap     data.Number // Ratio − Growth, percentage points
	Base    data.Number // the comparable base, A/(1 + g)
	BaseGap data.Number // Base over the level published a year before, less one, per cent
}

// ScopeGapOf returns the scope gap of a level with its published growth against
// the level published a year before. Industrial profits of 2023 were 8.5 % below
// those published for 2022 and fell by 2.3 % all the same, since the comparable
// base is 6.4 % below what had been published (formulas §1; China NBS, 按可比口径
// 计算). Parts that rest on what is missing are not known.
func ScopeGapOf(level, growth, yearBefore data.Number) ScopeGap {
	out := ScopeGap{Growth: growth, Base: ComparableBase(level, growth)}
	out.Ratio = LevelGrowth(level, yearBefore)
	out.Gap = rate(derived(1, func(x []float64) float64 { return x[0] - x[1] }, out.Ratio, growth).By("d = q − g", "q g"))
	out.BaseGap = LevelGrowth(out.Base, yearBefore)
	return out
}

// ComparableRate returns the comparable rate of the year before that a rate and
// its published change in percentage points imply, r_0 = r_1 − d: a margin of
// 5.76 % with a change of −0.20 means 5.96 % although 6.09 % had been published
// (formulas §1).
func ComparableRate(now, change data.Number) data.Number {
	return derived(max(now.Digits, change.Digits), func(x []float64) float64 { return x[0] - x[1] }, now, change).By("r₀ = r₁ − d", "r₁ d")
}

// Multiple returns the multiple in which a growth of 100 % and more is told,
// g/100: +127 % is 增长1.27倍 (formulas §1). Not known below 100 %.
func Multiple(growth data.Number) data.Number {
	if !growth.Known() || printed(growth) < 100 {
		return data.NotKnown()
	}
	return derived(growth.Digits+2, func(x []float64) float64 { return x[0] / 100 }, growth).By("m = g/100", "g")
}
