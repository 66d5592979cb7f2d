package report

import (
	"fmt"
	"testing"

	"yunxing/data"
	"yunxing/ui/i18n"
)

func printer(t testing.TB, l i18n.Lang) i18n.Printer {
	t.Helper()
	p, err := i18n.New(l)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// pub returns a published number with one decimal.
func pub(v float64, refs ...data.Ref) data.Number { return data.PublishedNumber(v, 1, refs...) }

// place returns a rank.
func place(n float64) data.Number { return data.PublishedNumber(n, 0) }

func ExampleChanges() {
	p, err := i18n.New(i18n.Chinese)
	if err != nil {
		panic(err)
	}
	now := data.PublishedNumber(12.2, 1)
	fmt.Println(NewSentence(p,
		Join(Words("前三季度规模以上工业增加值"), Growth(p, now)),
		Changes(p, now, Earlier{"2010年", data.PublishedNumber(17.2, 1)}, Earlier{"2011年", data.PublishedNumber(19.2, 1)}, Earlier{"2012年同期", data.PublishedNumber(14.0, 1)}),
	))
	// Output:
	// 前三季度规模以上工业增加值增长12.2%，分别较2010年、2011年和2012年同期回落5.0、7.0和1.8个百分点。
}

// TestChange fails if the signs of two rates give the verb of other signs; the
// rows are those of formulas §5.
func TestChange(t *testing.T) {
	zh, en := printer(t, i18n.Chinese), printer(t, i18n.English)
	none := data.NotKnown()
	for _, tt := range []struct {
		now, then data.Number
		zh, en    string
	}{
		{pub(9.7), pub(8.9), "加快0.8个百分点", "0.8 percentage points faster"},
		{pub(12.2), pub(14.0), "回落1.8个百分点", "1.8 percentage points slower"},
		{pub(0), pub(1), "回落1.0个百分点", "1.0 percentage points slower"},
		{pub(9.6), pub(9.6), "持平", "the same"},
		{pub(-2.1), pub(-2.1), "持平", "the same"},
		{pub(9.64), pub(9.6), "持平", "the same"},
		{pub(-2.3), pub(-4.4), "降幅收窄2.1个百分点", "a decline 2.1 percentage points smaller"},
		{pub(-4.4), pub(-2.3), "降幅扩大2.1个百分点", "a decline 2.1 percentage points larger"},
		{pub(7.3), pub(-2.1), "由负转正", "up from a decline"},
		{pub(-0.7), pub(11.2), "由正转负", "down from growth"},
		{pub(0), pub(-1), "由降转平", "up from a decline"},
		{pub(-1), pub(0), "由平转降", "down from no change"},
		{pub(1), pub(0), "加快1.0个百分点", "1.0 percentage points faster"},
		{none, pub(1), "变化情况不详", "made no known change"},
		{pub(1), none, "变化情况不详", "made no known change"},
	} {
		if got := Plain(Change(zh, tt.now, tt.then)); got != tt.zh {
			t.Errorf("%v after %v: %q, want %q", tt.now.Value, tt.then.Value, got, tt.zh)
		}
		if got := Plain(Change(en, tt.now, tt.then)); got != tt.en {
			t.Errorf("%v after %v: %q, want %q", tt.now.Value, tt.then.Value, got, tt.en)
		}
	}
}

// TestChanges fails if comparisons with different verbs share one, or a missing
// year is compared with all the same.
func TestChanges(t *testing.T) {
	zh, en := printer(t, i18n.Chinese), printer(t, i18n.English)
	earlier := []Earlier{{"2010年", pub(17.2)}, {"2011年", data.NotKnown()}, {"2012年", pub(14)}, {"2009年", pub(12.2)}, {"2008年", pub(-1)}}
	want := "分别较2010年和2012年回落5.0和1.8个百分点，与2011年无法比较（数据缺失），与2009年持平，较2008年由负转正"
	if got := Plain(Changes(zh, pub(12.2), earlier...)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	want = "5.0 and 1.8 percentage points slower than in 2010年 and 2012年 respectively, not comparable with 2011年 (figure not known), the same as in 2009年, up from a decline in 2008年"
	if got := Plain(Changes(en, pub(12.2), earlier...)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got := Plain(Changes(zh, pub(12.2), Earlier{"上年同期", pub(11.6)})); got != "较上年同期加快0.6个百分点" {
		t.Error(got)
	}
	same := []Earlier{{"2012年同期", pub(14)}, {"2011年同期", pub(19.2)}}
	if got := Plain(Changes(zh, pub(12.2), same...)); got != "分别较2012年和2011年同期回落1.8和7.0个百分点" {
		t.Error(got)
	}
	if got := Changes(zh, pub(1)); len(got) != 0 {
		t.Errorf("compared with nothing: %v", got)
	}
}

// TestGrowth fails if a decline is called a growth, a multiple is printed for less
// than a doubling, or a missing rate is given a verb.
func TestGrowth(t *testing.T) {
	zh, en := printer(t, i18n.Chinese), printer(t, i18n.English)
	doubtful := pub(5)
	doubtful.Status = data.Doubtful
	for _, tt := range []struct {
		g      data.Number
		zh, en string
	}{
		{pub(12.2), "增长12.2%", "rose 12.2%"},
		{pub(-0.7), "下降0.7%", "fell 0.7%"},
		{pub(-0.04), "与上年同期持平", "was unchanged from a year earlier"},
		{pub(99.9), "增长99.9%", "rose 99.9%"},
		{pub(127), "增长1.27倍", "rose 127.0%"},
		{pub(100), "增长1.00倍", "rose 100.0%"},
		{data.NotKnown(), "增速数据缺失", "had no known growth rate"},
		{doubtful, "增速数据缺失", "had no known growth rate"},
	} {
		if got := Plain(Growth(zh, tt.g)); got != tt.zh {
			t.Errorf("%v: %q, want %q", tt.g.Value, got, tt.zh)
		}
		if got := Plain(Growth(en, tt.g)); got != tt.en {
			t.Errorf("%v: %q, want %q", tt.g.Value, got, tt.en)
		}
	}
	things := []Named{{"原煤", pub(-0.7)}, {"钢材", pub(8.8)}, {"电解铝", pub(3.6)}, {"化肥", pub(-3.1)}, {"甲醇", data.NotKnown()}, {"汽车", pub(150)}}
	want := "原煤和化肥分别下降0.7%和3.1%，钢材和电解铝分别增长8.8%和3.6%，甲醇增速数据缺失，汽车增长1.50倍"
	if got := Plain(Growths(zh, things...)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestProfit fails if a growth rate over a loss is printed: −179.9 % after a loss
// is a turn to profit.
func TestProfit(t *testing.T) {
	zh := printer(t, i18n.Chinese)
	for _, tt := range []struct {
		level, growth data.Number
		want          string
	}{
		{pub(120.5), pub(13.5), "增长13.5%"},
		{pub(180.3), pub(-179.9), "扭亏为盈"},
		{pub(-30.1), pub(-150), "由盈转亏"},
		{pub(-30.1), pub(-40), "减亏"},
		{pub(-30.1), pub(40), "增亏"},
		{data.NotKnown(), pub(-179.9), "盈亏变化不详，不计算增速"},
		{data.NotKnown(), pub(13.5), "增长13.5%"},
		{pub(120.5), data.NotKnown(), "增速数据缺失"},
		{pub(0), pub(-100), "盈亏变化不详，不计算增速"},
	} {
		if got := Plain(Profit(zh, tt.level, tt.growth)); got != tt.want {
			t.Errorf("%v at %v%%: %q, want %q", tt.level.Value, tt.growth.Value, got, tt.want)
		}
	}
}

// TestComparisons fails if above and below, up and down, or pull and drag are
// taken for each other.
func TestComparisons(t *testing.T) {
	zh, en := printer(t, i18n.Chinese), printer(t, i18n.English)
	points, _ := data.ParseUnit("百分点")
	projected := data.Number{Value: 12.46, Lo: 11.96, Hi: 13.04, Digits: 1, Status: data.Projected}
	none := data.NotKnown()
	for _, tt := range []struct{ got, want []Run }{
		{Against(zh, "全国平均", pub(3.3)), Words("高于全国平均3.3个百分点")},
		{Against(zh, "全国平均", pub(-3.3)), Words("低于全国平均3.3个百分点")},
		{Against(zh, "全国平均", pub(0)), Words("与全国平均持平")},
		{Against(en, "the national average", pub(-3.3)), Words("3.3 percentage points below the national average")},
		{Against(zh, "全国平均", none), Words("与全国平均无法比较（数据缺失）")},
		{Shift(zh, pub(1.2), points), Words("提高1.2个百分点")},
		{Shift(zh, pub(-1.2), points), Words("下降1.2个百分点")},
		{Shift(zh, pub(0), points), Words("持平")},
		{Shift(zh, none, points), Words("变化情况不详")},
		{Rank(zh, "全国", place(10)), Words("居全国第10位")},
		{Rank(en, "the country", place(3)), Words("ranked 3rd in the country")},
		{Rank(zh, "全国", none), Words("在全国的位次不详")},
		{RankChange(zh, place(10), Earlier{"上年同期", place(15)}), Words("较上年同期上升5位")},
		{RankChange(zh, place(15), Earlier{"上年同期", place(10)}), Words("较上年同期下降5位")},
		{RankChange(zh, place(15), Earlier{"上年同期", place(15)}), Words("位次与上年同期相同")},
		{RankChange(zh, place(15), Earlier{"上年同期", none}), Words("与上年同期无法比较（数据缺失）")},
		{Pull(zh, "工业", pub(2.3)), Words("拉动工业增长2.3个百分点")},
		{Pull(zh, "工业", pub(-0.3)), Words("下拉工业增速0.3个百分点")},
		{Pull(zh, "工业", pub(0)), Words("对工业增速没有影响")},
		{Pull(zh, "工业", none), Words("对工业增长的拉动不详")},
		{Projection(zh, projected), Words("预计增长12.5%左右")},
		{Projection(en, projected), Words("is projected to rise by about 12.5%")},
		{Projection(zh, none), Words("无法预测")},
		{Band(zh, 80, projected), Words("80%区间为12.0%～13.0%")},
	} {
		if Plain(tt.got) != Plain(tt.want) {
			t.Errorf("got %q, want %q", Plain(tt.got), Plain(tt.want))
		}
	}
}

// TestTrace fails if a figure in a sentence loses the observations it rests on.
func TestTrace(t *testing.T) {
	zh := printer(t, i18n.Chinese)
	for _, r := range Change(zh, pub(12.2, 7), pub(14, 9)) {
		if r.Text != "1.8" {
			continue
		}
		if r.Number == nil || r.Number.Value != -1.8 || len(r.Number.Refs) != 2 || r.Number.Refs[0] != 7 || r.Number.Refs[1] != 9 {
			t.Errorf("1.8 traces to %+v", r.Number)
		}
		return
	}
	t.Error("no figure in the words")
}

// TestSentence fails if clauses run together or an English sentence starts small.
func TestSentence(t *testing.T) {
	zh, en := printer(t, i18n.Chinese), printer(t, i18n.English)
	if got := NewSentence(zh, Words("甲"), nil, Words("乙")).String(); got != "甲，乙。" {
		t.Error(got)
	}
	if got := NewSentence(en, Words("output rose"), Words("prices fell")).String(); got != "Output rose, prices fell." {
		t.Error(got)
	}
	if got := NewSentence(en); len(got.Runs) != 0 {
		t.Error(got)
	}
	if got := Plain(Say(en, "report.unit", Word("other", "x"))); got != "Unit: {unit}" {
		t.Error(got)
	}
}
