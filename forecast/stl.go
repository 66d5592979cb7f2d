package forecast

import (
	"math"
	"slices"
)

// STL is the decomposition of a series into trend, season and remainder by local
// regression. The seasonal pattern may change from year to year; Periodic keeps it
// fixed. The zero value smooths the season over 11 years and the trend over the
// span that suits it.
//
// Reference: R. B. Cleveland, W. S. Cleveland, J. E. McRae, I. Terpenning, "STL: A
// Seasonal-Trend Decomposition Procedure Based on Loess", 1990.
type STL struct {
	Season   int  // years over which the season is smoothed, odd; 0 for 11
	Trend    int  // periods over which the trend is smoothed, odd; 0 for the shortest that leaves the season alone
	Periodic bool // the season is the same in every year
	Robust   bool // periods that do not fit get less weight
}

// stlSeason is the span of the season, in years, where none is given.
const stlSeason = 11

// Decompose splits y, values at consecutive periods. Errors: ErrSeason for no
// season, ErrTooShort for two years or less, ErrMissing, ErrScale.
func (s STL) Decompose(y []float64, season int) (Decomposition, error) {
	if err := needDecomposable(y, season); err != nil {
		return Decomposition{}, err
	}
	if err := needLength(y, 2*season+1); err != nil {
		return Decomposition{}, err
	}
	return s.decompose(y, season), nil
}

// decompose is the kernel of Decompose.
func (s STL) decompose(y []float64, m int) Decomposition {
	w := s.worker(y, m)
	inner, outer := 2, 0
	if s.Robust {
		inner, outer = 1, 15
	}
	for k := 0; ; k++ {
		for range inner {
			w.round()
		}
		if k == outer {
			break
		}
		w.reweigh()
	}
	if s.Periodic {
		w.average()
	}
	d := Decomposition{Trend: w.trend, Seasonal: w.season, Remainder: make([]float64, len(y)), Weights: w.robust}
	for i, v := range y {
		d.Remainder[i] = v - w.trend[i] - w.season[i]
	}
	return d
}

// An stlWorker holds the parts of one decomposition and its memory.
type stlWorker struct {
	y             []float64
	m             int
	robust        []float64 // nil before the first fit
	trend, season []float64
	bySeason      loess
	byTrend       loess
	byPass        loess
	cycle         []float64 // smoothed subseries, one year longer at both ends
	one, two      []float64
	sub, subW     []float64
}

// worker prepares the memory and the spans.
func (s STL) worker(y []float64, m int) *stlWorker {
	n := len(y)
	span := max(s.Season, 3) | 1
	if s.Season <= 0 {
		span = stlSeason
	}
	if s.Periodic {
		span = 10*n + 1
	}
	trend := s.Trend | 1
	if s.Trend <= 0 {
		trend = int(math.Ceil(1.5*float64(m)/(1-1.5/float64(span)))) | 1
	}
	local := func(span int, linear bool) loess {
		return loess{span: span, linear: linear, jump: (span + 9) / 10}
	}
	return &stlWorker{
		y: y, m: m, trend: make([]float64, n), season: make([]float64, n),
		bySeason: local(span, false), byTrend: local(trend, true), byPass: local(m|1, true),
		cycle: make([]float64, n+2*m), one: make([]float64, n+2*m), two: make([]float64, n+2*m),
	}
}

// round updates the season from the series without trend, and the trend from the
// series without season.
func (w *stlWorker) round() {
	w.cycles()
	n := len(w.y)
	pass := runningMean(runningMean(runningMean(w.cycle, w.m, w.one), w.m, w.two), 3, w.one)
	w.byPass.smooth(pass, nil, w.two[:n])
	for i := range n {
		w.season[i] = w.cycle[w.m+i] - w.two[i]
		w.one[i] = w.y[i] - w.season[i]
	}
	w.byTrend.smooth(w.one[:n], w.robust, w.trend)
}

