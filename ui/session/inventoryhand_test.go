package session_test

import (
	"errors"
	"math"
	"slices"
	"testing"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/brief"
	"yunxing/ui/session"
)

// Codes of the catalogue.
const (
	nation   = "000000"
	mongolia = "150000"
	whole    = data.TotalItem
)

// An inventory is the sample: as the program answers from it, and as its plain
// observations, from which the tests work out everything a second time.
type inventory struct {
	s     *session.Session
	plain map[cellKey]float64
	names map[data.Query][]spot // where a query has observations
}

// A cellKey names one observation; cumulative and point values count by month.
type cellKey struct {
	query        data.Query // without region and item
	region, item string
	at           data.Period
}

// A spot is a region, an item and a period.
type spot struct {
	region, item string
	at           data.Period
}

// newInventory opens the sample and reads its observations.
func newInventory(t *testing.T) *inventory {
	t.Helper()
	v := &inventory{s: openSample(t), plain: map[cellKey]float64{}, names: map[data.Query][]spot{}}
	for o, err := range v.s.Observations(t.Context(), "", "", data.Date{}) {
		if err != nil {
			t.Fatal(err)
		}
		b := o.Key.Basis
		if !o.Number().Known() || o.Key.Coverage != "" {
			continue
		}
		at := o.Period
		if m, ok := at.In(data.Monthly); ok && b.Span != data.Current {
			at = m
		}
		q := data.Query{Indicator: o.Key.Indicator, Measure: b.Measure, Span: b.Span, Reference: b.Reference}
		k := cellKey{q, o.Key.Region, o.Key.Item, at}
		if _, twice := v.plain[k]; !twice {
			v.names[q] = append(v.names[q], spot{o.Key.Region, o.Key.Item, at})
		}
		v.plain[k] = o.Value
	}
	return v
}

// Queries for the inputs of the rows.
func grownBy(indicator string) data.Query {
	return data.Query{Indicator: indicator, Measure: data.Growth, Span: data.Cumulative, Reference: data.YearAgo}
}

func levelsOf(indicator string) data.Query {
	return data.Query{Indicator: indicator, Measure: data.Level, Span: data.Cumulative}
}

// of returns the observation of a query at a spot, NaN where there is none.
func (v *inventory) of(q data.Query, at spot) float64 {
	if x, ok := v.plain[cellKey{q, at.region, at.item, at.at}]; ok {
		return x
	}
	return math.NaN()
}

// Other spots.
func (a spot) ago(years int) spot {
	a.at = a.at.Add(-years * int(a.at.Freq()))
	return a
}
func (a spot) quarterAgo() spot            { a.at = a.at.Add(-3); return a }
func (a spot) total() spot                 { a.item = whole; return a }
func (a spot) in(region string) spot       { a.region = region; return a }
func (a spot) endsQuarter() bool           { return a.at.Freq() == data.Monthly && a.at.Number()%3 == 0 }
func minus(a, b float64) float64           { return math.Round((a-b)*1e6) / 1e6 }
func month(year, n int) data.Period        { return data.Month(year, n) }
func atMonth(region string, y, n int) spot { return spot{region, whole, month(y, n)} }

// figures returns the figures of a measure by where they are.
func (v *inventory) figures(t *testing.T, measure, indicator string) map[spot]stats.Figure {
	t.Helper()
	all, err := v.s.Compute(t.Context(), measure, indicator, brief.Selection{})
	if err != nil {
		t.Fatal(err)
	}
	out := map[spot]stats.Figure{}
	for _, f := range all {
		at := f.Period
		if m, ok := at.In(data.Monthly); ok && f.Span == data.Cumulative {
			at = m
		}
		out[spot{f.Region, f.Item, at}] = f
	}
	return out
}

// compare works out a measure by hand at every observation of a query, and fails where
// the program's figure is another, or is there where the hand's is not known, or the
// reverse. It returns the figures.
func (v *inventory) compare(t *testing.T, measure, indicator string, q data.Query, hand func(spot) float64) map[spot]stats.Figure {
	t.Helper()
	figures := v.figures(t, measure, indicator)
	known, wrong := 0, 0
	for _, at := range v.names[q] {
		want := hand(at)
		f, ok := figures[at]
		if !math.IsNaN(want) {
			known++
		}
		if ok != !math.IsNaN(want) || ok && math.Abs(f.Number.Value-want) > 1e-6*max(1, math.Abs(want)) {
			if wrong++; wrong <= 5 {
				t.Errorf("%s of %s %s in %v is %v (%v), by hand %v", measure, at.region, at.item, at.at, f.Number.Value, ok, want)
			}
		}
	}
	if known == 0 || known != len(figures) {
		t.Errorf("%s of %q has %d figures, %d are known by hand", measure, indicator, len(figures), known)
	}
	return figures
}

// expect fails where a figure is not as it was published, within its rounding.
func expect(t *testing.T, figures map[spot]stats.Figure, at spot, published float64, digits int8) {
	t.Helper()
	f, ok := figures[at]
	if !ok || !f.Number.Overlaps(data.PublishedNumber(published, digits)) {
		t.Errorf("%s %s in %v is %+v, published as %v", at.region, at.item, at.at, f.Number, published)
	}
}

// never fails where there is a figure that lacks an input.
func never(t *testing.T, figures map[spot]stats.Figure, of func(spot) bool) {
	t.Helper()
	for at, f := range figures {
		if of(at) {
			t.Fatalf("%s of %s %s in %v is %v, and its inputs were never published", f.Measure, at.region, at.item, at.at, f.Number.Value)
		}
	}
}

// desk returns the desk of a region and period.
func (v *inventory) desk(region string, at data.Period) brief.Desk {
	return v.s.Desk(brief.Selection{Region: region, Period: at})
}

// absent fails unless a question is answered by what is not in the project.
func absent(t *testing.T, what string, err error) {
	t.Helper()
	if !errors.Is(err, brief.ErrAbsent) {
		t.Errorf("%s gives %v, want that it is not in the project", what, err)
	}
}

// parts returns the codes of the regions within one.
func (v *inventory) parts(region string) []string {
	var out []string
	for _, r := range v.s.Catalog().Regions(region) {
		out = append(out, r.Code)
	}
	return out
}

// members returns the codes of the members of a group in a year.
func (v *inventory) members(group string, year int) []string {
	var out []string
	for _, r := range v.s.Catalog().Members(group, year) {
		out = append(out, r.Code)
	}
	return out
}

// place ranks a region among others by hand: 1 + how many are greater, NaN where it is
// not known or fewer than nine in ten are.
func place(region string, group []string, value func(region string) float64) float64 {
	own, n, rank := value(region), 0, 1
	if math.IsNaN(own) || !slices.Contains(group, region) {
		return math.NaN()
	}
	for _, r := range group {
		x := value(r)
		if !math.IsNaN(x) {
			n++
		}
		if x > own+1e-9 {
			rank++
		}
	}
	if n*10 < len(group)*9 {
		return math.NaN()
	}
	return float64(rank)
}

// branchesAt returns the branches of a region that have a value of a query at a time,
// and how many have one then or a year before.
func (v *inventory) branchesAt(q data.Query, region string, at data.Period) (now []spot, there int) {
	for _, it := range v.s.Catalog().Items(data.Branch) {
		s := spot{region, it.Code, at}
		has := !math.IsNaN(v.of(q, s))
		if has {
			now = append(now, s)
		}
		if has || !math.IsNaN(v.of(q, s.ago(1))) {
			there++
		}
	}
	return now, there
}
