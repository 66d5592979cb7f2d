package stats

import "yunxing/data"

// CheckBetween checks that a mean lies between the smallest and the largest of what it
// is one of, whatever their weights: the growth of a total between those of its
// parts, a cumulative growth between the one before and that of the single period,
// since G_k = (P_{k−1}·G_{k−1} + (P_k − P_{k−1})·g_k)/P_k (formulas §2). The derived
// figure is the one in this range that is next to the stated. Unchecked where one is
// not known.
func CheckBetween(mean data.Number, values []data.Number) Finding {
	if len(values) == 0 || !known(mean) || !known(values...) {
		return agree(RuleBetween, mean, data.NotKnown(), values...)
	}
	least, most := values[0].Value, values[0].Value
	box := of(values[0])
	for _, v := range values[1:] {
		least, most = min(least, v.Value), max(most, v.Value)
		box = interval{min(box.lo, v.Lo), max(box.hi, v.Hi)}
	}
	next := data.From(min(max(mean.Value, least), most), box.lo, box.hi, mean.Digits, values...)
	return agree(RuleBetween, mean, next, values...)
}

// CheckRise checks that the cumulative level of a flow that cannot be negative is no
// less than that of the period before, A_k ≥ A_{k−1}. A fall of no more than
// largestRevision per cent may be a revision. The derived figure is the level before.
func CheckRise(now, before data.Number) Finding {
	f := agree(RuleRise, now, before, before)
	switch {
	case f.Verdict == Unchecked:
		return f
	case now.Value >= before.Value:
		f.Verdict = Consistent
	case now.Hi >= before.Lo:
		f.Verdict = WithinRounding
	default:
		f.Verdict = Inconsistent
	}
	return f.asRevision(largestRevision * before.Value / 100)
}
