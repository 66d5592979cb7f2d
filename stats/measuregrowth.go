package stats

import (
	"slices"
	"strconv"
	"time"

	"yunxing/data"
)

// growthOf asks for the year-on-year growth of an indicator, cumulative over the
// year.
func growthOf(indicator, item string) data.Query {
	return data.Query{Indicator: indicator, Item: item, Measure: data.Growth, Span: data.Cumulative, Reference: data.YearAgo}
}

// levelOf asks for the cumulative level of an indicator.
func levelOf(indicator, item string) data.Query {
	return data.Query{Indicator: indicator, Item: item, Measure: data.Level, Span: data.Cumulative}
}

// Bases of derived figures.
func changeBasis() data.Basis {
	return data.Basis{Span: data.Cumulative, Measure: data.Change, Reference: data.YearAgo}
}

func growthBasis(s data.Span) data.Basis {
	return data.Basis{Span: s, Measure: data.Growth, Reference: data.YearAgo}
}

// growthChange is the change of a cumulative growth against that of the same period
// some years before, in percentage points.
func growthChange(years int) Measure {
	id, zh, en := "growth-change", "增速较上年同期变化", "Change of growth from a year before"
	if years > 1 {
		n := strconv.Itoa(years)
		id, zh, en = id+"-"+n, "增速较"+n+"年前同期变化", "Change of growth from "+n+" years before"
	}
	return Measure{
		ID: id, Zh: zh, En: en,
		HelpZh: "累计增速与以前年度同期累计增速之差，按公布的小数位计算；增速低于−100%的（基期亏损）不给出。",
		HelpEn: "Cumulative growth less that of the same months of the earlier year, at published digits. None where one is below −100 %, which is no growth: there was a loss.",
		Rule:   "d = g₁ − g₀", Needs: []Need{{"g₁", growthOf("iva", "")}}, Unit: "个百分点", Basis: changeBasis(), Source: "按定义 (by definition)",
		find: each(func(_ Measure, s data.Series, p data.Period) (data.Number, []Term) {
			q := p.Add(-years * int(p.Freq()))
			now, then := s.At(p), s.At(q)
			if overLoss(now, then) {
				return data.NotKnown(), nil
			}
			return Difference(now, then), []Term{term("g₁", s, p), term("g₀", s, q)}
		}),
	}
}

// overLoss reports whether one of growths is below −100 %, which is no growth but a turn
// over a loss: it is not set against others.
func overLoss(growths ...data.Number) bool {
	return slices.ContainsFunc(growths, func(g data.Number) bool { return g.Value < -100 })
}

// twoYearMean is the geometric mean of the growth of two years.
func twoYearMean() Measure {
	return Measure{
		ID: "two-year-mean", Zh: "两年平均增速", En: "Two-year mean growth",
		HelpZh: "本年与上年同期累计增速的几何平均。", HelpEn: "Geometric mean of the cumulative growth of this year and the last.",
		Rule: "ḡ = 100·√((1+g₁/100)·(1+g₀/100)) − 100", Needs: []Need{{"g₁", growthOf("iva", "")}}, Unit: "%", Basis: growthBasis(data.Cumulative), Source: "国家统计局 (China NBS), 2021年起的两年平均增速",
		find: each(func(_ Measure, s data.Series, p data.Period) (data.Number, []Term) {
			q := p.YearAgo()
			return MeanGrowth(s.At(q), s.At(p)), []Term{term("g₁", s, p), term("g₀", s, q)}
		}),
	}
}

// currentGrowth is the growth of a single quarter that two cumulative growths imply
// if all months of the base year weigh the same.
func currentGrowth() Measure {
	return Measure{
		ID: "current-growth", Zh: "当季增速（推算）", En: "Growth of the quarter (implied)",
		HelpZh: "由累计增速倒推当季增速，假定基期各月权重相等；舍入区间超过±0.5个百分点的不给一位小数。",
		HelpEn: "Growth of the quarter implied by cumulative growths at equal weights of the months of the base year; where rounding leaves more than ±0.5 points open it has no decimals.",
		Rule:   "g = (P₁·G₁ − P₀·G₀) / (P₁ − P₀)", Needs: []Need{{"G₁", growthOf("iva", "")}}, Unit: "%", Basis: growthBasis(data.Current), Source: "按定义 (by definition)",
		find: each(func(_ Measure, s data.Series, p data.Period) (data.Number, []Term) {
			q, ok := p.In(data.Quarterly)
			if !ok || p.Freq() == data.Annual {
				return data.NotKnown(), nil
			}
			now := equalShare(q.Number())
			if q.Number() == 1 {
				if !s.At(p).Known() || overLoss(s.At(p)) {
					return data.NotKnown(), nil
				}
				return s.At(p), []Term{term("G₁", s, p), {Symbol: "P₁", Number: now}, {Symbol: "G₀", Number: exact(0)}, {Symbol: "P₀", Number: exact(0)}}
			}
			before := equalShare(q.Number() - 1)
			last := q.Add(-1)
			if overLoss(s.At(p), s.At(last)) {
				return data.NotKnown(), nil
			}
			n, _ := CurrentGrowth(s.At(p), s.At(last), now, before) // what is imprecise has no decimals
			return n, []Term{term("G₁", s, p), term("G₀", s, last), {Symbol: "P₁", Number: now}, {Symbol: "P₀", Number: before}}
		}),
	}
}

