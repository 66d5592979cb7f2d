package stats_test

import (
	"fmt"
	"testing"

	"yunxing/data"
	"yunxing/stats"
)

func verdict(t *testing.T, what string, f stats.Finding, want stats.Verdict, reason stats.Reason) {
	t.Helper()
	if f.Verdict != want || f.Reason != reason {
		t.Errorf("%s is %v %q, want %v %q (%v beside %v)", what, f.Verdict, f.Reason, want, reason, f.Stated, f.Derived)
	}
	if f.Rule == "" || len(f.Inputs) == 0 {
		t.Errorf("%s does not tell its rule or inputs: %+v", what, f)
	}
	if f.Verdict == stats.Unchecked && f.Gap.Known() && f.Rule != stats.RuleContributionBound {
		t.Errorf("%s is unchecked with a gap of %v", what, f.Gap.Value)
	}
	holds(t, what, f.Gap)
	holds(t, what, f.Derived)
}

// Profits of 2023: three quarters agree with the cumulative figures, the fourth
// does not, its base having been revised (formulas §2, example 3).
func TestCheckCurrentProfit2023(t *testing.T) {
	var v struct {
		Levels     []float64    `json:"levels"`
		Growth     []float64    `json:"cum_growth"`
		Implied    []float64    `json:"implied_q"`
		Box        [][2]float64 `json:"box"`
		Published  []float64    `json:"published_q"`
		Consistent []bool       `json:"consistent"`
	}
	vectors(t, "profit2023", &v)
	for i, level := range v.Levels {
		g := pub(v.Growth[i])
		if i > 0 {
			g = stats.CurrentFromLevels(share(level), g, share(v.Levels[i-1]), pub(v.Growth[i-1]))
		}
		what := fmt.Sprintf("quarter %d", i+1)
		within(t, what, g, v.Implied[i], v.Box[i][0], v.Box[i][1], 0.0051)
		f := stats.CheckCurrent(pub(v.Published[i]), g)
		switch {
		case !v.Consistent[i]:
			verdict(t, what, f, stats.Inconsistent, stats.BaseRevised)
			near(t, "the gap of the fourth quarter", f.Gap.Value, 16.2-18.46, 0.006)
		case i < 2:
			verdict(t, what, f, stats.Consistent, stats.NoReason)
		default:
			verdict(t, what, f, stats.WithinRounding, stats.NoReason)
		}
	}
	verdict(t, "a quarter without a release", stats.CheckCurrent(data.NotKnown(), pub(1)), stats.Unchecked, stats.InputsMissing)
}

// Worked numbers of formulas §16: lignite 3.545 beside 3.6 and LNG 3.556 beside 3.5
// are both consistent with rounding.
func TestCheckAgreesByIntervals(t *testing.T) {
	lignite := stats.Contribution(stats.Part{Level: num(7.73, 2), Growth: pub(15.6)}, []stats.Part{{Level: num(2.18, 2), Growth: pub(12.2)}})
	verdict(t, "lignite", stats.CheckPulls(pub(3.6), []data.Number{lignite.Parts[0].Pull}), stats.WithinRounding, stats.NoReason)
	lng := stats.ContributionFromShares(pub(11.2), []stats.SharePart{{Share: pub(27.8), Growth: pub(13.0)}}, stats.ThisYear, stats.SamePrices)
	near(t, "pull of LNG", lng.Parts[0].Pull.Value, 3.556, 0.001)
	verdict(t, "LNG", stats.CheckPulls(pub(3.5), []data.Number{lng.Parts[0].Pull}), stats.WithinRounding, stats.NoReason)
}

func TestCheckParts(t *testing.T) {
	for _, tt := range []struct {
		name  string
		total float64
		parts []float64
		want  stats.Verdict
	}{
		{"equal", 12.2, []float64{3.5, 3.5, 3.2, 2.0}, stats.Consistent},
		{"rounding", 12.2, []float64{3.5, 3.5, 3.3, 2.1}, stats.WithinRounding},
		{"beyond", 12.2, []float64{3.5, 3.5, 3.3, 2.3}, stats.Inconsistent},
	} {
		f := stats.CheckParts(pub(tt.total), pubs(tt.parts...))
		reason := stats.NoReason
		verdict(t, tt.name, f, tt.want, reason)
	}
	verdict(t, "a missing part", stats.CheckParts(pub(5), []data.Number{pub(5), data.NotKnown()}), stats.Unchecked, stats.InputsMissing)
	verdict(t, "no parts", stats.CheckParts(pub(5), nil), stats.Unchecked, stats.InputsMissing)
}

