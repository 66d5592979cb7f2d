package stats

import "yunxing/data"

// auditContributions checks that stated contributions of all parts make 100 %.
func auditContributions() Auditor {
	return onFigures(RuleContribution, func(in Input, f partSet) []Checked {
		var out []Checked
		for _, w := range wholes(in.Catalog, f.contributions) {
			out = append(out, over(w.parts[0], func(p data.Period, _ data.Number) Finding {
				return CheckContributions(numbers(w.parts, p))
			})...)
		}
		return out
	})
}

// auditPulls checks stated growths of totals against the stated pulls of all parts.
func auditPulls() Auditor {
	return onFigures(RulePulls, func(in Input, f partSet) []Checked {
		var out []Checked
		for _, w := range wholes(in.Catalog, f.pulls) {
			out = append(out, over(f.growths[w.at], func(p data.Period, growth data.Number) Finding {
				return CheckPulls(growth, numbers(w.parts, p))
			})...)
		}
		return out
	})
}

// auditPullContributions checks stated pulls against the stated contributions to the
// same growth.
func auditPullContributions() Auditor {
	return onFigures(RulePullContribution, func(in Input, f partSet) []Checked {
		var out []Checked
		for _, at := range sorted(f.pulls) {
			out = append(out, over(f.pulls[at], func(p data.Period, pull data.Number) Finding {
				return CheckPullContribution(pull, f.contributions[at].At(p), f.growths[totalSpot(at)].At(p))
			})...)
		}
		return out
	})
}

// totalSpot returns the spot of what a part is a part of: the total of its indicator,
// gross product for an industry.
func totalSpot(at spot) spot {
	for _, code := range industries() {
		if at.indicator == code && at.item == data.TotalItem {
			at.indicator = grossProduct
		}
	}
	return at.of(data.TotalItem)
}

// auditShareRates checks stated contributions and pulls against the share of the year
// before and the growths. Shares are printed at current prices and growths in volume,
// unless a source says otherwise, so that what disagrees is of other prices.
func auditShareRates() Auditor {
	return onFigures(RuleShareRate, func(in Input, f partSet) []Checked {
		var out []Checked
		for _, at := range sorted(f.contributions) {
			out = append(out, over(f.contributions[at], func(p data.Period, c data.Number) Finding {
				r := f.rates(at, p)
				return CheckShareRate(c, r.base, r.growth, r.total, r.prices)
			})...)
		}
		for _, at := range sorted(f.pulls) {
			out = append(out, over(f.pulls[at], func(p data.Period, pull data.Number) Finding {
				r := f.rates(at, p)
				return CheckPullRate(pull, r.base, r.growth, r.prices)
			})...)
		}
		return out
	})
}

// auditContributionBounds checks stated contributions against the bound of the share
// of the year before.
func auditContributionBounds() Auditor {
	return onFigures(RuleContributionBound, func(in Input, f partSet) []Checked {
		var out []Checked
		for _, at := range sorted(f.contributions) {
			out = append(out, over(f.contributions[at], func(p data.Period, c data.Number) Finding {
				r := f.rates(at, p)
				found := CheckContributionBound(c, r.base, r.growth, r.total)
				if r.prices == MixedPrices {
					return found.asScope(PricesDiffer)
				}
				return found
			})...)
		}
		return out
	})
}

// A rateOfPart is what a part of a growth is worked out from.
type rateOfPart struct {
	base, growth, total data.Number // base share, in per cent
	prices              PriceBasis
}

// rates returns the base share and the growths of a part at a period: the share of
// the year before or, where only that of this year is stated, the one it implies.
func (f partSet) rates(at spot, p data.Period) rateOfPart {
	share, growth, total := f.shares[at], f.growths[at], f.growths[totalSpot(at)]
	r := rateOfPart{share.At(p.YearAgo()), growth.At(p), total.At(p), pricesOfShare(share, growth)}
	if !r.base.Known() {
		r.base = BaseShare(share.At(p), r.growth, r.total)
	}
	return r
}

// pricesOfShare returns the price basis of a share beside a growth. A share that does
// not say at which prices it is, is at current ones (formulas §0), and a growth that
// does not is in volume.
func pricesOfShare(share, growth data.Series) PriceBasis {
	a, b := share.Key.Basis, growth.Key.Basis
	a.Price, b.Price = priceOr(a.Price, data.CurrentPrice), priceOr(b.Price, data.ComparablePrice)
	return PriceBasisOf(a, b)
}
