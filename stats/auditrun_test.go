package stats_test

import (
	"context"
	"fmt"
	"math"
	"os"
	"testing"

	"yunxing/data"
	"yunxing/stats"
)

// shelf is a reader of series that are given.
type shelf []data.Series

func (s shelf) Series(_ context.Context, q data.Query) ([]data.Series, error) {
	var out []data.Series
	for _, x := range s {
		if q.Matches(x.Key) {
			out = append(out, x)
		}
	}
	return out, nil
}

// profitsOf returns a series of cumulative profits of an item with one decimal, whose
// references begin with ref.
func profitsOf(item string, ref int, values ...float64) data.Series {
	k := data.Key{Indicator: "profit", Region: "000000", Item: item, Freq: data.Quarterly, Basis: data.Basis{Span: data.Cumulative}}
	s := data.Series{Key: k, Start: data.Quarter(2013, 1)}
	for i, v := range values {
		s.Points = append(s.Points, data.PublishedNumber(v, 1, data.Ref(ref+i)))
	}
	return s
}

// TestAuditParts fails where a total that its parts do not make is not found, parts
// that are never all of the total raise an alarm, or a finding does not lead to the
// cells.
func TestAuditParts(t *testing.T) {
	cat, err := data.LoadCatalog(os.DirFS("../assets/catalog"))
	if err != nil {
		t.Fatal(err)
	}
	total := profitsOf(data.TotalItem, 100, 6, 12, 18, 24, 30.5, 36)
	whole := shelf{total, profitsOf("mining", 200, 1, 2, 3, 4, 5, 6), profitsOf("manufacturing", 300, 2, 4, 6, 8, 10, 12), profitsOf("utilities", 400, 3, 6, 9, 12, 15, 18)}
	found, err := stats.Audit(t.Context(), stats.Input{Reader: whole, Catalog: cat})
	if err != nil || len(found) != 6 {
		t.Fatalf("%d findings, %v", len(found), err)
	}
	for i, f := range found {
		want := stats.Consistent
		if i == 4 {
			want = stats.Inconsistent
		}
		if f.Verdict != want || f.Period != data.Quarter(2013, 1).Add(i) || len(f.Inputs) != 4 || f.Inputs[0].Refs[0] != data.Ref(100+i) {
			t.Errorf("%v: %v, want %v (%+v)", f.Period, f.Verdict, want, f.Inputs)
		}
	}
	if found, err := stats.Audit(t.Context(), stats.Input{Reader: whole[:3], Catalog: cat}); err != nil || len(found) != 0 {
		t.Errorf("parts that are not all raise %v, %v", found, err)
	}
}

// TestAuditSums fails where a month that does not lead from one cumulative level to
// the next is not found.
func TestAuditSums(t *testing.T) {
	cumulative := profitsOf(data.TotalItem, 100, 1, 3, 6, 10, 2, 5, 9, 14)
	single := profitsOf(data.TotalItem, 200, 1, 2, 3, 4, 2, 3, 4, 5)
	single.Key.Basis.Span = data.Current
	cumulative.Points[5] = data.PublishedNumber(6, 1, 105)
	cat, err := data.LoadCatalog(os.DirFS("../assets/catalog"))
	if err != nil {
		t.Fatal(err)
	}
	found, err := stats.Audit(t.Context(), stats.Input{Reader: shelf{cumulative, single}, Catalog: cat})
	if err != nil {
		t.Fatal(err)
	}
	var bad []string
	for _, f := range found {
		if f.Verdict == stats.Inconsistent {
			bad = append(bad, fmt.Sprint(f.Rule, f.Period))
		}
	}
	if len(bad) != 2 || bad[0] != "current2014Q2" || bad[1] != "current2014Q3" {
		t.Errorf("found %v", bad)
	}
}

// TestAuditLoneScope fails where a wrong rate among levels that agree is taken for
// another scope, or a year of another scope for wrong rates.
func TestAuditLoneScope(t *testing.T) {
	c := catalog(t)
	levels := []float64{100, 210, 320, 440, 110, 231, 352, 484, 121, 254.1, 387.2, 532.4, 133.1, 279.5, 425.9, 585.6}
	for _, tt := range []struct {
		name         string
		from         []float64 // growths from the second year on
		wrong, scope int
	}{
		{"as it is", []float64{10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10}, 0, 0},
		{"a wrong digit", []float64{10, 10, 10, 10, 10, 18, 10, 10, 10, 10, 10, 10}, 1, 0},
		{"hardly apart", []float64{10, 10, 10, 10, 10, 10.5, 10, 10, 10, 10, 10, 10}, 0, 1},
		{"another scope", []float64{10, 10, 10, 10, 8, 8, 8, 8, 10, 10, 10, 10}, 0, 1},
		{"no rule at all", []float64{10, 12, 10, 12, 12, 18, 10, 12, 10, 12, 12, 12}, 0, 3},
	} {
		nan := math.NaN()
		from := shelf{quarters("revenue", "150000", data.TotalItem, level, levels...), quarters("revenue", "150000", data.TotalItem, grown, append([]float64{nan, nan, nan, nan}, tt.from...)...)}
		found, err := stats.Audit(t.Context(), stats.Input{Reader: from, Catalog: c})
		if err != nil {
			t.Fatal(err)
		}
		wrong, scope := 0, 0
		for _, f := range found {
			switch {
			case f.Rule != stats.RuleLevelGrowth:
			case f.Verdict == stats.Inconsistent:
				wrong++
			case f.Verdict == stats.ScopeDifference:
				scope++
			}
		}
		if wrong != tt.wrong || scope != tt.scope {
			t.Errorf("%s: %d wrong and %d of another scope, want %d and %d", tt.name, wrong, scope, tt.wrong, tt.scope)
		}
	}
}
