package session_test

import (
	"math"

	"yunxing/data"
)

// A want is what a figure of the report must be. NaN is not known.
type want struct {
	value  float64
	status data.Status
	lo, hi float64 // the interval, unless both are 0
}

func published(v float64) want { return want{value: v, status: data.Published} }
func derived(v float64) want   { return want{value: v, status: data.Derived} }
func estimated(v float64) want { return want{value: v, status: data.Estimated} }
func projected(v float64) want { return want{value: v, status: data.Projected} }

// between returns w with the interval that it must have, and within with one of
// half to either side.
func (w want) between(lo, hi float64) want {
	w.lo, w.hi = lo, hi
	return w
}

func (w want) within(half float64) want { return w.between(w.value-half, w.value+half) }

// points returns the difference of two published rates. It is a difference of
// decimal figures: binary noise is cut off.
func points(now, then float64) want { return derived(math.Round((now-then)*1e6) / 1e6) }

// A year is four cumulative growths at the ends of quarters, in per cent, from
// the first to the last that is known; others are NaN.
type year [4]float64

// shares are the base-year shares P of the four cumulative quarters.
type shares [4]float64

// equalShares is a year of equal quarters.
func equalShares() shares { return shares{.25, .5, .75, 1} }

// implied returns the growth of quarter k alone, from 0, that G and P imply:
// (P_k·G_k − P_{k−1}·G_{k−1}) / (P_k − P_{k−1}).
func implied(g year, p shares, k int) float64 {
	if k == 0 {
		return g[0]
	}
	return (p[k]*g[k] - p[k-1]*g[k-1]) / (p[k] - p[k-1])
}

// halfImplied returns how far rounding to one decimal leaves the implied growth of
// quarter k open: h·(P_k + P_{k−1})/(P_k − P_{k−1}), h = 0.05.
func halfImplied(p shares, k int) float64 {
	if k == 0 {
		return 0.05
	}
	return 0.05 * (p[k] + p[k-1]) / (p[k] - p[k-1])
}

// moved returns p with the share of quarter k moved by points.
func (p shares) moved(k int, points float64) shares {
	p[k] += points / 100
	return p
}

// required returns what the rest must grow by for the year to reach target, with
// k quarters over: (G* − p·G)/(1 − p).
func required(target, now, p float64) float64 { return (target - p*now) / (1 - p) }

// A pull is the account of one branch by hand.
type pull struct{ level, growth, pull, contribution float64 }

// pullOn returns the account of a branch with level a and growth g in per cent,
// for a total with level and growth likewise: base B = A/(1 + g/100), pull
// 100·(A − B)/B_total, contribution 100·pull/G.
func pullOn(a, g, total, totalGrowth float64) pull {
	base, totalBase := a/(1+g/100), total/(1+totalGrowth/100)
	p := 100 * (a - base) / totalBase
	return pull{a, g, p, 100 * p / totalGrowth}
}

// levels chains the shares of a base year backward by growths to relative levels
// by year: C_{y−1,k} = C_{y,k}/(1 + G_{y,k}/100).
func levels(base int, p shares, growths map[int]year) map[int]shares {
	out := map[int]shares{base: p}
	for y := base; ; y-- {
		g, ok := growths[y]
		if !ok {
			return out
		}
		var before shares
		for k := range g {
			before[k] = out[y][k] / (1 + g[k]/100)
			if math.IsNaN(before[k]) {
				return out
			}
		}
		out[y-1] = before
	}
}

// A ratio is the projection of a year by mean completion ratios.
type ratio struct{ last, mean, growth, lo80, hi80, lo95, hi95 float64 }

// byRatio projects the year after base, whose first k quarters grew by now, by the
// mean completion ratio of three years: 1 + Ĝ = (1 + G)·r_last/r̄. The bands are
// Student's t on the logarithm of the errors that the rule would have made in past
// years, for two of them; they are NaN with fewer years than that takes.
func byRatio(base, k int, now float64, p shares, growths map[int]year) ratio {
	past := levels(base, p, growths)
	r := func(y int) float64 { return past[y][k-1] / past[y][3] }
	mean3 := func(y int) float64 { return (r(y) + r(y-1) + r(y-2)) / 3 }
	out := ratio{last: r(base), mean: mean3(base)}
	out.growth = 100 * ((1+now/100)*out.last/out.mean - 1)
	e1, e2 := math.Log(mean3(base-1)/r(base)), math.Log(mean3(base-2)/r(base-1))
	s := math.Sqrt((e1*e1 + e2*e2) / 2)
	const t80, t95 = 1.885618083164127, 4.302652729911275 // two degrees of freedom
	at := func(w float64) float64 { return 100 * ((1+out.growth/100)*math.Exp(w) - 1) }
	out.lo80, out.hi80, out.lo95, out.hi95 = at(-t80*s), at(t80*s), at(-t95*s), at(t95*s)
	return out
}
