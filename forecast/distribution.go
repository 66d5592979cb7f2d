package forecast

import (
	"math"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"
)

// A distribution answers for the spread around a point path. Steps count from 0.
type distribution interface {
	interval(step int, level float64) (lo, hi float64)
	totalInterval(n int, level float64) (lo, hi float64)
}

// A spread holds the standard errors of a linear model.
type spread interface {
	sd(step int) float64
	totalSD(n int) float64
}

// A symmetric distribution is Gaussian, or Student's t where df is positive,
// around a path.
type symmetric struct {
	mean []float64
	spread
	df float64
}

// interval implements distribution.
func (d symmetric) interval(step int, level float64) (lo, hi float64) {
	w := d.width(level) * d.sd(step)
	return d.mean[step] - w, d.mean[step] + w
}

// totalInterval implements distribution.
func (d symmetric) totalInterval(n int, level float64) (lo, hi float64) {
	total := sum(d.mean[:n])
	w := d.width(level) * d.totalSD(n)
	return total - w, total + w
}

// width returns the half-width of the interval in standard errors.
func (d symmetric) width(level float64) float64 {
	p := 0.5 + level/200
	if d.df > 0 {
		return distuv.StudentsT{Mu: 0, Sigma: 1, Nu: d.df}.Quantile(p)
	}
	return math.Sqrt2 * math.Erfinv(2*p-1)
}

// A movingAverage spread belongs to a model whose errors reach the path with
// the weights psi: y_{t+h} − E = Σ_j psi_j ε_{t+h−j}, psi_0 = 1. Beyond the end
// of psi nothing is known.
type movingAverage struct {
	sigma float64
	psi   []float64
}

// sd implements spread: σ√Σψ².
func (s movingAverage) sd(step int) float64 {
	v := 0.0
	for _, w := range s.psi[:step+1] {
		v += w * w
	}
	return s.sigma * math.Sqrt(v)
}

// totalSD implements spread: an error enters the sum with the sum of the psi
// that follow it.
func (s movingAverage) totalSD(n int) float64 {
	v, cum := 0.0, 0.0
	for _, w := range s.psi[:n] {
		cum += w
		v += cum * cum
	}
	return s.sigma * math.Sqrt(v)
}

// A sampled distribution is known by simulated paths.
type sampled struct {
	paths  [][]float64 // one path per row
	sorted [][]float64 // the values of one step per row, ascending
}

// pathCount is the number of simulated paths: even, since they come in
// antithetic pairs.
const pathCount = 2000

// newSampled simulates paths of h steps. step draws one path: it is given
// standard normal errors and fills out. The same errors are used for every
// model, with the opposite sign in every second path.
func newSampled(h int, draw func(z, out []float64)) sampled {
	count := max(200, min(pathCount, 2_000_000/max(h, 1)/2*2))
	errors := normals(count/2, h)
	flat := make([]float64, count*h)
	paths := make([][]float64, count)
	for i := range paths {
		paths[i] = flat[i*h : (i+1)*h]
		z := errors[i/2*h : (i/2+1)*h]
		if i%2 == 1 {
			for j := range z {
				z[j] = -z[j]
			}
		}
		draw(z, paths[i])
	}
	return sampled{paths, columns(paths, h)}
}

// normals returns standard normal errors, h for each of n pairs of paths. They are
// drawn step by step, so that those of a step do not depend on how many follow it.
func normals(n, h int) []float64 {
	rng := rand.New(rand.NewPCG(0x79756e78696e67, 0x666f726563617374))
	out := make([]float64, n*h)
	for j := range h {
		for i := range n {
			out[i*h+j] = rng.NormFloat64()
		}
	}
	return out
}

// columns returns the values of every step in ascending order.
func columns(paths [][]float64, h int) [][]float64 {
	out := make([][]float64, h)
	for j := range out {
		c := make([]float64, len(paths))
		for i, p := range paths {
			c[i] = p[j]
		}
		slices.Sort(c)
		out[j] = c
	}
	return out
}

// interval implements distribution.
func (d sampled) interval(step int, level float64) (lo, hi float64) {
	return centralInterval(d.sorted[step], level)
}

// totalInterval implements distribution.
func (d sampled) totalInterval(n int, level float64) (lo, hi float64) {
	t := make([]float64, len(d.paths))
	for i, p := range d.paths {
		t[i] = sum(p[:n])
	}
	slices.Sort(t)
	return centralInterval(t, level)
}

