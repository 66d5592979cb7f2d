package session_test

import (
	"strings"
	"testing"

	"yunxing/data"
	"yunxing/ui/brief"
	"yunxing/ui/i18n"
	"yunxing/ui/report"
	"yunxing/ui/session"
)

// Where a growth is known for the whole only, it is not said to be absent.
func TestAbsentBranches(t *testing.T) {
	p, err := i18n.New(i18n.Chinese)
	if err != nil {
		t.Fatal(err)
	}
	d := openSample(t).Desk(brief.Selection{Region: "150000", Period: data.Quarter(2013, 3)})
	for _, c := range report.Chapters() {
		if c.ID != "branches" {
			continue
		}
		_, err := c.Build(t.Context(), d, p)
		if got := session.Explain(p, err); !strings.Contains(got, "内蒙古分行业的“规模以上工业增加值”") {
			t.Error(got)
		}
	}
}
