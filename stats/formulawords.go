package stats

import "strings"

// FormulaFunctions returns the names of the functions of a formula.
func FormulaFunctions() []string {
	var out []string
	for _, f := range formulaFunctions {
		name, _, _ := strings.Cut(f, "(")
		out = append(out, name)
	}
	return out
}

// FormulaWords returns the words that may follow an indicator beside items and
// regions, each in English and in Chinese.
func FormulaWords() [][2]string {
	var out [][2]string
	for _, v := range vocabulary() {
		out = append(out, [2]string{v.words[0], v.words[1]})
	}
	return out
}
