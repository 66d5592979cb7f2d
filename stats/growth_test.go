package stats_test

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"yunxing/data"
	"yunxing/stats"
)

// Profits of 2023 against those published for 2022: −8.5 % is no growth, −2.3 % is
// (formulas §1, examples 1 to 4).
func TestScopeGap(t *testing.T) {
	s := stats.ScopeGapOf(pub(76858.3), pub(-2.3), pub(84038.5))
	near(t, "ratio of the levels", s.Ratio.Value, -8.5, 0.05)
	near(t, "growth", s.Growth.Value, -2.3, 0)
	near(t, "implied base", s.Base.Value, 78667.7, 0.05)
	near(t, "base against the level", s.BaseGap.Value, -6.4, 0.05)
	near(t, "gap", s.Gap.Value, -6.2, 0.05)
	for _, n := range []data.Number{s.Ratio, s.Base, s.BaseGap, s.Gap} {
		holds(t, "scope gap", n)
	}
	m := stats.ScopeGapOf(pub(3), data.NotKnown(), pub(-1))
	unknown(t, "a gap without growth over a loss", m.Ratio, m.Gap, m.Base, m.BaseGap)

	near(t, "margin", stats.Ratio(pub(76858.3), pub(1334400), 2).Value, 5.76, 0.005)
	near(t, "comparable margin of 2022", stats.ComparableRate(num(5.76, 2), num(-0.20, 2)).Value, 5.96, 1e-9)
	g := stats.LevelGrowth(pub(104.8), pub(97.0))
	near(t, "growth of the index", g.Value, 8.04, 0.005)
	near(t, "as it is printed", data.HalfAway.Round(g.Value, int(g.Digits)), 8.0, 0)
	near(t, "as a multiple", stats.Multiple(pub(127)).Value, 1.27, 1e-12)
	unknown(t, "a multiple below 100 %", stats.Multiple(pub(99.9)), stats.Multiple(data.NotKnown()))
	unknown(t, "growth over nothing", stats.LevelGrowth(pub(3), pub(0)), stats.LevelGrowth(pub(3), pub(-5)), stats.LevelGrowth(data.NotKnown(), pub(5)))
}

func TestCumulativeToCurrent(t *testing.T) {
	var v []map[string][]float64
	vectors(t, "cum_to_cur", &v)
	for _, c := range v {
		got := stats.CurrentGrowths(pubs(c["G"]...), exacts(c["P"]...))
		for k, want := range c["g"] {
			near(t, "single quarter", got[k].Value, want, 1e-6)
			holds(t, "single quarter", got[k])
		}
	}
	// The region's own profile of gross product (formulas §2, example 1).
	own := stats.CurrentGrowths(pubs(12.0, 11.6, 12.2, 12.5), exacts(0.175, 0.421, 0.674, 1))
	near(t, "second quarter, own profile", own[1].Value, 11.32, 0.005)
	near(t, "third quarter, own profile", own[2].Value, 13.20, 0.005)
	near(t, "fourth quarter, own profile", own[3].Value, 13.12, 0.005)
	// The quarterly jump that 前三季度回升0.6个百分点 hides.
	equal := stats.CurrentGrowths(pubs(12.0, 11.6, 12.2), exacts(0.25, 0.5, 0.75))
	near(t, "jump of the quarter", equal[2].Value-equal[1].Value, 2.2, 1e-9)
}

func TestHalfWidths(t *testing.T) {
	var quarters []float64
	vectors(t, "decum_halfwidth_equal_quarters", &quarters)
	got := stats.CurrentGrowths(pubs(9, 9, 9, 9), exacts(0.25, 0.5, 0.75, 1))
	for k, want := range quarters {
		near(t, "half width", (got[k].Hi-got[k].Lo)/2, want, 1e-9)
	}
	var dec float64
	vectors(t, "decum_halfwidth_equal_months_dec", &dec)
	for m := 2; m <= 12; m++ {
		g, err := stats.CurrentGrowth(pub(9), pub(9), share(float64(m)/12), share(float64(m-1)/12))
		half := 0.05 * float64(2*m-1)
		near(t, "half width of a month", (g.Hi-g.Lo)/2, half, 1e-9)
		if refused := errors.Is(err, stats.ErrImprecise); refused != (half > 0.5) || refused != (g.Digits == 0) {
			t.Errorf("month %d with ±%v: %v, %d digits", m, half, err, g.Digits)
		}
		if m == 12 {
			near(t, "half width of December", (g.Hi-g.Lo)/2, dec, 1e-9)
		}
	}
	if n, err := stats.CurrentGrowth(data.NotKnown(), pub(9), share(1), share(0.9)); n.Known() || err != nil {
		t.Errorf("a month without a rate is %v, %v", n.Value, err)
	}
}

