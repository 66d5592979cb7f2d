package stats

import (
	"context"

	"yunxing/data"
)

// auditShares checks stated shares of parts against the levels of the part and of the
// total, and shares of all parts against 100 %.
func auditShares() Auditor {
	return onFigures(RuleShare, func(in Input, f partSet) []Checked {
		var out []Checked
		for _, at := range sorted(f.shares) {
			total, ok := beside(f.levels[totalSpot(at)], f.levels[at])
			if totalSpot(at) == at || !ok {
				continue
			}
			part := f.levels[at]
			out = append(out, over(f.shares[at], func(p data.Period, share data.Number) Finding {
				return CheckShare(share, part.At(p), total.At(p))
			})...)
		}
		for _, w := range wholes(in.Catalog, f.shares) {
			if !isRate(in.Catalog, w.at.indicator) {
				out = append(out, over(w.parts[0], func(p data.Period, _ data.Number) Finding {
					found := CheckContributions(numbers(w.parts, p))
					found.Rule = RuleShare
					return found
				})...)
			}
		}
		return out
	})
}

// isRate reports whether an indicator is one whose shares are of its own, as
// utilisation, and not of a total.
func isRate(c *data.Catalog, indicator string) bool {
	i, ok := c.Indicator(indicator)
	return !ok || i.Kind == data.Rate
}

// auditShareLinks checks stated shares against those of the year before and the
// growths.
func auditShareLinks() Auditor {
	return onFigures(RuleShareLink, func(in Input, f partSet) []Checked {
		var out []Checked
		for _, at := range sorted(f.shares) {
			shares, growths, totals := f.shares[at], f.growths[at], f.growths[totalSpot(at)]
			out = append(out, over(shares, func(p data.Period, now data.Number) Finding {
				return CheckShareLink(now, shares.At(p.YearAgo()), growths.At(p), totals.At(p), pricesOfShare(shares, growths))
			})...)
		}
		return out
	})
}

// auditBetween checks growths, price indices and utilisation of totals against those
// of all their parts: a mean lies between them, whatever their weights. Growth of
// what may be negative, as profits, is no mean.
func auditBetween() Auditor {
	return Auditor{RuleBetween, func(ctx context.Context, in Input) ([]Checked, error) {
		f, err := partFigures(ctx, in)
		if err != nil {
			return nil, err
		}
		indices, err := spots(ctx, in, data.Index, data.YearAgo)
		if err != nil {
			return nil, err
		}
		monthly, err := spots(ctx, in, data.Index, data.PreviousPeriod)
		if err != nil {
			return nil, err
		}
		var out []Checked
		for _, series := range []map[spot]data.Series{f.growths, indices, monthly, f.shares} {
			for _, w := range wholes(in.Catalog, series) {
				if !isMean(in.Catalog, w) {
					continue
				}
				out = append(out, over(series[w.at], func(p data.Period, n data.Number) Finding {
					return CheckBetween(n, numbers(w.parts, p))
				})...)
			}
		}
		return out, nil
	}}
}

// isMean reports whether the figure of a whole is a mean of those of its parts with
// weights above zero.
func isMean(c *data.Catalog, w whole) bool {
	if w.parts[0].Key.Basis.Measure == data.Share {
		return isRate(c, w.at.indicator)
	}
	return !mayBeNegative(c, w.at.indicator)
}

// mayBeNegative reports whether levels of an indicator may be below zero, or nothing
// is known of it.
func mayBeNegative(c *data.Catalog, indicator string) bool {
	switch indicator {
	case "profit", "tax", "":
		return true
	}
	_, ok := c.Indicator(indicator)
	return !ok
}
