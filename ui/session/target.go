package session

import (
	"strconv"
	"strings"

	"yunxing/data"
)

// ParseTarget reads the growth of a year that is aimed at, in per cent, such as 6.5
// or 6.5%. An empty text is no target, the zero Number. It is false for what is no
// number between −100 and 1000.
func ParseTarget(text string) (data.Number, bool) {
	text = strings.TrimSpace(strings.NewReplacer("%", "", "。", ".", "−", "-").Replace(strings.Map(halfWidth, text)))
	if text == "" {
		return data.Number{}, true
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || !(v > -100 && v < 1000) {
		return data.Number{}, false
	}
	digits := 1
	if _, decimals, ok := strings.Cut(text, "."); ok {
		digits = min(max(len(decimals), 1), 6)
	}
	return data.PublishedNumber(v, int8(digits)), true
}

// TargetText returns the text of a target, empty for none.
func TargetText(n data.Number) string {
	if n.IsZero() {
		return ""
	}
	return strconv.FormatFloat(n.Value, 'f', -1, 64)
}

// halfWidth returns the narrow form of what Chinese input methods type wide: １０．５％.
func halfWidth(r rune) rune {
	if r >= '！' && r <= '～' {
		return r - '！' + '!'
	}
	return r
}
