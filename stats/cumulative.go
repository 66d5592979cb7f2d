package stats

import (
	"math"

	"yunxing/data"
)

// ImpliedCurrent returns the growth of the current period that two cumulative
// growths of the same year imply,
//
//	g_k = (P_k·G_k − P_{k−1}·G_{k−1}) / (P_k − P_{k−1})
//
// in per cent, with base-year cumulative shares P as fractions (formulas §2). The
// interval is that of the rounded G at given P; with equal quarters and one
// decimal it is ±0.15, ±0.25 and ±0.35 for the second to fourth. The digits are
// one, or none where the interval is wider than ±0.5. Not known where an input is
// not, or P does not rise.
func ImpliedCurrent(now, before, pNow, pBefore data.Number) data.Number {
	if !known(now, before, pNow, pBefore) || pNow.Value <= pBefore.Value {
		return data.NotKnown()
	}
	w := pNow.Value - pBefore.Value
	a := of(now).times(exactly(pNow.Value / w))
	b := of(before).times(exactly(pBefore.Value / w))
	box := a.minus(b)
	v := (pNow.Value*now.Value - pBefore.Value*before.Value) / w
	return data.From(v, box.lo, box.hi, digitsFor(box), now, before, pNow, pBefore).By("g = (P₁·G₁ − P₀·G₀)/(P₁ − P₀)", "G₁ G₀ P₁ P₀")
}

// digitsFor returns how many decimals a box deserves: one, but none where half
// its width is above half a point.
func digitsFor(box interval) int8 {
	if (box.hi-box.lo)/2 > 0.5+1e-9 {
		return 0
	}
	return 1
}

// Required returns the growth that the rest of the year must reach for a target,
//
//	g_req = (G* − p·G_k) / (1 − p)
//
// in per cent, p being the base-year share of the part that is over (formulas
// §13). Not known where the year is over.
func Required(target, now, p data.Number) data.Number {
	if !known(target, now, p) || p.Value >= 1 || p.Value <= 0 {
		return data.NotKnown()
	}
	rest := 1 - p.Value
	box := of(target).minus(of(now).times(exactly(p.Value))).times(exactly(1 / rest))
	if target.Status == data.Published || target.Status == data.Derived {
		// A target is meant as it is written; only the growth so far is rounded.
		box = exactly(target.Value).minus(of(now).times(exactly(p.Value))).times(exactly(1 / rest))
	}
	return data.From((target.Value-p.Value*now.Value)/rest, box.lo, box.hi, digitsFor(box), target, now, p).By("g = (Z − P·G)/(1 − P)", "Z G P")
}

// YearFrom returns the growth of the year that a growth so far and one of the
// rest make, G_year = p·G_k + (1 − p)·g_rest, in per cent.
func YearFrom(now, rest, p data.Number) data.Number {
	if !known(now, rest, p) {
		return data.NotKnown()
	}
	q := 1 - p.Value
	lo := p.Value*now.Lo + q*rest.Lo
	hi := p.Value*now.Hi + q*rest.Hi
	return data.From(p.Value*now.Value+q*rest.Value, lo, hi, 1, now, rest, p).By("Y = P·G + (1 − P)·g", "G g P")
}

// A RelativePath is the level of a rates-only series relative to its base year,
// whose total is one: quarterly cumulative levels C_{y,k} in the order of time.
type RelativePath struct {
	Start      data.Period // a first quarter
	Cumulative []float64   // NaN where not known
}

// NewRelativePath chains cumulative year-on-year growths to levels around one
// base profile,
//
//	C_{y,k} = C_{y−1,k}·(1 + G_{y,k}/100),   C_{base,k} = P_k,
//
// forward and backward from the base year. It covers the quarters from the
// first year whose four growths are known, less one, to the last known quarter.
func NewRelativePath(growth data.Series, p Profile) RelativePath {
	first := firstWholeYear(growth, p.Year)
	last, ok := growth.Last()
	if !ok || last.Year() < p.Year {
		last = data.Quarter(p.Year, 4)
	}
	n := (last.Year() - first + 1) * 4
	path := RelativePath{Start: data.Quarter(first, 1), Cumulative: make([]float64, n)}
	for k := 1; k <= 4; k++ {
		path.chain(growth, p, first, last.Year(), k)
	}
	return path
}

// chain fills the k-th quarter of every year.
func (r RelativePath) chain(growth data.Series, p Profile, first, last, k int) {
	rate := func(y int) float64 {
		g := growth.At(data.Quarter(y, k))
		if !g.Known() {
			return math.NaN()
		}
		return 1 + g.Value/100
	}
	base := math.NaN()
	if s := p.At(data.Quarter(p.Year, k)); s.Known() {
		base = s.Value
	}
	at := func(y int) *float64 { return &r.Cumulative[(y-first)*4+k-1] }
	*at(p.Year) = base
	for y := p.Year + 1; y <= last; y++ {
		*at(y) = *at(y - 1) * rate(y)
	}
	for y := p.Year - 1; y >= first; y-- {
		*at(y) = *at(y + 1) / rate(y+1)
	}
}

// firstWholeYear returns the year before the earliest unbroken run of years up to
// base in which all four cumulative growths are known.
func firstWholeYear(growth data.Series, base int) int {
	for y := base; ; y-- {
		for k := 1; k <= 4; k++ {
			if !growth.At(data.Quarter(y, k)).Known() {
				return y
			}
		}
	}
}

// Single returns the single-quarter levels of r, NaN where not known.
func (r RelativePath) Single() []float64 {
	out := make([]float64, len(r.Cumulative))
	for i, c := range r.Cumulative {
		if i%4 > 0 {
			c -= r.Cumulative[i-1]
		}
		out[i] = c
	}
	return out
}
