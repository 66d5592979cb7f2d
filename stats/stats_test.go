package stats_test

import (
	"errors"
	"math"
	"slices"
	"testing"

	"yunxing/data"
	"yunxing/stats"
)

func pub(v float64) data.Number { return data.PublishedNumber(v, 1) }

func share(v float64) data.Number { return data.Number{Value: v, Lo: v, Hi: v, Digits: 4} }

func near(t *testing.T, what string, got, want, tol float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tol) {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

// The values are those of the report: 12.0, 11.6 and 12.2 with equal quarters.
func TestImpliedCurrent(t *testing.T) {
	g := stats.ImpliedCurrent(pub(11.6), pub(12.0), share(0.5), share(0.25))
	near(t, "second quarter", g.Value, 11.2, 1e-9)
	near(t, "its lower end", g.Lo, 11.05, 1e-9)
	near(t, "its upper end", g.Hi, 11.35, 1e-9)
	g = stats.ImpliedCurrent(pub(12.2), pub(11.6), share(0.75), share(0.5))
	near(t, "third quarter", g.Value, 13.4, 1e-9)
	near(t, "its lower end", g.Lo, 13.15, 1e-9)
	g = stats.ImpliedCurrent(pub(12.2), pub(11.6), share(0.72), share(0.47))
	near(t, "third quarter of another profile", g.Value, 13.328, 1e-9)
	if stats.ImpliedCurrent(pub(12.2), data.NotKnown(), share(0.75), share(0.5)).Known() {
		t.Error("a quarter is implied from one cumulative growth alone")
	}
	dec := stats.ImpliedCurrent(pub(9.7), pub(9.7), share(1), share(11./12))
	near(t, "half the width of December", (dec.Hi-dec.Lo)/2, 1.15, 1e-9)
	if dec.Digits != 0 {
		t.Error("a December that is open by more than a point is shown to one decimal")
	}
}

func TestRequired(t *testing.T) {
	for _, tt := range []struct{ target, g, p, want float64 }{{12.5, 12.2, 0.75, 13.4}, {12.5, 12.2, 0.72, 13.2714286}, {8, 5.9, 5. / 6, 18.5}} {
		near(t, "growth of the rest", stats.Required(pub(tt.target), pub(tt.g), share(tt.p)).Value, tt.want, 1e-6)
	}
	n := stats.Required(pub(12.5), pub(12.2), share(0.75))
	near(t, "its lower end", n.Lo, 13.25, 1e-9)
	if stats.Required(pub(12.5), pub(12.2), share(1)).Known() {
		t.Error("something is required of a year that is over")
	}
}

func TestDifference(t *testing.T) {
	d := stats.Difference(pub(12.2), pub(14.0))
	near(t, "difference", d.Value, -1.8, 1e-12)
	near(t, "its lower end", d.Lo, -1.9, 1e-9)
	if stats.Difference(pub(12.2), data.NotKnown()).Known() {
		t.Error("a difference to what is missing is known")
	}
	broken := pub(14)
	broken.Break = true
	if stats.Difference(pub(12.2), broken).Known() {
		t.Error("a difference reaches over a break of scope")
	}
}

func TestSeriesDifferenceRefuses(t *testing.T) {
	cum := data.Series{Start: data.Month(2013, 1), Points: []data.Number{pub(1), pub(2)}}
	cum.Key.Basis = data.Basis{Span: data.Cumulative, Measure: data.Growth}
	cur := cum
	cur.Key.Basis.Span = data.Current
	if _, err := stats.SeriesDifference(cum, data.Month(2013, 2), cur, data.Month(2013, 2)); !errors.Is(err, data.ErrBasis) {
		t.Errorf("a cumulative rate less a current one gives %v", err)
	}
	if _, err := stats.SeriesDifference(cum, data.Month(2013, 2), cum, data.Month(2013, 1)); !errors.Is(err, data.ErrBasis) {
		t.Errorf("cumulative rates of two and one months are compared: %v", err)
	}
}

// The profits of 2023 by section, with the pulls that formulas §6 works out.
func TestContribution(t *testing.T) {
	p := stats.Contribution(
		stats.Part{Item: "total", Level: pub(76858.3), Growth: pub(-2.3)},
		[]stats.Part{{"mining", pub(12392.4), pub(-19.7)}, {"manufacturing", pub(57643.6), pub(-2.0)}, {"utilities", pub(6822.3), pub(54.7)}},
	)
	sum := p.Residual.Value
	for i, want := range []float64{-3.865, -1.496, 3.067} {
		near(t, p.Parts[i].Item, p.Parts[i].Pull.Value, want, 0.001)
		sum += p.Parts[i].Pull.Value
	}
	near(t, "pulls and residual", sum, -2.3, 1e-12)
	near(t, "contribution of mining", p.Parts[0].Contribution.Value, 168.0, 0.2)
	if p.Suppressed {
		t.Error("contributions are left out although the total moved enough")
	}
}

func TestContributionSuppressed(t *testing.T) {
	p := stats.Contribution(stats.Part{"t", pub(100.1), pub(0.1)}, []stats.Part{{"a", pub(60), pub(10)}, {"b", pub(40.1), pub(-10)}})
	if !p.Suppressed || p.Parts[0].Contribution.Known() || !p.Parts[0].Pull.Known() {
		t.Error("contributions to a total that hardly moved are shown as per cent")
	}
}

func TestProfitTurn(t *testing.T) {
	for _, tt := range []struct {
		name          string
		level, growth float64
		want          stats.Turn
	}{
		{"oil refining, January–September 2013", 267.5, -179.85, stats.ToProfit},
		{"plain", 100, 12, stats.NoTurn},
		{"to a loss", -10, -150, stats.ToLoss},
		{"smaller loss", -5, -50, stats.SmallerLoss},
		{"larger loss", -15, 50, stats.LargerLoss},
		{"from nothing", 5, -100, stats.UnclearTurn},
	} {
		if got := stats.ProfitTurn(pub(tt.level), data.PublishedNumber(tt.growth, 2)); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestRanks(t *testing.T) {
	var v []data.Number
	for _, x := range []float64{15.8, 10.7, 7.5, 7.4, 7.4, 7.4, 7.4, 7.2, 6.9} {
		v = append(v, pub(x))
	}
	places, err := stats.Ranks(v)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []int{1, 2, 3, 4, 4, 4, 4, 8, 9} {
		if places[i].Rank != want {
			t.Errorf("rank of %v is %d, want %d", v[i].Value, places[i].Rank, want)
		}
	}
	if places[3].Ties != 3 || places[3].Best != 3 && places[3].Best != 4 {
		t.Errorf("place of the tied is %+v", places[3])
	}
	v[0], v[1] = data.NotKnown(), data.NotKnown()
	if _, err := stats.Ranks(v); !errors.Is(err, stats.ErrCoverage) {
		t.Errorf("seven of nine are ranked: %v", err)
	}
}

func TestPhases(t *testing.T) {
	path := func(x ...float64) (out []data.Number) {
		for _, v := range x {
			out = append(out, pub(v))
		}
		return out
	}
	if got := stats.Phases(path(12.0, 11.6, 12.2)); !slices.Equal(got, []stats.Phase{stats.HighStart, stats.Decline, stats.Recovery}) {
		t.Errorf("the report's path is told as %v", got)
	}
	if got := stats.Phases(path(9, 8)); got != nil {
		t.Errorf("two points are told as %v", got)
	}
}

// A relative path around a base year gives back the growths it was made of.
func TestRelativePath(t *testing.T) {
	g := data.Series{Start: data.Quarter(2011, 1)}
	g.Key.Basis = data.Basis{Span: data.Cumulative, Measure: data.Growth}
	for i := range 11 {
		g.Points = append(g.Points, pub(10+float64(i%5)))
	}
	r := stats.NewRelativePath(g, stats.EqualProfile(2012))
	if r.Start != data.Quarter(2010, 1) {
		t.Fatalf("the path starts in %v", r.Start)
	}
	for i := 4; i < len(r.Cumulative); i++ {
		want := g.At(r.Start.Add(i))
		if !want.Known() {
			continue
		}
		near(t, r.Start.Add(i).String(), 100*(r.Cumulative[i]/r.Cumulative[i-4]-1), want.Value, 1e-9)
	}
	near(t, "the base year", r.Cumulative[2*4+3], 1, 1e-12)
	if !math.IsNaN(r.Cumulative[len(r.Cumulative)-1]) {
		t.Error("the last quarter of 2013 is known before it is over")
	}
}

func TestThresholdBand(t *testing.T) {
	intl := stats.Thresholds()[1]
	for v, want := range map[float64]stats.Band{74.9: stats.SevereExcess, 75: stats.Excess, 80.9: stats.Excess, 82: stats.Normal, 86: stats.Shortage} {
		if got := intl.Band(pub(v)); got != want {
			t.Errorf("%v lies in band %v, want %v", v, got, want)
		}
	}
}
