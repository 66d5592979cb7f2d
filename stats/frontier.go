package stats

import (
	"fmt"
	"math"

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
// periods (formulas §9). The intervals are those that the rounding of the output
// leaves at the given capital and labour. The error wraps ErrShort for fewer than
// eight periods, gaps, lists of different length, figures that may be zero, or
// capital per head that only follows time.
func ProductionFrontier(output, capital, labour []data.Number) (Frontier, error) {
	n := len(output)
	if n < minFrontier || len(capital) != n || len(labour) != n || !positive(output...) || !positive(capital...) || !positive(labour...) {
		return Frontier{}, fmt.Errorf("%w: %d periods", ErrShort, n)
	}
	x, y := mat.NewDense(n, 3, nil), mat.NewVecDense(n, nil)
	for t := range n {
		x.SetRow(t, []float64{1, math.Log(capital[t].Value / labour[t].Value), float64(t)})
		y.SetVec(t, math.Log(output[t].Value/labour[t].Value))
	}
	var square, hat mat.Dense
	square.Mul(x.T(), x)
	var inverse mat.Dense
	if err := inverse.Inverse(&square); err != nil {
		return Frontier{}, fmt.Errorf("%w: %w", ErrShort, err)
	}
	var solve mat.Dense
	solve.Mul(&inverse, x.T())
	hat.Mul(x, &solve)
	var b mat.VecDense
	b.MulVec(&solve, y)
	out := Frontier{Method: FrontierMethod, A: b.AtVec(0), Alpha: b.AtVec(1), Lambda: b.AtVec(2), Residuals: make([]data.Number, n)}
	for i := range n {
		v, box := 0.0, exactly(0)
		for j := range n {
			w := -hat.At(i, j)
			if i == j {
				w++
			}
			v += w * y.AtVec(j)
			l := labour[j].Value
			box = box.plus(interval{math.Log(output[j].Lo / l), math.Log(output[j].Hi / l)}.by(w))
		}
		out.Residuals[i] = estimated(data.From(v, box.lo, box.hi, 4, output...).By("ε = ln Y − ŷ", "Y"))
	}
	out.Rates = FrontierRates(out.Residuals)
	return out, nil
}
