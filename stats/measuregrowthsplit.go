package stats

import "yunxing/data"

// growthEffect is what the growth of a branch did to the change of the growth of the
// total.
func growthEffect() Measure {
	return splitMeasure("growth-effect", "增速变化中的增长效应", "Growth effect in the change of growth",
		"行业自身增速变化使总体增速变化的百分点；与结构效应之和为该行业拉动的变化。",
		"Points of the change of the growth of the total that come from the branch growing faster or slower than a year before; with the structure effect they make the change of its pull.",
		"e = (s₁ + s₀)/2·(g₁ − g₀)/100", func(e GrowthEffect) data.Number { return e.Growth })
}

// structureEffect is what the weight of a branch did to it.
func structureEffect() Measure {
	return splitMeasure("structure-effect", "增速变化中的结构效应", "Structure effect in the change of growth",
		"行业基期比重变化使总体增速变化的百分点；与增长效应之和为该行业拉动的变化。",
		"Points of the change of the growth of the total that come from the branch weighing more or less than a year before; with the growth effect they make the change of its pull.",
		"e = (g₁ + g₀)/2·(s₁ − s₀)/100", func(e GrowthEffect) data.Number { return e.Structure })
}

// splitMeasure is a part of the change of the pull of a branch over the year, from
// levels and growths of two years.
func splitMeasure(id, zh, en, helpZh, helpEn, rule string, part func(GrowthEffect) data.Number) Measure {
	return Measure{
		ID: id, Zh: zh, En: en, HelpZh: helpZh, HelpEn: helpEn, Rule: rule, Unit: "个百分点", Source: "按定义 (by definition)",
		Needs: []Need{{"A", levelOf("profit", "")}, {"g", growthOf("profit", "")}},
		Basis: data.Basis{Span: data.Cumulative, Measure: data.Points, Reference: data.YearAgo},
		find: againstTotal(func(s, t []data.Series, p data.Period) (data.Number, []Term) {
			now, then := sharedRate(s, t, p), sharedRate(s, t, p.YearAgo())
			split := SplitGrowth([]SharedRate{then}, []SharedRate{now}, t[1].At(p.YearAgo()), t[1].At(p))
			if len(split.Parts) == 0 {
				return data.NotKnown(), nil
			}
			return pricesOfLevels(s[0], s[1]).of(part(split.Parts[0])), []Term{
				{"s₁", s[0].Key, p, now.Share},
				{"s₀", s[0].Key, p.YearAgo(), then.Share},
				term("g₁", s[1], p), term("g₀", s[1], p.YearAgo()),
			}
		}),
	}
}

// sharedRate returns the base share and the growth of a branch at p, from levels and
// growths of it and of the total.
func sharedRate(s, t []data.Series, p data.Period) SharedRate {
	growth := basedAt(s[0], s[1], p)
	share := BaseShare(Ratio(s[0].At(p), t[0].At(p), 2), growth, basedAt(t[0], t[1], p))
	return SharedRate{Share: share, Growth: growth}
}
