package forecast

import (
	"context"
	"encoding/json"
	"math"
	"os"
	"testing"
)

// TestAirlineReference fails if the airline model of the logarithms of UK gas
// consumption, the last quarter of 1986 being unknown, differs from the reference
// run: likelihood, coefficients, projected logarithms, and the band of the year.
func TestAirlineReference(t *testing.T) {
	raw, err := os.ReadFile("../../shared/domain/vectors.json")
	if err != nil {
		t.Skip("the reference vectors are not beside the repository")
	}
	var vectors struct {
		Gas struct {
			Small  float64   `json:"theta"`
			Large  float64   `json:"Theta"`
			Sigma2 float64   `json:"sigma2"`
			Loglik float64   `json:"loglik"`
			Logs   []float64 `json:"f_log"`
			Growth float64   `json:"year_growth"`
			Band80 []float64 `json:"band80"`
		} `json:"ukgas_airline"`
	}
	if err := json.Unmarshal(raw, &vectors); err != nil {
		t.Log(err) // theta and Theta differ by case only
	}
	want := vectors.Gas
	var y []float64
	for _, fx := range fixtures(t) {
		if fx.ID == "UKgas" {
			y = fx.Y[:107]
		}
	}
	model, err := AirlineModel{}.Fit(context.Background(), y, 4)
	if err != nil {
		t.Fatal(err)
	}
	m := model.(exponential).Model.(arimaModel)
	if math.Abs(m.names[1][0]+0.914620) > 1e-3 || math.Abs(m.names[3][0]+0.238248) > 1e-3 {
		t.Errorf("coefficients %v %v", m.names[1], m.names[3])
	}
	// the reference divides by the number of observations, of which 102 are left
	// after differencing, ours by 100
	if got := m.sigma * m.sigma * 100 / 102; math.Abs(got/want.Sigma2-1) > 1e-3 {
		t.Errorf("variance %v, want %v", got, want.Sigma2)
	}
	if math.Abs(m.loglik-want.Loglik) > 1e-3 {
		t.Errorf("log likelihood %v, want %v", m.loglik, want.Loglik)
	}
	f := model.Forecast(len(want.Logs))
	for i, v := range want.Logs {
		if math.Abs(math.Log(f.Mean[i])-v) > 1e-3 {
			t.Errorf("logarithm %d is %v, want %v", i, math.Log(f.Mean[i]), v)
		}
	}
	p, err := FullYear(context.Background(), RestOfYear{AirlineModel{}}, y, Calendar{4, 1960, 1})
	if err != nil {
		t.Fatal(err)
	}
	if math.Abs(p.Growth-want.Growth) > 0.01 || math.Abs(p.GrowthLo80-want.Band80[0]) > 0.05 || math.Abs(p.GrowthHi80-want.Band80[1]) > 0.06 {
		t.Errorf("growth %v, band %v … %v, want %v, %v", p.Growth, p.GrowthLo80, p.GrowthHi80, want.Growth, want.Band80)
	}
}

// TestAirlineTotals fails if the band of a sum is not wider than that of its widest
// part, or not narrower than the sum of the bounds.
func TestAirlineTotals(t *testing.T) {
	f, err := Project(context.Background(), AirlineModel{}, oddities()["level shift"], 4, 4)
	if err != nil {
		t.Fatal(err)
	}
	lo, hi := f.Interval(80)
	low, high := f.Total(0, 4).Interval(80)
	if !(high-low < sum(hi)-sum(lo)) || !(high-low > hi[0]-lo[0]) {
		t.Errorf("total %v … %v, parts %v … %v", low, high, lo, hi)
	}
}
