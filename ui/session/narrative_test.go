package session_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"yunxing/data"
	"yunxing/ui/brief"
	"yunxing/ui/i18n"
	"yunxing/ui/session"
)

// Reports on many selections, in both languages: none fails, and none has holes,
// keys in place of words, or values that are no numbers.
func TestManyReports(t *testing.T) {
	s := openSample(t)
	for _, sel := range selections(t, s, 61) {
		for _, l := range i18n.Languages() {
			p := words(t, l)
			doc, err := s.Report(t.Context(), sel, p)
			if err != nil {
				t.Errorf("%v: %v", sel, err)
				continue
			}
			if fault := faulty(doc.Text(p)); fault != "" {
				t.Errorf("%v, %s: %s", sel, l, fault)
			}
		}
	}
}

// selections returns every step-th selection of the sample.
func selections(t *testing.T, s *session.Session, step int) []brief.Selection {
	t.Helper()
	regions, err := s.Regions(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var all, out []brief.Selection
	for _, r := range regions {
		periods, err := s.Periods(t.Context(), r.Code)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range periods {
			all = append(all, brief.Selection{Region: r.Code, Period: p})
		}
	}
	for i := 0; i < len(all); i += step {
		out = append(out, all[i])
	}
	return out
}

// faulty returns the first fault of a text with what stands around it.
func faulty(text string) string {
	faults := regexp.MustCompile(`[{}]|NaN|Inf|%!|，，|。。|，。|：。|, ,|,\.|−−|\+−|--|\bthe the\b|` +
		`\b(say|chapter|wording|column|table|refusal|aim|method|unit|threshold|band|report|list|chart|growth|number)\.[a-z]`)
	at := faults.FindStringIndex(text)
	if at == nil {
		return ""
	}
	return fmt.Sprintf("%q in …%s…", text[at[0]:at[1]], text[max(0, at[0]-40):min(len(text), at[1]+40)])
}

// Words must not claim what the figures beside them deny.
func TestWordsAgreeWithFigures(t *testing.T) {
	s := openSample(t)
	for _, tt := range []struct {
		why         string
		at          data.Period
		must, never string
	}{
		{"growth fell back from quarter to quarter, so there was no recovery", data.Quarter(2011, 3), "“高开-趋稳”", "回升”"},
		{"stocks grew by a quarter, so they were not run down", data.Quarter(2011, 3), "低于主营业务收入增速。", "去库存"},
		{"five months grew faster than the first quarter alone, which foretells nothing", data.Month(2009, 5), "现有资料不足以预测2009年全年增速", "预计增长"},
		{"the profile of 2019 is operating revenue", data.Quarter(2020, 1), "2019年营业收入的季度分布", "2019年主营业务收入"},
		{"a decline is named by its brakes first", data.Quarter(2020, 1), "下降36.7%。汽车制造", "下降36.7%。烟草"},
		{"prices rise, they do not grow", data.Quarter(2011, 3), "出厂价格同比上涨6.52%", "出厂价格同比增长"},
		{"a difference of 0.1 is no recovery", data.Quarter(2013, 3), "与前三季度基本持平", "较前三季度有所回升"},
		{"the turn of a branch without a growth hides in the residual", data.Quarter(2021, 1), "开采辅助和石油加工增速未公布，其拉动含在15.1个百分点的残差中", "拉动含在0"},
		{"the share of a whole year in itself says nothing", data.Quarter(2023, 4), "前三季度占全年72.6%", "全年占全年"},
	} {
		text := composed(t, s, "全国", tt.at).Text(words(t, i18n.Chinese))
		if !strings.Contains(text, tt.must) || strings.Contains(text, tt.never) {
			t.Errorf("%v: %s: want %q and not %q", tt.at, tt.why, tt.must, tt.never)
		}
	}
}
