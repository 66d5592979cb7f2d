package main

// neimenggu returns the workbook of Inner Mongolia: what was ever published for
// 2010 to 2014, the leagues and cities of 2023, pulls and product output.
func neimenggu() Book {
	var sheets []Sheet
	sheets = append(sheets, neimengguReport()...)
	sheets = append(sheets, neimengguEarly()...)
	sheets = append(sheets, neimengguRecent()...)
	sheets = append(sheets, neimengguOutput()...)
	return Book{Name: "内蒙古.xlsx", Sheets: sheets}
}

// neimengguReport returns the sheets whose figures stand in the analysis of 2013.
func neimengguReport() []Sheet {
	const (
		growth = "累计增长(%)"
		change = "增速比上年同期增减(百分点)"
	)
	return []Sheet{
		{
			Name:   "增加值累计增速",
			Title:  "内蒙古规模以上工业增加值累计增长速度(2010-2014年)",
			Unit:   "%",
			Layout: down("nm_growth", cumulative, []string{"规模以上工业增加值累计增长"}),
			Notes:  []string{"① 据2013年1-9月增速与公布的升降幅度推算(12.2+5、12.2+7、12.2+1.8),非直接公布数。" + gaps},
			Sources: []string{
				"2010-2013年(2012年1-6月除外):《2013年内蒙古工业运行情况分析》,发布日期未记录",
				"2012年1-6月:内蒙古自治区统计局,发布日期未记录",
				"2014年1-3月:内蒙古自治区经济和信息化委员会,发布日期未记录",
				"2014年1-11月:内蒙古自治区统计局,2014-12-26",
			},
		},
		{
			Name:  "主要产品增速",
			Title: "内蒙古主要工业产品产量累计增长速度(2011-2013年1-9月)",
			Layout: columns(
				"产品",
				column{"nm_output_growth", "2011-09", []string{"2011年1-9月", growth}},
				column{"nm_output_growth", "2012-09", []string{"2012年1-9月", growth}},
				column{"nm_output_growth", "2013-09", []string{"2013年1-9月", growth}},
				column{"nm_output_change", "2013-09", []string{"2013年1-9月", change}},
			),
			Unit:    "%、百分点",
			Notes:   []string{"① 据2013年1-9月增速与公布的升降幅度推算,非直接公布数。" + gaps},
			Sources: []string{fromReport},
		},
		{
			Name:   "主要指标",
			Title:  "内蒙古工业主要指标(2010-2013年1-9月)",
			Layout: list("nm_main_2013", cumulative),
			Notes: []string{
				"① 据2013年1-9月数与公布的升降幅度推算,非直接公布数。" + gaps,
				"④ 约数,原文为“45%左右”。",
			},
			Sources: []string{fromReport},
		},
		{
			Name:    "全年预测",
			Title:   "内蒙古规模以上工业增加值全年增长预测",
			Layout:  list("nm_forecast", cumulative),
			Notes:   []string{"③ 预测数,原文为“12.5%左右”,不是实际数。"},
			Sources: []string{fromReport},
		},
	}
}

// neimengguEarly returns the other sheets of 2012 to 2014.
func neimengguEarly() []Sheet {
	const commission = "内蒙古自治区经济和信息化委员会,发布日期未记录"
	return []Sheet{
		{
			Name:    "主要指标2012上半年",
			Title:   "内蒙古主要经济指标(2012年上半年)",
			Layout:  list("nm_main_2012", cumulative),
			Sources: []string{"内蒙古自治区统计局,发布日期未记录"},
		},
		{
			Name:    "年度指标",
			Title:   "内蒙古全部工业增加值(2013年)",
			Layout:  list("nm_annual", cumulative),
			Notes:   []string{"初步数,第四次和第五次全国经济普查修订以前的口径,不能与修订后的数据连用。"},
			Sources: []string{"研究文章,2014年,发布日期未记录"},
		},
		{
			Name:   "分行业增速2013-2014",
			Title:  "内蒙古规模以上工业增加值分行业累计增长速度(2013-2014年)",
			Unit:   "%",
			Layout: across("nm_branch_2014", cumulative, "分组", false),
			Notes:  []string{"① 据2014年1-3月增速与公布的升降幅度推算(7.7+5.1、9.4-2.7),非直接公布数。" + gaps},
			Sources: []string{
				commission,
				"2014年1-11月:内蒙古自治区统计局,2014-12-26",
			},
		},
		{
			Name:   "主要指标2013-2014",
			Title:  "内蒙古工业主要指标(2013-2014年)",
			Layout: list("nm_main_2014", cumulative),
			Notes:  []string{gaps},
			Sources: []string{
				commission,
				"2014年1-11月:内蒙古自治区统计局,2014-12-26",
			},
		},
		{
			Name:    "企业户数2014",
			Title:   "内蒙古规模以上工业企业户数和停产企业户数",
			Layout:  list("nm_firms_2014", pointInTime),
			Sources: []string{commission},
		},
	}
}

