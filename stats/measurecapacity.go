package stats

import "yunxing/data"

// utilisation asks for capacity utilisation over a span.
func utilisation(s data.Span) data.Query {
	return data.Query{Indicator: "utilisation", Measure: data.Share, Span: s}
}

// utilisationChange is the change of capacity utilisation over the year.
func utilisationChange() Measure {
	return Measure{
		ID: "utilisation-change", Zh: "产能利用率较上年同期变化", En: "Change of capacity utilisation over the year",
		HelpZh: "当季产能利用率与上年同季之差。", HelpEn: "Capacity utilisation of the quarter less that of a year before.",
		Rule: "d = u₁ − u₀", Needs: []Need{{"u₁", utilisation(data.Current)}}, Unit: "个百分点", Source: "国家统计局 (China NBS), 工业产能利用率调查",
		Basis: data.Basis{Measure: data.Change, Reference: data.YearAgo},
		find: each(func(_ Measure, s data.Series, p data.Period) (data.Number, []Term) {
			q := p.YearAgo()
			return Difference(s.At(p), s.At(q)), []Term{term("u₁", s, p), term("u₀", s, q)}
		}),
	}
}

// utilisationGap is how far capacity utilisation lies above the first threshold.
func utilisationGap() Measure {
	return Measure{
		ID: "utilisation-gap", Zh: "产能利用率与标准线之差", En: "Capacity utilisation above the line",
		HelpZh: "产能利用率与74%的最低标准之差，负数为低于标准。", HelpEn: "Capacity utilisation less the lowest standard of 74 %; negative below it.",
		Rule: "d = u − 74", Needs: []Need{{"u", utilisation(data.Current)}}, Unit: "个百分点", Source: "内蒙古工业运行情况, 2013",
		Basis: data.Basis{Measure: data.Change},
		find: each(func(_ Measure, s data.Series, p data.Period) (data.Number, []Term) {
			return Thresholds()[0].Gap(s.At(p)), []Term{term("u", s, p)}
		}),
	}
}

// peakToPeak is the utilisation that the peaks of output imply.
func peakToPeak() Measure {
	return pathMeasure("utilisation-peaks", "产能利用率（峰值法估计）", "Utilisation by peaks (Wharton, estimate)",
		"以产量（最近四个季度合计）的局部高点为满负荷，高点之间直线相连、之后外推得到产能；是估计，不是调查的产能利用率。",
		"Local peaks of output, as the sum of four quarters, are full use and capacity runs straight between and behind them. An estimate, no surveyed utilisation.",
		"u = 100·zₜ / c(z…zₜ)", "Klein 1973, Brookings Papers on Economic Activity 1973:3", PeakToPeak)
}

// hpGap is how far output lies from its trend.
func hpGap() Measure {
	return pathMeasure("output-gap", "产出缺口（HP滤波估计，趋势＝100）", "Output against its trend (HP, estimate)",
		"产量（最近四个季度合计）与其HP趋势（λ=1600）之比；围绕100波动，是缺口的估计，不是产能利用率，末端几期最不可靠。",
		"Output, as the sum of four quarters, over its Hodrick–Prescott trend (λ = 1600). It lies around 100: an estimated gap and no utilisation, least sure at the end of the path.",
		"u = 100·zₜ / τ(z…zₜ)", "Hodrick and Prescott 1997, Journal of Money, Credit and Banking 29", func(z []data.Number) ([]CapacityPoint, error) { return HPGap(z, quarterlySmoothing) })
}

// quarterlySmoothing is the usual λ of the trend of quarters.
const quarterlySmoothing = 1600

// longestPath bounds how many quarters an estimate of capacity looks back.
const longestPath = 40

