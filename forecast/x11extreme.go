package forecast

import "math"

// Limits, in standard deviations, from which an irregular value loses weight and
// at which it has none.
const (
	fullWeight = 1.5
	zeroWeight = 2.5
)

// extremes returns the weight of every irregular value: 1 within one and a half
// standard deviations of five years around it, 0 beyond two and a half, on a line
// between. Values beyond two and a half are left out of the deviation.
//
// Reference: Ladiray and Quenneville, 2001, p. 46.
func (w *x11Worker) extremes(irregular []float64) []float64 {
	out := make([]float64, len(irregular))
	years := (len(irregular) + w.m - 1) / w.m
	for year := range years {
		first := min(max(0, year-2), max(0, years-5)) * w.m
		span := irregular[first:min(len(irregular), first+5*w.m)]
		sigma := w.deviation(span, math.Inf(1))
		sigma = w.deviation(span, zeroWeight*sigma)
		for i := year * w.m; i < min(len(irregular), (year+1)*w.m); i++ {
			d := math.Abs(irregular[i] - w.neutral())
			switch {
			case d <= fullWeight*sigma || sigma == 0:
				out[i] = 1
			case d < zeroWeight*sigma:
				out[i] = (zeroWeight*sigma - d) / ((zeroWeight - fullWeight) * sigma)
			}
		}
	}
	return out
}

// deviation returns the root mean square of what lies within limit of the neutral
// value.
func (w *x11Worker) deviation(y []float64, limit float64) float64 {
	s, n := 0.0, 0.0
	for _, v := range y {
		if d := v - w.neutral(); math.Abs(d) <= limit {
			s += d * d
			n++
		}
	}
	return math.Sqrt(s / max(n, 1))
}

// tempered returns the series with its irregular values drawn towards the neutral
// value by their weights.
func (w *x11Worker) tempered(weight, irregular []float64) []float64 {
	out := make([]float64, len(w.y))
	for i, v := range w.y {
		kept := w.neutral() + weight[i]*(irregular[i]-w.neutral())
		if w.additive {
			out[i] = v - irregular[i] + kept
		} else {
			out[i] = v / irregular[i] * kept
		}
	}
	return out
}

// calmed returns seasonal ratios whose extreme values are drawn towards their
// neighbours of the same period: the weighted value and the two nearest before and
// after that have full weight are averaged.
func (w *x11Worker) calmed(ratios []float64, years int) []float64 {
	rough := w.centred(w.overYears(ratios, years))
	weight := w.extremes(w.without(ratios, rough))
	out := append([]float64(nil), ratios...)
	for i, u := range weight {
		if u == 1 {
			continue
		}
		s, n := u*ratios[i], u
		for _, step := range []int{-w.m, w.m} {
			for k, found := i+step, 0; k >= 0 && k < len(ratios) && found < 2; k += step {
				if weight[k] == 1 {
					s, n, found = s+ratios[k], n+1, found+1
				}
			}
		}
		if n > 0 {
			out[i] = s / n
		}
	}
	return out
}
