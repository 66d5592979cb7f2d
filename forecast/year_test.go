package forecast

import (
	"context"
	"encoding/json"
	"errors"
	"math"
	"os"
	"testing"

	"yunxing/data"
	"yunxing/stats"
)

// near reports whether a and b agree within tol.
func near(a, b, tol float64) bool { return math.Abs(a-b) <= tol }

// TestRatioReference fails if the completion ratio with 1, 3 or 5 years of the UK
// gas series differs from the reference, or if the identity with the growth to
// date does not hold.
func TestRatioReference(t *testing.T) {
	var ref struct {
		Airline struct {
			Ratios []float64 `json:"ratio_n135"`
		} `json:"ukgas_airline"`
	}
	raw, err := os.ReadFile("../../shared/domain/vectors.json")
	if err != nil {
		t.Skip("the test vectors are not beside the repository")
	}
	if err := json.Unmarshal(raw, &ref); err != nil {
		t.Fatal(err)
	}
	for _, fx := range fixtures(t) {
		if fx.ID != "UKgas" {
			continue
		}
		y := fx.Y[:len(fx.Y)-1]
		for i, years := range []int{1, 3, 5} {
			p, err := FullYear(context.Background(), CompletionRatio{Years: years}, y, Calendar{4, 1960, 1})
			if err != nil {
				t.Fatal(err)
			}
			if !near(p.Growth, ref.Airline.Ratios[i], 1e-6) || !near(p.Growth, p.IdentityGrowth(), 1e-9) {
				t.Errorf("%d years: growth %v, by identity %v, reference %v", years, p.Growth, p.IdentityGrowth(), ref.Airline.Ratios[i])
			}
			if years == 1 && !near(p.Growth, p.GrowthToDate, 1e-9) {
				t.Errorf("last year's ratio gives %v, the growth to date is %v", p.Growth, p.GrowthToDate)
			}
			if p.Year != 1986 || p.Known != 3 {
				t.Errorf("year %d, %d known", p.Year, p.Known)
			}
		}
	}
}

// TestRatioToy fails if three made-up ratios do not give the projection computed
// by hand: mean .71143, 108.322 to date, 135.5 last year → +12.37 %.
func TestRatioToy(t *testing.T) {
	var y []float64
	for i, r := range []float64{.71, .71212, .71218} {
		total := []float64{110, 120, 135.5}[i]
		y = append(y, total*r*.3, total*r*.3, total*r*.4, total*(1-r))
	}
	y = append(y, 108.322*.3, 108.322*.3, 108.322*.4)
	p, err := FullYear(context.Background(), CompletionRatio{}, y, Calendar{4, 2010, 1})
	if err != nil || !near(p.Growth, 12.37, 0.005) || !near(p.GrowthToDate, 12.25, 0.005) {
		t.Fatal(err, p.Growth, p.GrowthToDate)
	}
	if !(p.Lo95 < p.Lo80 && p.Lo80 < p.Total && p.Total < p.Hi80 && p.Hi80 < p.Hi95) {
		t.Error("the bands are not nested", p)
	}
	if one, _ := FullYear(context.Background(), CompletionRatio{Years: 1}, y[8:], Calendar{4, 2012, 1}); !math.IsNaN(one.Lo80) || len(one.Notes) != 1 || one.Notes[0] != NoteNoBand {
		t.Error("a single ratio has a band", one)
	}
}