// cycles smooths the values of each period of the year over the years and
// continues them by one year at both ends.
func (w *stlWorker) cycles() {
	for j := range w.m {
		w.sub, w.subW = w.sub[:0], w.subW[:0]
		for i := j; i < len(w.y); i += w.m {
			w.sub = append(w.sub, w.y[i]-w.trend[i])
			if w.robust != nil {
				w.subW = append(w.subW, w.robust[i])
			}
		}
		k, weight := len(w.sub), w.subW
		if w.robust == nil {
			weight = nil
		}
		out := w.one[:k+2]
		l := &w.bySeason
		set := l.set(k)
		l.smooth(w.sub, weight, out[1:k+1])
		if v, ok := l.at(set, w.sub, weight, -1, 0, min(l.span, k)-1); ok {
			out[0] = v
		} else {
			out[0] = out[1]
		}
		if v, ok := l.at(set, w.sub, weight, k, max(0, k-l.span), k-1); ok {
			out[k+1] = v
		} else {
			out[k+1] = out[k]
		}
		for i, v := range out {
			w.cycle[j+i*w.m] = v
		}
	}
}

// runningMean writes the means of k neighbours, of which there are k − 1 fewer
// than values, to out and returns them.
func runningMean(x []float64, k int, out []float64) []float64 {
	out = out[:len(x)-k+1]
	s := sum(x[:k])
	out[0] = s / float64(k)
	for i := k; i < len(x); i++ {
		s += x[i] - x[i-k]
		out[i-k+1] = s / float64(k)
	}
	return out
}

// reweigh computes the robustness weights: bisquare in six times the median
// absolute remainder.
func (w *stlWorker) reweigh() {
	n := len(w.y)
	r, work := w.one[:n], w.two[:n] // free between two rounds
	for i, v := range w.y {
		r[i] = math.Abs(v - w.trend[i] - w.season[i])
	}
	copy(work, r)
	lower, upper := middle(work)
	width := 3 * (lower + upper)
	if w.robust == nil {
		w.robust = make([]float64, n)
	}
	for i, v := range r {
		switch {
		case v <= 0.001*width:
			w.robust[i] = 1
		case v <= 0.999*width:
			q := v / width
			q = 1 - q*q
			w.robust[i] = q * q
		default:
			w.robust[i] = 0
		}
	}
}

// middle returns the two values in the middle of x, which are one where their
// number is odd, and changes the order of x.
func middle(x []float64) (lower, upper float64) {
	half := len(x) / 2
	upper = nth(x, half)
	if len(x)%2 == 1 {
		return upper, upper
	}
	return slices.Max(x[:half]), upper
}

// nth returns the value that has k others before it in order, and puts x in such an
// order that those before it are not larger and those behind it not smaller (C. A.
// R. Hoare, "Algorithm 65: Find", 1961).
func nth(x []float64, k int) float64 {
	for first, last := 0, len(x)-1; first < last; {
		pivot := x[k]
		i, j := first, last
		for i <= j {
			for x[i] < pivot {
				i++
			}
			for pivot < x[j] {
				j--
			}
			if i <= j {
				x[i], x[j] = x[j], x[i]
				i++
				j--
			}
		}
		if j < k {
			first = i
		}
		if k < i {
			last = j
		}
	}
	return x[k]
}

// average replaces the season by the mean of each period over the years.
func (w *stlWorker) average() {
	for j := range w.m {
		s, k := 0.0, 0
		for i := j; i < len(w.season); i += w.m {
			s += w.season[i]
			k++
		}
		for i := j; i < len(w.season); i += w.m {
			w.season[i] = s / float64(k)
		}
	}
}

// seasonalStrength returns how much of the variance of the series without trend
// the season explains: max(0, 1 − Var(R)/Var(S + R)), 0 for series of two years or
// less.
//
// Reference: X. Wang, K. Smith, R. J. Hyndman, "Characteristic-based clustering for
// time series data", 2006.
func seasonalStrength(y []float64, m int) float64 {
	if m < 2 || len(y) < 2*m+1 {
		return 0
	}
	d := STL{}.decompose(y, m)
	both := make([]float64, len(y))
	for i, r := range d.Remainder {
		both[i] = r + d.Seasonal[i]
	}
	if v := variance(both); v > 0 {
		return max(0, min(1, 1-variance(d.Remainder)/v))
	}
	return 0
}

// variance returns Σ(x − x̄)²/n.
func variance(x []float64) float64 {
	centre, ss := mean(x), 0.0
	for _, v := range x {
		ss += (v - centre) * (v - centre)
	}
	return ss / float64(len(x))
}
