package forecast

import (
	"context"
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"
)

// ChowLin distributes the values of years over their periods by regression on
// indicators, whose errors follow an autoregression:
//
//	y_t = β_0 + Σ β_j x_{j,t} + u_t,  u_t = ρu_{t−1} + ε_t
//
// With RandomWalk the changes of u follow it (Litterman; with ρ = 0 Fernández). ρ is
// found between 0 and 0.999 by maximum likelihood unless it is given.
//
// References: G. C. Chow, A. Lin, "Best linear unbiased interpolation,
// distribution, and extrapolation of time series by related series", 1971; R. B.
// Litterman, "A random walk, Markov model for the distribution of time series",
// 1983; R. B. Fernández, "A methodological note on the estimation of time series",
// 1981.
type ChowLin struct {
	RandomWalk bool
	Rho        *float64   // nil to have it estimated
	How        Conversion // how a year follows from its periods
}

// A Disaggregation is a series of periods that was estimated from years.
type Disaggregation struct {
	Values []float64
	Beta   []float64 // the constant, then one per indicator
	Rho    float64
	LogLik float64
}

// Disaggregate returns the values of as many periods as the indicators have, whose
// years give the values of years, NaN for a year that is not known. Errors:
// ErrSeason, ErrTooShort for fewer known years than coefficients and two,
// ErrMissing, ErrScale, ErrUnstable if the indicators do not tell the coefficients
// apart, and those of ctx.
func (c ChowLin) Disaggregate(ctx context.Context, years []float64, indicators [][]float64, season int) (Disaggregation, error) {
	if len(indicators) == 0 {
		return Disaggregation{}, fmt.Errorf("%w: no indicator", ErrMissing)
	}
	n := len(indicators[0])
	t, err := newLowTable(years, n, season, len(indicators)+3, c.How)
	if err != nil {
		return Disaggregation{}, err
	}
	w := chowLinWorker{table: t, n: n, walk: c.RandomWalk}
	ones := make([]float64, n)
	for i := range ones {
		ones[i] = 1
	}
	for _, x := range append([][]float64{ones}, indicators...) {
		if len(x) != n {
			return Disaggregation{}, fmt.Errorf("%w: indicators of different length", ErrMissing)
		}
		if err := needIndicator(x, false); err != nil {
			return Disaggregation{}, err
		}
		w.columns, w.low = append(w.columns, x), append(w.low, t.convert(x))
	}
	rho := 0.0
	if c.Rho != nil {
		rho = *c.Rho
	} else if rho, err = w.search(ctx); err != nil {
		return Disaggregation{}, err
	}
	if !(rho >= 0 && rho < 1) {
		return Disaggregation{}, fmt.Errorf("%w: autocorrelation %v", ErrUnstable, rho)
	}
	return w.solve(rho)
}

// A chowLinWorker estimates the regression for given autocorrelations.
type chowLinWorker struct {
	table   lowTable
	n       int
	walk    bool
	columns [][]float64 // regressors by period
	low     [][]float64 // regressors by year
	sums    gls
}

// largestRho is the largest autocorrelation that is looked at.
const largestRho = 0.999

// search returns the autocorrelation with the largest likelihood: the best point
// of a grid, then golden sections around it.
func (w *chowLinWorker) search(ctx context.Context) (float64, error) {
	const steps = 20
	value := func(rho float64) float64 {
		if d, err := w.estimate(rho); err == nil {
			return d.LogLik
		}
		return math.Inf(-1)
	}
	grid := func(i int) float64 { return largestRho * float64(i) / steps }
	at, best := 0, math.Inf(-1)
	for i := range steps + 1 {
		if err := ctx.Err(); err != nil {
			return 0, fmt.Errorf("forecast: disaggregation: %w", err)
		}
		if v := value(grid(i)); v > best {
			at, best = i, v
		}
	}
	lo, hi := grid(max(at-1, 0)), grid(min(at+1, steps))
	ratio := (math.Sqrt(5) - 1) / 2
	for hi-lo > 1e-7 {
		a, b := hi-ratio*(hi-lo), lo+ratio*(hi-lo)
		if value(a) >= value(b) {
			hi = b
		} else {
			lo = a
		}
	}
	rho := (lo + hi) / 2
	if end := grid(at); value(end) >= value(rho) {
		rho = end
	}
	return rho, nil
}

