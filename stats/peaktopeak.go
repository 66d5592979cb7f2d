package stats

import (
	"fmt"

	"yunxing/data"
)

// PeakToPeak returns capacity and utilisation of a path of output by the method of
// Wharton (Klein, Brookings Papers 1973:3; formulas §9): a local peak is full use,
// capacity runs straight between peaks and on from the first two and the last two.
// A level stretch counts from its first point. All is estimated: weak peaks count as
// full use, and what lies behind the last peak is not known until a new one. The
// intervals are for the peaks of the printed path; that of the truth may have others,
// where neighbours are alike within rounding. The error wraps ErrShort where there are gaps or fewer than two peaks.
func PeakToPeak(z []data.Number) ([]CapacityPoint, error) {
	if !known(z...) {
		return nil, fmt.Errorf("%w: a value is missing", ErrShort)
	}
	peaks := peaksOf(z)
	if len(peaks) < 2 {
		return nil, fmt.Errorf("%w: %d peaks", ErrShort, len(peaks))
	}
	out := make([]CapacityPoint, len(z))
	last := peaks[len(peaks)-1]
	for t, k := 0, 0; t < len(z); t++ {
		for k < len(peaks)-2 && t > peaks[k+1] {
			k++
		}
		a, b := peaks[k], peaks[k+1]
		out[t].Method = PeakToPeakMethod
		f := float64(t-a) / float64(b-a)
		out[t].Capacity = estimated(derived(max(z[t].Digits, 2), func(x []float64) float64 { return x[0] + (x[1]-x[0])*f }, z[a], z[b]).By("K = a + (b − a)·f", "f a b", f))
		out[t].Rate = estimated(Ratio(z[t], out[t].Capacity, 1))
		out[t].Uncertain = t > last
	}
	return out, nil
}

// peaksOf returns the positions of local maxima within z, without its ends.
func peaksOf(z []data.Number) []int {
	var out []int
	for i := 1; i < len(z)-1; i++ {
		if z[i].Value <= z[i-1].Value {
			continue
		}
		j := i
		for j < len(z)-1 && z[j+1].Value == z[i].Value {
			j++
		}
		if j < len(z)-1 && z[j+1].Value < z[i].Value {
			out = append(out, i)
		}
	}
	return out
}
