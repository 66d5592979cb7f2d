package sheet

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

// Text returns the bytes of a text file as UTF-8, whatever their encoding is.
func Text(b []byte) string { return decode(b) }

// decode returns b as UTF-8 text: by its byte order mark; else as UTF-8 if it is
// that, but for a few damaged characters; else in the East Asian encoding that its
// byte pairs look like; else as Windows-1252.
func decode(b []byte) string {
	if e := utf16Order(b); e != nil {
		return must(e, b)
	}
	bare := bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))
	if utf8.Valid(bare) && !utf8ByChance(bare) {
		return string(bare)
	}
	if len(bare) < len(b) || mostlyUTF8(b) {
		return string(bytes.ToValidUTF8(bare, []byte("\ufffd")))
	}
	if e := eastAsian(b); e != nil {
		return must(e, b)
	}
	return must(charmap.Windows1252, b)
}

// utf8ByChance reports whether b, which is valid UTF-8, is rather a few words of GB
// 18030 whose byte pairs happen to be letters, as those of 原煤 are: letters of several
// scripts or of none that is in use, one after the other.
func utf8ByChance(b []byte) bool {
	scripts, letters := map[int]bool{}, 0
	for i := 0; i < len(b); i++ {
		if b[i] < 0x80 {
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if letters++; n > 2 || letters > fewPairs {
			return false
		}
		if r >= 0xc0 { // signs before that go with any script
			scripts[script(r)] = true
		}
		i += n - 1
	}
	if len(scripts) < 2 && !scripts[0] {
		return false
	}
	t := tallyEUC(b)
	return t.isGB() && 2*t.adjacent >= t.pairs
}

// fewPairs is the number of byte pairs that chance can make UTF-8.
const fewPairs = 8

// script returns a number for the script of a letter that takes two bytes, 0 for one
// that no table is written in.
func script(r rune) int {
	switch {
	case r <= 0x24f:
		return 1 // Latin
	case r >= 0x370 && r <= 0x3ff:
		return 2 // Greek
	case r >= 0x400 && r <= 0x45f:
		return 3 // Cyrillic
	case r >= 0x590 && r <= 0x5ff:
		return 4 // Hebrew
	case r >= 0x600 && r <= 0x6ff:
		return 5 // Arabic
	}
	return 0
}

// usual reports whether r is a character beyond ASCII that tables in UTF-8 have: a
// letter of the West, or what takes three bytes, as Chinese does.
func usual(r rune) bool { return r >= 0xa0 && r < 0x180 || r >= 0x800 && r != utf8.RuneError }

// mostlyUTF8 reports whether ninety-nine in a hundred characters of b beyond ASCII are
// usual ones in UTF-8, or all but one, as in a file that is cut off.
func mostlyUTF8(b []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		switch {
		case r < 0x80:
		case usual(r):
			good++
		default:
			bad++
			for n == 1 && i+n < len(b) && b[i+n]&0xc0 == 0x80 { // the rest of the same character
				i++
			}
		}
		i += n
	}
	return good >= 4 && (bad == 1 || bad*100 <= good)
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
