package main

import "fmt"

// national returns the workbook of the country by month, 2009 to 2023.
func national() Book {
	var sheets []Sheet
	sheets = append(sheets, growthSheets()...)
	sheets = append(sheets, productSheets()...)
	sheets = append(sheets, priceSheets()...)
	sheets = append(sheets, enterpriseSheets()...)
	sheets = append(sheets, investmentSheets()...)
	sheets = append(sheets, climateSheets()...)
	return Book{Name: "全国.xlsx", Sheets: sheets}
}

// edition is a run of years in which the branches keep their names and bounds.
type edition struct{ from, to int }

// String prints the years as they stand in titles and tabs.
func (e edition) String() string { return fmt.Sprintf("%d-%d", e.from, e.to) }

// editions returns the runs of years of value added and enterprises: GB/T 4754 of
// 2002, 2011 and 2017.
func editions() []edition {
	return []edition{{2009, 2011}, {2012, 2017}, {2018, 2023}}
}

// growthSheets returns growth of value added by branch, cumulative and current.
func growthSheets() []Sheet {
	const comparable = "增长速度按可比价格计算。"
	var soFar, single []Sheet
	for _, e := range editions() {
		notes := []string{comparable + gaps}
		if e.from == 2018 {
			notes = append(notes, "采矿业、石油和天然气开采业2020年1-5月原数与前后月份矛盾,未列。")
		}
		soFar = append(soFar, Sheet{
			Name:    "增加值累计增速" + e.String(),
			Title:   fmt.Sprintf("全国规模以上工业增加值累计增长速度(%s年)", e),
			Unit:    "%",
			Layout:  across(fmt.Sprintf("iva_growth_%d", e.from), cumulative, "行业", false),
			Notes:   notes,
			Sources: []string{fromDatabase},
		})
	}
	for _, e := range editions() {
		notes := []string{comparable + gaps}
		if e.to >= 2013 {
			notes = append(notes, twoMonths)
		}
		single = append(single, Sheet{
			Name:    "增加值当月增速" + e.String(),
			Title:   fmt.Sprintf("全国规模以上工业增加值当月同比增长速度(%s年)", e),
			Unit:    "%",
			Layout:  across(fmt.Sprintf("iva_growth_month_%d", e.from), current, "行业", false),
			Notes:   notes,
			Sources: []string{fromDatabase},
		})
	}
	return append(soFar, single...)
}

// productSheets returns output and its growth, cumulative and current.
func productSheets() []Sheet {
	const years = "(2009-2023年)"
	return []Sheet{
		{
			Name:   "产品累计产量",
			Title:  "全国主要工业产品累计产量" + years,
			Layout: across("output", cumulative, "产品", true),
			Notes: []string{
				"公布的增长速度按调整后的基数计算,不能由产量反推增长速度。" + gaps,
				"汽车2016年1-10月和2017年1-9月、载货汽车2017年1-9月累计产量原数与前后月份矛盾,未列。",
			},
			Sources: []string{fromDatabase},
		},
		{
			Name:    "产品产量累计增速",
			Title:   "全国主要工业产品产量累计增长速度" + years,
			Unit:    "%",
			Layout:  across("output_growth", cumulative, "产品", false),
			Notes:   []string{gaps},
			Sources: []string{fromDatabase},
		},
		{
			Name:    "产品当月产量",
			Title:   "全国主要工业产品当月产量" + years,
			Layout:  across("output_month", current, "产品", true),
			Notes:   []string{"1-2月为两个月合并数,其余为当月数。" + gaps},
			Sources: []string{fromDatabase},
		},
		{
			Name:    "产品产量当月增速",
			Title:   "全国主要工业产品产量当月同比增长速度" + years,
			Unit:    "%",
			Layout:  across("output_growth_month", current, "产品", false),
			Notes:   []string{"1-2月为两个月合并数,其余为当月数。" + gaps},
			Sources: []string{fromDatabase},
		},
	}
}

// priceSheets returns producer price indices, in total with periods down and by
// branch with periods across.
func priceSheets() []Sheet {
	const (
		yoy        = "工业生产者出厂价格指数(上年同月=100)"
		mom        = "工业生产者出厂价格指数(上月=100)"
		soFar      = "工业生产者出厂价格指数(上年同期=100)"
		purchase   = "工业生产者购进价格指数(上年同月=100)"
		all        = "总计"
		production = "生产资料"
		living     = "生活资料"
	)
	out := []Sheet{
		{
			Name:  "出厂价格指数",
			Title: "全国工业生产者价格指数(2009-2023年)",
			Layout: down(
				"prices", current,
				[]string{yoy, all}, []string{yoy, production}, []string{yoy, living}, []string{purchase, all},
				[]string{mom, all}, []string{mom, production}, []string{mom, living},
			),
			Notes:   []string{gaps},
			Sources: []string{fromDatabase},
		},
		{
			Name:  "出厂价格累计指数",
			Title: "全国工业生产者出厂价格累计指数(2011-2023年)",
			Layout: down(
				"prices_cumulative", cumulative,
				[]string{soFar, all}, []string{soFar, production}, []string{soFar, living},
			),
			Sources: []string{fromDatabase},
		},
	}
	for _, e := range []edition{{2009, 2013}, {2014, 2017}, {2018, 2023}} {
		out = append(out, Sheet{
			Name:    "分行业出厂价格" + e.String(),
			Title:   fmt.Sprintf("全国分行业工业生产者出厂价格指数(%s年)", e),
			Unit:    "上年同月=100",
			Layout:  across(fmt.Sprintf("prices_branch_%d", e.from), current, "行业", false),
			Notes:   []string{gaps},
			Sources: []string{fromDatabase},
		})
	}
	return out
}
