package main

import (
	"math"
	"testing"
)

// TestHeld fails where a figure loses what its cell holds, or a published zero.
func TestHeld(t *testing.T) {
	for _, tt := range []struct {
		value  float64
		digits int8
		want   string
	}{
		{11, 1, "11.0"},
		{140.3, 2, "140.30"},
		{100, 0, "100"},
		{35.63059, 0, "35.63059"},
		{1147.8293, 2, "1147.8293"},
		{9810717.199999997, 0, "9810717.2"},
		{3.9000000000000004, 1, "3.9"},
		{3.5, -1, "3.5"},
		{math.NaN(), 1, ""},
	} {
		if got := held(tt.value, tt.digits); got != tt.want {
			t.Errorf("%v with %d decimals is %q, want %q", tt.value, tt.digits, got, tt.want)
		}
	}
}
