package stats

import (
	"errors"

	"yunxing/data"
)

// ErrShort reports a path that is too short, has gaps, or lacks what a method of
// capacity needs.
var ErrShort = errors.New("stats: the series does not bear the method")

// A CapacityPoint is one period of a path by which capacity is estimated.
type CapacityPoint struct {
	Method    UtilisationMethod
	Capacity  data.Number // or the trend, in the unit of the path
	Rate      data.Number // 100·z/capacity, per cent
	Uncertain bool        // near the end, where the method is least sure: to be shown grey
}
