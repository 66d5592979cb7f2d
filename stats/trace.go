package stats

import (
	"math"
	"slices"
	"strings"

	"yunxing/data"
)

// A Trace says how a figure came about.
type Trace struct {
	Rule    string // in symbols: d = g₁ − g₀
	Formula string // with the numbers filled in: 12.2 − 14.0 = −1.8
	Number  data.Number
	Terms   []Term // the inputs, with the observations they rest on in their Refs
}

// Explain returns how f came about.
func (f Figure) Explain() Trace {
	return Trace{Rule: f.rule, Formula: fill(f.rule, f.terms, f.Number), Number: f.Number, Terms: f.terms}
}

// fill returns the right side of a rule with numbers in place of its symbols, and
// what it comes to.
func fill(rule string, terms []Term, result data.Number) string {
	_, right, ok := strings.Cut(rule, " = ")
	if !ok {
		right = rule
	}
	pairs := make([]string, 0, 2*len(terms))
	ordered := slices.Clone(terms)
	slices.SortStableFunc(ordered, func(a, b Term) int { return len(b.Symbol) - len(a.Symbol) })
	for _, t := range ordered {
		pairs = append(pairs, t.Symbol, written(t.Number))
	}
	return strings.NewReplacer(pairs...).Replace(right) + " = " + written(result)
}

// written returns a number with its decimals and a true minus; a negative one within
// a formula stands as it is.
func written(n data.Number) string {
	if math.IsNaN(n.Value) {
		return "—"
	}
	return strings.Replace(data.HalfAway.Format(n.Value, int(max(n.Digits, 0))), "-", "−", 1)
}
