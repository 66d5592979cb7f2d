package stats

import "yunxing/data"

// Deflated returns the growth in volume in per cent of a growth at current prices
// and a price index with the year before = 100,
//
//	1 + g_real/100 = (1 + g_nom/100)/(I/100)
//
// (formulas §4; 单缩法). The difference g_nom − π is wrong by g_real·π and is never
// taken. Not known where an input is not, the growth may be −100 % or the index may
// be zero.
func Deflated(nominal, index data.Number) data.Number {
	if !above100(nominal) || !positive(index) {
		return data.NotKnown()
	}
	return rate(derived(1, func(x []float64) float64 { return 100 * ((1+x[0]/100)/(x[1]/100) - 1) }, nominal, index).By("g = 100·((1+n/100)/(I/100) − 1)", "n I"))
}

// Inflated returns the growth at current prices in per cent of a growth in volume
// and a price index with the year before = 100, 1 + g_nom = (1 + g_real)·I/100
// (formulas §4): +7.4 % at prices of 92.1 is −1.1 %. Missing as with Deflated.
func Inflated(volume, index data.Number) data.Number {
	if !above100(volume) || !positive(index) {
		return data.NotKnown()
	}
	return rate(derived(1, func(x []float64) float64 { return 100 * ((1+x[0]/100)*x[1]/100 - 1) }, volume, index).By("n = 100·((1+g/100)·I/100 − 1)", "g I"))
}

// Deflator returns the price index, the year before = 100, that growths at current
// prices and in volume imply, I = 100·(1 + g_nom)/(1 + g_real) (formulas §4).
// Missing as with Deflated.
func Deflator(nominal, volume data.Number) data.Number {
	if !above100(nominal, volume) {
		return data.NotKnown()
	}
	return rate(derived(1, func(x []float64) float64 { return 100 * (1 + x[0]/100) / (1 + x[1]/100) }, nominal, volume).By("I = 100·(1+n/100)/(1+g/100)", "n g"))
}
