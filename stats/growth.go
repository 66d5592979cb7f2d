package stats

import "yunxing/data"

// Difference returns now − then at the digits they were published with,
//
//	d = g₁ − g₀   in percentage points for growths, shares and indices.
//
// It is computed from the rounded figures, as reports do (12.2 − 14.0 = −1.8);
// the true difference lies in the interval (−1.9 to −1.7). It is not known where
// either is not. The two must be on one basis; see SeriesDifference for a check.
func Difference(now, then data.Number) data.Number {
	return DifferenceBy(data.HalfAway, now, then)
}

// DifferenceBy returns Difference with the published figures rounded by a rule,
// which matters where they are derived and lie on a half unit.
func DifferenceBy(r data.Rounding, now, then data.Number) data.Number {
	if !known(now, then) {
		return data.NotKnown()
	}
	digits := max(now.Digits, then.Digits)
	box := of(now).minus(of(then))
	v := r.Round(r.Round(now.Value, int(now.Digits))-r.Round(then.Value, int(then.Digits)), int(digits))
	return data.From(v, box.lo, box.hi, digits, now, then).By("d = x₁ − x₀", "x₁ x₀")
}

// ExactDifference returns now − then without rounding, in percentage points to two
// decimals: for analysis, where Difference is what a report prints (formulas §5).
func ExactDifference(now, then data.Number) data.Number {
	return derived(2, func(x []float64) float64 { return x[0] - x[1] }, now, then).By("d = x₁ − x₀", "x₁ x₀")
}

// SeriesDifference returns Difference of a at p and b at q, and an error wrapping
// data.ErrBasis if the two series are not on one basis: a cumulative rate is only
// compared with a cumulative rate, of the same number of months.
func SeriesDifference(a data.Series, p data.Period, b data.Series, q data.Period) (data.Number, error) {
	if _, err := a.Key.Basis.Minus(b.Key.Basis); err != nil {
		return data.NotKnown(), err
	}
	if a.Key.Basis.Span == data.Cumulative && !sameMonths(p, q) {
		return data.NotKnown(), data.ErrBasis
	}
	return Difference(a.At(p), b.At(q)), nil
}

// sameMonths reports whether p and q end with the same month of their years.
func sameMonths(p, q data.Period) bool {
	a, ok1 := p.In(data.Monthly)
	b, ok2 := q.In(data.Monthly)
	return ok1 && ok2 && a.Number() == b.Number()
}

// IndexGrowth returns the growth that an index with the year before = 100 states,
// g = I − 100, in per cent.
func IndexGrowth(index data.Number) data.Number {
	if !index.Known() {
		return data.NotKnown()
	}
	return data.From(data.HalfAway.Round(index.Value-100, int(index.Digits)), index.Lo-100, index.Hi-100, index.Digits, index).By("g = I − 100", "I")
}

// Ratio returns part ÷ whole in per cent. It is a share or a ratio of levels, and
// never a growth: the scope of two published levels a year apart differs. It is
// not known where the whole may be zero or less.
func Ratio(part, whole data.Number, digits int8) data.Number {
	if !known(part, whole) || whole.Lo <= 0 {
		return data.NotKnown()
	}
	box, ok := of(part).over(of(whole))
	if !ok {
		return data.NotKnown()
	}
	return data.From(100*part.Value/whole.Value, 100*box.lo, 100*box.hi, digits, part, whole).By("r = 100·A/B", "A B")
}

// ComparableBase returns the level of the year before that a published level and
// its published growth at comparable scope imply,
//
//	B = A / (1 + g/100).
//
// It is negative where a loss turned to a profit and the growth was published all
// the same, and not known where g may be −100 %.
func ComparableBase(level, growth data.Number) data.Number {
	if !known(level, growth) {
		return data.NotKnown()
	}
	box, ok := of(level).over(of(growth).factor())
	if !ok {
		return data.NotKnown()
	}
	return data.From(level.Value/(1+growth.Value/100), box.lo, box.hi, level.Digits, level, growth).By("B = A/(1+g/100)", "A g")
}
