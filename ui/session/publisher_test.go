package session

import (
	"slices"
	"testing"
)

// Notes name publishers in the ways that bureaus write them.
func TestPublishers(t *testing.T) {
	for _, c := range []struct{ notes, want []string }{
		{[]string{"注:空格表示未公布。", "数据来源:国家统计局国家数据库,数据截至2023年12月"}, []string{"国家统计局国家数据库"}},
		{[]string{"资料来源：国家统计局  发布日期：2013-10-18"}, []string{"国家统计局"}},
		{[]string{"数据来源:2010-2013年(2012年1-6月除外):《2013年内蒙古工业运行情况分析》,发布日期未记录", "2014年1-12月", "2014年1-11月:内蒙古自治区统计局,2014-12-26"}, []string{"《2013年内蒙古工业运行情况分析》", "内蒙古自治区统计局"}},
		{[]string{"数据来源:陕西省信息中心西部比较;2015年1-4月数2015-06-29、1-7月数2015-09-16转载"}, []string{"陕西省信息中心西部比较"}},
		{[]string{"数据来源:国家统计局", "采矿业景气指数引自《分析》,发布日期未记录", "按现价计算,初步数。"}, []string{"国家统计局", "《分析》"}},
		{[]string{"数据来源:2009年1-8月:内蒙古煤矿安全监察局,发布日期未记录;其余据报道,发布日期未记录"}, []string{"内蒙古煤矿安全监察局", "报道"}},
		{[]string{"Source: National Bureau of Statistics, released 2013-10-18."}, []string{"National Bureau of Statistics"}},
		{[]string{"2014年1-11月:内蒙古自治区统计局", "单位:%"}, nil},
		{nil, nil},
	} {
		if got := publishers(c.notes); !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, want %q", c.notes, got, c.want)
		}
	}
}
