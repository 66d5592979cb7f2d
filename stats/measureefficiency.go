package stats

import "yunxing/data"

// margin is profit over revenue.
func margin() Measure {
	return Measure{
		ID: "margin", Zh: "营业收入利润率", En: "Profit margin",
		HelpZh: "利润总额占营业收入的比重。", HelpEn: "Profits over operating revenue.",
		Rule: "m = 100·P / R", Needs: []Need{{"P", levelOf("profit", "")}, {"R", levelOf("revenue", "")}}, Unit: "%", Basis: data.Basis{Span: data.Cumulative, Measure: data.Share}, Source: "国家统计局 (China NBS), 工业企业主要指标解释",
		find: pairs(func(_ Measure, profit, revenue data.Series, p data.Period) (data.Number, []Term) {
			return Ratio(profit.At(p), revenue.At(p), 2), []Term{term("P", profit, p), term("R", revenue, p)}
		}),
	}
}

// salesRatio is what was sold of what was made.
func salesRatio() Measure {
	return Measure{
		ID: "sales-ratio", Zh: "产销率", En: "Sales ratio",
		HelpZh: "工业销售产值占工业总产值的比重（现价），可以超过100%。", HelpEn: "Sales value over gross output at current prices; it may exceed 100 %.",
		Rule: "s = 100·S / Y", Needs: []Need{{"S", levelOf("sales_output", "")}, {"Y", levelOf("gross_output", "")}}, Unit: "%", Basis: data.Basis{Span: data.Cumulative, Measure: data.Share}, Source: "国家统计局 (China NBS), 工业企业主要指标解释",
		find: pairs(func(_ Measure, sales, output data.Series, p data.Period) (data.Number, []Term) {
			return SalesRatio(sales.At(p), output.At(p)), []Term{term("S", sales, p), term("Y", output, p)}
		}),
	}
}

// salesRatioGap is how far the sales ratio of a region lies above that of the nation.
func salesRatioGap() Measure {
	published := data.Query{Indicator: "sales_ratio", Measure: data.Share, Span: data.Cumulative}
	return Measure{
		ID: "sales-ratio-gap", Zh: "产销率高于上级地区的百分点", En: "Sales ratio above the parent region",
		HelpZh: "盟市产销率与全区之差，省区市产销率与全国之差。", HelpEn: "Sales ratio of a league less that of its province, of a province less that of the nation.",
		Rule: "d = g − G", Needs: []Need{{"g", published}}, Unit: "个百分点", Basis: gapBasis(), Source: "国家统计局 (China NBS), 工业企业主要指标解释",
		find: againstParent(),
	}
}

// costPerHundred is the cost in each hundred yuan of revenue.
func costPerHundred() Measure {
	return Measure{
		ID: "cost-per-hundred", Zh: "每百元营业收入中的成本", En: "Cost per 100 yuan of revenue",
		HelpZh: "营业成本与营业收入之比。", HelpEn: "Operating cost in each hundred yuan of operating revenue.",
		Rule: "c = 100·C / R", Needs: []Need{{"C", levelOf("cost", "")}, {"R", levelOf("revenue", "")}}, Unit: "元", Basis: data.Basis{Span: data.Cumulative, Measure: data.Level}, Source: "国家统计局 (China NBS), 工业企业主要指标解释",
		find: pairs(func(_ Measure, cost, revenue data.Series, p data.Period) (data.Number, []Term) {
			return CostPerHundred(cost.At(p), revenue.At(p)), []Term{term("C", cost, p), term("R", revenue, p)}
		}),
	}
}

// revenuePerAssets is the revenue of a year to each hundred yuan of assets.
func revenuePerAssets() Measure {
	return Measure{
		ID: "revenue-per-assets", Zh: "每百元资产实现的营业收入", En: "Revenue per 100 yuan of assets",
		HelpZh: "营业收入折成全年后与年初、期末资产平均数之比。", HelpEn: "Revenue brought to a year over the mean of the assets at the beginning of the year and now.",
		Rule: "r = 100·R / Ā · 12 / k", Needs: []Need{{"R", levelOf("revenue", "")}, {"A", stockOf("assets", "")}}, Unit: "元", Basis: data.Basis{Span: data.Cumulative, Measure: data.Level}, Source: "国家统计局 (China NBS), 工业企业主要指标解释",
		find: pairs(func(_ Measure, revenue, assets data.Series, p data.Period) (data.Number, []Term) {
			mean, terms := meanStock("Ā", assets, p)
			return RevenuePerHundredAssets(revenue.At(p), mean, monthsOf(p)), append([]Term{term("R", revenue, p)}, terms...)
		}),
	}
}

