package data_test

import (
	"fmt"
	"testing"

	"yunxing/data"
)

func ExamplePeriod_YearAgo() {
	p := data.Month(2024, 3)
	fmt.Println(p, p.YearAgo(), p.Add(10), data.JanFeb(2013))
	// Output: 2024-03 2023-03 2025-01 2013-01/2013-02
}

func TestPeriodArithmetic(t *testing.T) {
	for _, f := range []data.Frequency{data.Annual, data.Quarterly, data.Monthly} {
		p, err := data.NewPeriod(f, 1999, int(f))
		if err != nil {
			t.Fatal(err)
		}
		for n := -50; n <= 50; n++ {
			if q := p.Add(n); q.Sub(p) != n || q.Add(-n) != p {
				t.Errorf("%v + %d = %v", p, n, q)
			}
		}
		if p.Add(1).Year() != 2000 || p.Add(1).Number() != 1 {
			t.Errorf("%v is followed by %v", p, p.Add(1))
		}
	}
	if data.JanFeb(2013).YearAgo() != data.JanFeb(2012) {
		t.Error("the merged January–February has no year before")
	}
}

func TestPeriodIn(t *testing.T) {
	for _, tt := range []struct {
		p    data.Period
		f    data.Frequency
		want string
	}{
		{data.Month(2013, 9), data.Quarterly, "2013Q3"},
		{data.Quarter(2013, 3), data.Monthly, "2013-09"},
		{data.Month(2013, 8), data.Quarterly, ""},
		{data.Year(2013), data.Monthly, "2013-12"},
		{data.Quarter(2013, 4), data.Annual, "2013"},
		{data.Quarter(2013, 3), data.Annual, ""},
	} {
		got := ""
		if q, ok := tt.p.In(tt.f); ok {
			got = q.String()
		}
		if got != tt.want {
			t.Errorf("%v at %d a year is %q, want %q", tt.p, tt.f, got, tt.want)
		}
	}
	if data.Month(2013, 10).EndsBy(data.Quarter(2013, 3)) || !data.Month(2013, 9).EndsBy(data.Quarter(2013, 3)) || data.Year(2013).EndsBy(data.Quarter(2013, 3)) {
		t.Error("a later figure passes for an earlier one")
	}
}

func TestParseLabel(t *testing.T) {
	const cum, cur, pt = data.Cumulative, data.Current, data.Point
	for _, tt := range []struct {
		in   string
		want string
		span data.Span
	}{
		{"2013年1-9月", "2013-09", cum},
		{"2013年1—9月累计", "2013-09", cum},
		{"2013年前三季度", "2013Q3", cum},
		{"13年9月", "2013-09", cur},
		{"Jul-2023", "2023-07", cur},
		{"Jan-Jun 2013", "2013-06", cum},
		{"二〇一三年1-9月", "2013-09", cum},
		{"2013-III", "2013Q3", cur},
		{"2013年Ⅲ季度", "2013Q3", cur},
		{"3Q13", "2013Q3", cur},
		{"2013-T3", "2013Q3", cur},
		{"3rd quarter 2013", "2013Q3", cur},
		{"2013年元月", "2013-01", cur},
		{"2013.1-9月", "2013-09", cum},
		{"201301-09", "2013-09", cum},
		{"2013年第三季度", "2013Q3", cur},
		{"2013年上半年", "2013Q2", cum},
		{"2013Q3", "2013Q3", cur},
		{"2013-09", "2013-09", cur},
		{"2013.09", "2013-09", cur},
		{"２０１３年９月", "2013-09", cur},
		{"2013年9月份", "2013-09", cur},
		{"2013年9月末", "2013-09", pt},
		{"2013年末", "2013", pt},
		{"2013", "2013", cur},
		{"2013 年", "2013", cur},
		{"2013年全年", "2013", cur},
		{"2013年1-2月", "2013-02", cum},
		{"2013-01/2013-02", "2013-01/2013-02", cur},
		{"2013-01/2013-09", "2013-09", cum},
		{"2013年4-6月", "2013Q2", cur},
		{"2025年第1-4季度", "2025Q4", cum},
		{"2020年第一季度", "2020Q1", cur},
		{"2005M01", "2005-01", cur},
		{"1979M1", "1979-01", cur},
		{"Sep 2013", "2013-09", cur},
		{"September 2013", "2013-09", cur},
		{"Jan-1979", "1979-01", cur},
		{"Jan–Sep 2013", "2013-09", cum},
		{"Q3 2013", "2013Q3", cur},
		{"First three quarters of 2013", "2013Q3", cum},
		{"H1 2013", "2013Q2", cum},
		{"2013年二季度", "2013Q2", cur},
		{"201309", "2013-09", cur},
		{"2019.10", "2019-10", cur},
		{"2013年9月当月", "2013-09", cur},
		{"2013年1季度", "2013Q1", cur},
		{"2013/9", "2013-09", cur},
		{"2018年1-02月", "2018-02", cum},
		{"May 2013", "2013-05", cur},
		{"2013年前3季度", "2013Q3", cum},
		{"2013年前9个月", "2013-09", cum},
		{"2013年前十个月", "2013-10", cum},
	} {
		p, span, err := data.ParsePeriod(tt.in)
		if err != nil || p.String() != tt.want || span != tt.span {
			t.Errorf("%q is %v %v, %v; want %s %v", tt.in, p, span, err, tt.want, tt.span)
		}
	}
}

