package stats_test

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"yunxing/data"
	"yunxing/stats"
)

// additive checks that the pulls and the residual make the total.
func additive(t *testing.T, what string, p stats.Pulls) {
	t.Helper()
	sum := p.Residual.Value
	for _, x := range p.Parts {
		if x.Pull.Known() {
			sum += x.Pull.Value
		}
		holds(t, what, x.Pull)
		holds(t, what, x.Contribution)
	}
	near(t, what+": pulls and residual", sum, p.Total.Pull.Value, 1e-12*max(1, math.Abs(sum)))
	holds(t, what, p.Residual)
}

// Profits of 2023 by section (formulas §6): here the total is that of the sections,
// as in the worked example.
func TestPullsProfit2023(t *testing.T) {
	var v struct {
		Level    []float64 `json:"level"`
		Growth   []float64 `json:"growth"`
		Pull     []float64 `json:"pull"`
		Share    []float64 `json:"share_of_change"`
		Sum      float64   `json:"sum_pull"`
		Suppress bool      `json:"suppress_share"`
	}
	vectors(t, "pull_profit2023", &v)
	total := stats.Pair{Item: data.TotalItem, Base: share(0), Now: share(0)}
	var parts []stats.Pair
	for i, level := range v.Level {
		p := stats.Pair{Base: stats.ComparableBase(pub(level), pub(v.Growth[i])), Now: pub(level)}
		parts = append(parts, p)
		total.Base = share(total.Base.Value + p.Base.Value)
		total.Now = share(total.Now.Value + level)
	}
	p := stats.ContributionFromLevels(total, parts)
	additive(t, "profits of 2023", p)
	for i := range parts {
		near(t, "pull", p.Parts[i].Pull.Value, v.Pull[i], 0.001)
		near(t, "share of the change", p.Parts[i].Contribution.Value, v.Share[i], 0.05)
	}
	near(t, "sum of pulls", p.Total.Pull.Value, v.Sum, 0.001)
	if p.Suppressed != v.Suppress || !p.Shrinking() {
		t.Errorf("suppressed is %v, shrinking %v", p.Suppressed, p.Shrinking())
	}
	if p.Role(0) != stats.Drives || p.Role(1) != stats.Drives || p.Role(2) != stats.Offsets || p.Role(3) != stats.NoRole {
		t.Error("mining and manufacturing drive the fall, and utilities offset it")
	}
}

// Coal and wind power of Inner Mongolia (formulas §6, examples 1 and 3), with the
// boxes that rounding leaves.
func TestPullFromLevelGrowth(t *testing.T) {
	var v []struct {
		Part      float64
		PartRate  float64 `json:"g"`
		Total     float64
		TotalRate float64    `json:"G"`
		Pull      float64    `json:"pull"`
		Box       [2]float64 `json:"box"`
		Published float64    `json:"published"`
	}
	vectors(t, "pull_from_level_growth", &v)
	for _, c := range v {
		digits := int8(2)
		if c.Total > 100 {
			digits = 1
		}
		p := stats.Contribution(stats.Part{Level: num(c.Total, digits), Growth: pub(c.TotalRate)}, []stats.Part{{Level: num(c.Part, digits), Growth: pub(c.PartRate)}})
		within(t, "pull", p.Parts[0].Pull, c.Pull, c.Box[0], c.Box[1], 0.0015)
		if f := stats.CheckPulls(pub(c.Published), []data.Number{p.Parts[0].Pull}); f.Verdict == stats.Inconsistent {
			t.Errorf("pull %v does not agree with the published %v", p.Parts[0].Pull.Value, c.Published)
		}
	}
}

// Three leagues of formulas §6, example 1, make 15.50; and the pull on the nation
// of example 2 is 3.955 in 3.93 to 3.98, with a share of 25.35 before.
func TestPullsOfLeaguesAndNation(t *testing.T) {
	p := stats.Contribution(stats.Part{Level: num(7.73, 2), Growth: pub(15.6)}, []stats.Part{
		{"150600", num(5.14186, 5), pub(18.9)}, {"152500", num(0.90625, 5), pub(18.2)}, {"150700", num(0.67557, 5), pub(13.4)},
	})
	sum := 0.0
	for i, want := range []float64{12.22, 2.09, 1.19} {
		near(t, p.Parts[i].Item, p.Parts[i].Pull.Value, want, 0.006)
		sum += p.Parts[i].Pull.Value
	}
	near(t, "the three leagues", sum, 15.50, 0.005)
	near(t, "the other leagues", p.Residual.Value, 0.10, 0.005)
	additive(t, "leagues", p)

	nation := stats.ContributionFromShares(pub(11.0), []stats.SharePart{{Item: "150000", Share: pub(26.4), Growth: pub(15.6)}}, stats.ThisYear, stats.SamePrices)
	// The upper end is 3.9748; formulas §6 prints 3.98, rounded twice.
	within(t, "pull on the nation", nation.Parts[0].Pull, 3.955, 3.934, 3.975, 0.0006)
	before := stats.BaseShare(pub(26.4), pub(15.6), pub(11.0))
	near(t, "share before", before.Value, 25.35, 0.005)
	near(t, "change of share", stats.Difference(pub(26.4), before).Value, 1.05, 0.006)
	additive(t, "nation", nation)
}

