package forecast

import "math"

// A gls gathers the standardised innovations of a series and of its regressors
// and solves for the regression coefficients that maximise the likelihood.
type gls struct {
	n     int // observations
	logs  float64
	run   float64   // product of variances not yet in logs
	cross []float64 // cross products, row by row; the series comes first
	k     int       // series and regressors
	lower []float64
	beta  []float64
}

// begin forgets what was gathered; k is the number of regressors.
func (g *gls) begin(k int) {
	g.n, g.logs, g.run, g.k = 0, 0, 1, k+1
	g.cross = append(g.cross[:0], make([]float64, g.k*g.k)...)
}

// add counts one period: the innovations of the series and of the regressors, and
// their common variance in units of that of ε.
func (g *gls) add(v []float64, variance float64) {
	g.n++
	g.run *= variance
	if g.run > 1e100 || g.run < 1e-100 {
		g.logs += math.Log(g.run)
		g.run = 1
	}
	for i, a := range v {
		a /= variance
		for j, b := range v[:i+1] {
			g.cross[i*g.k+j] += a * b
		}
	}
}

// solve returns the coefficients of the regressors and what is left of the sum of
// squares. It is false if the regressors are not independent.
func (g *gls) solve() (beta []float64, sse float64, ok bool) {
	k := g.k - 1
	sse = g.cross[0]
	if k == 0 {
		return nil, sse, !math.IsNaN(sse)
	}
	g.lower = append(g.lower[:0], make([]float64, k*k)...)
	g.beta = append(g.beta[:0], make([]float64, k)...)
	at := func(i, j int) float64 { return g.cross[(i+1)*g.k+j+1] }
	for i := range k {
		for j := range i + 1 {
			v := at(i, j)
			for l := range j {
				v -= g.lower[i*k+l] * g.lower[j*k+l]
			}
			if i == j {
				if !(v > 1e-12*at(i, i)) {
					return nil, sse, false
				}
				g.lower[i*k+i] = math.Sqrt(v)
			} else {
				g.lower[i*k+j] = v / g.lower[j*k+j]
			}
		}
		v := g.cross[(i+1)*g.k]
		for l := range i {
			v -= g.lower[i*k+l] * g.beta[l]
		}
		g.beta[i] = v / g.lower[i*k+i]
		sse -= g.beta[i] * g.beta[i]
	}
	for i := k - 1; i >= 0; i-- {
		for l := i + 1; l < k; l++ {
			g.beta[i] -= g.lower[l*k+i] * g.beta[l]
		}
		g.beta[i] /= g.lower[i*k+i]
	}
	return g.beta, max(sse, 0), !math.IsNaN(sse)
}

// standardErrors returns those of the coefficients after solve, in units of the
// standard deviation of ε: the roots of the diagonal of (LLᵀ)⁻¹.
func (g *gls) standardErrors() []float64 {
	k := g.k - 1
	out := make([]float64, k)
	column := make([]float64, k)
	for j := range k {
		for i := j; i < k; i++ {
			v := 0.0
			if i == j {
				v = 1
			}
			for l := j; l < i; l++ {
				v -= g.lower[i*k+l] * column[l]
			}
			column[i] = v / g.lower[i*k+i]
		}
		out[j] = norm(column[j:])
	}
	return out
}

// logLikelihood returns the Gaussian log likelihood at the best variance:
//
//	−½(n log(2πe·SSE/n) + Σ log F)
//
// floored where the fit is better than the smallest mean square that is told from
// zero.
func (g *gls) logLikelihood(sse, smallest float64) float64 {
	n := float64(g.n)
	return -0.5 * (n*(1+math.Log(2*math.Pi*max(sse/n, smallest))) + g.logs + math.Log(g.run))
}
