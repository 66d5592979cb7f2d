package brief

import (
	"math"

	"yunxing/data"
)

// This file finds changes of scope within a year. The cumulative levels of two periods
// may then not be taken from each other.

// mostDrift is how far the bases of two cumulative levels of a year may drift apart
// before their scopes are held to differ: revisions stay within two per cent.
const mostDrift = 0.03

// rescoped reports whether the scope of cumulative levels has changed between a quarter
// and the one before in its year. Each level leads by its published growth to a base;
// what these are of the levels published a year before must not leap.
func rescoped(levels, growth data.Series, q data.Period) bool {
	if q.Number() == 1 {
		return false
	}
	now, ok := baseRatio(levels, growth, q)
	before, was := baseRatio(levels, growth, q.Add(-1))
	return ok && was && math.Abs(now/before-1) > mostDrift
}

// baseRatio returns the comparable base of a cumulative level as a part of the level
// published a year before, false where one of the three is not known.
func baseRatio(levels, growth data.Series, q data.Period) (float64, bool) {
	now, g, then := levels.At(q), growth.At(q), levels.At(q.YearAgo())
	if !now.Known() || !g.Known() || !then.Known() || g.Value <= -100 || then.Value <= 0 {
		return 0, false
	}
	return now.Value / (1 + g.Value/100) / then.Value, true
}
