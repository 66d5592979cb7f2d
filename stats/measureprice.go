package stats

import (
	"strconv"

	"yunxing/data"
)

// indexOf asks for an index of single periods against another one.
func indexOf(indicator string, r data.Reference) data.Query {
	return data.Query{Indicator: indicator, Measure: data.Index, Reference: r}
}

// indexChange is the change of a price index against the year before from that of some
// years before, in points: of the year so far, or of the month alone.
func indexChange(id, zh, en string, years int, span data.Span) Measure {
	agoZh, agoEn := "上年同期", "a year before"
	if years > 1 {
		n := strconv.Itoa(years)
		agoZh, agoEn = n+"年前同期", n+" years before"
	}
	q := indexOf("ppi", data.YearAgo)
	q.Span = span
	return Measure{
		ID: id, Zh: zh + "较" + agoZh + "变化", En: "Change of the " + en + " from " + agoEn,
		HelpZh: zh + "（上年同期＝100）与" + agoZh + "之差，按公布的小数位计算。", HelpEn: "The " + en + " (year before = 100) less that of the same time " + agoEn + ", at published digits.",
		Rule: "d = I₁ − I₀", Needs: []Need{{"I₁", q}}, Unit: "个百分点", Basis: data.Basis{Span: span, Measure: data.Change}, Source: "内蒙古工业运行情况, 2013",
		find: each(func(_ Measure, s data.Series, p data.Period) (data.Number, []Term) {
			then := p.Add(-years * int(p.Freq()))
			return Difference(s.At(p), s.At(then)), []Term{term("I₁", s, p), term("I₀", s, then)}
		}),
	}
}

// soFarIndexChange is the change of the index of the year so far.
func soFarIndexChange(years int) Measure {
	return indexChange("index-change-"+strconv.Itoa(years), "累计出厂价格指数", "producer price index of the year so far", years, data.Cumulative)
}

// monthIndexChange is the change of the index of the month.
func monthIndexChange(years int) Measure {
	return indexChange("index-month-change-"+strconv.Itoa(years), "当月出厂价格指数", "producer price index of the month", years, data.Current)
}

// carryOver is what last year's movement leaves of this year's price change.
func carryOver() Measure {
	return priceMeasure("carry-over", "翘尾因素", "Carry-over of prices",
		"由环比指数计算：上年同月之后的价格变动对本月同比的影响。", "What the movement of prices after the same month of the year before leaves in the change over the year, from indices against the month before.",
		"c = 100·(Fᴅ/F₀ − 1)", func(r PriceRise) data.Number { return r.CarryOver })
}

// newRise is the rest of the price change, which is of this year.
func newRise() Measure {
	return priceMeasure("new-rise", "新涨价因素", "New price rise",
		"由环比指数计算：上年12月以来的价格变动对本月同比的影响，与翘尾因素之和为同比涨幅。", "What the movement of prices since last December makes of the change over the year, from indices against the month before; with the carry-over it is all of it.",
		"c = 100·(F₁ − Fᴅ)/F₀", func(r PriceRise) data.Number { return r.New })
}

// priceMeasure is a part of the change of a price over the year, worked out from the
// indices against the month before.
func priceMeasure(id, zh, en, helpZh, helpEn, rule string, part func(PriceRise) data.Number) Measure {
	return Measure{
		ID: id, Zh: zh, En: en, HelpZh: helpZh, HelpEn: helpEn, Rule: rule, Unit: "个百分点", Source: "国家统计局 (China NBS), 价格指数的环比、同比与定基",
		Needs: []Need{{"F", indexOf("ppi", data.PreviousPeriod)}}, Basis: data.Basis{Measure: data.Points, Reference: data.YearAgo},
		find: each(func(_ Measure, s data.Series, p data.Period) (data.Number, []Term) {
			fixed, ok := chainFrom(s, p.YearAgo(), p)
			if !ok {
				return data.NotKnown(), nil
			}
			rise, err := CarryOver(fixed, p)
			if err != nil {
				return data.NotKnown(), nil
			}
			december, then := data.Year(p.Year()-1), p.YearAgo()
			return part(rise), []Term{{"F₁", s.Key, p, fixed.At(p)}, {"Fᴅ", s.Key, december, lastOfYear(fixed, p.Year()-1)}, {"F₀", s.Key, then, fixed.At(then)}}
		}),
	}
}

// chainFrom returns the fixed-base index that the indices against the period before
// make from start, which is 100, to p, and false where they do not reach so far.
func chainFrom(previous data.Series, start, p data.Period) (data.Series, bool) {
	first, last := start.Add(1).Sub(previous.Start), p.Sub(previous.Start)
	if first < 0 || last < first || last >= len(previous.Points) {
		return data.Series{}, false
	}
	part := previous
	part.Start, part.Points = start.Add(1), previous.Points[first:last+1]
	fixed, err := FixedFromPrevious(part)
	return fixed, err == nil
}

