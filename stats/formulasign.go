package stats

import (
	"math"

	"yunxing/data"
)

// This file says what may be done to the quantities of a formula.

// operate returns a sign b.
func operate(sign string, a, b quantity) (quantity, error) {
	switch sign {
	case "+":
		return sumOf(a, b, 1)
	case "−":
		return sumOf(a, b, -1)
	case "·":
		return product(a, b)
	}
	return quotient(a, b)
}

// sumOf returns a + k·b for k of 1 or −1.
func sumOf(a, b quantity, k float64) (quantity, error) {
	out, err := summed(a, b, k)
	if err != nil {
		return quantity{}, err
	}
	if !a.bare && !b.bare {
		if b.number, err = inUnit(b, a.unit); err != nil {
			return quantity{}, err
		}
	}
	if !known(a.number, b.number) {
		out.number = data.NotKnown()
		return out, nil
	}
	box := of(a.number).plus(of(b.number).by(k))
	digits := min(max(decimals(a), decimals(b)), decimalsOf(box)+1) // no finer than the coarser of the two
	v := data.HalfAway.Round(a.number.Value+k*b.number.Value, 9)
	rule := "s = a + b"
	if k < 0 {
		rule = "d = a − b"
	}
	out.number = data.From(v, box.lo, box.hi, digits, a.number, b.number).By(rule, "a b")
	return out, nil
}

// decimals returns the decimals of a quantity; a constant has none of its own.
func decimals(q quantity) int8 {
	if len(q.number.Refs) == 0 && q.number.Lo == q.number.Hi {
		return 0
	}
	return q.number.Digits
}

// summed returns the basis and the unit of a sum. A constant counts as points on a
// rate; to a level, which has a unit, none can be added.
func summed(a, b quantity, k float64) (quantity, error) {
	if a.bare && b.bare {
		return ratioOf(a, b)
	}
	if a.bare || b.bare {
		q := a
		if a.bare {
			q = b
		}
		switch q.basis.Measure {
		case data.Level, data.Count, data.Rank:
			return quantity{}, data.ErrBasis
		}
		if k < 0 && q.basis.Measure != data.Change {
			q.basis.Measure, q.unit = data.Change, pointsOf(q.unit)
		}
		return quantity{basis: q.basis, unit: q.unit}, nil
	}
	if k < 0 {
		basis, err := a.basis.Minus(b.basis)
		unit := a.unit
		if basis.Measure != a.basis.Measure {
			unit = pointsOf(unit)
		}
		return quantity{basis: basis, unit: unit}, err
	}
	basis, err := a.basis.Plus(b.basis)
	return quantity{basis: basis, unit: a.unit}, err
}

// ratioOf returns what two bare quantities make: a ratio of their span, a constant of
// two constants. Ratios of two spans make nothing.
func ratioOf(a, b quantity) (quantity, error) {
	switch {
	case a.constant:
		return quantity{bare: true, basis: b.basis, constant: b.constant}, nil
	case b.constant || a.basis == b.basis:
		return quantity{bare: true, basis: a.basis}, nil
	}
	return quantity{}, data.ErrBasis
}

// pointsOf returns the unit of a difference of rates.
func pointsOf(u data.Unit) data.Unit {
	symbol := "个百分点"
	if u.Dimension != data.PerCent {
		symbol = "点"
	}
	out, _ := data.ParseUnit(symbol)
	out.Symbol = symbol
	return out
}

// inUnit returns the number of q in a unit, as it is where it is in that already.
func inUnit(q quantity, u data.Unit) (data.Number, error) {
	n := q.number
	if q.basis.Measure == data.Level && !(q.unit.Known() && u.Known()) {
		return n, ErrUnits
	}
	if q.unit == u || !n.Shown() {
		return n, nil
	}
	k, err := q.unit.Convert(1, u)
	if err != nil {
		return n, ErrUnits
	}
	box := of(n).by(k)
	status := n.Status
	n = data.From(n.Value*k, box.lo, box.hi, decimalsOf(box), n).By("m = k·a", "k a", k)
	n.Status = status
	return n, nil
}

