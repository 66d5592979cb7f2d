package layout

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"yunxing/data"
)

// A reading is what the words of a label say about how a figure is to be read.
type reading struct {
	span     data.Span
	hasSpan  bool
	measure  data.Measure
	measured bool // measure is said
	ref      data.Reference
	price    data.PriceKind
	changed  bool           // a difference, if the unit is percentage points
	lag      int            // years that the figure lies before the period: 上年同期
	odd      bool           // says something that no measure covers, such as 同比增量
	spans    bool           // says two spans, as in 当月和累计
	compared bool           // compares with a year that is named: 比2019年同期
	versus   int            // that year
	stepped  bool           // compares with a part of the year that is named: 较1-8月
	forecast bool           // says what will be
	several  bool           // says two measures, as titles do
	weak     bool           // a growth that does not say over what
	bare     bool           // a comparison that does not say that it is in per cent
	falls    bool           // says that what it measures fell: 比上年同期回落
	back     data.Frequency // the figure is that of the month or quarter before: 上月
	freq     data.Frequency // the figure is of a period of that frequency: 当季
}

// with returns r with what s says where r says nothing.
func (r reading) with(s reading) reading {
	if !r.hasSpan {
		r.span, r.hasSpan = s.span, s.hasSpan
	}
	if !r.measured {
		r.measure, r.measured, r.ref, r.weak, r.bare = s.measure, s.measured, s.ref, s.weak, s.bare
		r.odd = r.odd || s.odd
	}
	if r.price == data.NoPrice {
		r.price = s.price
	}
	r.changed = r.changed || s.changed
	r.spans = r.spans || s.spans
	r.falls = r.falls || s.falls
	if r.back == 0 {
		r.back = s.back
	}
	if r.freq == 0 {
		r.freq = s.freq
	}
	r.compared = r.compared || s.compared
	r.stepped = r.stepped || s.stepped
	r.versus = max(r.versus, s.versus)
	r.forecast = r.forecast || s.forecast
	if r.lag == 0 {
		r.lag = s.lag
	}
	return r
}

// A word is one that says something of a reading.
type word struct {
	text string
	reading
}

// wordTable returns the words, longest first. They are made once and never change.
//
//nolint:gochecknoglobals // a constant that Go cannot write as one
var wordTable = sync.OnceValue(func() []word {
	var out []word
	add := func(r reading, texts string) {
		for t := range strings.SplitSeq(texts, " ") {
			out = append(out, word{t, r})
		}
	}
	addGrowth(add)
	addSpans(add)
	addOthers(add)
	slices.SortStableFunc(out, func(a, b word) int { return cmp.Compare(len(b.text), len(a.text)) })
	return out
})

