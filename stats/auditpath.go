package stats

import (
	"context"

	"yunxing/data"
)

// auditPaths checks cumulative growths and indices against the cumulative one of the
// period before and that of the single period: whatever their weights, the first is a
// mean of the other two. A month that lies outside of what two cumulative rates allow
// is found so, too. Bases are revised between two releases, so that what lies less
// than the largest revision apart is of another scope.
func auditPaths() Auditor {
	return Auditor{RulePath, func(ctx context.Context, in Input) ([]Checked, error) {
		var out []Checked
		for _, m := range []data.Measure{data.Growth, data.Index} {
			series, err := spots(ctx, in, m, data.YearAgo)
			if err != nil {
				return nil, err
			}
			for _, at := range sorted(series) {
				if at.span == data.Cumulative && !mayBeNegative(in.Catalog, at.indicator) {
					total, single := series[at], series[at.in(data.Current)]
					found := astray(pathOver(total, single), total, single)
					if at.item == data.TotalItem {
						found = outstanding(found) // what is of a branch may move to another
					}
					out = append(out, yearly(found)...)
				}
			}
		}
		return out, nil
	}}
}

// pathOver checks a cumulative rate over time.
func pathOver(total, single data.Series) []Checked {
	return over(total, func(p data.Period, n data.Number) Finding {
		if len(single.Points) == 0 || p.Number() == 1 {
			return Finding{}
		}
		f := CheckBetween(n, []data.Number{total.At(p.Add(-1)), single.At(p)})
		f.Rule = RulePath
		return f.asRevision(largestRevision)
	})
}

// auditRises checks that cumulative levels of flows that cannot be negative do not
// fall within a year, but for a revision.
func auditRises() Auditor {
	return Auditor{RuleRise, func(ctx context.Context, in Input) ([]Checked, error) {
		levels, err := in.Reader.Series(ctx, data.Query{Measure: data.Level, Span: data.Cumulative, Region: in.Region})
		if err != nil {
			return nil, err
		}
		var out []Checked
		for _, s := range levels {
			if i, ok := in.Catalog.Indicator(s.Key.Indicator); !ok || i.Kind != data.Flow || mayBeNegative(in.Catalog, i.Code) {
				continue
			}
			out = append(out, over(s, func(p data.Period, n data.Number) Finding {
				if p.Number() == 1 {
					return Finding{}
				}
				return CheckRise(n, s.At(p.Add(-1)))
			})...)
		}
		return out, nil
	}}
}

// auditCurrents checks growths of single periods against those that the cumulative
// levels and their growths imply. The bases of two releases may differ, and of a
// single period the more, so that what differs is of another scope.
func auditCurrents() Auditor {
	return onFigures(RuleCurrent, func(in Input, f partSet) []Checked {
		var out []Checked
		for _, at := range sorted(f.growths) {
			levels, growths := f.levels[at.in(data.Cumulative)], f.growths[at.in(data.Cumulative)]
			if at.span != data.Current || mayBeNegative(in.Catalog, at.indicator) || len(levels.Points) == 0 {
				continue
			}
			run := over(f.growths[at], func(p data.Period, n data.Number) Finding {
				if p.Number() == 1 {
					return Finding{}
				}
				q := p.Add(-1)
				return CheckCurrent(n, CurrentFromLevels(levels.At(p), growths.At(p), levels.At(q), growths.At(q))).asScope(BaseRevised)
			})
			out = append(out, yearly(run)...)
		}
		return out
	})
}
