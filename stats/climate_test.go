package stats_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"yunxing/data"
	"yunxing/stats"
)

func TestBreadth(t *testing.T) {
	var v [][3]float64
	vectors(t, "breadth", &v)
	for _, c := range v {
		var g []data.Number
		for i := range int(c[1]) {
			g = append(g, pub(1-2*math.Min(1, math.Floor(float64(i)/c[0]))))
		}
		b := stats.BreadthShare(append(g, data.NotKnown()))
		near(t, "breadth", data.HalfAway.Round(b.Share.Value, 1), c[2], 0)
		if float64(b.Rising) != c[0] || float64(b.Of) != c[1] || b.Universe != b.Of+1 || b.Falling != b.Of-b.Rising {
			t.Errorf("breadth is %+v", b)
		}
		if rising, of := stats.Breadth(g); rising != b.Rising || of != b.Of {
			t.Errorf("%d of %d", rising, of)
		}
	}
	b := stats.BreadthShare(pubs(0.0, 1, -1, 2))
	if b.Flat != 1 || b.Rising != 2 {
		t.Errorf("a growth of 0.0 is told as %+v", b)
	}
	near(t, "share with a growth of 0.0, upper end", b.Share.Hi, 75, 1e-9)
	unknown(t, "breadth of nothing", stats.BreadthShare(nil).Share, stats.BreadthShare([]data.Number{data.NotKnown()}).Share)
	for v, want := range map[float64]stats.Majority{19.9: stats.Few, 20: stats.NoMajority, 50: stats.NoMajority, 65.9: stats.Most, 80: stats.GreatMost, 82.9: stats.GreatMost, 100: stats.AllMembers} {
		if got := stats.MajorityOf(pub(v)); got != want {
			t.Errorf("%v %% is %v, want %v", v, got, want)
		}
	}
	if stats.MajorityOf(data.NotKnown()) != stats.NoMajority {
		t.Error("a breadth that is not known has a word")
	}
}

// 35/50/15 now and 40/45/15 expected make 120, 125 and 123.0 (formulas §8).
func TestProsperity(t *testing.T) {
	var v struct {
		Now, Exp                       []float64
		Immediate, Expected, Composite float64
	}
	vectors(t, "prosperity", &v)
	now, expected := stats.Balance(pub(v.Now[0]), pub(v.Now[2])), stats.Balance(pub(v.Exp[0]), pub(v.Exp[2]))
	near(t, "immediate", now.Value, v.Immediate, 1e-9)
	near(t, "expected", expected.Value, v.Expected, 1e-9)
	all := stats.Prosperity(now, expected)
	near(t, "prosperity", all.Value, v.Composite, 1e-9)
	holds(t, "prosperity", all)
	near(t, "twice the diffusion", 2*stats.DiffusionIndex(pub(v.Now[0]), pub(v.Now[1])).Value, now.Value, 1e-9)
	unknown(t, "prosperity", stats.Balance(pub(1), data.NotKnown()), stats.Prosperity(data.NotKnown(), pub(1)), stats.DiffusionIndex(data.NotKnown(), pub(1)))
	// The report: utilities, manufacturing, mining, all, confidence.
	for v, want := range map[float64]string{137.9: "higher", 128.2: "higher", 94.0: "not-prosperous", 121.5: "higher", 119.5: "fair", 150: "high"} {
		if b, ok := stats.BandOf(pub(v), stats.ClimateBands()); !ok || b.ID != want {
			t.Errorf("%v is %v, want %v", v, b.ID, want)
		}
	}
	if _, ok := stats.BandOf(data.NotKnown(), stats.ClimateBands()); ok {
		t.Error("an index that is not known has a band")
	}
	for v, want := range map[float64]stats.Direction{94: stats.Falling, 100: stats.Flat, 100.1: stats.Rising} {
		if d, ok := stats.Side(pub(v), 100); d != want || !ok {
			t.Errorf("%v lies on side %v", v, d)
		}
	}
	if _, ok := stats.Side(data.NotKnown(), 100); ok {
		t.Error("an index that is not known has a side")
	}
	near(t, "two sizes by sales", stats.WeightedMean(pubs(120, 90), pubs(200, 100)).Value, 110, 1e-9)
	unknown(t, "weighted mean", stats.WeightedMean(pubs(1), nil), stats.WeightedMean(nil, nil), stats.WeightedMean(pubs(1), pubs(-1)), stats.WeightedMean([]data.Number{data.NotKnown()}, pubs(1)))
}

func TestHistoricalDiffusion(t *testing.T) {
	d := append(pubs(1, 0, -1, 2), data.NotKnown())
	near(t, "equal weights", stats.HistoricalDiffusion(d, nil).Value, 62.5, 1e-9)
	near(t, "weights", stats.HistoricalDiffusion(d, exacts(1, 1, 6, 1, 9)).Value, 100*2.5/9, 1e-9)
	near(t, "a missing weight", stats.HistoricalDiffusion(d, exacts(1, 1)).Value, 75, 1e-9)
	unknown(t, "diffusion", stats.HistoricalDiffusion(nil, nil), stats.HistoricalDiffusion(d, exacts(0)))
	holds(t, "diffusion", stats.HistoricalDiffusion(d, nil))
}

