package stats_test

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"yunxing/data"
	"yunxing/stats"
)

func index(ref data.Reference, start data.Period, x ...float64) data.Series {
	s := data.Series{Start: start, Points: pubs(x...)}
	s.Key.Basis = data.Basis{Measure: data.Index, Reference: ref}
	return s
}

// Worked numbers of formulas §4.
func TestDeflated(t *testing.T) {
	var v []struct{ Nominal, Index, Real float64 }
	vectors(t, "deflate", &v)
	for _, c := range v {
		g := stats.Deflated(pub(c.Nominal), pub(c.Index))
		near(t, "growth in volume", g.Value, c.Real, 1e-6)
		holds(t, "growth in volume", g)
		near(t, "back at current prices", stats.Inflated(g, pub(c.Index)).Value, c.Nominal, 1e-9)
		near(t, "the index between", stats.Deflator(pub(c.Nominal), g).Value, c.Index, 1e-9)
		wrong := c.Nominal - (c.Index - 100)
		near(t, "error of the difference", wrong-g.Value, g.Value*(c.Index-100)/100, 1e-9)
	}
	near(t, "Inner Mongolia, 2023", data.HalfAway.Round(stats.Inflated(pub(7.4), pub(92.1)).Value, 1), -1.1, 0)
	m := data.NotKnown()
	unknown(t, "deflated", stats.Deflated(m, pub(100)), stats.Deflated(pub(1), m), stats.Deflated(pub(-100), pub(100)), stats.Deflated(pub(1), pub(0)), stats.Inflated(m, pub(1)), stats.Inflated(pub(1), m), stats.Deflator(m, pub(1)))
	r := rand.New(rand.NewPCG(11, 12))
	for range 200 {
		volume, price := -30+80*r.Float64(), 70+60*r.Float64()
		nominal := 100 * ((1+volume/100)*price/100 - 1)
		g := stats.Deflated(rounded(nominal, 1), rounded(price, 1))
		if !(g.Lo <= volume && volume <= g.Hi) {
			t.Fatalf("[%v, %v] does not hold the true %v", g.Lo, g.Hi, volume)
		}
	}
}

// Twelve monthly indices make 98.41 (formulas §4, example 4).
func TestFixedFromPrevious(t *testing.T) {
	var v struct {
		Mom []float64
		Dec float64
	}
	vectors(t, "ppi_chain_mom", &v)
	s := index(data.PreviousPeriod, data.Month(2013, 1), v.Mom...)
	f, err := stats.FixedFromPrevious(s)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "the December before", f.At(data.Month(2012, 12)).Value, 100, 0)
	near(t, "December", f.At(data.Month(2013, 12)).Value, v.Dec, 0.0005)
	near(t, "December, as printed", data.HalfAway.Round(f.At(data.Month(2013, 12)).Value, 2), 98.41, 0)
	if f.Key.Basis.Reference != data.BaseYear || f.Unit.Dimension != data.IndexBase {
		t.Errorf("the chain is on %v in %v", f.Key.Basis, f.Unit)
	}
	back, err := stats.IndexAgainst(f, data.PreviousPeriod)
	if err != nil {
		t.Fatal(err)
	}
	for i, m := range v.Mom {
		near(t, "month on month", back.Points[i].Value, m, 1e-9)
	}
	year, _ := stats.IndexAgainst(f, data.YearAgo)
	near(t, "year on year", year.At(data.Month(2013, 12)).Value, v.Dec, 0.0005)

	verdict(t, "the chain", stats.CheckIndexChain(pub(98.4), s.Points), stats.Consistent, stats.NoReason)
	verdict(t, "a chain within 12·0.05", stats.CheckIndexChain(pub(98.9), s.Points), stats.WithinRounding, stats.NoReason)
	verdict(t, "a chain beyond", stats.CheckIndexChain(pub(99.2), s.Points), stats.Inconsistent, stats.NoReason)
	verdict(t, "no chain", stats.CheckIndexChain(pub(99.2), nil), stats.Unchecked, stats.InputsMissing)

	s.Points[5] = data.NotKnown()
	f, _ = stats.FixedFromPrevious(s)
	unknown(t, "after a missing month", f.Points[6:]...)
	if _, err := stats.FixedFromPrevious(f); !errors.Is(err, data.ErrBasis) {
		t.Errorf("a fixed base is chained: %v", err)
	}
}

// fixed draws a fixed-base index of years years from January 2010.
func fixed(r *rand.Rand, years int) data.Series {
	s := index(data.BaseYear, data.Month(2010, 1))
	f := 100.0
	for range 12 * years {
		f *= 0.98 + 0.045*r.Float64()
		s.Points = append(s.Points, share(f))
	}
	return s
}

