package forecast

import (
	"context"
	"math"
	"testing"
)

// TestThetaReference fails if the theta method differs from the reference.
func TestThetaReference(t *testing.T) {
	for _, fx := range fixtures(t) {
		f, err := Project(context.Background(), Theta{}, fx.Y, fx.Frequency, len(fx.Theta.Mean))
		if err != nil {
			t.Fatal(fx.ID, err)
		}
		lo, hi := f.Interval(95)
		if g := gap(f.Mean, fx.Theta.Mean); g > 1e-6 {
			t.Errorf("%s: path differs by %.2g", fx.ID, g)
		}
		if g := max(gap(lo, fx.Theta.Lo95), gap(hi, fx.Theta.Hi95)); g > 1e-5 {
			t.Errorf("%s: interval differs by %.2g", fx.ID, g)
		}
	}
}

// TestNaiveReference fails if the seasonal naive or Naive2 path differs from the
// reference.
func TestNaiveReference(t *testing.T) {
	for _, fx := range fixtures(t) {
		f, err := Project(context.Background(), SeasonalNaive{}, fx.Y, fx.Frequency, len(fx.SNaive.Mean))
		if err != nil {
			t.Fatal(fx.ID, err)
		}
		lo, hi := f.Interval(80)
		if g := max(gap(f.Mean, fx.SNaive.Mean), gap(lo, fx.SNaive.Lo80), gap(hi, fx.SNaive.Hi80)); g > 1e-6 {
			t.Errorf("%s: snaive differs by %.2g", fx.ID, g)
		}
		f, err = Project(context.Background(), Naive2{}, fx.Y, fx.Frequency, len(fx.Naive2))
		if err != nil {
			t.Fatal(fx.ID, err)
		}
		if g := gap(f.Mean, fx.Naive2); g > 1e-6 {
			t.Errorf("%s: naive2 differs by %.2g", fx.ID, g)
		}
	}
}

// TestHoltWintersReference fails if the recursion with given parameters differs
// from the reference, or the estimated sum of squares is larger.
func TestHoltWintersReference(t *testing.T) {
	for _, fx := range fixtures(t) {
		for _, c := range []struct {
			name    string
			w       HoltWinters
			r       hwReference
			optimal bool
		}{
			{"fixed additive", HoltWinters{false, .3, .1, .2}, fx.HWFixedA, false},
			{"fixed multiplicative", HoltWinters{true, .3, .1, .2}, fx.HWFixedM, false},
			{"additive", HoltWinters{}, fx.HWA, true},
			{"multiplicative", HoltWinters{Multiplicative: true}, fx.HWM, true},
		} {
			if len(c.r.Forecast) == 0 {
				continue
			}
			m, err := c.w.Fit(context.Background(), fx.Y, fx.Frequency)
			if err != nil {
				t.Errorf("%s %s: %v", fx.ID, c.name, err)
				continue
			}
			p := m.Describe()
			sse := p[len(p)-1].Value
			if !c.optimal {
				if g := gap(m.Forecast(len(c.r.Forecast)).Mean, c.r.Forecast); g > 1e-6 || math.Abs(sse/c.r.SSE-1) > 1e-8 {
					t.Errorf("%s %s: path differs by %.2g, SSE %v %v", fx.ID, c.name, g, sse, c.r.SSE)
				}
			} else if sse > c.r.SSE*(1+2e-4) {
				t.Errorf("%s %s: SSE %v, reference %v; %v %v", fx.ID, c.name, sse, c.r.SSE, p, c.r)
			}
		}
	}
}
