package session

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/i18n"
)

// A Suggestion is a way to go on with a formula: its words, and the text that it
// leads to with the place of the cursor, in characters.
type Suggestion struct {
	Label  string
	Text   string
	Cursor int
}

// A Suggester knows what a formula over a project may say: its indicators with their
// items and regions, the functions, and the words for a measure, a span or a reference.
type Suggester struct {
	catalog   *data.Catalog
	operands  []sayable            // what a formula may begin with
	followers map[string][]sayable // what may stand behind a point, by indicator
}

// A sayable is something a formula may say.
type sayable struct {
	label string
	code  string   // of an indicator
	text  string   // what is written
	names []string // what it is found by, in lower case
	call  bool     // a function, whose arguments follow
}

// mostSuggestions bounds what is suggested at once.
const mostSuggestions = 12

// Suggester returns what can be said in formulas over the project, in the language of p.
// The indicators with the most series come first.
func (s *Session) Suggester(ctx context.Context, p i18n.Printer) (*Suggester, error) {
	keys, err := s.project.Keys(ctx)
	if err != nil {
		return nil, err
	}
	g := &Suggester{catalog: s.catalog, followers: map[string][]sayable{}}
	found, held := map[string]map[string]bool{}, map[string]int{}
	for _, k := range keys {
		code := k.Key.Indicator
		held[code]++
		if found[code] == nil {
			found[code] = map[string]bool{}
			g.operands = append(g.operands, indicatorWords(p, s.catalog, code))
			g.followers[code] = spokenWords(p)
		}
		for _, part := range []string{"item " + k.Key.Item, "region " + k.Key.Region} {
			if !found[code][part] {
				found[code][part] = true
				g.followers[code] = append(g.followers[code], partWords(p, s.catalog, part)...)
			}
		}
	}
	slices.SortStableFunc(g.operands, func(a, b sayable) int { return cmp.Compare(held[b.code], held[a.code]) })
	for _, f := range stats.FormulaFunctions() {
		g.operands = append(g.operands, sayable{label: f + "()", text: f, names: []string{f}, call: true})
	}
	return g, nil
}

// indicatorWords returns an indicator: in Chinese by its name, else by its code, which
// is shorter.
func indicatorWords(p i18n.Printer, c *data.Catalog, code string) sayable {
	in, ok := c.Indicator(code)
	if !ok {
		return sayable{label: code, code: code, text: code, names: []string{strings.ToLower(code)}}
	}
	out := sayable{label: p.IndicatorShort(in), code: in.Code, text: in.Code}
	if p.Lang() == i18n.Chinese {
		out.text = in.Zh
		if same, ok := c.FindIndicator(in.ShortZh); ok && same.Code == in.Code {
			out.text = in.ShortZh
		}
	}
	for _, n := range append([]string{in.Code, in.Zh, in.En, in.ShortZh, in.ShortEn}, in.Aliases...) {
		out.names = append(out.names, strings.ToLower(n))
	}
	return out
}

// spokenWords returns the words for a measure, a span or a reference.
func spokenWords(p i18n.Printer) []sayable {
	var out []sayable
	for _, w := range stats.FormulaWords() {
		word := w[0]
		if p.Lang() == i18n.Chinese {
			word = w[1]
		}
		out = append(out, sayable{label: word, text: word, names: []string{w[0], w[1]}})
	}
	return out
}

// partWords returns an item or a region.
func partWords(p i18n.Printer, c *data.Catalog, part string) []sayable {
	kind, code, _ := strings.Cut(part, " ")
	if it, ok := c.Item(code); ok && kind == "item" {
		return []sayable{{label: p.ItemShort(it), text: p.Item(it), names: lower(it.Code, it.Zh, it.En, it.ShortZh, it.ShortEn)}}
	}
	if r, ok := c.Region(code); ok && kind == "region" {
		return []sayable{{label: p.Region(r), text: p.Region(r), names: lower(r.Code, r.Zh, r.En, r.FullZh)}}
	}
	return nil
}

// lower returns texts in lower case.
func lower(texts ...string) []string {
	for i, t := range texts {
		texts[i] = strings.ToLower(t)
	}
	return texts
}

// Suggest returns how a formula may go on at the cursor, the likeliest first.
func (g *Suggester) Suggest(formula string, cursor int) []Suggestion {
	text := []rune(formula)
	cursor = min(max(cursor, 0), len(text))
	from, open := begunAt(text[:cursor])
	begun := strings.ToLower(strings.Trim(string(text[from:cursor]), `"`))
	before := strings.TrimRightFunc(string(text[:from]), unicode.IsSpace)
	var all []sayable
	point := strings.HasSuffix(before, ".")
	switch {
	case point:
		all = g.behind(strings.TrimSuffix(before, "."))
	case before == "" || strings.ContainsAny(before[len(before)-1:], "+-*/(,"):
		all = g.operands
	}
	var out []Suggestion
	for _, s := range ranked(all, begun) {
		front := string(text[:from])
		word := s.written(open)
		if point && strings.HasPrefix(word, `"`) { // a point takes a plain word only
			front, word = strings.TrimSuffix(before, "."), "["+word+"]"
		}
		out = append(out, Suggestion{s.label, front + word + string(text[cursor:]), len([]rune(front + word))})
	}
	return out
}

// begunAt returns where the word at the end of a text begins, and whether that is a
// quotation mark that is not closed.
func begunAt(text []rune) (from int, open bool) {
	mark := -1
	for i, r := range text {
		if r == '"' {
			if mark >= 0 {
				mark = -1
			} else {
				mark = i
			}
		}
	}
	if mark >= 0 {
		return mark, true
	}
	from = len(text)
	for from > 0 && inWord(text[from-1]) {
		from--
	}
	return from, false
}

// inWord reports whether r may stand in a word without quotation marks.
func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' }

// behind returns what may follow the point at the end of a text.
func (g *Suggester) behind(text string) []sayable {
	start := []rune(text)
	i := len(start)
	for i > 0 && (inWord(start[i-1]) || strings.ContainsRune(`."[]`, start[i-1])) {
		i--
	}
	name := string(start[i:])
	if quoted := strings.SplitN(string(start), `"`, -1); strings.HasSuffix(text, `"`) && len(quoted) > 2 {
		name = quoted[len(quoted)-2]
	}
	name, _, _ = strings.Cut(strings.Trim(name, `"`), ".")
	if in, ok := g.catalog.FindIndicator(name); ok {
		name = in.Code
	}
	return g.followers[name]
}

// ranked returns those of all that a beginning may be of: first those that begin with
// it. What is written out already needs no suggestion.
func ranked(all []sayable, begun string) []sayable {
	place := func(s sayable) int {
		if begun == strings.ToLower(s.text) && !s.call {
			return -1
		}
		at := -1
		for _, n := range s.names {
			switch i := strings.Index(n, begun); {
			case i == 0:
				at = 0
			case i > 0 && at < 0:
				at = 1
			}
		}
		return at
	}
	var out []sayable
	for _, s := range all {
		if place(s) >= 0 {
			out = append(out, s)
		}
	}
	slices.SortStableFunc(out, func(a, b sayable) int { return cmp.Compare(place(a), place(b)) })
	return out[:min(len(out), mostSuggestions)]
}

// written returns s as it stands in a formula, in quotation marks where it is no word.
func (s sayable) written(quoted bool) string {
	switch word := strings.IndexFunc(s.text, func(r rune) bool { return !inWord(r) }) < 0; {
	case s.call:
		return s.text + "("
	case quoted || !word || unicode.IsDigit([]rune(s.text)[0]):
		return `"` + s.text + `"`
	}
	return s.text
}