// Equipment and high technology in January–November 2014: with a joint share of
// 7.49 % the contribution lies between 10.56 and 11.79 % (formulas §6, example 4).
func TestContributionOfJointShare(t *testing.T) {
	for g, want := range map[float64]float64{14.7: 10.56, 16.7: 11.79} {
		p := stats.ContributionFromShares(pub(10), []stats.SharePart{{Share: num(7.49, 2), Growth: pub(g)}}, stats.ThisYear, stats.SamePrices)
		near(t, "contribution", p.Parts[0].Contribution.Value, want, 0.005)
	}
}

// Gross product of Inner Mongolia 2023 (formulas §6): current levels taken as real
// give 8.5/52.0/39.5 and are marked; official contributions are 8.7/45.7/45.6.
func TestCurrentPriceTrap(t *testing.T) {
	var v struct {
		VA        []float64 `json:"va"`
		Parts     []float64 `json:"g"`
		Total     float64   `json:"G"`
		Naive     []float64 `json:"naive"`
		Published []float64 `json:"published"`
		Implied   []float64 `json:"implied_base_share"`
	}
	vectors(t, "current_price_trap_IM2023", &v)
	level := data.Basis{Price: data.Price{Kind: data.CurrentPrice}}
	growth := data.Basis{Measure: data.Growth, Price: data.Price{Kind: data.ComparablePrice}}
	prices := stats.PriceBasisOf(level, growth)
	if prices != stats.MixedPrices || stats.PriceBasisOf(level, level) != stats.SamePrices {
		t.Fatal("current levels beside growth in volume are not seen")
	}
	// The total of the example is that of the parts, which implies 7.38 and not the
	// published 7.3.
	var parts []stats.Part
	base, now := 0.0, 0.0
	for i, va := range v.VA {
		parts = append(parts, stats.Part{Level: num(va, 0), Growth: pub(v.Parts[i])})
		now += va
		base += va / (1 + v.Parts[i]/100)
	}
	p := stats.ContributionAt(prices, stats.Part{Level: share(now), Growth: share(100 * (now/base - 1))}, parts)
	additive(t, "gross product", p)
	share0 := 0.0
	for i, want := range v.Naive {
		c := p.Parts[i].Contribution
		near(t, "naive contribution", c.Value, want, 0.05)
		if c.Status != data.Estimated || p.Parts[i].Pull.Status != data.Estimated {
			t.Error("a contribution by current-price weights is not marked as an estimate")
		}
		alternative := stats.BaseShareOf(pub(v.Published[i]), pub(v.Parts[i]), pub(v.Total))
		near(t, "implied base share", alternative.Value, v.Implied[i], 0.005)
		share0 += alternative.Value
	}
	near(t, "sum of the implied base shares", share0, 100.29, 0.005)
	if p.Prices != stats.MixedPrices || p.Residual.Status != data.Estimated {
		t.Error("the account does not say that it is approximate")
	}
}

