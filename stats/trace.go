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
	text := fill(f.rule, f.symbols(), f.Number)
	if f.formula != "" {
		text = f.formula + " = " + written(f.Number)
	}
	return Trace{Rule: f.rule, Formula: text, Number: f.Number, Terms: f.terms}
}

// symbols returns the terms of f without where they are from.
func (f Figure) symbols() []data.Term {
	out := make([]data.Term, len(f.terms))
	for i, t := range f.terms {
		out[i] = data.Term{Symbol: t.Symbol, Number: t.Number}
	}
	return out
}

// FormulaOf returns the rule by which a number came about with the numbers filled
// in, 12.2 − 14.0 = −1.8, and "" where it was not derived or its rule is not told.
// The same is to be had of each input: n.Way tells them.
func FormulaOf(n data.Number) string {
	if n.Way == nil || n.Way.Rule == "" {
		return ""
	}
	if n.Way.Formula != "" {
		return n.Way.Formula + " = " + written(n)
	}
	return fill(n.Way.Rule, n.Way.Terms(), n)
}

// Told returns the number of f with the rule of its measure as the way it came about.
func (f Figure) Told() data.Number {
	n := f.Number
	n.Way = &data.Derivation{Rule: f.rule, Formula: f.formula}
	symbols := make([]string, len(f.terms))
	for i, t := range f.terms {
		symbols[i] = t.Symbol
		n.Way.Inputs = append(n.Way.Inputs, t.Number)
	}
	n.Way.Symbols = strings.Join(symbols, " ")
	return n
}

// fill returns the right side of a rule with numbers in place of its symbols, and
// what it comes to. A symbol that several terms share stays, for they are the
// members of a sum, unless the sum is all of the rule. What stands behind a comma
// says what a symbol is, and is left out.
func fill(rule string, terms []data.Term, result data.Number) string {
	_, right, ok := strings.Cut(rule, " = ")
	if !ok {
		right = rule
	}
	right, _, _ = strings.Cut(right, ", ")
	if _, ok := strings.CutPrefix(right, "Σ "); ok && len(terms) > 0 && right == "Σ "+terms[0].Symbol {
		return added(terms) + " = " + written(result)
	}
	numbers := map[string]string{}
	for _, t := range terms {
		if _, shared := numbers[t.Symbol]; shared {
			numbers[t.Symbol] = t.Symbol
			continue
		}
		numbers[t.Symbol] = inBrackets(t.Number)
	}
	return substitute(right, numbers) + " = " + written(result)
}

// mostAddends bounds how many members of a sum are written out.
const mostAddends = 6

// added returns the members of a sum with the signs between them.
func added(terms []data.Term) string {
	var b strings.Builder
	for i, t := range terms {
		text := written(t.Number)
		switch {
		case len(terms) > mostAddends && i == mostAddends-1:
			text = "… + " + inBrackets(terms[len(terms)-1].Number)
			return b.String() + " + " + text
		case i == 0:
		case strings.HasPrefix(text, "−"):
			b.WriteString(" − ")
			text = strings.TrimPrefix(text, "−")
		default:
			b.WriteString(" + ")
		}
		b.WriteString(text)
	}
	return b.String()
}

// inBrackets returns a number as it stands within a formula: a negative one in
// brackets.
func inBrackets(n data.Number) string {
	text := written(n)
	if strings.HasPrefix(text, "−") {
		return "(" + text + ")"
	}
	return text
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

// inSymbol reports whether r may stand in a symbol: g, ḡ, Pᵢ, r₁, gₜ₋₁.
func inSymbol(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || '₀' <= r && r <= '₉' || r == '₋'
}

// exactDecimals bounds the decimals of a number that is not rounded, a share of the
// year for one.
const exactDecimals = 4

// written returns a number with its decimals and a true minus.
func written(n data.Number) string {
	if math.IsNaN(n.Value) {
		return "—"
	}
	digits := int(max(n.Digits, 0))
	text := data.HalfAway.Format(n.Value, digits)
	if n.Way == nil && n.Lo == n.Value && n.Hi == n.Value {
		text = strings.TrimRight(strings.TrimRight(data.HalfAway.Format(n.Value, exactDecimals), "0"), ".")
	}
	return strings.Replace(text, "-", "−", 1)
}
