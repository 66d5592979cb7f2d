package forecast

import (
	"context"
	"fmt"
	"math"
	"slices"
)

// An arimaFitter estimates ARIMA models of one series by exact maximum likelihood
// and keeps its memory from order to order. Without gaps the differenced series is
// filtered; with gaps the series itself, whose first values are then taken as
// unknown. Constants are solved for by generalised least squares.
type arimaFitter struct {
	y      []float64
	m      int
	known  int
	tiny   float64 // smallest mean square error that is told from zero
	series [][]float64
	order  Order

	regressors [][]float64 // one column of the length of y for each

	builder armaBuilder
	fast    armaFilter
	general kalman
	sums    gls
	search  simplex
}

// newARIMAFitter returns a fitter for y, which begins and ends with known values.
func newARIMAFitter(y []float64, m int) *arimaFitter {
	size := 0.0
	for _, v := range y {
		if !math.IsNaN(v) {
			size = max(size, math.Abs(v))
		}
	}
	return &arimaFitter{y: y, m: m, known: count(y), tiny: 1e-20 * size * size}
}

// gaps reports whether values are missing.
func (w *arimaFitter) gaps() bool { return w.known < len(w.y) }

// parameters returns the number of estimated parameters of an order, with the
// coefficients of the regressors.
func (w *arimaFitter) parameters(o Order) int { return o.parameters() + len(w.regressors) }

// prepare sets the series, the constant and the regressors to what an order
// filters.
func (w *arimaFitter) prepare(o Order) {
	w.order = o
	w.series = [][]float64{w.y}
	if o.Constant {
		w.series = append(w.series, constantColumn(o, len(w.y)))
	}
	w.series = append(w.series, w.regressors...)
	if w.gaps() {
		return
	}
	for i, s := range w.series {
		w.series[i] = o.difference(s, w.m)
	}
}

// constantColumn returns the regressor of a mean, or of a drift.
func constantColumn(o Order, n int) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = 1
		if o.differences() > 0 {
			out[i] = float64(i + 1)
		}
	}
	return out
}

// likelihood returns the log likelihood of the prepared order with the free
// numbers x, and whether it exists. The coefficients of the constant and the sum
// of squares stay in w.sums.
func (w *arimaFitter) likelihood(x []float64) (loglik, sse float64, beta []float64, ok bool) {
	process, ok := w.builder.build(w.order, w.m, x)
	if !ok {
		return 0, 0, nil, false
	}
	w.sums.begin(len(w.series) - 1)
	if w.gaps() {
		space := arimaSpace{process, w.order.operator(w.m)}
		ok = w.general.run(space, w.series, &w.sums, nil)
	} else {
		ok = w.fast.run(process, w.series, &w.sums)
	}
	if !ok || w.sums.n == 0 {
		return 0, 0, nil, false
	}
	beta, sse, ok = w.sums.solve()
	if !ok {
		return 0, 0, nil, false
	}
	loglik = w.sums.logLikelihood(sse, w.tiny)
	return loglik, sse, beta, !math.IsNaN(loglik)
}

// An arimaFit is an estimated order.
type arimaFit struct {
	order  Order
	x      []float64 // free numbers of the coefficients
	loglik float64
	aicc   float64
}

// enough reports whether the series is long enough for an order.
func (w *arimaFitter) enough(o Order) bool {
	return w.known-o.lost(w.m) >= w.parameters(o)+2
}

