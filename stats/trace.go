package stats

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

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
	text := fill(f.rule, f.terms, f.Number)
	if f.formula != "" {
		text = f.formula + " = " + written(f.Number)
	}
	return Trace{Rule: f.rule, Formula: text, Number: f.Number, Terms: f.terms}
}

// fill returns the right side of a rule with numbers in place of its symbols, and
// what it comes to. A symbol that several terms share stays: they are the members of
// a sum.
func fill(rule string, terms []Term, result data.Number) string {
	_, right, ok := strings.Cut(rule, " = ")
	if !ok {
		right = rule
	}
	numbers := map[string]string{}
	for _, t := range terms {
		if _, shared := numbers[t.Symbol]; shared {
			numbers[t.Symbol] = t.Symbol
			continue
		}
		numbers[t.Symbol] = written(t.Number)
	}
	return substitute(right, numbers) + " = " + written(result)
}

// substitute returns text with each word that has a number replaced by it. Words are
// runs of letters, marks and lowered digits.
func substitute(text string, numbers map[string]string) string {
	var b strings.Builder
	for text != "" {
		n := strings.IndexFunc(text, func(r rune) bool { return !inSymbol(r) })
		if n < 0 {
			n = len(text)
		}
		if n == 0 {
			_, n = utf8.DecodeRuneInString(text)
			b.WriteString(text[:n])
		} else if v, ok := numbers[text[:n]]; ok {
			b.WriteString(v)
		} else {
			b.WriteString(text[:n])
		}
		text = text[n:]
	}
	return b.String()
}

// inSymbol reports whether r may stand in a symbol: g, ḡ, Pᵢ, r₁.
func inSymbol(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || '₀' <= r && r <= '₉'
}

// exactDecimals bounds the decimals of a number that is not rounded, a share of the
// year for one.
const exactDecimals = 4

// written returns a number with its decimals and a true minus; a negative one within
// a formula stands as it is.
func written(n data.Number) string {
	if math.IsNaN(n.Value) {
		return "—"
	}
	digits := int(max(n.Digits, 0))
	text := data.HalfAway.Format(n.Value, digits)
	if n.Lo == n.Value && n.Hi == n.Value {
		text = strings.TrimRight(strings.TrimRight(data.HalfAway.Format(n.Value, exactDecimals), "0"), ".")
	}
	return strings.Replace(text, "-", "−", 1)
}
