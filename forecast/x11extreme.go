package forecast

import "math"

// Limits, in standard deviations, from which an irregular value loses weight and
// at which it has none.
const (
	fullWeight = 1.5
	zeroWeight = 2.5
)

// A sigmaSpan is a stretch of the series whose values are judged by the standard
// deviation over another stretch; both are half open.
type sigmaSpan struct{ from, to, over, until int }

// sigmaSpans returns the spans for values from to to: those of a calendar year are
// judged by the five years around it, those of the first and last three by the
// first and last five whole years and what stands before and behind them. Fewer
// than five years are one span. The period of the year of value 0 is first.
func (w *x11Worker) sigmaSpans(first, n int) []sigmaSpan {
	const years = 5
	m := w.m
	begin, end := -first, n+(m-(first+n)%m)%m // of the calendar years, whole or not
	begins, ends := begin+(first+m-1)/m*m, end-(end-n+m-1)/m*m
	last := end - years*m
	if ends-years*m < begins {
		last = begin
	}
	if last <= begin {
		return []sigmaSpan{{0, n, 0, n}}
	}
	spans := []sigmaSpan{{0, begin + 3*m, 0, begins + years*m}}
	for i := begin + m; i < last; i += m {
		spans = append(spans, sigmaSpan{i + 2*m, i + 3*m, i, i + years*m})
	}
	return append(spans, sigmaSpan{last + 2*m, n, ends - years*m, n})
}

// extremes returns the weight of every irregular value: 1 within one and a half
// standard deviations, 0 beyond two and a half, on a line between. The deviations
// are computed twice, the second time without the values that were beyond two and a
// half deviations of their own year. skipped periods were lost before the first.
//
// Reference: Ladiray and Quenneville, 2001, p. 46.
func (w *x11Worker) extremes(irregular []float64, skipped int) []float64 {
	spans := w.sigmaSpans((w.first+skipped)%w.m, len(irregular))
	weight, out := make([]float64, len(irregular)), make([]bool, len(irregular))
	for i := range weight {
		weight[i] = 1
	}
	for _, s := range spans {
		sigma := w.deviation(irregular[s.over:s.until], nil)
		for i := s.from; i < s.to; i++ {
			out[i] = w.far(irregular[i]) > zeroWeight*sigma
		}
	}
	for _, s := range spans {
		sigma := w.deviation(irregular[s.over:s.until], out[s.over:s.until])
		for i := s.from; i < s.to; i++ {
			switch far := w.far(irregular[i]) / sigma; {
			case math.IsNaN(far) || far <= fullWeight:
				if out[i] {
					weight[i] = 0
				}
			case far > zeroWeight:
				weight[i] = 0
			default:
				weight[i] = (zeroWeight - far) / (zeroWeight - fullWeight)
				out[i] = false
			}
		}
	}
	return weight
}

// far returns how far an irregular value is from the neutral one.
func (w *x11Worker) far(v float64) float64 { return math.Abs(v - w.neutral()) }

// deviation returns the root mean square distance from the neutral value of those
// values that are not left out; NaN where all are the neutral one.
func (w *x11Worker) deviation(y []float64, out []bool) float64 {
	s, n := 0.0, 0.0
	for i, v := range y {
		if out == nil || !out[i] {
			s += w.far(v) * w.far(v)
			n++
		}
	}
	if s == 0 {
		return math.NaN()
	}
	return math.Sqrt(s / n)
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

// calmed returns seasonal ratios in which each extreme value is replaced by the
// mean of itself, by its weight, and of four of the same period of the year that
// have full weight; by the mean of all of that period where there are not four.
// Extreme are those far from a 3×n mean over the years.
func (w *x11Worker) calmed(ratios []float64, n, skipped int) []float64 {
	weight := w.extremes(w.without(ratios, w.centred(w.overYears(ratios, n))), skipped)
	out := append([]float64(nil), ratios...)
	for j := range w.m {
		sub, known := everyNth(ratios[j:], w.m), everyNth(weight[j:], w.m)
		for k, u := range known {
			if u < 1 {
				out[j+k*w.m] = replacement(sub, known, k)
			}
		}
	}
	return out
}

// replacement returns what takes the place of the kth of the values of one period
// of the year.
//
// Reference: Shiskin, Young and Musgrave, 1967.
func replacement(y, weight []float64, k int) float64 {
	full := fullAround(weight, k)
	if len(full) < 4 {
		return mean(y)
	}
	s := weight[k] * y[k]
	for _, i := range full {
		s += y[i]
	}
	return s / (weight[k] + 4)
}

// fullAround returns the four values with full weight that replace the kth: the
// two nearest on either side, or more of one side where the other has fewer; for
// the first and last two values, the first and last four.
func fullAround(weight []float64, k int) []int {
	var before, after []int
	for i := k - 1; i >= 0; i-- {
		if weight[i] == 1 {
			before = append(before, i)
		}
	}
	for i := k + 1; i < len(weight); i++ {
		if weight[i] == 1 {
			after = append(after, i)
		}
	}
	nb, na := min(len(before), 2), min(len(after), 2)
	switch {
	case k <= 1:
		nb = len(before)
		na = min(len(after), 4-nb)
	case k >= len(weight)-2:
		na = len(after)
		nb = min(len(before), 4-na)
	case nb < 2:
		na = min(len(after), 4-nb)
	case na < 2:
		nb = min(len(before), 4-na)
	}
	return append(before[:nb], after[:na]...)
}
