package sheet

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"

	"yunxing/data"
)

// A container is a form that files come in: a reader, or the reason why there is
// none.
type container struct {
	read   func(ctx context.Context, name string, b []byte) ([]*data.Grid, error)
	code   data.Code
	advice string
}

// refuse returns a container without a reader.
func refuse(code data.Code, advice string) container { return container{nil, code, advice} }

// sniff returns the container of b by its first bytes.
func sniff(b []byte) container {
	head := string(b[:min(len(b), 4096)])
	switch {
	case isZip(head):
		return sniffZip(bytes.NewReader(b), int64(len(b)))
	case strings.HasPrefix(head, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
		return container{read: readXLS}
	case hasAnyPrefix(head, "\x09\x00\x04\x00", "\x09\x02\x06\x00", "\x09\x04\x06\x00", "\x09\x08\x08\x00\x00\x05"):
		return refuse(OldWorkbook, "it is a workbook of Excel 95 or earlier; open it in a spreadsheet program and save it as .xlsx")
	case isPicture(head):
		return refuse(Picture, "it is a picture, not a table")
	case hasAnyPrefix(head, "%PDF", "{\\rtf"):
		return refuse(Document, "it is a document, not a table; copy its table into a spreadsheet and save that as .xlsx")
	case hasAnyPrefix(head, "Rar!\x1a", "7z\xbc\xaf\x27\x1c", "\x1f\x8b", "\xfd7zXZ", "BZh"):
		return refuse(Archive, "it is an archive; unpack it first")
	}
	if c, ok := sniffMarkup(b); ok {
		return c
	}
	if isBinary(b) {
		return refuse(NotWorkbook, "it is neither a workbook nor a text table")
	}
	return container{read: readText}
}

// isZip reports whether head begins a zip archive.
func isZip(head string) bool { return hasAnyPrefix(head, "PK\x03\x04", "PK\x05\x06") }

// hasAnyPrefix reports whether s begins with one of prefixes.
func hasAnyPrefix(s string, prefixes ...string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// sniffMarkup returns the container of a web page, XML or JSON, and false for any
// other text. Blank lines and comments may come before the first element.
func sniffMarkup(b []byte) (container, bool) {
	const enough = 256 << 10
	head := string(b[:min(len(b), enough)])
	if e := utf16Order(b); e != nil {
		head = must(e, b[:min(len(b), enough)&^1])
	}
	head = strings.ToLower(strings.TrimLeft(strings.TrimPrefix(head, "\ufeff"), " \t\r\n\ufeff\x00"))
	head = strings.TrimPrefix(head, "\xef\xbb\xbf")
	first := head[:min(len(head), 4096)]
	switch {
	case strings.HasPrefix(first, "mime-ver") || strings.Contains(first, "\nmime-version:") && strings.Contains(first, "content-type:"):
		return container{read: readMHTML}, true
	case strings.HasPrefix(first, "version:") && strings.Contains(first, "starthtml:"):
		return container{read: readHTML}, true // as the clipboard has it
	case hasAnyPrefix(first, "{", "[") && json.Valid(bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))):
		return refuse(Structured, "it is JSON, not a table; fetch it as .xlsx or .csv"), true
	case !strings.HasPrefix(first, "<"):
		return container{read: readHTML}, strings.Contains(first, "<html") || strings.Contains(first, "<table") && strings.Contains(first, "<tr")
	}
	return sniffXML(head)
}

// sniffXML is sniffMarkup for a text in lower case that begins with an element.
func sniffXML(head string) (container, bool) {
	root := head[:min(len(head), 16<<10)]
	switch {
	case strings.Contains(root, "urn:schemas-microsoft-com:office:spreadsheet") && strings.Contains(root, "workbook"):
		return container{read: readSpreadsheetML}, true
	case strings.Contains(root, "urn:oasis:names:tc:opendocument") && strings.Contains(root, "office:document"):
		return container{read: readFlatODS}, true
	case strings.Contains(head, "<html"), strings.Contains(head, "<table"), strings.HasPrefix(head, "<!doctype html"), strings.Contains(head, "<tr"):
		return container{read: readHTML}, true
	case strings.Contains(root, "word.document"), strings.Contains(root, "office/word"):
		return refuse(Document, "it is a document, not a workbook; copy its table into a spreadsheet"), true
	case strings.Contains(root, "<svg"):
		return refuse(Picture, "it is a picture, not a table"), true
	case strings.HasPrefix(head, "<?xml"):
		return refuse(Structured, "it is XML, but no spreadsheet; fetch it as .xlsx or .csv"), true
	}
	return container{}, false
}

// isPicture reports whether head begins a picture.
func isPicture(head string) bool {
	for _, magic := range []string{"\x89PNG\r\n\x1a\n", "\xff\xd8\xff", "GIF87a", "GIF89a", "BM", "II*\x00", "MM\x00*"} {
		if strings.HasPrefix(head, magic) && (magic != "BM" || strings.ContainsRune(head, 0)) {
			return true
		}
	}
	if len(head) < 12 {
		return false
	}
	return head[:4] == "RIFF" && head[8:12] == "WEBP" || head[4:8] == "ftyp" && hasAnyPrefix(head[8:], "hei", "avif", "mif1")
}

// isBinary reports whether b holds control characters that no text has, and is not
// UTF-16.
func isBinary(b []byte) bool {
	if utf16Order(b) != nil {
		return false
	}
	n := min(len(b), 64<<10)
	bad := 0
	for _, c := range b[:n] {
		if c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1a && c != 0x1b {
			bad++
		}
	}
	return bad > n/500
}
