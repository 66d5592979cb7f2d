package session_test

import (
	"testing"

	"yunxing/ui/session"
)

// Targets are read as people write them; what is no growth is refused.
func TestParseTarget(t *testing.T) {
	for text, want := range map[string]float64{"6.5": 6.5, " 6.5 %": 6.5, "６": 6, "１０．５％": 10.5, "-2": -2, "－2％": -2, "12": 12, "0": 0} {
		n, ok := session.ParseTarget(text)
		if !ok || n.Value != want || !n.Known() || session.TargetText(n) == "" {
			t.Errorf("%q: %+v %v", text, n, ok)
		}
	}
	for _, text := range []string{"about 6", "-100", "1e9", "NaN", "6,5"} {
		if n, ok := session.ParseTarget(text); ok {
			t.Errorf("%q is read as %v", text, n.Value)
		}
	}
	if n, ok := session.ParseTarget(""); !ok || session.TargetText(n) != "" {
		t.Errorf("no target: %+v", n)
	}
}
