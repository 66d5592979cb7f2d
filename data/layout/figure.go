package layout

import (
	"math"
	"strconv"
	"strings"

	"yunxing/data"
)

// A figureKind says what stands where a figure is expected.
type figureKind uint8

const (
	noFigure   figureKind = iota // blank
	number                       // a figure
	absent                       // a marker for a missing one
	unreadable                   // some other text
)

// A figure is a cell read as a number.
type figure struct {
	kind    figureKind
	value   float64
	digits  int8
	fixed   bool   // the digits are those of a number format
	percent bool   // printed with a per cent sign, or shown as one
	points  bool   // printed with 百分点
	worded  bool   // printed with a word for its sign, as in 下降3.2
	marks   string // footnote marks and flags after the number
	raw     string // the cell's text where it is more than the number
}

// readFigure reads a cell as a figure. With comma set, a comma is a decimal one.
func readFigure(c data.Cell, comma bool) figure {
	switch c.Kind {
	case data.NumberCell:
		return numberFigure(c)
	case data.TextCell:
		return textFigure(c.Text, comma)
	case data.ErrorCell:
		return figure{kind: absent, raw: c.Text}
	case data.BoolCell, data.DateCell:
		return figure{kind: unreadable, raw: c.Display()}
	}
	return figure{}
}

// numberFigure returns the figure of a number cell, without binary noise.
func numberFigure(c data.Cell) figure {
	v := c.Value
	if c.Percent {
		v *= 100
	}
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return figure{kind: unreadable, raw: c.Text}
	}
	s := shortest(v)
	v, _ = strconv.ParseFloat(s, 64)
	f := figure{kind: number, value: v, digits: c.Digits, fixed: c.Digits >= 0, percent: c.Percent}
	if !f.fixed {
		f.digits = decimals(s)
	}
	return f
}

// shortest returns v in decimals without binary noise: to 15 significant digits,
// or to 12 where that saves at least three.
func shortest(v float64) string {
	long := strconv.FormatFloat(v, 'g', 15, 64)
	if x, err := strconv.ParseFloat(long, 64); err == nil {
		long = strconv.FormatFloat(x, 'f', -1, 64)
	}
	short := strconv.FormatFloat(v, 'g', 12, 64)
	if x, err := strconv.ParseFloat(short, 64); err == nil {
		short = strconv.FormatFloat(x, 'f', -1, 64)
	}
	if decimals(long)-decimals(short) >= 3 {
		return short
	}
	return long
}

// decimals returns the number of digits after the point of s.
func decimals(s string) int8 {
	_, frac, ok := strings.Cut(s, ".")
	if !ok {
		return 0
	}
	return int8(min(len(frac), 30))
}

// textFigure reads a figure that is stored as text: full-width digits, thousands
// separators, a per cent sign, footnote marks and flags after it.
func textFigure(text string, comma bool) figure {
	s := halfWidth(strings.TrimSpace(text))
	if s == "" {
		return figure{}
	}
	if isAbsent(s) || strings.Trim(s, "①②③④⑤⑥⑦⑧⑨⑩") == "" {
		return figure{kind: absent, raw: text}
	}
	s, marks := cutMarks(s)
	if marks != "" && isAbsent(s) {
		return figure{kind: absent, raw: text, marks: marks}
	}
	f := figure{kind: number}
	s, ok := cutChange(s, &f)
	bare, percent := strings.CutSuffix(s, "%")
	digits, plain := plainNumber(strings.TrimSpace(bare), comma)
	if !ok || !plain {
		return figure{kind: unreadable, raw: text, marks: marks}
	}
	v, err := strconv.ParseFloat(digits, 64)
	if err != nil || math.IsInf(v, 0) {
		return figure{kind: unreadable, raw: text, marks: marks}
	}
	f.value, f.digits, f.percent, f.marks = v, decimals(digits), percent, marks
	if strings.TrimSpace(text) != digits {
		f.raw = text
	}
	return f
}

// isAbsent reports whether s is one of the markers that statistics print for a
// figure that is missing, confidential or too small.
func isAbsent(s string) bool {
	switch strings.ToLower(s) {
	case ".", "..", "...", "....", "……", "…", ":", "*", "**", "x", "×", "na", "n/a", "n.a.", "n.a", "nan", "null", "空", "缺", "无", "/", "#n/a", "#value!", "#div/0!":
		return true
	}
	return strings.Trim(s, "-‐‑‒–—―−─－ ") == ""
}

// plainNumber returns the digits of s with an ASCII sign and a decimal point, and
// false if s is no number. A comma must divide groups of three, unless it is a
// decimal one.
func plainNumber(s string, comma bool) (string, bool) {
	sign := ""
	for _, m := range []string{"-", "−", "–", "—", "－"} {
		if r, ok := strings.CutPrefix(s, m); ok {
			s, sign = strings.TrimLeft(r, " "), "-"
			break
		}
	}
	if sign == "" {
		s = strings.TrimPrefix(s, "+")
	}
	if comma {
		s = strings.ReplaceAll(strings.ReplaceAll(s, ".", ""), ",", ".")
	}
	whole, frac, point := strings.Cut(s, ".")
	mantissa, exp, scientific := strings.Cut(strings.ToLower(frac), "e")
	if scientific {
		if _, err := strconv.Atoi(exp); err != nil {
			return "", false
		}
	}
	whole, ok := ungroup(whole)
	if !ok || !allDigits(mantissa) || whole == "" && mantissa == "" || point && frac == "" && whole == "" {
		return "", false
	}
	if whole == "" {
		whole = "0"
	}
	out := sign + whole
	if mantissa != "" {
		out += "." + mantissa
	}
	if scientific {
		v, err := strconv.ParseFloat(out+"e"+exp, 64)
		return strconv.FormatFloat(v, 'f', -1, 64), err == nil
	}
	return out, true
}

// ungroup returns s without its thousands separators, and false if they are not
// where separators stand.
func ungroup(s string) (string, bool) {
	sep := ","
	switch {
	case allDigits(s):
		return s, true
	case strings.Contains(s, " "):
		sep = " "
	case strings.Contains(s, "'"):
		sep = "'"
	}
	groups := strings.Split(s, sep)
	for i, g := range groups {
		if !allDigits(g) || g == "" || i > 0 && len(g) != 3 || len(g) > 3 {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

// allDigits reports whether s holds nothing but ASCII digits.
func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// usesComma reports whether the figures of g have decimal commas: some text is a
// number only that way, and none has a decimal point.
func usesComma(g *data.Grid) bool {
	found := false
	for r := range g.Rows() {
		for c := range g.Cols() {
			cell := g.At(r, c)
			if cell.Kind == data.NumberCell {
				return false
			}
			if cell.Kind != data.TextCell || len(cell.Text) > 24 {
				continue
			}
			s := strings.TrimLeft(halfWidth(strings.TrimSpace(cell.Text)), "+-−")
			whole, frac, ok := strings.Cut(s, ",")
			if ok && whole != "" && allDigits(whole) && frac != "" && allDigits(frac) && (len(frac) != 3 || len(whole) > 3) {
				found = true
			}
			whole, frac, ok = strings.Cut(s, ".")
			if ok && whole != "" && allDigits(whole) && frac != "" && allDigits(frac) && len(whole) != 4 {
				return false
			}
		}
	}
	return found
}
