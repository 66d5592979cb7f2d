package stats

import "yunxing/data"

// DiffusionIndex returns the index of a purchasing managers' survey, the share that
// tells of more and half of that which tells of the same in per cent,
//
//	DI = up + ½·same,
//
// 50 being the threshold (formulas §8).
func DiffusionIndex(up, same data.Number) data.Number {
	return derived(1, func(x []float64) float64 { return x[0] + x[1]/2 }, up, same).By("D = u + s/2", "u s")
}

// Balance returns the survey index of China NBS from the shares of good and bad
// answers in per cent,
//
//	good − bad + 100,
//
// from 0 to 200 with 100 as the threshold (formulas §8). It is twice the
// DiffusionIndex of the same answers.
func Balance(good, bad data.Number) data.Number {
	return derived(1, func(x []float64) float64 { return x[0] - x[1] + 100 }, good, bad).By("B = g − b + 100", "g b")
}

// Prosperity returns the enterprise prosperity index (企业景气指数) from the balances
// of the present and of what is expected,
//
//	0.4·immediate + 0.6·expected
//
// (formulas §8; China NBS, second quarter of 2013).
func Prosperity(immediate, expected data.Number) data.Number {
	return derived(1, func(x []float64) float64 { return 0.4*x[0] + 0.6*x[1] }, immediate, expected).By("P = 0.4·i + 0.6·e", "i e")
}

// A ClimateBand is a named range of a survey index, from a value up to the next
// band.
type ClimateBand struct {
	ID   string
	From float64
}

// ClimateBands returns one author's bands of an index from 0 to 200 (formulas §8,
// S26c). Authors differ: they are to be shown with their source and may be replaced
// by others.
func ClimateBands() []ClimateBand {
	return []ClimateBand{{"not-prosperous", 0}, {"fair", 100}, {"higher", 120}, {"high", 150}}
}

// BandOf returns the band of an index at its digits among bands in rising order, and
// false where the index is not known or lies below all.
func BandOf(index data.Number, bands []ClimateBand) (ClimateBand, bool) {
	var out ClimateBand
	found := false
	for _, b := range bands {
		if index.Known() && printed(index) >= b.From {
			out, found = b, true
		}
	}
	return out, found
}

// Side returns Rising where an index is above its threshold at its digits (100 for
// a Balance, 50 for a DiffusionIndex), Falling below it, Flat on it, and false where
// it is not known.
func Side(index data.Number, threshold float64) (Direction, bool) {
	if !index.Known() {
		return Flat, false
	}
	return direction(printed(index) - threshold), true
}
