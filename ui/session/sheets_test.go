package session_test

import (
	"math"
	"strconv"

	"yunxing/data"
)

// none is a figure that was never published.
func none() want { return want{value: math.NaN(), status: data.Missing} }

// branchNames returns the full names of the branches of 2011 by their short ones,
// which is all that is taken from the program.
func branchNames(c *data.Catalog) map[string]string {
	out := map[string]string{}
	for _, b := range c.Branches(2011) {
		out[b.ShortZh] = b.Zh
	}
	return out
}

// growth returns the cumulative growth of value added of an item in the nation.
func (s sources) growth(item string, year, month int) float64 {
	return s.of("规模以上工业增加值", "全国", item, toMonth(year, month), "cum_yoy")
}

// growths returns the cumulative growth at the ends of quarters by year.
func (s sources) growths(from, to int) map[int]year {
	out := map[int]year{}
	for y := from; y <= to; y++ {
		out[y] = year{s.growth("总计", y, 3), s.growth("总计", y, 6), s.growth("总计", y, 9), s.growth("总计", y, 12)}
	}
	return out
}

// revenueShares returns the shares of quarters in the revenue of a year.
func (s sources) revenueShares(year int) shares {
	var p shares
	at := func(m int) float64 {
		return s.of("工业企业主营业务收入", "全国", "总计", toMonth(year, m), "cum_level")
	}
	for k := range p {
		p[k] = at(3*k+3) / at(12)
	}
	return p
}

// national returns the tables of the nation in the first three quarters of 2013.
func national(s sources, names map[string]string) map[string]sheet {
	return map[string]sheet{
		"growth-years":    yearsSheet(func(y int) float64 { return s.growth("总计", y, 9) }, s.growth("总计", 2013, 9), 2010, false),
		"growth-quarters": quartersSheet(s.growths(2013, 2013)[2013], s.revenueShares(2012), 3),
		"branches":        s.branchSheet(names),
		"contribution":    s.pullSheet(names),
		"products":        s.productSheet("全国", data.Published),
		"prices": yearsSheet(func(y int) float64 {
			return s.of("工业生产者出厂价格指数", "全国", "总计", ofMonth(y, 9), "idx_yoy")
		},
			s.of("工业生产者出厂价格指数", "全国", "总计", "2013-09", "idx_yoy"), 2011, false),
		"efficiency": s.efficiencySheet(),
		"investment": s.investmentSheet(),
		"climate":    s.climateSheet(),
		"capacity":   s.capacitySheet(),
		"projection": s.projectionSheet(),
		"required":   s.requiredSheet(),
		"tried":      {"综合法": cells(), "完成比例法": cells(), "季节模型": cells()}, // see TestChosenByPastErrors
	}
}

// yearsSheet is a figure in one year, in the years before back to first, and the
// differences. Figures of earlier years may be derived themselves.
func yearsSheet(at func(int) float64, now float64, first int, derivedBefore bool) sheet {
	out := sheet{"2013年": cells(published(now), nil)}
	for y := first; y < 2013; y++ {
		then := published(at(y))
		if derivedBefore {
			then.status = data.Derived
		}
		out[strconv.Itoa(y)+"年"] = cells(then, points(now, at(y)))
	}
	return out
}

// quartersSheet is the quarters of a year with what they imply for each alone.
func quartersSheet(g year, p shares, n int) sheet {
	out := sheet{}
	for k, name := range []string{"一季度", "二季度", "三季度", "四季度"}[:n] {
		alone := estimated(implied(g, p, k))
		row := cells(published(g[k]), estimated(100*p[k]), alone, alone.within(halfImplied(p, k)), estimated(implied(g, p.moved(k, -2), k)), estimated(implied(g, p.moved(k, 2), k)))
		if k == 0 {
			row[2], row[3], row[4], row[5] = cells(published(g[0]))[0], cells(published(g[0]))[0], nil, nil
		}
		out[name] = row
	}
	return out
}

// branchSheet is the growth of the main branches at the three quarters (表4).
func (s sources) branchSheet(names map[string]string) sheet {
	out := sheet{}
	for _, short := range []string{"总计", "煤炭采选", "电力热力", "化学原料", "黑色冶炼", "有色冶炼", "农副食品", "非金属制品", "通用设备", "专用设备", "汽车制造"} {
		full, ok := names[short]
		if !ok {
			full = short
		}
		out[short] = cells(published(s.growth(full, 2013, 3)), published(s.growth(full, 2013, 6)), published(s.growth(full, 2013, 9)))
	}
	return out
}

