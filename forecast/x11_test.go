package forecast

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
)

// x13Table reads a table of the X-13ARIMA-SEATS reference: the second column of the
// lines that begin with a period.
func x13Table(t *testing.T, run, table string) []float64 {
	t.Helper()
	var out []float64
	x13Lines(t, run, table, func(line string) {
		f := strings.Fields(line)
		if len(f) < 2 {
			return
		}
		if v, err := strconv.ParseFloat(f[1], 64); err == nil {
			out = append(out, v)
		}
	})
	return out
}

// x13Numbers reads the diagnostics of a reference run: the first number behind each
// name.
func x13Numbers(t *testing.T, run string) map[string]float64 {
	t.Helper()
	out := map[string]float64{}
	x13Lines(t, run, "udg", func(line string) {
		name, rest, _ := strings.Cut(line, ":")
		if f := strings.Fields(rest); len(f) > 0 {
			if v, err := strconv.ParseFloat(f[0], 64); err == nil {
				out[name] = v
			}
		}
	})
	return out
}

// x13Lines calls f with the lines of a file of a reference run, or skips.
func x13Lines(t *testing.T, run, kind string, f func(line string)) {
	t.Helper()
	file, err := os.Open("../../shared/forecast/x13_reference/" + run + "/" + run + "." + kind)
	if err != nil {
		t.Skip("the X-13 reference is not beside the repository")
	}
	defer file.Close()
	for lines := bufio.NewScanner(file); lines.Scan(); {
		f(lines.Text())
	}
}

// An x13Run is a reference run with the airline model.
type x13Run struct {
	id            string
	season, first int
}

// x13Runs returns them all.
func x13Runs() []x13Run {
	return []x13Run{
		{"airpassengers_airline_x11", 12, 1},
		{"eu_ip_c_de_m_airline_x11", 12, 1},
		{"cn_exports_airline_x11", 12, 7},
		{"au_cement_airline_x11", 4, 1},
		{"cn_gdp_airline_x11", 4, 1},
		{"cn_hubei_gdp_airline_x11", 4, 1},
		{"ukgas_airline_x11", 4, 1},
	}
}

// TestX11Reference fails if tables D8, D10, D11 and D12 differ from those of
// X-13ARIMA-SEATS 1.1: with its own continuation of the series by more than the
// digits that are printed; with ours, which stops its search for the airline model
// elsewhere, by more than 0.02 %.
func TestX11Reference(t *testing.T) {
	for _, run := range x13Runs() {
		y := x13Table(t, run.id, "b1")
		w := x11Worker{
			m: run.season, first: run.first - 1, n: len(y),
			y: append(append([]float64(nil), y...), x13Table(t, run.id, "fct")...),
		}
		own, err := X11{First: run.first}.Adjust(context.Background(), y, run.season)
		if err != nil {
			t.Error(run.id, err)
			continue
		}
		compareX13(t, run.id, w.run(), 1e-12)
		compareX13(t, run.id, own, 2e-4)
	}
}

// compareX13 fails if an adjustment differs from the reference.
func compareX13(t *testing.T, run string, a Adjustment, most float64) {
	t.Helper()
	for table, got := range map[string][]float64{"d8": a.Ratios, "d10": a.Seasonal, "d11": a.Adjusted, "d12": a.Trend} {
		if g := gap(got, x13Table(t, run, table)[:len(got)]); g > most {
			t.Errorf("%s %s: differs by %.2g", run, table, g)
		}
	}
}

