package stats

import (
	"context"
	"maps"
	"slices"

	"yunxing/data"
)

// branchesOf returns the branches among the items of a region, in order.
func branchesOf(c *data.Catalog, items map[string]data.Series) []string {
	var out []string
	for _, code := range slices.Sorted(maps.Keys(items)) {
		if it, ok := c.Item(code); ok && it.Kind == data.Branch {
			out = append(out, code)
		}
	}
	return out
}

// overBranches works out a figure of a region from all of its branches.
func overBranches(f func(values []data.Number, total data.Number) data.Number) func(context.Context, Measure, Input) ([]Figure, error) {
	return func(ctx context.Context, m Measure, in Input) ([]Figure, error) {
		series, err := found(ctx, in.Reader, m.query(0, in))
		if err != nil {
			return nil, err
		}
		var out []Figure
		for _, items := range byRegion(series) {
			branches := branchesOf(in.Catalog, items)
			if len(branches) < fewestBranches {
				continue
			}
			whole := items[data.TotalItem]
			key := items[branches[0]].Key
			key.Item = data.TotalItem
			for p := range in.periods(items[branches[0]]) {
				var values []data.Number
				var terms []Term
				there := 0 // branches with a figure now or a year ago: classifications change
				for _, b := range branches {
					n := items[b].At(p)
					if n.Known() || items[b].At(p.YearAgo()).Known() {
						there++
					}
					if n.Known() {
						values = append(values, n)
						terms = append(terms, term("xᵢ", items[b], p))
					}
				}
				if len(values) < fewestBranches || len(values)*10 < there*9 {
					continue
				}
				if n := f(values, valueAt(whole, p)); n.Shown() {
					out = append(out, m.figure(key, p, n, terms...))
				}
			}
		}
		return out, nil
	}
}

// fewestBranches is the number of branches below which nothing is said of all.
const fewestBranches = 5

// breadth is the share of branches that grow.
func breadth() Measure {
	return Measure{
		ID: "breadth", Zh: "增长面", En: "Breadth of growth",
		HelpZh: "累计增速为正的行业占有数据行业的比重；零不算增长，缺十分之一以上行业时不给出。",
		HelpEn: "Part of the branches with figures that grow; zero is no growth, and none is given where more than one in ten is missing.",
		Rule:   "b = 100·#{xᵢ > 0} / n", Needs: []Need{{"xᵢ", growthOf("iva", "")}}, Unit: "%", Basis: data.Basis{Span: data.Cumulative, Measure: data.Share}, Source: "formulas §8",
		find: overBranches(func(values []data.Number, _ data.Number) data.Number {
			return BreadthShare(values).Share
		}),
	}
}

// herfindahl is the concentration of a total on its branches.
func herfindahl() Measure {
	return Measure{
		ID: "herfindahl", Zh: "行业集中度（赫芬达尔指数×10000）", En: "Herfindahl index × 10 000",
		HelpZh: "各行业占比平方和，取决于行业分类的粗细。", HelpEn: "Sum of the squared shares of the branches; it depends on the depth of the classification.",
		Rule: "H = Σ (100·xᵢ/T)²", Needs: []Need{{"xᵢ", levelOf("revenue", "")}}, Unit: "点", Basis: data.Basis{Span: data.Cumulative, Measure: data.Index}, Source: "formulas §7 (Herfindahl 1950)",
		find: overBranches(func(values []data.Number, total data.Number) data.Number {
			shares := make([]data.Number, len(values))
			for i, v := range values {
				shares[i] = Ratio(v, total, 2)
			}
			return ConcentrationOf(shares).Points
		}),
	}
}

// locationQuotient is how much a region is specialised in a branch.
func locationQuotient() Measure {
	return Measure{
		ID: "location-quotient", Zh: "区位商", En: "Location quotient",
		HelpZh: "行业在本地区的占比与在全国的占比之比，大于1为专业化部门。", HelpEn: "Share of a branch in the region over its share in the nation; above 1 the region is specialised in it.",
		Rule: "q = (e/E) / (n/N)", Needs: []Need{{"e", levelOf("revenue", "")}}, Unit: "", Basis: data.Basis{Span: data.Cumulative, Measure: data.Index}, Source: "formulas §7",
		find: func(ctx context.Context, m Measure, in Input) ([]Figure, error) {
			q := m.query(0, in)
			q.Region = ""
			series, err := found(ctx, in.Reader, q)
			if err != nil {
				return nil, err
			}
			const nation = "000000"
			var out []Figure
			for at, e := range series {
				if at.region == nation || at.item == data.TotalItem || in.Region != "" && at.region != in.Region {
					continue
				}
				all, n, whole := series[placeOf{at.region, data.TotalItem}], series[placeOf{nation, at.item}], series[placeOf{nation, data.TotalItem}]
				for p := range in.periods(e) {
					v := LocationQuotientOf(e.At(p), valueAt(all, p), valueAt(n, p), valueAt(whole, p))
					if v.Shown() {
						out = append(out, m.figure(e.Key, p, v, term("e", e, p), term("E", all, p), term("n", n, p), term("N", whole, p)))
					}
				}
			}
			return out, nil
		},
	}
}

// utilisation asks for capacity utilisation over a span.
func utilisation(s data.Span) data.Query {
	return data.Query{Indicator: "utilisation", Measure: data.Share, Span: s}
}

