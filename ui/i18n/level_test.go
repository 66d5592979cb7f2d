package i18n_test

import (
	"testing"

	"yunxing/ui/i18n"
)

// TestLevel fails where one of those who share a place is told as the only one.
func TestLevel(t *testing.T) {
	p, err := i18n.New(i18n.Chinese)
	if err != nil {
		t.Fatal(err)
	}
	for want, names := range map[string][]string{
		"":      nil,
		"甲":     {"甲"},
		"甲和乙":   {"甲", "乙"},
		"甲、乙和丙": {"甲", "乙", "丙"},
		"甲等4个":  {"甲", "乙", "丙", "丁"},
	} {
		if got := p.Level(names...); got != want {
			t.Errorf("%q are told as %q, not %q", names, got, want)
		}
	}
}
