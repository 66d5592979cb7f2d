package stats_test

import (
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
