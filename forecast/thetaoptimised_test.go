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

// TestThetaPaths fails if theta methods differ from the reference on the M3
// quarterly series: the standard one beyond 1e-4, save for the series where the
// search of the reference ends early; the optimised ones, whose minima are flat
// and whose reference stops at other points, in the middle of the series.
func TestThetaPaths(t *testing.T) {
	early := []string{"N0675", "N0707", "N1155", "N1329"}
	for _, c := range []struct {
		m         Method
		reference string
		each      float64 // for every series that is not an exception
		middle    float64 // for the median of the series
	}{
		{Theta{}, "thetaf", 1e-4, 1e-6},
		{OptimisedTheta{}, "otm", math.Inf(1), 0.013},
		{OptimisedTheta{Dynamic: true}, "dotm", math.Inf(1), 0.001},
	} {
		reference := referencePaths(t, "m3q", c.reference)
		var gaps []float64
		for _, x := range collection(t, "m3_quarterly") {
			want := reference[x.id]
			if len(x.test) == 0 || len(want) == 0 {
				continue
			}
			f, err := Project(context.Background(), c.m, x.train, x.season, len(want))
			if err != nil {
				t.Fatal(x.id, err)
			}
			g := gap(f.Mean, want)
			gaps = append(gaps, g)
			if g > c.each && !slices.Contains(early, x.id) {
				t.Errorf("%s %s: path differs by %.2g", c.m.ID(), x.id, g)
			}
		}
		slices.Sort(gaps)
		if mid := gaps[len(gaps)/2]; mid > c.middle {
			t.Errorf("%s: half of the paths differ by more than %.2g", c.m.ID(), mid)
		}
	}
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
