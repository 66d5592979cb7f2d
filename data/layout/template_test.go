package layout_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"yunxing/data"
	"yunxing/data/layout"
)

// kept returns the template of a sheet that was read with rules, written and read
// again.
func kept(t *testing.T, cat *data.Catalog, g *data.Grid, rules string) layout.Template {
	t.Helper()
	m := map[*data.Grid]layout.Mapping{}
	if rules != "" {
		m[g] = said(t, cat, rules)
	}
	r, err := layout.Analyse(t.Context(), []*data.Grid{g}, cat, layout.Options{Mappings: m})
	if err != nil {
		t.Fatal(err)
	}
	b, err := layout.NewTemplate([]*data.Grid{g}, m, r, cat).Write()
	if err != nil {
		t.Fatal(err)
	}
	back, err := layout.ParseTemplate(b, cat)
	if err != nil {
		t.Fatal(err)
	}
	return back
}

// reread reads another sheet with a template and returns the result and what is
// different, one to a line.
func reread(t *testing.T, cat *data.Catalog, tmpl layout.Template, g *data.Grid) (layout.Result, string) {
	t.Helper()
	grids := []*data.Grid{g}
	fit := tmpl.Fit(grids, cat)
	if !fit.Fits() {
		t.Fatalf("the template does not fit: %+v", fit)
	}
	use, mappings := tmpl.Use(grids, fit, false)
	r, err := layout.Analyse(t.Context(), grids, cat, layout.Options{Mappings: mappings})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, p := range use.Differences(r, cat) {
		fmt.Fprintf(&b, "%s %s %s\n", p.At.Cell, p.Code, p.Detail)
	}
	return r, b.String()
}

const firstIssue = `2013年1-6月工业主要指标
地区|增加值增速(%)|利润总额(万元)|户数
北京|9.1|62|5
天津|8.2|71|6
内蒙古|7.3|83|7
`

// The next issue has its heading a row lower, a column more, a region more and one
// less, and profits in another unit.
const nextIssue = `2013年1-9月工业主要指标

地区|增加值增速(%)|利润总额(亿元)|出口交货值(亿元)|户数
北京|9.4|0.0093|5|5
内蒙古|7.9|0.0121|7|7
河北|6.6|0.0042|2|9
`

// TestTemplate fails where the next issue of a sheet is not read with what was said
// of the one before, or what is different about it is not told.
func TestTemplate(t *testing.T) {
	cat := catalog(t)
	tmpl := kept(t, cat, draw("a", firstIssue), "column D2 unit 个\ncolumn B2 basis 累计同比")
	r, got := reread(t, cat, tmpl, draw("b", nextIssue))
	for _, line := range []string{
		"B4 template.moved B3 → B4", "D3 template.column-new 出口交货值", "A6 template.row-new 河北",
		"B4 template.row-gone 天津", "万元 → 亿元",
	} {
		if !strings.Contains(got, line) {
			t.Errorf("it is not told that %q in\n%s", line, got)
		}
	}
	for _, o := range r.Observations {
		if o.Source.Cell == "E4" && (o.Unit.Symbol != "个" || o.Status == data.Doubtful) {
			t.Errorf("the unit that was stated of the last column is %q, %v", o.Unit.Symbol, o.Status)
		}
		if o.Source.Cell == "B4" && (o.Key.Basis.Span != data.Cumulative || o.Value != 9.4) {
			t.Errorf("the basis that was stated is lost: %v", o.Key)
		}
	}
}

// TestTemplateSame fails where a sheet differs from its own template, or from one of
// the next period.
func TestTemplateSame(t *testing.T) {
	cat := catalog(t)
	tmpl := kept(t, cat, draw("a", firstIssue), "")
	for _, g := range []string{firstIssue, strings.ReplaceAll(firstIssue, "1-6月", "1-9月"), strings.ReplaceAll(firstIssue, "1-6月", "上半年")} {
		if _, got := reread(t, cat, tmpl, draw("a", g)); got != "" {
			t.Errorf("differs:\n%s", got)
		}
	}
}

