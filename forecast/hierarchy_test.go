package forecast

import (
	"context"
	"errors"
	"math"
	"testing"
)

// country is a hierarchy of a total with two regions, the first of which has two
// branches.
func country() Hierarchy { return Hierarchy{Parents: []int{-1, 0, 0, 1, 1}} }

// TestReconcile fails if projections of a total and two parts are not shared out as
// worked out by hand: T − a − b = d is taken off in proportion to the variances.
func TestReconcile(t *testing.T) {
	h := Hierarchy{Parents: []int{-1, 0, 0}}
	base := [][]float64{{108}, {60}, {40}}
	for _, c := range []struct {
		r    Reconciliation
		want [3]float64
	}{
		{MinTrace, [3]float64{104, 62, 42}}, // variances 2, 1, 1 by structure; d = 8
		{BottomUp, [3]float64{100, 60, 40}},
		{TopDown, [3]float64{108, 64.8, 43.2}},
	} {
		paths, _, err := h.Reconcile(c.r, base, nil)
		if err != nil {
			t.Fatal(err)
		}
		for i, w := range c.want {
			if !near(paths[i][0], w, 1e-9) {
				t.Errorf("%v: series %d is %v, want %v", c.r, i, paths[i][0], w)
			}
		}
	}
	// uncorrelated errors of variance 4, 1, 3 over eight periods
	errs := [][]float64{
		{2, -2, 2, -2, 2, -2, 2, -2},
		{1, 1, -1, -1, 1, 1, -1, -1},
		{math.Sqrt(3), math.Sqrt(3), math.Sqrt(3), math.Sqrt(3), -math.Sqrt(3), -math.Sqrt(3), -math.Sqrt(3), -math.Sqrt(3)},
	}
	paths, factors, err := h.Reconcile(MinTrace, base, errs)
	if err != nil || !near(paths[0][0], 104, 1e-9) || !near(paths[1][0], 61, 1e-9) || !near(paths[2][0], 43, 1e-9) {
		t.Error(paths, err)
	}
	if !near(factors[0], math.Sqrt(0.5), 1e-9) {
		t.Errorf("the total of two sources of equal variance keeps %v of its standard error", factors[0])
	}
}

// TestReconcileAddsUp fails if any way leaves a total that its parts do not make up,
// or changes projections that add up.
func TestReconcileAddsUp(t *testing.T) {
	h := country()
	base := [][]float64{{100, 110}, {61, 64}, {45, 40}, {20, 25}, {33, 44}}
	errs := make([][]float64, 5)
	for i := range errs {
		for k := range 20 {
			errs[i] = append(errs[i], math.Sin(float64(k*(i+3)))*float64(i+1)+math.Cos(float64(k)))
		}
	}
	for _, r := range []Reconciliation{MinTrace, BottomUp, TopDown} {
		paths, _, err := h.Reconcile(r, base, errs)
		if err != nil {
			t.Fatal(r, err)
		}
		if err := h.Check(paths, 1e-12); err != nil {
			t.Errorf("%v: %v", r, err)
		}
		again, _, err := h.Reconcile(r, paths, errs)
		for i := range again {
			if err != nil || gap(again[i], paths[i]) > 1e-9 {
				t.Errorf("%v: series %d changes from %v to %v, %v", r, i, paths[i], again[i], err)
			}
		}
	}
}

// TestHierarchyRefuses fails if a hierarchy that is none, or series that do not add
// up, are not refused with the place.
func TestHierarchyRefuses(t *testing.T) {
	base := [][]float64{{3}, {1}, {2}}
	for _, parents := range [][]int{nil, {-1, 0}, {1, 0, 0}, {-1, 0, 7}} {
		if _, _, err := (Hierarchy{Parents: parents}).Reconcile(MinTrace, base, nil); !errors.Is(err, ErrHierarchy) {
			t.Errorf("%v: %v", parents, err)
		}
	}
	h := Hierarchy{Parents: []int{-1, 0, 0}}
	if _, _, err := h.Reconcile(MinTrace, [][]float64{{3}, {1}, {math.NaN()}}, nil); !errors.Is(err, ErrMissing) {
		t.Error(err)
	}
	if err := h.Check([][]float64{{3, 9}, {1, 1}, {2, 2}}, 0.01); !errors.Is(err, ErrHierarchy) {
		t.Error(err)
	}
}

// TestFullYears fails if projected totals of the year do not add up, change what is
// known, or lose their bands.
func TestFullYears(t *testing.T) {
	h := country()
	series := make([][]float64, 5)
	for k := range 27 {
		s, trend := []float64{9, 11, 12, 14}[k%4], float64(k)
		a := s*3 + trend + 2*math.Sin(float64(k*k))
		b := s*2 + 0.5*trend + 3*math.Cos(float64(3*k*k))
		c := s*4 - 0.2*trend + 2*math.Sin(float64(5*k*k))
		for i, v := range []float64{a + b + c, a + b, c, a, b} {
			series[i] = append(series[i], v)
		}
	}
	c := Calendar{4, 2010, 1}
	for _, r := range []Reconciliation{MinTrace, BottomUp, TopDown} {
		years, err := h.FullYears(context.Background(), AutoYear{}, r, series, c, 1e-9)
		if err != nil {
			t.Fatal(r, err)
		}
		totals := make([][]float64, len(years))
		for i, y := range years {
			totals[i] = []float64{y.Total}
			if !(y.Lo95 < y.Lo80 && y.Lo80 < y.Total && y.Total < y.Hi80 && y.Hi80 < y.Hi95) || y.Known != 3 {
				t.Errorf("%v: series %d: %+v", r, i, y)
			}
		}
		if err := h.Check(totals, 1e-9); err != nil {
			t.Errorf("%v: %v", r, err)
		}
	}
	series[4] = series[4][:26]
	if _, err := h.FullYears(context.Background(), AutoYear{}, MinTrace, series, c, 1e-9); !errors.Is(err, ErrHierarchy) {
		t.Error(err)
	}
}
