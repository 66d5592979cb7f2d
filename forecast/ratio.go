package forecast

import (
	"context"
	"fmt"
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// CompletionRatio is the bureau's method: the sum of the known periods divided
// by the part of the year that they made up in past years.
//
//	Ŷ = C_k / r̄_k,  r̄_k = mean of r_{y,k} over the last Years whole years
//
// With Years = 1 the growth of the year is the growth to date (see
// YearProjection.IdentityGrowth). The band is Student's t on the logarithm: from
// the errors that the same rule would have made in past years where there are at
// least two, else from the spread of the ratios themselves, and unknown with a
// single ratio. Errors: ErrNotPositive if the sum to date is not positive or no
// past year has positive sums, ErrTooShort if there is no whole past year.
type CompletionRatio struct {
	Years int // 0 for three, AllYears for all
}

// AllYears asks CompletionRatio for every whole year.
const AllYears = -1

// ID implements YearMethod: ratio1, ratio3, … or ratio-all.
func (c CompletionRatio) ID() string {
	if c.Years < 0 {
		return "ratio-all"
	}
	return fmt.Sprintf("ratio%d", c.years())
}

// years returns the number of years asked for.
func (c CompletionRatio) years() int {
	switch {
	case c.Years < 0:
		return math.MaxInt
	case c.Years == 0:
		return 3
	default:
		return c.Years
	}
}

// ProjectYear implements YearMethod.
func (c CompletionRatio) ProjectYear(_ context.Context, y YearToDate) (YearProjection, error) {
	if y.WholeYears() == 0 {
		return YearProjection{}, fmt.Errorf("%w: no whole year before %d", ErrTooShort, y.Last)
	}
	sofar := y.ToDate(y.Last, y.Known)
	ratios := y.Ratios()
	if !(sofar > 0) || len(ratios) == 0 {
		return YearProjection{}, fmt.Errorf("%w: completion ratio", ErrNotPositive)
	}
	used := ratios[:min(len(ratios), c.years())]
	r := meanRatio(used)
	total := sofar / r
	p := YearProjection{Method: c.ID(), Total: total, Ratios: used, MeanRatio: r}
	if s, df := c.spread(ratios); df > 0 {
		t := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: float64(df)}
		p.interval = func(level float64) (float64, float64) {
			w := t.Quantile(0.5+level/200) * s
			return total * math.Exp(-w), total * math.Exp(w)
		}
	}
	return p, nil
}

// meanRatio returns the mean of ratios.
func meanRatio(ratios []YearRatio) float64 {
	s := 0.0
	for _, r := range ratios {
		s += r.Ratio
	}
	return s / float64(len(ratios))
}

// spread returns the standard error of the logarithm of the projection and its
// degrees of freedom, 0 if it is not known. ratios come latest first.
func (c CompletionRatio) spread(ratios []YearRatio) (sd float64, df int) {
	n := c.years()
	ss := 0.0
	for i := range ratios {
		if c.Years < 0 {
			n = max(len(ratios)-i-1, 1)
		}
		if len(ratios)-i <= n || (c.Years < 0 && n < 3) {
			break
		}
		e := math.Log(meanRatio(ratios[i+1:i+1+n]) / ratios[i].Ratio)
		ss += e * e
		df++
	}
	if df >= 2 {
		return math.Sqrt(ss / float64(df)), df
	}
	k := min(len(ratios), c.years())
	if k < 2 {
		return 0, 0
	}
	logs := make([]float64, k)
	for i, r := range ratios[:k] {
		logs[i] = math.Log(r.Ratio)
	}
	centre := mean(logs)
	ss = 0
	for _, v := range logs {
		ss += (v - centre) * (v - centre)
	}
	return math.Sqrt(ss / float64(k-1) * (1 + 1/float64(k))), k - 1
}
