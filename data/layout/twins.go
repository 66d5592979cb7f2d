package layout

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// twinPattern matches an English twin at the end of a Chinese label: it begins with a
// word that is no abbreviation.
//
//nolint:gochecknoglobals // a constant that Go cannot write as one
var twinPattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(.*\p{Han}[^\p{Han}A-Za-z]*?) ?([A-Z][a-z]+[^\p{Han}]*)$`)
})

// cutTwin takes the English twin off a label in two languages, such as 企业数(个)
// Number of Enterprises(unit), which says the same again. What it has in brackets
// stays where the Chinese part has none.
func cutTwin(s string) string {
	m := twinPattern().FindStringSubmatch(s)
	if m == nil || strings.Contains(s, "=") {
		return s
	}
	if !strings.Contains(m[1], "(") {
		for _, b := range pattern().bracket.FindAllStringSubmatch(m[2], -1) {
			if _, ok := parseUnit(b[1]); ok {
				return m[1] + b[0]
			}
		}
	}
	return m[1]
}

// inEnglish reports whether a text is words of English, and no abbreviation or code.
func inEnglish(s string) bool {
	if hasHan(s) {
		return false
	}
	return slices.ContainsFunc(strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }), func(w string) bool {
		return len(w) > 2 && strings.ToLower(w[1:]) == w[1:] && w[0] < 0x80
	})
}

// withoutTwins returns a path without the names of English labels that stand beside
// Chinese ones which name the same kind of thing: the header of a table in two
// languages.
func withoutTwins(path []place) []place {
	region, name := false, false
	for _, p := range path {
		if hasHan(p.text) {
			region = region || p.region != ""
			name = name || len(p.indicators) > 0 || p.item != "" || p.rest != ""
		}
	}
	if !region && !name {
		return path
	}
	var out []place
	for _, p := range path {
		if inEnglish(p.text) && p.named() {
			l := *p.label
			if name {
				l.indicators, l.printed, l.item, l.known, l.rest = nil, "", "", false, ""
			}
			if region {
				l.region = ""
				if !name && l.item == "" && len(l.indicators) == 0 && p.region != "" {
					l.rest = ""
				}
			}
			p.label = &l
		}
		out = append(out, p)
	}
	return out
}
