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
	return math.Abs(baseMove(levels, growth, q)) > mostDrift
}

// cutWithin reports whether the scope of cumulative levels is cut within a year: the
// bases fall behind the levels of the year before. Where they rise, it is that year
// whose scope was cut.
func cutWithin(levels, growth data.Series, year int) bool {
	for q := 2; q <= 4; q++ {
		if baseMove(levels, growth, data.Quarter(year, q)) < -mostDrift {
			return true
		}
	}
	return false
}

// baseMove returns by what part the base ratio of a quarter has moved since the quarter
// before in its year, 0 where one is not known.
func baseMove(levels, growth data.Series, q data.Period) float64 {
	if q.Number() == 1 {
		return 0
	}
	now, ok := baseRatio(levels, growth, q)
	before, was := baseRatio(levels, growth, q.Add(-1))
	if !ok || !was {
		return 0
	}
	return now/before - 1
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
