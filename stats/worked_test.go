package stats_test

import (
	"math"
	"slices"
	"testing"

	"yunxing/data"
	"yunxing/stats"
)

// Product growth of January–September 2013 and 2012 and the differences that the
// report prints; revenue against 2011 and 2012 (formulas §18, features A1).
func TestReportDifferences(t *testing.T) {
	for _, c := range []struct {
		name            string
		now, then, want float64
	}{
		{"coal", -0.7, 11.2, -11.9},
		{"steel", 8.8, 15.7, -6.9},
		{"aluminium", 3.6, 5.4, -1.8},
		{"fertiliser", -3.1, 46.5, -49.6},
		{"methanol", -5.3, 55.0, -60.3},
		{"trucks", -33.6, -32.6, -1.0},
		{"revenue against 2011", 8.5, 34.4, -25.9},
		{"revenue against 2012", 8.5, 8.6, -0.1},
		{"small firms above all", 14.1, 12.2, 1.9},
	} {
		near(t, c.name, stats.Difference(pub(c.now), pub(c.then)).Value, c.want, 1e-12)
	}
}

// The toy of formulas §12: ratios .71000 .71212 .71218, 108.322 after 135.5 make
// +12.37 % (12.25 to 12.60); last year's ratio gives the growth so far.
func TestCompletionRatioToy(t *testing.T) {
	years := [][]float64{{20, 25, 26, 29}, {23.8, 29.8, 31.0, 34.2}, {27.2, 34.0, 35.3, 39.0}}
	soFar := []float64{71, 84.6, 96.5}
	ratios := make([]data.Number, len(years))
	for i, want := range []float64{71.000, 71.212, 71.218} {
		whole := 0.0
		for _, v := range years[i] {
			whole += v
		}
		ratios[i] = stats.Ratio(share(soFar[i]), share(whole), 3)
		near(t, "completion ratio", ratios[i].Value, want, 0.0006)
	}
	mean := stats.MeanStock(ratios...)
	near(t, "mean ratio", mean.Value, 71.143, 0.0006)
	now := share(27.2*1.12 + 34.0*1.1128 + 35.3*1.1338)
	near(t, "so far", now.Value, 108.322, 0.0005)
	growth := func(ratio float64) float64 {
		return stats.LevelGrowth(share(now.Value/ratio*100), share(135.5)).Value
	}
	near(t, "by the mean ratio", growth(mean.Value), 12.37, 0.005)
	near(t, "by the highest", growth(ratios[2].Value), 12.25, 0.005)
	near(t, "by the lowest", growth(ratios[0].Value), 12.60, 0.005)
	near(t, "so far", stats.LevelGrowth(now, share(96.5)).Value, 12.25, 0.005)
	near(t, "by last year's ratio, the growth so far", growth(ratios[2].Value), stats.LevelGrowth(now, share(96.5)).Value, 1e-9)
	// 0.1 points of ratio are about 0.16 points of growth.
	near(t, "sensitivity", growth(mean.Value-0.1)-growth(mean.Value), 0.16, 0.005)
}

// The year is as uncertain as its rest: p = .75 and σ = 1.5 leave ±0.48 at 80 %
// (formulas §12).
func TestYearBand(t *testing.T) {
	rest := data.Number{Value: 13.4, Lo: 13.4 - 1.2816*1.5, Hi: 13.4 + 1.2816*1.5, Digits: 1, Status: data.Projected}
	y := stats.YearFrom(share(12.2), rest, share(0.75))
	near(t, "year", y.Value, 12.5, 1e-9)
	near(t, "half of its band", (y.Hi-y.Lo)/2, 0.48, 0.001)
	if y.Status != data.Projected {
		t.Error("a projected year is not marked")
	}
}

// Parts and their growth in the account of check.py: pulls 3.5 3.5 3.2 2.0 make 12.2
// when rounded alone, and the identity contribution ÷ share = g ÷ G holds for each.
func TestContributionIdentity(t *testing.T) {
	base, now := []float64{35, 25, 20, 20}, []float64{38.5, 28.5, 23.2, 22.0}
	var parts []stats.Pair
	for i := range base {
		parts = append(parts, stats.Pair{Base: share(base[i]), Now: share(now[i])})
	}
	p := stats.ContributionFromLevels(stats.Pair{Base: share(100), Now: share(112.2)}, parts)
	additive(t, "account", p)
	for i, x := range p.Parts {
		near(t, "pull", x.Pull.Value, []float64{3.5, 3.5, 3.2, 2.0}[i], 1e-9)
		f := stats.CheckShareRate(x.Contribution, share(base[i]), x.Growth, p.Total.Growth, stats.SamePrices)
		verdict(t, "identity", f, stats.Consistent, stats.NoReason)
		near(t, "gap of the identity", f.Gap.Value, 0, 1e-9)
		near(t, "share now", stats.ShareAfter(share(base[i]), x.Growth, p.Total.Growth).Value, 100*now[i]/112.2, 1e-9)
	}
}

