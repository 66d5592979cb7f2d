package stats_test

import (
	"context"
	"errors"
	"math"
	"os"
	"testing"

	"yunxing/data"
	"yunxing/stats"
)

// The bases of the series below.
var (
	grown = data.Basis{Span: data.Cumulative, Measure: data.Growth, Reference: data.YearAgo}
	level = data.Basis{Span: data.Cumulative}
	used  = data.Basis{Span: data.Current, Measure: data.Share}
)

// quarters returns a quarterly series of an indicator with one decimal from the first
// quarter of 2012 on; a value that is no number is missing.
func quarters(indicator, region, item string, b data.Basis, values ...float64) data.Series {
	s := data.Series{Key: data.Key{Indicator: indicator, Region: region, Item: item, Freq: data.Quarterly, Basis: b}, Start: data.Quarter(2012, 1)}
	for i, v := range values {
		n := data.NotKnown()
		if !math.IsNaN(v) {
			n = data.PublishedNumber(v, 1, data.Ref(i+1))
		}
		s.Points = append(s.Points, n)
	}
	return s
}

// annual returns a series of one figure for 2013.
func annual(indicator, region, item string, b data.Basis, v float64) data.Series {
	s := quarters(indicator, region, item, b, v)
	s.Key.Freq, s.Start = data.Annual, data.Year(2013)
	return s
}

// branches is some branches of the catalogue.
var branches = []string{"coal", "oil-gas", "ferrous-ores", "nonferrous-ores", "nonmetal-ores"}

// overBranches returns a series for each branch with one figure, that of 2012Q1.
func overBranches(indicator, region string, b data.Basis, values ...float64) shelf {
	var out shelf
	for i, v := range values {
		out = append(out, quarters(indicator, region, branches[i], b, v))
	}
	return out
}

// ranked returns a growth for each of the regions of a parent, 20 for the first and
// 0.1 less for each further one, a year after growths in the opposite order.
func ranked(c *data.Catalog, regions []data.Region) shelf {
	var out shelf
	for i, r := range regions {
		out = append(out, quarters("iva", r.Code, data.TotalItem, grown, 10+float64(i)/10, 0, 0, 0, 20-float64(i)/10))
	}
	return out
}

