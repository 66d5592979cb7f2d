package main

import "fmt"

// enterpriseSheets returns revenue, profit and inventories by branch, the level
// beside its comparable growth.
func enterpriseSheets() []Sheet {
	var out []Sheet
	for _, e := range editions() {
		name := "主营业务收入"
		if e.from == 2018 {
			name = "营业收入"
		}
		out = append(out, enterpriseSheet(e, name, "revenue", cumulative, "累计(亿元)"))
	}
	for _, e := range editions() {
		s := enterpriseSheet(e, "利润总额", "profit", cumulative, "累计(亿元)")
		s.Notes = append(s.Notes, "增长速度照公布数列出;上年同期为亏损或为零的,增长速度没有意义。")
		out = append(out, s)
	}
	for _, e := range editions() {
		out = append(out, enterpriseSheet(e, "产成品存货", "inventory", pointInTime, "期末(亿元)"))
	}
	return out
}

// enterpriseSheet returns one indicator of the enterprises for one edition of the
// branches.
func enterpriseSheet(e edition, name, table string, s style, level string) Sheet {
	sheet := Sheet{
		Name:    name + e.String(),
		Title:   fmt.Sprintf("全国规模以上工业企业%s及同比增长(%s年)", name, e),
		Unit:    "亿元、%",
		Layout:  beside(fmt.Sprintf("%s_%d", table, e.from), s, "行业", false, level, "同比增长(%)"),
		Notes:   []string{"同比增长按可比口径计算,不等于公布水平之比。" + gaps},
		Sources: []string{fromDatabase},
	}
	if e.from == 2009 {
		sheet.Notes = append(sheet.Notes, "2009年、2010年只公布2、5、8、11月。")
	}
	return sheet
}

// investmentSheets returns fixed-asset investment and real-estate development.
func investmentSheets() []Sheet {
	return []Sheet{
		{
			Name:    "固定资产投资2009-2011",
			Title:   "全国固定资产投资累计增长速度(2009-2011年)",
			Unit:    "%",
			Layout:  across("investment_2009", cumulative, "行业", false),
			Sources: []string{fromDatabase},
		},
		{
			Name:    "固定资产投资2012-2023",
			Title:   "全国固定资产投资累计增长速度(2012-2023年)",
			Unit:    "%",
			Layout:  across("investment_2012", cumulative, "行业", false),
			Sources: []string{fromDatabase},
		},
		{
			Name:  "房地产开发投资",
			Title: "全国房地产开发投资累计值及累计增长速度(2009-2023年)",
			Unit:  "亿元、%",
			Layout: down(
				"realestate", cumulative,
				[]string{"房地产开发投资", "累计(亿元)"}, []string{"房地产开发投资", "累计增长(%)"},
			),
			Sources: []string{fromDatabase},
		},
	}
}

// climateSheets returns business climate and capacity utilisation.
func climateSheets() []Sheet {
	return []Sheet{
		{
			Name:   "景气指数",
			Title:  "全国企业景气指数和企业家信心指数",
			Unit:   "点",
			Layout: across("climate", current, "指标", false),
			Notes:  []string{"① 据三季度数与公布的升降点数推算(121.5-0.9、119.5-2.5),非直接公布数。" + gaps},
			Sources: []string{
				"国家统计局  发布日期:2013-10-18",
				"采矿业、制造业、水电生产景气指数引自《2013年内蒙古工业运行情况分析》,发布日期未记录",
			},
		},
		{
			Name:    "产能利用率2012年末",
			Title:   "全国主要行业产能利用率(2012年末)",
			Unit:    "%",
			Layout:  columns("行业", column{"capacity_2012", "2012", []string{"2012年末"}}),
			Sources: []string{"国务院(国发〔2013〕41号),发布日期未记录"},
		},
		{
			Name:    "产能利用率",
			Title:   "全国工业产能利用率(2016年三季度-2026年二季度)",
			Unit:    "%",
			Layout:  across("capacity", current, "行业", false),
			Notes:   []string{"① 据后期公布数与公布的同比、环比升降幅度推算,非直接公布数。" + gaps},
			Sources: []string{"国家统计局,各季度分别发布,数据截至2026年二季度"},
		},
	}
}
