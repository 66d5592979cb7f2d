package sheet

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// decode returns b as UTF-8 text: by its byte order mark; else as UTF-8 if it is
// valid; else as GB18030 if its byte pairs look like Chinese; else as Windows-1252.
func decode(b []byte) string {
	if e := utf16Order(b); e != nil {
		return must(e, b)
	}
	b = bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))
	switch {
	case utf8.Valid(b):
		return string(b)
	case looksChinese(b):
		if s, err := simplifiedchinese.GB18030.NewDecoder().Bytes(b); err == nil {
			return string(s)
		}
	}
	return must(charmap.Windows1252, b)
}

// must decodes b, with U+FFFD for what is invalid.
func must(e encoding.Encoding, b []byte) string {
	s, err := e.NewDecoder().Bytes(b)
	if err != nil {
		return string(bytes.ToValidUTF8(b, []byte("\ufffd")))
	}
	return string(s)
}

// utf16Order returns the UTF-16 that b is in, by its byte order mark or by every
// second byte of its beginning being zero; nil if it is not UTF-16.
func utf16Order(b []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(b, []byte("\xff\xfe")):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	}
	n := min(len(b), 8192) &^ 1
	var even, odd int
	for i := 0; i+1 < n; i += 2 {
		if b[i] == 0 {
			even++
		}
		if b[i+1] == 0 {
			odd++
		}
	}
	// ASCII has its zero in one place; that of a Chinese character such as 一 (4E00)
	// is rare, and two zeros together are no text.
	switch {
	case n >= 8 && odd > n/50 && odd > 8*even:
		return asUTF16(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), b[:n])
	case n >= 8 && even > n/50 && even > 8*odd:
		return asUTF16(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), b[:n])
	}
	return nil
}

// asUTF16 returns e if sample is text in it, else nil.
func asUTF16(e encoding.Encoding, sample []byte) encoding.Encoding {
	bad, all := 0, 0
	for _, r := range must(e, sample) {
		all++
		if r < 0x20 && r != '\t' && r != '\n' && r != '\r' || r == utf8.RuneError || r >= 0xe000 && r < 0xf900 {
			bad++
		}
	}
	if bad*50 > all {
		return nil
	}
	return e
}

// decodeMarkup returns a web page or XML as UTF-8 text, without zero bytes: as
// UTF-8 or UTF-16 if it is that, else in the encoding that it declares, or that is
// declared of it, else as decode finds.
func decodeMarkup(b []byte, declared string) string {
	if utf16Order(b) == nil && !utf8.Valid(b) {
		if m := regexp.MustCompile(`(?i)(?:charset|encoding)\s*=\s*["']?([a-z0-9_\-]+)`).FindSubmatch(b[:min(len(b), 8192)]); m != nil {
			declared = string(m[1])
		}
		if e := byLabel(declared); e != nil {
			return must(e, b)
		}
	}
	return decode(b)
}

// byLabel returns the encoding with a name, nil for one that is not known or that b
// would have shown by itself.
func byLabel(label string) encoding.Encoding {
	label = strings.ToLower(label)
	if strings.HasPrefix(label, "gb") { // GB 2312 is written for what is GBK
		label = "gb18030"
	}
	e, err := htmlindex.Get(label)
	if err != nil || label == "utf-8" || strings.HasPrefix(label, "utf-16") {
		return nil
	}
	return e
}

// looksChinese reports whether b is GB18030 by the statistics of its byte pairs:
// more than 60 % lie in the common rows of GB 2312, and fewer than 20 % end in an
// ASCII byte. Latin-1 may decode as GB18030 too, but looks different.
func looksChinese(b []byte) bool {
	var pairs, common, ascii int
	for i := 0; i < len(b); i++ {
		if b[i] < 0x80 {
			continue
		}
		if b[i] == 0x80 || b[i] == 0xff || i+1 == len(b) {
			return i+1 == len(b) && b[i] != 0x80 && b[i] != 0xff && pairs > 0
		}
		lead, trail := b[i], b[i+1]
		if trail >= 0x30 && trail <= 0x39 && i+3 < len(b) && b[i+2] >= 0x81 {
			i += 3 // a four-byte character says nothing either way
			continue
		}
		pairs++
		if trail < 0x80 {
			ascii++
		}
		if trail >= 0xa1 && (lead >= 0xa1 && lead <= 0xa3 || lead >= 0xb0 && lead <= 0xd7) {
			common++
		}
		i++
	}
	return pairs > 0 && common*10 > pairs*6 && ascii*10 < pairs*2
}
