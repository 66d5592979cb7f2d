package session

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"yunxing/data"
)

// publishers returns who the notes of a sheet name as the source of its figures of some
// periods, each once: 国家统计局 of 数据来源:国家统计局,数据截至2023年12月. Notes below
// that one add others, as 2014年1-11月:内蒙古自治区统计局,2014-12-26 does.
func publishers(notes []string, of []data.Period) []string {
	var out []string
	named := false
	for _, n := range notes {
		text, ok := afterSource(n)
		named = named || ok
		if !named || !ok && !adds(n) {
			continue
		}
		for _, part := range strings.FieldsFunc(text, isSemicolon) {
			if p := publisher(part, of); p != "" && !slices.Contains(out, p) {
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
	_, _, labelled := divided(note)
	return labelled || strings.Contains(note, quotedFrom)
}

// divided returns the periods that a source is told for and what is told, and false
// where it is told for all: 2009年1-8月:内蒙古煤矿安全监察局.
func divided(s string) (label, told string, ok bool) {
	i := strings.IndexAny(s, ":：")
	if i < 0 || !startsWithDigit(s) {
		return "", s, false
	}
	return s[:i], strings.TrimLeft(s[i:], ":："), true
}

// publisher returns the name in one part of a source, without the periods before and
// the day of release behind it; "" where the part names nobody, or is told for none
// of the periods.
func publisher(part string, of []data.Period) string {
	label, part, labelled := divided(strings.TrimSpace(part))
	if labelled && !slices.ContainsFunc(of, func(p data.Period) bool { return covers(label, p) }) {
		return ""
	}
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

// covers reports whether a period is among those of a label, such as
// 2021年1-10月、2023年1-10月. A year covers all periods in it; a label that is not
// understood covers all.
func covers(label string, p data.Period) bool {
	label, _, _ = strings.Cut(label, "(") // what it excepts may still be in it
	for _, one := range strings.Split(label, "、") {
		q, _, err := data.ParsePeriod(one)
		switch first, last, ok := yearRange(one); {
		case ok:
			if first <= p.Year() && p.Year() <= last {
				return true
			}
		case err != nil, q.Freq() == data.Annual && q.Year() == p.Year(), q.EndsBy(p) && p.EndsBy(q):
			return true
		}
	}
	return false
}

// yearRange returns the years of 2010-2013年.
func yearRange(s string) (first, last int, ok bool) {
	var rest string
	n, _ := fmt.Sscanf(s, "%4d-%4d%s", &first, &last, &rest)
	return first, last, n == 3 && rest == "年"
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
