package stats

import "yunxing/data"

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
	out.Pull = derived(2, func(x []float64) float64 { return 100 * (x[0] - x[1]) / x[2] }, p.Now, p.Base, base).By("p = 100·(A − B)/T", "A B T")
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
