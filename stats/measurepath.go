package stats

import (
	"slices"
	"strconv"
	"strings"

	"yunxing/data"
)

// quarterOf returns the quarter that ends with p, and false within a quarter and for a
// year.
func quarterOf(p data.Period) (data.Period, bool) {
	q, ok := p.In(data.Quarterly)
	return q, ok && p.Freq() != data.Annual
}

// quartersTo returns the quarters of a series up to q that are known without a gap, the
// earliest first.
func quartersTo(s data.Series, q data.Period) []data.Number {
	var out []data.Number
	for at := q; s.At(at).Known(); at = at.Add(-1) {
		out = append(out, s.At(at))
	}
	slices.Reverse(out)
	return out
}

// runBelow returns for how many quarters in a row up to q one series has lain below
// another, and what that rests on: the quarters of the run, or the one that ends it at
// once. The last quarter goes by the symbols as they are.
func runBelow(rule, low, high string, a, b data.Series, q data.Period) (data.Number, []Term) {
	if !known(a.At(q), b.At(q)) {
		return data.NotKnown(), nil
	}
	n := RunBelow(quartersTo(a, q), quartersTo(b, q))
	var terms []Term
	var inputs []data.Number
	var symbols []string
	for i := range max(n, 1) {
		at, lag := q.Add(-i), ""
		if i > 0 {
			lag = lowered(-i)
		}
		terms = append(terms, term(low+lag, a, at), term(high+lag, b, at))
		inputs = append(inputs, a.At(at), b.At(at))
		symbols = append(symbols, low+lag, high+lag)
	}
	run := float64(n)
	return data.From(run, run, run, 0, inputs...).By(rule, strings.Join(symbols, " ")), terms
}

// lowered returns a negative number as an index: ₋₁.
func lowered(n int) string {
	out := "₋"
	for _, r := range strconv.Itoa(-n) {
		out += string('₀' + r - '0')
	}
	return out
}

// riseRun is for how many quarters in a row cumulative growth has moved one way.
func riseRun() Measure {
	return Measure{
		ID: "rise-run", Zh: "累计增速连续加快或回落的季度数", En: "Quarters of rising or falling growth in a row",
		HelpZh: "累计增速连续加快的季度数，连续回落为负，最近一个季度持平为零；跨年相比。",
		HelpEn: "Quarters in a row in which cumulative growth rose, negative where it fell, zero where it last stayed; across years.",
		Rule:   "n = ±#{gₜ > gₜ₋₁; gₜ₋₁ > gₜ₋₂; …}", Needs: []Need{{"gₜ", growthOf("iva", "")}}, Unit: "个", Basis: data.Basis{Measure: data.Count}, Source: "按定义 (by definition)",
		find: each(func(_ Measure, s data.Series, p data.Period) (data.Number, []Term) {
			q, ok := quarterOf(p)
			if !ok {
				return data.NotKnown(), nil
			}
			path := quartersTo(s, q)
			way, n := Run(path)
			if n == 0 {
				return data.NotKnown(), nil
			}
			run := float64(int(way) * n)
			return data.From(run, run, run, 0, path[len(path)-1-n:]...).By("n = ±#{gₜ > gₜ₋₁; gₜ₋₁ > gₜ₋₂; …}", "gₜ"), runTerms("gₜ", s, q, n)
		}),
	}
}

