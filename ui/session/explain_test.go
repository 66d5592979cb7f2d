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

// Where the parts of a region lack a growth, the region is not said to lack it.
func TestAbsentParts(t *testing.T) {
	p, err := i18n.New(i18n.Chinese)
	if err != nil {
		t.Fatal(err)
	}
	d := openSample(t).Desk(brief.Selection{Region: "150000", Period: data.Quarter(2013, 3)})
	want := map[string]string{"branches": "内蒙古分行业的“规模以上工业增加值”", "leagues": "内蒙古所辖各地的“规模以上工业增加值”"}
	for _, c := range report.Chapters() {
		if want[c.ID] == "" {
			continue
		}
		_, err := c.Build(t.Context(), d, p)
		if got := session.Explain(p, err); !strings.Contains(got, want[c.ID]) {
			t.Errorf("%s: %s", c.ID, got)
		}
	}
}
