package stats_test

import (
	"encoding/json"
	"math"
	"os"
	"testing"

	"yunxing/data"
)

// vectors reads one entry of the shared test values into v, and skips the test
// where they are not beside the repository.
func vectors(t *testing.T, name string, v any) {
	t.Helper()
	raw, err := os.ReadFile("../../shared/domain/vectors.json")
	if err != nil {
		t.Skip("the shared test values are not here: ", err)
	}
	var all map[string]json.RawMessage
	if err := json.Unmarshal(raw, &all); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(all[name], v); err != nil {
		t.Fatalf("test values %s: %v", name, err)
	}
}

// num returns a value printed with some decimals.
func num(v float64, digits int8) data.Number { return data.PublishedNumber(v, digits) }

// pubs returns values printed with one decimal.
func pubs(x ...float64) []data.Number { return each(x, 1) }

// each returns values printed with some decimals; NaN is not known.
func each(x []float64, digits int8) []data.Number {
	out := make([]data.Number, len(x))
	for i, v := range x {
		out[i] = num(v, digits)
	}
	return out
}

// exacts returns values that are not rounded.
func exacts(x ...float64) []data.Number {
	out := make([]data.Number, len(x))
	for i, v := range x {
		out[i] = share(v)
	}
	return out
}

// within checks a value and the ends of its interval, for a box of two decimals.
func within(t *testing.T, what string, got data.Number, value, lo, hi, tol float64) {
	t.Helper()
	near(t, what, got.Value, value, tol)
	near(t, what+", lower end", got.Lo, lo, tol)
	near(t, what+", upper end", got.Hi, hi, tol)
	holds(t, what, got)
}

// holds checks that an interval holds its value.
func holds(t *testing.T, what string, n data.Number) {
	t.Helper()
	if n.Known() && !(n.Lo <= n.Value && n.Value <= n.Hi) {
		t.Errorf("%s: [%v, %v] does not hold %v", what, n.Lo, n.Hi, n.Value)
	}
	if n.Known() && (math.IsInf(n.Lo, 0) || math.IsInf(n.Hi, 0)) {
		t.Errorf("%s: [%v, %v] has no end", what, n.Lo, n.Hi)
	}
}

// unknown checks that numbers are not known, and so not zero.
func unknown(t *testing.T, what string, ns ...data.Number) {
	t.Helper()
	for i, n := range ns {
		if n.Known() || !math.IsNaN(n.Value) {
			t.Errorf("%s (%d): %v is known", what, i, n.Value)
		}
	}
}

// TestVectorsCovered fails when the shared test values gain an entry that no test
// here reads, so that none is forgotten.
func TestVectorsCovered(t *testing.T) {
	raw, err := os.ReadFile("../../shared/domain/vectors.json")
	if err != nil {
		t.Skip("the shared test values are not here: ", err)
	}
	var all map[string]json.RawMessage
	if err := json.Unmarshal(raw, &all); err != nil {
		t.Fatal(err)
	}
	covered := map[string]bool{"ukgas_airline": true} // forecast tests it
	for _, name := range []string{
		"deflate", "cum_to_cur", "decum_halfwidth_equal_quarters", "decum_halfwidth_equal_months_dec", "profit2023",
		"pull_profit2023", "pull_from_level_growth", "current_price_trap_IM2023", "sme", "two_year", "utilisation",
		"peak_to_peak", "hp1600", "breadth", "prosperity", "required", "leagues_2023_10m", "ratio_identity", "rank_1224",
		"round_half_away_1dp", "round_gbt8170_1dp", "largest_remainder", "ppi_chain_mom", "hhi", "decompose_growth_change", "revision",
	} {
		covered[name] = true
	}
	for name := range all {
		if !covered[name] {
			t.Errorf("no test reads the test values %s", name)
		}
	}
}