func TestCheckSubset(t *testing.T) {
	for _, tt := range []struct {
		name   string
		parts  []data.Number
		want   stats.Verdict
		reason stats.Reason
	}{
		{"a rest is left", pubs(3, 4), stats.Consistent, stats.NoReason},
		{"only rounding leaves one", pubs(6, 4.1), stats.WithinRounding, stats.NoReason},
		{"too much", pubs(6, 5), stats.Inconsistent, stats.SubsetTooLarge},
		{"too much without the missing", []data.Number{pub(6), data.NotKnown(), pub(5)}, stats.Inconsistent, stats.SubsetTooLarge},
		{"nothing known", []data.Number{data.NotKnown()}, stats.Unchecked, stats.InputsMissing},
	} {
		verdict(t, tt.name, stats.CheckSubset(pub(10), tt.parts), tt.want, tt.reason)
	}
}

// Profits of 2023 against those published for 2022 (formulas §1, example 1, and
// the rule of §15).
func TestCheckLevelGrowth(t *testing.T) {
	f := stats.CheckLevelGrowth(pub(76858.3), pub(-2.3), pub(84038.5))
	verdict(t, "profits of 2023", f, stats.ScopeDifference, stats.ScopeAdjusted)
	near(t, "the base", f.Derived.Value, 78667.7, 0.05)
	verdict(t, "a small scope", stats.CheckLevelGrowth(pub(110), pub(10), pub(100.5)), stats.ScopeDifference, stats.NoReason)
	verdict(t, "no scope", stats.CheckLevelGrowth(pub(110), pub(10), pub(100)), stats.Consistent, stats.NoReason)
	verdict(t, "rounding", stats.CheckLevelGrowth(pub(110), pub(10), pub(100.1)), stats.WithinRounding, stats.NoReason)
	verdict(t, "missing", stats.CheckLevelGrowth(pub(110), data.NotKnown(), pub(100.1)), stats.Unchecked, stats.InputsMissing)
}

// The pair of formulas §15: March 2013 first 0.66, then 0.71.
func TestCheckRevision(t *testing.T) {
	var v struct{ First, Later float64 }
	vectors(t, "revision", &v)
	f := stats.CheckRevision(num(v.Later, 2), num(v.First, 2))
	verdict(t, "March 2013", f, stats.Revised, stats.FigureRevised)
	near(t, "the revision", f.Gap.Value, 0.05, 1e-12)
	verdict(t, "July 2013", stats.CheckRevision(num(0.88, 2), num(0.88, 2)), stats.Consistent, stats.NoReason)
	verdict(t, "another decimal", stats.CheckRevision(num(0.9, 1), num(0.94, 2)), stats.Consistent, stats.NoReason)
	broken := num(0.8, 2)
	broken.Break = true
	verdict(t, "a break", stats.CheckRevision(broken, num(0.66, 2)), stats.ScopeDifference, stats.ScopeBroken)
	verdict(t, "first release", stats.CheckRevision(num(0.8, 2), data.NotKnown()), stats.Unchecked, stats.InputsMissing)
}

// Gross product of Inner Mongolia in 2023: with shares at 2023 prices the official
// contributions differ, and that is a matter of prices (formulas §6).
func TestCheckShareRate(t *testing.T) {
	verdict(t, "secondary, base shares at comparable prices", stats.CheckShareRate(pub(45.7), num(41.19, 2), pub(8.1), pub(7.3), stats.SamePrices), stats.Consistent, stats.NoReason)
	verdict(t, "secondary, current shares", stats.CheckShareRate(pub(45.7), pub(47.2), pub(8.1), pub(7.3), stats.MixedPrices), stats.ScopeDifference, stats.PricesDiffer)
	verdict(t, "secondary, taken as same prices", stats.CheckShareRate(pub(45.7), pub(47.2), pub(8.1), pub(7.3), stats.SamePrices), stats.Inconsistent, stats.NoReason)
	verdict(t, "no growth", stats.CheckShareRate(pub(45.7), pub(47.2), pub(8.1), pub(0), stats.SamePrices), stats.Unchecked, stats.InputsMissing)
	// Coal of the nation, formulas §6, example 2: 26.4 % now, +1.1 points.
	verdict(t, "share link", stats.CheckShareLink(pub(26.4), pub(25.3), pub(15.6), pub(11.0), stats.SamePrices), stats.WithinRounding, stats.NoReason)
	verdict(t, "share link at mixed prices", stats.CheckShareLink(pub(30), pub(25.3), pub(15.6), pub(11.0), stats.MixedPrices), stats.ScopeDifference, stats.PricesDiffer)
	verdict(t, "share link broken", stats.CheckShareLink(pub(30), pub(25.3), pub(15.6), pub(11.0), stats.SamePrices), stats.Inconsistent, stats.NoReason)
}

