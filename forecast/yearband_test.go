package forecast

import (
	"math"
	"testing"
)

// TestYearWidening fails if the widening of the year is not that computed by hand:
// for ten years of the same completion ratio ∜(4/13), since nine past errors of none
// stand against four usual ones, times √2 if the methods differ by the standard
// error; or if a ratio that moves, or fewer years, do not make it wider.
func TestYearWidening(t *testing.T) {
	years := func(n int, move float64) YearToDate {
		y := YearToDate{Calendar: Calendar{4, 2000, 1}, Last: 2000 + n, Known: 2}
		for i := range n {
			d := move * float64(i%2)
			y.Values = append(y.Values, 20+d, 30+d, 25-d, 25-d)
		}
		y.Values = append(y.Values, 20, 30)
		return y
	}
	still := []float64{100, 100, 100}
	for _, c := range []struct {
		name   string
		y      YearToDate
		sigma  float64
		totals []float64
		want   float64
	}{
		{"ten steady years", years(10, 0), 2, still, math.Pow(4.0/13, 0.25)},
		{"methods differ", years(10, 0), 2, []float64{98, 100, 102}, math.Sqrt2 * math.Pow(4.0/13, 0.25)},
		{"no spread", years(10, 0), 0, still, 1},
		{"spread not known", years(10, 0), math.NaN(), still, 1},
	} {
		if w := c.y.yearWidening(c.sigma, c.totals, 100); !near(w, c.want, 1e-12) {
			t.Errorf("%s: %v, want %v", c.name, w, c.want)
		}
	}
	steady := years(10, 0).yearWidening(2, still, 100)
	if moved := years(10, 1).yearWidening(2, still, 100); !(moved > 1.1*steady) {
		t.Error("a ratio that moves makes the band no wider", moved, steady)
	}
	if long, short := years(60, 0).yearWidening(2, still, 100), years(4, 0).yearWidening(2, still, 100); !(short > 1.5*long) {
		t.Error("few years make the band no wider", short, long)
	}
}
