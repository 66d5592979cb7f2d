package layout

import (
	"strings"
	"unicode"
)

// halfWidth returns s with full-width letters, digits and signs as ASCII, and with
// wide blanks as plain ones.
func halfWidth(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		case r == '\u3000', r == '\u00a0', r == '\u2002', r == '\u2003', r == '\u2009', r == '\u202f':
			return ' '
		case r == '\u200b', r == '\ufeff':
			return -1
		case r == '〔', r == '［', r == '【':
			return '('
		case r == '〕', r == '］', r == '】':
			return ')'
		}
		return r
	}, s)
}

// clean returns a label in one line and in half-width signs, without the blanks
// that typesetters put between Chinese characters, without what marks it as a part
// (其中:, 一、, #) and without footnote marks.
func clean(s string) string {
	s = squeeze(halfWidth(s))
	s = cutTableNumber(s)
	s = cutPrefixes(s)
	if rest, marks := cutMarks(s); marks != "" && !strings.HasSuffix(s, "月") && strings.ContainsAny(marks, "①②③④⑤⑥⑦⑧⑨⑩*[¹²³") {
		s = rest
	}
	return strings.TrimSpace(s)
}

// squeeze joins the lines of s and drops blanks, but for one between two words of
// Latin letters or digits.
func squeeze(s string) string {
	var b strings.Builder
	var last rune
	blank := false
	for _, r := range s {
		if unicode.IsSpace(r) {
			blank = true
			continue
		}
		if blank && last != 0 && spaced(last) && spaced(r) {
			b.WriteByte(' ')
		}
		blank = false
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

// spaced reports whether r belongs to a script that puts blanks between words.
func spaced(r rune) bool {
	return r < 0x2e80 && !strings.ContainsRune("()[]:;,", r) || strings.ContainsRune("()[]:;,", r)
}

// cutPrefixes takes marks of subordination and numbering off the start of s.
func cutPrefixes(s string) string {
	for range 4 {
		t := s
		for _, p := range []string{"其中:", "其中,", "其中", "其中、", "#", "*", "·", "•", "-", "—", "──", "=", "＃"} {
			if r, ok := strings.CutPrefix(t, p); ok && strings.TrimSpace(r) != "" && !startsWithDigit(r) {
				t = strings.TrimSpace(r)
			}
		}
		t = cutNumbering(t)
		if t == s {
			break
		}
		s = t
	}
	return s
}

// startsWithDigit reports whether s begins with a digit.
func startsWithDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// cutNumbering takes 一、 (二) 3. 4、 off the start of s.
func cutNumbering(s string) string {
	const han = "一二三四五六七八九十"
	r := []rune(s)
	i := 0
	bracket := len(r) > 0 && r[0] == '('
	if bracket {
		i++
	}
	start := i
	for i < len(r) && i-start < 3 && (strings.ContainsRune(han, r[i]) || unicode.IsDigit(r[i])) {
		i++
	}
	if i == start || i+1 >= len(r) {
		return s
	}
	switch {
	case bracket && r[i] == ')':
	case !bracket && r[i] == '、':
	case !bracket && r[i] == '.' && !unicode.IsDigit(r[i+1]):
	default:
		return s
	}
	return strings.TrimSpace(string(r[i+1:]))
}

// hasHan reports whether s holds a Chinese character.
func hasHan(s string) bool {
	for _, r := range s {
		if unicode.Is(unicode.Han, r) {
			return true
		}
	}
	return false
}

// hasLetter reports whether s holds a letter of any script.
func hasLetter(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }
