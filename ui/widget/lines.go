package widget

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
)

// noStart must not begin a line, noEnd must not end one.
const (
	noStart = "，。、；：？！）》」』】〉”’％%,.;:?!)]}…"
	noEnd   = "（《「『【〈“‘([{"
)

// atoms cuts a text into pieces between which a line may break: words of letters
// and digits, single Han characters, each with the punctuation that must stay
// with it. A space goes with the piece before it.
func atoms(s string) []string {
	var out []string
	var b strings.Builder
	flush := func() {
		if b.Len() > 0 {
			out = append(out, b.String())
			b.Reset()
		}
	}
	var before rune
	for i, r := range s {
		if i > 0 && mayBreak(before, r) {
			flush()
		}
		b.WriteRune(r)
		before = r
	}
	flush()
	return out
}

// mayBreak reports whether a line may end with a and the next begin with b.
func mayBreak(a, b rune) bool {
	switch {
	case strings.ContainsRune(noStart, b) || strings.ContainsRune(noEnd, a) || unicode.IsSpace(b):
		return false
	case unicode.IsSpace(a) || a == '—' || a == '/':
		return true
	}
	return wide(a) || wide(b)
}

// wide reports whether lines may break on either side of r.
func wide(r rune) bool {
	return unicode.Is(unicode.Han, r) || strings.ContainsRune("，。、；：？！）》」』】〉（《「『【〈", r)
}

// wrap cuts a text into lines no wider than width, and where it has line breaks; a
// single piece that is wider has a line of its own.
func wrap(s string, width, size float32, style fyne.TextStyle) []string {
	if first, rest, ok := strings.Cut(s, "\n"); ok {
		return append(wrap(first, width, size, style), wrap(rest, width, size, style)...)
	}
	var lines []string
	line := ""
	for _, a := range atoms(s) {
		if line != "" && measure(strings.TrimRight(line+a, " "), size, style) > width {
			lines = append(lines, strings.TrimRight(line, " "))
			line = ""
		}
		line += a
	}
	return append(lines, strings.TrimRight(line, " "))
}