// Base shares 20/25/26 and current rates 10, 8, 6 make 7.83 (formulas §2, example 4).
func TestCumulativeGrowth(t *testing.T) {
	got := stats.CumulativeGrowth(pubs(10, 8, 6), exacts(20, 25, 26))
	near(t, "cumulative growth", got[2].Value, 7.83, 0.005)
	near(t, "first", got[0].Value, 10, 0)
	got = stats.CumulativeGrowth([]data.Number{pub(10), data.NotKnown(), pub(6)}, exacts(20, 25, 26))
	unknown(t, "after a missing quarter", got[1], got[2])
	unknown(t, "without weights", stats.CumulativeGrowth(pubs(1, 2), nil)...)
	unknown(t, "without levels", stats.CumulativeFromLevels(pubs(1, 2), nil)...)
	levels := stats.CumulativeFromLevels(pubs(22, 27, 27.56), pubs(20, 25, 26))
	near(t, "cumulative growth from levels", levels[2].Value, 7.83, 0.3)
	near(t, "cumulative growth from levels", levels[1].Value, 100*(49./45-1), 1e-9)
}

// Cumulating and taking single periods undo each other, for weights and rates drawn
// at random; intervals hold the truth.
func TestCumulateSingleIdentity(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		n := 2 + r.IntN(11)
		base, now := make([]float64, n), make([]float64, n)
		rates, weights := make([]data.Number, n), make([]data.Number, n)
		sum := 0.0
		for i := range n {
			base[i] = 1 + 9*r.Float64()
			now[i] = base[i] * (0.7 + 0.6*r.Float64())
			sum += base[i]
			rates[i], weights[i] = share(100*(now[i]/base[i]-1)), share(base[i])
		}
		p, part := make([]data.Number, n), 0.0
		for i := range n {
			part += base[i]
			p[i] = share(part / sum)
		}
		cumulative := stats.CumulativeGrowth(rates, weights)
		back := stats.CurrentGrowths(cumulative, p)
		published := make([]data.Number, n)
		a, b := 0.0, 0.0
		for i := range n {
			near(t, "single of cumulated", back[i].Value, rates[i].Value, 1e-9)
			a, b = a+now[i], b+base[i]
			near(t, "cumulated", cumulative[i].Value, 100*(a/b-1), 1e-9)
			published[i] = rounded(cumulative[i].Value, 1)
		}
		for i, g := range stats.CurrentGrowths(published, p) {
			if !(g.Lo-1e-9 <= rates[i].Value && rates[i].Value <= g.Hi+1e-9) {
				t.Fatalf("[%v, %v] does not hold the true rate %v", g.Lo, g.Hi, rates[i].Value)
			}
			holds(t, "single", g)
		}
		for i, g := range stats.CumulativeGrowth(stats.CurrentGrowths(cumulative, p), weights) {
			near(t, "cumulated of single", g.Value, cumulative[i].Value, 1e-9)
		}
	}
}

func TestCurrentFromLevelsRefuses(t *testing.T) {
	unknown(t, "a single period",
		stats.CurrentFromLevels(pub(10), data.NotKnown(), pub(5), pub(1)),
		stats.CurrentFromLevels(pub(5), pub(1), pub(10), pub(1)),
		stats.CurrentFromLevels(pub(5), pub(-100), pub(3), pub(1)))
	r := rand.New(rand.NewPCG(5, 6))
	for range 200 {
		b0, b1 := 100+900*r.Float64(), 100+900*r.Float64()
		a0, a1 := b0*(0.7+0.6*r.Float64()), b1*(0.7+0.6*r.Float64())
		g := stats.CurrentFromLevels(rounded(a0+a1, 1), rounded(100*((a0+a1)/(b0+b1)-1), 1), rounded(a0, 1), rounded(100*(a0/b0-1), 1))
		if truth := 100 * (a1/b1 - 1); g.Known() && !(g.Lo <= truth && truth <= g.Hi) {
			t.Fatalf("[%v, %v] does not hold the true rate %v", g.Lo, g.Hi, truth)
		}
	}
}