// equalShare is the share of a year that n quarters have if all weigh the same: an
// estimate.
func equalShare(n int) data.Number { return estimated(exact(float64(n) / 4)) }

// comparableBase is the level of the year before at the scope of this year.
func comparableBase() Measure {
	return Measure{
		ID: "comparable-base", Zh: "可比基数", En: "Comparable base",
		HelpZh: "由公布的总量和增速倒推的上年同期可比口径总量；基期亏损而增速算法不明的不给出。", HelpEn: "Level of the year before at comparable scope, implied by the published level and growth. None over a loss where the growth does not tell it.", own: true,
		Rule: "B = A / (1 + g/100)", Needs: []Need{{"A", levelOf("profit", "")}, {"g", growthOf("profit", "")}}, Unit: "亿元",
		Basis: data.Basis{Span: data.Cumulative, Measure: data.Level}, Source: "国家统计局 (China NBS), 按可比口径计算的说明",
		find: pairs(func(_ Measure, a, g data.Series, p data.Period) (data.Number, []Term) {
			return ComparableBase(a.At(p), basedAt(a, g, p)), []Term{term("A", a, p), term("g", g, p)}
		}),
	}
}

// scopeGap is how far the level published a year before lies above the comparable
// base, in per cent of it: a difference of scope, no growth.
func scopeGap() Measure {
	return Measure{
		ID: "scope-gap", Zh: "口径差", En: "Difference of scope",
		HelpZh: "上年公布的总量与可比基数之差占可比基数的比重；两者口径不同，不是增速。",
		HelpEn: "Level published a year before less the comparable base, in per cent of it. The two differ in scope; it is no growth.",
		Rule:   "s = A₀·(1 + g/100) / A₁ · 100 − 100", Needs: []Need{{"A₁", levelOf("profit", "")}, {"g", growthOf("profit", "")}}, Unit: "%",
		Basis: data.Basis{Span: data.Cumulative, Measure: data.Share}, Source: "国家统计局 (China NBS), 按可比口径计算的说明",
		find: pairs(func(_ Measure, a, g data.Series, p data.Period) (data.Number, []Term) {
			q := p.YearAgo()
			base := ComparableBase(a.At(p), basedAt(a, g, p))
			n := Ratio(a.At(q), base, 1)
			if n.Known() {
				n = data.From(n.Value-100, n.Lo-100, n.Hi-100, n.Digits, n).By("s = r − 100", "r")
			}
			return n, []Term{term("A₀", a, q), term("g", g, p), term("A₁", a, p)}
		}),
	}
}

// realGrowth is a growth in value less prices, exactly.
func realGrowth() Measure {
	price := data.Query{Indicator: "ppi", Item: data.TotalItem, Measure: data.Index, Span: data.Cumulative, Reference: data.YearAgo}
	return Measure{
		ID: "real-growth", Zh: "扣除价格因素的增速", En: "Growth less prices",
		HelpZh: "营业收入等现价增速按出厂价格指数平减，精确计算，不是两者相减。", HelpEn: "Growth in value deflated with the producer price index; exact, not a difference.",
		Rule: "r = 100·(1 + g/100) / (I/100) − 100", Needs: []Need{{"g", growthOf("revenue", data.TotalItem)}, {"I", price}}, Unit: "%", Basis: growthBasis(data.Cumulative), Source: "单缩法 (single deflation)",
		find: pairs(func(_ Measure, g, i data.Series, p data.Period) (data.Number, []Term) {
			return Deflated(g.At(p), i.At(p)), []Term{term("g", g, p), term("I", i, p)}
		}),
	}
}

// dailyGrowth is a growth of the mean of a day.
func dailyGrowth() Measure {
	return Measure{
		ID: "daily-growth", Zh: "日均增速", En: "Growth of the daily mean",
		HelpZh: "扣除闰年等日历天数差异后的累计增速，适用于发电、电解铝、焦炭等连续生产的产品。", HelpEn: "Cumulative growth less the days by which the two years differ, for products that are made day and night such as power, aluminium and coke.",
		Rule: "ḡ = 100·(1 + g/100)·d₀/d₁ − 100", Needs: []Need{{"g", growthOf("output", "")}}, Unit: "%", Basis: growthBasis(data.Cumulative), Source: "按定义 (by definition)",
		find: each(func(_ Measure, s data.Series, p data.Period) (data.Number, []Term) {
			now, then := daysSoFar(p), daysSoFar(p.YearAgo())
			if now == 0 || !above100(s.At(p)) {
				return data.NotKnown(), nil
			}
			n := rate(derived(1, func(x []float64) float64 {
				return 100*(1+x[0]/100)*float64(then)/float64(now) - 100
			}, s.At(p)).By("ḡ = 100·(1 + g/100)·d₀/d₁ − 100", "d₀ d₁ g", float64(then), float64(now)))
			return n, []Term{term("g", s, p), {Symbol: "d₁", Number: exact(float64(now))}, {Symbol: "d₀", Number: exact(float64(then))}}
		}),
	}
}

// daysSoFar returns the days of a year up to the end of p, 0 where p ends no month.
func daysSoFar(p data.Period) int {
	n := monthsOf(p)
	if n == 0 {
		return 0
	}
	return time.Date(p.Year(), time.Month(n+1), 0, 0, 0, 0, 0, time.UTC).YearDay()
}