// monthRun is for how many months of a year in a row cumulative growth has moved one
// way.
func monthRun() Measure {
	return Measure{
		ID: "rise-run-months", Zh: "年内累计增速连续加快或回落的月数", En: "Months of rising or falling growth in a row",
		HelpZh: "本年内累计增速逐月连续加快的月数，连续回落为负，最近一个月持平为零；1—2月为起点。",
		HelpEn: "Months of the year in a row in which cumulative growth rose, negative where it fell, zero where it last stayed; January and February are the start.",
		Rule:   "n = ±#{gₜ > gₜ₋₁; gₜ₋₁ > gₜ₋₂; …}", Needs: []Need{{"gₜ", growthOf("iva", "")}}, Unit: "个", Basis: data.Basis{Measure: data.Count}, Source: "按定义 (by definition)",
		find: each(func(_ Measure, s data.Series, p data.Period) (data.Number, []Term) {
			if p.Freq() != data.Monthly || p.Merged() {
				return data.NotKnown(), nil
			}
			var path []data.Number
			for m := data.Month(p.Year(), 1); m.Compare(p) <= 0; m = m.Add(1) {
				path = append(path, s.At(m))
			}
			way, n := Run(path)
			if n == 0 {
				return data.NotKnown(), nil
			}
			run := float64(int(way) * n)
			return data.From(run, run, run, 0, path[len(path)-1-n:]...).By("n = ±#{gₜ > gₜ₋₁; gₜ₋₁ > gₜ₋₂; …}", "gₜ"), runTerms("gₜ", s, p, n)
		}),
	}
}

// priceRun is for how many months in a row prices have stood above or below those of
// the year before.
func priceRun() Measure {
	return Measure{
		ID: "price-run", Zh: "出厂价格连续上涨或下降的月数", En: "Months of rising or falling prices in a row",
		HelpZh: "同比价格指数连续高于100的月数，连续低于100为负，等于100为零。",
		HelpEn: "Months in a row in which the price index against the year before stood above 100, negative where below, zero where at 100.",
		Rule:   "n = ±#{Iₜ > 100; Iₜ₋₁ > 100; …}", Needs: []Need{{"Iₜ", indexOf("ppi", data.YearAgo)}}, Unit: "个", Basis: data.Basis{Measure: data.Count}, Source: "按定义 (by definition)",
		find: each(func(_ Measure, s data.Series, p data.Period) (data.Number, []Term) {
			way, ok := Side(s.At(p), 100)
			if !ok {
				return data.NotKnown(), nil
			}
			n := 0
			for at := p; ; at = at.Add(-1) {
				if side, ok := Side(s.At(at), 100); !ok || side != way {
					break
				}
				n++
			}
			terms := runTerms("Iₜ", s, p, n-1)
			inputs := make([]data.Number, len(terms))
			for i, t := range terms {
				inputs[i] = t.Number
			}
			run := float64(int(way) * n)
			return data.From(run, run, run, 0, inputs...).By("n = ±#{Iₜ > 100; Iₜ₋₁ > 100; …}", "Iₜ"), terms
		}),
	}
}

// growthRun is for how many quarters in a row cumulative growth has been positive.
func growthRun() Measure {
	return Measure{
		ID: "growth-run", Zh: "累计连续正增长的季度数", En: "Quarters of growth in a row",
		HelpZh: "累计增速连续为正的季度数，零不算增长。", HelpEn: "Quarters in a row with positive cumulative growth; zero is no growth.",
		Rule: "n = #{gₜ > 0; gₜ₋₁ > 0; …}", Needs: []Need{{"gₜ", growthOf("iva", "")}}, Unit: "个", Basis: data.Basis{Measure: data.Count}, Source: "按定义 (by definition)",
		find: each(func(_ Measure, s data.Series, p data.Period) (data.Number, []Term) {
			q, ok := quarterOf(p)
			if !ok || !s.At(q).Known() {
				return data.NotKnown(), nil
			}
			path := quartersTo(s, q)
			n := RunWhere(path, func(g data.Number) bool { return printed(g) > 0 })
			return data.From(float64(n), float64(n), float64(n), 0, path[len(path)-max(n, 1):]...).By("n = #{gₜ > 0; gₜ₋₁ > 0; …}", "gₜ"), runTerms("gₜ", s, q, max(n, 1)-1)
		}),
	}
}

// runTerms returns the periods of a run of n changes up to q, the earliest first.
func runTerms(symbol string, s data.Series, q data.Period, n int) []Term {
	var out []Term
	for i := n; i >= 0; i-- {
		out = append(out, term(symbol, s, q.Add(-i)))
	}
	return out
}
