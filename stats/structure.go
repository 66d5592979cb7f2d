package stats

import (
	"cmp"
	"math"
	"slices"

	"yunxing/data"
)

// LocationQuotient returns how much larger a share in per cent is in a region than
// in the reference area (区位商),
//
//	LQ = (e_i/e_t)/(E_i/E_t)
//
// (formulas §7); above one the region is specialised. Not known where a share is
// not or that of the reference may be zero.
func LocationQuotient(share, reference data.Number) data.Number {
	if !known(share) || !positive(reference) {
		return data.NotKnown()
	}
	return derived(2, func(x []float64) float64 { return x[0] / x[1] }, share, reference).By("q = s/S", "s S")
}

// LocationQuotientOf returns LocationQuotient from the four levels: of the part and
// of all, in the region and in the reference area, in one unit each.
func LocationQuotientOf(part, all, referencePart, referenceAll data.Number) data.Number {
	if !known(part) || !positive(all, referencePart, referenceAll) {
		return data.NotKnown()
	}
	return derived(2, func(x []float64) float64 { return x[0] / x[1] / (x[2] / x[3]) }, part, all, referencePart, referenceAll).By("q = (e/t)/(E/T)", "e t E T")
}

// A Concentration is how far a total rests on few parts, from the shares of n parts
// at one level of a classification (formulas §7). It depends on that level: n is to
// be shown with it.
type Concentration struct {
	N          int
	Herfindahl data.Number // Σ s², shares as fractions, from 1/n to 1
	Points     data.Number // Herfindahl × 10 000
	Normalised data.Number // (Herfindahl − 1/n)/(1 − 1/n), from 0 to 1; not known for one part
	Equivalent data.Number // 1/Herfindahl: the number of equal parts that would be as concentrated
}

// ConcentrationOf returns the concentration of shares in per cent (Herfindahl 1950,
// Hirschman 1945; formulas §7). All is not known where a share is not known or
// negative or there is none: a missing part is never taken for zero. Shares that do
// not make 100 are taken as they are.
func ConcentrationOf(shares []data.Number) Concentration {
	none := data.NotKnown()
	out := Concentration{N: len(shares), Herfindahl: none, Points: none, Normalised: none, Equivalent: none}
	if len(shares) == 0 || !known(shares...) {
		return out
	}
	v, box := 0.0, exactly(0)
	for _, s := range shares {
		if s.Value < 0 {
			return out
		}
		v += s.Value * s.Value / 1e4
		lo := max(s.Lo, 0)
		box = box.plus(interval{lo * lo / 1e4, s.Hi * s.Hi / 1e4})
	}
	out.Herfindahl = data.From(v, box.lo, box.hi, 4, shares...).By("H = Σ (s/100)²", "s")
	h := out.Herfindahl
	out.Points = derived(0, func(x []float64) float64 { return x[0] * 1e4 }, h).By("H = 10000·h", "h")
	if n := float64(out.N); n > 1 {
		out.Normalised = derived(3, func(x []float64) float64 { return (x[0] - 1/n) / (1 - 1/n) }, h).By("N = (h − 1/n)/(1 − 1/n)", "n h", n)
	}
	if h.Lo > 0 {
		out.Equivalent = derived(2, func(x []float64) float64 { return 1 / x[0] }, h).By("n = 1/h", "h")
	}
	return out
}

// ConcentrationRatio returns CR_n, the sum of the n largest shares in per cent
// (formulas §7). Not known where a share is not, or there are fewer than n.
func ConcentrationRatio(shares []data.Number, n int) data.Number {
	if n < 1 || len(shares) < n || !known(shares...) {
		return data.NotKnown()
	}
	sorted := slices.Clone(shares)
	slices.SortStableFunc(sorted, func(a, b data.Number) int { return cmp.Compare(b.Value, a.Value) })
	return sum(sorted[:n])
}

// StructuralChange returns how far a structure moved between two periods,
// ½·Σ|s_i1 − s_i0| in percentage points: 0 for none, 100 for a wholly other one
// (formulas §7). Shares are matched by position. Not known where one is not, there
// are none, or the lists differ in length.
func StructuralChange(before, now []data.Number) data.Number {
	if len(before) == 0 || len(before) != len(now) || !known(before...) || !known(now...) {
		return data.NotKnown()
	}
	v, box := 0.0, exactly(0)
	for i := range now {
		v += math.Abs(now[i].Value-before[i].Value) / 2
		box = box.plus(of(now[i]).minus(of(before[i])).magnitude().by(0.5))
	}
	return data.From(v, box.lo, box.hi, 1, paired(before, now)...).By("d = Σ |s₁ − s₀|/2", "s₀ s₁ …")
}
