package sheet

import (
	"strconv"
	"strings"
)

// An odsStyle is a style of an OpenDocument workbook.
type odsStyle struct {
	format   string // name of the number format
	parent   string
	indent   int8
	bold     bool
	position string // super or sub
}

// odsStyles are the styles of an OpenDocument workbook while they are read.
type odsStyles struct {
	formats map[string]format
	styles  map[string]odsStyle
	hides   map[string]bool // sheets with the style are hidden
	format  string          // the number format that is read
	style   string          // the style that is read
	family  string
	spans   []string // positions of the open spans of text
}

// newODSStyles returns an empty collection.
func newODSStyles() odsStyles {
	return odsStyles{formats: map[string]format{}, styles: map[string]odsStyle{}, hides: map[string]bool{}}
}

// startStyle reads a start tag of the styles, or of a span of text.
func (s *odsStyles) startStyle(e element) {
	switch e.local {
	case "number-style", "percentage-style", "currency-style", "date-style", "time-style":
		s.format = e.get("name")
		s.formats[s.format] = format{digits: -1, percent: e.local == "percentage-style", date: e.local == "date-style"}
	case "number":
		f, ok := s.formats[s.format]
		if !ok {
			return
		}
		if d := e.get("decimal-places"); d != "" && e.get("min-decimal-places") != "0" || d == "0" {
			f.digits = int8(min(e.number("decimal-places", 0), 30))
		}
		if e.get("display-factor") != "" && e.get("display-factor") != "1" {
			f.digits = -1
		}
		s.formats[s.format] = f
	case "style":
		s.style, s.family = e.get("name"), e.get("family")
		if s.family != "table" {
			s.styles[s.style] = odsStyle{format: e.get("data-style-name"), parent: e.get("parent-style-name")}
		}
	case "table-properties":
		if s.family == "table" && e.get("display") == "false" {
			s.hides[s.style] = true
		}
	case "text-properties", "paragraph-properties":
		s.properties(e)
	case "span":
		s.spans = append(s.spans, s.styles[e.get("style-name")].position)
	}
}

// properties reads what a style says of text.
func (s *odsStyles) properties(e element) {
	st, ok := s.styles[s.style]
	if !ok || s.family == "table" {
		return
	}
	if e.local == "text-properties" {
		st.bold = e.get("font-weight") == "bold"
		st.position = e.get("text-position")
		if n, err := strconv.Atoi(strings.TrimSuffix(strings.Fields(st.position + " 0")[0], "%")); err == nil && n != 0 {
			st.position = map[bool]string{true: "super", false: "sub"}[n > 0]
		}
	}
	if cm, ok := strings.CutSuffix(e.get("margin-left"), "cm"); ok {
		if v, err := strconv.ParseFloat(cm, 64); err == nil && v > 0 && v < 30 {
			st.indent = int8(v/0.353 + 0.5) // ten points to a step
		}
	}
	s.styles[s.style] = st
}

// endStyle reads an end tag.
func (s *odsStyles) endStyle(local string) {
	switch local {
	case "number-style", "percentage-style", "currency-style", "date-style", "time-style":
		s.format = ""
	case "style":
		s.style = ""
	case "span":
		if len(s.spans) > 0 {
			s.spans = s.spans[:len(s.spans)-1]
		}
	}
}

// spanPosition returns the position of the innermost span of text.
func (s *odsStyles) spanPosition() string {
	if len(s.spans) == 0 {
		return ""
	}
	return s.spans[len(s.spans)-1]
}

// cellStyle returns the style with the first name that is not empty.
func (s *odsStyles) cellStyle(names ...string) xlsxStyle {
	out := xlsxStyle{format: general()}
	for _, name := range names {
		if name == "" {
			continue
		}
		st := s.styles[name]
		out.indent, out.bold = st.indent, st.bold
		for n := 0; st.format == "" && st.parent != "" && n < 16; n++ {
			st = s.styles[st.parent]
		}
		if f, ok := s.formats[st.format]; ok {
			out.format = f
		}
		return out
	}
	return out
}
