package stats

import (
	"context"

	"yunxing/data"
)

// auditIndexChains checks indices against the year before against those against the
// period before, and both against one with a fixed base.
func auditIndexChains() Auditor {
	return Auditor{RuleIndexChain, func(ctx context.Context, in Input) ([]Checked, error) {
		x, err := indicesOf(ctx, in)
		if err != nil {
			return nil, err
		}
		var out []Checked
		for _, at := range sorted(x.yearAgo) {
			if at.span == data.Cumulative {
				continue
			}
			year := int(at.freq)
			chain := over(x.yearAgo[at], func(p data.Period, n data.Number) Finding {
				return CheckIndexChain(n, lead(x.previous[at], p, year))
			})
			fixed := over(x.yearAgo[at], func(p data.Period, n data.Number) Finding {
				return CheckFixedIndex(n, x.fixed[at].At(p), x.fixed[at].At(p.YearAgo()))
			})
			out = append(append(out, identityOf(chain, year)...), identity(fixed)...)
		}
		for _, at := range sorted(x.previous) {
			if at.span == data.Cumulative {
				continue
			}
			out = append(out, identityOf(over(x.previous[at], func(p data.Period, n data.Number) Finding {
				return CheckFixedIndex(n, x.fixed[at].At(p), x.fixed[at].At(p.Add(-1)))
			}), 2)...)
		}
		return out, nil
	}}
}

// lead returns what a series holds at a period and the n−1 before it, nil where one
// is not known.
func lead(s data.Series, p data.Period, n int) []data.Number {
	out := make([]data.Number, n)
	for i := range out {
		if out[i] = s.At(p.Add(i + 1 - n)); !out[i].Known() {
			return nil
		}
	}
	return out
}

// An indexSet holds the indices of a project by what they compare with.
type indexSet struct{ yearAgo, previous, fixed map[spot]data.Series }

// indicesOf returns the indices of a project.
func indicesOf(ctx context.Context, in Input) (out indexSet, err error) {
	if out.yearAgo, err = spots(ctx, in, data.Index, data.YearAgo); err != nil {
		return out, err
	}
	if out.previous, err = spots(ctx, in, data.Index, data.PreviousPeriod); err != nil {
		return out, err
	}
	out.fixed, err = spots(ctx, in, data.Index, data.BaseYear)
	return out, err
}

// auditCumulativeIndices checks indices of the year so far against the ratio of means
// of the fixed-base index that is stated, or that those against the period before
// make.
func auditCumulativeIndices() Auditor {
	return Auditor{RuleCumulativeIndex, func(ctx context.Context, in Input) ([]Checked, error) {
		x, err := indicesOf(ctx, in)
		if err != nil {
			return nil, err
		}
		var out []Checked
		for _, at := range sorted(x.yearAgo) {
			single := at.in(data.Current)
			if at.span != data.Cumulative {
				continue
			}
			fixed, yearAgo := x.fixed[single], x.yearAgo[single]
			chain := x.previous[single]
			out = append(out, identityOf(over(x.yearAgo[at], func(p data.Period, n data.Number) Finding {
				if f := CheckCumulativeIndex(n, sinceJanuary(fixed, p), sinceJanuary(fixed, p.YearAgo())); f.Verdict != Unchecked {
					return f
				}
				return CheckCumulativeChain(n, sinceJanuary(yearAgo, p), sinceJanuary(chain, p.YearAgo()))
			}), int(at.freq))...)
		}
		return out, nil
	}}
}

// sinceJanuary returns what a series holds from the first period of the year to p, nil
// where one is not known.
func sinceJanuary(s data.Series, p data.Period) []data.Number { return lead(s, p, p.Number()) }
