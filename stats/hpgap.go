package stats

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"

	"yunxing/data"
)

// Limits of the Hodrick–Prescott gap (formulas §9).
const (
	minTrend  = 12 // fewer points are refused
	trendTail = 4  // last points that are uncertain
)

// HPGap returns the trend of a path and its gap 100·z/τ in per cent (Hodrick and
// Prescott 1997; formulas §9),
//
//	(I + λ·D'D)·τ = z,
//
// D taking second differences; λ is 1600 for quarters. The gap lies around 100 and
// is no utilisation; RescaledGap makes one that ends at 100. The path should be
// seasonally adjusted. The intervals are those of the rounded path. The error wraps
// ErrShort for fewer than 12 points, gaps, or a λ that is not positive.
func HPGap(z []data.Number, lambda float64) ([]CapacityPoint, error) {
	n := len(z)
	if n < minTrend || !known(z...) || !(lambda > 0) || math.IsInf(lambda, 0) {
		return nil, fmt.Errorf("%w: %d points, λ %v", ErrShort, n, lambda)
	}
	weights, err := hpWeights(n, lambda)
	if err != nil {
		return nil, err
	}
	out := make([]CapacityPoint, n)
	for i := range out {
		v, box := 0.0, exactly(0)
		for j := range z {
			w := weights.At(i, j)
			v += w * z[j].Value
			box = box.plus(of(z[j]).by(w))
		}
		out[i].Capacity = estimated(data.From(v, box.lo, box.hi, max(z[i].Digits, 2), z...).By("τ = Σ w·z", "z"))
		out[i].Rate = estimated(Ratio(z[i], out[i].Capacity, 1))
		out[i].Method = HodrickPrescottMethod
		out[i].Uncertain = i >= n-trendTail
	}
	return out, nil
}

// hpWeights returns (I + λ·D'D)^{−1} for n points.
func hpWeights(n int, lambda float64) (*mat.Dense, error) {
	band := mat.NewSymBandDense(n, 2, nil)
	for i := range n {
		band.SetSymBand(i, i, 1)
	}
	for t := range n - 2 {
		d := [3]float64{1, -2, 1}
		for i := range 3 {
			for j := i; j < 3; j++ {
				band.SetSymBand(t+i, t+j, band.At(t+i, t+j)+lambda*d[i]*d[j])
			}
		}
	}
	var chol mat.BandCholesky
	if !chol.Factorize(band) {
		return nil, fmt.Errorf("%w: no trend with λ %v", ErrShort, lambda)
	}
	one := mat.NewDense(n, n, nil)
	for i := range n {
		one.Set(i, i, 1)
	}
	var out mat.Dense
	if err := chol.SolveTo(&out, one); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrShort, err)
	}
	return &out, nil
}

// RescaledGap returns rates divided by the highest of them, in per cent, so that
// none is above 100: the figure then depends on one single point (formulas §9).
func RescaledGap(points []CapacityPoint) []data.Number {
	top := data.NotKnown()
	for _, p := range points {
		if p.Rate.Known() && !(p.Rate.Value <= top.Value) {
			top = p.Rate
		}
	}
	out := make([]data.Number, len(points))
	for i, p := range points {
		out[i] = estimated(Ratio(p.Rate, top, 1))
	}
	return out
}
