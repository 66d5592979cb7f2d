package forecast

import "math"

// overYears smooths the values of each period of the year over the years by a mean
// of n years and one of three.
func (w *x11Worker) overYears(y []float64, n int) []float64 {
	out := make([]float64, len(y))
	for j := range w.m {
		for k, v := range yearsMean(everyNth(y[j:], w.m), n) {
			out[j+k*w.m] = v
		}
	}
	return out
}

// everyNth returns every nth value of y, from the first on.
func everyNth(y []float64, n int) []float64 {
	var out []float64
	for i := 0; i < len(y); i += n {
		out = append(out, y[i])
	}
	return out
}

// yearsMean returns the 3×n mean of y with the asymmetric weights of X-11 at its
// ends; the mean of all of y where that is shorter than these.
func yearsMean(y []float64, n int) []float64 {
	w := make([]float64, n+2)
	for i := range w {
		w[i] = float64(min(i+1, len(w)-i, 3)) / float64(3*n)
	}
	reach := len(w) / 2
	out := make([]float64, len(y))
	for t := range y {
		before, after := t, len(y)-1-t
		lost := reach - min(before, after, reach)
		switch {
		case lost == 0:
			out[t] = dot(w, y[t-reach:])
		case len(w)-lost > len(y):
			out[t] = mean(y)
		case before < after:
			out[t] = dot(yearEnd(n, lost), y)
		default:
			for i, v := range yearEnd(n, lost) {
				out[t] += v * y[len(y)-1-i]
			}
		}
	}
	return out
}

// yearEnd returns the weights of the 3×n mean where some of its years are lost,
// from the end of the series inwards.
//
// Reference: Shiskin, Young and Musgrave, 1967; Ladiray and Quenneville, 2001, p. 43.
func yearEnd(n, lost int) []float64 {
	ends := map[int][][]float64{
		3: {
			{7, 10, 7, 3},
			{11, 11, 5},
		},
		5: {
			{9, 13, 13, 13, 8, 4},
			{15, 15, 15, 11, 4},
			{17, 17, 17, 9},
		},
		9: {
			{84, 120, 118, 117, 116, 114, 113, 111, 73, 34},
			{141, 137, 132, 128, 123, 117, 113, 75, 34},
			{173, 163, 154, 143, 133, 123, 79, 32},
			{208, 192, 176, 160, 144, 92, 28},
			{246, 221, 197, 173, 112, 51},
		},
	}
	w := ends[n][lost-1]
	return rescale(w, 1/sum(w))
}

// centred brings a seasonal part to the neutral value in the mean of any year.
func (w *x11Worker) centred(s []float64) []float64 {
	return w.without(s, continued(movingMean(s, w.m)))
}

// seasonYears returns n of the 3×n mean for the season, and the ratio of irregular
// to season of all years: with one of up to 2.5 three, from 3.5 to 5.5 five, from
// 6.5 on nine years. Between these bounds the last year is left out and the ratio
// taken anew; five years where five are not left.
func (w *x11Worker) seasonYears(ratios []float64) (years int, ratio float64) {
	ratio = w.movingRatio(ratios[:w.n])
	for end := w.n - (w.first+w.n)%w.m; end >= 5*w.m; end -= w.m {
		switch r := w.movingRatio(ratios[:end]); {
		case r <= 2.5:
			return 3, ratio
		case r >= 3.5 && r <= 5.5:
			return 5, ratio
		case r >= 6.5:
			return 9, ratio
		}
	}
	return 5, ratio
}

// movingRatio returns the ratio of the changes from year to year of the irregular
// and of the season, by a mean of seven years; the mean of the first three and of
// the last three years stands before and behind the series.
func (w *x11Worker) movingRatio(ratios []float64) float64 {
	up, down := 0.0, 0.0
	for j := range w.m {
		sub := everyNth(ratios[j:], w.m)
		smooth := sevenYears(sub)
		i, s := yearsFactors(len(sub) - 1)
		n := float64(len(sub) - 1)
		up += n * i * w.change(w.without(sub, smooth), 1)
		down += n * s * w.change(smooth, 1)
	}
	if up <= 999*down && down > 0 {
		return up / down
	}
	return math.Inf(1)
}

// sevenYears returns the mean of seven neighbours.
func sevenYears(y []float64) []float64 {
	const side = 3
	long := make([]float64, len(y)+2*side)
	copy(long[side:], y)
	for i := range side {
		long[i], long[len(long)-1-i] = mean(y[:side]), mean(y[len(y)-side:])
	}
	out := make([]float64, len(y))
	for t := range out {
		out[t] = mean(long[t : t+2*side+1])
	}
	return out
}

// yearsFactors returns what the changes of the irregular and of the season over n
// years are multiplied by, since the ends of the mean of seven years make them
// smaller.
//
// Reference: Shiskin, Young and Musgrave, 1967.
func yearsFactors(n int) (irregular, season float64) {
	short := [][2]float64{2: {1, 1}, 3: {1.02584, 3}, 4: {1.01779, 1.55291}, 5: {1.01383, 1.30095}}
	if n < len(short) {
		return short[n][0], short[n][1]
	}
	const si, ss = 12.247449, 1.732051
	y := float64(n)
	return y * si / (73.239334 + (y-6)*si), y * ss / (8.485281 + (y-6)*ss)
}
