package forecast

import (
	"context"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"testing"
)

// A disaggregationReference holds yearly sales, quarterly indicators that begin
// three years earlier, and what the reference makes of them.
type disaggregationReference struct {
	Sales   []float64 `json:"sales_a"`
	Exports []float64 `json:"exports_q"`
	Imports []float64 `json:"imports_q"`
	Window  []float64 `json:"exports_q_window"`
	Cases   map[string]struct {
		Values []float64
		Rho    float64
		Logl   float64
	}
}

// disaggregationReferences reads the references, or skips.
func disaggregationReferences(t *testing.T) disaggregationReference {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(fixtureDir, "tempdisagg.json"))
	if err != nil {
		t.Skip("the reference results are not beside the repository")
	}
	var r disaggregationReference
	if err := json.Unmarshal(raw, &r); err != nil {
		t.Log(err)
	}
	return r
}

// TestDentonReference fails if benchmarked quarters differ from the reference.
func TestDentonReference(t *testing.T) {
	r := disaggregationReferences(t)
	ones := make([]float64, len(r.Window))
	for i := range ones {
		ones[i] = 1
	}
	for name, c := range map[string]struct {
		d Denton
		x []float64
	}{
		"denton-cholette_proportional_h1": {Denton{}, r.Window},
		"denton-cholette_proportional_h2": {Denton{Twice: true}, r.Window},
		"denton-cholette_additive_h1":     {Denton{Additive: true}, r.Window},
		"denton-cholette_additive_h2":     {Denton{Additive: true, Twice: true}, r.Window},
		"denton-cholette_noindicator":     {Denton{}, ones},
	} {
		got, err := c.d.Disaggregate(r.Sales, c.x, 4)
		if err != nil {
			t.Fatal(name, err)
		}
		if g := gap(got, r.Cases[name].Values); g > 1e-6 {
			t.Errorf("%s: quarters differ by %.2g", name, g)
		}
	}
}

// TestChowLinReference fails if quarters, autocorrelation or likelihood of a
// regression differ from the reference.
func TestChowLinReference(t *testing.T) {
	r := disaggregationReferences(t)
	years := append(nans(3), r.Sales...)
	rho := func(v float64) *float64 { return &v }
	for name, c := range map[string]struct {
		d ChowLin
		x [][]float64
	}{
		"chow-lin-maxlog":        {ChowLin{}, [][]float64{r.Exports}},
		"chow-lin-fixed_rho0.0":  {ChowLin{Rho: rho(0)}, [][]float64{r.Exports}},
		"chow-lin-fixed_rho0.5":  {ChowLin{Rho: rho(0.5)}, [][]float64{r.Exports}},
		"chow-lin-fixed_rho0.9":  {ChowLin{Rho: rho(0.9)}, [][]float64{r.Exports}},
		"chow-lin-maxlog_mean":   {ChowLin{How: MeanOfPeriods}, [][]float64{r.Exports}},
		"chow-lin-maxlog_last":   {ChowLin{How: LastOfPeriods}, [][]float64{r.Exports}},
		"chow-lin-maxlog_two":    {ChowLin{}, [][]float64{r.Imports, r.Exports}},
		"litterman-fixed_rho0.5": {ChowLin{RandomWalk: true, Rho: rho(0.5)}, [][]float64{r.Exports}},
		"litterman-maxlog":       {ChowLin{RandomWalk: true}, [][]float64{r.Exports}},
		"fernandez":              {ChowLin{RandomWalk: true, Rho: rho(0)}, [][]float64{r.Exports}},
	} {
		got, err := c.d.Disaggregate(context.Background(), years, c.x, 4)
		if err != nil {
			t.Fatal(name, err)
		}
		want := r.Cases[name]
		if g := gap(got.Values, want.Values); g > 1e-5 || math.Abs(got.Rho-want.Rho) > 1e-4 || math.Abs(got.LogLik-want.Logl) > 1e-4 {
			t.Errorf("%s: quarters differ by %.2g, rho %v want %v, log likelihood %v want %v", name, g, got.Rho, want.Rho, got.LogLik, want.Logl)
		}
	}
}

// TestDisaggregateSums fails if the periods do not add up to the years, or a year
// that is not known changes the others' sums.
func TestDisaggregateSums(t *testing.T) {
	x := oddities()["level shift"]
	years := []float64{500, 520, math.NaN(), 560, 590, 600, 640, 650}
	dentons := []Denton{{}, {Additive: true}, {Twice: true}, {How: MeanOfPeriods}}
	results := map[string][]float64{}
	for _, d := range dentons {
		y, err := d.Disaggregate(years, x, 4)
		if err != nil {
			t.Fatal(err)
		}
		results[string(rune('a'+len(results)))] = y
	}
	c, err := ChowLin{}.Disaggregate(context.Background(), years, [][]float64{x}, 4)
	if err != nil {
		t.Fatal(err)
	}
	results["chow-lin"] = c.Values
	for name, y := range results {
		factor := 1.0
		if name == "d" {
			factor = 0.25
		}
		for i, want := range years {
			if got := factor * sum(y[4*i:4*i+4]); !math.IsNaN(want) && math.Abs(got-want) > 1e-6 {
				t.Errorf("%s: year %d gives %v, not %v", name, i, got, want)
			}
		}
		if len(y) != len(x) {
			t.Errorf("%s: %d periods", name, len(y))
		}
	}
}

// TestDisaggregateRefuses fails if what cannot be distributed is not refused for
// its reason.
func TestDisaggregateRefuses(t *testing.T) {
	nan := math.NaN()
	x := steady(3)
	for _, c := range []struct {
		years, x []float64
		m        int
		code     string
	}{
		{[]float64{1, 2, 3}, x, 1, "season"},
		{[]float64{nan, nan}, x, 4, "too-short"},
		{[]float64{1, 2, 3, 4}, x, 4, "too-short"},
		{[]float64{1}, []float64{1, nan, 2, 3}, 4, "missing"},
		{[]float64{1}, []float64{1, -1, 2, 3}, 4, "not-positive"},
		{[]float64{1}, []float64{1, math.Inf(1), 2, 3}, 4, "scale"},
	} {
		if _, err := (Denton{}).Disaggregate(c.years, c.x, c.m); Code(err) != c.code {
			t.Errorf("%v %v: %v, want %s", c.years, c.x, err, c.code)
		}
	}
	if _, err := (ChowLin{}).Disaggregate(context.Background(), []float64{1, 2, 3}, [][]float64{x}, 4); Code(err) != "too-short" {
		t.Error(err)
	}
	five := []float64{1, 2, 3, 4, 5, 6}
	if _, err := (ChowLin{}).Disaggregate(context.Background(), five, [][]float64{steady(6), steady(6)}, 4); Code(err) != "unstable" {
		t.Error(err)
	}
}
