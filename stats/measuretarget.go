package stats

import (
	"context"

	"yunxing/data"
)

// targetOf asks for the growth aimed at for the year.
func targetOf(item string) data.Query {
	return data.Query{Indicator: "iva_target", Item: item, Measure: data.Growth, Span: data.Cumulative, Reference: data.YearAgo}
}

// required is the growth that the rest of the year must reach for the target.
func required() Measure {
	return Measure{
		ID: "required", Zh: "完成目标所需的后期增速", En: "Growth required of the rest of the year",
		HelpZh: "为实现自身的全年增速目标，各地区、各行业其余月份须达到的增速，假定基期各月权重相等。",
		HelpEn: "Growth that the rest of the year must reach for the own target of each region and branch, at equal weights of the months of the base year.",
		Rule:   "g = (T − P·G) / (1 − P)", Needs: []Need{{"G", growthOf("iva", "")}, {"T", targetOf("")}}, Unit: "%", Basis: growthBasis(data.Current), Source: "按定义 (by definition)",
		find: pairs(func(_ Measure, g, t data.Series, p data.Period) (data.Number, []Term) { return requiredAt(g, t, p) }),
	}
}

// requiredShared is the growth that the rest of the year must reach for the target of
// the whole: of the region for a branch, of the parent region for a region.
func requiredShared() Measure {
	return Measure{
		ID: "required-shared", Zh: "达到总体目标所需的后期增速", En: "Growth required for the target of the whole",
		HelpZh: "各行业要使全年增速达到本地区的目标、各盟市要达到全区的目标，其余月份须达到的增速，假定基期各月权重相等。",
		HelpEn: "Growth that the rest of the year must reach for a branch to end the year at the target of its region, or a region at that of its parent, at equal weights of the months of the base year.",
		Rule:   "g = (T − P·G) / (1 − P)", Needs: []Need{{"G", growthOf("iva", "")}, {"T", targetOf(data.TotalItem)}}, Unit: "%", Basis: growthBasis(data.Current), Source: "按定义 (by definition)",
		find: func(ctx context.Context, m Measure, in Input) ([]Figure, error) {
			wide := in
			wide.Region = ""
			needs, err := m.all(ctx, wide)
			if err != nil {
				return nil, err
			}
			var out []Figure
			for at, g := range needs[0] {
				t, ok := needs[1][wholeOf(at, in.Catalog)]
				if !ok || in.Region != "" && in.Region != at.region {
					continue
				}
				for p := range in.periods(g) {
					if n, terms := requiredAt(g, t, p); n.Shown() {
						out = append(out, m.figure(g.Key, p, n, terms...))
					}
				}
			}
			return out, nil
		},
	}
}

// wholeOf returns what a place is a part of: its region of a branch, the parent region
// of a total.
func wholeOf(at placeOf, c *data.Catalog) placeOf {
	if at.item != data.TotalItem {
		return placeOf{at.region, data.TotalItem}
	}
	r, _ := c.Region(at.region) // of an unknown region the parent is "", which has no series
	return placeOf{r.Parent, data.TotalItem}
}

// requiredAt returns the growth that the rest of the year must reach after p, from the
// growth so far and the target of the year.
func requiredAt(g, t data.Series, p data.Period) (data.Number, []Term) {
	share, ok := equalPart(p)
	if !ok || overLoss(g.At(p)) {
		return data.NotKnown(), nil
	}
	year := data.Year(p.Year())
	return Required(t.At(year), g.At(p), share), []Term{term("T", t, year), term("G", g, p), {Symbol: "P", Number: share}}
}

// equalPart returns the share of a year that is over at the end of p if all of its
// months weigh the same, an estimate, and false where that is all of it.
func equalPart(p data.Period) (data.Number, bool) {
	n := monthsOf(p)
	return estimated(exact(float64(n) / 12)), n > 0 && n < 12
}

// requiredPercentile is how the required growth stands beside that of the same months
// in past years.
func requiredPercentile() Measure {
	return Measure{
		ID: "required-percentile", Zh: "所需后期增速的历史分位", En: "Percentile of the required growth in the past",
		HelpZh: "完成自身目标所需的后期增速在以往各年同一后期增速中的分位：100为高于以往各年，至少需要三年。",
		HelpEn: "Place of the growth required for the own target among that of the same months of past years: 100 is above all of them. At least three years are needed.",
		Rule:   "q = 100·#{gᵢ < (T − P·G) / (1 − P)} / n", Needs: []Need{{"G", growthOf("iva", "")}, {"T", targetOf("")}}, Unit: "%", Basis: data.Basis{Measure: data.Share}, Source: "按定义 (by definition)",
		find: pairs(func(_ Measure, g, t data.Series, p data.Period) (data.Number, []Term) {
			need, terms := requiredAt(g, t, p)
			rests, past := pastRests(g, p)
			n, err := Percentile(need, rests)
			if err != nil { // the past is too short to judge by
				return data.NotKnown(), nil
			}
			return n, append(terms, past...)
		}),
	}
}

// pastRests returns the growth of the rest of each year before that of p, the latest
// first, as numbers and as terms.
func pastRests(g data.Series, p data.Period) ([]data.Number, []Term) {
	share, _ := equalPart(p)
	var rests []data.Number
	var terms []Term
	for before := p.YearAgo(); before.Compare(g.Start) >= 0; before = before.YearAgo() {
		year := data.Year(before.Year())
		rest := RestGrowths([]data.Number{g.At(year)}, []data.Number{g.At(before)}, share)[0]
		if rest.Known() {
			rests, terms = append(rests, rest), append(terms, Term{"gᵢ", g.Key, year, rest})
		}
	}
	return rests, terms
}

// yearScenario is the growth of the year if the rest of it grows as its last quarter.
func yearScenario() Measure {
	return Measure{
		ID: "year-scenario", Zh: "全年增速情景（后期保持当季增速）", En: "Year at the pace of the last quarter",
		HelpZh: "假定其余月份的增速与最近一个季度当季增速（推算）相同，全年的增速；基期各月权重相等。是情景，不是预测。",
		HelpEn: "Growth of the year if its rest grows as the last quarter did, as implied by cumulative growths at equal weights of the months of the base year. A scenario and no forecast.",
		Rule:   "Ĝ = P·G + (1 − P)·g", Needs: []Need{{"G", growthOf("iva", "")}}, Unit: "%", Basis: growthBasis(data.Cumulative), Source: "按定义 (by definition)",
		find: each(func(_ Measure, s data.Series, p data.Period) (data.Number, []Term) {
			q, ok := p.In(data.Quarterly)
			if !ok || q.Number() == 4 || overLoss(s.At(q)) || q.Number() > 1 && overLoss(s.At(q.Add(-1))) {
				return data.NotKnown(), nil
			}
			share, current := equalShare(q.Number()), s.At(q)
			if q.Number() > 1 {
				current = ImpliedCurrent(s.At(q), s.At(q.Add(-1)), share, equalShare(q.Number()-1))
			}
			n := YearFrom(s.At(q), current, share)
			n.Status = max(n.Status, data.Projected)
			return n, []Term{term("G", s, q), {"g", s.Key, q, current}, {Symbol: "P", Number: share}}
		}),
	}
}
