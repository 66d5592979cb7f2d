package chart

import (
	"math"
	"strings"
	"unicode"
)

// Characters that may not begin or end a line of Chinese text.
const (
	neverFirst = "，。、；：？！）》」』】〕％‰%,.;:?!)]}”’…—·～℃"
	neverLast  = "（《「『【〔“‘([{￥$"
)

// wrap breaks text into lines no wider than width, by the rules of Chinese
// typesetting: between any two Han characters, never before closing marks,
// never after opening ones, never inside a Latin word or a number, nor between
// a number and the Han character that counts with it (2013年, 9月). A piece
// that alone is too wide is cut where it must be. Line feeds stay.
func wrap(s string, width float64, measure func(string) float64) []string {
	var out []string
	for _, part := range strings.Split(s, "\n") {
		out = append(out, wrapLine(part, width, measure)...)
	}
	return out
}

// wrapLine breaks one line.
func wrapLine(s string, width float64, measure func(string) float64) []string {
	if measure(s) <= width {
		return []string{s}
	}
	var out []string
	line := ""
	for _, piece := range phrases(s, width, measure) {
		if line != "" && measure(strings.TrimRight(line+piece, " ")) > width {
			out = append(out, strings.TrimRight(line, " "))
			line = ""
			piece = strings.TrimLeft(piece, " ")
		}
		line += piece
		for measure(strings.TrimRight(line, " ")) > width {
			head, tail := cut(line, width, measure)
			if tail == "" {
				break
			}
			out = append(out, head)
			line = tail
		}
	}
	if line = strings.TrimRight(line, " "); line != "" || len(out) == 0 {
		out = append(out, line)
	}
	return out
}

// cut splits an unbreakable piece at the last character that fits, at least
// one.
func cut(s string, width float64, measure func(string) float64) (head, tail string) {
	r := []rune(s)
	n := 1
	for n < len(r) && measure(string(r[:n+1])) <= width {
		n++
	}
	return string(r[:n]), string(r[n:])
}

// pieces cuts text at every place where a line may end.
func pieces(s string) []string {
	r := []rune(s)
	var out []string
	start := 0
	for i := 1; i < len(r); i++ {
		if mayBreak(r[i-1], r[i]) {
			out = append(out, string(r[start:i]))
			start = i
		}
	}
	return append(out, string(r[start:]))
}

// phrases are pieces, with what stands in brackets in one where it fits a line.
func phrases(s string, width float64, measure func(string) float64) []string {
	var out []string
	all := pieces(s)
	for i := 0; i < len(all); i++ {
		if n := bracketed(all[i:]); n > 1 {
			whole := strings.Join(all[i:i+n], "")
			if measure(strings.TrimRight(whole, " ")) <= width {
				out = append(out, whole)
				i += n - 1
				continue
			}
		}
		out = append(out, all[i])
	}
	return out
}

// bracketed returns how many pieces there are up to the end of the bracket that opens
// in the first, 1 where none does.
func bracketed(all []string) int {
	depth := 0
	for i, p := range all {
		depth += strings.Count(p, "(") + strings.Count(p, "（") - strings.Count(p, ")") - strings.Count(p, "）")
		if depth <= 0 {
			return i + 1
		}
	}
	return 1
}

// mayBreak reports whether a line may end between two characters.
func mayBreak(a, b rune) bool {
	switch {
	case strings.ContainsRune(neverFirst, b), strings.ContainsRune(neverLast, a), b == ' ':
		return false
	case a == '\n', b == '\n':
		return true
	case a == ' ', a == '/', a == '—':
		return true
	case unicode.IsDigit(a) && isHan(b):
		return false
	}
	return isHan(a) || isHan(b)
}

// isHan reports whether r is written in the square of Chinese type.
func isHan(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x303f || r >= 0xff01 && r <= 0xff60
}

// mostEven is how many lines a text may have to be evened: longer ones are cut.
const mostEven = 5

// balance breaks text into as few lines as width allows and then evens their
// lengths, for headlines and labels.
func balance(s string, width float64, measure func(string) float64) []string {
	lines := wrap(s, width, measure)
	if len(lines) < 2 || len(lines) > mostEven || strings.Contains(s, "\n") {
		return lines
	}
	lo, hi := 0.0, width
	for _, p := range phrases(s, width, measure) { // a narrower line would cut a word
		lo = max(lo, min(measure(strings.TrimRight(p, " ")), width))
	}
	if try := wrap(s, lo, measure); len(try) <= len(lines) {
		return try
	}
	for range 12 {
		mid := (lo + hi) / 2
		if try := wrap(s, mid, measure); len(try) <= len(lines) && widest(try, measure) <= mid {
			lines, hi = try, mid
		} else {
			lo = mid
		}
	}
	return lines
}

// atMost returns the first n lines; where there are more, the last ends with an
// ellipsis in place of what does not fit.
func atMost(lines []string, n int, width float64, measure func(string) float64) []string {
	if len(lines) <= n {
		return lines
	}
	out := append([]string{}, lines[:n]...)
	r := []rune(out[n-1])
	for len(r) > 1 && measure(string(r)+"…") > width {
		r = r[:len(r)-1]
	}
	out[n-1] = strings.TrimRight(string(r), " ") + "…"
	return out
}

// byClause breaks a title: where two lines do, between clauses, as near to the
// middle as can be; else evenly.
func byClause(s string, width float64, measure func(string) float64) []string {
	lines := balance(s, width, measure)
	if len(lines) != 2 {
		return lines
	}
	off := width
	r := []rune(s)
	for i := range len(r) - 1 {
		if !strings.ContainsRune("，；：,;", r[i]) || r[i+1] < 0x80 && r[i+1] != ' ' {
			continue
		}
		head, tail := string(r[:i+1]), strings.TrimLeft(string(r[i+1:]), " ")
		a, b := measure(head), measure(tail)
		if by := math.Abs(a - b); a <= width && b <= width && by < off*0.8 {
			off, lines = by, []string{head, tail}
		}
	}
	return lines
}

// widest returns the width of the widest line.
func widest(lines []string, measure func(string) float64) float64 {
	w := 0.0
	for _, l := range lines {
		w = max(w, measure(l))
	}
	return w
}