// centralInterval returns the quantiles that leave equal parts of sorted on
// either side, interpolated between order statistics.
func centralInterval(sorted []float64, level float64) (lo, hi float64) {
	return sortedQuantile(sorted, 0.5-level/200), sortedQuantile(sorted, 0.5+level/200)
}

// sortedQuantile returns the p-quantile of ascending values by linear
// interpolation of the positions 0 … n−1.
func sortedQuantile(sorted []float64, p float64) float64 {
	x := p * float64(len(sorted)-1)
	i := int(math.Floor(x))
	if i >= len(sorted)-1 {
		return sorted[len(sorted)-1]
	}
	return sorted[i] + (x-float64(i))*(sorted[i+1]-sorted[i])
}

// A scaled distribution is another one in a different unit.
type scaled struct {
	distribution
	factor float64
}

// interval implements distribution.
func (d scaled) interval(step int, level float64) (lo, hi float64) {
	lo, hi = d.distribution.interval(step, level)
	return lo * d.factor, hi * d.factor
}

// totalInterval implements distribution.
func (d scaled) totalInterval(n int, level float64) (lo, hi float64) {
	lo, hi = d.distribution.totalInterval(n, level)
	return lo * d.factor, hi * d.factor
}

// A widening says by how much intervals fall short of their level: a factor that
// grows with the standard normal quantile z of the level, with what the members of a
// blend disagree by, and with the distance a in years:
//
//	w(z) = (base + slope·z) · √(1 + (split·D/σ)²) · a^growth
//
// since the tails of real errors are heavier than those of models, at least one of
// the members that differ errs, and errors grow faster than models say. D is the
// standard deviation of the members' projections, σ the mean of their standard errors.
type widening struct{ base, slope, split, growth float64 }

// at returns the factor for a level in per cent, where members agree, in a year.
func (w widening) at(level float64) float64 {
	return w.base + w.slope*math.Sqrt2*math.Erfinv(level/100)
}

// times returns the widening by factor times as much for standard errors that are
// factor times as large; what members disagree by is not.
func (w widening) times(factor float64) widening {
	return widening{w.base * factor, w.slope * factor, w.split / factor, w.growth}
}

// apart returns the part of the factor that members make whose projections deviate
// by deviation. No more than twenty standard errors count.
func (w widening) apart(deviation, sigma float64) float64 {
	if !(sigma > 0) {
		return 1
	}
	return math.Hypot(1, w.split*min(deviation/sigma, 20))
}

// A blend averages the bounds of several forecasts, those that have any, around
// their common path and widens them by a measured factor.
type blend struct {
	mean    []float64
	members []Forecast
	widen   widening
	season  int
}

// interval implements distribution.
func (d blend) interval(step int, level float64) (lo, hi float64) {
	lo, hi = d.around(level, float64(step+1), func(m Forecast, level float64) (lo, hi, middle float64) {
		lo, hi = m.dist.interval(step, level)
		return lo, hi, m.Mean[step]
	})
	return d.mean[step] + lo, d.mean[step] + hi
}

// totalInterval implements distribution. A sum lies in the middle of its steps.
func (d blend) totalInterval(n int, level float64) (lo, hi float64) {
	lo, hi = d.around(level, float64(n+1)/2, func(m Forecast, level float64) (lo, hi, middle float64) {
		lo, hi = m.dist.totalInterval(n, level)
		return lo, hi, sum(m.Mean[:n])
	})
	t := sum(d.mean[:n])
	return t + lo, t + hi
}

// A memberSpan returns the interval of a member and its projection.
type memberSpan func(m Forecast, level float64) (lo, hi, middle float64)

// around returns the widened mean of bounds seen from the middle, some steps ahead,
// NaN if no member has any.
func (d blend) around(level, steps float64, of memberSpan) (lo, hi float64) {
	lo, hi, _ = d.offsets(level, of)
	w := d.widen.at(level)
	if d.widen.split > 0 {
		l, h, middles := d.offsets(oneSigma, of)
		w *= d.widen.apart(deviation(middles), (h-l)/2)
	}
	if d.widen.growth > 0 {
		w *= math.Pow(steps/float64(d.season), d.widen.growth)
	}
	return w * lo, w * hi
}

// offsets returns the mean of bounds seen from the middle, and the middles.
func (d blend) offsets(level float64, of memberSpan) (lo, hi float64, middles []float64) {
	for _, m := range d.members {
		if m.dist == nil {
			continue
		}
		l, h, middle := of(m, level)
		lo += l - middle
		hi += h - middle
		middles = append(middles, middle)
	}
	n := float64(len(middles))
	return lo / n, hi / n, middles
}
