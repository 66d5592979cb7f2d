package session_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"yunxing/data"
	"yunxing/ui/brief"
	"yunxing/ui/i18n"
	"yunxing/ui/report"
	"yunxing/ui/session"
)

// openSample opens the sample.
func openSample(t *testing.T) *session.Session {
	t.Helper()
	s, err := session.OpenSample(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// words returns the printer of a language.
func words(t *testing.T, l i18n.Lang) i18n.Printer {
	t.Helper()
	p, err := i18n.New(l)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// composed is the report on a region and period in Chinese.
func composed(t *testing.T, s *session.Session, region string, at data.Period) report.Document {
	t.Helper()
	sel := brief.Selection{Region: s.RegionCode(region), Period: at}
	doc, err := s.Report(t.Context(), sel, words(t, i18n.Chinese))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// tables returns the tables of a document by their ids.
func tables(d report.Document) map[string]*report.Table {
	out := map[string]*report.Table{}
	for _, s := range d.Sections {
		for _, b := range s.Blocks {
			if t, ok := b.(*report.Table); ok {
				out[t.ID] = t
			}
		}
	}
	return out
}

// A sheet is what the figures of a table must be, by the name of the row. A nil
// cell holds no figure; a row that is not named must not be there.
type sheet map[string][]*want

// cells returns pointers to wants; see sheet.
func cells(ws ...any) []*want {
	out := make([]*want, len(ws))
	for i, w := range ws {
		if w, ok := w.(want); ok {
			out[i] = &w
		}
	}
	return out
}

// compare holds a table against what it must be.
func compare(t *testing.T, got *report.Table, must sheet) {
	t.Helper()
	if got == nil {
		t.Error("a table is missing from the report")
		return
	}
	seen := map[string]bool{}
	for _, r := range got.Rows {
		name := r.Cells[0].Text
		row, ok := must[name]
		if !ok {
			t.Errorf("table %s: row %q is not expected", got.ID, name)
			continue
		}
		seen[name] = true
		for i, w := range row {
			if c := r.Cells[i+1]; w != nil {
				w.check(t, fmt.Sprintf("table %s, %s, column %d", got.ID, name, i+1), c.Number)
			} else if c.Number != nil && c.Number.Shown() {
				t.Errorf("table %s, %s, column %d: %v is not expected", got.ID, name, i+1, c.Text)
			}
		}
	}
	for name := range must {
		if !seen[name] {
			t.Errorf("table %s: no row %q", got.ID, name)
		}
	}
}

// check holds a number against what it must be.
func (w want) check(t *testing.T, where string, n *data.Number) {
	t.Helper()
	switch {
	case n == nil:
		t.Errorf("%s: no figure, want %v", where, w.value)
	case math.IsNaN(w.value):
		if n.Shown() {
			t.Errorf("%s: %v, but it was never published", where, n.Value)
		}
	case !near(n.Value, w.value):
		t.Errorf("%s: %v, want %v", where, n.Value, w.value)
	case n.Status != w.status:
		t.Errorf("%s: %v is %v, want %v", where, n.Value, n.Status, w.status)
	case (w.lo != 0 || w.hi != 0) && (!near(n.Lo, w.lo) || !near(n.Hi, w.hi)):
		t.Errorf("%s: %v lies in %v to %v, want %v to %v", where, n.Value, n.Lo, n.Hi, w.lo, w.hi)
	case n.Lo > n.Value+1e-9 || n.Hi < n.Value-1e-9:
		t.Errorf("%s: %v lies outside its interval %v to %v", where, n.Value, n.Lo, n.Hi)
	}
}

// near reports whether two figures are the same but for the order of the sums
// that made them.
func near(a, b float64) bool { return math.Abs(a-b) <= 1e-6*max(1, math.Abs(b)) }

// The nation in the first three quarters of 2013: every figure of every table must
// be the source's own, or what a plain computation makes of the sources.
func TestTablesOfTheNation(t *testing.T) {
	src := readSources(t)
	s := openSample(t)
	got := tables(composed(t, s, "全国", data.Quarter(2013, 3)))
	must := national(src, branchNames(s.Catalog()))
	for id, sh := range must {
		compare(t, got[id], sh)
	}
	for id := range got {
		if _, ok := must[id]; !ok {
			t.Errorf("table %s is checked by nothing", id)
		}
	}
}

// The pulls of the branches on profit add up to the growth of the whole, 13.5 %;
// else one of them is wrong or counted twice.
func TestPullsOnProfitAddUp(t *testing.T) {
	got := tables(composed(t, openSample(t), "全国", data.Quarter(2013, 3)))["contribution"]
	sum, shown := 0.0, 0.0
	for _, r := range got.Rows {
		if n := r.Cells[3].Number; r.Cells[0].Text != "总计" {
			sum += n.Value
			shown += data.HalfAway.Round(n.Value, int(n.Digits))
		}
	}
	if !near(sum, 13.52) || math.Abs(shown-13.52) > 0.005*float64(len(got.Rows)) {
		t.Errorf("the pulls add up to %v, as printed to %v; want 13.52", sum, shown)
	}
}

// Inner Mongolia in the first three quarters of 2013, as far as it was ever
// published.
func TestTablesOfInnerMongolia(t *testing.T) {
	src := readSources(t)
	got := tables(composed(t, openSample(t), "内蒙古", data.Quarter(2013, 3)))
	must := innerMongolian(src)
	for id, sh := range must {
		compare(t, got[id], sh)
	}
	for id := range got {
		if _, ok := must[id]; !ok {
			t.Errorf("table %s is checked by nothing", id)
		}
	}
}

// Every figure in a sentence must stand in a table that was checked above, be a
// published figure of the sources, or be one of the few that only sentences have.
func TestFiguresOfSentences(t *testing.T) {
	src := readSources(t)
	s := traced{openSample(t)}
	for _, tt := range []struct {
		region string
		more   []float64 // computed in the sentences' own way
	}{
		{"全国", append(ratioFigures(src), 100 /* branches that grew, of all */, 98.66-100, 9.6-9.3, 9.6-9.5, 6.3-7.4, 6.3-9.6)},
		{"内蒙古", []float64{14.1 - 12.2, 10 - 15, 12.2 - 11.6, 12.2 - 12.0}},
	} {
		doc := composed(t, s.Session, tt.region, data.Quarter(2013, 3))
		known := tt.more
		for _, tb := range tables(doc) {
			for _, r := range tb.Rows {
				for _, c := range r.Cells {
					if c.Number != nil && c.Number.Shown() {
						known = append(known, c.Number.Value)
					}
				}
			}
		}
		for _, sentence := range sentences(doc) {
			for _, r := range sentence.Runs {
				if r.Number == nil || r.Number.Status == data.Published && s.isOfSources(t, src, *r.Number) {
					continue
				}
				if !slices.ContainsFunc(known, func(v float64) bool { return near(v, r.Number.Value) }) {
					t.Errorf("%s: %s (%v, %v) in %q follows from nothing", tt.region, r.Text, r.Number.Value, r.Number.Status, sentence)
				}
			}
		}
	}
}

// sentences returns every sentence of a document.
func sentences(d report.Document) []report.Sentence {
	var out []report.Sentence
	for _, s := range d.Sections {
		for _, b := range s.Blocks {
			if p, ok := b.(report.Paragraph); ok {
				out = append(out, p.Sentences...)
			}
		}
	}
	return out
}

// Every published figure of the reports, wherever it stands, must equal that of
// the sources for the same indicator, region, item, period and basis.
func TestPublishedFiguresAreOfTheSources(t *testing.T) {
	src := readSources(t)
	s := traced{openSample(t)}
	for _, region := range []string{"全国", "内蒙古"} {
		n := 0
		for _, x := range composed(t, s.Session, region, data.Quarter(2013, 3)).Numbers() {
			if x.Status == data.Published && x.Shown() {
				s.isOfSources(t, src, x)
				n++
			}
		}
		if n < 20 {
			t.Errorf("%s: only %d published figures", region, n)
		}
	}
}

// What the report of the nation must have, by the issue.
func TestReportOfTheNation(t *testing.T) {
	doc := composed(t, openSample(t), "全国", data.Quarter(2013, 3))
	tabled, figures, told := len(tables(doc)), 0, 0
	for _, s := range doc.Sections {
		for _, b := range s.Blocks {
			if _, ok := b.(*report.Figure); ok {
				figures++
			}
		}
	}
	for _, s := range sentences(doc) {
		if slices.ContainsFunc(s.Runs, func(r report.Run) bool { return r.Number != nil && len(r.Number.Refs) > 0 }) {
			told++
		}
	}
	if told < 10 || tabled < 2 || figures < 3 {
		t.Errorf("%d sentences with figures of the project, %d tables, %d charts; want at least 10, 2 and 3", told, tabled, figures)
	}
	text := doc.Text(words(t, i18n.Chinese))
	if !strings.Contains(text, "石油加工扭亏为盈") {
		t.Error("the turn of 石油加工 to a profit is not told")
	}
	for _, never := range []string{"179.9", "179.85", "179.8"} {
		if strings.Contains(text, never) {
			t.Errorf("a growth over a loss is printed: %s", never)
		}
	}
}

// What the report of Inner Mongolia must say, and what it must say it does not
// know.
func TestReportOfInnerMongolia(t *testing.T) {
	text := composed(t, openSample(t), "内蒙古", data.Quarter(2013, 3)).Text(words(t, i18n.Chinese))
	for _, must := range []string{
		"增长12.2%", "分别较2012年、2011年和2010年同期回落1.8、7.0和5.0个百分点",
		"工业企业利润总额和工业企业产成品存货的增速和总量未公布或未收录",
		"各地增长情况：内蒙古2013年前三季度各盟市", "分行业增长情况：内蒙古", "增长的来源：内蒙古", "出厂价格：内蒙古", "固定资产投资：内蒙古", "产能利用情况：内蒙古",
		"没有完成比例可用",
	} {
		if !strings.Contains(text, must) {
			t.Errorf("the report does not say %q", must)
		}
	}
	if strings.Contains(text, "未见内蒙古") {
		t.Error("the report denies figures that it has")
	}
}

// Every projected figure must be said to be one: by its verb in a sentence, by its
// mark in a table.
func TestProjectionsAreMarked(t *testing.T) {
	s := openSample(t)
	zh := words(t, i18n.Chinese)
	for _, sel := range []struct {
		region string
		at     data.Period
	}{{"全国", data.Quarter(2013, 3)}, {"内蒙古", data.Quarter(2013, 3)}, {"全国", data.Quarter(2020, 1)}, {"全国", data.Month(2014, 8)}} {
		doc := composed(t, s, sel.region, sel.at)
		for _, sentence := range sentences(doc) {
			for _, r := range sentence.Runs {
				if r.Number != nil && r.Number.Status == data.Projected && !saysProjected(sentence.String()) {
					t.Errorf("%s %v: %q does not say that %s is projected", sel.region, sel.at, sentence, r.Text)
				}
			}
		}
		for _, tb := range tables(doc) {
			for _, row := range tb.Rows {
				for _, c := range row.Cells {
					if c.Number != nil && c.Number.Status == data.Projected && report.Mark(zh, *c.Number) != "预" {
						t.Errorf("%s: %s is projected and not marked", tb.ID, c.Text)
					}
				}
			}
		}
	}
}

// saysProjected reports whether a sentence says that its figure lies ahead.
func saysProjected(text string) bool {
	return slices.ContainsFunc([]string{"预计", "预测", "测算", "假定"}, func(w string) bool { return strings.Contains(text, w) })
}

// Nothing in a report or a chart may rest on a figure of a later time; targets and
// forecasts of the year are said to be such.
func TestNothingLater(t *testing.T) {
	s := openSample(t)
	for _, sel := range []brief.Selection{
		{Region: "000000", Period: data.Quarter(2013, 3)},
		{Region: "000000", Period: data.Month(2014, 8)},
		{Region: "150000", Period: data.Quarter(2013, 3)},
		{Region: "150000", Period: data.Quarter(2013, 2)},
		{Region: "150000", Period: data.Month(2023, 10)},
	} {
		doc, err := s.Report(t.Context(), sel, words(t, i18n.Chinese))
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range doc.Numbers() {
			traced{s}.notLater(t, sel, n.Refs, fmt.Sprint(n.Value))
		}
		for _, kind := range kinds() {
			traced{s}.figureNotLater(t, sel, kind)
		}
	}
}
