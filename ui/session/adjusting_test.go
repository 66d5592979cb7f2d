package session_test

import (
	"math"
	"strings"
	"testing"

	"yunxing/ui/i18n"
	"yunxing/ui/session"
)

// TestJudgement fails if an adjustment is told to be better than its statistics say, or
// a season to be clear of a series in which none can be told.
func TestJudgement(t *testing.T) {
	p := words(t, i18n.English)
	for _, c := range []struct {
		m7, q, season float64
		want          string
	}{
		{0.3, 0.5, 80, "taken out"},
		{0.3, 0.5, math.NaN(), "taken out"},
		{0.3, 1.2, 80, "not good enough"},
		{0.3, 0.5, 0.5, "a season is left"},
		{1.4, 0.5, 80, "no season"},
		{math.NaN(), 0.5, 80, "M7 is —: there is no season"},
	} {
		j := session.Judgement{ID: "x", M7: c.m7, Q: c.q, Season: c.season}
		if got := j.Sentence(p); !strings.Contains(got, c.want) {
			t.Errorf("%+v: %q", j, got)
		}
	}
}
