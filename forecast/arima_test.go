package forecast

import (
	"context"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"testing"
)

// An arimaReference is what the reference says of one order, or of its choice.
type arimaReference struct {
	Order, Seasonal      [3]int
	Drift, Error         bool
	Model                string
	Coef                 coefficients
	Loglik, AICc, Sigma2 float64
	Mean, Lo95, Hi95     []float64
	NDiffs, NSDiffs      int
}

// coefficients are those of a reference by name; one without any has an empty list.
type coefficients map[string]float64

// UnmarshalJSON implements json.Unmarshaler.
func (c *coefficients) UnmarshalJSON(raw []byte) error {
	if string(raw) == "[]" {
		return nil
	}
	return json.Unmarshal(raw, (*map[string]float64)(c))
}

// arimaReferences reads those of a series.
func arimaReferences(t *testing.T, id string) (fixed []arimaReference, auto arimaReference) {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(fixtureDir, id+".json"))
	if err != nil {
		t.Skip("the reference results are not beside the repository")
	}
	var r struct {
		ARIMA []arimaReference
		Auto  arimaReference `json:"auto_arima"`
	}
	if err := json.Unmarshal(raw, &r); err != nil {
		t.Error(id, err)
	}
	return r.ARIMA, r.Auto
}

func (r arimaReference) asOrder() Order {
	o := Order{AR: r.Order[0], Diff: r.Order[1], MA: r.Order[2], SeasonalAR: r.Seasonal[0], SeasonalDiff: r.Seasonal[1], SeasonalMA: r.Seasonal[2]}
	_, drift := r.Coef["drift"]
	_, mean := r.Coef["intercept"]
	o.Constant = drift || mean
	return o
}

// TestARIMAReference fails if an estimated order has a worse likelihood than the
// reference, or projects something else at the same likelihood.
func TestARIMAReference(t *testing.T) {
	// The reference leaves periods out of its likelihood whose variance is large,
	// the first of these series among them: its autoregression is close to a
	// random walk.
	artefacts := map[string]bool{
		"N1270 ARIMA(1,0,0)(0,1,1)[4] with drift": true,
		"N1345 ARIMA(1,0,0)(0,1,1)[4]":            true,
	}
	for _, fx := range fixtures(t) {
		fixed, _ := arimaReferences(t, fx.ID)
		for _, r := range fixed {
			if r.Error {
				continue
			}
			o := r.asOrder()
			name := fx.ID + " " + o.describe(fx.Frequency)
			model, err := ARIMA{Order: &o}.Fit(context.Background(), fx.Y, fx.Frequency)
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			m := model.(arimaModel)
			f := model.Forecast(len(r.Mean))
			d, g := m.loglik-r.Loglik, gap(f.Mean, r.Mean)
			switch {
			case artefacts[name]:
			case d > 2e-4 && g > 5e-3: // better, with another path
				exceptionListed(t, name)
			case d < -0.01 || g > 5e-3:
				t.Errorf("%s: log likelihood %+.4f against the reference, path differs by %.2g", name, d, g)
			default:
				lo, hi := f.Interval(95)
				if g := max(gap(lo, r.Lo95), gap(hi, r.Hi95)); g > 0.02 {
					t.Errorf("%s: interval differs by %.2g", name, g)
				}
			}
		}
	}
}

// TestARIMAChoice fails if the numbers of differences are not those of the
// reference, or the chosen model has a larger AICc in more than a few known cases.
func TestARIMAChoice(t *testing.T) {
	// The reference keeps a moving average of 0.9 at which its search stopped; the
	// likelihood grows up to 1, where models are not accepted.
	known := map[string]bool{"N1200": true}
	for _, fx := range fixtures(t) {
		_, r := arimaReferences(t, fx.ID)
		model, err := ARIMA{}.Fit(context.Background(), fx.Y, fx.Frequency)
		if err != nil {
			t.Fatal(fx.ID, err)
		}
		m := model.(arimaModel)
		if o := differencesOf(fx.Y, fx.Frequency); o.SeasonalDiff != r.NSDiffs {
			t.Errorf("%s: %d seasonal differences, want %d", fx.ID, o.SeasonalDiff, r.NSDiffs)
		}
		if m.aicc > r.AICc+0.02 && !known[fx.ID] {
			t.Errorf("%s: %s with AICc %.3f, reference %s with %.3f", fx.ID, m.order.describe(m.m), m.aicc, r.Model, r.AICc)
		}
	}
}

// TestARIMAFilters fails if the filter that moves by rank-one changes differs from
// the Kalman filter, or the latter on the series itself from that on its
// differences.
func TestARIMAFilters(t *testing.T) {
	y := oddities()["level shift"]
	for _, o := range []Order{Airline(), {AR: 2, MA: 1, SeasonalAR: 1, SeasonalMA: 1, Constant: true}, {AR: 1, Diff: 1, Constant: true}, {Diff: 2, MA: 2}} {
		x := []float64{0.5, -0.3, 0.4, 0.2, 0.6}[:o.size()]
		w := newARIMAFitter(y, 4)
		w.prepare(o)
		want, _, _, ok := w.likelihood(x)
		if !ok {
			t.Fatal(o)
		}
		process, _ := w.builder.build(o, 4, x)
		var k kalman
		w.sums.begin(len(w.series) - 1)
		k.run(arimaSpace{process: process}, w.series, &w.sums, nil)
		_, sse, _ := w.sums.solve()
		if got := w.sums.logLikelihood(sse, 0); math.Abs(got-want) > 1e-8 {
			t.Errorf("%v: %v by the Kalman filter, %v by rank-one changes", o, got, want)
		}
		raw := [][]float64{y}
		if o.Constant {
			raw = append(raw, constantColumn(o, len(y)))
		}
		w.sums.begin(len(raw) - 1)
		k.run(arimaSpace{process, o.operator(4)}, raw, &w.sums, nil)
		_, sse, _ = w.sums.solve()
		if got := w.sums.logLikelihood(sse, 0); math.Abs(got-want) > 1e-2 {
			t.Errorf("%v: %v on the series, %v on its differences", o, got, want)
		}
	}
}