func TestRun(t *testing.T) {
	for _, tt := range []struct {
		path []data.Number
		dir  stats.Direction
		n    int
	}{
		{pubs(1, 2, 3, 4), stats.Rising, 3},
		{pubs(5, 2, 3, 4), stats.Rising, 2},
		{pubs(4, 3), stats.Falling, 1},
		{pubs(3, 3, 3), stats.Flat, 2},
		{pubs(3), stats.Flat, 0},
		{append(pubs(1, 2), data.NotKnown()), stats.Flat, 0},
		{[]data.Number{pub(1), data.NotKnown(), pub(2), pub(3)}, stats.Rising, 1},
	} {
		if d, n := stats.Run(tt.path); d != tt.dir || n != tt.n {
			t.Errorf("%v runs %v for %d, want %v for %d", tt.path, d, n, tt.dir, tt.n)
		}
	}
	grows := func(n data.Number) bool { return n.Value > 0 }
	if n := stats.RunWhere(append([]data.Number{pub(1), data.NotKnown()}, pubs(3, 2)...), grows); n != 2 {
		t.Errorf("a run over a gap is %d long", n)
	}
}

func TestRecord(t *testing.T) {
	past := []data.Number{pub(9), pub(12), data.NotKnown(), pub(8), pub(10)}
	if r, ok := stats.HighSince(past, pub(11)); !ok || r != (stats.Record{Since: 1, Compared: 2, Gaps: 1}) {
		t.Errorf("11 is %+v, %v", r, ok)
	}
	if r, ok := stats.HighSince(past, pub(13)); !ok || r.Since != -1 || r.Compared != 4 {
		t.Errorf("13 is %+v, %v", r, ok)
	}
	if _, ok := stats.HighSince(past, pub(10)); ok {
		t.Error("an equal value is a new high")
	}
	if r, ok := stats.LowSince(past, pub(8)); !ok || r.Since != 3 || r.Compared != 1 {
		t.Errorf("8 is %+v, %v", r, ok)
	}
	if _, ok := stats.LowSince(past, data.NotKnown()); ok {
		t.Error("what is not known is a new low")
	}
	if _, ok := stats.LowSince(nil, pub(1)); ok {
		t.Error("a first value is a new low")
	}
}

func TestLikeness(t *testing.T) {
	for _, tt := range []struct {
		now, then data.Number
		want      stats.Likeness
	}{
		{pub(12.2), pub(12.2), stats.Equal},
		{pub(12.2), pub(12.1), stats.RoughlyLike},
		{pub(12.2), pub(12.4), stats.Unlike},
		{pub(12.2), data.NotKnown(), stats.NoLikeness},
	} {
		if got := stats.LikenessOf(tt.now, tt.then, stats.RoughlyEqual); got != tt.want {
			t.Errorf("%v and %v are %v", tt.now.Value, tt.then.Value, got)
		}
	}
}

// The table of formulas §5, with its examples.
func TestPace(t *testing.T) {
	for _, tt := range []struct {
		then, now float64
		want      stats.Pace
	}{
		{8.9, 9.7, stats.Faster},
		{14, 12.2, stats.Slower},
		{12.2, 12.2, stats.Unchanged},
		{-4.4, -2.3, stats.NarrowerFall},
		{-2.3, -4.4, stats.WiderFall},
		{-2.1, 7.3, stats.TurnsUp},
		{7.3, -2.1, stats.TurnsDown},
		{0, 3, stats.Faster},
		{3, 0, stats.Slower},
		{0, -3, stats.WiderFall},
		{-3, 0, stats.NarrowerFall},
	} {
		if got := stats.PaceOf(pub(tt.now), pub(tt.then)); got != tt.want {
			t.Errorf("%v after %v is %v, want %v", tt.now, tt.then, got, tt.want)
		}
	}
	if stats.PaceOf(pub(1), data.NotKnown()) != stats.NoPace {
		t.Error("a growth after what is not known has a pace")
	}
	// Inner Mongolia, October 2020: 7.3, 9.4 points above September.
	near(t, "September", stats.ComparableRate(pub(7.3), pub(9.4)).Value, -2.1, 1e-9)
}

func TestRunBelow(t *testing.T) {
	if n := stats.RunBelow(pubs(9, 3, 4), pubs(8, 5, 6)); n != 2 {
		t.Errorf("below for %d", n)
	}
	if n := stats.RunBelow(append(pubs(3), data.NotKnown()), pubs(8, 5)); n != 0 {
		t.Errorf("below for %d over a gap", n)
	}
}

// Words do not depend on a shift that keeps the signs, and a path read backward runs
// the other way.
func TestRunProperties(t *testing.T) {
	r := rand.New(rand.NewPCG(27, 28))
	for range 300 {
		n := 2 + r.IntN(10)
		path, shifted, negated := make([]data.Number, n), make([]data.Number, n), make([]data.Number, n)
		for i := range n {
			path[i] = rounded(3*r.Float64(), 1)
			shifted[i], negated[i] = pub(path[i].Value+100), pub(-path[i].Value)
		}
		d, k := stats.Run(path)
		if e, l := stats.Run(shifted); d != e || k != l {
			t.Fatalf("a shift turns %v %d into %v %d", d, k, e, l)
		}
		if e, l := stats.Run(negated); d != -e || k != l {
			t.Fatalf("a sign turns %v %d into %v %d", d, k, e, l)
		}
		high, ok := stats.HighSince(path[:n-1], path[n-1])
		low, also := stats.LowSince(negated[:n-1], negated[n-1])
		if ok != also || high != low {
			t.Fatalf("highs %+v and lows %+v", high, low)
		}
	}
}