// Small and large firms of the report (formulas §6, example 5).
func TestSmallFirms(t *testing.T) {
	var v struct {
		Share   float64    `json:"share"`
		Growth  float64    `json:"g"`
		Total   float64    `json:"G"`
		Base    float64    `json:"base_share"`
		Large   float64    `json:"large"`
		Box     [2]float64 `json:"large_box"`
		Pull    float64    `json:"pull"`
		Contrib float64    `json:"contribution"`
	}
	vectors(t, "sme", &v)
	s, g, all := pub(v.Share), pub(v.Growth), pub(v.Total)
	near(t, "base share", stats.BaseShare(s, g, all).Value, v.Base, 0.005)
	within(t, "large firms", stats.GrowthWithoutNow(all, g, s), v.Large, v.Box[0], v.Box[1], 0.0051)
	near(t, "large firms from the base share", stats.GrowthWithout(all, g, stats.BaseShare(s, g, all)).Value, v.Large, 0.005)
	p := stats.ContributionFromShares(all, []stats.SharePart{{Share: s, Growth: g}}, stats.ThisYear, stats.SamePrices)
	near(t, "pull", p.Parts[0].Pull.Value, v.Pull, 0.005)
	near(t, "contribution", p.Parts[0].Contribution.Value, v.Contrib, 0.05)
	q := stats.ContributionFromShares(all, []stats.SharePart{{Share: stats.BaseShare(s, g, all), Growth: g}, {Item: "x", Share: data.NotKnown(), Growth: g}}, stats.YearBefore, stats.SamePrices)
	near(t, "pull from the base share", q.Parts[0].Pull.Value, v.Pull, 0.005)
	near(t, "share now from the base share", q.Parts[0].Level.Value, v.Share, 1e-9)
	additive(t, "small firms", q)
	if len(q.Unknown) != 1 {
		t.Errorf("parts not known are %v", q.Unknown)
	}
	// Coal, example 6: a contribution of 45 % of 12.2 pulls 5.5 points.
	near(t, "pull of coal", stats.PullOfShare(pub(45), all).Value, 5.5, 0.05)
}

func TestContributionUnknownTotals(t *testing.T) {
	part := []stats.SharePart{{Share: pub(10), Growth: pub(3)}}
	for _, p := range []stats.Pulls{
		stats.ContributionFromShares(data.NotKnown(), part, stats.YearBefore, stats.SamePrices),
		stats.ContributionFromShares(data.NotKnown(), part, stats.ThisYear, stats.SamePrices),
		stats.ContributionFromLevels(stats.Pair{Base: data.NotKnown(), Now: pub(3)}, nil),
		stats.ContributionFromLevels(stats.Pair{Base: pub(-3), Now: pub(3)}, []stats.Pair{{Base: pub(1), Now: pub(2)}}),
		stats.Contribution(stats.Part{Level: pub(-5), Growth: pub(3)}, nil),
	} {
		unknown(t, "residual", p.Residual)
		unknown(t, "total", p.Total.Pull)
		if p.Shrinking() || p.Role(0) != stats.NoRole {
			t.Error("what is not known shrinks or drives")
		}
	}
}

// A part with a loss before has no growth and yet a pull (formulas §6).
func TestPullOverLoss(t *testing.T) {
	p := stats.ContributionFromLevels(stats.Pair{Base: pub(100), Now: pub(112)}, []stats.Pair{{"loss", pub(-5), pub(4)}, {"gone", pub(3), data.NotKnown()}})
	unknown(t, "growth over a loss", p.Parts[0].Growth)
	near(t, "pull over a loss", p.Parts[0].Pull.Value, 9, 1e-9)
	if p.Parts[0].Turn != stats.ToProfit || len(p.Unknown) != 1 {
		t.Errorf("turn %v, unknown %v", p.Parts[0].Turn, p.Unknown)
	}
	additive(t, "loss", p)
}

// +10.0 and −9.9: 10 000 % and −9 900 % are suppressed (formulas §6).
func TestContributionNearZero(t *testing.T) {
	p := stats.ContributionFromLevels(stats.Pair{Base: share(1000), Now: share(1000.1)}, []stats.Pair{{"up", share(500), share(510)}, {"down", share(500), share(490.1)}})
	if !p.Suppressed || p.Parts[0].Contribution.Known() {
		t.Error("contributions to what hardly moved are shown")
	}
	near(t, "contribution that would be", stats.ContributionOfPull(share(10), share(0.1)).Value, 10000, 1e-9)
	near(t, "contribution that would be", stats.ContributionOfPull(share(-9.9), share(0.1)).Value, -9900, 1e-9)
	unknown(t, "contribution to nothing", stats.ContributionOfPull(pub(1), pub(0)), stats.ContributionOfShare(pub(1), pub(1), pub(0)), stats.BaseShareOf(pub(1), pub(0), pub(1)), stats.ContributionOfPull(pub(1), data.NotKnown()))
	flat := stats.Contribution(stats.Part{Level: pub(100), Growth: pub(3)}, []stats.Part{{"a", pub(10), pub(0)}, {"b", pub(10), pub(-100)}})
	if flat.Role(0) != stats.NoRole || flat.Role(1) != stats.NoRole {
		t.Error("a part that did not move has a role")
	}
	unknown(t, "pull of a part that may have vanished", flat.Parts[1].Pull)
}