func TestFixedFromYearAgo(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 14))
	f := fixed(r, 4)
	yoy, err := stats.IndexAgainst(f, data.YearAgo)
	if err != nil {
		t.Fatal(err)
	}
	for _, first := range []int{0, 12, 36} { // forward, both ways, backward
		seed := f
		seed.Start, seed.Points = f.Start.Add(first), f.Points[first:first+12]
		got, err := stats.FixedFromYearAgo(yoy, seed)
		if err != nil || got.Start != f.Start || len(got.Points) != len(f.Points) {
			t.Fatalf("chain from %d: %v %d, %v", first, got.Start, len(got.Points), err)
		}
		for i := range f.Points {
			near(t, "fixed base", got.Points[i].Value, f.Points[i].Value, 1e-9)
			holds(t, "fixed base", got.Points[i])
		}
	}
	// A seed that reaches further than the index stands for itself.
	longer := f
	got, _ := stats.FixedFromYearAgo(index(data.YearAgo, data.Month(2011, 5), 101, 102), longer)
	if len(got.Points) != len(f.Points) {
		t.Errorf("%d points of %d", len(got.Points), len(f.Points))
	}
	for name, s := range map[string]data.Series{"a quarterly seed": index(data.BaseYear, data.Quarter(2010, 1), 100), "a seed against the year before": yoy} {
		if _, err := stats.FixedFromYearAgo(yoy, s); !errors.Is(err, data.ErrBasis) {
			t.Errorf("%s: %v", name, err)
		}
	}
	flat, err := stats.ApproximateFixed(index(data.YearAgo, data.Month(2011, 1), 110, 105), 2010)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "approximate", flat.At(data.Month(2011, 2)).Value, 105, 1e-9)
	if flat.At(data.Month(2011, 2)).Status != data.Estimated || flat.At(data.Month(2010, 2)).Status != data.Estimated {
		t.Error("an approximate base is not marked")
	}
	for _, err := range []error{second(stats.ApproximateFixed(f, 2010)), second(stats.ApproximateFixed(yoy, 0))} {
		if err == nil {
			t.Error("an approximate base from nothing")
		}
	}
	for _, err := range []error{second(stats.IndexAgainst(yoy, data.YearAgo)), second(stats.IndexAgainst(f, data.BaseYear))} {
		if !errors.Is(err, data.ErrBasis) {
			t.Errorf("index against: %v", err)
		}
	}
}

func second[T any](_ T, err error) error { return err }

// A change of base leaves every change against the year before as it was.
func TestLinked(t *testing.T) {
	r := rand.New(rand.NewPCG(15, 16))
	whole := fixed(r, 4)
	older, newer := whole, whole
	older.Points = whole.Points[:30]
	newer.Start = whole.Start.Add(24)
	newer.Points = nil
	for _, n := range whole.Points[24:] {
		newer.Points = append(newer.Points, share(n.Value*0.731))
	}
	for _, pair := range [][2]data.Series{{older, newer}, {newer, older}} {
		got, err := stats.Linked(pair[0], pair[1])
		if err != nil || len(got.Points) != 48 {
			t.Fatalf("%d points, %v", len(got.Points), err)
		}
		want, _ := stats.IndexAgainst(whole, data.YearAgo)
		have, _ := stats.IndexAgainst(got, data.YearAgo)
		for i := range want.Points {
			near(t, "year on year over the link", have.Points[i].Value, want.Points[i].Value, 1e-9)
		}
	}
	apart := newer
	apart.Start = data.Month(2020, 1)
	if _, err := stats.Linked(older, apart); !errors.Is(err, stats.ErrOverlap) {
		t.Errorf("indices that do not meet: %v", err)
	}
	quarterly := index(data.BaseYear, data.Quarter(2010, 1), 100)
	for _, err := range []error{second(stats.Linked(older, quarterly)), second(stats.Linked(older, index(data.YearAgo, data.Month(2010, 1), 1)))} {
		if !errors.Is(err, data.ErrBasis) {
			t.Errorf("indices of two kinds: %v", err)
		}
	}
}

func TestRebased(t *testing.T) {
	whole := fixed(rand.New(rand.NewPCG(17, 18)), 3)
	got, err := stats.Rebased(whole, 2011)
	if err != nil {
		t.Fatal(err)
	}
	mean := 0.0
	for m := 1; m <= 12; m++ {
		mean += got.At(data.Month(2011, m)).Value / 12
	}
	near(t, "mean of the new base year", mean, 100, 1e-9)
	near(t, "change over the year", got.Points[30].Value/got.Points[18].Value, whole.Points[30].Value/whole.Points[18].Value, 1e-12)
	for year, want := range map[int]error{2013: stats.ErrOverlap, 10000: stats.ErrOverlap} {
		if _, err := stats.Rebased(whole, year); !errors.Is(err, want) {
			t.Errorf("base %d: %v", year, err)
		}
	}
	if _, err := stats.Rebased(index(data.YearAgo, data.Month(2010, 1)), 2010); !errors.Is(err, data.ErrBasis) {
		t.Errorf("an index against the year before is re-referenced: %v", err)
	}
}

