package sheet

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"yunxing/data"
)

// Open reads the file at path. See Read.
func Open(ctx context.Context, path string) ([]*data.Grid, error) {
	name := filepath.Base(path)
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, &Error{NoFile, name, "there is no such file", err}
	case err != nil:
		return nil, &Error{Unreadable, name, "it cannot be read", err}
	case info.IsDir():
		return nil, &Error{NotWorkbook, name, "it is a folder; choose a file", nil}
	case info.Size() > maxFile:
		return nil, &Error{TooLarge, name, "it is larger than 256 MB; split it", nil}
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, &Error{Unreadable, name, "it cannot be read", err}
	}
	return Read(ctx, name, b)
}

// Read returns the sheets of the file whose content is b, in their order; hidden
// sheets are marked, and sheets without a value left out. Name is only kept as the
// file's name. An error is an *Error, or that of ctx.
func Read(ctx context.Context, name string, b []byte) ([]*data.Grid, error) {
	name = filepath.Base(name)
	if len(bytes.TrimSpace(b)) == 0 {
		return nil, &Error{Empty, name, "it is empty", nil}
	}
	c := sniff(b)
	if c.read == nil {
		return nil, &Error{c.code, name, c.advice, nil}
	}
	grids, err := c.read(ctx, name, b)
	if err != nil {
		return nil, err
	}
	var kept []*data.Grid
	for _, g := range grids {
		if g.Rows() > 0 && g.Cols() > 0 {
			kept = append(kept, g)
		}
	}
	if len(kept) == 0 {
		return nil, &Error{Empty, name, "no sheet holds a value", nil}
	}
	return kept, nil
}

// ReadAll is Read for a stream, of which it takes no more than a file may have.
func ReadAll(ctx context.Context, name string, r io.Reader) ([]*data.Grid, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	if err != nil {
		return nil, &Error{Unreadable, name, "it cannot be read", err}
	}
	if len(b) > maxFile {
		return nil, &Error{TooLarge, name, "it is larger than 256 MB; split it", nil}
	}
	return Read(ctx, name, b)
}

// A container is a form that files come in: a reader, or the reason why there is
// none.
type container struct {
	read   func(ctx context.Context, name string, b []byte) ([]*data.Grid, error)
	code   data.Code
	advice string
}

// sniff returns the container of b by its first bytes.
func sniff(b []byte) container {
	head := string(b[:min(len(b), 4096)])
	lower := strings.ToLower(head)
	switch {
	case strings.HasPrefix(head, "PK\x03\x04"), strings.HasPrefix(head, "PK\x05\x06"):
		return sniffZip(b)
	case strings.HasPrefix(head, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
		return container{read: readXLS}
	case strings.HasPrefix(head, "\x09\x00\x04\x00"), strings.HasPrefix(head, "\x09\x02\x06\x00"), strings.HasPrefix(head, "\x09\x04\x06\x00"):
		return container{nil, OldWorkbook, "it is a workbook of Excel 4 or earlier; open it in a spreadsheet program and save it as .xlsx"}
	case isPicture(head):
		return container{nil, Picture, "it is a picture, not a table"}
	case strings.HasPrefix(head, "%PDF"), strings.HasPrefix(head, "{\\rtf"):
		return container{nil, Document, "it is a document, not a table; copy its table into a spreadsheet and save that as .xlsx"}
	case strings.Contains(lower, "urn:schemas-microsoft-com:office:spreadsheet"):
		return container{nil, NotYet, "it is an XML spreadsheet of 2003; open it in a spreadsheet program and save it as .xlsx"}
	case strings.Contains(lower, "<html"), strings.Contains(lower, "<table"), strings.HasPrefix(strings.TrimSpace(lower), "mime-version"):
		return container{nil, NotYet, "it is a web page; open it in a spreadsheet program and save it as .xlsx"}
	case isBinary(b):
		return container{nil, NotWorkbook, "it is neither a workbook nor a text table"}
	}
	return container{read: readText}
}

// isPicture reports whether head begins a picture.
func isPicture(head string) bool {
	for _, magic := range []string{"\x89PNG\r\n\x1a\n", "\xff\xd8\xff", "GIF87a", "GIF89a", "BM", "II*\x00", "MM\x00*"} {
		if strings.HasPrefix(head, magic) && (magic != "BM" || strings.ContainsRune(head, 0)) {
			return true
		}
	}
	return strings.HasPrefix(head, "RIFF") && len(head) > 12 && head[8:12] == "WEBP"
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
