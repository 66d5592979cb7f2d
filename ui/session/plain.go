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

// PlainBound returns an end of an interval likewise, to a digit more than can matter.
func PlainBound(v float64) string { return Plain(data.HalfAway.Round(v, 4), -1) }
