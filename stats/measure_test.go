package stats_test

import (
	"context"
	"errors"
	"math"
	"os"
	"regexp"
	"slices"
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

// of returns series as those of another indicator on another basis.
func of(indicator string, b data.Basis, from shelf) shelf {
	out := shelf{}
	for _, s := range from {
		s.Key.Indicator, s.Key.Basis = indicator, b
		out = append(out, s)
	}
	return out
}

// TestPeers fails where regions are not ranked in the group that is asked for, as it
// was in the year, or one outside of it has a place.
func TestPeers(t *testing.T) {
	c := catalog(t)
	west := c.Members("west12", 2013)
	from := ranked(c, append(west, c.Members("east", 2013)...))
	m, _ := stats.Find("rank")
	all, err := m.Compute(t.Context(), stats.Input{Reader: from, Catalog: c, Peers: "west12", Wanted: func(p data.Period) bool { return p == data.Quarter(2013, 1) }})
	if err != nil || len(all) != len(west) {
		t.Fatalf("%d of %d members ranked (%v)", len(all), len(west), err)
	}
	west12, _ := stats.Find("rank-west")
	if other, err := west12.Compute(t.Context(), stats.Input{Reader: from, Catalog: c, Peers: "east"}); err != nil || len(other) == 0 || !slices.ContainsFunc(west, func(r data.Region) bool { return r.Code == other[0].Region }) {
		t.Errorf("the rank in the west is one of another group: %d figures (%v)", len(other), err)
	}
	for _, f := range all {
		i := slices.IndexFunc(west, func(r data.Region) bool { return r.Code == f.Region })
		if i < 0 || f.Number.Value != float64(i+1) {
			t.Errorf("%s is at %v, want %d", f.Region, f.Number.Value, i+1)
		}
	}
}

// months returns growths of value added in the months of 2013.
func months(region string, b data.Basis, values ...float64) data.Series {
	s := quarters("iva", region, data.TotalItem, b, values...)
	s.Key.Freq, s.Start = data.Monthly, data.Month(2013, 1)
	return s
}

// rising returns growths of branches of which three of five rise from the first to the
// second quarter.
func rising(region string) shelf {
	var out shelf
	for i, v := range []float64{1, 1, 1, 0, -1} {
		out = append(out, quarters("iva", region, branches[i], grown, 5, 5+v))
	}
	return out
}

// moved returns levels of branches of which one gains ten points of share from another
// over the year.
func moved(region string) shelf {
	out := shelf{quarters("revenue", region, data.TotalItem, level, 100, 0, 0, 0, 200)}
	for i, v := range []float64{60, 20, 40, 40, 40} {
		out = append(out, quarters("revenue", region, branches[i], level, 20, 0, 0, 0, v))
	}
	return out
}

// coalShares returns the profits of a region and its coal with base shares of 30 and
// 28 %, growth of 16 and 11 % and a total that does not grow.
func coalShares(region string) shelf {
	return shelf{
		quarters("profit", region, data.TotalItem, level, 10000, 0, 0, 0, 10000),
		quarters("profit", region, data.TotalItem, grown, 0, 0, 0, 0, 0),
		quarters("profit", region, "coal", level, 3480, 0, 0, 0, 3108),
		quarters("profit", region, "coal", grown, 16, 0, 0, 0, 11),
	}
}

// yearsOf returns output up to the end of years from 2010 that is known at year ends
// and in the last of them by quarter.
func yearsOf(region string, years ...float64) shelf {
	s := quarters("output", region, "electricity", level)
	s.Start = data.Quarter(2010, 1)
	for _, v := range years {
		for q := range 4 {
			s.Points = append(s.Points, data.PublishedNumber(v*float64(q+1)/4, 1, data.Ref(len(s.Points)+1)))
		}
	}
	return shelf{s}
}

// straight returns an output of 100 a year from 2012 to the third quarter of 2015.
func straight(region string) shelf {
	var values []float64
	for i := range 15 {
		values = append(values, float64(25*(i%4+1)))
	}
	return shelf{quarters("output", region, "electricity", level, values...)}
}

// pastYears returns growths whose rest of the year was 12, 14 and 16 % from 2012 to
// 2014 and a target for 2015 that asks for 14 %.
func pastYears(region string) shelf {
	var values []float64
	for _, rest := range []float64{12, 16, 10} {
		values = append(values, 8, 0, 0, 0.25*8+0.75*rest)
	}
	target := annual("iva_target", region, data.TotalItem, grown, 13)
	target.Start = data.Year(2015)
	return shelf{quarters("iva", region, data.TotalItem, grown, append(values, 10)...), target}
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
	december := data.Quarter(2012, 4).Add(1)
	held, sold := data.Basis{Span: data.Point}, data.Basis{Span: data.Cumulative, Measure: data.Share}
	againstYear := data.Basis{Measure: data.Index, Reference: data.YearAgo}
	prices99 := shelf{quarters("ppi", r, whole, data.Basis{Measure: data.Index, Reference: data.PreviousPeriod}, 99, 99, 99, 100, 99, 100)}
	equalBranches := append(overBranches("revenue", r, level, 20, 20, 20, 20, 20), quarters("revenue", r, whole, level, 100))
	coalProfit := shelf{quarters("profit", r, whole, level, 1100), quarters("profit", r, whole, grown, 10), quarters("profit", r, "coal", level, 240), quarters("profit", r, "coal", grown, 20)}
	sme := shelf{iva, quarters("iva", r, "sme", grown, nan, nan, nan, nan, nan, nan, 14.1), quarters("iva", r, "sme", sold, nan, nan, nan, nan, nan, nan, 68.2)}
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
		{"rank-level", leagues[2].Code, whole, data.Quarter(2013, 1), of("revenue", level, ranked(c, leagues)), "1 + #{g > 19.8} = 3"},
		{"rank-west", west[1].Code, whole, data.Quarter(2013, 1), ranked(c, west), "1 + #{g > 19.9} = 2"},
		{"fall-rank", west[11].Code, whole, data.Quarter(2013, 1), ranked(c, west), "1 + #{d < 18.9 − 11.1} = 1"},
		{"breadth", r, whole, data.Quarter(2012, 1), overBranches("iva", r, grown, 3, -1, 0, 2, 5), "100·#{xᵢ > 0} / n = 60.0"},
		{"herfindahl", r, whole, data.Quarter(2012, 1), append(overBranches("revenue", r, level, 20, 20, 20, 20, 20), quarters("revenue", r, whole, level, 100)), "Σ (100·xᵢ/T)² = 2000"},
		{"location-quotient", r, "coal", data.Quarter(2012, 1), shelf{quarters("revenue", r, "coal", level, 30), quarters("revenue", r, whole, level, 100), quarters("revenue", "000000", "coal", level, 100), quarters("revenue", "000000", whole, level, 1000)}, "(30.0/100.0) / (100.0/1000.0) = 3.00"},
		{"utilisation-change", r, whole, q3, shelf{quarters("utilisation", r, whole, used, 1, 2, 76, 4, 5, 6, 74.5)}, "74.5 − 76.0 = −1.5"},
		{"utilisation-gap", r, whole, data.Quarter(2012, 1), shelf{quarters("utilisation", r, whole, used, 72.5)}, "72.5 − 74 = −1.5"},
		{"margin", r, whole, data.Quarter(2012, 1), shelf{quarters("profit", r, whole, level, 50), quarters("revenue", r, whole, level, 800)}, "100·50.0 / 800.0 = 6.25"},
		{"destocking", r, whole, data.Quarter(2012, 3), shelf{quarters("inventories", r, whole, stock, 9, 5, 4), quarters("revenue", r, whole, grown, 8, 8, 8)}, "#{4.0 < 8.0; …} = 2"},
		{"climate-gap", r, whole, data.Quarter(2012, 1), shelf{quarters("climate", r, whole, climate, 96.5)}, "96.5 − 100 = −3.5"},
		{"breadth-rising", r, whole, data.Quarter(2012, 2), rising(r), "100·#{xᵢ > yᵢ} / n = 60.0"},
		{"herfindahl-equivalent", r, whole, data.Quarter(2012, 1), equalBranches, "1 / Σ (xᵢ/T)² = 5.00"},
		{"concentration-4", r, whole, data.Quarter(2012, 1), equalBranches, "Σ 100·xᵢ/T = 80.00"},
		{"structural-change", r, whole, data.Quarter(2013, 1), moved(r), "½·Σ |100·xᵢ/T₁ − 100·yᵢ/T₀| = 10.0"},
		{"daily-growth", r, "electricity", data.Quarter(2012, 1), shelf{quarters("output", r, "electricity", grown, 10)}, "100·(1 + 10.0/100)·90/91 − 100 = 8.8"},
		{"rise-run", r, whole, q3, shelf{iva}, "±#{gₜ > gₜ₋₁; gₜ₋₁ > gₜ₋₂; …} = −3"},
		{"rise-run-months", r, whole, data.Month(2013, 5), shelf{months(r, grown, nan, 9.9, 9.5, 9.4, 9.4, 9.3)}, "±#{gₜ > gₜ₋₁; gₜ₋₁ > gₜ₋₂; …} = 0"},
		{"rise-run-months", r, whole, data.Month(2013, 4), shelf{months(r, grown, nan, 9.9, 9.5, 9.4, 9.4, 9.3)}, "±#{gₜ > gₜ₋₁; gₜ₋₁ > gₜ₋₂; …} = −2"},
		{"price-run", r, whole, q3, shelf{quarters("ppi", r, whole, againstYear, 98, 101, 100, 99.9, 99, 98, 97.5)}, "±#{Iₜ > 100; Iₜ₋₁ > 100; …} = −4"},
		{"growth-run", r, whole, q3, shelf{iva}, "#{gₜ > 0; gₜ₋₁ > 0; …} = 7"},
		{"outgrow-run", r, "coal", q3, shelf{iva, quarters("iva", r, "coal", grown, 20, 1, 20, 20, 1, 20, 20)}, "#{20.0 > 12.2; …} = 2"},
		{"growth-without", r, "coal", data.Quarter(2012, 1), coalProfit, "100·(1100.0 − 240.0) / (1100.0/(1+10.0/100) − 240.0/(1+20.0/100)) − 100 = 7.5"},
		{"growth-rest", r, "sme", q3, sme, "100·(1 − 68.2/100) / (1/(1+12.2/100) − 68.2/100/(1+14.1/100)) − 100 = 8.3"},
		{"pull-stated", r, "coal", q3, shelf{iva, quarters("iva", r, "coal", data.Basis{Span: data.Cumulative, Measure: data.Share, Reference: data.YearAgo}, nan, nan, nan, nan, nan, nan, 45)}, "45.0·12.2/100 = 5.49"},
		{"index-change-1", r, whole, data.Quarter(2013, 1), shelf{quarters("ppi", r, whole, prices, 101.2, 0, 0, 0, 97.9)}, "97.9 − 101.2 = −3.3"},
		{"index-month-change-1", r, whole, data.Quarter(2013, 1), shelf{quarters("ppi", r, whole, againstYear, 101.2, 0, 0, 0, 97.9)}, "97.9 − 101.2 = −3.3"},
		{"base-share", r, "sme", q3, sme, "68.2·(1+12.2/100) / (1+14.1/100) = 67.06"},
		{"contribution-share", r, "sme", q3, sme, "68.2·(1+12.2/100) / (1+14.1/100)·14.1 / 12.2 = 77.5"},
		{"growth-effect", r, "coal", data.Quarter(2013, 1), coalShares(r), "(28.00 + 30.00)/2·(11.0 − 16.0)/100 = −1.45"},
		{"structure-effect", r, "coal", data.Quarter(2013, 1), coalShares(r), "(11.0 + 16.0)/2·(28.00 − 30.00)/100 = −0.27"},
		{"rank-span", leagues[2].Code, whole, data.Quarter(2013, 1), ranked(c, leagues), "r₁ − r₀ = 0"},
		{"rank-west-change", west[1].Code, whole, data.Quarter(2013, 1), ranked(c, west), "r₀ − r₁ = 9"},
		{"change-rank", leagues[0].Code, whole, data.Quarter(2013, 1), ranked(c, leagues), "1 + #{d > 20.0 − 10.0} = 1"},
		{"carry-over", r, whole, december, prices99, "100·(98.01/100 − 1) = −2.0"},
		{"new-rise", r, whole, december, prices99, "100·(97.03 − 98.01)/100 = −1.0"},
		{"cumulative-index", r, whole, data.Quarter(2013, 2), append(prices99, quarters("ppi", r, whole, againstYear, nan, nan, nan, nan, 97, 98)), "Σ Fᵢ·Iᵢ / Σ Fᵢ = 97.5"},
		{"fixed-index", r, whole, data.Quarter(2012, 3), prices99, "100·Π mᵢ/100 = 97.03"},
		{"fixed-approximate", r, whole, data.Quarter(2013, 1), shelf{quarters("ppi", r, whole, againstYear, 90, 100, 100, 100, 110)}, "100·Π Iᵢ/100 = 99.00"},
		{"utilisation-peaks", r, "electricity", data.Quarter(2014, 4), yearsOf(r, 100, 110, 100, 130, 120), "100·120.0 / c(z…120.0) = 85.7"},
		{"output-gap", r, "electricity", data.Quarter(2015, 3), straight(r), "100·100.0 / τ(z…100.0) = 100.0"},
		{"sales-ratio", r, whole, data.Quarter(2012, 1), shelf{quarters("sales_output", r, whole, level, 98), quarters("gross_output", r, whole, level, 100)}, "100·98.0 / 100.0 = 98.0"},
		{"sales-ratio-gap", leagues[0].Code, whole, data.Quarter(2012, 1), shelf{quarters("sales_ratio", leagues[0].Code, whole, sold, 98.9), quarters("sales_ratio", r, whole, sold, 96.8)}, "98.9 − 96.8 = 2.1"},
		{"cost-per-hundred", r, whole, data.Quarter(2012, 1), shelf{quarters("cost", r, whole, level, 800), quarters("revenue", r, whole, level, 1000)}, "100·800.0 / 1000.0 = 80.00"},
		{"revenue-per-assets", r, whole, data.Quarter(2013, 2), shelf{quarters("revenue", r, whole, level, 1, 2, 3, 4, 5, 450), quarters("assets", r, whole, held, 1, 2, 3, 900, 5, 1100)}, "100·450.0 / 1000.0 · 12 / 6 = 90.0"},
		{"inventory-days", r, whole, data.Quarter(2013, 2), shelf{quarters("cost", r, whole, level, 1, 2, 3, 4, 5, 900), quarters("inventories", r, whole, held, 1, 2, 3, 90, 5, 110)}, "30·6 · 100.0 / 900.0 = 20.0"},
		{"receivable-days", r, whole, data.Quarter(2013, 2), shelf{quarters("revenue", r, whole, level, 1, 2, 3, 4, 5, 900), quarters("receivables", r, whole, held, 1, 2, 3, 90, 5, 110)}, "30·6 · 100.0 / 900.0 = 20.0"},
		{"destocking-main", r, whole, data.Quarter(2012, 3), shelf{quarters("inventories", r, whole, stock, 9, 5, 4), quarters("revenue_main", r, whole, grown, 8, 8, 8)}, "#{4.0 < 8.0; …} = 2"},
		{"climate-band", r, whole, data.Quarter(2012, 1), shelf{quarters("climate", r, whole, climate, 137.9)}, "1 + #{L ≤ 137.9} = 3"},
		{"climate-composite", r, whole, data.Quarter(2012, 1), shelf{quarters("climate_current", r, whole, climate, 120), quarters("climate_expected", r, whole, climate, 125)}, "0.4·120.0 + 0.6·125.0 = 123.0"},
		{"required-shared", r, "coal", q3, shelf{quarters("iva", r, "coal", grown, nan, nan, nan, nan, nan, nan, 10), annual("iva_target", r, whole, grown, 13)}, "(13.0 − 0.75·10.0) / (1 − 0.75) = 22.0"},
		{"required-shared", leagues[0].Code, whole, q3, shelf{quarters("iva", leagues[0].Code, whole, grown, nan, nan, nan, nan, nan, nan, 10), annual("iva_target", r, whole, grown, 13)}, "(13.0 − 0.75·10.0) / (1 − 0.75) = 22.0"},
		{"required-percentile", r, whole, data.Quarter(2015, 1), pastYears(r), "100·#{gᵢ < (13.0 − 0.25·10.0) / (1 − 0.25)} / n = 67"},
		{"year-scenario", r, whole, q3, shelf{iva}, "0.75·12.2 + (1 − 0.75)·11.6 = 12.1"},
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

// TestFrontierMeasure fails where the best year of eight is not full use, or the others
// are not below it.
func TestFrontierMeasure(t *testing.T) {
	c := catalog(t)
	held := data.Basis{Span: data.Point}
	var from shelf
	for _, of := range []struct {
		indicator string
		basis     data.Basis
		years     []float64
	}{
		{"gross_output", level, []float64{100, 108, 115, 120, 131, 139, 150, 148, 162}},
		{"assets", held, []float64{80, 86, 95, 99, 104, 115, 120, 131, 136}},
		{"employees", held, []float64{50, 51, 51, 53, 54, 54, 56, 55, 57}},
	} {
		s := annual(of.indicator, "150000", data.TotalItem, of.basis, of.years[0])
		s.Points = nil
		for i, v := range of.years {
			s.Points = append(s.Points, data.PublishedNumber(v, 1, data.Ref(i+1)))
		}
		from = append(from, s)
	}
	m, _ := stats.Find("utilisation-frontier")
	figures, err := m.Compute(t.Context(), stats.Input{Reader: from, Catalog: c})
	if err != nil || len(figures) != 2 {
		t.Fatalf("gives %d figures and %v, want those of the eighth and ninth year", len(figures), err)
	}
	for _, f := range figures {
		n := f.Number
		if !(n.Value > 90 && n.Value <= 100) || n.Status != data.Estimated || len(f.Explain().Terms) != 3*(f.Period.Year()-2012) {
			t.Errorf("%v is %+v", f.Period, n)
		}
	}
}

// TestMeasuresMissing fails where a measure makes a figure out of missing values, be
// they monthly, quarterly or annual.
func TestMeasuresMissing(t *testing.T) {
	c := catalog(t)
	for _, f := range []data.Frequency{data.Monthly, data.Quarterly, data.Annual} {
		for _, m := range stats.All() {
			var from shelf
			for _, need := range m.Needs {
				for _, region := range append(c.Regions("150000"), c.Regions("000000")...) {
					for _, item := range append([]string{data.TotalItem}, branches...) {
						from = append(from, gap(need.Query, region.Code, item, f))
					}
				}
			}
			figures, err := m.Compute(t.Context(), stats.Input{Reader: from, Catalog: c})
			if err != nil || len(figures) != 0 {
				t.Errorf("%s gives %d figures of missing %v values, and %v", m.ID, len(figures), f, err)
			}
		}
	}
}

// gap returns a series that answers a query and knows nothing.
func gap(q data.Query, region, item string, f data.Frequency) data.Series {
	b := data.Basis{Span: q.Span, Measure: q.Measure, Reference: q.Reference}
	s := data.Series{Key: data.Key{Indicator: q.Indicator, Region: region, Item: item, Freq: f, Basis: b}}
	s.Start, _ = data.NewPeriod(f, 2012, 1)
	for range 3 * int(f) {
		s.Points = append(s.Points, data.NotKnown())
	}
	return s
}

// TestRulesInSymbols fails where the rule of a measure says anything in words, which
// would be of one language, but the names of functions.
func TestRulesInSymbols(t *testing.T) {
	word := regexp.MustCompile(`[A-Za-z]{3,}`)
	for _, m := range stats.All() {
		for _, w := range word.FindAllString(m.Rule, -1) {
			if w != "exp" && w != "max" {
				t.Errorf("%s says %q: %s", m.ID, w, m.Rule)
			}
		}
	}
}

// TestMeasuresOfTwoUnits fails where levels in two units are divided as they stand, or
// such as do not convert at all.
func TestMeasuresOfTwoUnits(t *testing.T) {
	yuan, _ := data.ParseUnit("亿元")
	tenThousand, _ := data.ParseUnit("万元")
	tons, _ := data.ParseUnit("万吨")
	c := catalog(t)
	of := func(indicator, item string, b data.Basis, u data.Unit, v float64) data.Series {
		s := quarters(indicator, "150000", item, b, v)
		s.Unit = u
		return s
	}
	for _, tt := range []struct {
		measure string
		from    shelf
		want    string
	}{
		{"share", shelf{of("profit", data.TotalItem, level, yuan, 100), of("profit", "coal", level, tenThousand, 400000)}, "40.0 %"},
		{"share", shelf{of("profit", data.TotalItem, level, tons, 100), of("profit", "coal", level, tenThousand, 400000)}, ""},
		{"margin", shelf{of("profit", data.TotalItem, level, yuan, 100), of("revenue", data.TotalItem, level, tenThousand, 2e7)}, "5.00 %"},
		{"margin", shelf{of("profit", data.TotalItem, level, yuan, 100), of("revenue", data.TotalItem, level, tons, 2000)}, ""},
		{"comparable-base", shelf{of("profit", data.TotalItem, level, tenThousand, 110), quarters("profit", "150000", data.TotalItem, grown, 10)}, "100.0 万元"},
		{"pull", shelf{
			of("profit", data.TotalItem, level, yuan, 110), of("profit", "coal", level, tenThousand, 550000),
			quarters("profit", "150000", data.TotalItem, grown, 10), quarters("profit", "150000", "coal", grown, 10),
		}, "5.00 个百分点"},
	} {
		m, _ := stats.Find(tt.measure)
		all, err := m.Compute(t.Context(), stats.Input{Reader: tt.from, Catalog: c})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, f := range all {
			got = data.HalfAway.Format(f.Number.Value, int(f.Number.Digits)) + " " + f.Unit
		}
		if got != tt.want {
			t.Errorf("%s of %v and %v is %q of %d figures, want %q", tt.measure, tt.from[0].Unit, tt.from[1].Unit, got, len(all), tt.want)
		}
	}
}

// TestMixedPricesAreEstimates fails where weights at current prices beside growth in
// volume make a figure that does not say so.
func TestMixedPricesAreEstimates(t *testing.T) {
	c := catalog(t)
	share := data.Basis{Span: data.Cumulative, Measure: data.Share}
	constant := share
	constant.Price.Kind = data.ComparablePrice
	of := func(indicator string, b data.Basis) shelf {
		return shelf{
			quarters(indicator, "150000", data.TotalItem, level, 100, 100, 100, 100, 110), quarters(indicator, "150000", "coal", level, 30, 30, 30, 30, 33),
			quarters(indicator, "150000", data.TotalItem, grown, 9, 9, 9, 9, 10), quarters(indicator, "150000", "coal", grown, 7, 7, 7, 7, 8),
			quarters(indicator, "150000", "coal", b, 30, 30, 30, 30, 30),
		}
	}
	for _, tt := range []struct {
		measure string
		from    shelf
		want    data.Status
	}{
		{"pull", of("iva", share), data.Estimated},
		{"pull", of("profit", share), data.Derived},
		{"contribution", of("iva", share), data.Estimated},
		{"growth-effect", of("iva", share), data.Estimated},
		{"growth-without", of("iva", share), data.Estimated},
		{"growth-without", of("profit", share), data.Derived},
		{"growth-rest", of("iva", share), data.Estimated},
		{"contribution-share", of("iva", share), data.Estimated},
		{"base-share", of("iva", constant), data.Derived},
		{"share", of("iva", share), data.Derived},
	} {
		m, _ := stats.Find(tt.measure)
		all, err := m.Compute(t.Context(), stats.Input{Reader: tt.from, Catalog: c, Indicator: tt.from[0].Key.Indicator})
		if err != nil || len(all) == 0 {
			t.Errorf("%s gives %d figures, %v", tt.measure, len(all), err)
		}
		for _, f := range all {
			if f.Number.Status != tt.want {
				t.Errorf("%s of %s is %v, want %v", tt.measure, tt.from[0].Key.Indicator, f.Number.Status, tt.want)
			}
		}
	}
}
