package stats

import (
	"context"
	"slices"

	"yunxing/data"
)

// auditSums checks cumulative levels of flows against the cumulative one of the month
// or quarter before and the single one.
func auditSums() Auditor {
	return Auditor{RuleCurrent, func(ctx context.Context, in Input) ([]Checked, error) {
		cumulative, err := levelsBy(ctx, in, data.Cumulative)
		if err != nil {
			return nil, err
		}
		single, err := levelsBy(ctx, in, data.Current)
		if err != nil {
			return nil, err
		}
		var out []Checked
		for key, items := range cumulative {
			other := key
			other.Basis.Span = data.Current
			for item, total := range items {
				s, ok := beside(single[other][item], total)
				if !ok || total.Start.Freq() == data.Annual {
					continue
				}
				k := key
				k.Item = item
				var run []Checked
				for i := range total.Points {
					p := total.Start.Add(i)
					if p.Number() == 1 {
						continue
					}
					f := CheckParts(total.At(p), []data.Number{total.At(p.Add(-1)), s.At(p)})
					f.Rule = RuleCurrent
					run = append(run, Checked{f.because(BaseRevised), k, p})
				}
				run = slices.DeleteFunc(run, func(c Checked) bool { return c.Verdict == Unchecked })
				if kept := identityOf(run, 2); kept != nil {
					out = append(out, kept...)
				} else {
					out = append(out, astraySum(run, total, s)...)
				}
			}
		}
		return out, nil
	}}
}

// astraySum returns, of a cumulative level that is revised too often for an identity,
// the one finding that no revision explains, as astray does of rates.
func astraySum(all []Checked, total, single data.Series) []Checked {
	at, stands := farthest(sumDetours(total, single))
	if !stands {
		return nil
	}
	for _, c := range all {
		if c.Period == total.Start.Add(at) && c.Verdict == Inconsistent {
			c.Reason = NoReason
			return []Checked{c}
		}
	}
	return nil
}

// sumDetours returns how far each cumulative level leaves the path of those before and
// after it and the single periods between, in per cent of it, as detours does of rates.
func sumDetours(total, single data.Series) []float64 {
	out := make([]float64, len(total.Points))
	for i, n := range total.Points {
		p := total.Start.Add(i)
		last, next := total.At(p.Add(-1)), total.At(p.Add(1))
		now, then := single.At(p), single.At(p.Add(1))
		out[i] = -1
		if p.Number() == 1 || p.Number() == int(p.Freq()) || !known(last, now, next, then) || !positive(n) {
			continue
		}
		out[i] = 100 * aside(of(n), of(last).plus(of(now)), of(next).minus(of(then))) / n.Value
	}
	return out
}
