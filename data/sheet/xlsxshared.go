package sheet

import (
	"strconv"
	"strings"
)

// An xlsxStyle is what a cell style says that matters here.
type xlsxStyle struct {
	format
	indent int8
	bold   bool
}

// readStyles reads the styles of cells.
func (r *xlsxReader) readStyles(s *xmlScanner) error {
	formats := map[int]format{}
	var bold []bool
	parent := ""
	return each(s, func(name string) error {
		switch name {
		case "numFmt":
			formats[number(s.attr("numFmtId"))] = parseFormat(s.attr("formatCode"))
		case "fonts", "cellXfs", "cellStyleXfs", "dxfs", "fills", "borders", "cellStyles":
			parent = name
		case "font":
			if parent == "fonts" {
				bold = append(bold, false)
			}
		case "b":
			if v := s.attr("val"); parent == "fonts" && len(bold) > 0 {
				bold[len(bold)-1] = v == "" || isTrue(v)
			}
		case "xf":
			if parent == "cellXfs" {
				r.styles = append(r.styles, newXLSXStyle(s, formats, bold))
			}
		case "alignment":
			if n := len(r.styles); parent == "cellXfs" && n > 0 {
				r.styles[n-1].indent = int8(min(max(number(s.attr("indent")), 0), 100))
			}
		default:
			return nil
		}
		return r.budget.take(1, 0)
	})
}

// newXLSXStyle returns the style of an xf element.
func newXLSXStyle(s *xmlScanner, formats map[int]format, bold []bool) xlsxStyle {
	id := number(s.attr("numFmtId"))
	st := xlsxStyle{}
	var ok bool
	if st.format, ok = formats[id]; !ok {
		st.format = builtin(id)
	}
	if font := number(s.attr("fontId")); font >= 0 && font < len(bold) {
		st.bold = bold[font]
	}
	return st
}

// number returns the number that an attribute holds, -1 where it holds none.
func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return n
}

// readStrings reads the texts that cells share.
func (r *xlsxReader) readStrings(s *xmlScanner) error {
	n := 0
	return each(s, func(name string) error {
		if name != "si" {
			return nil
		}
		if n++; n%4096 == 0 && r.ctx.Err() != nil {
			return r.ctx.Err()
		}
		text, err := richText(s)
		if err != nil {
			return err
		}
		r.strings = append(r.strings, text)
		return r.budget.take(1, len(text))
	})
}

// richText returns the text of the si or is element whose start was met last,
// without its phonetic reading. Raised and lowered figures become characters of
// their own.
func richText(s *xmlScanner) (string, error) {
	var whole string
	shift := ""
	for depth := s.depth - 1; s.depth > depth; {
		if err := s.next(); err != nil {
			return "", err
		}
		if s.kind != scanStart {
			continue
		}
		switch string(s.name) {
		case "r":
			shift = ""
		case "vertAlign":
			shift = s.attr("val")
		case "rPh":
			if err := s.skip(); err != nil {
				return "", err
			}
		case "t":
			text, err := s.content()
			if err != nil {
				return "", err
			}
			text = unescapeUnits(text)
			switch shift {
			case "superscript":
				text = raised(text)
			case "subscript":
				text = lowered(text)
			}
			whole += text
		}
	}
	return whole, nil
}

// unescapeUnits decodes characters that XML does not have, which Excel writes as
// _x000D_.
func unescapeUnits(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '_' && i+7 <= len(s) && s[i+1] == 'x' && s[i+6] == '_' {
			if n, err := strconv.ParseUint(s[i+2:i+6], 16, 16); err == nil {
				b.WriteRune(rune(n))
				i += 6
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