// addGrowth adds the words for growth, with and without a span.
func addGrowth(add func(reading, string)) {
	growth := reading{measure: data.Growth, measured: true, ref: data.YearAgo}
	cum, cur, real := growth, growth, growth
	cum.span, cum.hasSpan = data.Cumulative, true
	cur.hasSpan = true
	real.price = data.ComparablePrice
	realCum, realCur := cum, cur
	realCum.price, realCur.price = data.ComparablePrice, data.ComparablePrice
	add(growth, "同比增长速度 同比增长率 同比增长 同比增速 同比增幅 同比±% 同比+-% 同比 比上年同期增长 比去年同期增长 较上年同期增长 较去年同期增长 "+
		"比上年同期±% 比上年增长 比去年增长 比上年同月增长 比上年同期增减% 同比涨跌幅度 同比涨跌幅 同比涨跌 同比涨幅 增长速度 增长率 增幅 增速 增长 ±% +-% yoy y/y year-on-year")
	bare := growth
	bare.bare = true
	add(bare, "与上年同期相比 与去年同期相比 与上年同期比 与去年同期比 比上年同期 较上年同期 比去年同期 较去年同期 "+
		"比上年同月 较上年同月 比去年同月 较去年同月 比上年同季 较上年同季 与上年相比 与上年比 比上年 较上年 比去年 较去年")
	add(cum, "累计同比增长速度 累计同比增长率 累计同比增长 累计同比增速 累计同比 累计增长速度 累计增长率 累计增长 累计增速 累计增幅 累计同比增幅")
	add(cur, "当期同比增长 当期同比增速 当期同比")
	month, quarter := cur, cur
	month.freq = data.Monthly
	add(month, "当月同比增长速度 当月同比增长 当月同比增速 当月同比 本月同比增长 本月同比增速 本月同比 本月增长 本月增速 当月增长 当月增速")
	quarter.freq = data.Quarterly
	add(quarter, "当季同比增长 当季同比增速 当季同比 当季增长 当季增速 单季同比增长 单季同比增速 单季同比 单季增速 单季增长")
	add(real, "同比实际增速 同比实际增长")
	real.weak = true
	add(real, "实际增速 实际增长率 实际增长")
	add(realCum, "累计同比实际增速 累计实际增速 累计实际增长")
	add(realCur, "当期同比实际增速")
	realCur.freq = data.Monthly
	add(realCur, "当月同比实际增速")
	realCur.freq = data.Quarterly
	add(realCur, "当季同比实际增速")
	previous := reading{measure: data.Growth, measured: true, ref: data.PreviousPeriod}
	add(previous, "环比涨跌幅度 环比涨跌幅 环比涨跌 环比涨幅 环比增长速度 环比增长率 环比增长 环比增速 环比增幅 环比实际增速 环比实际增长 环比 比上月增长 比上季度增长 比上季增长 "+
		"较上月增长 较上季度增长 较上季增长 month-on-month mom quarter-on-quarter qoq")
	previous.bare = true
	add(previous, "与上月相比 与上月比 比上月 较上月 与上季度相比 与上季相比 比上季度 较上季度 比上季 较上季 比上期 较上期")
	add(reading{odd: true}, "比上年末增加 较上年末增加 比上年末减少 比上年末增减 比年初增加 较年初增加 比年初增减 比上年末 较上年末 比年初 较年初 比上年增加 比上年减少 比去年增加 比上年同期减少 增加数 增减数 涨跌幅度 涨跌幅 涨跌 位次变化 位次变动 位次升降 排名变化 排名变动 名次变化 名次变动 同比增量 同比增加额 同比增减额 同比增加 同比多增 比上年同期增加 环比增加 增加额 增减额 增量 两年平均 三年平均 四年平均 年均 平均增长 平均增速")
	add(reading{changed: true}, "增减百分点 比上年同期增减 比去年同期增减 较上年同期增减 较去年同期增减 比上年同期提高 比上年同期加快 比上年增减 较上年增减 增减 加快 提高 之差")
	add(reading{changed: true, falls: true}, "比上年同期回落 比去年同期回落 比上年同期下降 比上年同期放缓 回落幅度 回落 放缓 下降幅度 降幅 减幅 下降")
}

// addSpans adds the words for a span alone.
func addSpans(add func(reading, string)) {
	add(reading{span: data.Cumulative, hasSpan: true, freq: data.Monthly}, "本月止累计实际 本月止累计 至本月累计 截至本月累计 累计至本月 1-本月累计 1-本月 年初至本月")
	add(reading{span: data.Cumulative, hasSpan: true}, "累计实际 止累计 累计值 累计量 累计额 累计数 累计完成 本年累计 自年初累计 年初至今累计 年初累计 年初至今 累计 ytd cumulative")
	add(reading{hasSpan: true}, "当期值 当期")
	add(reading{hasSpan: true, freq: data.Monthly}, "本月实际 本月实绩 当月实际 当月实绩 当月值 本月值 当月数 当月 本月 单月")
	add(reading{hasSpan: true, freq: data.Quarterly}, "本季实际 当季值 当季数 当季 本季度 本季 单季")
	add(reading{span: data.Point, hasSpan: true}, "期末值 期末数 期末余额 期末 年末 月末 季末")
}