func monthly(year int, growth ...float64) data.Series {
	s := data.Series{Start: data.Month(year, 1), Points: pubs(growth...)}
	s.Key.Basis = data.Basis{Span: data.Cumulative, Measure: data.Growth, Reference: data.YearAgo}
	return s
}

// The first months are one period, and no month before March is implied.
func TestCurrentSeries(t *testing.T) {
	nan := math.NaN()
	s := monthly(2013, nan, 9.9, 9.5)
	got, err := stats.CurrentSeries(s, stats.EqualProfile(2012))
	if err != nil {
		t.Fatal(err)
	}
	if got.Key.Basis.Span != data.Current {
		t.Error("single periods are called cumulative")
	}
	unknown(t, "January and February", got.At(data.Month(2013, 1)), got.At(data.Month(2013, 2)))
	near(t, "January–February", got.At(data.JanFeb(2013)).Value, 9.9, 0)
	// With equal months March weighs a third: 8.7; published is 8.9 (formulas §2, 2).
	near(t, "March", got.At(data.Month(2013, 3)).Value, 8.7, 1e-9)
	if f := stats.CheckCurrent(pub(8.9), got.At(data.Month(2013, 3))); f.Verdict != stats.WithinRounding {
		t.Errorf("March is %v", f.Verdict)
	}
	// The merged value may also be kept apart.
	s = monthly(2013, nan, nan, 9.5)
	s.JanFeb = map[int]data.Number{2013: pub(9.9)}
	got, _ = stats.CurrentSeries(s, stats.EqualProfile(2012))
	near(t, "March after a merged value", got.At(data.Month(2013, 3)).Value, 8.7, 1e-9)

	q := data.Series{Start: data.Quarter(2013, 1), Points: pubs(12.0, 11.6, 12.2)}
	q.Key.Basis = s.Key.Basis
	got, err = stats.CurrentSeries(q, stats.EqualProfile(2012))
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []float64{12.0, 11.2, 13.4} {
		near(t, "quarter", got.Points[i].Value, want, 1e-9)
	}
	q.Key.Basis.Span = data.Current
	if _, err = stats.CurrentSeries(q, stats.EqualProfile(2012)); !errors.Is(err, data.ErrBasis) {
		t.Errorf("current rates are taken apart: %v", err)
	}
}

// 两年平均 (formulas §14).
func TestMeanGrowth(t *testing.T) {
	var v []struct{ VS2019, Avg float64 }
	vectors(t, "two_year", &v)
	for _, c := range v {
		g := stats.MeanOfTotal(pub(c.VS2019), 2)
		near(t, "two-year average", data.HalfAway.Round(g.Value, 1), c.Avg, 0)
		holds(t, "two-year average", g)
	}
	near(t, "2020 implied", data.HalfAway.Round(stats.Unchained(pub(41.2), pub(44.7)).Value, 1), -2.4, 0)
	near(t, "two years chained", stats.Chained(pub(44.7), pub(-2.4)).Value, 41.2, 0.1)
	near(t, "mean of two", stats.MeanGrowth(pub(10), pub(10)).Value, 10, 1e-9)
	unknown(t, "a mean", stats.MeanGrowth(), stats.MeanGrowth(pub(1), data.NotKnown()), stats.MeanGrowth(pub(-100)), stats.MeanOfTotal(pub(1), 0), stats.Unchained(pub(1), data.NotKnown()))
	r := rand.New(rand.NewPCG(7, 8))
	for range 200 {
		a, b := -50+150*r.Float64(), -50+150*r.Float64()
		g := stats.MeanGrowth(rounded(a, 1), rounded(b, 1))
		if truth := 100 * (math.Sqrt((1+a/100)*(1+b/100)) - 1); !(g.Lo <= truth && truth <= g.Hi) {
			t.Fatalf("[%v, %v] does not hold %v", g.Lo, g.Hi, truth)
		}
	}
}

// The report: 12.2 in 2013 against 17.2, 19.2 and 14.0 (formulas §18).
func TestChanges(t *testing.T) {
	s := data.Series{Start: data.Quarter(2010, 3), Points: make([]data.Number, 13)}
	s.Key.Basis = data.Basis{Span: data.Cumulative, Measure: data.Growth}
	for i := range s.Points {
		s.Points[i] = data.NotKnown()
	}
	for i, g := range []float64{17.2, 19.2, 14.0, 12.2} {
		s.Points[4*i] = pub(g)
	}
	got, err := stats.Changes(s, data.Quarter(2013, 3), 2010, 2012, 2009, 2011)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []float64{-5, -1.8, math.NaN(), -7} {
		if math.IsNaN(want) {
			unknown(t, "change to a missing year", got[i].Change)
			continue
		}
		near(t, "change", got[i].Change.Value, want, 1e-12)
	}
	if back, err := stats.Changes(s, data.Quarter(2010, 3), 2013); err != nil || math.Abs(back[0].Change.Value-5) > 1e-9 {
		t.Errorf("change against a later year is %v, %v", back, err)
	}
	day, _, _ := data.ParsePeriod("2013-06-15")
	if _, err := stats.Changes(s, day, 2012); err == nil {
		t.Error("a day has its like in another year")
	}
}

