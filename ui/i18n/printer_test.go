package i18n

import (
	"fmt"
	"math"
	"testing"

	"yunxing/data"
)

func printer(t testing.TB, l Lang) Printer {
	t.Helper()
	p, err := New(l)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func Example() {
	p, err := New(Chinese)
	if err != nil {
		panic(err)
	}
	now := data.PublishedNumber(12.2, 1)
	fmt.Println(p.Period(data.Quarter(2013, 3), data.Cumulative), p.Percent(now), p.Interval(now))
	fmt.Println(p.List("原煤", "钢材", "电解铝"))
	// Output:
	// 2013年前三季度 12.2% 12.15～12.25
	// 原煤、钢材和电解铝
}

func ExamplePrinter_Amount() {
	p, err := New(English)
	if err != nil {
		panic(err)
	}
	yuan, _ := data.ParseUnit("亿元")
	fmt.Println(p.Amount(data.PublishedNumber(76858.3, 1), yuan))
	// Output: 7,685.83 billion yuan
}

// TestNumbers fails if a figure is printed with other decimals than published, is
// rounded twice or binary, or is shown where it is not known.
func TestNumbers(t *testing.T) {
	zh, en := printer(t, Chinese), printer(t, English)
	doubtful := data.PublishedNumber(3.5, 1)
	doubtful.Status = data.Doubtful
	wide := data.From(11.2, 11.05, 11.35, 1, data.PublishedNumber(1, 1))
	band := data.Number{Value: 12.5, Lo: 11.987, Hi: 13.02, Digits: 1, Status: data.Projected}
	for _, tt := range []struct{ what, got, want string }{
		{"half away from zero", zh.Number(data.PublishedNumber(12.25, 1)), "12.3"},
		{"no negative zero", zh.Number(data.PublishedNumber(-0.04, 1)), "0.0"},
		{"minus sign", zh.Number(data.PublishedNumber(-0.7, 1)), "−0.7"},
		{"no sign", zh.Size(data.PublishedNumber(-0.7, 1)), "0.7"},
		{"missing", zh.Number(data.NotKnown()), "—"},
		{"missing size", zh.Size(data.NotKnown()), "—"},
		{"missing per cent", zh.Percent(data.NotKnown()), "—"},
		{"missing points", zh.Points(data.NotKnown()), "—"},
		{"missing interval", zh.Interval(data.NotKnown()), "—"},
		{"missing amount", zh.Amount(data.NotKnown(), data.Unit{Symbol: "亿元"}), "—"},
		{"not finite", zh.Decimal(math.Inf(1), 1), "—"},
		{"doubtful is shown", zh.Number(doubtful), "3.5"},
		{"Chinese digits stand together", zh.Number(data.PublishedNumber(1234567.8, 1)), "1234567.8"},
		{"English digits in groups", en.Number(data.PublishedNumber(-1234567.8, 1)), "−1,234,567.8"},
		{"no group in hundreds", en.Number(data.PublishedNumber(999, 0)), "999"},
		{"plus", zh.Signed(data.PublishedNumber(1.8, 1)), "+1.8"},
		{"no plus on zero", zh.Signed(data.PublishedNumber(0.04, 1)), "0.0"},
		{"points", zh.Points(data.PublishedNumber(-1.8, 1)), "−1.8个百分点"},
		{"points in English", en.Points(data.PublishedNumber(1.8, 1)), "1.8 percentage points"},
		{"rounding interval", zh.Interval(wide), "11.05～11.35"},
		{"band of a projection", en.Interval(band), "12.0 to 13.0"},
		{"place", zh.Ordinal(10), "第10位"},
		{"11th", en.Ordinal(11), "11th"},
		{"22nd", en.Ordinal(22), "22nd"},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.what, tt.got, tt.want)
		}
	}
}

