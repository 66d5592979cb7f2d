package forecast

import (
	"bufio"
	"context"
	"errors"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
)

// x13Table reads a table of the X-13ARIMA-SEATS reference.
func x13Table(t *testing.T, run, table string) []float64 {
	t.Helper()
	file, err := os.Open("../../shared/forecast/x13_reference/" + run + "/" + run + "." + table)
	if err != nil {
		t.Skip("the X-13 reference is not beside the repository")
	}
	defer file.Close()
	var out []float64
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		f := strings.Fields(lines.Text())
		if len(f) != 2 {
			continue
		}
		if v, err := strconv.ParseFloat(f[1], 64); err == nil {
			out = append(out, v)
		}
	}
	return out
}

// x13Runs returns the reference runs with the airline model, and their season.
func x13Runs() map[string]int {
	return map[string]int{
		"airpassengers_airline_x11": 12, "eu_ip_c_de_m_airline_x11": 12, "cn_exports_airline_x11": 12,
		"au_cement_airline_x11": 4, "cn_gdp_airline_x11": 4, "cn_hubei_gdp_airline_x11": 4, "ukgas_airline_x11": 4,
	}
}

// meanGap returns the mean absolute difference of two paths in per cent.
func meanGap(a, b []float64) float64 {
	s := 0.0
	for i, v := range a {
		s += 100 * math.Abs(v/b[i]-1)
	}
	return s / float64(len(a))
}

// TestX11Reference fails if season, adjusted series or trend differ from tables
// D10, D11 and D12 of X-13ARIMA-SEATS 1.1 by more than half a per cent in the mean
// and 2.5 at any period (the trend of UKgas, which leaps, by 0.7 and 5), or M7 and Q
// by more than 0.02 and 0.08. What is left comes from the choice of the seasonal
// mean (AirPassengers) and from how extreme values are replaced.
func TestX11Reference(t *testing.T) {
	quality := map[string][2]float64{ // M7 and Q
		"airpassengers_airline_x11": {0.203, 0.26}, "eu_ip_c_de_m_airline_x11": {0.302, 0.83}, "cn_exports_airline_x11": {0.323, 0.42},
		"au_cement_airline_x11": {0.207, 0.43}, "cn_gdp_airline_x11": {0.084, 0.13}, "cn_hubei_gdp_airline_x11": {0.163, 0.40}, "ukgas_airline_x11": {0.210, 0.37},
	}
	for run, m := range x13Runs() {
		y := x13Table(t, run, "b1")
		a, err := X11{}.Adjust(context.Background(), y, m)
		if err != nil {
			t.Error(run, err)
			continue
		}
		for _, c := range []struct {
			table string
			got   []float64
		}{{"d10", a.Seasonal}, {"d11", a.Adjusted}, {"d12", a.Trend}} {
			want, most, worst := x13Table(t, run, c.table)[:len(y)], 0.5, 0.025
			if c.table == "d12" && run == "ukgas_airline_x11" {
				most, worst = 0.7, 0.05
			}
			if g, w := meanGap(c.got, want), gap(c.got, want); g > most || w > worst {
				t.Errorf("%s %s: differs by %.2f %% in the mean, %.2f %% at most", run, c.table, g, 100*w)
			}
		}
		q := a.Quality(m)
		if w := quality[run]; math.Abs(q.M[6]-w[0]) > 0.02 || math.Abs(q.Q-w[1]) > 0.08 {
			t.Errorf("%s: M7 %.3f, Q %.3f, reference %v", run, q.M[6], q.Q, w)
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
	for run, m := range x13Runs() {
		y := x13Table(t, run, "b1")
		a, err := X11{}.Adjust(context.Background(), y, m)
		if err != nil {
			t.Fatal(run, err)
		}
		_, before := QS(y, m, 2)
		_, after := QS(a.Adjusted, m, 2)
		if before > 1e-6 || after < 0.01 {
			t.Errorf("%s: probability %v before, %v after", run, before, after)
		}
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
				a.Quality(m)
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