// inventoryDays is for how many days finished goods last.
func inventoryDays() Measure {
	return turnoverDays("inventory-days", "产成品存货周转天数", "Turnover days of finished goods",
		"年初、期末产成品存货平均数相当于多少天的营业成本。", "For how many days of cost the mean of finished goods at the beginning of the year and now lasts.",
		"inventories", "cost")
}

// receivableDays is how long receivables are outstanding.
func receivableDays() Measure {
	return turnoverDays("receivable-days", "应收账款平均回收期", "Average collection period of receivables",
		"年初、期末应收账款平均数相当于多少天的营业收入。", "For how many days of revenue the mean of receivables at the beginning of the year and now stands.",
		"receivables", "revenue")
}

// turnoverDays is a measure of a stock in days of a flow.
func turnoverDays(id, zh, en, helpZh, helpEn, stock, flow string) Measure {
	return Measure{
		ID: id, Zh: zh, En: en, HelpZh: helpZh, HelpEn: helpEn,
		Rule: "d = 30·k · S̄ / F", Needs: []Need{{"S", stockOf(stock, "")}, {"F", levelOf(flow, "")}}, Unit: "天", Basis: data.Basis{Span: data.Cumulative, Measure: data.Level}, Source: "国家统计局 (China NBS), 工业企业主要指标解释",
		find: pairs(func(_ Measure, s, f data.Series, p data.Period) (data.Number, []Term) {
			mean, terms := meanStock("S̄", s, p)
			return TurnoverDays(mean, f.At(p), monthsOf(p)), append(terms, term("F", f, p))
		}),
	}
}

// meanStock returns the mean of a stock at the beginning of the year of p and at p,
// with what it is worked out from as terms.
func meanStock(symbol string, s data.Series, p data.Period) (data.Number, []Term) {
	mean := MeanStock(s.At(data.Year(p.Year()-1)), s.At(p))
	return mean, []Term{{symbol, s.Key, p, mean}, {Symbol: "k", Number: exact(float64(monthsOf(p)))}}
}

// monthsOf returns how many months of its year are over at the end of p.
func monthsOf(p data.Period) int {
	m, ok := p.In(data.Monthly)
	if !ok {
		return 0
	}
	return m.Number()
}

// inventoryRun is for how many quarters in a row finished goods have grown less than
// revenue.
func inventoryRun() Measure {
	return destocking("destocking", "产成品增速连续低于收入增速的季度数", "Quarters of destocking", "营业收入", "revenue", "revenue")
}

// inventoryRunMain is the same against the revenue that was published until 2018.
func inventoryRunMain() Measure {
	return destocking("destocking-main", "产成品增速连续低于主营业务收入增速的季度数", "Quarters of destocking (principal revenue)", "主营业务收入", "principal revenue", "revenue_main")
}

// destocking is a measure of the run of finished goods below a revenue.
func destocking(id, zh, en, nameZh, nameEn, revenue string) Measure {
	stock := data.Query{Indicator: "inventories", Item: data.TotalItem, Measure: data.Growth, Span: data.Point, Reference: data.YearAgo}
	return Measure{
		ID: id, Zh: zh, En: en,
		HelpZh: "产成品存货增速连续低于" + nameZh + "增速的季度数；两个季度以上为去库存。", HelpEn: "Quarters in a row in which finished goods grew less than " + nameEn + "; two or more mean destocking.",
		Rule: "n = #{s < r; …}", Needs: []Need{{"s", stock}, {"r", growthOf(revenue, data.TotalItem)}}, Unit: "个", Basis: data.Basis{Measure: data.Count}, Source: "内蒙古工业运行情况, 2013",
		find: pairs(func(_ Measure, s, r data.Series, p data.Period) (data.Number, []Term) {
			q, ok := quarterOf(p)
			if !ok {
				return data.NotKnown(), nil
			}
			return runBelow("n = #{s < r; …}", "s", "r", s, r, q)
		}),
	}
}
