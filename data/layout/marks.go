package layout

import (
	"regexp"
	"strings"
	"sync"

	"yunxing/data"
)

// cutMarks takes footnote marks and flags off the end of a number: ①, *, [1], ¹, a
// note in brackets such as (1), and letters after a blank such as e, b and p.
func cutMarks(s string) (rest, marks string) {
	if n := len(s); n > 0 && s[n-1] >= '0' && s[n-1] <= '9' {
		return s, "" // as nearly all numbers end
	}
	rest = strings.TrimRight(s, " ①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳❶❷❸❹❺*＊†‡§#¹²³⁴⁵⁶⁷⁸⁹⁰")
	if m := markPattern().FindStringIndex(rest); m != nil && m[0] > 0 {
		rest = strings.TrimRight(rest[:m[0]], " ")
	}
	if n := len(rest) - 1; n > 0 && strings.IndexByte("bepr", rest[n]) >= 0 && rest[n-1] >= '0' && rest[n-1] <= '9' {
		rest = rest[:n] // 12.3p
	}
	if rest == "" {
		return s, ""
	}
	return rest, strings.TrimSpace(s[len(rest):])
}

// markPattern matches a mark in brackets, or flags after a blank.
//
//nolint:gochecknoglobals // a constant that Go cannot write as one
var markPattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:\[[^\[\]]{1,4}\]|〔[^〕]{1,4}〕| [bcdefnprsuz]{1,3}|\([bcdefnprsuz]\)| \(\d{1,2}\))$`)
})

// A sense is what a footnote mark means.
type sense struct {
	status data.Status
	breaks bool
}

// notes holds the senses of the marks that the notes of a sheet explain.
type notes map[string]sense

// noteMark matches a mark at the start of its explanation.
//
//nolint:gochecknoglobals // a constant that Go cannot write as one
var noteMark = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`[①-⑳❶-❺]|\[\d{1,2}\]`)
})

// add learns the marks that a line of notes explains.
func (n notes) add(line string) {
	at := noteMark().FindAllStringIndex(line, -1)
	for i, m := range at {
		end := len(line)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		n[line[m[0]:m[1]]] = meaning(line[m[1]:end])
	}
}

// meaning returns what the explanation of a mark says about a figure.
func meaning(text string) sense {
	has := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(text, w) {
				return true
			}
		}
		return false
	}
	var s sense
	s.breaks = has("口径断裂", "断裂", "不可比", "break in series")
	switch {
	case has("预测"):
		s.status = data.Projected
	case has("推算", "推出", "推得", "反推"):
		s.status = data.Derived
	case has("估算", "估计", "约数", "estimate"):
		s.status = data.Estimated
	}
	return s
}

// sense returns what the marks of a figure mean together, those of the flags of
// Eurostat among them.
func (n notes) sense(marks string) sense {
	var out sense
	if marks == "" {
		return out
	}
	for _, m := range noteMark().FindAllString(marks, -1) {
		s := n[m]
		out.status = max(out.status, s.status)
		out.breaks = out.breaks || s.breaks
	}
	switch strings.Trim(marks, "[]") {
	case "b", "断", "be", "eb":
		out.breaks = true
	case "e", "s", "估":
		out.status = max(out.status, data.Estimated)
	case "f":
		out.status = max(out.status, data.Projected)
	}
	return out
}

// markedYear reports whether a text of more than four bytes is a year with a footnote mark: 2011①, 2013*.
func markedYear(s string) bool {
	if !yearLike(s[:4]) || s[4] >= '0' && s[4] <= '9' {
		return false
	}
	rest, marks := cutMarks(s)
	return marks != "" && len(rest) == 4 && yearLike(rest) && strings.Trim(marks, "①②③④⑤⑥⑦⑧⑨⑩*[]0123456789()") == ""
}
