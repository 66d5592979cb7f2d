package session

import (
	"math"
	"strconv"

	"yunxing/data"
)

// Plain returns v for other programs, with its published decimals; the shortest text
// where they are not known, and "" where v is missing.
func Plain(v float64, digits int8) string {
	switch {
	case math.IsNaN(v) || math.IsInf(v, 0):
		return ""
	case digits < 0:
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return data.HalfAway.Format(v, int(digits))
}

// boundDecimals is how many decimals the ends of an interval have at least: one more
// than can matter.
const boundDecimals = 4

// PlainBounds returns the ends of the interval of n likewise, as they stand beside it;
// see [data.Number.Bounds].
func PlainBounds(n data.Number) (lo, hi string) {
	a, b := n.Bounds(max(boundDecimals, int(n.Digits)))
	return Plain(a, -1), Plain(b, -1)
}
