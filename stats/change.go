package stats

import (
	"fmt"

	"yunxing/data"
)

// A YearChange is a figure of an earlier year and the change since, in percentage
// points.
type YearChange struct {
	Year   int
	Then   data.Number
	Change data.Number
}

// Changes returns the change of a series at a period against the same period of
// each of years, in their order, and an error wrapping data.ErrBasis where the
// period has no such period (weeks and days). A year that is missing has a change
// that is not known (formulas §5).
func Changes(s data.Series, at data.Period, years ...int) ([]YearChange, error) {
	out := make([]YearChange, 0, len(years))
	for _, y := range years {
		then := data.Period{}
		if !at.YearAgo().IsZero() {
			then = at
			for then.Year() > y {
				then = then.YearAgo()
			}
			for then.Year() < y {
				then = then.Add(at.Sub(at.YearAgo()))
			}
		}
		if then.IsZero() {
			return nil, fmt.Errorf("%w: %v has no like in another year", data.ErrBasis, at)
		}
		d, err := SeriesDifference(s, at, s, then)
		if err != nil {
			return nil, err
		}
		out = append(out, YearChange{Year: y, Then: s.At(then), Change: d})
	}
	return out, nil
}
