package data

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestUnits fails where the fast way to round gives another number than the general
// one, ties and limits included.
func TestUnits(t *testing.T) {
	check := func(v float64, digits int) {
		t.Helper()
		for _, r := range []Rounding{HalfAway, HalfEven} {
			want := r.scaled(v, digits)
			if got, ok := r.units(v, digits); ok && (!want.IsInt64() || got != want.Int64()) {
				t.Fatalf("%v with %d decimals by %d is %d, want %v", v, digits, r, got, want)
			}
		}
	}
	for _, v := range []float64{0, 12.25, 12.35, 0.05, -0.25, -0.04, 0.5, 1.5, 2.5, 1e-300, 5e-324, 1e15, 999999999999999, 1e18, 1e300, -1e17, 0.0005, 9.9999999999999995} {
		for digits := range 12 {
			check(v, digits)
		}
	}
	r := rand.New(rand.NewPCG(51, 52))
	for range 100_000 {
		v := float64(r.Int64N(2_000_001)-1_000_000) / math.Pow(10, float64(r.IntN(9)))
		check(v, r.IntN(8))
		check(math.Float64frombits(r.Uint64()>>2|1<<61), r.IntN(8))
		check((r.Float64()-0.5)*math.Pow(10, float64(r.IntN(20)-8)), r.IntN(8))
	}
	if n, ok := HalfAway.units(76858.3, 1); !ok || n != 768583 {
		t.Errorf("76858.3 is %d units, %v", n, ok)
	}
}

// BenchmarkFormat writes a rate with one decimal.
func BenchmarkFormat(b *testing.B) {
	for b.Loop() {
		HalfAway.Format(12.25, 1)
	}
}
