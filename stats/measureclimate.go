package stats

import "yunxing/data"

// surveyOf asks for an index of a survey.
func surveyOf(indicator string) data.Query {
	return data.Query{Indicator: indicator, Measure: data.Index, Span: data.Current}
}

// climateGap is how far a climate index lies above its middle.
func climateGap() Measure {
	return Measure{
		ID: "climate-gap", Zh: "景气指数与临界值之差", En: "Climate above its middle",
		HelpZh: "企业景气指数与临界值100之差，正数为景气区间。", HelpEn: "Business climate index less its middle of 100; positive is favourable.",
		Rule: "d = x − 100", Needs: []Need{{"x", surveyOf("climate")}}, Unit: "点", Basis: data.Basis{Measure: data.Change}, Source: "国家统计局 (China NBS), 企业景气调查",
		find: each(func(_ Measure, s data.Series, p data.Period) (data.Number, []Term) {
			return IndexGrowth(s.At(p)), []Term{term("x", s, p)}
		}),
	}
}

// climateBand is the band in which a climate index lies.
func climateBand() Measure {
	return Measure{
		ID: "climate-band", Zh: "景气区间", En: "Band of the climate",
		HelpZh: "企业景气指数所在的区间：1为不景气（100以下），2为较为景气（100至120），3为较高景气（120至150），4为高度景气（150以上）；区间划分因人而异，这是其中一种。",
		HelpEn: "Band of the business climate index: 1 not prosperous (below 100), 2 fair (from 100), 3 higher (from 120), 4 high (from 150). Authors differ in the bands; these are one author's.",
		Rule:   "b = 1 + #{L ≤ x}, L = 100, 120, 150", Needs: []Need{{"x", surveyOf("climate")}}, Unit: "位", Basis: data.Basis{Measure: data.Rank}, Source: "按一家研究者的分档 (bands of one author)",
		find: each(func(_ Measure, s data.Series, p data.Period) (data.Number, []Term) {
			x := s.At(p)
			n := derived(0, func(v []float64) float64 { return float64(bandNumber(v[0])) }, x).By("b = 1 + #{L ≤ x}", "x")
			if x.Known() {
				n.Value = float64(bandNumber(printed(x)))
			}
			return n, []Term{term("x", s, p)}
		}),
	}
}

// bandNumber returns the number of the band that a value lies in, counted from 1.
func bandNumber(v float64) int {
	n := 0
	for _, b := range ClimateBands() {
		if v >= b.From {
			n++
		}
	}
	return n
}

// climateComposite is the climate index that its two parts make.
func climateComposite() Measure {
	return Measure{
		ID: "climate-composite", Zh: "企业景气指数（由即期和预期指数合成）", En: "Business climate from its two parts",
		HelpZh: "即期指数的0.4与预期指数的0.6之和。", HelpEn: "0.4 of the index of the present and 0.6 of that of what is expected.",
		Rule: "x = 0.4·a + 0.6·b", Needs: []Need{{"a", surveyOf("climate_current")}, {"b", surveyOf("climate_expected")}}, Unit: "点", Basis: data.Basis{Measure: data.Index}, Source: "国家统计局 (China NBS), 2013年二季度企业景气调查",
		find: pairs(func(_ Measure, a, b data.Series, p data.Period) (data.Number, []Term) {
			return Prosperity(a.At(p), b.At(p)), []Term{term("a", a, p), term("b", b, p)}
		}),
	}
}
