package page

import (
	"cmp"
	"slices"

	"yunxing/stats"
	"yunxing/ui/session"
)

// sortFindings sorts findings by the column of s.
func (s sorting) sortFindings(all []session.Finding) {
	if !s.on {
		return
	}
	slices.SortStableFunc(all, func(a, b session.Finding) int {
		if s.down {
			a, b = b, a
		}
		return compareFindings(a, b, s.col)
	})
}

// compareFindings orders two findings by a column.
func compareFindings(a, b session.Finding, col int) int {
	switch col {
	case findingVerdict:
		return cmp.Compare(severity(a.Verdict), severity(b.Verdict))
	case findingRule:
		return cmp.Compare(a.Rule, b.Rule)
	case findingRegion:
		return cmp.Compare(a.Key.Region, b.Key.Region)
	case findingWhat:
		return cmp.Or(cmp.Compare(a.Key.Indicator, b.Key.Indicator), cmp.Compare(a.Key.Item, b.Key.Item))
	case findingPeriod:
		return a.Period.Compare(b.Period)
	case findingStated:
		return cmp.Compare(a.Stated.Value, b.Stated.Value)
	case findingDerived:
		return cmp.Compare(a.Derived.Value, b.Derived.Value)
	case findingGap:
		return cmp.Compare(a.Gap.Value, b.Gap.Value)
	}
	return cmp.Compare(cellOf(a), cellOf(b))
}

// severity returns the place of a verdict in the list.
func severity(v stats.Verdict) int { return slices.Index(tallied(), v) }