// TestFullYearCases fails if the last year, its growth, a fall-back or a refusal
// is not what the data allow.
func TestFullYearCases(t *testing.T) {
	nan := math.NaN()
	long := []float64{10, 12, 14, 20, 11, 13, 15, 22, 12, 14, 17, 24, 13, 16, 18, 26, 14, 17}
	for _, c := range []struct {
		name   string
		y      []float64
		cal    Calendar
		year   int
		known  int
		method string
		growth bool
		note   Note
		err    error
	}{
		{"four years", long, Calendar{4, 2009, 1}, 2013, 2, "auto", true, NoteCombined, nil},
		{"two years", long[8:], Calendar{4, 2011, 1}, 2013, 2, "ratio3", true, NoteRatio, nil},
		{"one year", long[12:], Calendar{4, 2012, 1}, 2013, 2, "ratio3", true, NoteNoBand, nil},
		{"complete", long[:16], Calendar{4, 2009, 1}, 2012, 4, "auto", true, NoteComplete, nil},
		{"complete and alone", long[:4], Calendar{4, 2009, 1}, 2009, 4, "auto", false, NoteNoGrowth, nil},
		{"annual", []float64{3, 4}, Calendar{1, 2012, 1}, 2013, 1, "auto", true, NoteComplete, nil},
		{"missing at the end", append(long[:18:18], nan, nan), Calendar{4, 2009, 1}, 2013, 2, "auto", true, NoteCombined, nil},
		{"start in the year", long[2:], Calendar{4, 2009, 3}, 2013, 2, "auto", true, NoteCombined, nil},
		{"gap last year", append(append(long[:13:13], nan), long[14:]...), Calendar{4, 2009, 1}, 2013, 2, "auto", false, NoteIncomplete, nil},
		{"gap this year", append(long[:16:16], nan, 17), Calendar{4, 2009, 1}, 0, 0, "", false, "", ErrMissing},
		{"nothing", []float64{nan, nan}, Calendar{4, 2009, 1}, 0, 0, "", false, "", ErrMissing},
		{"begins this year", long[:2], Calendar{4, 2013, 1}, 0, 0, "", false, "", ErrTooShort},
		{"season", long, Calendar{4, 2013, 5}, 0, 0, "", false, "", ErrSeason},
	} {
		p, err := FullYear(context.Background(), AutoYear{}, c.y, c.cal)
		if !errors.Is(err, c.err) || (c.err == nil && err != nil) {
			t.Errorf("%s: error %v, want %v", c.name, err, c.err)
			continue
		}
		if err != nil {
			continue
		}
		has := false
		for _, n := range p.Notes {
			has = has || n == c.note
		}
		if p.Year != c.year || p.Known != c.known || p.Method != c.method || !has || math.IsNaN(p.Growth) == c.growth {
			t.Errorf("%s: %d with %d known by %s, growth %v, notes %v", c.name, p.Year, p.Known, p.Method, p.Growth, p.Notes)
		}
	}
}

// TestYearNeverSumsBounds fails if the band of a year is that of added bounds:
// with independent steps it has to be narrower.
func TestYearNeverSumsBounds(t *testing.T) {
	y := []float64{5, 7, 4, 6, 5, 8, 6, 4, 7, 5, 6, 7, 4}
	f, err := Project(context.Background(), Mean{}, y, 4, 3)
	if err != nil {
		t.Fatal(err)
	}
	lo, hi := f.Interval(80)
	total := f.Total(4, 3)
	tlo, thi := total.Interval(80)
	if added := sum(hi) - sum(lo); !(thi-tlo < 0.7*added) {
		t.Errorf("band of the sum %v, sum of the bands %v", thi-tlo, added)
	}
	if one, two := f.Total(4, 1), f.Total(4, 0); one.Mean != 4+f.Mean[0] || two.Mean != 4 {
		t.Error("wrong totals", one.Mean, two.Mean)
	}
}

// TestYearMethods fails if an id is not unique or a method cannot be found by it.
func TestYearMethods(t *testing.T) {
	seen := map[string]bool{}
	for _, m := range YearMethods() {
		got, err := YearByID(m.ID())
		if err != nil || got.ID() != m.ID() || seen[m.ID()] {
			t.Errorf("%s: %v", m.ID(), err)
		}
		seen[m.ID()] = true
	}
	if _, err := YearByID("crystal-ball"); Code(err) != "unknown-method" {
		t.Error(err)
	}
}

// TestRatesOnly fails if a series of which only cumulative growth rates are known
// cannot be projected on the relative levels of package stats: the growth of the
// projected year must not depend on the unit of the path.
func TestRatesOnly(t *testing.T) {
	growths := data.Series{Key: data.Key{Freq: data.Quarterly, Basis: data.Basis{Span: data.Cumulative, Measure: data.Growth}}, Start: data.Quarter(2010, 1)}
	for _, g := range []float64{18, 17.8, 17.2, 17, 19.5, 19.3, 19.2, 19, 15, 14.4, 14, 14.8, 12, 11.6, 12.2} {
		growths.Points = append(growths.Points, data.PublishedNumber(g, 1))
	}
	path := stats.NewRelativePath(growths, stats.EqualProfile(2012))
	p, err := FullYear(context.Background(), CompletionRatio{Years: 1}, path.Single(), CalendarFrom(path.Start))
	if err != nil || p.Year != 2013 || p.Known != 3 || !near(p.Growth, 12.2, 1e-9) {
		t.Fatal(p.Year, p.Known, p.Growth, err)
	}
	p, err = FullYear(context.Background(), AutoYear{}, path.Single(), CalendarFrom(path.Start))
	if err != nil || math.IsNaN(p.GrowthLo80) || !(p.Growth > 5 && p.Growth < 20) {
		t.Error(p, err)
	}
}
