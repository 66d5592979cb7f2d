package stats

import (
	"math"

	"yunxing/data"
)

// Chained returns the growth over several years that growths of each make,
//
//	g = 100·(Π(1 + g_i/100) − 1)
//
// in per cent. Not known where one is not or may be −100 %, or there is none.
func Chained(growths ...data.Number) data.Number {
	if len(growths) == 0 || !above100(growths...) {
		return data.NotKnown()
	}
	f, box := 1.0, exactly(1)
	for _, g := range growths {
		f *= 1 + g.Value/100
		box = box.times(of(g).factor())
	}
	box = box.growth()
	return rate(data.From(100*(f-1), box.lo, box.hi, 1, growths...).By("g = 100·(Π(1+gᵢ/100) − 1)", "gᵢ"))
}

// MeanGrowth returns the geometric mean of yearly growths in per cent (两年平均),
//
//	ḡ = 100·((Π(1 + g_i/100))^{1/n} − 1)
//
// (formulas §14; China NBS from 2021). Not known where one is not or may be −100 %,
// or there is none: a year that is missing is never left out.
func MeanGrowth(growths ...data.Number) data.Number {
	return MeanOfTotal(Chained(growths...), len(growths))
}

// MeanOfTotal returns the geometric mean per year in per cent of a growth over
// years years: +13.5 % over 2019 is 6.5 % a year in 2021 (formulas §14).
func MeanOfTotal(growth data.Number, years int) data.Number {
	if years < 1 || !above100(growth) {
		return data.NotKnown()
	}
	return rate(derived(1, func(x []float64) float64 {
		return 100 * (math.Pow(1+x[0]/100, 1/float64(years)) - 1)
	}, growth).By("ḡ = 100·((1+g/100)^(1/n) − 1)", "n g", float64(years)))
}

// Unchained returns the growth of the earlier years that a growth over several
// years and one of the last imply, 100·((1 + g)/(1 + g_last) − 1) in per cent:
// +41.2 % over two years and +44.7 % in the second leave −2.4 % (formulas §14).
func Unchained(growth, last data.Number) data.Number {
	if !above100(growth, last) {
		return data.NotKnown()
	}
	return rate(derived(1, func(x []float64) float64 { return 100 * ((1+x[0]/100)/(1+x[1]/100) - 1) }, growth, last).By("g = 100·((1+g₂/100)/(1+g₁/100) − 1)", "g₂ g₁"))
}
