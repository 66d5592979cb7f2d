package forecast

import (
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"
)

// A Hierarchy says which series add up to which: regions to a country, branches to
// industry. Parents[i] is the series that series i is a part of, −1 for one that is
// part of none.
type Hierarchy struct {
	Parents []int
	Names   []string // of the series, for errors; may be nil
}

// name returns what series i is called in errors.
func (h Hierarchy) name(i int) string {
	if i < len(h.Names) {
		return h.Names[i]
	}
	return fmt.Sprintf("series %d", i+1)
}

// A Reconciliation is a way to make projections of a Hierarchy add up.
type Reconciliation uint8

// Reconciliations.
const (
	// MinTrace combines all projections so that the trace of the covariance of
	// their errors is smallest (S. L. Wickramasuriya, G. Athanasopoulos, R. J.
	// Hyndman, "Optimal forecast reconciliation for hierarchical and grouped time
	// series through trace minimization", 2019, eq. 9).
	MinTrace Reconciliation = iota
	// BottomUp adds up the projections of the smallest parts.
	BottomUp
	// TopDown divides the projection of the total by the proportions of the
	// projections of its parts, from level to level (G. Athanasopoulos, R. A.
	// Ahmed, R. J. Hyndman, "Hierarchical forecasts for Australian domestic
	// tourism", 2009).
	TopDown
)

// String returns the stable name of the reconciliation.
func (r Reconciliation) String() string {
	return [...]string{"mint", "bottom-up", "top-down"}[r]
}

// valid returns ErrHierarchy unless the parents form a forest in which a parent
// may stand anywhere.
func (h Hierarchy) valid() error {
	n := len(h.Parents)
	if n == 0 {
		return fmt.Errorf("%w: no series", ErrHierarchy)
	}
	for i, p := range h.Parents {
		steps := 0
		for ; p >= 0 && p < n && steps <= n; p = h.Parents[p] {
			steps++
		}
		if p >= n || steps > n {
			return fmt.Errorf("%w: %s is a part of itself or of none that is given", ErrHierarchy, h.name(i))
		}
	}
	return nil
}

// leaves returns the series that have no parts.
func (h Hierarchy) leaves() []int {
	parent := make([]bool, len(h.Parents))
	for _, p := range h.Parents {
		if p >= 0 {
			parent[p] = true
		}
	}
	var out []int
	for i, is := range parent {
		if !is {
			out = append(out, i)
		}
	}
	return out
}

// parts returns the direct parts of series i.
func (h Hierarchy) parts(i int) []int {
	var out []int
	for j, p := range h.Parents {
		if p == i {
			out = append(out, j)
		}
	}
	return out
}

// summing returns the matrix S whose rows say which leaves add up to each series.
func (h Hierarchy) summing() *mat.Dense {
	leaves := h.leaves()
	s := mat.NewDense(len(h.Parents), len(leaves), nil)
	for j, leaf := range leaves {
		for i := leaf; i >= 0; i = h.Parents[i] {
			s.Set(i, j, 1)
		}
	}
	return s
}

// Check returns ErrHierarchy, with the place, unless the values of every total are
// the sum of its parts within tolerance, a part of the total, wherever all are
// known: projections of series that do not add up cannot be made to.
func (h Hierarchy) Check(series [][]float64, tolerance float64) error {
	if err := h.valid(); err != nil {
		return err
	}
	if len(series) != len(h.Parents) {
		return fmt.Errorf("%w: %d series for %d places", ErrHierarchy, len(series), len(h.Parents))
	}
	for i, total := range series {
		parts := h.parts(i)
		if len(parts) == 0 {
			continue
		}
		for t, v := range total {
			s := 0.0
			for _, j := range parts {
				if t >= len(series[j]) {
					return fmt.Errorf("%w: %s is shorter than its total", ErrHierarchy, h.name(j))
				}
				s += series[j][t]
			}
			if math.Abs(s-v) > tolerance*math.Abs(v) {
				return fmt.Errorf("%w: value %d of %s is %g, its parts are %g", ErrHierarchy, t+1, h.name(i), v, s)
			}
		}
	}
	return nil
}

// Reconcile makes the projections base, one path per series in one unit, add up.
// errors holds the past one-step errors of each series for MinTrace, NaN where
// unknown; without them every series counts as if its error variance were the
// number of leaves in it. It returns new paths, and for each series by how much the
// standard error of its projection changes (NaN for TopDown, where it is not
// known): the half-width of a band times this factor is that of the new one.
//
// Errors: ErrHierarchy, ErrMissing if a projection is no number, ErrUnstable if
// the covariance cannot be inverted.
func (h Hierarchy) Reconcile(r Reconciliation, base, errors [][]float64) (paths [][]float64, factors []float64, err error) {
	if err := h.reconcilable(base, errors); err != nil {
		return nil, nil, err
	}
	if r == TopDown {
		return h.divide(base), nans(len(base)), nil
	}
	return h.combine(r, base, h.covariance(errors))
}

// combine is Reconcile by a given covariance of the errors, for all but TopDown.
func (h Hierarchy) combine(r Reconciliation, base [][]float64, w *mat.Dense) (paths [][]float64, factors []float64, err error) {
	s := h.summing()
	g := h.selectLeaves()
	if r == MinTrace {
		if g, err = minTrace(s, w); err != nil {
			return nil, nil, err
		}
	}
	var project mat.Dense
	project.Mul(s, g)
	n, steps := len(base), len(base[0])
	flat := mat.NewDense(n, steps, nil)
	for i, path := range base {
		flat.SetRow(i, path)
	}
	var out, cov, both mat.Dense
	out.Mul(&project, flat)
	both.Mul(&project, w)
	cov.Mul(&both, project.T())
	for i := range n {
		paths = append(paths, slices.Clone(out.RawRowView(i)))
		factors = append(factors, math.Sqrt(max(cov.At(i, i), 0)/w.At(i, i)))
	}
	return paths, factors, nil
}