// pullSheet is the account of profit by branch (formulas §6). A branch that turned
// from a loss has its growth in words, and its pull all the same.
func (s sources) pullSheet(names map[string]string) sheet {
	const period = "2013-01/2013-09"
	of := func(item, basis string) float64 {
		return s.of("工业企业利润总额", "全国", item, period, basis)
	}
	total, growth := of("总计", "cum_level"), of("总计", "cum_yoy")
	out := sheet{"总计": cells(published(total), published(growth), published(growth), derived(100))}
	rest := growth
	for short, full := range names {
		a, g := of(full, "cum_level"), of(full, "cum_yoy")
		if math.IsNaN(a) && math.IsNaN(g) {
			continue
		}
		p := pullOn(a, g, total, growth)
		rest -= p.pull
		out[short] = cells(published(a), published(g), derived(p.pull), derived(p.contribution))
	}
	out["其他与舍入残差"] = cells(nil, nil, derived(rest), nil)
	return out
}

// productSheet is the growth of the output of the main products (表2). Of Inner
// Mongolia the year before follows from the differences that a report states.
func (s sources) productSheet(region string, before data.Status) sheet {
	out := sheet{}
	for short, full := range map[string]string{
		"原煤": "原煤", "钢材": "钢材", "电解铝": "原铝(电解铝)", "化肥": "农用氮磷钾化学肥料(折纯)", "甲醇": "甲醇", "载货汽车": "载货汽车",
		"水泥": "水泥", "焦炭": "焦炭", "发电量": "发电量", "平板玻璃": "平板玻璃",
	} {
		of := func(y int) float64 { return s.of("主要工业品产量", region, full, toMonth(y, 9), "cum_yoy") }
		if math.IsNaN(of(2013)) && math.IsNaN(of(2012)) && math.IsNaN(of(2011)) {
			continue
		}
		oldest := published(of(2011))
		if math.IsNaN(of(2011)) {
			oldest = none()
		}
		out[short] = cells(oldest, want{value: of(2012), status: before}, published(of(2013)), points(of(2013), of(2012)))
	}
	return out
}

// efficiencySheet is revenue, profit and stocks (表3).
func (s sources) efficiencySheet() sheet {
	out := sheet{}
	for indicator, basis := range map[string]string{"工业企业主营业务收入": "cum_yoy", "工业企业利润总额": "cum_yoy", "工业企业产成品存货": "end_yoy"} {
		of := func(y int) float64 {
			if basis == "end_yoy" {
				return s.of(indicator, "全国", "总计", ofMonth(y, 9), basis)
			}
			return s.of(indicator, "全国", "总计", toMonth(y, 9), basis)
		}
		out[indicator] = cells(published(of(2011)), published(of(2012)), published(of(2013)), points(of(2013), of(2012)), points(of(2013), of(2011)))
	}
	return out
}

// investmentSheet is the growth of investment (表5).
func (s sources) investmentSheet() sheet {
	out := sheet{}
	for name, of := range map[string]struct{ indicator, item string }{
		"固定资产投资(不含农户)": {"固定资产投资", "总计"}, "制造业": {"固定资产投资", "制造业"}, "采矿业": {"固定资产投资", "采矿业"},
		"电热燃水": {"固定资产投资", "utilities"}, "房地产开发": {"房地产开发投资", "总计"},
	} {
		var row []any
		for y := 2009; y <= 2013; y++ {
			item := of.item
			if item == "utilities" {
				item = utilities(y)
			}
			row = append(row, published(s.of(of.indicator, "全国", item, toMonth(y, 9), "cum_yoy")))
		}
		now, then := row[4].(want).value, row[3].(want).value
		out[name] = cells(append(row, points(now, then))...)
	}
	return out
}

// climateSheet is the survey of the third quarter; the quarter before follows from
// the stated change.
func (s sources) climateSheet() sheet {
	of := func(indicator, item, quarter string) float64 {
		return s.of(indicator, "全国", item, quarter, "index")
	}
	all := func(indicator string) []*want {
		now, then := of(indicator, "总计", "2013-Q3"), of(indicator, "总计", "2013-Q2")
		return cells(derived(then), published(now), points(now, then))
	}
	part := func(item string) []*want {
		return cells(none(), published(of("企业景气指数", item, "2013-Q3")), none())
	}
	return sheet{
		"企业景气指数": all("企业景气指数"), "企业家信心指数": all("企业家信心指数"),
		"其中：电热燃水": part("水电生产(电力热力燃气及水)"), "其中：制造业": part("制造业"), "其中：采矿业": part("采矿业"),
	}
}

// capacitySheet is the use of capacity at the end of 2012 against 74 (表6).
func (s sources) capacitySheet() sheet {
	out := sheet{}
	for _, item := range []string{"电解铝", "钢铁", "平板玻璃", "水泥", "船舶"} {
		rate := s.of("产能利用率", "全国", item, "2012", "rate(年末)")
		if math.IsNaN(rate) {
			rate = s.of("产能利用率", "全国", "原铝(电解铝)", "2012", "rate(年末)")
		}
		out[item] = cells(published(rate), none(), none(), points(rate, 74), nil)
	}
	return out
}