// Growth split into growth and structure (formulas §6): −1.45 − 0.27 = −1.72.
func TestSplitGrowth(t *testing.T) {
	var v struct {
		Share     []float64 `json:"s"`
		Growth    []float64 `json:"g"`
		Effect    float64   `json:"growth_effect"`
		Structure float64   `json:"share_effect"`
		Total     float64   `json:"total"`
	}
	vectors(t, "decompose_growth_change", &v)
	at := func(i int) []stats.SharedRate {
		return []stats.SharedRate{{"a", share(100 * v.Share[i]), share(v.Growth[i])}, {"rest", share(100 - 100*v.Share[i]), share(10)}}
	}
	all := func(i int) data.Number { return share(v.Share[i]*v.Growth[i] + (1-v.Share[i])*10) }
	s := stats.SplitGrowth(at(0), at(1), all(0), all(1))
	near(t, "growth effect", s.Parts[0].Growth.Value, v.Effect, 1e-9)
	near(t, "structure effect", s.Parts[0].Structure.Value, v.Structure, 1e-9)
	near(t, "change of the pull", s.Parts[0].Change.Value, v.Total, 1e-9)
	near(t, "all", s.Growth.Value+s.Structure.Value+s.Residual.Value, s.Change.Value, 1e-12)
	near(t, "residual of a complete set", s.Residual.Value, 0, 1e-12)
	near(t, "both displays", s.Parts[0].Relative.Value+s.Parts[1].Relative.Value, s.Structure.Value, 1e-12)

	part := stats.SplitGrowth(at(0), append(at(1)[:1], stats.SharedRate{"new", share(1), share(1)}), all(0), all(1))
	if len(part.Unknown) != 1 || part.Unknown[0] != "new" {
		t.Errorf("parts not known are %v", part.Unknown)
	}
	near(t, "all with a residual", part.Growth.Value+part.Structure.Value+part.Residual.Value, part.Change.Value, 1e-12)
	unknown(t, "the change of what is not known", stats.SplitGrowth(nil, nil, data.NotKnown(), pub(1)).Change)
}

func TestLargestRemainder(t *testing.T) {
	var v struct {
		Pulls    []float64 `json:"pulls"`
		Total    float64   `json:"total"`
		Naive    []float64 `json:"naive"`
		Adjusted []float64 `json:"adjusted"`
	}
	vectors(t, "largest_remainder", &v)
	got, err := stats.LargestRemainder(exacts(v.Pulls...), share(v.Total), 1)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range v.Adjusted {
		near(t, "by the largest remainder", got[i], want, 0)
		near(t, "rounded alone", data.HalfAway.Round(v.Pulls[i], 1), v.Naive[i], 0)
	}
	got, err = stats.LargestRemainder(exacts(-3.86, -1.50, 3.07), share(-2.29), 1)
	if err != nil || got[0] != -3.9 || got[1] != -1.5 || got[2] != 3.1 {
		t.Errorf("negative parts are rounded to %v, %v", got, err)
	}
	for name, parts := range map[string][]data.Number{"too little": exacts(1, 1), "too much": exacts(9, 9), "missing": {data.NotKnown()}, "too large": exacts(1e300)} {
		if _, err := stats.LargestRemainder(parts, share(12.2), 1); !errors.Is(err, stats.ErrAddition) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := stats.LargestRemainder(exacts(1), data.NotKnown(), 1); !errors.Is(err, stats.ErrAddition) {
		t.Errorf("a total that is not known: %v", err)
	}
}

// Properties over accounts drawn at random from known truths: the pulls add up, do
// not depend on the unit, follow the order of the parts, and their intervals hold
// the truth that was rounded.
func TestContributionProperties(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		n := 1 + r.IntN(8)
		base, now := make([]float64, n), make([]float64, n)
		parts, scaled := make([]stats.Part, n), make([]stats.Part, n)
		tb, tn := 0.0, 0.0
		for i := range n {
			base[i] = 20 + 100*r.Float64()
			now[i] = base[i] * (0.8 + 0.5*r.Float64())
			tb, tn = tb+base[i], tn+now[i]
			parts[i] = stats.Part{Item: string(rune('a' + i)), Level: rounded(now[i], 1), Growth: rounded(100*(now[i]/base[i]-1), 1)}
			scaled[i] = parts[i]
			scaled[i].Level = num(parts[i].Level.Value*10, 0)
		}
		total := stats.Part{Level: rounded(tn, 1), Growth: rounded(100*(tn/tb-1), 1)}
		p := stats.Contribution(total, parts)
		additive(t, "drawn", p)
		for i, x := range p.Parts {
			if truth := 100 * (now[i] - base[i]) / tb; !(x.Pull.Lo-1e-9 <= truth && truth <= x.Pull.Hi+1e-9) {
				t.Fatalf("[%v, %v] does not hold the true pull %v", x.Pull.Lo, x.Pull.Hi, truth)
			}
		}
		q := stats.Contribution(stats.Part{Level: num(total.Level.Value*10, 0), Growth: total.Growth}, scaled)
		for i := range parts {
			near(t, "pull in another unit", q.Parts[i].Pull.Value, p.Parts[i].Pull.Value, 1e-9)
		}
		first := append([]stats.Part{parts[n-1]}, parts[:n-1]...)
		near(t, "pull in another order", stats.Contribution(total, first).Parts[0].Pull.Value, p.Parts[n-1].Pull.Value, 0)
		parts[0].Growth = data.NotKnown()
		q = stats.Contribution(total, parts)
		unknown(t, "pull of a part without growth", q.Parts[0].Pull, q.Parts[0].Contribution)
		additive(t, "with a missing part", q)
	}
}

