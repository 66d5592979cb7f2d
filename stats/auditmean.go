package stats

import (
	"context"

	"yunxing/data"
)

// auditMeanRates checks utilisation of the year so far against that of its quarters.
func auditMeanRates() Auditor {
	return Auditor{RuleMeanRate, func(ctx context.Context, in Input) ([]Checked, error) {
		shares, err := spots(ctx, in, data.Share, data.NoReference)
		if err != nil {
			return nil, err
		}
		var out []Checked
		for _, at := range sorted(shares) {
			single := at.in(data.Current)
			single.freq = data.Quarterly
			if at.span != data.Cumulative || at.indicator != "utilisation" {
				continue
			}
			out = append(out, over(shares[at], func(p data.Period, n data.Number) Finding {
				q, ok := p.In(data.Quarterly)
				if !ok {
					return Finding{}
				}
				return CheckMeanUtilisation(n, sinceJanuary(shares[single], q))
			})...)
		}
		return out, nil
	}}
}