// TestMeasureFormulas fails where a measure comes to another figure than worked out by
// hand, or does not show its formula with the numbers in it.
func TestMeasureFormulas(t *testing.T) {
	c := catalog(t)
	nan := math.NaN()
	const r, whole = "150000", data.TotalItem
	iva := quarters("iva", r, whole, grown, 12, 13, 14, 14.5, 13, 12.5, 12.2)
	prices := data.Basis{Span: data.Cumulative, Measure: data.Index, Reference: data.YearAgo}
	climate := data.Basis{Span: data.Current, Measure: data.Index}
	stock := data.Basis{Span: data.Point, Measure: data.Growth, Reference: data.YearAgo}
	q3 := data.Quarter(2013, 3)
	leagues, west := c.Regions(r), c.Members("west12", 2013)
	for _, tt := range []struct {
		measure, region, item string
		period                data.Period
		from                  shelf
		want                  string
	}{
		{"growth-change", r, whole, q3, shelf{iva}, "12.2 − 14.0 = −1.8"},
		{"gap-total", r, "coal", q3, shelf{iva, quarters("iva", r, "coal", grown, nan, nan, nan, nan, nan, nan, 10.1)}, "10.1 − 12.2 = −2.1"},
		{"gap-parent", leagues[0].Code, whole, q3, shelf{iva, quarters("iva", leagues[0].Code, whole, grown, nan, nan, nan, nan, nan, nan, 13)}, "13.0 − 12.2 = 0.8"},
		{"two-year-mean", r, whole, q3, shelf{iva}, "100·√((1+12.2/100)·(1+14.0/100)) − 100 = 13.1"},
		{"current-growth", r, whole, data.Quarter(2013, 1), shelf{iva}, "(0.25·13.0 − 0·0) / (0.25 − 0) = 13.0"},
		{"current-growth", r, whole, q3, shelf{iva}, "(0.75·12.2 − 0.5·12.5) / (0.75 − 0.5) = 11.6"},
		{"comparable-base", r, whole, q3, shelf{quarters("profit", r, whole, level, 1, 2, 100, 4, 5, 6, 110), quarters("profit", r, whole, grown, nan, nan, nan, nan, nan, nan, 25)}, "110.0 / (1 + 25.0/100) = 88.0"},
		{"scope-gap", r, whole, q3, shelf{quarters("profit", r, whole, level, 1, 2, 100, 4, 5, 6, 110), quarters("profit", r, whole, grown, nan, nan, nan, nan, nan, nan, 25)}, "100.0·(1 + 25.0/100) / 110.0 · 100 − 100 = 13.6"},
		{"real-growth", r, whole, data.Quarter(2012, 1), shelf{quarters("revenue", r, whole, grown, 8), quarters("ppi", r, whole, prices, 96)}, "100·(1 + 8.0/100) / (96.0/100) − 100 = 12.5"},
		{"pull", r, "coal", data.Quarter(2012, 1), shelf{quarters("profit", r, whole, level, 1100), quarters("profit", r, whole, grown, 10), quarters("profit", r, "coal", level, 240), quarters("profit", r, "coal", grown, 20)}, "100·(240.0 − 240.0/(1+20.0/100)) / (1100.0/(1+10.0/100)) = 4.00"},
		{"contribution", r, "coal", data.Quarter(2012, 1), shelf{quarters("profit", r, whole, level, 1100), quarters("profit", r, whole, grown, 10), quarters("profit", r, "coal", level, 240), quarters("profit", r, "coal", grown, 20)}, "100·(240.0 − 240.0/(1+20.0/100)) / (1100.0 − 1100.0/(1+10.0/100)) = 40.0"},
		{"share", r, "coal", data.Quarter(2012, 1), shelf{quarters("profit", r, whole, level, 1100), quarters("profit", r, "coal", level, 275)}, "100·275.0 / 1100.0 = 25.0"},
		{"share-change", r, "coal", data.Quarter(2013, 1), shelf{quarters("profit", r, whole, level, 1000, 0, 0, 0, 1100), quarters("profit", r, "coal", level, 300, 0, 0, 0, 275)}, "100·275.0/1100.0 − 100·300.0/1000.0 = −5.0"},
		{"rank", leagues[2].Code, whole, data.Quarter(2013, 1), ranked(c, leagues), "1 + #{g > 19.8} = 3"},
		{"rank-change", leagues[2].Code, whole, data.Quarter(2013, 1), ranked(c, leagues), "r₀ − r₁ = 7"},
		{"rank-west", west[1].Code, whole, data.Quarter(2013, 1), ranked(c, west), "1 + #{g > 19.9} = 2"},
		{"fall-rank", west[11].Code, whole, data.Quarter(2013, 1), ranked(c, west), "1 + #{d < 18.9 − 11.1} = 1"},
		{"breadth", r, whole, data.Quarter(2012, 1), overBranches("iva", r, grown, 3, -1, 0, 2, 5), "100·#{xᵢ > 0} / n = 60.0"},
		{"herfindahl", r, whole, data.Quarter(2012, 1), append(overBranches("revenue", r, level, 20, 20, 20, 20, 20), quarters("revenue", r, whole, level, 100)), "Σ (100·xᵢ/T)² = 2000"},
		{"location-quotient", r, "coal", data.Quarter(2012, 1), shelf{quarters("revenue", r, "coal", level, 30), quarters("revenue", r, whole, level, 100), quarters("revenue", "000000", "coal", level, 100), quarters("revenue", "000000", whole, level, 1000)}, "(30.0/100.0) / (100.0/1000.0) = 3.00"},
		{"utilisation-change", r, whole, q3, shelf{quarters("utilisation", r, whole, used, 1, 2, 76, 4, 5, 6, 74.5)}, "74.5 − 76.0 = −1.5"},
		{"utilisation-gap", r, whole, data.Quarter(2012, 1), shelf{quarters("utilisation", r, whole, used, 72.5)}, "72.5 − 74 = −1.5"},
		{"margin", r, whole, data.Quarter(2012, 1), shelf{quarters("profit", r, whole, level, 50), quarters("revenue", r, whole, level, 800)}, "100·50.0 / 800.0 = 6.25"},
		{"destocking", r, whole, data.Quarter(2012, 3), shelf{quarters("inventories", r, whole, stock, 9, 5, 4), quarters("revenue", r, whole, grown, 8, 8, 8)}, "#{4.0 < 8.0 in a row} = 2"},
		{"climate-gap", r, whole, data.Quarter(2012, 1), shelf{quarters("climate", r, whole, climate, 96.5)}, "96.5 − 100 = −3.5"},
		{"required", r, whole, q3, shelf{iva, annual("iva_target", r, whole, grown, 13)}, "(13.0 − 0.75·12.2) / (1 − 0.75) = 15.4"},
	} {
		m, ok := stats.Find(tt.measure)
		if !ok {
			t.Fatalf("there is no %s", tt.measure)
		}
		in := stats.Input{Reader: tt.from, Catalog: c, Region: tt.region, Wanted: func(p data.Period) bool { return p == tt.period }}
		all, err := m.Compute(t.Context(), in)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, f := range all {
			if f.Item == tt.item && f.Region == tt.region {
				got = f.Explain().Formula
			}
		}
		if got != tt.want {
			t.Errorf("%s is %q of %d figures, want %q", tt.measure, got, len(all), tt.want)
		}
	}
}

// catalog returns the catalogue of the program.
func catalog(t *testing.T) *data.Catalog {
	t.Helper()
	c, err := data.LoadCatalog(os.DirFS("../assets/catalog"))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

var errShelf = errors.New("the shelf is down")

// broken is a reader that fails at its after-th query.
type broken struct {
	shelf
	after *int
}

func (b broken) Series(ctx context.Context, q data.Query) ([]data.Series, error) {
	if *b.after--; *b.after < 0 {
		return nil, errShelf
	}
	return b.shelf.Series(ctx, q)
}

// TestMeasuresFail fails where a measure or the audit takes what cannot be read for
// nothing there, or makes a figure out of nothing.
func TestMeasuresFail(t *testing.T) {
	c := catalog(t)
	for _, m := range stats.All() {
		queries := 0
		for after := range len(m.Needs) + 1 {
			n := after
			all, err := m.Compute(t.Context(), stats.Input{Reader: broken{after: &n}, Catalog: c})
			if len(all) != 0 || err != nil && !errors.Is(err, errShelf) {
				t.Errorf("%s gives %d figures and %v", m.ID, len(all), err)
			}
			if err != nil {
				queries++
			}
		}
		if queries != len(m.Needs) {
			t.Errorf("%s reports %d of %d failures", m.ID, queries, len(m.Needs))
		}
	}
	if _, ok := stats.Find("nothing"); ok {
		t.Error("finds a measure that there is not")
	}
	for after, failed := 0, true; failed; after++ {
		n := after
		_, err := stats.Audit(t.Context(), stats.Input{Reader: broken{after: &n}, Catalog: c})
		if failed = err != nil; failed != (n < 0) {
			t.Fatalf("the audit hides a failure at query %d: %v", after, err)
		}
	}
}