func TestRanksOfChange(t *testing.T) {
	var v struct {
		Values []float64 `json:"values"`
		Rank   []int     `json:"rank"`
	}
	vectors(t, "rank_1224", &v)
	places, err := stats.RanksBy(pubs(v.Values...), stats.Descending)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range v.Rank {
		if places[i].Rank != want || places[i].Best > want || places[i].Worst < want {
			t.Errorf("place of %v is %+v, want %d", v.Values[i], places[i], want)
		}
	}
	now, then := pubs(12.2, 10, 9, 8), pubs(14, 10, 12, 7)
	fall, err := stats.RanksOfChange(now, then, stats.Ascending)
	if err != nil || fall[0].Rank != 2 || fall[2].Rank != 1 || fall[3].Rank != 4 || fall[0].Estimated {
		t.Errorf("ranks of the fall are %+v, %v", fall, err)
	}
	rise, err := stats.RanksOfChange(now, then, stats.Descending)
	if err != nil || rise[3].Rank != 1 || rise[2].Rank != 4 {
		t.Errorf("ranks of the rise are %+v, %v", rise, err)
	}
	if _, err := stats.RanksOfChange(now, then[:3], stats.Descending); !errors.Is(err, stats.ErrCoverage) {
		t.Errorf("lists of two lengths are ranked: %v", err)
	}
	if d, ok := stats.RankChange(stats.Place{Rank: 10, Universe: 31}, stats.Place{Rank: 15, Universe: 31}); d != 5 || !ok {
		t.Errorf("from 15th to 10th is %d places, %v", d, ok)
	}
	if _, ok := stats.RankChange(stats.Place{Rank: 10, Universe: 31}, stats.Place{Rank: 15, Universe: 12}); ok {
		t.Error("a place among 31 is set against one among 12")
	}
	if _, ok := stats.RankChange(stats.Place{Rank: 10, Universe: 31}, stats.Place{}); ok {
		t.Error("a rank changes from no place")
	}
}

// Ranks do not depend on the unit or the order of the group.
func TestRankProperties(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for range 200 {
		n := 10 + r.IntN(25)
		v, scaled := make([]data.Number, n), make([]data.Number, n)
		for i := range n {
			v[i] = rounded(20*r.Float64()-10, 1)
			scaled[i] = num(v[i].Value*10, 0)
		}
		miss := r.IntN(n)
		v[miss], scaled[miss] = data.NotKnown(), data.NotKnown()
		a, err := stats.RanksBy(v, stats.Descending)
		if err != nil {
			t.Fatal(err)
		}
		b, _ := stats.RanksBy(scaled, stats.Descending)
		up, _ := stats.RanksBy(v, stats.Ascending)
		perm := r.Perm(n)
		shuffled := make([]data.Number, n)
		for i, j := range perm {
			shuffled[i] = v[j]
		}
		c, _ := stats.RanksBy(shuffled, stats.Descending)
		for i, j := range perm {
			if a[j] != c[i] || a[i].Rank != b[i].Rank {
				t.Fatalf("places change with the order or the unit: %+v %+v %+v", a[j], c[i], b[i])
			}
		}
		for i := range n {
			if i == miss {
				if a[i] != (stats.Place{}) {
					t.Fatal("what is missing has a place")
				}
				continue
			}
			if a[i].Best > a[i].Rank || a[i].Worst < a[i].Rank || a[i].Rank+a[i].Ties+up[i].Rank != a[i].Of+1 {
				t.Fatalf("place %+v from above, %+v from below", a[i], up[i])
			}
		}
	}
}

