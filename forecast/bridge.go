package forecast

import (
	"context"
	"fmt"
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// GrowthBridge projects the year by an assumption about the growth of its rest
// over the same periods of the year before:
//
//	Ŷ = C_k + R_{y−1}·(1 + ĝ/100),  R_{y−1} = Y_{y−1} − C_{y−1,k}
//
// C_k is the sum of the known periods, in the unit of the series; ĝ is in per
// cent. The band is Student's t on the logarithm, from the errors that the same
// assumption would have made at this point of past years; it is unknown with fewer
// than two of them, and for a growth that an analyst gives. Errors: ErrTooShort if
// the year before is not whole, ErrNotPositive if a sum that growth refers to is
// not positive.
type GrowthBridge struct {
	Assumption Bridge
	Growth     float64 // in per cent, for GivenGrowth
}

// A Bridge is an assumption about the growth of the rest of the year.
type Bridge uint8

// Bridges.
const (
	HoldGrowth    Bridge = iota // as that to date
	LatestQuarter               // as that of the latest quarter (of the latest period where there are fewer than four in a year)
	PastGaps                    // as that to date, and the mean gap between rest and part of past years
	GivenGrowth                 // as an analyst says
)

// ID implements YearMethod.
func (b GrowthBridge) ID() string {
	return [...]string{"bridge-hold", "bridge-latest", "bridge-gaps", "bridge-given"}[b.Assumption]
}

// ProjectYear implements YearMethod.
func (b GrowthBridge) ProjectYear(_ context.Context, y YearToDate) (YearProjection, error) {
	total, err := b.total(y)
	if err != nil {
		return YearProjection{}, err
	}
	p := YearProjection{Method: b.ID(), Total: total, Ratios: y.Ratios(), MeanRatio: math.NaN()}
	sd, df := b.spread(y)
	if df < 2 || total <= 0 {
		return p, nil
	}
	t := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: float64(df)}
	p.interval = func(level float64) (float64, float64) {
		w := t.Quantile(0.5+level/200) * sd
		return total * math.Exp(-w), total * math.Exp(w)
	}
	return p, nil
}

// total returns the total of the last year under the assumption.
func (b GrowthBridge) total(y YearToDate) (float64, error) {
	rest := y.Total(y.Last-1) - y.ToDate(y.Last-1, y.Known)
	if math.IsNaN(rest) {
		return 0, fmt.Errorf("%w: %d is not whole", ErrTooShort, y.Last-1)
	}
	if !(rest > 0) {
		return 0, fmt.Errorf("%w: the rest of %d", ErrNotPositive, y.Last-1)
	}
	g := b.growth(y)
	if math.IsNaN(g) {
		return 0, fmt.Errorf("%w: growth to refer to in %d", ErrNotPositive, y.Last)
	}
	return y.ToDate(y.Last, y.Known) + rest*(1+g/100), nil
}

// growth returns the growth assumed for the rest, NaN if it is not known.
func (b GrowthBridge) growth(y YearToDate) float64 {
	switch b.Assumption {
	case GivenGrowth:
		return b.Growth
	case LatestQuarter:
		from := max(0, y.Known-max(1, y.Season/4))
		return growth(y.ToDate(y.Last, y.Known)-y.ToDate(y.Last, from), y.ToDate(y.Last-1, y.Known)-y.ToDate(y.Last-1, from))
	case PastGaps:
		return y.Growth() + mean(y.gaps())
	default:
		return y.Growth()
	}
}

// gaps returns, for every past year in which both are known, the growth of the
// periods after the Known-th less that of those before, in percentage points.
func (y YearToDate) gaps() []float64 {
	var out []float64
	for year := y.Last - 1; year > y.Year; year-- {
		part := growth(y.ToDate(year, y.Known), y.ToDate(year-1, y.Known))
		rest := growth(y.Total(year)-y.ToDate(year, y.Known), y.Total(year-1)-y.ToDate(year-1, y.Known))
		if g := rest - part; !math.IsNaN(g) {
			out = append(out, g)
		}
	}
	return out
}

// spread returns the root mean square of the logarithmic errors that the
// assumption would have made in past years, and their number.
func (b GrowthBridge) spread(y YearToDate) (sd float64, df int) {
	if b.Assumption == GivenGrowth {
		return 0, 0
	}
	squares := 0.0
	for year := y.Last - 1; year > y.Year; year-- {
		total, err := b.total(y.cut(year, y.Known))
		if e := math.Log(total / y.Total(year)); err == nil && !math.IsNaN(e-e) {
			squares += e * e
			df++
		}
	}
	return math.Sqrt(squares / float64(df)), df
}