// product returns a·b, one of which must be bare.
func product(a, b quantity) (quantity, error) {
	if !a.bare && !b.bare {
		return quantity{}, data.ErrBasis
	}
	out := a
	switch {
	case a.bare && b.bare:
		var err error
		if out, err = ratioOf(a, b); err != nil {
			return quantity{}, err
		}
	case a.bare:
		out = b
	}
	if !known(a.number, b.number) {
		out.number = data.NotKnown()
		return out, nil
	}
	box := of(a.number).times(of(b.number))
	out.number = data.From(a.number.Value*b.number.Value, box.lo, box.hi, decimalsOf(box), a.number, b.number).By("p = a·b", "a b")
	return out, nil
}

// quotient returns a/b: of what is on one basis a bare ratio, of levels in units that
// do not convert a level in a unit made of both.
func quotient(a, b quantity) (quantity, error) {
	out := quantity{bare: true, basis: data.Basis{Span: a.basis.Span, Measure: data.Share}}
	switch {
	case a.bare && b.bare:
		var err error
		if out, err = ratioOf(a, b); err != nil {
			return quantity{}, err
		}
	case b.bare:
		out = quantity{basis: a.basis, unit: a.unit}
	case a.bare:
		return quantity{}, data.ErrBasis
	case a.basis.Measure == data.Level && b.basis.Measure == data.Level:
		if _, err := a.basis.Over(b.basis); err != nil {
			return quantity{}, err
		}
		if n, err := inUnit(b, a.unit); err == nil {
			b.number = n
			break
		}
		if !a.unit.Known() || !b.unit.Known() {
			return quantity{}, ErrUnits
		}
		out = quantity{basis: a.basis, unit: data.Unit{Symbol: a.unit.Symbol + "/" + b.unit.Symbol}}
	case a.basis != b.basis:
		return quantity{}, data.ErrBasis
	}
	out.number = data.NotKnown()
	if !known(a.number, b.number) {
		return out, nil
	}
	if box, ok := of(a.number).over(of(b.number)); ok {
		out.number = data.From(a.number.Value/b.number.Value, box.lo, box.hi, decimalsOf(box), a.number, b.number).By("q = a/b", "a b")
	}
	return out, nil
}

// mostDecimals bounds the decimals of a result.
const mostDecimals = 4

// decimalsOf returns the decimals of which half a unit covers the interval, from none
// to mostDecimals.
func decimalsOf(box interval) int8 {
	w := box.halfWidth()
	for d := int8(mostDecimals); d > 0; d-- {
		if w <= data.HalfUnit(d)*(1+1e-9) {
			return d
		}
	}
	return 0
}

// growthMean returns the geometric mean of growths on one basis.
func growthMean(of []quantity) (quantity, error) {
	numbers := make([]data.Number, len(of))
	for i, q := range of {
		if q.bare || q.basis.Measure != data.Growth || q.basis != of[0].basis {
			return quantity{}, data.ErrBasis
		}
		numbers[i] = q.number
	}
	return quantity{number: MeanGrowth(numbers...), basis: of[0].basis, unit: of[0].unit}, nil
}

// deflatedOf returns a growth less a price index of its span and reference.
func deflatedOf(of []quantity) (quantity, error) {
	g, i := of[0], of[1]
	if g.bare || i.bare || g.basis.Measure != data.Growth || i.basis.Measure != data.Index ||
		g.basis.Span != i.basis.Span || g.basis.Reference != i.basis.Reference {
		return quantity{}, data.ErrBasis
	}
	return quantity{number: Deflated(g.number, i.number), basis: g.basis, unit: g.unit}, nil
}

// absOf returns a quantity without its sign.
func absOf(of []quantity) (quantity, error) {
	q := of[0]
	if q.number.Known() {
		box := interval{q.number.Lo, q.number.Hi}.magnitude()
		q.number = data.From(math.Abs(q.number.Value), box.lo, box.hi, q.number.Digits, q.number).By("m = |a|", "a")
	}
	return q, nil
}
