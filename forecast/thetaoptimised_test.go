package forecast

import (
	"bufio"
	"context"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// referencePaths returns the paths of a method of the reference for a collection.
func referencePaths(t *testing.T, tag, method string) map[string][]float64 {
	t.Helper()
	file, err := os.Open("../../shared/forecast/reference/" + tag + "_forecasts.csv")
	if err != nil {
		t.Skip("the reference results are not beside the repository")
	}
	defer file.Close()
	out := map[string][]float64{}
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		if f := strings.Split(lines.Text(), ","); f[1] == method {
			v, _ := strconv.ParseFloat(f[4], 64)
			out[f[0]] = append(out[f[0]], v)
		}
	}
	return out
}

// TestThetaPaths fails if theta methods differ from the reference on the quarterly
// series: the standard one anywhere beyond 1e-6; the optimised ones, whose minima
// are flat and whose reference stops at other points, in the middle of the series.
func TestThetaPaths(t *testing.T) {
	type reference struct{ id, collection string }
	m1, m3 := reference{"m1q", "m1_quarterly"}, reference{"m3q", "m3_quarterly"}
	for _, c := range []struct {
		m      Method
		name   string
		in     []reference
		each   float64 // for every series
		middle float64 // for the median of the series
	}{
		{Theta{}, "thetaf", []reference{m1, m3, {"tourq", "tourism_quarterly"}}, 1e-6, 1e-9},
		{OptimisedTheta{}, "otm", []reference{m3}, math.Inf(1), 0.013},
		{OptimisedTheta{Dynamic: true}, "dotm", []reference{m3}, math.Inf(1), 0.001},
	} {
		for _, r := range c.in {
			gaps := gapsTo(t, c.m, referencePaths(t, r.id, c.name), collection(t, r.collection))
			if worst := gaps[len(gaps)-1]; worst > c.each {
				t.Errorf("%s %s: a path differs by %.2g", c.m.ID(), r.id, worst)
			}
			if mid := gaps[len(gaps)/2]; mid > c.middle {
				t.Errorf("%s %s: half of the paths differ by more than %.2g", c.m.ID(), r.id, mid)
			}
		}
	}
}

// gapsTo returns by how much the paths of m differ from those of a reference, in
// order, over the series that have one.
func gapsTo(t *testing.T, m Method, reference map[string][]float64, set []sample) []float64 {
	t.Helper()
	var gaps []float64
	for _, x := range set {
		want := reference[x.id]
		if len(x.test) == 0 || len(want) == 0 {
			continue
		}
		f, err := Project(context.Background(), m, x.train, x.season, len(want))
		if err != nil {
			t.Fatal(x.id, err)
		}
		gaps = append(gaps, gap(f.Mean, want))
	}
	if len(gaps) == 0 {
		t.Fatal("no series has a path of the reference")
	}
	slices.Sort(gaps)
	return gaps
}

// TestOptimisedThetaNests fails if the optimised theta method fits a series worse
// than one of its special cases: simple smoothing (θ = 1) or the fixed line (θ = 2).
func TestOptimisedThetaNests(t *testing.T) {
	for _, fx := range fixtures(t) {
		o := OptimisedTheta{}
		lines := o.lines(fx.Y)
		best := func(weight float64) float64 {
			return o.solve(fx.Y, lines, o.search(func(a float64) float64 {
				return thetaSquares(fx.Y, lines, a, weight)
			})).sse
		}
		got := o.solve(fx.Y, lines, o.search(func(a float64) float64 { return o.solve(fx.Y, lines, a).sse })).sse
		for _, w := range []float64{0, 0.5} {
			if s := best(w); got > s*(1+1e-9) {
				t.Errorf("%s: Σe² %v, with weight %v %v", fx.ID, got, w, s)
			}
		}
	}
}

// thetaSquares returns Σe² with the best first level for a given α and weight.
func thetaSquares(y []float64, lines []trendLine, alpha, weight float64) float64 {
	rest := make([]float64, len(y))
	p := thetaFit{alpha: alpha, weight: weight}
	run, decay, xx, xu := 0.0, 1.0, 0.0, 0.0
	for t, v := range y {
		rest[t] = v - run - weight*p.drift(t+1, lines[t])
		xx, xu = xx+decay*decay, xu+decay*rest[t]
		run += alpha * (v - run)
		decay *= 1 - alpha
	}
	s, decay := 0.0, 1.0
	for _, u := range rest {
		e := u - decay*xu/xx
		s += e * e
		decay *= 1 - alpha
	}
	return s
}

// TestDynamicThetaSpread fails if the standard errors of the dynamic form are not
// those of its recursion, which is linear in the errors.
func TestDynamicThetaSpread(t *testing.T) {
	y := []float64{12, 15, 11, 16, 18, 17, 21, 19, 24, 22, 27, 25}
	o := OptimisedTheta{Dynamic: true}
	p := thetaFit{alpha: 0.4, weight: 0.3, first: 12}
	st := thetaState{level: p.first}
	for _, v := range y {
		st.take(p, v)
	}
	base := o.ahead(p, st, st.line(), 4)
	moved := st
	moved.take(p, base[0]+1)
	rest := o.ahead(p, moved, moved.line(), 3)
	want := 1.0
	for i, v := range rest[:1] {
		want += (v - base[i+1]) * (v - base[i+1])
	}
	if got := o.spread(p, len(y), 1, 4).sd(1); math.Abs(got-math.Sqrt(want)) > 1e-12 {
		t.Errorf("standard error of the second step %v, want %v", got, math.Sqrt(want))
	}
}