// addOthers adds the words for measures other than growth, and for prices.
func addOthers(add func(reading, string)) {
	share := reading{measure: data.Share, measured: true}
	add(share, "所占比重 占比 比重 所占份额 完成率 完成计划 完成年计划 完成目标 达成率 完成进度")
	share.ref = data.YearAgo // of a growth
	add(share, "贡献率 贡献度")
	add(reading{measure: data.Points, measured: true, ref: data.YearAgo}, "拉动增长 拉动百分点 拉动点数 拉动作用 拉动")
	add(reading{measure: data.Rank, measured: true}, "位次 排名 名次 排位 位居")
	add(reading{measure: data.Level, measured: true}, "绝对额 绝对量 绝对值 绝对数")
	add(reading{forecast: true}, "预计")
	add(reading{odd: true}, "上期金额 上期数 上期值 上期") // last month, quarter or year
	add(reading{back: data.Monthly}, "上月数 上月末数")
	add(reading{lag: 1}, "上年同期 去年同期 上年同月 去年同月")
	add(reading{odd: true}, "上年年末 上年末 去年末 上年底 去年底 年初数 年初值 年初余额 期初数 期初值 期初余额") // the end of the year before, or the start of the period
	add(reading{price: data.CurrentPrice}, "现价 现行价格 当年价格 当年价")
	add(reading{price: data.ConstantPrice}, "不变价 不变价格 不变价计算")
	add(reading{price: data.ComparablePrice}, "可比价格 可比价")
}

// readWords returns what the words of s say, and s without them.
func readWords(s string) (reading, string) {
	var out reading
	lower := strings.ToLower(s)
	lowered := lower
	if l, ok := lagged(lower); ok {
		return l, ""
	}
	for _, w := range wordTable() {
		i := wordIndex(lower, w.text)
		if i < 0 {
			continue
		}
		if w.measured && out.measured && (w.measure != out.measure || w.ref != out.ref) {
			out.several = true
			if out.measure == data.Growth && (w.measure != data.Growth || out.weak && !w.weak) {
				out.measure, out.ref = w.measure, w.ref // 增速位次 is a place, 增长贡献率 a share
				out.several, out.weak = w.measure != data.Growth, false
			}
		} else {
			out = out.with(w.reading)
		}
		out.spans = out.spans || w.hasSpan && out.hasSpan && w.span != out.span
		lower = strings.ReplaceAll(lower, w.text, " ")
		s = cutFold(s, w.text)
	}
	if out.measured && out.measure == data.Growth {
		out.several = out.several || joined(lowered)
	} else if ofGrowth(out) {
		out.several = false // 对增长的拉动, 增长贡献率
	}
	out.forecast = out.forecast || strings.Contains(s, "预测") // which stays in the name
	return out, s
}

// ofGrowth reports whether r is a part of a growth: a pull on it or a share of it.
func ofGrowth(r reading) bool {
	return r.measured && (r.measure == data.Points || r.measure == data.Share && r.ref == data.YearAgo)
}

// joined reports whether a title names a level and its growth: 利润总额及增速.
func joined(s string) bool {
	for _, and := range []string{"及", "和", "与", "、"} {
		for _, w := range []string{"增速", "增长速度", "增长率", "增长", "同比增"} {
			if strings.Contains(s, and+w) || strings.Contains(s, and+"其"+w) {
				return true
			}
		}
	}
	return false
}

// wordIndex returns where w stands in s, for a Latin word only where it stands
// alone.
func wordIndex(s, w string) int {
	i := strings.Index(s, w)
	if i < 0 || w[0] >= 0x80 || w[0] == '+' {
		return i
	}
	letter := func(j int) bool { return j >= 0 && j < len(s) && (s[j] >= 'a' && s[j] <= 'z') }
	if letter(i-1) || letter(i+len(w)) {
		return -1
	}
	return i
}

// lagged reports whether s, taken whole, names the period one year before.
func lagged(s string) (reading, bool) {
	switch strings.Trim(s, " ()数值额实绩际完成累计") {
	case "上月", "上月末":
		return reading{back: data.Monthly}, true
	case "上季", "上季度", "上季末":
		return reading{back: data.Quarterly}, true
	case "上年同期", "去年同期", "上年同月", "去年同月", "上年", "去年":
		r := reading{lag: 1}
		if strings.Contains(s, "累计") {
			r.span, r.hasSpan = data.Cumulative, true
		}
		return r, true
	}
	return reading{}, false
}

// cutFold removes every w, given in lower case, from s.
func cutFold(s, w string) string {
	for {
		i := strings.Index(strings.ToLower(s), w)
		if i < 0 || i+len(w) > len(s) {
			return s
		}
		s = s[:i] + " " + s[i+len(w):]
	}
}
