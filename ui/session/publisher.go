package session

import (
	"slices"
	"strings"
	"unicode"
)

// publishers returns who the notes of a sheet name as the source of its figures, each
// once: 国家统计局 of 数据来源:国家统计局,数据截至2023年12月. Notes below that one add
// others, as 2014年1-11月:内蒙古自治区统计局,2014-12-26 does.
func publishers(notes []string) []string {
	var out []string
	named := false
	for _, n := range notes {
		text, ok := afterSource(n)
		named = named || ok
		if !named || !ok && !adds(n) {
			continue
		}
		for _, part := range strings.FieldsFunc(text, isSemicolon) {
			if p := publisher(part); p != "" && !slices.Contains(out, p) {
				out = append(out, p)
			}
		}
	}
	return out
}

// sourceMarks returns the words that a source is given behind.
func sourceMarks() []string { return []string{"来源:", "来源：", "Source:", "Sources:"} }

// afterSource returns what a note says behind the mark of a source; all of it, and
// false, where there is none.
func afterSource(note string) (string, bool) {
	for _, m := range sourceMarks() {
		if _, after, ok := strings.Cut(note, m); ok {
			return after, true
		}
	}
	return note, false
}

// quotedFrom stands before the work that figures were taken from.
const quotedFrom = "引自"

// adds reports whether a note without a mark names the source of some figures: of a
// period, or as quoted.
func adds(note string) bool {
	_, labelled := afterLabel(note)
	return labelled || strings.Contains(note, quotedFrom)
}

// afterLabel returns what stands behind the period that a source is told for:
// 2009年1-8月:内蒙古煤矿安全监察局.
func afterLabel(s string) (string, bool) {
	i := strings.IndexAny(s, ":：")
	if i < 0 || !startsWithDigit(s) {
		return s, false
	}
	return strings.TrimLeft(s[i:], ":："), true
}

// publisher returns the name in one part of a source, without the period before and
// the day of release behind it; "" where the part names nobody.
func publisher(part string) string {
	part, labelled := afterLabel(strings.TrimSpace(part))
	if !labelled && startsWithDigit(part) {
		return ""
	}
	if _, after, ok := strings.Cut(part, quotedFrom); ok {
		part = after
	}
	part = strings.TrimPrefix(strings.TrimPrefix(part, "其余"), "据")
	part, _, _ = strings.Cut(part, "发布日期")
	if i := strings.IndexAny(part, ",，"); i >= 0 {
		part = part[:i]
	}
	return strings.TrimRight(strings.TrimSpace(part), ".。")
}

// startsWithDigit reports whether s does.
func startsWithDigit(s string) bool {
	for _, r := range s {
		return unicode.IsDigit(r)
	}
	return false
}

// isSemicolon reports whether r divides sources.
func isSemicolon(r rune) bool { return r == ';' || r == '；' }