// fixedIndex is the index that chains the indices against the period before.
func fixedIndex() Measure {
	return Measure{
		ID: "fixed-index", Zh: "定基指数（环比连乘）", En: "Fixed-base index (chained)",
		HelpZh: "由环比指数连乘得到，以第一个环比指数的上一期为100；越往后舍入区间越宽。", HelpEn: "Indices against the period before multiplied up, 100 before the first of them; rounding leaves more open the longer it runs.",
		Rule: "F = 100·Π mᵢ/100", Needs: []Need{{"mᵢ", indexOf("ppi", data.PreviousPeriod)}}, Unit: "点", Basis: data.Basis{Measure: data.Index, Reference: data.BaseYear}, Source: "国家统计局 (China NBS), 价格指数的环比、同比与定基",
		find: eachSeries(FixedFromPrevious, chainTerms),
	}
}

// fixedApproximate is the fixed-base index that indices against the year before make
// if prices did not move within the base year.
func fixedApproximate() Measure {
	return Measure{
		ID: "fixed-approximate", Zh: "近似定基指数", En: "Approximate fixed-base index",
		HelpZh: "由同比指数连乘得到，假定第一个同比指数的上一年价格全年不变、等于100；是估计，不能代替公布的定基指数。", HelpEn: "Indices against the year before multiplied up as if prices had stood at 100 all through the year before the first of them: an estimate and no substitute for a published index.",
		Rule: "F = 100·Π Iᵢ/100", Needs: []Need{{"Iᵢ", indexOf("ppi", data.YearAgo)}}, Unit: "点", Basis: data.Basis{Measure: data.Index, Reference: data.BaseYear}, Source: "国家统计局 (China NBS), 价格指数的环比、同比与定基",
		find: eachSeries(func(s data.Series) (data.Series, error) { return ApproximateFixed(s, s.Start.Year()-1) }, yearTermsOf),
	}
}

// chainTerms returns the indices that the chain up to p multiplies.
func chainTerms(s data.Series, p data.Period) []Term {
	var out []Term
	for q := s.Start; q.Compare(p) <= 0; q = q.Add(1) {
		out = append(out, term("mᵢ", s, q))
	}
	return out
}

// yearTermsOf returns the indices of the same period of each year up to p.
func yearTermsOf(s data.Series, p data.Period) []Term {
	var out []Term
	for q := p; q.Compare(s.Start) >= 0; q = q.YearAgo() {
		out = append(out, term("Iᵢ", s, q))
	}
	return out
}

// cumulativeIndex is the price index of the year so far from those of its months
// against the year before.
func cumulativeIndex() Measure {
	return Measure{
		ID: "cumulative-index", Zh: "累计价格指数（推算）", En: "Cumulative price index (implied)",
		HelpZh: "今年以来各月同比指数以上年同月定基指数为权数的平均，即两年平均价格之比；上年定基指数由环比连乘，不是同比指数的简单平均。",
		HelpEn: "Mean of the indices of the months against the year before, weighted with the fixed-base index of those months of that year, as its monthly changes make it: the ratio of mean prices, and no simple mean.",
		Rule:   "I = Σ Fᵢ·Iᵢ / Σ Fᵢ", Needs: []Need{{"Iᵢ", indexOf("ppi", data.YearAgo)}, {"F", indexOf("ppi", data.PreviousPeriod)}}, Unit: "点", Basis: data.Basis{Span: data.Cumulative, Measure: data.Index, Reference: data.YearAgo}, Source: "国家统计局 (China NBS), 价格指数的环比、同比与定基",
		find: pairs(func(_ Measure, yearAgo, previous data.Series, p data.Period) (data.Number, []Term) {
			first := p.Add(1 - p.Number())
			if first.Freq() != previous.Start.Freq() {
				return data.NotKnown(), nil
			}
			fixed, ok := chainFrom(previous, first.YearAgo().Add(-1), p.YearAgo())
			if !ok {
				return data.NotKnown(), nil
			}
			var indices, weights []data.Number
			var terms []Term
			for q := first; q.Compare(p) <= 0; q = q.Add(1) {
				w := fixed.At(q.YearAgo())
				indices, weights = append(indices, yearAgo.At(q)), append(weights, w)
				terms = append(terms, term("Iᵢ", yearAgo, q), Term{"Fᵢ", previous.Key, q.YearAgo(), w})
			}
			return CumulativeFromYearAgo(indices, weights), terms
		}),
	}
}