// reconcilable returns why the projections cannot be reconciled, or nil.
func (h Hierarchy) reconcilable(base, errors [][]float64) error {
	if err := h.valid(); err != nil {
		return err
	}
	if len(base) != len(h.Parents) || (errors != nil && len(errors) != len(base)) {
		return fmt.Errorf("%w: %d projections for %d places", ErrHierarchy, len(base), len(h.Parents))
	}
	for i, path := range base {
		if len(path) == 0 || len(path) != len(base[0]) {
			return fmt.Errorf("%w: projections of different length", ErrHierarchy)
		}
		for _, v := range path {
			if math.IsNaN(v - v) {
				return fmt.Errorf("%w: the projection of %s", ErrMissing, h.name(i))
			}
		}
	}
	return nil
}

// selectLeaves returns the matrix that picks the leaves.
func (h Hierarchy) selectLeaves() *mat.Dense {
	leaves := h.leaves()
	g := mat.NewDense(len(leaves), len(h.Parents), nil)
	for j, leaf := range leaves {
		g.Set(j, leaf, 1)
	}
	return g
}

// minTrace returns G = (SᵀW⁻¹S)⁻¹SᵀW⁻¹. Error: ErrUnstable.
func minTrace(s, w *mat.Dense) (*mat.Dense, error) {
	var ws, sws, g mat.Dense
	if err := ws.Solve(w, s); err != nil {
		return nil, fmt.Errorf("%w: the covariance of past errors", ErrUnstable)
	}
	sws.Mul(s.T(), &ws)
	if err := g.Solve(&sws, ws.T()); err != nil {
		return nil, fmt.Errorf("%w: the covariance of past errors", ErrUnstable)
	}
	return &g, nil
}

// divide returns the paths of TopDown.
func (h Hierarchy) divide(base [][]float64) [][]float64 {
	out := make([][]float64, len(base))
	var down func(i int)
	down = func(i int) {
		parts := h.parts(i)
		for _, j := range parts {
			out[j] = make([]float64, len(base[j]))
		}
		for t := range out[i] {
			s := 0.0
			for _, j := range parts {
				s += base[j][t]
			}
			for _, j := range parts {
				out[j][t] = out[i][t] * base[j][t] / s
			}
		}
		for _, j := range parts {
			down(j)
		}
	}
	for i, p := range h.Parents {
		if p < 0 {
			out[i] = slices.Clone(base[i])
			down(i)
		}
	}
	return out
}

// covariance estimates that of the one-step errors: shrunk towards its diagonal,
// or by structure where no errors are given.
func (h Hierarchy) covariance(errors [][]float64) *mat.Dense {
	n := len(h.Parents)
	w := mat.NewDense(n, n, nil)
	if errors == nil {
		s := h.summing()
		for i := range n {
			w.Set(i, i, sum(s.RawRowView(i)))
		}
		return w
	}
	sd, scaled := make([]float64, n), make([][]float64, n)
	largest := 0.0
	for i, e := range errors {
		sd[i] = rootMeanSquare(e)
		largest = max(largest, sd[i])
	}
	for i, e := range errors {
		sd[i] = max(sd[i], 1e-6*largest, math.SmallestNonzeroFloat64)
		scaled[i] = rescale(e, 1/sd[i])
	}
	keep := 1 - shrinkage(scaled)
	for i := range n {
		for j := range n {
			r := 1.0
			if i != j {
				r = keep * correlation(scaled[i], scaled[j])
			}
			w.Set(i, j, r*sd[i]*sd[j])
		}
	}
	return w
}

// rootMeanSquare returns √mean(e²) of the known values, 0 if there are none.
func rootMeanSquare(e []float64) float64 {
	s, n := 0.0, 0.0
	for _, v := range e {
		if !math.IsNaN(v) {
			s += v * v
			n++
		}
	}
	return math.Sqrt(s / max(n, 1))
}

// correlation returns the mean product of two standardised series where both are
// known, 0 if they never are.
func correlation(a, b []float64) float64 {
	s, n := 0.0, 0.0
	for t := range min(len(a), len(b)) {
		if p := a[t] * b[t]; !math.IsNaN(p) {
			s += p
			n++
		}
	}
	return max(-1, min(1, s/max(n, 1)))
}

// shrinkage returns how much of the correlations is to be taken away, from 0 to 1:
//
//	λ = Σ_{i≠j} Var(r_ij) / Σ_{i≠j} r_ij²
//
// (J. Schäfer, K. Strimmer, "A shrinkage approach to large-scale covariance matrix
// estimation", 2005, p. 11).
func shrinkage(scaled [][]float64) float64 {
	noise, signal := 0.0, 0.0
	for i, a := range scaled {
		for _, b := range scaled[:i] {
			r, n := correlation(a, b), 0.0
			v := 0.0
			for t := range min(len(a), len(b)) {
				if p := a[t] * b[t]; !math.IsNaN(p) {
					v += (p - r) * (p - r)
					n++
				}
			}
			if n > 1 {
				noise += n / math.Pow(n-1, 3) * v
				signal += r * r
			}
		}
	}
	if signal == 0 {
		return 1
	}
	return max(0, min(1, noise/signal))
}
