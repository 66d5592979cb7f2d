package data_test

import (
	"testing"

	"yunxing/data"
)

func TestForeignMonths(t *testing.T) {
	for label, want := range map[string]string{
		"fevereiro 2002":  "2002-02",
		"março 2002":      "2002-03",
		"outubro de 2019": "2019-10",
		"out 2019":        "2019-10",
		"set/2019":        "2019-09",
		"Décembre 2020":   "2020-12",
		"août 2020":       "2020-08",
		"2020 Dezember":   "2020-12",
		"Enero 2015":      "2015-01",
		"Oct 2015":        "2015-10",
	} {
		p, _, err := data.ParsePeriod(label)
		if err != nil || p.String() != want {
			t.Errorf("%q is read as %v, %v; it is %s", label, p, err, want)
		}
	}
	for _, s := range []string{"out", "set", "ago", "marco", "other", "total", "industrie", "out of 2019", "Mai Land"} {
		if l, ok := data.ParseLabel(s); ok {
			t.Errorf("%q is no period, but is read as %+v", s, l)
		}
	}
}
