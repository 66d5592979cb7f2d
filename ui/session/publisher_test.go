package session

import (
	"slices"
	"testing"

	"yunxing/data"
)

// Notes name publishers in the ways that bureaus write them, some of them for certain
// periods.
func TestPublishers(t *testing.T) {
	analysis := []string{
		"数据来源:2010-2013年(2012年1-6月除外):《2013年内蒙古工业运行情况分析》,发布日期未记录", "2014年1-12月",
		"2012年1-6月:内蒙古自治区统计局,发布日期未记录", "2014年1-11月:内蒙古自治区统计局,2014-12-26",
	}
	reprint := []string{
		"数据来源:2021年1-10月、2023年1-10月:内蒙古工业运行情况(转载),发布日期未记录", "2022年1-12月:2022年公报",
		"2023年1-2月:内蒙古日报,2023-03-24;2023年1-8月:内蒙古自治区工业和信息化厅,2023-09-27",
	}
	coal := []string{"数据来源:2009年1-8月:内蒙古煤矿安全监察局,发布日期未记录;其余据报道,发布日期未记录"}
	of := func(p ...data.Period) []data.Period { return p }
	for _, c := range []struct {
		notes []string
		of    []data.Period
		want  []string
	}{
		{[]string{"注:空格表示未公布。", "数据来源:国家统计局国家数据库,数据截至2023年12月"}, of(data.Year(2013)), []string{"国家统计局国家数据库"}},
		{[]string{"资料来源：国家统计局  发布日期：2013-10-18"}, of(data.Year(2013)), []string{"国家统计局"}},
		{analysis, of(data.Quarter(2013, 3)), []string{"《2013年内蒙古工业运行情况分析》"}},
		{analysis, of(data.Month(2014, 11), data.Quarter(2012, 2)), []string{"《2013年内蒙古工业运行情况分析》", "内蒙古自治区统计局"}},
		{analysis, of(data.Month(2014, 12)), nil},
		{reprint, of(data.Month(2023, 10)), []string{"内蒙古工业运行情况(转载)"}},
		{reprint, of(data.Month(2023, 8), data.Year(2022)), []string{"2022年公报", "内蒙古自治区工业和信息化厅"}},
		{[]string{"数据来源:2014年、2015年:国家发展和改革委员会"}, of(data.Month(2015, 5)), []string{"国家发展和改革委员会"}},
		{coal, of(data.Month(2009, 8)), []string{"内蒙古煤矿安全监察局", "报道"}},
		{coal, of(data.Month(2010, 8)), []string{"报道"}},
		{[]string{"数据来源:陕西省信息中心西部比较;2015年1-4月数2015-06-29、1-7月数2015-09-16转载"}, of(data.Month(2015, 7)), []string{"陕西省信息中心西部比较"}},
		{[]string{"数据来源:国家统计局", "采矿业景气指数引自《分析》,发布日期未记录", "按现价计算,初步数。"}, of(data.Quarter(2013, 3)), []string{"国家统计局", "《分析》"}},
		{[]string{"Source: National Bureau of Statistics, released 2013-10-18."}, of(data.Year(2013)), []string{"National Bureau of Statistics"}},
		{[]string{"2014年1-11月:内蒙古自治区统计局", "单位:%"}, of(data.Month(2014, 11)), nil},
		{nil, nil, nil},
	} {
		if got := publishers(c.notes, c.of); !slices.Equal(got, c.want) {
			t.Errorf("%q of %v: %q, want %q", c.notes, c.of, got, c.want)
		}
	}
}