func TestParseLabelWithoutYear(t *testing.T) {
	for in, want := range map[string]string{
		"1-9月": "2013-09", "前三季度": "2013Q3", "三季度": "2013Q3", "上半年": "2013Q2", "9月": "2013-09", "全年": "2013", "十二月": "2013-12", "Q2": "2013Q2",
	} {
		l, ok := data.ParseLabel(in)
		if !ok || l.Year != 0 {
			t.Errorf("%q is not read as a period without a year: %+v", in, l)
			continue
		}
		if p, err := l.Period(2013); err != nil || p.String() != want {
			t.Errorf("%q in 2013 is %v, %v; want %s", in, p, err, want)
		}
	}
}

func TestParseLabelRefuses(t *testing.T) {
	for _, in := range []string{"", "总计", "13月", "2013年13月", "2013Q5", "3-1月", "2013-09-31-2", "1234567", "增长", "万元", "12.2", "全年目标", "年度计划", "目前9月", "2-9月", "2013年2-9月", "March of progress", "0000"} {
		if l, ok := data.ParseLabel(in); ok {
			t.Errorf("%q is read as %+v", in, l)
		}
	}
	if _, _, err := data.ParsePeriod("2019.1"); err == nil {
		t.Error("2019.1 is read as one of January and October")
	}
}

func TestPeriodPrintsWhatItReads(t *testing.T) {
	for _, p := range []data.Period{data.Year(2013), data.Quarter(2013, 1), data.Quarter(2013, 3), data.Quarter(2013, 4), data.Month(2013, 2), data.Month(2013, 9), data.JanFeb(2013)} {
		if q, _, err := data.ParsePeriod(p.String()); err != nil || q != p {
			t.Errorf("%v is read back as %v, %v", p, q, err)
		}
	}
	for _, tt := range []struct {
		p      data.Period
		s      data.Span
		zh, en string
	}{
		{data.Month(2013, 9), data.Cumulative, "2013年1—9月", "Jan–Sep 2013"},
		{data.Quarter(2013, 3), data.Cumulative, "2013年前三季度", "first three quarters of 2013"},
		{data.Quarter(2013, 3), data.Current, "2013年三季度", "Q3 2013"},
		{data.Month(2013, 9), data.Point, "2013年9月末", "end of Sep 2013"},
		{data.Year(2012), data.Point, "2012年末", "end of 2012"},
	} {
		if zh, en := tt.p.Chinese(tt.s), tt.p.English(tt.s); zh != tt.zh || en != tt.en {
			t.Errorf("%v prints as %q and %q, want %q and %q", tt.p, zh, en, tt.zh, tt.en)
		}
	}
}

func FuzzParsePeriod(f *testing.F) {
	f.Add("2013年1-9月")
	f.Fuzz(func(t *testing.T, s string) {
		p, _, err := data.ParsePeriod(s)
		if err == nil && p.IsZero() {
			t.Errorf("%q is read as no period without an error", s)
		}
	})
}

func TestPeriodCode(t *testing.T) {
	for _, p := range []data.Period{data.Year(2013), data.Quarter(2013, 3), data.Month(2013, 9), data.JanFeb(2013)} {
		if q, err := data.PeriodFromCode(p.Code()); err != nil || q != p {
			t.Errorf("%v comes back as %v, %v", p, q, err)
		}
	}
	for _, c := range []int64{0, -1, 5 << 33, 1 << 62, 12<<33 | 1<<32 | 24156} {
		if p, err := data.PeriodFromCode(c); err == nil {
			t.Errorf("the code %d is read as %v", c, p)
		}
	}
}

func TestKeptPeriods(t *testing.T) {
	day, err := data.Day(2012, 6, 15)
	week, err2 := data.Week(2012, 24)
	fiscal, err3 := data.FiscalYear(1999)
	if err != nil || err2 != nil || err3 != nil {
		t.Fatal(err, err2, err3)
	}
	for p, want := range map[data.Period]string{day: "2012-06-15", week: "2012-W24", fiscal: "1999/00"} {
		if p.String() != want || p.Chinese(data.Current) != want || p.English(data.Point) != want {
			t.Errorf("%v prints as %q", want, p.String())
		}
		if q, err := data.PeriodFromCode(p.Code()); err != nil || q != p {
			t.Errorf("%v comes back as %v, %v", p, q, err)
		}
		for _, f := range []data.Frequency{data.Annual, data.Quarterly, data.Monthly} {
			if q, ok := p.In(f); ok {
				t.Errorf("%v is turned into %v", p, q)
			}
		}
	}
	if !day.EndsBy(data.Month(2012, 6)) || day.EndsBy(data.Month(2012, 5)) || !week.EndsBy(data.Month(2012, 6)) || fiscal.EndsBy(data.Quarter(2000, 3)) {
		t.Error("kept periods end at the wrong time")
	}
	if day.Add(20).String() != "2012-07-05" || week.Add(30).String() != "2013-W02" {
		t.Errorf("steps lead to %v and %v", day.Add(20), week.Add(30))
	}
	if _, err := data.Day(2013, 2, 29); err == nil {
		t.Error("there is a 29th of February 2013")
	}
	if _, err := data.Week(2013, 53); err == nil {
		t.Error("2013 has 53 weeks")
	}
}

func TestParseDay(t *testing.T) {
	for in, want := range map[string]string{"2012-06-15": "2012-06-15", "2012/6/5": "2012-06-05", "2012年6月15日": "2012-06-15", "20240331": "2024-03-31", "2003.5.1": "2003-05-01"} {
		if p, ok := data.ParseDay(in); !ok || p.String() != want {
			t.Errorf("%q is read as %v, %v", in, p, ok)
		}
	}
	for _, in := range []string{"", "2012-06", "2012-13-01", "15-06-2012", "123456", "2013-02-30", "1-2-3"} {
		if p, ok := data.ParseDay(in); ok {
			t.Errorf("%q is read as %v", in, p)
		}
	}
}
