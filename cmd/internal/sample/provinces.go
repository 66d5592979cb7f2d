package main

// provinces returns the workbook of the western provinces and of all provinces.
func provinces() Book {
	const growth = "累计增长(%)"
	return Book{Name: "西部与各省.xlsx", Sheets: []Sheet{
		{
			Name:  "西部12省区市增速",
			Title: "西部12省区市规模以上工业增加值累计增长速度(2014-2015年)",
			Unit:  "%",
			Layout: columns(
				"地区",
				column{"west", "2014-04", []string{"2014年1-4月", growth}},
				column{"west", "2015-04", []string{"2015年1-4月", growth}},
				column{"west", "2015-06", []string{"2015年1-6月", growth}},
				column{"west", "2015-07", []string{"2015年1-7月", growth}},
			),
			Notes:   []string{"① 据后期增速与公布的升降幅度推算,非直接公布数。"},
			Sources: []string{"陕西省信息中心西部比较;2015年1-4月数2015-06-29、1-7月数2015-09-16转载"},
		},
		{
			Name:   "分省生产总值2013-2017",
			Title:  "各地区生产总值累计值(2013-2017年)",
			Unit:   "亿元",
			Layout: across("gdp", cumulative, "地区", false),
			Notes: []string{
				"② 口径断裂:内蒙古2017年、辽宁2016年全年数另行核减,当年一季度至前三季度数未作相应调整,不能连用,不计算比重和增长速度。",
				"按现价计算,初步数。",
			},
			Sources: []string{"国家统计局国家数据库,发布日期未记录"},
		},
		{
			Name:    "分省生产总值2018",
			Title:   "各地区生产总值累计值(2018年,第四次全国经济普查修订数)",
			Unit:    "亿元",
			Layout:  across("gdp_2018", cumulative, "地区", false),
			Notes:   []string{"按现价计算,为第四次全国经济普查修订数,与2013-2017年数不可比,不能连用。"},
			Sources: []string{"国家统计局国家数据库,发布日期未记录"},
		},
	}}
}
