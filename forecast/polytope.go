package forecast

import (
	"math"
	"slices"
)

// A polytope searches the minimum of a function without derivatives as J. C. Nash
// lays it down ("Compact Numerical Methods for Computers", 2nd ed., 1990, algorithm
// 19): one step for all parameters, a tenth of the largest, and an end as soon as
// the values of all vertices agree within a tolerance that is relative to the value
// at the start. R's forecast package searches so, and its theta and simple
// smoothing are the reference of the field; where a sum of squares is flat or has
// several minima the estimates depend on the road, so that only this one leads to
// the same. For the best fit use simplex, which goes on where this search ends.
type polytope struct {
	vertex [][]float64
	value  []float64
	around []float64 // centre of all vertices but the worst
	best   int
}

// polytopeTolerance is √ε, at which the search ends.
const polytopeTolerance = 1.4901161193847656e-8

// minimise returns the best point that is found from x within limit evaluations, of
// which the last two are not looked at. f may be +Inf outside its domain, but not
// at x.
func (p *polytope) minimise(f func([]float64) float64, x []float64, limit int) []float64 {
	spread := p.start(f, x)
	used := len(p.vertex)
	tolerance := polytopeTolerance * (math.Abs(p.value[0]) + polytopeTolerance)
	for used <= limit {
		worst := p.order()
		if p.value[worst] <= p.value[p.best]+tolerance {
			break
		}
		p.centre(worst)
		calls, failed := p.step(f, worst)
		used += calls
		if !failed {
			continue
		}
		shrunk := p.shrink(f)
		if shrunk >= spread {
			break
		}
		spread = shrunk
		used += len(x)
	}
	return slices.Clone(p.vertex[p.best])
}

// start puts a vertex at x and one a step away on each axis, and returns the sum
// of the steps.
func (p *polytope) start(f func([]float64) float64, x []float64) (spread float64) {
	step := 0.0
	for _, v := range x {
		step = max(step, 0.1*math.Abs(v))
	}
	if step == 0 {
		step = 0.1
	}
	p.vertex, p.value = [][]float64{slices.Clone(x)}, []float64{f(x)}
	for i := range x {
		v, s := slices.Clone(x), step
		for v[i] == x[i] {
			v[i] = x[i] + s
			s *= 10
		}
		spread += v[i] - x[i]
		p.vertex, p.value = append(p.vertex, v), append(p.value, f(v))
	}
	p.around = make([]float64, len(x))
	return spread
}

// order finds the best vertex, the last best where values are equal, and returns
// the worst.
func (p *polytope) order() (worst int) {
	last := p.best
	worst = last
	for i, v := range p.value {
		if i == last {
			continue
		}
		if v < p.value[p.best] {
			p.best = i
		}
		if v > p.value[worst] {
			worst = i
		}
	}
	return worst
}

// centre computes the centre of all vertices but the worst.
func (p *polytope) centre(worst int) {
	for j := range p.around {
		sum := -p.vertex[worst][j]
		for _, v := range p.vertex {
			sum += v[j]
		}
		p.around[j] = sum / float64(len(p.around))
	}
}

// step replaces the worst vertex by its reflection, twice as far where that is
// better still, or half as far where it is no gain. It returns the evaluations,
// and failed where neither is better than the worst.
func (p *polytope) step(f func([]float64) float64, worst int) (calls int, failed bool) {
	reflected := p.between(p.vertex[worst], -1)
	at := f(reflected)
	if at < p.value[p.best] {
		further := p.between(reflected, 2)
		if v := f(further); v < at {
			p.vertex[worst], p.value[worst] = further, v
		} else {
			p.vertex[worst], p.value[worst] = reflected, at
		}
		return 2, false
	}
	better := at < p.value[worst]
	if better {
		p.vertex[worst], p.value[worst] = reflected, at
	}
	nearer := p.between(p.vertex[worst], 0.5)
	if v := f(nearer); v < p.value[worst] {
		p.vertex[worst], p.value[worst] = nearer, v
		better = true
	}
	return 2, !better
}

// between returns the point k of the way from the centre to x.
func (p *polytope) between(x []float64, k float64) []float64 {
	out := make([]float64, len(x))
	for j, c := range p.around {
		out[j] = k*x[j] + (1-k)*c
	}
	return out
}

// shrink draws all vertices half way to the best and returns the sum of their
// distances from it.
func (p *polytope) shrink(f func([]float64) float64) (spread float64) {
	to := p.vertex[p.best]
	for i, v := range p.vertex {
		if i == p.best {
			continue
		}
		for j := range v {
			v[j] = 0.5*(v[j]-to[j]) + to[j]
			spread += math.Abs(v[j] - to[j])
		}
		p.value[i] = f(v)
	}
	return spread
}