// rounded returns a truth as it would be published.
func rounded(v float64, digits int8) data.Number {
	return num(data.HalfAway.Round(v, int(digits)), digits)
}

// The table that the window makes: 31 regions, 41 branches, 20 years. It is to
// take less than 5 ms.
func BenchmarkContributionTable(b *testing.B) {
	ref := data.Ref(0)
	cell := func(v float64) data.Number {
		ref++
		return data.PublishedNumber(v, 1, ref)
	}
	total := stats.Part{Item: data.TotalItem, Level: cell(41000), Growth: cell(7.5)}
	parts := make([]stats.Part, 41)
	for i := range parts {
		parts[i] = stats.Part{Item: "branch", Level: cell(1000), Growth: cell(float64(i%20) - 2.5)}
	}
	totals, rows := make([]stats.Part, 31*20), make([][]stats.Part, 31*20)
	for i := range rows {
		totals[i], rows[i] = total, parts
	}
	b.ReportAllocs()
	for b.Loop() {
		stats.PullTable(totals, rows)
	}
}

// The same with interval and trace of every cell.
func BenchmarkContribution(b *testing.B) {
	parts := make([]stats.Part, 41)
	for i := range parts {
		parts[i] = stats.Part{Level: data.PublishedNumber(1000, 1, data.Ref(2*i+3)), Growth: data.PublishedNumber(float64(i%20)-2.5, 1, data.Ref(2*i+4))}
	}
	total := stats.Part{Level: data.PublishedNumber(41000, 1, 1), Growth: data.PublishedNumber(7.5, 1, 2)}
	b.ReportAllocs()
	for b.Loop() {
		stats.Contribution(total, parts)
	}
}

func TestPullTable(t *testing.T) {
	totals := []stats.Part{
		{Level: pub(76858.3), Growth: pub(-2.3)},
		{Level: pub(100.1), Growth: pub(0.1)},
		{Level: data.NotKnown(), Growth: pub(3)},
		{Level: pub(-100), Growth: pub(3)},
	}
	row := []stats.Part{{"mining", pub(12392.4), pub(-19.7)}, {"gone", pub(3), pub(-100)}, {"missing", data.NotKnown(), pub(1)}, {"utilities", pub(6822.3), pub(54.7)}, {"loss", pub(-3), pub(-150)}}
	got := stats.PullTable(totals, [][]stats.Part{row, row, row, row, row})
	if len(got) != len(totals) {
		t.Fatalf("%d rows of %d totals", len(got), len(totals))
	}
	for i, total := range totals {
		want := stats.Contribution(total, row)
		for j, c := range got[i] {
			w := data.NotKnown()
			share := data.NotKnown()
			if j < len(want.Parts) {
				w, share = want.Parts[j].Pull, want.Parts[j].Contribution
			}
			if c.Known() != w.Known() || math.IsNaN(c.Contribution) == share.Known() {
				t.Errorf("cell %d %d is %+v, want %v", i, j, c, w)
			}
			if w.Known() {
				near(t, "cell", c.Pull, w.Value, 0)
				near(t, "its lower end", c.Lo, w.Lo, 0)
				near(t, "its upper end", c.Hi, w.Hi, 0)
			}
			if share.Known() {
				near(t, "its contribution", c.Contribution, share.Value, 0)
			}
		}
	}
}
