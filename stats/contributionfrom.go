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

// A Pair is one part of a total, or the total, in two years on one basis: equal
// scope and equal prices.
type Pair struct {
	Item      string
	Base, Now data.Number
}

// ContributionFromLevels returns the pulls of parts on the growth of a total from
// levels of both years on one basis (formulas §6),
//
//	pull_i = 100·(A_i − B_i)/B,   G = 100·(A/B − 1).
//
// A part that had a loss has a pull but no growth. A base must be a comparable
// one: the level published a year ago is not. Missing parts are in the residual;
// all is not known where the total is not or its base may be zero.
func ContributionFromLevels(total Pair, parts []Pair) Pulls {
	out := Pulls{Total: total.pull(total.Base), Residual: data.NotKnown()}
	out.Total.Pull = out.Total.Growth
	if !out.Total.Pull.Known() {
		return out
	}
	for _, p := range parts {
		out.Parts = append(out.Parts, p.pull(total.Base))
	}
	out.settle()
	return out
}

// pull returns the pull of p on a total with a base.
func (p Pair) pull(base data.Number) Pull {
	out := Pull{Part: Part{Item: p.Item, Level: p.Now, Growth: LevelGrowth(p.Now, p.Base)}, Base: p.Base}
	out.Turn, out.Contribution, out.Pull = turn(p.Now, p.Base), data.NotKnown(), data.NotKnown()
	if !known(p.Now, p.Base) || !positive(base) {
		return out
	}
	out.Pull = derived(2, func(x []float64) float64 { return 100 * (x[0] - x[1]) / x[2] }, p.Now, p.Base, base)
	return out
}

// A ShareYear says of which year a share is.
type ShareYear uint8

// Years of a share.
const (
	ThisYear ShareYear = iota
	YearBefore
)

// A SharePart is one part of a total, known by its share in per cent of the total
// and its growth in per cent.
type SharePart struct {
	Item   string
	Share  data.Number
	Growth data.Number
}

// ContributionFromShares returns the pulls of parts on a growth G from their
// shares and growths (formulas §6),
//
//	pull_i = s_i0·g_i/100,   s_i0 = s_i1·(1 + G)/(1 + g_i).
//
// Levels and bases in the answer are shares in per cent. Shares at other prices
// than the growths make estimates, as with ContributionAt. Parts without share or
// growth are in the residual; all is not known where G is not or may be −100 %.
func ContributionFromShares(total data.Number, parts []SharePart, year ShareYear, prices PriceBasis) Pulls {
	if year == ThisYear {
		whole := Part{Item: data.TotalItem, Level: exact(100), Growth: total}
		list := make([]Part, len(parts))
		for i, p := range parts {
			list[i] = Part{Item: p.Item, Level: p.Share, Growth: p.Growth}
		}
		return ContributionAt(prices, whole, list)
	}
	out := Pulls{Total: Pull{Part: Part{Item: data.TotalItem, Level: data.NotKnown(), Growth: total}, Base: exact(100), Pull: total, Contribution: data.NotKnown()}, Residual: data.NotKnown()}
	if !above100(total) {
		out.Total.Pull = data.NotKnown()
		return out
	}
	for _, p := range parts {
		out.Parts = append(out.Parts, Pull{
			Part:         Part{Item: p.Item, Level: ShareAfter(p.Share, p.Growth, total), Growth: p.Growth},
			Base:         p.Share,
			Pull:         PullOfShare(p.Share, p.Growth),
			Contribution: data.NotKnown(),
		})
	}
	out.settle()
	return out.at(prices)
}

// exact returns a number that is not rounded and rests on no observation.
func exact(v float64) data.Number { return data.Number{Value: v, Lo: v, Hi: v, Digits: 1} }

// PullOfShare returns the pull of a part in percentage points from its base share
// in per cent and its growth in per cent, pull = s_0·g/100 (formulas §6).
func PullOfShare(base, growth data.Number) data.Number {
	return derived(2, func(x []float64) float64 { return x[0] * x[1] / 100 }, base, growth)
}

// ContributionOfShare returns the contribution of a part in per cent from its base
// share s_0 in per cent and the two growths, contribution = s_0·g/G (formulas §6).
// Not known where G may be zero.
func ContributionOfShare(base, growth, total data.Number) data.Number {
	if !known(total) || total.Lo <= 0 && total.Hi >= 0 {
		return data.NotKnown()
	}
	return derived(1, func(x []float64) float64 { return x[0] * x[1] / x[2] }, base, growth, total)
}

// BaseShareOf returns the base share in per cent, at the prices of the growths,
// that a published contribution implies, s_0 = contribution·G/g (formulas §6). It
// is the alternative to a share at current prices. Not known where g may be zero.
func BaseShareOf(contribution, growth, total data.Number) data.Number {
	if !known(growth) || growth.Lo <= 0 && growth.Hi >= 0 {
		return data.NotKnown()
	}
	return derived(2, func(x []float64) float64 { return x[0] * x[2] / x[1] }, contribution, growth, total)
}

// A Role says what a part did to the growth of a total, for the wording.
type Role uint8

// Roles.
const (
	NoRole  Role = iota // not known, no movement, or the total did not move
	Drives              // moved with the total: 拉动增长, or 对降幅的贡献 where it shrank
	Offsets             // moved against it: 抵消
)

// Role returns what the i-th part did, at the digits of its pull. A contribution
// to a shrinking total is one to the fall (formulas §6).
func (p Pulls) Role(i int) Role {
	if i < 0 || i >= len(p.Parts) || !known(p.Parts[i].Pull, p.Total.Pull) {
		return NoRole
	}
	switch x := printed(p.Parts[i].Pull) * printed(p.Total.Pull); {
	case x > 0:
		return Drives
	case x < 0:
		return Offsets
	}
	return NoRole
}

// Shrinking reports whether the total shrank at published digits: pulls are then
// to be shown before contributions (formulas §6).
func (p Pulls) Shrinking() bool {
	return p.Total.Pull.Known() && printed(p.Total.Pull) < 0
}