// fit estimates the coefficients of an order from the given starts; it is false if
// the series is too short for it, or nowhere has a likelihood.
func (w *arimaFitter) fit(ctx context.Context, o Order, starts [][]float64) (arimaFit, bool) {
	if !w.enough(o) {
		return arimaFit{}, false
	}
	w.prepare(o)
	objective := func(x []float64) float64 {
		if ctx.Err() != nil {
			return math.Inf(1)
		}
		v, _, _, ok := w.likelihood(x)
		if !ok {
			return math.Inf(1)
		}
		return -2 * v
	}
	best, value := []float64(nil), math.Inf(1)
	step := make([]float64, o.size())
	for i := range step {
		step[i] = 0.25
	}
	for _, start := range starts {
		v := objective(start)
		if math.IsInf(v, 1) {
			continue
		}
		x := start
		if len(x) > 0 {
			x, v = w.search.minimise(objective, start, step, 120*len(x), 1e-4)
		}
		if v < value {
			best, value = slices.Clone(x), v
		}
	}
	if math.IsInf(value, 1) {
		return arimaFit{}, false
	}
	return w.fitted(o, best, -value/2), true
}

// fitted returns the fit with its criterion.
func (w *arimaFitter) fitted(o Order, x []float64, loglik float64) arimaFit {
	n, k := float64(w.known-o.lost(w.m)), float64(w.parameters(o))
	return arimaFit{o, x, loglik, -2*loglik + 2*k + 2*k*(k+1)/(n-k-1)}
}

// refine continues the search for a fit that has been chosen: from other starts
// too, unless there are gaps, with which a likelihood costs a hundred times as much.
func (w *arimaFitter) refine(ctx context.Context, f arimaFit) arimaFit {
	if len(f.x) == 0 {
		return f
	}
	best, limit := f, 60*len(f.x)
	if !w.gaps() {
		limit = 200 * len(f.x)
		if other, ok := w.fit(ctx, f.order, append([][]float64{f.x}, w.starts(f.order)...)); ok && other.loglik > f.loglik {
			best = other
		}
	}
	w.prepare(f.order)
	objective := func(x []float64) float64 {
		if v, _, _, ok := w.likelihood(x); ok && ctx.Err() == nil {
			return -2 * v
		}
		return math.Inf(1)
	}
	step := make([]float64, len(f.x))
	for i := range step {
		step[i] = 0.05
	}
	x, v := polish(objective, best.x, -2*best.loglik, step, limit)
	return w.fitted(f.order, x, -v/2)
}

// starts returns where searches for an order begin: from the autocorrelations of
// the differenced series, from a weak process, and from strong ones whose factors
// nearly cancel, since likelihoods of mixed models have several peaks.
func (w *arimaFitter) starts(o Order) [][]float64 {
	weak, guess := make([]float64, o.size()), make([]float64, o.size())
	n := o.coefficients()
	r := w.autocorrelations(o)
	at := 0
	for k, lag := range [4]int{1, 1, w.m, w.m} {
		for j := range n[k] {
			weak[at] = 0.1
			if j == 0 && lag < len(r) {
				g := max(-0.9, min(0.9, r[lag]))
				if k%2 == 1 {
					g = -g
				}
				guess[at] = math.Asin(g)
				if n[k^1] > 0 {
					guess[at] /= 2
				}
			}
			at++
		}
	}
	out := [][]float64{guess, weak}
	for _, v := range [][4]float64{{1.1, 0.7, 0.6, 0.9}, {0.3, 0.7, -1.2, -1}, {-0.1, -0.2, -0.1, -0.2}} {
		var strong []float64
		for k := range n {
			for j := range n[k] {
				strong = append(strong, v[k]/float64(j*j+1))
			}
		}
		out = append(out, strong)
	}
	return out
}

// autocorrelations returns those of the differenced series up to a year.
func (w *arimaFitter) autocorrelations(o Order) []float64 {
	z := w.y
	if w.gaps() {
		z = filled(z)
	}
	z = o.difference(z, w.m)
	r := autocorrelation(z, min(w.m, max(len(z)-1, 0)))
	for _, v := range r {
		if math.IsNaN(v) {
			return nil
		}
	}
	return r
}

// needARIMA returns why y has no ARIMA model, or nil.
func needARIMA(ctx context.Context, found bool, known int) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("forecast: arima: %w", err)
	}
	if !found {
		return fmt.Errorf("%w: %d for an ARIMA model", ErrTooShort, known)
	}
	return nil
}