// Series of single periods and of the year so far undo each other.
func TestCumulativeSeries(t *testing.T) {
	nan := math.NaN()
	p, ok := stats.NewStatedProfile(2012, []float64{2, 1, 1.2, 1, 1.1, 1, 1, 1.3, 1, 1, 1})
	if !ok {
		t.Fatal("no profile")
	}
	s := monthly(2013, nan, 9.9, 9.5, 9.4, 9.4, 9.3, 9.4, 9.5, 9.6, 9.7, 9.7, 9.7)
	single, err := stats.CurrentSeries(s, p)
	if err != nil {
		t.Fatal(err)
	}
	back, err := stats.CumulativeSeries(single, p)
	if err != nil {
		t.Fatal(err)
	}
	if back.Key.Basis != s.Key.Basis {
		t.Errorf("back on %v", back.Key.Basis)
	}
	unknown(t, "January", back.Points[0])
	for i := 1; i < 12; i++ {
		near(t, "the year so far", back.Points[i].Value, s.Points[i].Value, 1e-9)
	}
	// Quarters, over two years, with a gap.
	q := data.Series{Start: data.Quarter(2012, 3), Points: pubs(7, 8, 12.0, 11.2, 13.4, 13.4)}
	q.Key.Basis = data.Basis{Span: data.Current, Measure: data.Growth, Reference: data.YearAgo}
	so, err := stats.CumulativeSeries(q, stats.EqualProfile(2012))
	if err != nil {
		t.Fatal(err)
	}
	unknown(t, "a year without its first half", so.Points[0], so.Points[1])
	for i, want := range []float64{12.0, 11.6, 12.2, 12.5} {
		near(t, "the year so far", so.Points[2+i].Value, want, 1e-9)
	}
	// Months that know January and February apart.
	m := data.Series{Start: data.Month(2013, 1), Points: pubs(6, 12, 9)}
	m.Key.Basis = q.Key.Basis
	so, _ = stats.CumulativeSeries(m, stats.EqualProfile(2012))
	near(t, "to March", so.Points[2].Value, 9, 1e-9)
	near(t, "January", so.Points[0].Value, 6, 1e-9)
	for _, b := range []data.Basis{s.Key.Basis, {Span: data.Current, Measure: data.Level}, {Span: data.Current, Measure: data.Growth, Reference: data.PreviousPeriod}} {
		m.Key.Basis = b
		if _, err := stats.CumulativeSeries(m, p); !errors.Is(err, data.ErrBasis) {
			t.Errorf("%v: %v", b, err)
		}
	}
}

// Derived values that print alike share a rank, though their exact values differ.
func TestRanksOfDerived(t *testing.T) {
	v := exacts(1.04, 0.96, 0.5)
	for i := range v {
		v[i].Digits = 1
	}
	got, err := stats.RanksBy(v, stats.Descending)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []int{1, 1, 3} {
		if p := got[i]; p.Rank != want || p.Best > p.Rank || p.Worst < p.Rank {
			t.Errorf("place %d is %+v", i, p)
		}
	}
}

// The nation's path of 2013 is told in all four words, the last three points of a
// quarterly path in none.
func TestPhasesOfMonths(t *testing.T) {
	got := stats.Phases(pubs(9.9, 9.5, 9.4, 9.4, 9.3, 9.4, 9.5, 9.6))
	if want := []stats.Phase{stats.HighStart, stats.Decline, stats.Steady, stats.Recovery}; !slices.Equal(got, want) {
		t.Errorf("the months are told as %v", got)
	}
	if got := stats.Phases([]data.Number{pub(1), data.NotKnown(), pub(2)}); got != nil {
		t.Errorf("two known points are told as %v", got)
	}
	if got := stats.Phases(pubs(5, 6, 7)); !slices.Equal(got, []stats.Phase{stats.Recovery}) {
		t.Errorf("a rise is told as %v", got)
	}
}

func TestRelativePathSingle(t *testing.T) {
	g := data.Series{Start: data.Quarter(2013, 1), Points: pubs(10, 10, 10)}
	g.Key.Basis = data.Basis{Span: data.Cumulative, Measure: data.Growth}
	r := stats.NewRelativePath(g, stats.EqualProfile(2012))
	single := r.Single()
	for i, want := range []float64{0.25, 0.25, 0.25, 0.25, 0.275, 0.275, 0.275} {
		near(t, "single quarter", single[i], want, 1e-12)
	}
	if !math.IsNaN(single[7]) {
		t.Error("the last quarter is known before it is over")
	}
	empty := stats.NewRelativePath(data.Series{}, stats.EqualProfile(2012))
	if empty.Start != data.Quarter(2012, 1) || len(empty.Cumulative) != 4 {
		t.Errorf("without growths the path is %+v", empty)
	}
}
