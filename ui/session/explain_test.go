package session_test

import (
	"slices"
	"strings"
	"testing"

	"yunxing/data"
	"yunxing/ui/brief"
	"yunxing/ui/chart"
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
	want := map[string]string{"branches": "内蒙古2013年前三季度分行业的“规模以上工业增加值”", "leagues": "内蒙古所辖各地2013年前三季度的“规模以上工业增加值”"}
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

// Where the group of a region is known in too few periods, the region is not said
// to lack its growth.
func TestAbsentTimes(t *testing.T) {
	p, err := i18n.New(i18n.Chinese)
	if err != nil {
		t.Fatal(err)
	}
	s := openSample(t)
	for _, c := range []struct {
		kind string
		at   data.Period
		want string
	}{
		{"moves", data.Month(2015, 7), "2014年1—7月和2015年1—7月都有"},
		{"slope", data.Month(2015, 7), "2014年1—7月和2015年1—7月都有"},
		{"bump", data.Quarter(2015, 2), "排位的时期不足两个"},
	} {
		kinds := chart.All()
		k := kinds[slices.IndexFunc(kinds, func(k chart.Kind) bool { return k.ID == c.kind })]
		desk := s.Desk(brief.Selection{Region: "150000", Period: c.at, Peers: "west12"})
		_, err := k.Build(t.Context(), desk, p)
		if got := session.Explain(p, err); !strings.Contains(got, c.want) {
			t.Errorf("%s at %v: %s", c.kind, c.at, got)
		}
	}
}
