package sheet

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

// An element is a start tag of XML.
type element struct {
	space, local string
	attr         []xml.Attr
}

// get returns the attribute with a local name, "" if there is none.
func (e element) get(local string) string {
	for _, a := range e.attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

// number returns an attribute that counts, or without it a default.
func (e element) number(local string, without int) int {
	s := e.get(local)
	if s == "" {
		return without
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		return without
	}
	return n
}

// walk reads XML and calls start, end and text for what it meets. A reader that
// takes nothing of an element returns errSkip from start.
func walk(r io.Reader, start func(element) error, end func(local string) error, text func([]byte) error) error {
	d := xml.NewDecoder(r)
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // decoded before
	depth, skip := 0, 0
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return errDepth
			}
			if skip > 0 {
				skip++
				continue
			}
			err = start(element{t.Name.Space, t.Name.Local, t.Attr})
			if errors.Is(err, errSkip) {
				skip, err = 1, nil
			}
		case xml.EndElement:
			depth--
			if skip > 0 {
				skip--
				continue
			}
			err = end(t.Name.Local)
		case xml.CharData:
			if skip == 0 {
				err = text(t)
			}
		}
		if err != nil {
			return err
		}
	}
}

// errSkip passes over an element.
var errSkip = errors.New("sheet: element without cells")

// tidyXML mends what programs that paste XML together leave behind: bare
// ampersands, and control characters that XML does not have.
func tidyXML(s string) string {
	clean := func(r rune) rune {
		if r < 0x20 && r != '\t' && r != '\n' && r != '\r' || r == 0xfffe || r == 0xffff {
			return -1
		}
		return r
	}
	if strings.IndexFunc(s, func(r rune) bool { return clean(r) < 0 }) >= 0 {
		s = strings.Map(clean, s)
	}
	var b strings.Builder
	from := 0
	for i := 0; i < len(s); i++ {
		if s[i] == '&' && !isEntity(s[i+1:min(len(s), i+12)]) {
			b.WriteString(s[from : i+1])
			b.WriteString("amp;")
			from = i + 1
		}
	}
	if from == 0 {
		return s
	}
	b.WriteString(s[from:])
	return b.String()
}

// isEntity reports whether s, which follows an ampersand, makes an entity of it.
func isEntity(s string) bool {
	name, _, ok := strings.Cut(s, ";")
	if !ok || name == "" {
		return false
	}
	if name[0] == '#' {
		digits, base := name[1:], 10
		if strings.HasPrefix(digits, "x") {
			digits, base = digits[1:], 16
		}
		_, err := strconv.ParseUint(digits, base, 21)
		return err == nil
	}
	_, known := xml.HTMLEntity[name]
	return known || name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos"
}