func TestCheckContributions(t *testing.T) {
	// Official contributions of formulas §6: 8.7 + 45.7 + 45.6.
	verdict(t, "contributions", stats.CheckContributions(pubs(8.7, 45.7, 45.6)), stats.Consistent, stats.NoReason)
	verdict(t, "contributions, rounded", stats.CheckContributions(pubs(8.7, 45.7, 45.7)), stats.WithinRounding, stats.NoReason)
	verdict(t, "contributions, wrong", stats.CheckContributions(pubs(8.7, 45.7, 47)), stats.Inconsistent, stats.NoReason)
	verdict(t, "pulls", stats.CheckPulls(pub(-2.3), each([]float64{-3.865, -1.496, 3.067}, 3)), stats.Consistent, stats.NoReason)
}

func TestCheckContributionBound(t *testing.T) {
	for _, tt := range []struct {
		name                        string
		contribution, share, growth float64
		want                        stats.Verdict
	}{
		{"slower and less", 30, 40, 5, stats.Consistent},
		{"slower and more", 50, 40, 5, stats.Inconsistent},
		{"slower and more by rounding", 40.05, 40, 5, stats.WithinRounding},
		{"faster and less", 30, 40, 15, stats.Inconsistent},
		{"faster and more", 50, 40, 15, stats.Consistent},
		{"as fast", 50, 40, 10, stats.Consistent},
	} {
		verdict(t, tt.name, stats.CheckContributionBound(pub(tt.contribution), pub(tt.share), pub(tt.growth), pub(10)), tt.want, stats.NoReason)
	}
	verdict(t, "a shrinking total", stats.CheckContributionBound(pub(1), pub(1), pub(1), pub(-2)), stats.Unchecked, stats.InputsMissing)
}

func TestCheckDifference(t *testing.T) {
	verdict(t, "12.2 less 14.0", stats.CheckDifference(pub(-1.8), pub(12.2), pub(14)), stats.Consistent, stats.NoReason)
	verdict(t, "unrounded rates", stats.CheckDifference(pub(-1.9), pub(12.2), pub(14)), stats.WithinRounding, stats.NoReason)
	verdict(t, "the ratio", stats.CheckDifference(pub(-12.9), pub(12.2), pub(14)), stats.Inconsistent, stats.NoReason)
}

// January to October 2023: Inner Mongolia is fourth together with three others
// (formulas §11).
func TestCheckRank(t *testing.T) {
	v := pubs(15.8, 10.7, 7.5, 7.4, 7.4, 7.4, 7.4, 7.2, 6.9)
	verdict(t, "fourth", stats.CheckRank(num(4, 0), v, 3, stats.Descending), stats.Consistent, stats.NoReason)
	verdict(t, "sixth", stats.CheckRank(num(6, 0), v, 3, stats.Descending), stats.WithinRounding, stats.NoReason)
	verdict(t, "ninth", stats.CheckRank(num(9, 0), v, 3, stats.Descending), stats.Inconsistent, stats.NoReason)
	verdict(t, "first from below", stats.CheckRank(num(1, 0), v, 8, stats.Ascending), stats.Consistent, stats.NoReason)
	verdict(t, "outside", stats.CheckRank(num(1, 0), v, 9, stats.Ascending), stats.Unchecked, stats.InputsMissing)
	v[0], v[1] = data.NotKnown(), data.NotKnown()
	verdict(t, "too few", stats.CheckRank(num(4, 0), v, 3, stats.Descending), stats.Unchecked, stats.TooFewMembers)
}

func TestVerdictNames(t *testing.T) {
	seen := map[string]bool{}
	for v := stats.Unchecked; v <= stats.Inconsistent; v++ {
		if seen[v.String()] {
			t.Errorf("two verdicts are called %v", v)
		}
		seen[v.String()] = true
	}
	fs := []stats.Finding{{Verdict: stats.Consistent}, {Verdict: stats.Inconsistent}, {Verdict: stats.Unchecked}, {Verdict: stats.ScopeDifference}, {Verdict: stats.WithinRounding}}
	if got := stats.Worst(fs); len(got) != 2 {
		t.Errorf("%d of five findings are to be looked at", len(got))
	}
}
