package session_test

import (
	"strings"
	"testing"

	"yunxing/data"
	"yunxing/ui/brief"
	"yunxing/ui/i18n"
	"yunxing/ui/report"
)

// Charts and tables of a report name who published their figures.
func TestSourceNamesPublishers(t *testing.T) {
	s := openSample(t)
	for _, c := range []struct {
		lang i18n.Lang
		want string
	}{
		{i18n.Chinese, "数据来源：国家统计局国家数据库。"},
		{i18n.English, "Source: National Data, National Bureau of Statistics of China."},
	} {
		f, err := s.Figure(t.Context(), "months", brief.Selection{Region: "000000", Period: data.Quarter(2013, 3)}, words(t, c.lang))
		if err != nil {
			t.Fatal(err)
		}
		if f.Source != c.want {
			t.Errorf("%s: %q, want %q", c.lang, f.Source, c.want)
		}
	}
	doc := composed(t, s, "内蒙古", data.Quarter(2013, 3))
	for id, table := range tables(doc) {
		if !strings.Contains(table.Source, "内蒙古") && id != "climate" {
			t.Errorf("table %s: source %q", id, table.Source)
		}
		if table.Projected != strings.Contains(table.Source, "非公布数") {
			t.Errorf("table %s of projections: %v, source %q", id, table.Projected, table.Source)
		}
	}
	for _, one := range doc.Sections {
		for _, b := range one.Blocks {
			if f, ok := b.(*report.Figure); ok && strings.Contains(f.Chart.Source, "项目数据") {
				t.Errorf("figure %s: source %q", f.ID, f.Chart.Source)
			}
		}
	}
}
