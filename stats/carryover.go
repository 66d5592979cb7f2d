package stats

import (
	"fmt"

	"yunxing/data"
)

// meanOf returns the mean of the periods from to to of a year; not known where one
// is not.
func meanOf(s data.Series, year, from, to int) data.Number {
	var all []data.Number
	for k := from; k <= to; k++ {
		p, err := data.NewPeriod(s.Start.Freq(), year, k)
		if err != nil {
			return data.NotKnown()
		}
		all = append(all, s.At(p))
	}
	n := float64(len(all))
	return derived(2, func(x []float64) float64 { return x[0] / n }, sum(all)).By("m = s/n", "n s", n)
}

// CumulativeIndex returns the index of the year so far against the same periods of
// the year before, from a fixed-base index,
//
//	100·mean(F_1…F_N)/mean(F_1…F_N a year before):
//
// the ratio of means. It is not the product of monthly indices, and their mean is
// only near it (formulas §4). Not known where a period is not. The error wraps
// data.ErrBasis for another kind of series or frequency.
func CumulativeIndex(fixed data.Series, at data.Period) (data.Number, error) {
	if err := fits(fixed, at); err != nil {
		return data.NotKnown(), err
	}
	n := unchained(meanOf(fixed, at.Year(), 1, at.Number()), meanOf(fixed, at.Year()-1, 1, at.Number()))
	n.Digits = 1
	return n, nil
}

// fits returns an error unless fixed is a fixed-base index with periods like at.
func fits(fixed data.Series, at data.Period) error {
	if err := isIndex(fixed, data.BaseYear); err != nil {
		return err
	}
	if at.Freq() != fixed.Start.Freq() || at.Merged() {
		return fmt.Errorf("%w: no index at %v", data.ErrBasis, at)
	}
	return nil
}

// A PriceRise is a price change against the year before in two parts, in percentage
// points: CarryOver + New = Rise exactly.
type PriceRise struct {
	Rise      data.Number // against the year before, per cent
	CarryOver data.Number // 翘尾: what last year's movement leaves
	New       data.Number // 新涨价: what moved since last December
}

// CarryOver returns the parts of the price change at a period (formulas §4),
//
//	翘尾 = 100·(F_{Dec,y−1}/F_{m,y−1} − 1),   新涨价 = the remainder,
//
// from a fixed-base index, whose last period of the year before stands for
// December. Not known where one of the three is not. The error wraps data.ErrBasis
// for another kind of series or frequency.
func CarryOver(fixed data.Series, at data.Period) (PriceRise, error) {
	if err := fits(fixed, at); err != nil {
		return PriceRise{data.NotKnown(), data.NotKnown(), data.NotKnown()}, err
	}
	return priceRise(fixed.At(at), fixed.At(at.YearAgo()), lastOfYear(fixed, at.Year()-1)), nil
}

// CumulativeCarryOver returns the parts of the price change of the year so far,
// with means over its periods in place of single ones. Missing and errors as with
// CarryOver.
func CumulativeCarryOver(fixed data.Series, at data.Period) (PriceRise, error) {
	if err := fits(fixed, at); err != nil {
		return PriceRise{data.NotKnown(), data.NotKnown(), data.NotKnown()}, err
	}
	y, n := at.Year(), at.Number()
	return priceRise(meanOf(fixed, y, 1, n), meanOf(fixed, y-1, 1, n), lastOfYear(fixed, y-1)), nil
}

// lastOfYear returns the number of the last period of a year.
func lastOfYear(s data.Series, year int) data.Number {
	p, err := data.NewPeriod(s.Start.Freq(), year, int(s.Start.Freq()))
	if err != nil {
		return data.NotKnown()
	}
	return s.At(p)
}

// priceRise returns the parts of the change from then to now over a December.
func priceRise(now, then, december data.Number) PriceRise {
	if !positive(now, then, december) {
		return PriceRise{data.NotKnown(), data.NotKnown(), data.NotKnown()}
	}
	return PriceRise{
		Rise:      derived(1, func(x []float64) float64 { return 100 * (x[0]/x[1] - 1) }, now, then).By("π = 100·(F/Fₒ − 1)", "F Fₒ"),
		CarryOver: derived(1, func(x []float64) float64 { return 100 * (x[0]/x[1] - 1) }, december, then).By("π = 100·(F₁₂/Fₒ − 1)", "F₁₂ Fₒ"),
		New:       derived(1, func(x []float64) float64 { return 100 * (x[0] - x[2]) / x[1] }, now, then, december).By("π = 100·(F − F₁₂)/Fₒ", "F Fₒ F₁₂"),
	}
}
