package forecast

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"reflect"
	"testing"
	"time"
)

// oddities are series that break careless methods.
func oddities() map[string][]float64 {
	nan, inf := math.NaN(), math.Inf(1)
	rng := rand.New(rand.NewPCG(1, 2))
	noisy := func(n int, f func(i int) float64) []float64 {
		y := make([]float64, n)
		for i := range y {
			y[i] = f(i) * (1 + 0.02*rng.NormFloat64())
		}
		return y
	}
	wave := func(i int) float64 { return (100 + float64(i)) * (1 + 0.3*math.Sin(float64(i)*math.Pi/2)) }
	y := noisy(40, wave)
	gaps := append([]float64(nil), y...)
	for _, i := range []int{0, 1, 7, 20, 21, 38} {
		gaps[i] = nan
	}
	return map[string][]float64{
		"empty":           {},
		"one":             {5},
		"two":             {5, 6},
		"three":           {5, 6, 5.5},
		"all missing":     {nan, nan, nan, nan, nan},
		"one known":       {nan, 3, nan, nan, nan},
		"constant":        {4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4},
		"zero":            make([]float64, 30),
		"zero with one":   append(make([]float64, 29), 1),
		"nearly constant": noisy(20, func(int) float64 { return 1e9 })[:20],
		"infinite":        {1, 2, inf, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13},
		"negative":        noisy(40, func(i int) float64 { return -wave(i) }),
		"around zero":     noisy(40, func(i int) float64 { return math.Sin(float64(i)) }),
		"intermittent":    {0, 0, 3, 0, 0, 0, 5, 0, 0, 0, 1, 0, 0, 0, 0, 4, 0, 0, 0, 2, 0, 0, 0, 0},
		"huge":            noisy(40, func(i int) float64 { return 1e300 * wave(i) / 200 }),
		"at the limit":    {1e308, 1.1e308, 1.2e308, 1.3e308, 1.4e308, 1.5e308, 1.6e308, 1.7e308, 1.75e308, 1.78e308, 1.79e308, 1.79e308},
		"tiny":            noisy(40, func(i int) float64 { return 1e-300 * wave(i) }),
		"denormal":        {5e-324, 1e-323, 5e-324, 1.5e-323, 5e-324, 1e-323, 5e-324, 1.5e-323, 5e-324, 1e-323, 5e-324, 1.5e-323, 5e-324},
		"mixed scale":     {1e-300, 1e300, 1, -1e300, 1e-10, 1e300, 1, 2, 3, 4, 5, 6, 7},
		"level shift":     noisy(40, func(i int) float64 { return wave(i) + 1e4*float64(i/20) }),
		"exact line":      {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20},
		"exact season":    {1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4},
		"alternating":     {1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1},
		"explosive":       {1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15},
		"one spike":       append(append(noisy(20, wave), 1e7), noisy(20, wave)...),
		"gaps":            gaps,
		"half missing":    {1, nan, 2, nan, 3, nan, 4, nan, 5, nan, 6, nan, 7, nan, 8, nan, 9, nan, 10},
		"missing last":    append(noisy(20, wave), nan, nan, nan),
		"five":            noisy(5, wave),
		"nine":            noisy(9, wave),
		"long":            noisy(4000, wave),
	}
}

// TestRobust fails if a method answers an odd series with NaN, an infinity, a
// panic, an error without a code, bands that are not nested, or too late.
func TestRobust(t *testing.T) {
	for name, y := range oddities() {
		for _, m := range All() {
			for _, season := range []int{1, 4, 12} {
				if name == "long" && (season != 4 || m.ID() != "auto") {
					continue
				}
				began := time.Now()
				f, err := Project(context.Background(), m, y, season, 6)
				if took := time.Since(began); took > 5*time.Second {
					t.Errorf("%s %s season %d: took %v", name, m.ID(), season, took)
				}
				if err != nil {
					if Code(err) == "failed" {
						t.Errorf("%s %s season %d: error without code: %v", name, m.ID(), season, err)
					}
					continue
				}
				checkForecast(t, name+" "+m.ID(), f)
			}
		}
	}
}

// checkForecast fails if f is not a proper distribution.
func checkForecast(t *testing.T, name string, f Forecast) {
	t.Helper()
	if f.Method == "" {
		t.Errorf("%s: no method named", name)
	}
	lo80, hi80 := f.Interval(80)
	lo95, hi95 := f.Interval(95)
	for i, v := range f.Mean {
		if math.IsNaN(v - v) {
			t.Errorf("%s: step %d is %v", name, i, v)
		}
		if math.IsNaN(lo95[i]) && math.IsNaN(hi95[i]) {
			continue
		}
		if math.IsInf(lo95[i], 0) || math.IsInf(hi95[i], 0) || !(lo95[i] <= lo80[i] && lo80[i] <= hi80[i] && hi80[i] <= hi95[i]) {
			t.Errorf("%s: step %d: bands %v %v %v %v", name, i, lo95[i], lo80[i], hi80[i], hi95[i])
		}
	}
}

