package stats

import (
	"errors"

	"yunxing/data"
)

// CheckRank checks a stated rank of the i-th member against the values of the
// group in an order, by competition ranking at published digits (formulas §11).
// It is within rounding where the range of ranks that rounding leaves holds the
// stated one. Unchecked where the member or the rank is not known, or fewer than
// nine in ten of the group are; an index outside the group is unchecked too.
func CheckRank(stated data.Number, values []data.Number, i int, order Order) Finding {
	f := Finding{Rule: RuleRank, Stated: stated, Derived: data.NotKnown(), Gap: data.NotKnown(), Inputs: append([]data.Number{stated}, values...)}
	if i < 0 || i >= len(values) || !known(stated, values[i]) {
		f.Reason = InputsMissing
		return f
	}
	places, err := RanksBy(values, order)
	if errors.Is(err, ErrCoverage) {
		f.Reason = TooFewMembers
		return f
	}
	p := places[i]
	// A rank counts whole members: its digits are none and its interval is that of
	// the ranks which are possible.
	f.Derived = data.From(float64(p.Rank), float64(p.Best), float64(p.Worst), 0, values...)
	f.Gap = data.From(stated.Value-float64(p.Rank), stated.Value-float64(p.Worst), stated.Value-float64(p.Best), 0, append([]data.Number{stated}, values...)...)
	switch r := int(data.HalfAway.Round(stated.Value, 0)); {
	case r == p.Rank:
		f.Verdict = Consistent
	case p.Best <= r && r <= p.Worst:
		f.Verdict = WithinRounding
	default:
		f.Verdict = Inconsistent
	}
	return f
}
