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
				out = append(out, identityOf(run, 2)...)
			}
		}
		return out, nil
	}}
}
