package forecast

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/optimize"
)

// A simplex searches the minimum of a function without derivatives (J. A.
// Nelder, R. Mead, "A simplex method for function minimization", 1965). It
// reuses its memory from search to search; the likelihoods of this package cost
// less than handing a task to a general optimiser, and thousands of searches are
// made. The results that are kept are polished by gonum's (see polish).
type simplex struct {
	vertex [][]float64
	value  []float64
	centre []float64
	trial  []float64
	second []float64
}

// minimise returns the best point found from x with the given first steps, and
// its value. It stops when the values of the simplex agree within tol or after
// limit evaluations. f may be +Inf outside its domain, but not at x.
func (s *simplex) minimise(f func([]float64) float64, x, step []float64, limit int, tol float64) ([]float64, float64) {
	n := len(x)
	s.start(f, x, step)
	for used := n + 1; used < limit; {
		best, worst, next := s.order()
		if s.value[worst]-s.value[best] <= tol {
			break
		}
		s.centroid(worst)
		reflected := f(s.move(s.trial, worst, -1))
		used++
		switch {
		case reflected < s.value[best]:
			expanded := f(s.move(s.second, worst, -2))
			used++
			if expanded < reflected {
				s.accept(worst, s.second, expanded)
			} else {
				s.accept(worst, s.trial, reflected)
			}
		case reflected < s.value[next]:
			s.accept(worst, s.trial, reflected)
		default:
			if reflected < s.value[worst] {
				s.accept(worst, s.trial, reflected)
			}
			contracted := f(s.move(s.trial, worst, 0.5))
			used++
			if contracted < s.value[worst] {
				s.accept(worst, s.trial, contracted)
			} else {
				s.shrink(f, best)
				used += n
			}
		}
	}
	best, _, _ := s.order()
	return slices.Clone(s.vertex[best]), s.value[best]
}

// start builds the first simplex around x.
func (s *simplex) start(f func([]float64) float64, x, step []float64) {
	n := len(x)
	for len(s.vertex) <= n {
		s.vertex = append(s.vertex, nil)
	}
	s.value = append(s.value[:0], make([]float64, n+1)...)
	s.centre = append(s.centre[:0], x...)
	s.trial = append(s.trial[:0], x...)
	s.second = append(s.second[:0], x...)
	for i := range n + 1 {
		s.vertex[i] = append(s.vertex[i][:0], x...)
		if i > 0 {
			s.vertex[i][i-1] += step[i-1]
		}
		s.value[i] = f(s.vertex[i])
		if i > 0 && math.IsInf(s.value[i], 1) {
			s.vertex[i][i-1] = x[i-1] - step[i-1]/2
			s.value[i] = f(s.vertex[i])
		}
	}
}

// order returns the best, the worst and the second worst vertex.
func (s *simplex) order() (best, worst, next int) {
	for i, v := range s.value {
		if v < s.value[best] {
			best = i
		}
		if v > s.value[worst] {
			worst = i
		}
	}
	next = best
	for i, v := range s.value {
		if i != worst && v > s.value[next] {
			next = i
		}
	}
	return best, worst, next
}

// centroid computes the centre of all vertices but the worst.
func (s *simplex) centroid(worst int) {
	n := len(s.centre)
	for j := range s.centre {
		t := 0.0
		for i := range n + 1 {
			if i != worst {
				t += s.vertex[i][j]
			}
		}
		s.centre[j] = t / float64(n)
	}
}

// move sets to to centre + k·(vertex − centre).
func (s *simplex) move(to []float64, vertex int, k float64) []float64 {
	for j := range to {
		to[j] = s.centre[j] + k*(s.vertex[vertex][j]-s.centre[j])
	}
	return to
}

// accept replaces a vertex.
func (s *simplex) accept(vertex int, x []float64, value float64) {
	copy(s.vertex[vertex], x)
	s.value[vertex] = value
}

// shrink draws all vertices half way to the best.
func (s *simplex) shrink(f func([]float64) float64, best int) {
	n := len(s.centre)
	for i := range n + 1 {
		if i == best {
			continue
		}
		for j := range s.centre {
			s.vertex[i][j] = (s.vertex[i][j] + s.vertex[best][j]) / 2
		}
		s.value[i] = f(s.vertex[i])
	}
}

// polish starts gonum's Nelder–Mead search anew at a minimum that was found,
// which frees a simplex that has collapsed, and returns the better point.
func polish(f func([]float64) float64, x []float64, value float64, step []float64, limit int) ([]float64, float64) {
	vertices, values := [][]float64{slices.Clone(x)}, []float64{value}
	for i := range x {
		v := slices.Clone(x)
		v[i] += step[i]
		fv := f(v)
		if math.IsInf(fv, 1) {
			v[i] = x[i] - step[i]/2
			fv = f(v)
		}
		vertices, values = append(vertices, v), append(values, fv)
	}
	if slices.ContainsFunc(values, func(v float64) bool { return math.IsInf(v, 0) || math.IsNaN(v) }) {
		return x, value
	}
	settings := &optimize.Settings{
		FuncEvaluations: limit,
		Converger:       &optimize.FunctionConverge{Absolute: 1e-9, Iterations: 60},
	}
	method := &optimize.NelderMead{InitialVertices: vertices, InitialValues: values}
	r, err := optimize.Minimize(optimize.Problem{Func: f}, x, settings, method)
	if r == nil || (err != nil && r.X == nil) || !(r.F < value) {
		return x, value
	}
	return r.X, r.F
}