// ratioOfTheNation projects 2013 on its first three quarters.
func (s sources) ratioOfTheNation() ratio {
	return byRatio(2012, 3, s.growth("总计", 2013, 9), s.revenueShares(2012), s.growths(2009, 2012))
}

// projectionSheet is the projection of 2013. That of the models is not computed
// again here: their own tests hold them against references.
func (s sources) projectionSheet() sheet {
	r, now, p := s.ratioOfTheNation(), s.growth("总计", 2013, 9), s.revenueShares(2012)[2]
	return sheet{
		"完成比例（近3年平均）": cells(projected(r.growth), projected(r.growth).between(r.lo80, r.hi80), projected(r.growth).between(r.lo95, r.hi95), projected(required(r.growth, now, p))),
		"季节模型（指数平滑）":  {}, "综合（指数平滑、θ法、ARIMA与完成比例等的截尾平均）": {},
	}
}

// requiredSheet is what the fourth quarter must reach.
func (s sources) requiredSheet() sheet {
	now, last, p := s.growth("总计", 2013, 9), s.growth("总计", 2012, 12), s.revenueShares(2012)[2]
	return sheet{
		"上年全年增速": requiredRow(published(last), now, p, data.Estimated),
		"保持累计增速": requiredRow(published(now), now, p, data.Estimated),
		"本报告预测":  requiredRow(projected(s.ratioOfTheNation().growth), now, p, data.Projected),
	}
}

// requiredRow is the growth required for one aim, with its interval, and with the
// share two points lower and higher.
func requiredRow(aim want, now, p float64, status data.Status) []*want {
	at := func(p float64) want { return want{value: required(aim.value, now, p), status: status} }
	rounding := at(p)
	if aim.status == data.Published {
		rounding = rounding.within(0.05 * p / (1 - p)) // an aim is meant as it is written
	}
	return cells(aim, at(p), rounding, at(p-.02), at(p+.02))
}

// ratioFigures returns the figures that the sentence on completion ratios has
// beside those of the table, and the shares that sentences name.
func ratioFigures(s sources) []float64 {
	r := s.ratioOfTheNation()
	return []float64{100 * r.last, 100 * r.mean, r.growth}
}

// innerMongolian returns the tables of Inner Mongolia in the first three quarters
// of 2013.
func innerMongolian(s sources) map[string]sheet {
	of := func(indicator string, y int) float64 {
		return s.of(indicator, "内蒙古", "总计", toMonth(y, 9), "cum_yoy")
	}
	now := of("规模以上工业增加值", 2013)
	g := year{s.of("规模以上工业增加值", "内蒙古", "总计", toMonth(2013, 3), "cum_yoy"), s.of("规模以上工业增加值", "内蒙古", "总计", toMonth(2013, 6), "cum_yoy"), now}
	forecast := s.of("规模以上工业增加值_预测", "内蒙古", "总计", toMonth(2013, 12), "forecast")
	revenue := func(y int) float64 { return revenueOf(s, y) }
	missing := cells(none(), none(), none(), none(), none())
	return map[string]sheet{
		"growth-years":    yearsSheet(func(y int) float64 { return of("规模以上工业增加值", y) }, now, 2010, true),
		"growth-quarters": quartersSheet(g, equalShares(), 3),
		"products":        s.productSheet("内蒙古", data.Derived),
		"efficiency": {
			"工业企业主营业务收入": cells(derived(revenue(2011)), derived(revenue(2012)), published(revenue(2013)), points(revenue(2013), revenue(2012)), points(revenue(2013), revenue(2011))),
			"工业企业利润总额":   missing, "工业企业产成品存货": missing,
		},
		"climate": s.climateSheet(),
		"projection": {
			"累计增速外推（各季相等）": cells(projected(now), nil, nil, projected(now)),
			"季节模型（指数平滑）":   cells(none(), nil, nil, none()),
		},
		"required": {
			"所据资料对全年的预测": requiredRow(projected(forecast), now, .75, data.Projected),
			"保持累计增速":     requiredRow(published(now), now, .75, data.Estimated),
			"本报告预测":      requiredRow(projected(now), now, .75, data.Projected),
		},
	}
}

// revenueOf returns the growth of revenue of Inner Mongolia from January to
// September of a year.
func revenueOf(s sources, y int) float64 {
	return s.of("工业企业主营业务收入", "内蒙古", "总计", toMonth(y, 9), "cum_yoy")
}
