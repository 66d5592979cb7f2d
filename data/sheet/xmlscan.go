package sheet

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"unicode/utf8"
)

// Kinds of what an xmlScanner meets.
const (
	scanStart = iota
	scanEnd
	scanText
)

// errXML reports XML that is cut off or contradicts itself.
var errXML = errors.New("sheet: damaged XML")

// An xmlScanner divides the XML of a workbook's part into tags and text without
// copying it. It is made for the parts of .xlsx files, which can be large and are
// simple: UTF-8, and no entities of their own. What it returns holds until the next
// call.
type xmlScanner struct {
	in    io.Reader
	buf   []byte
	pos   int // of what is not yet read in buf
	eof   bool
	depth int

	kind  int
	name  []byte // local name of a tag
	attrs []byte // attributes of a start tag, as they stand
	text  []byte // of text, decoded
	alone bool   // a start tag without content; its end follows
	ended bool
}

// newXMLScanner returns a scanner of in.
func newXMLScanner(in io.Reader) *xmlScanner {
	return &xmlScanner{in: in, buf: make([]byte, 0, 64<<10)}
}

// next goes to the next tag or text and returns io.EOF at the end.
func (s *xmlScanner) next() error {
	if s.alone {
		s.alone, s.kind = false, scanEnd
		s.depth--
		return nil
	}
	for {
		if s.pos == len(s.buf) {
			if err := s.fill(); err != nil {
				return s.finish(err)
			}
		}
		if s.buf[s.pos] != '<' {
			return s.scanText()
		}
		done, err := s.scanTag()
		if done || err != nil {
			return err
		}
	}
}

// finish returns err, or that the content is cut off.
func (s *xmlScanner) finish(err error) error {
	if errors.Is(err, io.EOF) && (s.depth != 0 || !s.ended) {
		return errXML
	}
	return err
}

// fill reads more, keeping what lies from pos on.
func (s *xmlScanner) fill() error {
	if s.eof {
		return io.EOF
	}
	if s.pos > 0 {
		s.buf = s.buf[:copy(s.buf, s.buf[s.pos:])]
		s.pos = 0
	}
	if len(s.buf) == cap(s.buf) {
		if cap(s.buf) >= maxToken {
			return &Error{TooLarge, "", "a text of it is longer than a cell can be", errXML}
		}
		s.buf = append(make([]byte, 0, 2*cap(s.buf)), s.buf...)
	}
	for {
		n, err := s.in.Read(s.buf[len(s.buf):cap(s.buf)])
		s.buf = s.buf[:len(s.buf)+n]
		switch {
		case n > 0:
			s.eof = errors.Is(err, io.EOF)
			if err != nil && !s.eof {
				return err
			}
			return nil
		case err != nil:
			s.eof = errors.Is(err, io.EOF)
			return err
		}
	}
}

// find returns where sep begins at or after pos+from, reading on as needed.
func (s *xmlScanner) find(from int, sep string) (int, error) {
	for {
		if s.pos+from <= len(s.buf) {
			if i := bytes.Index(s.buf[s.pos+from:], []byte(sep)); i >= 0 {
				return from + i, nil
			}
			from = max(from, len(s.buf)-s.pos-len(sep)+1)
		}
		if err := s.fill(); err != nil {
			if errors.Is(err, io.EOF) {
				return 0, errXML
			}
			return 0, err
		}
	}
}

// scanText reads the text up to the next tag.
func (s *xmlScanner) scanText() error {
	for from := 0; ; {
		if i := bytes.IndexByte(s.buf[s.pos+from:], '<'); i >= 0 {
			s.text = unescape(s.buf[s.pos : s.pos+from+i])
			s.pos += from + i
			break
		}
		from = len(s.buf) - s.pos
		if err := s.fill(); errors.Is(err, io.EOF) {
			s.text = unescape(s.buf[s.pos:])
			s.pos = len(s.buf)
			break
		} else if err != nil {
			return err
		}
	}
	s.kind = scanText
	return nil
}

// scanTag reads a tag or a section of text. It reports false for what is neither,
// such as a comment.
func (s *xmlScanner) scanTag() (bool, error) {
	for len(s.buf)-s.pos < 9 && !s.eof {
		if err := s.fill(); err != nil && !errors.Is(err, io.EOF) {
			return false, err
		}
	}
	b := s.buf[s.pos:]
	switch {
	case bytes.HasPrefix(b, []byte("<!--")):
		return false, s.pass(4, "-->")
	case bytes.HasPrefix(b, []byte("<![CDATA[")):
		end, err := s.find(9, "]]>")
		if err != nil {
			return false, err
		}
		s.kind, s.text = scanText, s.buf[s.pos+9:s.pos+end]
		s.pos += end + 3
		return true, nil
	case bytes.HasPrefix(b, []byte("<?")):
		return false, s.pass(2, "?>")
	case bytes.HasPrefix(b, []byte("<!")):
		return false, errXML // a document type, which no workbook has
	}
	end, err := s.tagEnd()
	if err != nil {
		return false, err
	}
	tag := s.buf[s.pos+1 : s.pos+end]
	s.pos += end + 1
	return true, s.tag(tag)
}