// TestTemplateItemNames fails where a branch that is new or gone is told by its code.
func TestTemplateItemNames(t *testing.T) {
	cat := catalog(t)
	const before = `2013年1-6月工业利润总额(亿元)
行业|利润总额
总计|62
煤炭开采和洗选业|5
`
	tmpl := kept(t, cat, draw("a", before), "")
	_, told := reread(t, cat, tmpl, draw("b", strings.ReplaceAll(strings.ReplaceAll(before, "煤炭开采和洗选业", "汽车制造业"), "亿元", "万元")))
	if strings.Contains(told, "coal") || strings.Contains(told, "automobiles") || !strings.Contains(told, "· 汽车制造业") {
		t.Error(told)
	}
}

// TestTemplateRuleLost fails where a rule whose column is gone is dropped without a
// doubt: its figures would be read without what a person has said.
func TestTemplateRuleLost(t *testing.T) {
	cat := catalog(t)
	tmpl := kept(t, cat, draw("a", firstIssue), "column D2 unit 个")
	next := strings.ReplaceAll(firstIssue, "户数", "企业")
	grids := []*data.Grid{draw("b", next)}
	use, mappings := tmpl.Use(grids, tmpl.Fit(grids, cat), false)
	r, err := layout.Analyse(t.Context(), grids, cat, layout.Options{Mappings: mappings})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range use.Differences(r, cat) {
		if p.Code == layout.TemplateRule && p.Doubt {
			return
		}
	}
	t.Error("a lost rule is not told")
}

// TestTemplateOverruled fails where a unit that a template states silences another
// one that the new file prints.
func TestTemplateOverruled(t *testing.T) {
	cat := catalog(t)
	tmpl := kept(t, cat, draw("a", "2013年工业\n地区|利润总额|税金总额\n北京|5|6\n天津|7|8\n"), "table A2 unit 万元")
	for _, tt := range []struct {
		next string
		want data.Status
	}{
		{"2014年工业\n地区|利润总额|税金总额\n北京|5|6\n天津|7|8\n", data.Published},
		{"2014年工业 单位:亿元\n地区|利润总额|税金总额\n北京|5|6\n天津|7|8\n", data.Doubtful},
	} {
		r, _ := reread(t, cat, tmpl, draw("b", tt.next))
		for _, o := range r.Observations {
			if o.Status != tt.want || o.Unit.Symbol != "万元" {
				t.Errorf("%s is %v in %v, want %v", o.Source.Cell, o.Status, o.Unit, tt.want)
			}
		}
	}
}

// TestTemplateOtherIndicator fails where a unit that was stated of one indicator is
// taken for that of another in a table that looks the same.
func TestTemplateOtherIndicator(t *testing.T) {
	cat := catalog(t)
	tmpl := kept(t, cat, draw("a", "2013年工业\n地区|利润总额|税金总额\n北京|5|6\n天津|7|8\n"), "table A2 unit 万元")
	r, _ := reread(t, cat, tmpl, draw("b", "2014年工业\n地区|利润总额|企业单位数\n北京|5|6\n天津|7|8\n"))
	for _, o := range r.Observations {
		want := data.Published
		if o.Source.Cell[0] == 'C' {
			want = data.Doubtful
		}
		if o.Status != want {
			t.Errorf("%s, %s, is %v, want %v", o.Source.Cell, o.Key.Indicator, o.Status, want)
		}
	}
}