// TestX11Quality fails if M1 to M11, Q or QS differ from those of X-13ARIMA-SEATS
// 1.1 by more than its printing, and M9 of a series with a broken year by 0.003.
func TestX11Quality(t *testing.T) {
	for _, run := range x13Runs() {
		y, want := x13Table(t, run.id, "b1"), x13Numbers(t, run.id)
		a, err := X11{First: run.first}.Adjust(context.Background(), y, run.season)
		if err != nil {
			t.Error(run.id, err)
			continue
		}
		q := a.Quality()
		for i, m := range q.M {
			if w := want[fmt.Sprintf("f3.m%02d", i+1)]; math.Abs(m-w) > 0.003 {
				t.Errorf("%s: M%d is %.4f, want %.3f", run.id, i+1, m, w)
			}
		}
		if w := want["f3.q"]; math.Abs(q.Q-w) > 0.006 {
			t.Errorf("%s: Q is %.3f, want %.2f", run.id, q.Q, w)
		}
		for name, x := range map[string][]float64{"qsori": y, "qssadj": x13Table(t, run.id, "d11")} {
			if got, _ := QS(x, run.season, 2); math.Abs(got-want[name]) > 1e-5 {
				t.Errorf("%s: %s is %.6f, want %.5f", run.id, name, got, want[name])
			}
		}
	}
}

// TestX11Parts fails if the parts do not make up the series, adding or multiplying.
func TestX11Parts(t *testing.T) {
	y := x13Table(t, "au_cement_airline_x11", "b1")
	for _, x := range []X11{{}, {Additive: true}} {
		a, err := x.Adjust(context.Background(), y, 4)
		if err != nil {
			t.Fatal(err)
		}
		for i, v := range y {
			whole := a.Trend[i] * a.Seasonal[i] * a.Remainder[i]
			if x.Additive {
				whole = a.Trend[i] + a.Seasonal[i] + a.Remainder[i]
			}
			if math.Abs(whole/v-1) > 1e-12 {
				t.Fatalf("period %d: %v and %v", i, whole, v)
			}
		}
	}
}

// TestX11Refuses fails if series that X-11 is not made for are adjusted.
func TestX11Refuses(t *testing.T) {
	y := x13Table(t, "au_cement_airline_x11", "b1")
	negative := append([]float64{-1}, y...)
	for _, c := range []struct {
		y    []float64
		m    int
		want error
	}{{y, 6, ErrSeason}, {y[:19], 4, ErrTooShort}, {negative, 4, ErrNotPositive}, {append([]float64{math.NaN()}, y...), 4, ErrMissing}} {
		if _, err := (X11{}).Adjust(context.Background(), c.y, c.m); !errors.Is(err, c.want) {
			t.Errorf("%v: %v", c.want, err)
		}
	}
	if _, err := (X11{Additive: true}).Adjust(context.Background(), negative, 4); err != nil {
		t.Error(err)
	}
}

// TestX11Extremes fails if a value that leaps out keeps its weight, or moves the
// seasonal factors of its neighbours.
func TestX11Extremes(t *testing.T) {
	y := x13Table(t, "cn_gdp_airline_x11", "b1")
	plain, err := X11{}.Adjust(context.Background(), y, 4)
	if err != nil {
		t.Fatal(err)
	}
	y[40] *= 1.2
	leap, err := X11{}.Adjust(context.Background(), y, 4)
	if err != nil || leap.Weights[40] != 0 {
		t.Fatalf("weight %v, %v", leap.Weights[40], err)
	}
	if g := gap(leap.Seasonal[20:60], plain.Seasonal[20:60]); g > 0.02 {
		t.Errorf("the season moves by %.3f", g)
	}
}

// TestHenderson fails if the weights are not the published ones.
//
// Source: Ladiray and Quenneville, 2001, table 3.3 (13 terms).
func TestHenderson(t *testing.T) {
	want := []float64{-0.01935, -0.02786, 0, 0.06549, 0.14736, 0.21434, 0.24006}
	for i, v := range henderson(6)[:7] {
		if math.Abs(v-want[i]) > 5e-6 {
			t.Errorf("weight %d is %v, want %v", i, v, want[i])
		}
	}
	for have := 7; have < 13; have++ {
		if s := sum(musgrave(henderson(6), have, 3.5)); math.Abs(s-1) > 1e-12 {
			t.Errorf("%d end weights add up to %v", have, s)
		}
	}
}

