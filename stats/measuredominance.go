package stats

import (
	"context"

	"yunxing/data"
)

// growthWithout is the growth of all else than a branch, as non-coal growth.
func growthWithout() Measure {
	return Measure{
		ID: "growth-without", Zh: "剔除该行业后的增速（如非煤增速）", En: "Growth without the branch",
		HelpZh: "从总量中剔除一个行业后其余部分的增速，按公布的总量和增速计算；对煤炭即为非煤增速。",
		HelpEn: "Growth of all else than a branch, from published levels and growths; of coal it is non-coal growth.",
		Rule:   "g = 100·(T − A) / (T/(1+G/100) − A/(1+h/100)) − 100", Unit: "%", Basis: growthBasis(data.Cumulative), Source: "按定义 (by definition)",
		Needs: []Need{{"A", levelOf("profit", "")}, {"h", growthOf("profit", "")}},
		find: againstTotal(func(s, t []data.Series, p data.Period) (data.Number, []Term) {
			n := GrowthWithoutNow(basedAt(t[0], t[1], p), basedAt(s[0], s[1], p), Ratio(s[0].At(p), t[0].At(p), 2))
			return pricesOfLevels(s[0], s[1]).of(n), []Term{term("A", s[0], p), term("h", s[1], p), term("T", t[0], p), term("G", t[1], p)}
		}),
	}
}

// growthRest is the growth of all else than a part whose share is published.
func growthRest() Measure {
	return shareMeasure("growth-rest", "其余部分的增速（按公布比重推算）", "Growth of the rest (from the published share)",
		"由公布的比重和增速推算其余部分的增速，如由中小企业推算大型企业。",
		"Growth of what is left of the total, from the published share and growths: of large firms where small ones are published.",
		"g = 100·(1 − s/100) / (1/(1+G/100) − s/100/(1+h/100)) − 100", "%", growthBasis(data.Cumulative),
		GrowthWithoutNow)
}

// baseShare is the share of a part a year before that a published share implies.
func baseShare() Measure {
	return shareMeasure("base-share", "基期比重（按公布比重推算）", "Base share (from the published share)",
		"由本期比重和增速推算的上年同期比重；公布的比重为现价时只是近似。",
		"Share a year before that the share of now and the growths imply; near it only where the share is at current prices.",
		"s₀ = s·(1+G/100) / (1+h/100)", "%", data.Basis{Span: data.Cumulative, Measure: data.Share},
		func(total, growth, share data.Number) data.Number { return BaseShare(share, growth, total) })
}

// contributionShare is the contribution of a part whose share is published.
func contributionShare() Measure {
	return shareMeasure("contribution-share", "贡献率（按公布比重推算）", "Contribution (from the published share)",
		"由本期比重和增速推算的贡献率；公布的比重为现价时只是近似，总体增速可能为零时不给出。",
		"Contribution that the share of now and the growths imply; near it only where the share is at current prices. None where the total may not have grown.",
		"c = s·(1+G/100) / (1+h/100)·h / G", "%", data.Basis{Span: data.Cumulative, Measure: data.Share, Reference: data.YearAgo},
		func(total, growth, share data.Number) data.Number {
			return ContributionOfShare(BaseShare(share, growth, total), growth, total)
		})
}

// pullStated is the pull of a part whose contribution is published.
func pullStated() Measure {
	return Measure{
		ID: "pull-stated", Zh: "拉动（按公布贡献率推算）", En: "Pull (from the published contribution)",
		HelpZh: "由公布的贡献率和总体增速推算的拉动百分点。", HelpEn: "Points that a part adds to the growth of the total, from its published contribution.",
		Rule: "p = c·G/100", Needs: []Need{{"c", statedShare(data.YearAgo)}, {"G", growthOf("iva", data.TotalItem)}}, Unit: "个百分点",
		Basis: data.Basis{Span: data.Cumulative, Measure: data.Points, Reference: data.YearAgo}, Source: "按定义 (by definition)",
		find: func(ctx context.Context, m Measure, in Input) ([]Figure, error) {
			needs, err := m.all(ctx, in)
			if err != nil {
				return nil, err
			}
			var out []Figure
			for at, c := range needs[0] {
				total, ok := needs[1][placeOf{at.region, data.TotalItem}]
				if !ok {
					continue
				}
				for p := range in.periods(c) {
					if n := PullOfShare(c.At(p), total.At(p)); n.Shown() {
						out = append(out, m.figure(c.Key, p, n, term("c", c, p), term("G", total, p)))
					}
				}
			}
			return out, nil
		},
	}
}

// statedShare asks for what is published of parts in value added in per cent: shares,
// or against the year before contributions.
func statedShare(r data.Reference) data.Query {
	return data.Query{Indicator: "iva", Measure: data.Share, Span: data.Cumulative, Reference: r}
}

// shareMeasure is a measure of a part whose share in the total is published, from the
// growths of the total and of the part.
func shareMeasure(id, zh, en, helpZh, helpEn, rule, unit string, b data.Basis, f func(total, growth, share data.Number) data.Number) Measure {
	return Measure{
		ID: id, Zh: zh, En: en, HelpZh: helpZh, HelpEn: helpEn, Rule: rule, Unit: unit, Basis: b, Source: "按定义 (by definition)",
		Needs: []Need{{"h", growthOf("iva", "")}, {"s", statedShare(data.NoReference)}},
		find: func(ctx context.Context, m Measure, in Input) ([]Figure, error) {
			needs, err := m.all(ctx, in)
			if err != nil {
				return nil, err
			}
			var out []Figure
			for at, share := range needs[1] {
				h, part := needs[0][at]
				total, whole := needs[0][placeOf{at.region, data.TotalItem}]
				// a share against another period is a contribution
				if !part || !whole || at.item == data.TotalItem || share.Key.Basis.Reference != data.NoReference {
					continue
				}
				for p := range in.periods(share) {
					n := pricesOfShare(share, h).of(f(total.At(p), h.At(p), share.At(p)))
					if n.Shown() {
						out = append(out, m.figure(h.Key, p, n, term("s", share, p), term("h", h, p), term("G", total, p)))
					}
				}
			}
			return out, nil
		},
	}
}

// outgrowRun is for how many quarters in a row a branch has grown faster than the
// total, so that it contributes more than its base share.
func outgrowRun() Measure {
	return Measure{
		ID: "outgrow-run", Zh: "增速连续高于总体的季度数", En: "Quarters above the total in a row",
		HelpZh: "累计增速连续高于总体的季度数，此时贡献率高于基期比重；主导行业两个季度以上为“一业独大”的警示。",
		HelpEn: "Quarters in a row in which a branch grew faster than the total and so contributed more than its base share; two and more of the dominant branch are an alarm.",
		Rule:   "n = #{g > G; …}", Needs: []Need{{"g", growthOf("iva", "")}}, Unit: "个", Basis: data.Basis{Measure: data.Count}, Source: "按定义 (by definition)",
		find: againstTotal(func(s, t []data.Series, p data.Period) (data.Number, []Term) {
			q, ok := quarterOf(p)
			if !ok {
				return data.NotKnown(), nil
			}
			return runBelow("n = #{g > G; …}", "G", "g", t[0], s[0], q)
		}),
	}
}