// Steps and distances that the releases of formulas §5 print in percentage points.
func TestWordedDifferences(t *testing.T) {
	for _, c := range []struct {
		name            string
		now, then, want float64
		pace            stats.Pace
	}{
		{"July 2013 after June", 9.7, 8.9, 0.8, stats.Faster},
		{"March 2013 after January and February", 8.9, 9.9, -1.0, stats.Slower},
		{"profits of 2023 after eleven months", -2.3, -4.4, 2.1, stats.NarrowerFall},
		{"Inner Mongolia after September 2020", 7.3, -2.1, 9.4, stats.TurnsUp},
		{"Inner Mongolia above the nation, October 2023", 7.4, 4.1, 3.3, stats.Faster},
		{"the report after the year before", 12.2, 14.0, -1.8, stats.Slower},
	} {
		near(t, c.name, stats.Difference(pub(c.now), pub(c.then)).Value, c.want, 1e-12)
		if got := stats.PaceOf(pub(c.now), pub(c.then)); got != c.pace {
			t.Errorf("%s: the word is %v, want %v", c.name, got, c.pace)
		}
	}
}

// The named judgements of utilisation with the lines of their sources (formulas §9),
// each tried just below and on its lines.
func TestThresholdLines(t *testing.T) {
	for _, c := range []struct {
		id   string
		rate float64
		want stats.Band
	}{
		{"report74", 73.9, stats.Excess},
		{"report74", 74, stats.Normal},
		{"international", 74.9, stats.SevereExcess},
		{"international", 75, stats.Excess},
		{"international", 80.9, stats.Excess},
		{"international", 81, stats.Normal},
		{"international", 85.1, stats.Shortage},
		{"western", 74.9, stats.SevereExcess},
		{"western", 78.9, stats.Excess},
		{"western", 79, stats.Normal},
		{"western", 90.1, stats.Shortage},
		{"commentary", 74.9, stats.Excess},
		{"commentary", 75, stats.Normal},
		{"commentary", 85.1, stats.Shortage},
	} {
		i := slices.IndexFunc(stats.Thresholds(), func(th stats.Threshold) bool { return th.ID == c.id })
		if i < 0 {
			t.Fatalf("there is no judgement %s", c.id)
		}
		if got := stats.Thresholds()[i].Band(pub(c.rate)); got != c.want {
			t.Errorf("%v by %s lies in band %v, want %v", c.rate, c.id, got, c.want)
		}
	}
}

// The report's quarters with the whole of their boxes, and what the month of March
// implied of weights (formulas §2, examples 1 and 2).
func TestReportQuarters(t *testing.T) {
	g := stats.CurrentGrowths(pubs(12.0, 11.6, 12.2), exacts(0.25, 0.5, 0.75))
	within(t, "second quarter", g[1], 11.2, 11.05, 11.35, 1e-9)
	within(t, "third quarter", g[2], 13.4, 13.15, 13.65, 1e-9)
	near(t, "what the year needs of its fourth", stats.Required(pub(12.5), pub(12.2), share(0.674)).Value, 13.12, 0.005)
	unadjusted := stats.Difference(pub(12.2), pub(11.6))
	near(t, "what is told of it", unadjusted.Value, 0.6, 1e-12)
}

// How much parts of profits of 2023 cancel, Σ|Δ|/|ΔT| = 3.67, is below the five from
// which contributions are no longer told (formulas §6).
func TestCancellation(t *testing.T) {
	var v struct {
		Share []float64 `json:"share_of_change"`
	}
	vectors(t, "pull_profit2023", &v)
	sum, whole := 0.0, 0.0
	for _, s := range v.Share {
		sum += math.Abs(s) / 100
		whole += s
	}
	near(t, "Σ|Δ|/|ΔT|", sum, 3.67, 0.005)
	near(t, "contributions", whole, 100, 1e-9)
	near(t, "coal: contribution against share", stats.ContributionOfShare(pub(28.8), pub(10), pub(10)).Value, 28.8, 1e-9)
}

// A part contributes its base share times g/G, so that one which grows slower than the
// total cannot contribute more than its share (formulas §6).
func TestContributionAgainstShare(t *testing.T) {
	for _, c := range [][3]float64{{40, 9, 12}, {38, 14.4, 12.2}, {20, 12, 12}} {
		got := stats.ContributionOfShare(pub(c[0]), pub(c[1]), pub(c[2])).Value
		if (got > c[0]+1e-9) != (c[1] > c[2]) {
			t.Errorf("a part of %v %% that grew %v of %v contributes %v %%", c[0], c[1], c[2], got)
		}
	}
}
