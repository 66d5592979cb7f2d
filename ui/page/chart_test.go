package page

import "testing"

// TestMeasured fails if a value is read without its unit, or with what is none.
func TestMeasured(t *testing.T) {
	for unit, want := range map[string]string{
		"%": "9.4%", "百分点": "9.4 百分点", "点（0～200）": "9.4 点", "points (0 to 200)": "9.4 points",
		"上年同月=100": "9.4", "": "9.4",
	} {
		if got := measured("9.4", unit); got != want {
			t.Errorf("in %q: %q, want %q", unit, got, want)
		}
	}
}