// TestUnits fails if a unit changes its meaning between the languages.
func TestUnits(t *testing.T) {
	zh, en := printer(t, Chinese), printer(t, English)
	n := data.PublishedNumber(1234.5, 1)
	for _, tt := range []struct{ symbol, heading, chinese, english string }{
		{"亿元", "100 million yuan", "1234.5亿元", "123.45 billion yuan"},
		{"万元", "10,000 yuan", "1234.5万元", "12.345 million yuan"},
		{"万吨", "10,000 tonnes", "1234.5万吨", "12.345 million tonnes"},
		{"吨", "tonnes", "1234.5吨", "1,234.5 tonnes"},
		{"亿千瓦时", "100 million kWh", "1234.5亿千瓦时", "123.45 billion kWh"},
		{"千瓦", "kW", "1234.5千瓦", "1,234.5 kW"},
		{"万亿元", "trillion yuan", "1234.5万亿元", "1,234.5 trillion yuan"},
		{"千万元", "10 million yuan", "1234.5千万元", "12.345 billion yuan"},
		{"万重量箱", "10,000 weight cases", "1234.5万重量箱", "12.345 million weight cases"},
		{"%", "%", "1234.5%", "1,234.5%"},
		{"百分点", "percentage points", "1234.5个百分点", "1,234.5 percentage points"},
		{"上年同月=100", "same month of previous year = 100", "1234.5", "1,234.5"},
	} {
		u, ok := data.ParseUnit(tt.symbol)
		if !ok {
			t.Fatalf("no unit %q", tt.symbol)
		}
		if got := zh.Unit(u); got != tt.symbol {
			t.Errorf("%s: heading %q in Chinese", tt.symbol, got)
		}
		if got := en.Unit(u); got != tt.heading {
			t.Errorf("%s: heading %q, want %q", tt.symbol, got, tt.heading)
		}
		if got := zh.Amount(n, u); got != tt.chinese {
			t.Errorf("%s: %q, want %q", tt.symbol, got, tt.chinese)
		}
		if got := en.Amount(n, u); got != tt.english {
			t.Errorf("%s: %q, want %q", tt.symbol, got, tt.english)
		}
		checkScale(t, u)
	}
}

