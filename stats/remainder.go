package stats

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"

	"yunxing/data"
)

// ErrAddition reports parts that do not make their total even before rounding, so
// that no rounding of them may.
var ErrAddition = errors.New("stats: the parts do not make the total")

// LargestRemainder returns parts rounded to digits decimals such that they sum to
// the rounded total, by the largest remainder (formulas §6): each part is cut to
// the floor, and the units that lack go to the largest remainders; ties to the
// larger |part|, then to the earlier one. Floor is towards −∞, also of negatives.
//
// It is for display alone, off by default, and to be told in a footnote: the
// figures themselves are never rescaled. The error wraps ErrAddition where units
// would have to be taken away or more than one given to a part, and where a part
// or the total is not known or too large to be scaled.
func LargestRemainder(parts []data.Number, total data.Number, digits int8) ([]float64, error) {
	const fine = 9 // decimals beyond digits that count as remainder
	unit := int64(math.Pow10(fine))
	if !known(parts...) || !known(total) {
		return nil, fmt.Errorf("%w: one is not known", ErrAddition)
	}
	whole, ok := data.HalfAway.Scaled(printedAt(total, digits), int(digits))
	floors, rests := make([]int64, len(parts)), make([]int64, len(parts))
	lack := whole
	for i, p := range parts {
		x, fits := data.HalfAway.Scaled(p.Value, int(digits)+fine)
		ok = ok && fits
		rests[i] = (x%unit + unit) % unit
		floors[i] = (x - rests[i]) / unit
		lack -= floors[i]
	}
	if !ok || lack < 0 || lack > int64(len(parts)) {
		return nil, fmt.Errorf("%w: %d units of the last digit lack to %d parts", ErrAddition, lack, len(parts))
	}
	order := make([]int, len(parts))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Or(cmp.Compare(rests[j], rests[i]), cmp.Compare(math.Abs(parts[j].Value), math.Abs(parts[i].Value)))
	})
	for _, i := range order[:lack] {
		floors[i]++
	}
	out := make([]float64, len(parts))
	for i, f := range floors {
		out[i] = data.HalfAway.Round(float64(f)/math.Pow10(int(digits)), int(digits))
	}
	return out, nil
}

// printedAt returns n rounded to digits decimals.
func printedAt(n data.Number, digits int8) float64 {
	return data.HalfAway.Round(n.Value, int(digits))
}
