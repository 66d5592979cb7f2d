package data

import "strings"

// A Derivation says how a number came about: a rule in symbols and the numbers that
// stood in it, which say the same of themselves. Numbers share derivations; none is
// ever changed.
type Derivation struct {
	Rule      string // d = g₁ − g₀; "" where only the inputs are told
	Formula   string // with the numbers filled in, where Rule does not tell how
	Symbols   string // of the constants and then the inputs, by spaces; see Terms
	Constants []float64
	Inputs    []Number
}

// By returns n with the rule by which it came from its inputs and from constants.
// Symbols name first the constants and then the inputs, in their order. A number
// that is not known, or comes from no input, says nothing.
func (n Number) By(rule, symbols string, constants ...float64) Number {
	if n.Way == nil {
		return n
	}
	n.Way = &Derivation{Rule: rule, Symbols: symbols, Constants: constants, Inputs: n.Way.Inputs}
	return n
}

// A Term is a number in the place of a symbol.
type Term struct {
	Symbol string
	Number Number
}

// Repeat as the last of the symbols says that those of the inputs come again and
// again: "w v …" names pairs. Without it the last symbol is that of all inputs that
// remain, the members of a sum.
const Repeat = "…"

// Terms returns the constants and the inputs of d with their symbols.
func (d *Derivation) Terms() []Term {
	if d == nil {
		return nil
	}
	symbols := strings.Fields(d.Symbols)
	out := make([]Term, 0, len(d.Constants)+len(d.Inputs))
	for i, v := range d.Constants {
		out = append(out, Term{symbolAt(symbols, i), Number{Value: v, Lo: v, Hi: v, Digits: decimalsOf(v)}})
	}
	symbols = symbols[min(len(d.Constants), len(symbols)):]
	for i, n := range d.Inputs {
		out = append(out, Term{symbolAt(symbols, i), n})
	}
	return out
}

// mostDigits bounds the decimals that a constant is shown with.
const mostDigits = 4

// decimalsOf returns how many decimals say a constant: none of 3, four of 2.1508.
func decimalsOf(v float64) int8 {
	for d := range mostDigits {
		if HalfAway.Round(v, d) == v {
			return int8(d)
		}
	}
	return mostDigits
}

// symbolAt returns the i-th of symbols, as Repeat says.
func symbolAt(symbols []string, i int) string {
	n := len(symbols)
	switch {
	case n == 0:
		return ""
	case n > 1 && symbols[n-1] == Repeat:
		return symbols[i%(n-1)]
	}
	return symbols[min(i, n-1)]
}
