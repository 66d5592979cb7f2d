package forecast

import (
	"math"
	"testing"
)

// TestPolytope fails if the search misses the minimum of a bowl, leaves the domain of a
// function, goes on where nothing can be gained, or beyond its limit by more than a step.
func TestPolytope(t *testing.T) {
	bowl := func(x []float64) float64 { return 1 + (x[0]-3)*(x[0]-3) + 10*(x[1]+x[0])*(x[1]+x[0]) }
	walled := func(x []float64) float64 {
		if x[0] < 0 || x[0] > 2 {
			return math.Inf(1)
		}
		return bowl(x)
	}
	level := func([]float64) float64 { return 7 }
	for _, c := range []struct {
		name  string
		f     func([]float64) float64
		limit int
		want  []float64
		calls int // at most
	}{
		{"bowl", bowl, 2000, []float64{3, -3}, 2000},
		{"at a wall", walled, 2000, []float64{2, -2}, 2000},
		{"level", level, 2000, []float64{1, 0}, 3},
		{"cut short", bowl, 10, nil, 10 + 2 + 2},
	} {
		calls := 0
		var p polytope
		got := p.minimise(func(x []float64) float64 {
			calls++
			return c.f(x)
		}, []float64{1, 0}, c.limit)
		if calls > c.calls {
			t.Errorf("%s: %d evaluations", c.name, calls)
		}
		for i, w := range c.want {
			if !near(got[i], w, 1e-3) {
				t.Errorf("%s: %v, want %v", c.name, got, c.want)
				break
			}
		}
		if math.IsInf(c.f(got), 0) || c.f(got) > c.f([]float64{1, 0}) {
			t.Errorf("%s: ends at %v, worse than its start", c.name, got)
		}
	}
}