// TestRobustYears fails if a year method answers an odd series with NaN or an
// error without a code.
func TestRobustYears(t *testing.T) {
	for name, y := range oddities() {
		if name == "long" {
			continue
		}
		for _, m := range YearMethods() {
			for _, season := range []int{1, 4, 12} {
				p, err := FullYear(context.Background(), m, y, Calendar{season, 2000, 1})
				if err != nil && Code(err) == "failed" {
					t.Errorf("%s %s: error without code: %v", name, m.ID(), err)
				}
				if err == nil && (math.IsNaN(p.Total-p.Total) || p.Lo95 > p.Hi95 || math.IsInf(p.Growth, 0)) {
					t.Errorf("%s %s: %+v", name, m.ID(), p)
				}
			}
		}
	}
}

// TestRefusals fails if a series that cannot be projected is refused for another
// reason than the true one.
func TestRefusals(t *testing.T) {
	all := oddities()
	for _, c := range []struct {
		series string
		method Method
		season int
		err    error
	}{
		{"empty", Auto{}, 4, ErrMissing},
		{"all missing", Auto{}, 4, ErrMissing},
		{"one", Auto{}, 4, ErrTooShort},
		{"infinite", Auto{}, 4, ErrScale},
		{"gaps", Theta{}, 4, ErrMissing},
		{"negative", HoltWinters{Multiplicative: true}, 4, ErrNotPositive},
		{"negative", HoltWinters{}, 1, ErrSeason},
		{"negative", ETS{}, 0, ErrSeason},
		{"three", SeasonalNaive{}, 4, ErrTooShort},
	} {
		if _, err := Project(context.Background(), c.method, all[c.series], c.season, 4); !errors.Is(err, c.err) {
			t.Errorf("%s %s: %v, want %v", c.series, c.method.ID(), err, c.err)
		}
	}
	if _, err := Project(context.Background(), Mean{}, []float64{1, 2}, 1, 0); Code(err) != "horizon" {
		t.Error(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Project(ctx, Auto{}, all["gaps"], 4, 4); Code(err) != "interrupted" {
		t.Error(err)
	}
}

// TestDeterminism fails if the same input gives different numbers.
func TestDeterminism(t *testing.T) {
	y := oddities()["level shift"]
	for _, m := range All() {
		var first []any
		for range 3 {
			f, err := Project(context.Background(), m, y, 4, 8)
			lo, hi := f.Interval(95)
			tlo, thi := f.Total(10, 3).Interval(80)
			got := []any{f.Mean, lo, hi, tlo, thi, err}
			if first == nil {
				first = got
			} else if !reflect.DeepEqual(first, got) {
				t.Errorf("%s: %v and %v", m.ID(), first, got)
			}
		}
	}
}

// TestProperties fails if a forecast does not follow the unit of the series or
// its bands narrow with the horizon (by more than the noise of simulation).
func TestProperties(t *testing.T) {
	y := oddities()["huge"]
	for _, m := range All() {
		a, err := Project(context.Background(), m, y, 4, 8)
		if err != nil {
			t.Fatal(m.ID(), err)
		}
		b, err := Project(context.Background(), m, rescale(y, math.Ldexp(1, -900)), 4, 8)
		if err != nil {
			t.Fatal(m.ID(), err)
		}
		if g := gap(a.Mean, rescale(b.Mean, math.Ldexp(1, 900))); g > 1e-3 {
			t.Errorf("%s: another unit gives another path, by %.2g", m.ID(), g)
		}
		lo, hi := b.Interval(80)
		for i := 4; i < 8; i++ {
			if w, v := hi[i]-lo[i], hi[i-4]-lo[i-4]; w < v*0.97 {
				t.Errorf("%s: band of step %d is narrower than a year before: %v, %v", m.ID(), i, w, v)
			}
		}
	}
}

// TestMethods fails if an id is not unique, a method cannot be found by it, or
// its model does not describe itself in finite numbers.
func TestMethods(t *testing.T) {
	y, seen := oddities()["level shift"], map[string]bool{}
	for _, m := range All() {
		got, err := ByID(m.ID())
		if err != nil || got.ID() != m.ID() || seen[m.ID()] {
			t.Errorf("%s: %v", m.ID(), err)
		}
		seen[m.ID()] = true
		model, err := m.Fit(context.Background(), y, 4)
		if err != nil {
			t.Fatal(m.ID(), err)
		}
		if n := len(model.Fitted()); n != len(y) {
			t.Errorf("%s: %d fitted values for %d", m.ID(), n, len(y))
		}
		if len(model.Describe()) == 0 {
			t.Errorf("%s: no parameters", m.ID())
		}
		for _, p := range model.Describe() {
			if p.Name == "" || math.IsNaN(p.Value-p.Value) {
				t.Errorf("%s: parameter %v", m.ID(), p)
			}
		}
	}
	if _, err := ByID("crystal-ball"); !errors.Is(err, ErrMethod) {
		t.Error(err)
	}
}

// TestFallback fails if a series that is too short for the default does not get a
// simpler method that is named, or loses its note.
func TestFallback(t *testing.T) {
	y := oddities()["level shift"]
	for _, c := range []struct {
		n, season int
		method    string
	}{{30, 4, "auto"}, {11, 4, "snaive"}, {4, 4, "drift"}, {2, 4, "naive"}, {3, 1, "drift"}, {12, 1, "auto"}} {
		f, err := Project(context.Background(), Auto{}, y[:c.n], c.season, 4)
		noted := len(f.Notes) > 0 && f.Notes[0] == NoteFallback
		if err != nil || f.Method != c.method || noted == (c.method == "auto") {
			t.Errorf("%d values, season %d: %s, notes %v, %v", c.n, c.season, f.Method, f.Notes, err)
		}
	}
}
