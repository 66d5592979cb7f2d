package session_test

import (
	"strings"
	"testing"

	"yunxing/stats"
	"yunxing/ui/i18n"
	"yunxing/ui/session"
)

// TestSuggest fails where a formula that has begun is not led on by what the project
// holds, or a suggestion leads to a formula that cannot be read.
func TestSuggest(t *testing.T) {
	s, err := session.OpenSample(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, tt := range []struct {
		lang  i18n.Lang
		text  string // the cursor stands at its end, or at |
		label string
		want  string
	}{
		{i18n.Chinese, "利润", "利润总额", "利润总额"},
		{i18n.Chinese, "利润总额 / 主营", "主营业务收入", "利润总额 / 主营业务收入"},
		{i18n.Chinese, "利润总额.增", "增速", "利润总额.增速"},
		{i18n.Chinese, "year|", "yearago()", "yearago("},
		{i18n.Chinese, "lag(利润|, 4)", "利润总额", "lag(利润总额, 4)"},
		{i18n.English, "prof", "Profits", "profit"},
		{i18n.English, "profit.gro", "growth", "profit.growth"},
		{i18n.English, "\"capac", "Capacity utilisation", "\"utilisation\""},
		{i18n.English, "mean", "mean()", "mean("},
	} {
		p, err := i18n.New(tt.lang)
		if err != nil {
			t.Fatal(err)
		}
		g, err := s.Suggester(t.Context(), p)
		if err != nil {
			t.Fatal(err)
		}
		before, after, _ := strings.Cut(tt.text, "|")
		found := ""
		for _, one := range g.Suggest(before+after, len([]rune(before))) {
			if one.Label == tt.label {
				found = one.Text
			}
			if strings.ContainsAny(one.Text, "(") {
				continue
			}
			if _, err := stats.ParseFormula(one.Text, s.Catalog()); err != nil {
				t.Errorf("%q leads to %q: %v", tt.text, one.Text, err)
			}
		}
		if found != tt.want {
			t.Errorf("%q with %q leads to %q, want %q; there is %v", tt.text, tt.label, found, tt.want, g.Suggest(before+after, len([]rune(before))))
		}
	}
}

// TestSuggestNothing fails where something is suggested that cannot stand there.
func TestSuggestNothing(t *testing.T) {
	s, err := session.OpenSample(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	p, err := i18n.New(i18n.English)
	if err != nil {
		t.Fatal(err)
	}
	g, err := s.Suggester(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"profit", "profit ", "profit / 2 ", "nothing.", "profit."} {
		got := g.Suggest(text, len([]rune(text)))
		if many := text == "profit."; (len(got) > 0) != many {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// TestFormulas fails where a formula that was used is not remembered once, the latest
// first.
func TestFormulas(t *testing.T) {
	s, err := session.OpenSample(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, f := range []string{"a", "b", "a"} {
		if err := s.KeepFormula(t.Context(), f); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := s.Formulas(t.Context()); err != nil || strings.Join(got, " ") != "a b" {
		t.Errorf("remembered %q, %v", got, err)
	}
}
