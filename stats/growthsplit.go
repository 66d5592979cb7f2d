package stats

import "yunxing/data"

// A SharedRate is one part of a total in one period: its base share and its growth
// in per cent.
type SharedRate struct {
	Item   string
	Share  data.Number // of the base of the total, per cent
	Growth data.Number
}

// A GrowthEffect is what a part did to the change of the growth of the total
// between two periods, in percentage points. Growth + Structure = Change exactly;
// summed over a complete set of parts, Relative and Structure are equal.
type GrowthEffect struct {
	Item      string
	Change    data.Number // of the pull
	Growth    data.Number // s̄·Δg: it grew faster or slower
	Structure data.Number // ḡ·Δs: it weighs more or less
	Relative  data.Number // (ḡ − Ḡ)·Δs: the same against the mean growth of the total
}

// A GrowthSplit is the change of the growth of a total by cause, in percentage
// points: Change = Growth + Structure + Residual exactly.
type GrowthSplit struct {
	Parts     []GrowthEffect
	Change    data.Number // of the growth of the total
	Growth    data.Number // Σ of the parts
	Structure data.Number // Σ of the parts
	Residual  data.Number // of parts that are not among them, and of rounding
	Unknown   []string    // parts that lack a share or a growth in either period
}

// SplitGrowth splits the change of the growth of a total from period 0 to 1 into
// the growth and the structure of its parts (formulas §6),
//
//	Δpull_i = s̄_i·Δg_i + ḡ_i·Δs_i,
//
// bars being the means of the two periods. Relative is (ḡ_i − Ḡ)·Δs_i, to show the
// parts by: it does not blame a part for being large. Parts are matched by Item;
// one that is missing in either period is in Unknown and in the residual.
func SplitGrowth(before, now []SharedRate, totalBefore, totalNow data.Number) GrowthSplit {
	out := GrowthSplit{Change: ExactDifference(totalNow, totalBefore)}
	last := make(map[string]SharedRate, len(before))
	for _, p := range before {
		last[p.Item] = p
	}
	var growth, structure, change []data.Number
	for _, p := range now {
		q, ok := last[p.Item]
		e := effect(p.Item, q, p, totalBefore, totalNow)
		if !ok || !e.Change.Known() {
			out.Unknown = append(out.Unknown, p.Item)
			continue
		}
		out.Parts = append(out.Parts, e)
		growth, structure, change = append(growth, e.Growth), append(structure, e.Structure), append(change, e.Change)
	}
	out.Growth, out.Structure = sum(growth), sum(structure)
	out.Residual = ExactDifference(out.Change, sum(change))
	return out
}

// effect returns the effects of one part.
func effect(item string, q, p SharedRate, totalBefore, totalNow data.Number) GrowthEffect {
	in := []data.Number{q.Share, p.Share, q.Growth, p.Growth}
	out := GrowthEffect{Item: item, Relative: data.NotKnown()}
	out.Change = derived(2, func(x []float64) float64 { return (x[1]*x[3] - x[0]*x[2]) / 100 }, in...).By("d = (s₁·g₁ − s₀·g₀)/100", "s₀ s₁ g₀ g₁")
	out.Growth = derived(2, func(x []float64) float64 { return (x[0] + x[1]) / 2 * (x[3] - x[2]) / 100 }, in...).By("d = (s₀ + s₁)/2·(g₁ − g₀)/100", "s₀ s₁ g₀ g₁")
	out.Structure = derived(2, func(x []float64) float64 { return (x[2] + x[3]) / 2 * (x[1] - x[0]) / 100 }, in...).By("d = (g₀ + g₁)/2·(s₁ − s₀)/100", "s₀ s₁ g₀ g₁")
	out.Relative = derived(2, func(x []float64) float64 {
		return ((x[2]+x[3])/2 - (x[4]+x[5])/2) * (x[1] - x[0]) / 100
	}, append(in, totalBefore, totalNow)...).By("d = ((g₀ + g₁)/2 − (G₀ + G₁)/2)·(s₁ − s₀)/100", "s₀ s₁ g₀ g₁ G₀ G₁")
	return out
}