// TestResidualSeason fails if QS does not find the season of a series, or finds one
// in the adjusted series.
func TestResidualSeason(t *testing.T) {
	for _, run := range x13Runs() {
		y := x13Table(t, run.id, "b1")
		a, err := X11{First: run.first}.Adjust(context.Background(), y, run.season)
		if err != nil {
			t.Fatal(run.id, err)
		}
		_, before := QS(y, run.season, 2)
		_, after := QS(a.Adjusted, run.season, 2)
		if before > 1e-6 || after < 0.01 {
			t.Errorf("%s: probability %v before, %v after", run.id, before, after)
		}
	}
	regular := make([]float64, 22)
	for i := range regular {
		regular[i] = 100.1 + 10*float64(i%4) + float64(i)
	}
	line, err := X11{Additive: true, First: 3}.Adjust(context.Background(), regular, 4)
	if err != nil {
		t.Fatal(err)
	}
	if qs, p := QS(line.Adjusted, 4, 2); qs != 0 || p != 1 {
		t.Errorf("a straight line: %v, probability %v", qs, p)
	}
	if _, p := QS([]float64{1, 2, 3, 4}, 4, 1); !math.IsNaN(p) {
		t.Errorf("four values: %v", p)
	}
}

// TestX11Stability fails if spans or revisions of a steady series are large, or
// those of one whose season turns are small.
func TestX11Stability(t *testing.T) {
	ctx := context.Background()
	y := x13Table(t, "cn_gdp_airline_x11", "b1")
	steady, err := X11{}.SlidingSpans(ctx, y, 4)
	if err != nil || steady.Unstable > 15 || steady.Count != 4 {
		t.Errorf("steady: %+v, %v", steady, err)
	}
	history, err := X11{}.History(ctx, y, 4, 12)
	if err != nil || len(history.Final) != 12 || !(history.MeanPercent < 1) {
		t.Errorf("steady: %v %% revised, %v", history.MeanPercent, err)
	}
	regular := make([]float64, 60)
	for i := range regular {
		regular[i] = 50 * float64(1+i%4)
	}
	same, err := X11{}.SlidingSpans(ctx, regular, 4)
	if n := len(regular) - count(same.Difference); err != nil || n != 60-(same.Years+same.Count-3)*4 || same.Unstable != 0 {
		t.Errorf("regular: %+v, %v", same, err)
	}
	turning := make([]float64, 60)
	for i := range turning {
		turning[i] = 100 + 20*math.Sin(float64(i)*math.Pi/2+float64(i)/8)
	}
	moved, err := X11{}.SlidingSpans(ctx, turning, 4)
	if err != nil || !(moved.Unstable > 25) {
		t.Errorf("turning: %+v, %v", moved, err)
	}
}

// TestRobustAdjust fails if an odd series makes X-11, its diagnostics or the search
// for outliers panic, hang or answer with what is no number.
func TestRobustAdjust(t *testing.T) {
	for name, y := range oddities() {
		for _, m := range []int{1, 4, 12} {
			ctx, stop := context.WithTimeout(context.Background(), 10*time.Second)
			for _, x := range []X11{{}, {Additive: true}} {
				a, err := x.Adjust(ctx, y, m)
				if err != nil {
					continue
				}
				for i, v := range a.Adjusted {
					if math.IsNaN(v-v) || math.IsNaN(a.Trend[i]-a.Trend[i]) {
						t.Errorf("%s, season %d, additive %v: period %d is %v around %v", name, m, x.Additive, i, v, a.Trend[i])
						break
					}
				}
				a.Quality()
				_, _ = x.SlidingSpans(ctx, y, m)
			}
			found, err := Outliers(ctx, y, m)
			for _, o := range found {
				if err == nil && math.IsNaN(o.Effect-o.Effect+o.T-o.T) {
					t.Errorf("%s, season %d: %+v", name, m, o)
				}
			}
			if ctx.Err() != nil {
				t.Errorf("%s, season %d: takes more than ten seconds", name, m)
			}
			stop()
		}
	}
}