// TestTemplateUnlabelled fails where an indicator that stands nowhere is taken over
// from the last file unasked, or is asked again after a person has confirmed it or
// has named the template.
func TestTemplateUnlabelled(t *testing.T) {
	cat := catalog(t)
	text := "地区|2013年|2014年\n北京|104.1|104.2\n天津|103.2|103.3\n"
	tmpl := kept(t, cat, draw("a", text), "sheet A1 indicator 地区生产总值\nsheet A1 unit 亿元")
	g := draw("b", text)
	grids := []*data.Grid{g}
	status := func(m map[*data.Grid]layout.Mapping) data.Status {
		t.Helper()
		r, err := layout.Analyse(t.Context(), grids, cat, layout.Options{Mappings: m})
		if err != nil || len(r.Observations) != 4 {
			t.Fatal(r.Problems, err)
		}
		return r.Observations[0].Status
	}
	_, unasked := tmpl.Use(grids, tmpl.Fit(grids, cat), false)
	if got := status(unasked); got != data.Doubtful || !unasked[g].Brought() {
		t.Errorf("unasked it is %v", got)
	}
	if got := status(map[*data.Grid]layout.Mapping{g: unasked[g].Confirmed()}); got != data.Published {
		t.Errorf("confirmed it is %v", got)
	}
	_, named := tmpl.Use(grids, tmpl.Fit(grids, cat), true)
	if got := status(named); got != data.Published {
		t.Errorf("with the template named it is %v", got)
	}
}

// TestTemplateKinds fails where two tables of all provinces are of one kind because
// they share the provinces.
func TestTemplateKinds(t *testing.T) {
	cat := catalog(t)
	provinces := "北京|1\n天津|2\n河北|3\n山西|4\n内蒙古|5\n辽宁|6\n吉林|7\n黑龙江|8\n"
	tmpl := kept(t, cat, draw("a", "2013年人口\n地区|年末常住人口(万人)\n"+provinces), "")
	if f := tmpl.Fit([]*data.Grid{draw("b", "2013年发电\n省份|发电量(亿千瓦时)\n"+provinces)}, cat); f.Fits() {
		t.Errorf("it fits: %+v", f)
	}
}

// TestTemplatePeriod fails where a period that was stated of one issue is taken for
// that of the next.
func TestTemplatePeriod(t *testing.T) {
	cat := catalog(t)
	g := "工业 单位:亿元\n地区|利润总额|税金总额\n北京|5|6\n天津|7|8\n"
	tmpl := kept(t, cat, draw("a", g), "table A2 period 2013年1-9月")
	r, told := reread(t, cat, tmpl, draw("b", g))
	if len(r.Observations) > 0 || !strings.Contains(told, "template.period") {
		t.Errorf("read %v, told %q", r.Observations, told)
	}
}

// TestTemplateOther fails where a template is taken for a sheet of another kind.
func TestTemplateOther(t *testing.T) {
	cat := catalog(t)
	tmpl := kept(t, cat, draw("a", firstIssue), "")
	other := draw("b", "2013年价格\n类别|指数(上年=100)\n食品|104.7\n衣着|102.3\n")
	if f := tmpl.Fit([]*data.Grid{other}, cat); f.Fits() {
		t.Errorf("it fits: %+v", f)
	}
}

// TestParseTemplate fails where a damaged or later template is taken.
func TestParseTemplate(t *testing.T) {
	cat := catalog(t)
	for _, s := range []string{"", "[]", "{}", `{"version":99}`, `{"version":1,"sheets":[{"rules":[{"scope":"table","at":"A1","part":"period","text":"nonsense"}]}]}`} {
		if _, err := layout.ParseTemplate([]byte(s), cat); !errors.Is(err, layout.ErrTemplate) {
			t.Errorf("%q gives %v", s, err)
		}
	}
}

// TestTemplateSample fails where sheets of the sample differ from their own
// template, so that a file that is taken in twice would tell changes.
func TestTemplateSample(t *testing.T) {
	cat := catalog(t)
	byFile := map[string][]*data.Grid{}
	for _, g := range openSample(t) {
		byFile[g.File] = append(byFile[g.File], g)
	}
	for _, grids := range byFile {
		r, err := layout.Analyse(t.Context(), grids, cat, layout.Options{})
		if err != nil {
			t.Fatal(err)
		}
		tmpl := layout.NewTemplate(grids, nil, r, cat)
		fit := tmpl.Fit(grids, cat)
		use, _ := tmpl.Use(grids, fit, false)
		if d := use.Differences(r, cat); len(d) > 0 || fit.Score < 1 {
			t.Errorf("%s: score %v, differs %v", grids[0].File, fit.Score, d)
		}
	}
}