// checkScale fails if the English multiplier of a unit is not its factor.
func checkScale(t *testing.T, u data.Unit) {
	t.Helper()
	s, _, ok := splitUnit(u.Symbol)
	if !ok || s.word == "" {
		return
	}
	word := map[string]float64{"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}[s.word]
	if base := u.Factor / (word / math.Pow(10, float64(s.shift))); math.Abs(base-1) > 1e-9 {
		t.Errorf("%s: %s moved by %d places is off by %v", u.Symbol, s.word, s.shift, base)
	}
}

// TestPeriods fails if a cumulative period is named as a single one.
func TestPeriods(t *testing.T) {
	zh, en := printer(t, Chinese), printer(t, English)
	q3, sep := data.Quarter(2013, 3), data.Month(2013, 9)
	for _, tt := range []struct{ got, want string }{
		{zh.Period(sep, data.Cumulative), "2013年1—9月"},
		{en.Period(sep, data.Cumulative), "Jan–Sep 2013"},
		{zh.PeriodWithin(q3, data.Cumulative), "前三季度"},
		{en.PeriodWithin(q3, data.Current), "Q3"},
		{zh.Year(q3), "2013年"},
		{en.Year(q3), "2013"},
	} {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}

// TestWords fails if a basis is described as another one, or a constant of data
// has no word.
func TestWords(t *testing.T) {
	zh, en := printer(t, Chinese), printer(t, English)
	b := data.Basis{Span: data.Cumulative, Measure: data.Growth, Reference: data.YearAgo, Price: data.Price{Kind: data.ComparablePrice}}
	if got := zh.Basis(b); got != "累计同比增速（可比价）" {
		t.Error(got)
	}
	if got := en.Basis(b); got != "cumulative year-on-year growth (comparable prices)" {
		t.Error(got)
	}
	if got := en.Basis(data.Basis{Measure: data.Share}); got != "current share" {
		t.Error(got)
	}
	for _, p := range []Printer{zh, en} {
		for s := data.Published; s <= data.Doubtful; s++ {
			known(t, p, "status."+s.String())
		}
		for m := data.Level; m <= data.Count; m++ {
			known(t, p, "measure."+m.String())
		}
		for s := data.Current; s <= data.Point; s++ {
			known(t, p, "span."+s.String())
		}
		for r := data.NoReference; r <= data.BaseYear; r++ {
			known(t, p, "reference."+r.String())
		}
	}
}

func known(t *testing.T, p Printer, key string) {
	t.Helper()
	if !p.Has(key) {
		t.Errorf("%s: no text %q", p.Lang(), key)
	}
}

// TestNames fails if what the catalogue does not know loses its printed name.
func TestNames(t *testing.T) {
	zh, en := printer(t, Chinese), printer(t, English)
	r := data.Region{Code: "150000", Zh: "内蒙古", En: "Inner Mongolia"}
	if zh.Region(r) != "内蒙古" || en.Region(r) != "Inner Mongolia" {
		t.Errorf("got %q and %q", zh.Region(r), en.Region(r))
	}
	if got := en.Region(data.Region{Code: "某地"}); got != "某地" {
		t.Errorf("unknown region is called %q", got)
	}
	if got := en.ItemShort(data.Item{Code: "x", En: "Long"}); got != "Long" {
		t.Errorf("short name %q", got)
	}
}

// TestProblems fails if a problem reaches the user without words or its place.
func TestProblems(t *testing.T) {
	zh, en := printer(t, Chinese), printer(t, English)
	v := data.Problem{Code: "period.ambiguous", Detail: "2019.1"}
	if got := en.Problem(v); got != "The period can be read in two ways, so the figure enters no calculation. Write it as 2019-01 or 2019-10. (2019.1)" {
		t.Error(got)
	}
	if got := en.Problem(data.Problem{Code: "x.y"}); got != "Something in the input needs a look (code x.y). Please compare it with the original table." {
		t.Error(got)
	}
	if got := zh.Source(data.Source{File: "a.xlsx", Sheet: "增速", Cell: "B4"}); got != "a.xlsx，工作表“增速”，B4" {
		t.Error(got)
	}
	if got := zh.Source(data.Source{File: "a.csv", Cell: "B4"}); got != "a.csv，B4" {
		t.Error(got)
	}
}

// TestParseLang fails if a usual name of a language is not understood.
func TestParseLang(t *testing.T) {
	for s, want := range map[string]Lang{"zh": Chinese, "zh-CN": Chinese, "zh_CN.UTF-8": Chinese, "EN": English, "en-GB": English} {
		if got, err := ParseLang(s); err != nil || got != want {
			t.Errorf("%s: %q, %v", s, got, err)
		}
	}
	for _, s := range []string{"", "fr", "english"} {
		if _, err := ParseLang(s); err == nil {
			t.Errorf("%q is a language", s)
		}
	}
}

// TestText fails if a placeholder is lost or an unknown key goes unnoticed.
func TestText(t *testing.T) {
	p := Printer{lang: English, texts: map[string]string{"a.b": "{x} of {y}", "a.c": "{x"}}
	if got := p.Text("a.b", "x", "1", "y", "{x}"); got != "1 of {x}" {
		t.Errorf("got %q", got)
	}
	if got := p.Text("no.key"); got != "no.key" {
		t.Errorf("got %q", got)
	}
	if got := p.Parts("a.b"); len(got) != 3 || got[0].Arg != "x" || got[1].Text != " of " || got[2].Arg != "y" {
		t.Errorf("got %v", got)
	}
	if got := p.Parts("a.c"); len(got) != 1 || got[0].Text != "{x" {
		t.Errorf("got %v", got)
	}
}
