package session_test

import (
	"strings"
	"testing"

	"yunxing/data"
	"yunxing/ui/brief"
	"yunxing/ui/i18n"
	"yunxing/ui/report"
)

// The annex of a report tells a formula of all that was worked out from published
// figures, and only cells that exist.
func TestAnnex(t *testing.T) {
	s := openSample(t)
	for _, sel := range []brief.Selection{
		{Region: "000000", Period: data.Quarter(2013, 3)},
		{Region: "150000", Period: data.Quarter(2013, 3)},
		{Region: "000000", Period: data.Quarter(2015, 4)},
	} {
		for _, l := range i18n.Languages() {
			p := words(t, l)
			doc, err := s.Report(t.Context(), sel, p)
			if err != nil {
				t.Fatal(err)
			}
			annexed, err := s.Annexed(t.Context(), doc, p)
			if err != nil {
				t.Fatal(err)
			}
			last := annexed.Sections[len(annexed.Sections)-1]
			table, ok := last.Blocks[0].(*report.Table)
			if last.ID != "annex" || !ok || len(table.Rows) < 10 {
				t.Fatalf("%v, %s: no annex: %q", sel, l, last.Title)
			}
			for _, r := range table.Rows {
				formula, cells := r.Cells[2].Text, r.Cells[3].Text
				if !strings.Contains(cells, "[") || formula == "" || strings.Contains(formula, "NaN") {
					t.Errorf("%v, %s: %q rests on %q by %q", sel, l, r.Cells[1].Text, cells, formula)
				}
				if strings.HasPrefix(formula, p.Status(data.Derived)) {
					t.Errorf("%v, %s: %q says no formula", sel, l, r.Cells[1].Text)
				}
			}
		}
	}
}
