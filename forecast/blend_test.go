package forecast

import (
	"context"
	"math"
	"testing"
)

// TestBlendWidening fails if the interval of a blend is not that computed by hand: two
// members with a standard error of 2, whose projections lie 6 apart, so that they
// deviate by √18, projected half a year ahead.
func TestBlendWidening(t *testing.T) {
	at := func(middle float64) Forecast {
		path := []float64{middle, middle}
		return Forecast{Mean: path, dist: symmetric{mean: path, spread: errorSpread{step: []float64{2, 2}, total: []float64{0, 2, 2}}}}
	}
	members := []Forecast{at(97), at(103)}
	for _, c := range []struct {
		name string
		w    widening
		want float64
	}{
		{"plain", widening{base: 1}, 2},
		{"a standard error is one quantile", widening{base: 0.5, slope: 1}, 3},
		{"members differ", widening{base: 1, split: 1}, math.Sqrt(4 + 18)},
		{"half of it counts", widening{base: 1, split: 0.5}, math.Sqrt(4 + 18.0/4)},
		{"for a series with errors twice as large", widening{base: 1, split: 1}.times(2), math.Sqrt(16 + 18)},
		{"errors grow", widening{base: 1, growth: 1}, 1},
	} {
		b := blend{mean: []float64{100, 100}, members: members, widen: c.w, season: 4}
		if lo, hi := b.interval(1, oneSigma); !near(hi, 100+c.want, 1e-9) || !near(lo, 100-c.want, 1e-9) {
			t.Errorf("%s: %v to %v, want 100 ± %v", c.name, lo, hi, c.want)
		}
	}
}

// TestHorizon fails if the band of a step depends on how many steps follow it.
func TestHorizon(t *testing.T) {
	y := oddities()["huge"]
	for _, m := range All() {
		far, err := Project(context.Background(), m, y, 4, 12)
		if err != nil {
			t.Fatal(m.ID(), err)
		}
		near, err := Project(context.Background(), m, y, 4, 3)
		if err != nil {
			t.Fatal(m.ID(), err)
		}
		lo, hi := far.Interval(95)
		l, h := near.Interval(95)
		if g := max(gap(l, lo[:3]), gap(h, hi[:3]), gap(near.Mean, far.Mean[:3])); g > 1e-9 {
			t.Errorf("%s: three steps differ by %.2g from the first of twelve", m.ID(), g)
		}
	}
}
