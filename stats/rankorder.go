package stats

import (
	"slices"

	"yunxing/data"
)

// An Order says which end of a group is first.
type Order uint8

// Orders.
const (
	Descending Order = iota // the largest is first: 居第1位
	Ascending               // the smallest is first, as for 回落幅度 or 能耗
)

// RanksBy returns Ranks in an order, of the values at their published digits
// (formulas §11). Derived values that are equal at these digits share a rank, and
// the range Best–Worst holds it even where their exact values differ.
func RanksBy(values []data.Number, order Order) ([]Place, error) {
	list := slices.Clone(values)
	for i, v := range list {
		if !v.Known() {
			continue
		}
		v.Value = printed(v)
		if order == Ascending {
			v.Value, v.Lo, v.Hi = -v.Value, -v.Hi, -v.Lo
		}
		list[i] = v
	}
	places, err := Ranks(list)
	for i := range places {
		p := &places[i]
		p.Best, p.Worst = min(p.Best, p.Rank), max(p.Worst, p.Rank)
	}
	return places, err
}

// RanksOfChange returns the place of each member by its change d = now − then in
// percentage points. Descending ranks the rise; Ascending ranks the decline, so
// that 回落幅度居第8位 is the eighth-largest fall (formulas §11). A member that is
// missing in either period has no place; the error wraps ErrCoverage where fewer
// than nine in ten have one, or the lists differ in length.
func RanksOfChange(now, then []data.Number, order Order) ([]Place, error) {
	if len(now) != len(then) {
		return nil, ErrCoverage
	}
	d := make([]data.Number, len(now))
	for i := range now {
		d[i] = Difference(now[i], then[i])
	}
	places, err := RanksBy(d, order)
	for i := range places {
		places[i].Estimated = d[i].Known() && d[i].Status > data.Derived
	}
	return places, err
}

// RankChange returns by how many places a member rose from then to now, 15 → 10
// being 5 上升 and a fall negative, and false where it had or has no place or the
// group is another size (formulas §11): a place among 30 is not one among 31.
func RankChange(now, then Place) (int, bool) {
	if now.Rank == 0 || then.Rank == 0 || now.Universe != then.Universe {
		return 0, false
	}
	return then.Rank - now.Rank, true
}
