package forecast

import (
	"context"
	"math"
)

// strongSeason is the seasonal strength from which a series is differenced against
// the year before.
const strongSeason = 0.64

// differencesOf returns how often y, which has no gaps, is to be differenced: once
// against the year before if its season is strong, then until a test of
// stationarity no longer rejects.
//
// Reference: R. J. Hyndman, Y. Khandakar, "Automatic time series forecasting: the
// forecast package for R", 2008.
func differencesOf(y []float64, m int) Order {
	var o Order
	if seasonalStrength(y, m) > strongSeason && !flat(lagged(y, m)) {
		o.SeasonalDiff = 1
		y = lagged(y, m)
	}
	for o.Diff < 2 && len(y) > 3 && !flat(y) && kpss(y) > kpssCritical {
		o.Diff++
		y = lagged(y, 1)
	}
	return o
}

// flat reports whether all values are equal.
func flat(y []float64) bool {
	for _, v := range y {
		if v != y[0] {
			return false
		}
	}
	return true
}

// kpssCritical is the value that the statistic of a stationary series exceeds with
// a probability of 5 %.
const kpssCritical = 0.463

// kpss returns the statistic of the test of level stationarity, with the lag
// ⌊3√n/13⌋.
//
// Reference: D. Kwiatkowski, P. C. B. Phillips, P. Schmidt, Y. Shin, "Testing the
// null hypothesis of stationarity against the alternative of a unit root", 1992.
func kpss(y []float64) float64 {
	n := float64(len(y))
	centre, run, ss := mean(y), 0.0, 0.0
	e := make([]float64, len(y))
	for i, v := range y {
		e[i] = v - centre
		run += e[i]
		ss += run * run
	}
	lags := int(3 * math.Sqrt(n) / 13)
	long := 0.0
	for s := 0; s <= lags; s++ {
		c := 0.0
		for i := s; i < len(e); i++ {
			c += e[i] * e[i-s]
		}
		if s > 0 {
			c *= 2 * (1 - float64(s)/float64(lags+1))
		}
		long += c
	}
	return ss / (n * long)
}

// An arimaSearch walks from order to order towards the smallest AICc.
type arimaSearch struct {
	*arimaFitter
	base    Order // differences
	mayHave bool  // a constant
	limit   [4]int
	tried   map[Order]bool
	best    arimaFit
	found   bool
}

// mostTried is the number of orders after which a search ends.
const mostTried = 94

// choose searches the best order of a series without gaps stepwise: from four
// simple models to the best neighbour, until no neighbour is better.
func (w *arimaFitter) choose(ctx context.Context) (arimaFit, bool) {
	base := differencesOf(w.y, w.m)
	s := &arimaSearch{arimaFitter: w, base: base, mayHave: base.differences() <= 1, tried: map[Order]bool{}}
	third := len(w.y) / 3
	s.limit = [4]int{min(5, third), min(5, third), 0, 0}
	start := [][4]int{{2, 2, 0, 0}, {}, {1, 0, 0, 0}, {0, 1, 0, 0}}
	if w.m > 1 {
		s.limit[2], s.limit[3] = min(2, third/w.m), min(2, third/w.m)
		start = [][4]int{{2, 2, 1, 1}, {}, {1, 0, 1, 0}, {0, 1, 0, 1}}
	}
	for _, k := range start {
		for i := range k {
			k[i] = min(k[i], s.limit[i])
		}
		s.try(ctx, s.with(k, s.mayHave))
	}
	if s.mayHave {
		s.try(ctx, s.with([4]int{}, false))
	}
	for s.found && s.step(ctx) && len(s.tried) < mostTried && ctx.Err() == nil {
	}
	return s.best, s.found
}

// with returns the order with the given numbers of coefficients φ, θ, Φ, Θ.
func (s *arimaSearch) with(k [4]int, constant bool) Order {
	o := s.base
	o.AR, o.MA, o.SeasonalAR, o.SeasonalMA, o.Constant = k[0], k[1], k[2], k[3], constant
	return o
}

// arimaMoves returns the changes of the numbers of coefficients that lead from an
// order to its neighbours, the season first.
func arimaMoves() [][4]int {
	pairs := [][2]int{{-1, 0}, {0, -1}, {1, 0}, {0, 1}, {-1, -1}, {-1, 1}, {1, -1}, {1, 1}}
	var out [][4]int
	for _, p := range pairs {
		out = append(out, [4]int{2: p[0], 3: p[1]})
	}
	for _, p := range pairs {
		out = append(out, [4]int{0: p[0], 1: p[1]})
	}
	return out
}

// step tries the neighbours of the best order until one is better, and reports
// whether one was.
func (s *arimaSearch) step(ctx context.Context) bool {
	o := s.best.order
	for _, move := range arimaMoves() {
		k, within := o.coefficients(), true
		for i := range k {
			k[i] += move[i]
			within = within && k[i] >= 0 && k[i] <= s.limit[i]
		}
		if within && s.try(ctx, s.with(k, o.Constant)) {
			return true
		}
	}
	return s.mayHave && s.try(ctx, s.with(o.coefficients(), !o.Constant))
}

// try fits an order that was not tried before and reports whether it is better
// than the best. Models close to the edge of stationarity or invertibility are
// not accepted.
func (s *arimaSearch) try(ctx context.Context, o Order) bool {
	if s.tried[o] || len(s.tried) >= mostTried {
		return false
	}
	s.tried[o] = true
	f, ok := s.fit(ctx, o, s.near(o))
	if !ok || s.found && f.aicc >= s.best.aicc || s.atEdge(f) {
		return false
	}
	s.best, s.found = f, true
	return true
}

// near returns the starts of a search: the best coefficients so far where the
// order has them, else the usual one.
func (s *arimaSearch) near(o Order) [][]float64 {
	x := s.starts(o)[:1]
	if !s.found {
		return x
	}
	have, want := s.best.order.coefficients(), o.coefficients()
	from, to := 0, 0
	for k := range want {
		for j := range want[k] {
			x[0][to+j] = 0.05
			if j < have[k] {
				x[0][to+j] = s.best.x[from+j]
			}
		}
		from, to = from+have[k], to+want[k]
	}
	return x
}

// edge is how far from the unit circle the roots of a model have to be.
const edge = 1.01

// atEdge reports whether a root of the model lies within edge.
func (w *arimaFitter) atEdge(f arimaFit) bool {
	if _, ok := w.builder.build(f.order, w.m, f.x); !ok {
		return true
	}
	for k, a := range w.builder.factored {
		lag := 1
		if k > 1 {
			lag = w.m
		}
		c, scale := []float64{1}, 1.0
		for _, v := range a {
			scale *= math.Pow(edge, float64(lag))
			c = append(c, -v*scale)
		}
		if !stable(c) {
			return true
		}
	}
	return false
}
