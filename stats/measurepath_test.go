package stats_test

import (
	"testing"

	"yunxing/data"
	"yunxing/stats"
)

// TestRunsReachAllTheWay fails where a run is cut off, or rests on less than all of its
// quarters: an estimate among them makes the run one.
func TestRunsReachAllTheWay(t *testing.T) {
	c := catalog(t)
	stock := data.Basis{Span: data.Point, Measure: data.Growth, Reference: data.YearAgo}
	const r, whole, n = "150000", data.TotalItem, 30
	up := make([]float64, n)
	for i := range up {
		up[i] = float64(i + 1)
	}
	zeros := make([]float64, n)
	for _, tt := range []struct {
		measure, item string
		from          shelf
		want          float64
	}{
		{"growth-run", whole, shelf{quarters("iva", r, whole, grown, up...)}, n},
		{"rise-run", whole, shelf{quarters("iva", r, whole, grown, up...)}, n - 1},
		{"outgrow-run", "coal", shelf{quarters("iva", r, "coal", grown, up...), quarters("iva", r, whole, grown, zeros...)}, n},
		{"destocking", whole, shelf{quarters("inventories", r, whole, stock, zeros...), quarters("revenue", r, whole, grown, up...)}, n},
	} {
		m, _ := stats.Find(tt.measure)
		tt.from[0].Points[3].Status = data.Estimated
		end := data.Quarter(2012, 1).Add(n - 1)
		all, err := m.Compute(t.Context(), stats.Input{Reader: tt.from, Catalog: c, Wanted: func(p data.Period) bool { return p == end }})
		if err != nil || len(all) != 1 || all[0].Item != tt.item {
			t.Fatalf("%s: %d figures, %v", tt.measure, len(all), err)
		}
		f := all[0]
		if f.Number.Value != tt.want || f.Number.Status != data.Estimated || len(f.Explain().Terms) < n {
			t.Errorf("%s is %v, %v, of %d terms", tt.measure, f.Number.Value, f.Number.Status, len(f.Explain().Terms))
		}
	}
	a, b := pubs(9, 1, 1), pubs(2, 2)
	if got := stats.RunBelow(a, b); got != 2 {
		t.Errorf("the last of two paths lie below for %d, want 2", got)
	}
}

// TestAssumedWeightsAreEstimates fails where a figure at equal weights of the months
// passes for one that follows from what is published.
func TestAssumedWeightsAreEstimates(t *testing.T) {
	c := catalog(t)
	from := shelf{
		quarters("iva", "150000", data.TotalItem, grown, 12, 11.6, 12.2),
		annual("iva_target", "150000", data.TotalItem, grown, 13),
	}
	from[1].Start = data.Year(2012)
	for id, want := range map[string]int{"current-growth": 2, "required": 3} {
		m, _ := stats.Find(id)
		all, err := m.Compute(t.Context(), stats.Input{Reader: from, Catalog: c})
		n := 0
		for _, f := range all {
			if f.Number.Status == data.Estimated {
				n++
			}
		}
		if err != nil || n != want {
			t.Errorf("%s: %d of %d figures are estimates, want %d (%v)", id, n, len(all), want, err)
		}
	}
	from[0].Points[0].Break = true
	m, _ := stats.Find("current-growth")
	if all, err := m.Compute(t.Context(), stats.Input{Reader: from, Catalog: c}); err != nil || len(all) != 1 {
		t.Errorf("a first quarter on a break of scope gives %d figures, %v", len(all), err)
	}
}