// pathMeasure is a measure of capacity by the path of an output up to each quarter.
func pathMeasure(id, zh, en, helpZh, helpEn, rule, source string, method func([]data.Number) ([]CapacityPoint, error)) Measure {
	return Measure{
		ID: id, Zh: zh, En: en, HelpZh: helpZh, HelpEn: helpEn, Rule: rule, Unit: "%", Source: source,
		Needs: []Need{{"z", levelOf("output", "")}}, Basis: data.Basis{Measure: data.Share},
		find: each(func(_ Measure, s data.Series, p data.Period) (data.Number, []Term) {
			z, terms := yearlyPath(s, p)
			points, err := method(z)
			if err != nil { // too short or without peaks: nothing is known
				return data.NotKnown(), nil
			}
			return points[len(points)-1].Rate, terms
		}),
	}
}

// yearlyPath returns the sums of four quarters of cumulative levels up to the quarter
// that ends with p, as far back as they are known without a gap, with the last of them
// as term zₜ and the others as z. The sums carry no season.
func yearlyPath(s data.Series, p data.Period) ([]data.Number, []Term) {
	q, ok := p.In(data.Quarterly)
	if !ok || p.Freq() == data.Annual {
		return nil, nil
	}
	z, terms := make([]data.Number, longestPath), make([]Term, longestPath)
	first := longestPath
	for first > 0 {
		at := q.Add(first - longestPath)
		n := fourQuarters(s, at)
		if !n.Known() {
			break
		}
		first--
		z[first], terms[first] = n, Term{"z", s.Key, at, n}
	}
	if first == longestPath {
		return nil, nil
	}
	terms[longestPath-1].Symbol = "zₜ"
	return z[first:], terms[first:]
}

// fourQuarters returns the sum of the four quarters up to q from cumulative levels,
// C_q + C_year before − C_q of the year before.
func fourQuarters(s data.Series, q data.Period) data.Number {
	if q.Number() == 4 {
		return s.At(q)
	}
	return derived(s.At(q).Digits, func(x []float64) float64 { return x[0] + x[1] - x[2] },
		s.At(q), s.At(data.Quarter(q.Year()-1, 4)), s.At(q.YearAgo())).By("z = C₁ + Y₀ − C₀", "C₁ Y₀ C₀")
}

// frontierRate is the utilisation that a production function implies.
func frontierRate() Measure {
	return Measure{
		ID: "utilisation-frontier", Zh: "产能利用率（生产前沿估计）", En: "Utilisation by a production frontier (estimate)",
		HelpZh: "以各年总产值、资产和用工拟合规模报酬不变的生产函数，残差最大的一年为满负荷；至少连续八年，是估计，不是调查的产能利用率。",
		HelpEn: "A production function with constant returns is fitted to gross output, assets and employees of at least eight years in a row; the year with the highest residual is full use. An estimate, no surveyed utilisation.",
		Rule:   "u = 100·exp(e − max e), e = ln Y − a − α·ln K − (1 − α)·ln L − λ·t", Unit: "%", Basis: data.Basis{Measure: data.Share}, Source: "Greene 1980, Journal of Econometrics 13",
		Needs: []Need{{"Y", levelOf("gross_output", "")}, {"K", stockOf("assets", "")}, {"L", stockOf("employees", "")}},
		find:  joint(frontierAt),
	}
}

// stockOf asks for the level of a stock.
func stockOf(indicator, item string) data.Query {
	return data.Query{Indicator: indicator, Item: item, Measure: data.Level, Span: data.Point}
}

// frontierAt returns the rate of a year by the years up to it.
func frontierAt(s []data.Series, p data.Period) (data.Number, []Term) {
	year := data.Year(p.Year())
	if m, ok := p.In(data.Monthly); !ok || m.Number() != 12 {
		return data.NotKnown(), nil
	}
	var paths [3][]data.Number
	var terms []Term
	for y := year; known(s[0].At(y), s[1].At(y), s[2].At(y)); y = y.Add(-1) {
		for i, symbol := range [3]string{"Y", "K", "L"} {
			paths[i] = append([]data.Number{s[i].At(y)}, paths[i]...)
			terms = append(terms, term(symbol, s[i], y))
		}
	}
	f, err := ProductionFrontier(paths[0], paths[1], paths[2])
	if err != nil { // too few years
		return data.NotKnown(), nil
	}
	return f.Rates[len(f.Rates)-1], terms
}
