package stats

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"

	"yunxing/data"
)

// FrontierRates returns utilisation in per cent from the residuals of a production
// function in logarithms, 100·exp(e − max e): the best residual is full use
// (Greene 1980; formulas §9). All are estimates. A residual that is not known has no
// rate.
func FrontierRates(residuals []data.Number) []data.Number {
	top, box, any := math.Inf(-1), interval{math.Inf(-1), math.Inf(-1)}, false
	for _, e := range residuals {
		if e.Known() {
			top, box, any = max(top, e.Value), interval{max(box.lo, e.Lo), max(box.hi, e.Hi)}, true
		}
	}
	out := make([]data.Number, len(residuals))
	for i, e := range residuals {
		out[i] = data.NotKnown()
		if any && e.Known() {
			lo, hi := 100*math.Exp(e.Lo-box.hi), min(100, 100*math.Exp(e.Hi-box.lo))
			out[i] = estimated(data.From(100*math.Exp(e.Value-top), lo, hi, 1, residuals...).By("u = 100·exp(ε − max ε)", "ε"))
		}
	}
	return out
}

// A Frontier is a production function with constant returns,
//
//	ln Y = a + α·ln K + (1 − α)·ln L + λ·t,
//
// by least squares, raised to its highest residual.
type Frontier struct {
	Method           UtilisationMethod
	A, Alpha, Lambda float64
	Residuals        []data.Number // in logarithms
	Rates            []data.Number // per cent
}

// minFrontier is how many points the three coefficients need.
const minFrontier = 8

// ProductionFrontier fits a Frontier to output, capital and labour of consecutive
// periods (formulas §9). The intervals are those that the rounding of all three leaves,
// each figure moved by itself and the effects added up. The error wraps ErrShort for
// fewer than eight periods, gaps, lists of different length, figures that may be zero,
// or capital per head that only follows time.
func ProductionFrontier(output, capital, labour []data.Number) (Frontier, error) {
	n := len(output)
	if n < minFrontier || len(capital) != n || len(labour) != n || !positive(output...) || !positive(capital...) || !positive(labour...) {
		return Frontier{}, fmt.Errorf("%w: %d periods", ErrShort, n)
	}
	inputs := make([]data.Number, 0, 3*n)
	logs := make([]float64, 3*n)
	for t := range n {
		inputs = append(inputs, output[t], capital[t], labour[t])
	}
	for i, x := range inputs {
		logs[i] = math.Log(x.Value)
	}
	fit, err := fitFrontier(logs)
	if err != nil {
		return Frontier{}, err
	}
	boxes := make([]interval, n)
	for i, x := range inputs {
		low, err := residualsWith(logs, i, math.Log(x.Lo))
		high, errHigh := residualsWith(logs, i, math.Log(x.Hi))
		if err := errors.Join(err, errHigh); err != nil {
			return Frontier{}, err
		}
		for t, e := range fit.residuals {
			boxes[t] = boxes[t].plus(hull(low[t]-e, 0, high[t]-e))
		}
	}
	out := Frontier{Method: FrontierMethod, A: fit.b[0], Alpha: fit.b[1], Lambda: fit.b[2], Residuals: make([]data.Number, n)}
	for t, e := range fit.residuals {
		out.Residuals[t] = estimated(data.From(e, e+boxes[t].lo, e+boxes[t].hi, 4, inputs...).By("ε = ln Y − ŷ", "Y K L "+data.Repeat))
	}
	out.Rates = FrontierRates(out.Residuals)
	return out, nil
}

// A frontierFit is what least squares make of a path: the coefficients a, α and λ, and
// what they leave of each period.
type frontierFit struct {
	b         [3]float64
	residuals []float64
}

// fitFrontier fits a production function to the logarithms of output, capital and
// labour, period by period.
func fitFrontier(logs []float64) (frontierFit, error) {
	n := len(logs) / 3
	x, y := mat.NewDense(n, 3, nil), mat.NewVecDense(n, nil)
	for t := range n {
		output, capital, labour := logs[3*t], logs[3*t+1], logs[3*t+2]
		x.SetRow(t, []float64{1, capital - labour, float64(t)})
		y.SetVec(t, output-labour)
	}
	var square, inverse, solve mat.Dense
	square.Mul(x.T(), x)
	if err := inverse.Inverse(&square); err != nil {
		return frontierFit{}, fmt.Errorf("%w: %w", ErrShort, err)
	}
	solve.Mul(&inverse, x.T())
	var b, fitted mat.VecDense
	b.MulVec(&solve, y)
	fitted.MulVec(x, &b)
	out := frontierFit{b: [3]float64{b.AtVec(0), b.AtVec(1), b.AtVec(2)}, residuals: make([]float64, n)}
	for t := range n {
		out.residuals[t] = y.AtVec(t) - fitted.AtVec(t)
	}
	return out, nil
}

// residualsWith returns the residuals of a path with its i-th logarithm moved to v.
func residualsWith(logs []float64, i int, v float64) ([]float64, error) {
	moved := slices.Clone(logs)
	moved[i] = v
	fit, err := fitFrontier(moved)
	return fit.residuals, err
}
