package stats

import "yunxing/data"

// A PriceBasis says whether weights and growths are at one set of prices.
type PriceBasis uint8

// Bases of price.
const (
	SamePrices  PriceBasis = iota
	MixedPrices            // weights at current prices beside growth in volume: 按现价比重近似
)

// PriceBasisOf returns MixedPrices where weights on one basis are at current prices
// and growths on another are at comparable or constant ones, as nearly all that
// China NBS prints: 绝对额按现价计算,增长速度按不变价计算 (formulas §0).
func PriceBasisOf(weights, growth data.Basis) PriceBasis {
	volume := growth.Price.Kind == data.ComparablePrice || growth.Price.Kind == data.ConstantPrice
	if weights.Price.Kind == data.CurrentPrice && volume {
		return MixedPrices
	}
	return SamePrices
}

// pricesOfLevels returns the price basis of levels beside their growth, as stated, or as
// is usual: value added and product are printed at current prices, their growth in
// volume, and all else at the prices of the levels.
func pricesOfLevels(levels, growth data.Series) PriceBasis {
	a, b := levels.Key.Basis, growth.Key.Basis
	if inVolume(growth.Key.Indicator) {
		a.Price, b.Price = priceOr(a.Price, data.CurrentPrice), priceOr(b.Price, data.ComparablePrice)
	}
	return PriceBasisOf(a, b)
}

// priceOr returns what is stated of a price, the usual kind where nothing is.
func priceOr(p data.Price, usual data.PriceKind) data.Price {
	if p.Kind == data.NoPrice {
		p.Kind = usual
	}
	return p
}

// inVolume reports whether the growth of an indicator is printed in volume.
func inVolume(indicator string) bool {
	switch indicator {
	case "iva", "iva_below", "iva_all", "manufacturing_va", grossProduct, "primary", "secondary", "tertiary":
		return true
	}
	return false
}

// of returns a number that rests on weights and growths of a price basis: an estimate
// where they are mixed.
func (p PriceBasis) of(n data.Number) data.Number {
	if p == MixedPrices {
		return estimated(n)
	}
	return n
}

// ContributionAt returns Contribution of levels whose prices may not be those of
// the growths. With MixedPrices all pulls and contributions are estimates and are
// to be shown as 按现价比重近似: after large price swings they are far off, as the
// secondary industry of Inner Mongolia in 2023 with 52.0 % against the official
// 45.7 % (formulas §6).
func ContributionAt(prices PriceBasis, total Part, parts []Part) Pulls {
	return Contribution(total, parts).at(prices)
}

// at marks what is approximate on a price basis.
func (p Pulls) at(prices PriceBasis) Pulls {
	p.Prices = prices
	if prices == SamePrices {
		return p
	}
	for i := range p.Parts {
		p.Parts[i].Pull = estimated(p.Parts[i].Pull)
		p.Parts[i].Contribution = estimated(p.Parts[i].Contribution)
	}
	p.Residual = estimated(p.Residual)
	return p
}

// estimated returns n with no better status than that of an estimate.
func estimated(n data.Number) data.Number {
	n.Status = max(n.Status, data.Estimated)
	return n
}
