package session_test

import (
	"testing"

	"yunxing/data"
	"yunxing/ui/brief"
	"yunxing/ui/i18n"
)

// Of the periods that a section has figures for the first is found.
func TestFirstWritten(t *testing.T) {
	s, p := openSample(t), words(t, i18n.Chinese)
	sel := brief.Selection{Region: s.RegionCode("内蒙古")}
	of := []data.Period{data.Month(2023, 2), data.Month(2023, 10)}
	for _, c := range []struct {
		section string
		want    data.Period
		found   bool
	}{
		{"leagues", of[1], true},
		{"growth", of[0], true},
		{"climate", data.Period{}, false},
	} {
		got, found, err := s.FirstWritten(t.Context(), c.section, sel, of, p)
		if err != nil || got != c.want || found != c.found {
			t.Errorf("%s: %v, %v, %v; want %v, %v", c.section, got, found, err, c.want, c.found)
		}
	}
}
