package stats

import (
	"errors"
	"fmt"

	"yunxing/data"
)

// ErrImprecise reports a rate that rounding leaves open by more than half a point
// to either side: it is not to be printed to one decimal.
var ErrImprecise = errors.New("stats: rounding leaves more than half a point open")

// OneDecimal returns n to be shown with one decimal, and an error wrapping
// ErrImprecise where its interval is wider than ±0.5 points: the number then has
// no decimals and is to be shown by its interval. What is not known stays so.
func OneDecimal(n data.Number) (data.Number, error) {
	if !n.Known() {
		return n, nil
	}
	n.Digits = digitsFor(of(n))
	if n.Digits == 0 {
		return n, fmt.Errorf("%w: ±%s", ErrImprecise, data.HalfAway.Format(of(n).halfWidth(), 2))
	}
	return n, nil
}
