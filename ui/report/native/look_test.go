package native

import "testing"

// TestFormatOf fails where a value that has no room for its digits, or that its
// decimals would show as zero, is not shown as a power of ten, or another one is.
func TestFormatOf(t *testing.T) {
	for _, c := range []struct {
		v      float64
		digits int
		want   string
	}{
		{9.6, 1, "0.0"},
		{0, 1, "0.0"},
		{-0.04, 1, "0.0"},
		{5e-17, 1, "0.0"},
		{9999999999, 0, "0"},
		{1e12, 1, powers},
		{-1e12, 0, powers},
		{1e-6, 1, powers},
	} {
		if got := formatOf(c.v, c.digits); got != c.want {
			t.Errorf("%g with %d decimals has the format %q, want %q", c.v, c.digits, got, c.want)
		}
	}
}