// covariance returns that of the errors of periods i and j in units of the
// variance of ε: ρ^|i−j|/(1−ρ²), or that of their cumulated sums from nothing.
func (w *chowLinWorker) covariance(rho float64) [][]float64 {
	v := make([][]float64, w.n)
	for i := range v {
		v[i] = make([]float64, w.n)
	}
	if !w.walk {
		for i := range v {
			for j := range v {
				v[i][j] = math.Pow(rho, math.Abs(float64(i-j))) / (1 - rho*rho)
			}
		}
		return v
	}
	// effects of an innovation after k periods: 1 + ρ + … + ρᵏ
	effect := make([]float64, w.n)
	for k := range effect {
		effect[k] = 1
		if k > 0 {
			effect[k] += rho * effect[k-1]
		}
	}
	for i := range v {
		for j := range i + 1 {
			s := 0.0
			for k := range j + 1 {
				s += effect[i-k] * effect[j-k]
			}
			v[i][j], v[j][i] = s, s
		}
	}
	return v
}

// estimate computes coefficients and likelihood for an autocorrelation.
func (w *chowLinWorker) estimate(rho float64) (Disaggregation, error) {
	d, _, _, err := w.regress(rho, w.covariance(rho))
	return d, err
}

// regress does so for a given covariance of the periods, and returns the weighted
// residuals of the years, V⁻¹u, and the covariances of the periods with the years.
func (w *chowLinWorker) regress(rho float64, cov [][]float64) (d Disaggregation, weighted []float64, cross [][]float64, err error) {
	k := len(w.table.years)
	cross = make([][]float64, w.n)
	for i := range cross {
		cross[i] = w.table.convert(cov[i])
	}
	v := mat.NewSymDense(k, nil)
	for j := range k {
		column := make([]float64, w.n)
		for i := range column {
			column[i] = cross[i][j]
		}
		for i, x := range w.table.convert(column) {
			if i <= j {
				v.SetSym(i, j, x)
			}
		}
	}
	var chol mat.Cholesky
	if !chol.Factorize(v) {
		return d, nil, nil, fmt.Errorf("%w: errors of the years", ErrUnstable)
	}
	beta, sse, err := w.coefficients(&chol)
	if err != nil {
		return d, nil, nil, err
	}
	d = Disaggregation{Beta: beta, Rho: rho}
	d.LogLik = -0.5 * (float64(k)*(1+math.Log(2*math.Pi*sse/float64(k))) + chol.LogDet())
	rest := append([]float64(nil), w.table.values...)
	for c, b := range beta {
		for i, x := range w.low[c] {
			rest[i] -= b * x
		}
	}
	var u mat.VecDense
	if err := chol.SolveVecTo(&u, mat.NewVecDense(k, rest)); err != nil && u.Len() == 0 {
		return d, nil, nil, fmt.Errorf("%w: errors of the years", ErrUnstable)
	}
	return d, u.RawVector().Data, cross, nil
}

// coefficients solves the regression of the years and returns what is left of the
// weighted sum of squares.
func (w *chowLinWorker) coefficients(chol *mat.Cholesky) ([]float64, float64, error) {
	k := len(w.table.years)
	var lower mat.TriDense
	chol.LTo(&lower)
	whitened := make([][]float64, 0, len(w.low)+1)
	for _, x := range append([][]float64{w.table.values}, w.low...) {
		out := make([]float64, k)
		for i := range out {
			s := x[i]
			for j := range i {
				s -= lower.At(i, j) * out[j]
			}
			out[i] = s / lower.At(i, i)
		}
		whitened = append(whitened, out)
	}
	w.sums.begin(len(w.low))
	row := make([]float64, len(whitened))
	for i := range k {
		for c := range whitened {
			row[c] = whitened[c][i]
		}
		w.sums.add(row, 1)
	}
	beta, sse, ok := w.sums.solve()
	if !ok {
		return nil, 0, fmt.Errorf("%w: the indicators are not independent", ErrUnstable)
	}
	return append([]float64(nil), beta...), sse, nil
}

// solve returns the regression values of the periods and what the errors of the
// years tell about theirs.
func (w *chowLinWorker) solve(rho float64) (Disaggregation, error) {
	d, u, cross, err := w.regress(rho, w.covariance(rho))
	if err != nil {
		return Disaggregation{}, err
	}
	d.Values = make([]float64, w.n)
	for i := range d.Values {
		for c, b := range d.Beta {
			d.Values[i] += b * w.columns[c][i]
		}
		for j, e := range u {
			d.Values[i] += cross[i][j] * e
		}
		if math.IsNaN(d.Values[i] - d.Values[i]) {
			return Disaggregation{}, fmt.Errorf("%w: disaggregation", ErrScale)
		}
	}
	return d, nil
}
