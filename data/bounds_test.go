package data_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"yunxing/data"
)

// TestBounds fails where the ends of an interval as printed leave out what is possible,
// or the figure that stands beside them.
func TestBounds(t *testing.T) {
	for _, tt := range []struct {
		value, lo, hi float64
		digits        int8
		places        int
		wantLo        float64
		wantHi        float64
	}{
		{9.4003, 9.4001, 9.4006, 3, 4, 9.4, 9.4006},
		{13.549, 13.5437, 13.554, 1, 2, 13.5, 13.56},
		{11.2, 11.05, 11.35, 1, 2, 11.05, 11.35},
		{8.33, 8.0794, 8.5831, 1, 2, 8.07, 8.59},
		{-1.8, -1.9, -1.7, 1, 1, -1.9, -1.7},
		{66.6667, 66.6667, 66.6667, 0, 4, 66.6667, 67},
		{36.4, 36.4, 36.4, -1, 1, 36.4, 36.4},
		{123456789.05, 123456789, 123456789.1, 2, 4, 123456789, 123456789.1},
		{0.1 + 0.2, 0.1 + 0.2, 0.1 + 0.2, 1, 1, 0.3, 0.3},
	} {
		n := data.Number{Value: tt.value, Lo: tt.lo, Hi: tt.hi, Digits: tt.digits}
		if lo, hi := n.Bounds(tt.places); lo != tt.wantLo || hi != tt.wantHi {
			t.Errorf("%v in [%v, %v] stands beside %v and %v, want %v and %v", tt.value, tt.lo, tt.hi, lo, hi, tt.wantLo, tt.wantHi)
		}
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		v := (r.Float64() - 0.5) * math.Pow(10, float64(r.IntN(7)))
		n := data.Number{Value: v, Lo: v - r.Float64()*math.Pow(10, -float64(r.IntN(6))), Hi: v + r.Float64()*math.Pow(10, -float64(r.IntN(6))), Digits: int8(r.IntN(4))}
		places := r.IntN(5)
		lo, hi := n.Bounds(places)
		unit := math.Pow(10, -float64(places))
		shown := data.HalfAway.Round(v, int(n.Digits))
		if slack := 1e-5 * unit; lo > n.Lo+slack || hi < n.Hi-slack || lo > shown || hi < shown {
			t.Fatalf("%+v with %d decimals stands beside %v and %v", n, places, lo, hi)
		}
	}
}