// utilisationChange is the change of capacity utilisation over the year.
func utilisationChange() Measure {
	return Measure{
		ID: "utilisation-change", Zh: "产能利用率较上年同期变化", En: "Change of capacity utilisation over the year",
		HelpZh: "当季产能利用率与上年同季之差。", HelpEn: "Capacity utilisation of the quarter less that of a year before.",
		Rule: "d = u₁ − u₀", Needs: []Need{{"u₁", utilisation(data.Current)}}, Unit: "个百分点", Source: "formulas §9",
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
		Rule: "d = u − 74", Needs: []Need{{"u", utilisation(data.Current)}}, Unit: "个百分点", Source: "formulas §9; the report of 2013",
		Basis: data.Basis{Measure: data.Change},
		find: each(func(_ Measure, s data.Series, p data.Period) (data.Number, []Term) {
			return Thresholds()[0].Gap(s.At(p)), []Term{term("u", s, p)}
		}),
	}
}

// margin is profit over revenue.
func margin() Measure {
	return Measure{
		ID: "margin", Zh: "营业收入利润率", En: "Profit margin",
		HelpZh: "利润总额占营业收入的比重。", HelpEn: "Profits over operating revenue.",
		Rule: "m = 100·P / R", Needs: []Need{{"P", levelOf("profit", "")}, {"R", levelOf("revenue", "")}}, Unit: "%", Basis: data.Basis{Span: data.Cumulative, Measure: data.Share}, Source: "formulas §10",
		find: pairs(func(_ Measure, profit, revenue data.Series, p data.Period) (data.Number, []Term) {
			return Ratio(profit.At(p), revenue.At(p), 2), []Term{term("P", profit, p), term("R", revenue, p)}
		}),
	}
}

// inventoryRun is for how many quarters in a row finished goods have grown less than
// revenue.
func inventoryRun() Measure {
	stock := data.Query{Indicator: "inventories", Item: data.TotalItem, Measure: data.Growth, Span: data.Point, Reference: data.YearAgo}
	return Measure{
		ID: "destocking", Zh: "产成品增速连续低于收入增速的季度数", En: "Quarters of destocking",
		HelpZh: "产成品存货增速连续低于营业收入增速的季度数；两个季度以上为去库存。", HelpEn: "Quarters in a row in which finished goods grew less than revenue; two or more mean destocking.",
		Rule: "n = #{s < r in a row}", Needs: []Need{{"s", stock}, {"r", growthOf("revenue", data.TotalItem)}}, Unit: "个", Basis: data.Basis{Measure: data.Count}, Source: "formulas §10; the report of 2013",
		find: pairs(func(_ Measure, s, r data.Series, p data.Period) (data.Number, []Term) {
			q, ok := p.In(data.Quarterly)
			if !ok || p.Freq() == data.Annual {
				return data.NotKnown(), nil
			}
			var a, b []data.Number
			for i := mostRun - 1; i >= 0; i-- {
				a, b = append(a, s.At(q.Add(-i))), append(b, r.At(q.Add(-i)))
			}
			if !known(a[mostRun-1], b[mostRun-1]) {
				return data.NotKnown(), nil
			}
			n := float64(RunBelow(a, b))
			return data.From(n, n, n, 0, a[mostRun-1], b[mostRun-1]), []Term{term("s", s, q), term("r", r, q)}
		}),
	}
}

// mostRun bounds how many quarters are looked back.
const mostRun = 20

// climateGap is how far a climate index lies above its middle.
func climateGap() Measure {
	return Measure{
		ID: "climate-gap", Zh: "景气指数与临界值之差", En: "Climate above its middle",
		HelpZh: "企业景气指数与临界值100之差，正数为景气区间。", HelpEn: "Business climate index less its middle of 100; positive is favourable.",
		Rule: "d = x − 100", Needs: []Need{{"x", data.Query{Indicator: "climate", Measure: data.Index, Span: data.Current}}}, Unit: "点", Basis: data.Basis{Measure: data.Change}, Source: "formulas §8",
		find: each(func(_ Measure, s data.Series, p data.Period) (data.Number, []Term) {
			return IndexGrowth(s.At(p)), []Term{term("x", s, p)}
		}),
	}
}

// required is the growth that the rest of the year must reach for the target.
func required() Measure {
	target := data.Query{Indicator: "iva_target", Item: data.TotalItem, Measure: data.Growth, Span: data.Cumulative, Reference: data.YearAgo}
	return Measure{
		ID: "required", Zh: "完成目标所需的后期增速", En: "Growth required of the rest of the year",
		HelpZh: "为实现全年增速目标，其余月份须达到的增速，假定基期各月权重相等。", HelpEn: "Growth that the rest of the year must reach for the target of the year, at equal weights of the months of the base year.",
		Rule: "g = (T − P·G) / (1 − P)", Needs: []Need{{"G", growthOf("iva", data.TotalItem)}, {"T", target}}, Unit: "%", Basis: growthBasis(data.Current), Source: "formulas §13",
		find: pairs(func(_ Measure, g, t data.Series, p data.Period) (data.Number, []Term) {
			m, ok := p.In(data.Monthly)
			if !ok || m.Number() == 12 {
				return data.NotKnown(), nil
			}
			share := exact(float64(m.Number()) / 12)
			year := data.Year(p.Year())
			return Required(t.At(year), g.At(p), share), []Term{term("T", t, year), term("G", g, p), {Symbol: "P", Number: share}}
		}),
	}
}
