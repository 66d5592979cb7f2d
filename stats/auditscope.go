package stats

import "yunxing/data"

// auditLevelGrowths checks levels and their growths at comparable scope against the
// levels published a year before. What differs is of another scope, and told once for
// a series and year, but for what stands alone in it.
func auditLevelGrowths() Auditor {
	return onFigures(RuleLevelGrowth, func(in Input, f partSet) []Checked {
		var out []Checked
		for _, at := range sorted(f.levels) {
			levels, growths := f.levels[at], f.growths[at]
			if len(growths.Points) == 0 {
				continue
			}
			run := over(levels, func(p data.Period, before data.Number) Finding {
				next := p.Add(int(p.Freq()))
				return CheckLevelGrowth(levels.At(next), BasedGrowth(growths.At(next), levels.At(next), before), before)
			})
			out = append(out, yearly(lone(run))...)
		}
		return out
	})
}
