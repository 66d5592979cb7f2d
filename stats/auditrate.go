package stats

import "yunxing/data"

// CheckCurrent checks the growth published for a single period against that which
// the cumulative growths imply (see ImpliedCurrent and CurrentFromLevels). What
// rounding cannot explain has the reason BaseRevised: the base may have been
// revised between the releases (formulas §2, example 3).
func CheckCurrent(published, implied data.Number) Finding {
	return agree(RuleCurrent, published, implied, implied).because(BaseRevised)
}

// CheckDifference checks a stated change in percentage points against the two
// rates, d = g₁ − g₀, computed from the published figures (formulas §5). A change
// of unpublished rates may differ by up to the sum of the half units.
func CheckDifference(stated, now, then data.Number) Finding {
	return agree(RuleDifference, stated, Difference(now, then), now, then)
}

// CheckShareRate checks the identity
//
//	contribution_i / s_i0 = g_i / G,
//
// contribution and base share s_i0 in per cent (formulas §6). With shares at other
// prices than the growth, as current shares beside growth in volume, what rounding
// cannot explain is a scope difference. Unchecked where an input is not known or G
// may be zero.
func CheckShareRate(contribution, share, growth, total data.Number, prices PriceBasis) Finding {
	want := ContributionOfShare(share, growth, total)
	f := agree(RuleShareRate, contribution, want, share, growth, total)
	if prices == MixedPrices {
		return f.asScope(PricesDiffer)
	}
	return f
}

// CheckShareLink checks this year's share against last year's and the growths,
//
//	s_i1 = s_i0·(1 + g_i) / (1 + G)
//
// in per cent (formulas §6). Shares at current prices beside growth in volume
// differ by the change of relative prices: a scope difference.
func CheckShareLink(now, before, growth, total data.Number, prices PriceBasis) Finding {
	f := agree(RuleShareLink, now, ShareAfter(before, growth, total), before, growth, total)
	if prices == MixedPrices {
		return f.asScope(PricesDiffer)
	}
	return f
}

// CheckContributions checks that the contributions of all parts make 100 %.
func CheckContributions(parts []data.Number) Finding {
	whole := data.Number{Value: 100, Lo: 100, Hi: 100, Digits: digitsOf(parts)}
	return agree(RuleContribution, whole, sum(parts), parts...)
}

// CheckPulls checks the growth of a total against the pulls of all its parts,
// Σ pull_i = G in percentage points.
func CheckPulls(total data.Number, pulls []data.Number) Finding {
	return agree(RulePulls, total, sum(pulls), pulls...)
}

// CheckContributionBound checks that a part which grows slower than a growing
// total contributes no more than its base share, and one that grows faster no
// less: contribution_i ≥ s_i0 exactly if g_i ≥ G (formulas §6). It needs no exact
// prices of any of the four and so finds confused columns. The derived figure is
// the share. Unchecked where an input is not known, or G is not surely positive.
func CheckContributionBound(contribution, share, growth, total data.Number) Finding {
	f := agree(RuleContributionBound, contribution, share, share, growth, total)
	if !known(contribution, share, growth) || !positive(total) {
		f.Verdict, f.Reason = Unchecked, InputsMissing
		return f
	}
	slower, faster := growth.Hi < total.Lo, growth.Lo > total.Hi
	switch {
	case slower && contribution.Lo > share.Hi, faster && contribution.Hi < share.Lo:
		f.Verdict = Inconsistent
	case slower && contribution.Value > share.Value, faster && contribution.Value < share.Value:
		f.Verdict = WithinRounding
	default:
		f.Verdict = Consistent
	}
	return f
}

// digitsOf returns the most decimals among ns.
func digitsOf(ns []data.Number) int8 {
	var d int8
	for _, n := range ns {
		d = max(d, n.Digits)
	}
	return d
}

// CheckPullContribution checks a stated pull against the stated contribution to the
// same growth, pull_i = contribution_i·G/100 (formulas §6), which holds at any prices.
func CheckPullContribution(pull, contribution, total data.Number) Finding {
	want := derived(2, func(x []float64) float64 { return x[0] * x[1] / 100 }, contribution, total)
	return agree(RulePullContribution, pull, want, contribution, total)
}

// CheckPullRate checks a stated pull against the base share and the growth of the
// part, pull_i = s_i0·g_i/100 (formulas §6). Shares at other prices than the growth
// make a scope difference, as with CheckShareRate.
func CheckPullRate(pull, share, growth data.Number, prices PriceBasis) Finding {
	f := agree(RuleShareRate, pull, PullOfShare(share, growth), share, growth)
	if prices == MixedPrices {
		return f.asScope(PricesDiffer)
	}
	return f
}

// CheckShare checks a stated share in per cent against the levels of the part and of
// the total, s = 100·A/T (formulas §6).
func CheckShare(share, part, total data.Number) Finding {
	return agree(RuleShare, share, Ratio(part, total, share.Digits), part, total)
}
