package stats

import (
	"errors"
	"fmt"

	"yunxing/data"
)

// Linked returns two fixed-base indices over a change of base as one on the newer
// base (formulas §4): the older is multiplied with the overlap factor
//
//	Σ newer / Σ older
//
// over the periods in which both are known, and stands only where the newer does
// not. The error wraps ErrOverlap if there is no such period, and data.ErrBasis for
// other kinds of series.
func Linked(older, newer data.Series) (data.Series, error) {
	if err := errors.Join(isIndex(older, data.BaseYear), isIndex(newer, data.BaseYear)); err != nil {
		return data.Series{}, err
	}
	if older.Start.Freq() != newer.Start.Freq() {
		return data.Series{}, fmt.Errorf("%w: indices of two frequencies", data.ErrBasis)
	}
	var top, bottom []data.Number
	for i, n := range newer.Points {
		if o := older.At(newer.Start.Add(i)); positive(n, o) {
			top, bottom = append(top, n), append(bottom, o)
		}
	}
	if len(top) == 0 {
		return data.Series{}, fmt.Errorf("%w: %s", ErrOverlap, newer.Key.Indicator)
	}
	factor := unchained(sum(top), sum(bottom))
	start, end := older.Start, newer.End()
	if newer.Start.Compare(start) < 0 {
		start = newer.Start
	}
	if older.End().Compare(end) > 0 {
		end = older.End()
	}
	out := like(newer, data.BaseYear, start, end.Sub(start)+1)
	for i := range out.Points {
		if out.Points[i] = newer.At(start.Add(i)); !out.Points[i].Shown() {
			out.Points[i] = chained(older.At(start.Add(i)), factor)
		}
	}
	return out, nil
}

// Rebased returns a fixed-base index with the mean of a year = 100 (formulas §4).
// The error wraps ErrOverlap if not all of the year is known, and data.ErrBasis for
// another kind of series.
func Rebased(fixed data.Series, year int) (data.Series, error) {
	if err := isIndex(fixed, data.BaseYear); err != nil {
		return data.Series{}, err
	}
	n := int(fixed.Start.Freq())
	mean := meanOf(fixed, year, 1, n)
	if !positive(mean) {
		return data.Series{}, fmt.Errorf("%w: not all of %d is known", ErrOverlap, year)
	}
	out := like(fixed, data.BaseYear, fixed.Start, len(fixed.Points))
	for i, f := range fixed.Points {
		out.Points[i] = unchained(f, mean)
	}
	return out, nil
}