// pass goes on behind the next end.
func (s *xmlScanner) pass(from int, end string) error {
	n, err := s.find(from, end)
	if err != nil {
		return err
	}
	s.pos += n + len(end)
	return nil
}

// tagEnd returns where the tag at pos ends; > may stand in quotes.
func (s *xmlScanner) tagEnd() (int, error) {
	var quote byte
	for i := 1; ; i++ {
		if s.pos+i >= len(s.buf) {
			if err := s.fill(); err != nil {
				if errors.Is(err, io.EOF) {
					return 0, errXML
				}
				return 0, err
			}
		}
		switch c := s.buf[s.pos+i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '>':
			return i, nil
		case c == '"' || c == '\'':
			quote = c
		case c == '<':
			return 0, errXML
		}
	}
}

// tag reads the inside of a tag.
func (s *xmlScanner) tag(t []byte) error {
	if len(t) > 0 && t[0] == '/' {
		s.kind, s.name = scanEnd, localName(bytes.TrimRight(t[1:], " \t\r\n"))
		if s.depth--; s.depth < 0 {
			return errXML
		}
		return nil
	}
	if n := len(t); n > 0 && t[n-1] == '/' {
		t, s.alone = t[:n-1], true
	}
	i := bytes.IndexAny(t, " \t\r\n")
	if i < 0 {
		i = len(t)
	}
	if i == 0 {
		return errXML
	}
	s.kind, s.name, s.attrs, s.ended = scanStart, localName(t[:i]), t[i:], true
	if s.depth++; s.depth > maxDepth {
		return errDepth
	}
	return nil
}

// localName returns name without its prefix.
func localName(name []byte) []byte {
	return name[bytes.IndexByte(name, ':')+1:]
}

// skip passes over the rest of the element whose start was met last.
func (s *xmlScanner) skip() error {
	for depth := s.depth - 1; s.depth > depth; {
		if err := s.next(); err != nil {
			return err
		}
	}
	return nil
}

// content returns the text of the element whose start was met last, a copy, and
// goes behind its end.
func (s *xmlScanner) content() (string, error) {
	var out []byte
	for depth := s.depth - 1; s.depth > depth; {
		if err := s.next(); err != nil {
			return "", err
		}
		if s.kind == scanText {
			out = append(out, s.text...)
		}
	}
	return string(out), nil
}

// attr returns the value of the attribute with a local name, "" without it.
func (s *xmlScanner) attr(local string) string {
	for rest := s.attrs; ; {
		key, value, more, ok := nextAttr(rest)
		if !ok {
			return ""
		}
		if string(key) == local {
			return string(unescape(value))
		}
		rest = more
	}
}

// nextAttr returns the first attribute of b and what follows it.
func nextAttr(b []byte) (key, value, rest []byte, ok bool) {
	eq := bytes.IndexByte(b, '=')
	if eq < 0 {
		return nil, nil, nil, false
	}
	key = localName(bytes.TrimSpace(b[:eq]))
	b = bytes.TrimLeft(b[eq+1:], " \t\r\n")
	if len(b) == 0 {
		return nil, nil, nil, false
	}
	end := bytes.IndexByte(b[1:], b[0])
	if end < 0 || b[0] != '"' && b[0] != '\'' {
		return nil, nil, nil, false
	}
	return key, b[1 : 1+end], b[end+2:], true
}

// unescape decodes the entities of b, in place.
func unescape(b []byte) []byte {
	if bytes.IndexByte(b, '\r') >= 0 {
		b = unixLines(b)
	}
	at := bytes.IndexByte(b, '&')
	if at < 0 {
		return b
	}
	out := b[:at]
	for i := at; i < len(b); i++ {
		if b[i] == '&' {
			if end := bytes.IndexByte(b[i:min(len(b), i+12)], ';'); end > 0 {
				if r, ok := entity(string(b[i+1 : i+end])); ok {
					out = utf8.AppendRune(out, r)
					i += end
					continue
				}
			}
		}
		out = append(out, b[i])
	}
	return out
}

// unixLines ends the lines of b with LF, as XML is read, in place.
func unixLines(b []byte) []byte {
	out := b[:0]
	for i, c := range b {
		switch {
		case c != '\r':
			out = append(out, c)
		case i+1 == len(b) || b[i+1] != '\n':
			out = append(out, '\n')
		}
	}
	return out
}

// entity returns the character that a name between & and ; stands for.
func entity(name string) (rune, bool) {
	switch name {
	case "amp":
		return '&', true
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	if len(name) < 2 || name[0] != '#' {
		return 0, false
	}
	digits, base := name[1:], 10
	if digits[0] == 'x' || digits[0] == 'X' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 21)
	return rune(n), err == nil && utf8.ValidRune(rune(n))
}
