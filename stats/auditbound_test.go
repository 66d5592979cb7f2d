package stats_test

import (
	"os"
	"testing"

	"yunxing/data"
	"yunxing/stats"
)

// July 2013: 9.4 so far lies between 9.3 for the half-year and 9.7 for the month
// (formulas §2, example 2).
func TestCheckBetween(t *testing.T) {
	verdict(t, "July 2013", stats.CheckBetween(pub(9.4), pubs(9.3, 9.7)), stats.Consistent, stats.NoReason)
	verdict(t, "on the edge", stats.CheckBetween(pub(9.8), pubs(9.3, 9.7)), stats.WithinRounding, stats.NoReason)
	verdict(t, "outside", stats.CheckBetween(pub(10), pubs(9.3, 9.7)), stats.Inconsistent, stats.NoReason)
	verdict(t, "below", stats.CheckBetween(pub(9.1), pubs(9.3, 9.7)), stats.Inconsistent, stats.NoReason)
	verdict(t, "a part is missing", stats.CheckBetween(pub(9.4), []data.Number{pub(9.3), data.NotKnown()}), stats.Unchecked, stats.InputsMissing)
	verdict(t, "no parts", stats.CheckBetween(pub(9.4), nil), stats.Unchecked, stats.InputsMissing)
}

func TestCheckRise(t *testing.T) {
	verdict(t, "it rises", stats.CheckRise(pub(110), pub(100)), stats.Consistent, stats.NoReason)
	verdict(t, "it rests", stats.CheckRise(pub(99.9), pub(100)), stats.WithinRounding, stats.NoReason)
	verdict(t, "a revision", stats.CheckRise(pub(90), pub(100)), stats.ScopeDifference, stats.BaseRevised)
	verdict(t, "a wrong unit", stats.CheckRise(pub(11), pub(100)), stats.Inconsistent, stats.BaseRevised)
	verdict(t, "missing", stats.CheckRise(pub(11), data.NotKnown()), stats.Unchecked, stats.InputsMissing)
}

// Manufacturing of Inner Mongolia in January to October 2021: 5.1 points of 6.8 % are
// 74.9 %. SMEs in the third quarter of 2013: 67.06 % of the base and 14.1 % make 9.46
// points (formulas §6, example 5).
func TestCheckPullsOfParts(t *testing.T) {
	verdict(t, "manufacturing", stats.CheckPullContribution(pub(5.1), pub(74.9), pub(6.8)), stats.Consistent, stats.NoReason)
	verdict(t, "a wrong pull", stats.CheckPullContribution(pub(6.1), pub(74.9), pub(6.8)), stats.Inconsistent, stats.NoReason)
	verdict(t, "SMEs", stats.CheckPullRate(num(9.46, 2), num(67.06, 2), pub(14.1), stats.SamePrices), stats.Consistent, stats.NoReason)
	verdict(t, "SMEs, wrong", stats.CheckPullRate(num(8.46, 2), num(67.06, 2), pub(14.1), stats.SamePrices), stats.Inconsistent, stats.NoReason)
	verdict(t, "SMEs, other prices", stats.CheckPullRate(num(8.46, 2), num(67.06, 2), pub(14.1), stats.MixedPrices), stats.ScopeDifference, stats.PricesDiffer)
	// Value added of Inner Mongolia in 2023 (formulas §6): 11704 of 24627.
	total := num(24627, 0)
	verdict(t, "a share", stats.CheckShare(pub(47.5), num(11704, 0), total), stats.Consistent, stats.NoReason)
	verdict(t, "a wrong share", stats.CheckShare(pub(45.7), num(11704, 0), total), stats.Inconsistent, stats.NoReason)
}

// Twelve months make 98.41 (formulas §4, example 4).
func TestCheckIndexChainOfMonths(t *testing.T) {
	months := pubs(100.2, 99.7, 99.4, 99.6, 99.5, 99.7, 100.1, 100.2, 100.1, 100.0, 99.9, 100.0)
	verdict(t, "December", stats.CheckIndexChain(pub(98.4), months), stats.Consistent, stats.NoReason)
	verdict(t, "beyond rounding", stats.CheckIndexChain(pub(99.8), months), stats.Inconsistent, stats.NoReason)
	months[3] = pub(-99.6)
	verdict(t, "an index below zero", stats.CheckIndexChain(pub(98.4), months), stats.Inconsistent, stats.NoReason)
	months[3] = data.NotKnown()
	verdict(t, "a month is missing", stats.CheckIndexChain(pub(98.4), months), stats.Unchecked, stats.InputsMissing)
	verdict(t, "a fixed base", stats.CheckFixedIndex(pub(102), pub(104.04), pub(102)), stats.Consistent, stats.NoReason)
	verdict(t, "another", stats.CheckFixedIndex(pub(103), pub(104.04), pub(102)), stats.Inconsistent, stats.NoReason)
}

func TestCheckCumulativeIndex(t *testing.T) {
	verdict(t, "ratio of means", stats.CheckCumulativeIndex(pub(102), pubs(102, 104), pubs(100, 102)), stats.Consistent, stats.NoReason)
	verdict(t, "another", stats.CheckCumulativeIndex(pub(103), pubs(102, 104), pubs(100, 102)), stats.Inconsistent, stats.NoReason)
	verdict(t, "from the chain", stats.CheckCumulativeChain(pub(102), pubs(101, 103), pubs(99, 101)), stats.Consistent, stats.NoReason)
	verdict(t, "from the chain, another", stats.CheckCumulativeChain(pub(102.4), pubs(101, 103), pubs(99, 101)), stats.Inconsistent, stats.NoReason)
	verdict(t, "without a chain", stats.CheckCumulativeChain(pub(102), pubs(101, 103), nil), stats.Unchecked, stats.InputsMissing)
}

// Capacity utilisation of 2023, and of 2020 with other weights (formulas §9).
func TestCheckMeanUtilisationBounds(t *testing.T) {
	verdict(t, "2023", stats.CheckMeanUtilisation(pub(75.1), pubs(74.3, 74.5, 75.6, 75.9)), stats.Consistent, stats.NoReason)
	verdict(t, "2020", stats.CheckMeanUtilisation(pub(73.1), pubs(67.3, 74.4, 76.7)), stats.ScopeDifference, stats.WeightsDiffer)
	verdict(t, "outside", stats.CheckMeanUtilisation(pub(77.1), pubs(67.3, 74.4, 76.7)), stats.Inconsistent, stats.NoReason)
}

// TestAuditScopeOnceAYear fails where what is of another scope is told more than once
// for a series and year, or as an error.
func TestAuditScopeOnceAYear(t *testing.T) {
	cat, err := data.LoadCatalog(os.DirFS("../assets/catalog"))
	if err != nil {
		t.Fatal(err)
	}
	level := profitsOf(data.TotalItem, 100, 100, 200, 300, 400, 110, 220, 330, 440)
	growth := profitsOf(data.TotalItem, 200, 5, 5, 5, 5, 20, 20, 20, 30)
	growth.Key.Basis.Measure, growth.Key.Basis.Reference = data.Growth, data.YearAgo
	found, err := stats.Audit(t.Context(), stats.Input{Reader: shelf{level, growth}, Catalog: cat})
	if err != nil || len(found) != 1 {
		t.Fatalf("%d findings, %v", len(found), err)
	}
	if f := found[0]; f.Verdict != stats.ScopeDifference || f.Reason != stats.ScopeAdjusted || f.Period != data.Quarter(2013, 4) {
		t.Errorf("%v of %v is %v %q", f.Rule, f.Period, f.Verdict, f.Reason)
	}
}
