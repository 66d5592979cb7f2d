package stats

import (
	"context"

	"yunxing/data"
)

// pull is what a branch did to the growth of the whole.
func pull() Measure {
	return partsMeasure("pull", "拉动", "Pull", "各行业对总量增速的拉动，按公布的总量和增速计算；增加值等现价总量与可比价增速并用时为按现价比重近似。",
		"Percentage points that each branch adds to the growth of the total, from published levels and growths; near it only where levels are at current prices and growths in volume, as of value added.",
		"p = 100·(A − A/(1+g/100)) / (T/(1+G/100))", "个百分点", data.Points, func(p Pull) data.Number { return p.Pull })
}

// contribution is the part of a branch in the growth of the whole.
func contribution() Measure {
	return partsMeasure("contribution", "贡献率", "Contribution", "各行业对总量增长的贡献率；总量几乎未变时不给出。",
		"Part of each branch in the growth of the total, in per cent; left out where the total hardly moved.",
		"c = 100·(A − A/(1+g/100)) / (T − T/(1+G/100))", "%", data.Share, func(p Pull) data.Number { return p.Contribution })
}

// partsMeasure is a measure of the branches of an indicator against its total.
func partsMeasure(id, zh, en, helpZh, helpEn, rule, unit string, m data.Measure, value func(Pull) data.Number) Measure {
	return Measure{
		ID: id, Zh: zh, En: en, HelpZh: helpZh, HelpEn: helpEn, Rule: rule, Unit: unit, Source: "按定义 (by definition)",
		Needs: []Need{{"A", levelOf("profit", "")}, {"g", growthOf("profit", "")}},
		Basis: data.Basis{Span: data.Cumulative, Measure: m, Reference: data.YearAgo},
		find: func(ctx context.Context, m Measure, in Input) ([]Figure, error) {
			levels, err := found(ctx, in.Reader, m.query(0, in))
			if err != nil {
				return nil, err
			}
			growths, err := found(ctx, in.Reader, m.query(1, in))
			if err != nil {
				return nil, err
			}
			var out []Figure
			for region, items := range byRegion(levels) {
				total, ok := items[data.TotalItem]
				if !ok {
					continue
				}
				whole := growths[placeOf{region, data.TotalItem}]
				for item, a := range items {
					g, ok := growths[placeOf{region, item}]
					total, agree := beside(total, a)
					if item == data.TotalItem || !ok || !agree {
						continue
					}
					for p := range in.periods(a) {
						pulls := ContributionAt(pricesOfLevels(a, g), Part{Level: total.At(p), Growth: basedAt(total, whole, p)}, []Part{{Item: item, Level: a.At(p), Growth: basedAt(a, g, p)}})
						if n := value(first(pulls)); n.Shown() {
							out = append(out, m.figure(a.Key, p, n, term("A", a, p), term("g", g, p), term("T", total, p), term("G", whole, p)))
						}
					}
				}
			}
			return out, nil
		},
	}
}

// first returns the first part, one that is not known without any.
func first(p Pulls) Pull {
	if len(p.Parts) == 0 {
		return Pull{Pull: data.NotKnown(), Contribution: data.NotKnown()}
	}
	return p.Parts[0]
}

// itemShare is the part of a branch in a total of levels.
func itemShare() Measure {
	return Measure{
		ID: "share", Zh: "比重", En: "Share",
		HelpZh: "各行业占总量的比重（现价）。", HelpEn: "Part of each branch in the total, at current prices.",
		Rule: "s = 100·A / T", Needs: []Need{{"A", levelOf("profit", "")}}, Unit: "%", Basis: data.Basis{Span: data.Cumulative, Measure: data.Share}, Source: "按定义 (by definition)",
		find: shares(func(m Measure, a, t data.Series, p data.Period) Figure {
			return m.figure(a.Key, p, Ratio(a.At(p), t.At(p), 1), term("A", a, p), term("T", t, p))
		}),
	}
}

// itemShareChange is the change of a share over the year.
func itemShareChange() Measure {
	return Measure{
		ID: "share-change", Zh: "比重变化", En: "Change of share",
		HelpZh: "各行业占总量的比重与上年同期之差。", HelpEn: "Share of each branch less that of a year before.",
		Rule: "d = 100·A₁/T₁ − 100·A₀/T₀", Needs: []Need{{"A₁", levelOf("profit", "")}}, Unit: "个百分点", Basis: changeBasis(), Source: "按定义 (by definition)",
		find: shares(func(m Measure, a, t data.Series, p data.Period) Figure {
			q := p.YearAgo()
			n := ExactDifference(Ratio(a.At(p), t.At(p), 1), Ratio(a.At(q), t.At(q), 1))
			n.Digits = 1
			return m.figure(a.Key, p, n, term("A₁", a, p), term("T₁", t, p), term("A₀", a, q), term("T₀", t, q))
		}),
	}
}

// shares works out a figure for every item against the total of its region.
func shares(f func(m Measure, a, t data.Series, p data.Period) Figure) func(context.Context, Measure, Input) ([]Figure, error) {
	return func(ctx context.Context, m Measure, in Input) ([]Figure, error) {
		levels, err := found(ctx, in.Reader, m.query(0, in))
		if err != nil {
			return nil, err
		}
		var out []Figure
		for _, items := range byRegion(levels) {
			total, ok := items[data.TotalItem]
			if !ok {
				continue
			}
			for item, a := range items {
				total, agree := beside(total, a)
				if item == data.TotalItem || !agree {
					continue
				}
				for p := range in.periods(a) {
					if fig := f(m, a, total, p); fig.Number.Shown() {
						out = append(out, fig)
					}
				}
			}
		}
		return out, nil
	}
}