// TestX11Leaps fails if a series that leaps to many times its level is adjusted by parts
// below zero, which are no factors, or is refused where its parts add up.
func TestX11Leaps(t *testing.T) {
	for _, times := range []float64{2, 10, 100, 1000} {
		for _, m := range []int{4, 12} {
			y := make([]float64, 10*m)
			for i := range y {
				y[i] = 100 + 10*math.Sin(float64(7*i)) + 3*float64(i%m)
				if i > 5*m+1 {
					y[i] *= times
				}
			}
			a, err := X11{}.Adjust(context.Background(), y, m)
			if times <= 10 && err != nil || times >= 100 && !errors.Is(err, ErrParts) {
				t.Errorf("%v times, season %d: %v", times, m, err)
			}
			if !positive(a.Trend) || !positive(a.Seasonal) || !positive(a.Adjusted) {
				t.Errorf("%v times, season %d: a part is negative", times, m)
			}
			if _, err := (X11{Additive: true}).Adjust(context.Background(), y, m); err != nil {
				t.Errorf("%v times, season %d: %v", times, m, err)
			}
		}
	}
}

// TestYearEnds fails if the end weights of the means over years do not cover the
// years that there are, or do not keep a level.
func TestYearEnds(t *testing.T) {
	level := []float64{5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5}
	for _, n := range []int{3, 5, 9} {
		for lost := 1; lost <= (n+1)/2; lost++ {
			if w := yearEnd(n, lost); len(w) != n+2-lost || math.Abs(sum(w)-1) > 1e-12 {
				t.Errorf("3×%d with %d lost: %v", n, lost, w)
			}
		}
		for k := 1; k <= len(level); k++ {
			if g := gap(yearsMean(level[:k], n), level[:k]); g > 1e-12 {
				t.Errorf("3×%d of %d years: a level moves by %.2g", n, k, g)
			}
		}
	}
}

// TestSigmaSpans fails if a value is judged by no span, or by two, or a span leaves
// the series.
func TestSigmaSpans(t *testing.T) {
	for _, m := range []int{4, 12} {
		w := x11Worker{m: m}
		for first := range m {
			for n := 4 * m; n < 12*m; n++ {
				next := 0
				for _, s := range w.sigmaSpans(first, n) {
					if s.from != next || s.over < 0 || s.until > n || s.until-s.over < min(5*m, n) {
						t.Fatalf("%d values from period %d of %d: %+v", n, first, m, w.sigmaSpans(first, n))
					}
					next = s.to
				}
				if next != n {
					t.Fatalf("%d values from period %d of %d end at %d", n, first, m, next)
				}
			}
		}
	}
}

// TestReplacement fails if an extreme value is not replaced by the four values of
// full weight that are to stand for it.
func TestReplacement(t *testing.T) {
	y := []float64{1, 2, 4, 8, 16, 32, 64, 128}
	for _, c := range []struct {
		weight []float64
		k      int
		want   float64
	}{
		{[]float64{1, 1, 1, 0, 1, 1, 1, 1}, 3, (2 + 4 + 16 + 32) / 4.},
		{[]float64{1, 1, 1, 0.5, 1, 1, 1, 1}, 3, (4 + 2 + 4 + 16 + 32) / 4.5},
		{[]float64{1, 0, 1, 1, 1, 1, 1, 1}, 1, (1 + 4 + 8 + 16) / 4.},
		{[]float64{1, 1, 1, 1, 1, 1, 0, 1}, 6, (128 + 32 + 16 + 8) / 4.},
		{[]float64{0, 0, 1, 0, 1, 1, 1, 1}, 3, (4 + 16 + 32 + 64) / 4.},
		{[]float64{0, 0, 1, 0, 1, 1, 0, 0}, 3, 255 / 8.},
	} {
		if got := replacement(y, c.weight, c.k); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%v, value %d: %v, want %v", c.weight, c.k, got, c.want)
		}
	}
}
