package session_test

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/brief"
	"yunxing/ui/i18n"
	"yunxing/ui/session"
)

// one returns the figure of a measure for the whole of a region and a period.
func one(t *testing.T, s *session.Session, measure, region string, p data.Period) stats.Figure {
	t.Helper()
	figures, err := s.Compute(t.Context(), measure, "", brief.Selection{Region: region, Period: p})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range figures {
		if f.Item == data.TotalItem {
			return f
		}
	}
	t.Fatalf("no %s of %s in %v", measure, region, p)
	return stats.Figure{}
}

// TestMeasures fails where a measure does not give the figure that was published or
// worked out by hand: the changes of growth and the quarters of Inner Mongolia in
// 2013 (the report; formulas §2), the leagues of 2023 (formulas §11, §13).
func TestMeasures(t *testing.T) {
	s, err := session.OpenSample(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	q3, october := data.Quarter(2013, 3), data.Month(2023, 10)
	for _, tt := range []struct {
		measure, region string
		period          data.Period
		want, lo, hi    float64
	}{
		{"growth-change", "150000", q3, -1.8, -1.9, -1.7},
		{"growth-change-2", "150000", q3, -7.0, -7.1, -6.9},
		{"growth-change-3", "150000", q3, -5.0, -5.1, -4.9},
		{"current-growth", "150000", data.Quarter(2013, 2), 11.2, 11.05, 11.35},
		{"current-growth", "150000", q3, 13.4, 13.15, 13.65},
		{"rank", "150100", october, 1, 1, 1},
		{"rank", "150300", october, 12, 12, 12},
		{"required", "150600", october, 18.5, 18.25, 18.75},
		{"required", "150300", october, 111, 110.75, 111.25},
	} {
		f := one(t, s, tt.measure, tt.region, tt.period)
		n := f.Number
		if math.Abs(n.Value-tt.want) > 1e-6 || math.Abs(n.Lo-tt.lo) > 1e-6 || math.Abs(n.Hi-tt.hi) > 1e-6 {
			t.Errorf("%s of %s in %v is %v (%v to %v), want %v (%v to %v)", tt.measure, tt.region, tt.period, n.Value, n.Lo, n.Hi, tt.want, tt.lo, tt.hi)
		}
	}
}

// TestMeasureTrace fails where a figure does not say its formula with the numbers in
// it, or the cells that they stand in.
func TestMeasureTrace(t *testing.T) {
	s, err := session.OpenSample(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	trace, cells, err := s.Explain(t.Context(), one(t, s, "growth-change", "150000", data.Quarter(2013, 3)))
	if err != nil {
		t.Fatal(err)
	}
	if trace.Formula != "12.2 − 14.0 = −1.8" || len(cells) != 2 || len(cells[0]) != 1 || !strings.Contains(cells[0][0].Source.String(), "内蒙古.xlsx") {
		t.Errorf("traced as %+v with %v", trace, cells)
	}
}

// TestMeasuresWhole fails where a measure gives nothing anywhere though the sample
// has its inputs, gives a value outside its interval, or lacks its words.
func TestMeasuresWhole(t *testing.T) {
	s, err := session.OpenSample(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	without := map[string]bool{} // their inputs were never published, or not together
	for _, id := range []string{
		"rank-change", "rank-level", "change-rank", "location-quotient", "utilisation-frontier", "sales-ratio", "cost-per-hundred",
		"revenue-per-assets", "inventory-days", "receivable-days", "required-shared", "required-percentile",
	} {
		without[id] = true
	}
	lacking, err := s.Lacking(t.Context(), data.Date{})
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, m := range session.Measures() {
		if seen[m.ID] || m.Zh == "" || m.En == "" || m.HelpZh == "" || m.HelpEn == "" || m.Rule == "" || m.Source == "" {
			t.Errorf("%s lacks words, or stands twice", m.ID)
		}
		seen[m.ID] = true
		if _, ok := data.ParseUnit(m.Unit); !ok && m.Unit != "" {
			t.Errorf("%s is in no unit: %q", m.ID, m.Unit)
		}
		figures, err := s.Compute(t.Context(), m.ID, "", brief.Selection{})
		if err != nil {
			t.Fatal(err)
		}
		if len(figures) == 0 != without[m.ID] {
			t.Errorf("%s gives %d figures", m.ID, len(figures))
		}
		if lacks := lacking[m.ID]; len(lacks) > 0 && !without[m.ID] {
			t.Errorf("%s is said to lack %v", m.ID, lacks)
		}
		for _, f := range figures {
			n := f.Number
			half := data.HalfUnit(n.Digits) + 1e-9
			if math.IsNaN(n.Value) || n.Lo > n.Value+half || n.Hi < n.Value-half || n.Status < data.Published || f.Period.IsZero() {
				t.Fatalf("%s of %s %s in %v is %+v", f.Measure, f.Region, f.Item, f.Period, n)
			}
			if e := f.Explain(); strings.Contains(e.Formula, "NaN") || len(e.Terms) == 0 {
				t.Fatalf("%s is explained as %+v", f.Measure, e)
			}
		}
	}
	if _, err := s.Compute(t.Context(), "nothing", "", brief.Selection{}); !errors.Is(err, session.ErrMeasure) {
		t.Errorf("a measure that there is not gives %v", err)
	}
}

// TestMeasureGroups fails where the measures of a group do not follow each other, a group
// has no word, or what a measure lacks is not named.
func TestMeasureGroups(t *testing.T) {
	s, err := session.OpenSample(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	zh, err := i18n.New(i18n.Chinese)
	if err != nil {
		t.Fatal(err)
	}
	en, err := i18n.New(i18n.English)
	if err != nil {
		t.Fatal(err)
	}
	var groups []stats.Group
	for _, m := range session.Measures() {
		if len(groups) > 0 && groups[len(groups)-1] == m.Group {
			continue
		}
		if slices.Contains(groups, m.Group) || !zh.Has("measure-group."+string(m.Group)) || !en.Has("measure-group."+string(m.Group)) {
			t.Errorf("group %q of %s stands apart, or has no word", m.Group, m.ID)
		}
		groups = append(groups, m.Group)
	}
	needs, err := s.Lacks(t.Context(), "sales-ratio", "", data.Date{})
	if err != nil || len(needs) == 0 {
		t.Fatalf("the sales ratio lacks %v, %v", needs, err)
	}
	if got := session.NeedNames(zh, s.Catalog(), needs); !strings.Contains(got, "工业销售产值（累计总量）") {
		t.Errorf("it is said to lack %q", got)
	}
	if _, err := s.Lacks(t.Context(), "nothing", "", data.Date{}); !errors.Is(err, session.ErrMeasure) {
		t.Errorf("a measure that there is not gives %v", err)
	}
}

// BenchmarkExplain explains figures; the bound is 100 000 a second.
func BenchmarkExplain(b *testing.B) {
	s, err := session.OpenSample(b.Context(), b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	figures, err := s.Compute(b.Context(), "pull", "", brief.Selection{})
	if err != nil {
		b.Fatal(err)
	}
	for i := 0; b.Loop(); i++ {
		figures[i%len(figures)].Explain()
	}
}

// A source told in two languages is shown in one.
func TestMeasureSource(t *testing.T) {
	zh, err := i18n.New(i18n.Chinese)
	if err != nil {
		t.Fatal(err)
	}
	en, err := i18n.New(i18n.English)
	if err != nil {
		t.Fatal(err)
	}
	m := stats.Measure{Source: "国家统计局 (China NBS), 工业企业主要指标解释"}
	if got := session.MeasureSource(zh, m); got != "国家统计局, 工业企业主要指标解释" {
		t.Error(got)
	}
	if got := session.MeasureSource(en, m); got != "China NBS, 工业企业主要指标解释" {
		t.Error(got)
	}
	plain := stats.Measure{Source: "Herfindahl 1950; Hirschman 1945"}
	if got := session.MeasureSource(zh, plain); got != plain.Source {
		t.Error(got)
	}
}