// The index of the year so far is the ratio of means; the mean of the monthly
// indices is near it and the product is not.
func TestCumulativeIndex(t *testing.T) {
	f := fixed(rand.New(rand.NewPCG(19, 20)), 2)
	at := data.Month(2011, 9)
	got, err := stats.CumulativeIndex(f, at)
	if err != nil {
		t.Fatal(err)
	}
	top, bottom, mean := 0.0, 0.0, 0.0
	for m := 1; m <= 9; m++ {
		a, b := f.At(data.Month(2011, m)).Value, f.At(data.Month(2010, m)).Value
		top, bottom, mean = top+a, bottom+b, mean+100*a/b/9
	}
	near(t, "cumulative index", got.Value, 100*top/bottom, 1e-9)
	if math.Abs(got.Value-mean) < 1e-9 {
		t.Error("the ratio of means is the mean of ratios")
	}
	f.Points[3] = data.NotKnown()
	if n, err := stats.CumulativeIndex(f, at); n.Known() || err != nil {
		t.Errorf("with a missing month: %v, %v", n.Value, err)
	}
	for _, p := range []data.Period{data.Quarter(2011, 1), data.JanFeb(2011)} {
		if _, err := stats.CumulativeIndex(f, p); !errors.Is(err, data.ErrBasis) {
			t.Errorf("%v: %v", p, err)
		}
	}
}

// The weighted mean of indices against the year before is the ratio of means, and its
// interval holds the truth where all of them are rounded (formulas §4).
func TestCumulativeFromYearAgo(t *testing.T) {
	r := rand.New(rand.NewPCG(41, 42))
	for range 200 {
		f := fixed(r, 2)
		truth, err := stats.CumulativeIndex(f, data.Month(2011, 9))
		if err != nil {
			t.Fatal(err)
		}
		var exactly, before, printed, weights []data.Number
		for m := 1; m <= 9; m++ {
			a, b := f.At(data.Month(2011, m)).Value, f.At(data.Month(2010, m)).Value
			exactly, before = append(exactly, share(100*a/b)), append(before, share(b))
			printed, weights = append(printed, rounded(100*a/b, 1)), append(weights, rounded(b, 1))
		}
		near(t, "the ratio of means", stats.CumulativeFromYearAgo(exactly, before).Value, truth.Value, 1e-9)
		n := stats.CumulativeFromYearAgo(printed, weights)
		if holds(t, "a cumulative index", n); !(n.Lo <= truth.Value && truth.Value <= n.Hi) {
			t.Fatalf("[%v, %v] does not hold %v", n.Lo, n.Hi, truth.Value)
		}
	}
	unknown(t, "a cumulative index", stats.CumulativeFromYearAgo(nil, nil), stats.CumulativeFromYearAgo(pubs(100), nil), stats.CumulativeFromYearAgo([]data.Number{data.NotKnown()}, pubs(100)), stats.CumulativeFromYearAgo(pubs(100), pubs(0)))
}

func TestCarryOver(t *testing.T) {
	f := fixed(rand.New(rand.NewPCG(21, 22)), 2)
	at := data.Month(2011, 9)
	rise, err := stats.CarryOver(f, at)
	if err != nil {
		t.Fatal(err)
	}
	dec, then, now := f.At(data.Month(2010, 12)).Value, f.At(data.Month(2010, 9)).Value, f.At(at).Value
	near(t, "carry-over", rise.CarryOver.Value, 100*(dec/then-1), 1e-9)
	near(t, "rise", rise.Rise.Value, 100*(now/then-1), 1e-9)
	near(t, "both parts", rise.CarryOver.Value+rise.New.Value, rise.Rise.Value, 1e-12)
	so, err := stats.CumulativeCarryOver(f, at)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "both parts of the year so far", so.CarryOver.Value+so.New.Value, so.Rise.Value, 1e-12)
	cum, _ := stats.CumulativeIndex(f, at)
	near(t, "rise of the year so far", so.Rise.Value, cum.Value-100, 1e-9)
	december, _ := stats.CarryOver(f, data.Month(2011, 12))
	near(t, "carry-over into December", december.CarryOver.Value, 0, 1e-9)
	missing, err := stats.CarryOver(f, data.Month(2010, 9))
	if err != nil {
		t.Fatal(err)
	}
	unknown(t, "the first year", missing.Rise, missing.CarryOver, missing.New)
	first, _ := stats.CarryOver(f, data.Month(1, 9))
	unknown(t, "the year one", first.Rise)
	for _, err := range []error{second(stats.CarryOver(f, data.Quarter(2011, 1))), second(stats.CumulativeCarryOver(f, data.Quarter(2011, 1)))} {
		if !errors.Is(err, data.ErrBasis) {
			t.Errorf("a quarter of a monthly index: %v", err)
		}
	}
}