// neimengguRecent returns growth and pulls of 2021 to 2023 and the leagues and
// cities of 2023.
func neimengguRecent() []Sheet {
	const (
		growth = "累计增长(%)"
		pull   = "拉动增长(百分点)"
		share  = "贡献率(%)"
	)
	return []Sheet{
		{
			Name:  "增速与拉动2021-2023",
			Title: "内蒙古规模以上工业增加值累计增长速度、拉动和贡献率(2021-2023年)",
			Unit:  "%、百分点",
			Layout: columns(
				"分组",
				column{"nm_branch", "2021-10", []string{"2021年1-10月", growth}},
				column{"nm_pull", "2021-10", []string{"2021年1-10月", pull}},
				column{"nm_contribution", "2021-10", []string{"2021年1-10月", share}},
				column{"nm_branch", "2022-12", []string{"2022年1-12月", growth}},
				column{"nm_pull", "2022-12", []string{"2022年1-12月", pull}},
				column{"nm_branch", "2023-02", []string{"2023年1-2月", growth}},
				column{"nm_branch", "2023-08", []string{"2023年1-8月", growth}},
				column{"nm_branch", "2023-10", []string{"2023年1-10月", growth}},
				column{"nm_pull", "2023-10", []string{"2023年1-10月", pull}},
			),
			Notes: []string{gaps},
			Sources: []string{
				"2021年1-10月、2023年1-10月:内蒙古工业运行情况(转载),发布日期未记录",
				"2022年1-12月:内蒙古自治区2022年国民经济和社会发展统计公报,发布日期未记录",
				"2023年1-2月:内蒙古日报,2023-03-24;2023年1-8月:内蒙古自治区工业和信息化厅,2023-09-27",
			},
		},
		{
			Name:  "盟市增速2023",
			Title: "2023年内蒙古各盟市规模以上工业增加值增长速度与年初目标",
			Unit:  "%",
			Layout: columns(
				"盟市",
				column{"nm_league_growth", "2023-10", []string{"2023年1-10月", growth}},
				column{"nm_league_growth", "2023-12", []string{"2023年1-12月", growth}},
				column{"nm_league_target", "2023-12", []string{"2023年1-12月", "年初预期目标(%)"}},
			),
			Notes:   []string{"① 年初预期目标据累计增速与公布的差额推算,非直接公布数。"},
			Sources: []string{"内蒙古2023年1-10月、全年分盟市工业运行情况(转载),发布日期未记录"},
		},
		{
			Name:    "盟市产销率2023",
			Title:   "2023年内蒙古各盟市工业产销率",
			Unit:    "%",
			Layout:  columns("地区", column{"nm_league_sales", "2023-12", []string{"2023年1-12月", "工业产销率(%)"}}),
			Sources: []string{"内蒙古2023年全年分盟市工业运行情况(转载),发布日期未记录"},
		},
	}
}

// neimengguOutput returns product output and real-estate development.
func neimengguOutput() []Sheet {
	const (
		level  = "累计产量"
		growth = "累计增长(%)"
	)
	return []Sheet{
		{
			Name:    "原煤产量2009-2011",
			Title:   "内蒙古原煤产量及累计增长速度(2009-2011年)",
			Layout:  beside("nm_coal", cumulative, "产品", true, level, growth),
			Sources: []string{"2009年1-8月:内蒙古煤矿安全监察局,发布日期未记录;其余据报道,发布日期未记录"},
		},
		{
			Name:    "原煤产量2012调度数",
			Title:   "内蒙古原煤产量(调度数)及累计增长速度(2012年1-9月)",
			Layout:  beside("nm_dispatch", cumulative, "产品", true, level, growth),
			Notes:   []string{"调度数与统计数口径不同,不能连用。"},
			Sources: []string{"煤炭调度数  发布日期:2012-10-14"},
		},
		{
			Name:    "主要产品增速2017",
			Title:   "内蒙古主要工业产品产量累计增长速度(2017年上半年)",
			Unit:    "%",
			Layout:  across("nm_output_2017", cumulative, "产品", false),
			Sources: []string{"内蒙古自治区统计局,发布日期未记录"},
		},
		{
			Name:    "主要产品产量2025",
			Title:   "内蒙古主要工业产品产量及累计增长速度(2025年1-4月)",
			Layout:  beside("nm_output_2025", cumulative, "产品", true, level, growth),
			Sources: []string{"内蒙古自治区工业和信息化厅  发布日期:2025-06-16"},
		},
		{
			Name:    "发电量",
			Title:   "内蒙古发电量当月值(2011-2023年)",
			Unit:    "亿千瓦时",
			Layout:  down("nm_power", current, []string{"发电量"}),
			Notes:   []string{"1月、2月没有单独公布数,未列。"},
			Sources: []string{fromDatabase},
		},
		{
			Name:  "房地产开发投资",
			Title: "内蒙古房地产开发投资累计值及累计增长速度",
			Unit:  "亿元、%",
			Layout: down(
				"nm_realestate", cumulative,
				[]string{"房地产开发投资", "累计(亿元)"}, []string{"房地产开发投资", "累计增长(%)"},
			),
			Notes: []string{"① 据2015年增速与公布的升降幅度推算(-21.1+13.8),非直接公布数。" + gaps},
			Sources: []string{
				"2014年、2015年:国家发展和改革委员会,发布日期未记录;2017-2019年:国家统计局国家数据库",
				"2022年:内蒙古自治区2022年国民经济和社会发展统计公报,发布日期未记录",
			},
		},
	}
}
