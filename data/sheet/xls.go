package sheet

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/richardlehane/mscfb"
	"github.com/xuri/excelize/v2"

	"yunxing/data"
)

// errBIFF reports records that are cut off or contradict each other.
var errBIFF = errors.New("sheet: damaged workbook stream")

// readXLS reads a compound file: a workbook of Excel 97 to 2003, also one that is
// encrypted with the password that Excel tries by itself, or an encrypted .xlsx.
func readXLS(ctx context.Context, name string, b []byte) (grids []*data.Grid, err error) {
	defer func() {
		// The library indexes tables of the file without checking them all.
		if v := recover(); v != nil {
			grids, err = nil, &Error{Truncated, name, "it is cut off or damaged; fetch it again", fmt.Errorf("%w: %v", errBIFF, v)}
		}
	}()
	streams, err := openStreams(b)
	if err != nil {
		return nil, &Error{Truncated, name, "it is cut off or damaged; fetch it again", err}
	}
	switch {
	case streams["workbook"] != nil:
		return readBook(ctx, name, streams["workbook"])
	case streams["book"] != nil:
		return nil, &Error{OldWorkbook, name, "it is a workbook of Excel 95 or earlier; open it in a spreadsheet program and save it as .xlsx", nil}
	case streams["encryptedpackage"] != nil:
		return readEncrypted(ctx, name, b)
	case streams["worddocument"] != nil, streams["powerpoint document"] != nil:
		return nil, &Error{Document, name, "it is a document, not a workbook; copy its table into a spreadsheet", nil}
	}
	return nil, &Error{NotWorkbook, name, "it is a compound file without a workbook", nil}
}

// openStreams returns the content of the streams of a compound file that matter, by
// their names in lower case.
func openStreams(b []byte) (map[string][]byte, error) {
	doc, err := mscfb.New(bytes.NewReader(b))
	if err != nil {
		return nil, fmt.Errorf("sheet: %w", err)
	}
	out := map[string][]byte{}
	for {
		f, err := doc.Next()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return out, nil //nolint:nilerr // the streams before a damaged one count
		}
		name := strings.ToLower(f.Name)
		switch name {
		case "workbook", "book", "encryptedpackage", "worddocument", "powerpoint document":
			if len(f.Path) > 0 || out[name] != nil {
				continue
			}
			if f.Size < 0 || f.Size > int64(len(b)) {
				return nil, errBIFF
			}
			s := make([]byte, 0, f.Size)
			buf := bytes.NewBuffer(s)
			if _, err := io.Copy(buf, io.LimitReader(f, f.Size)); err != nil {
				return nil, fmt.Errorf("sheet: %w", err)
			}
			out[name] = buf.Bytes()
		}
	}
}

// readEncrypted reads an .xlsx that is encrypted with the password that Excel tries
// by itself.
func readEncrypted(ctx context.Context, name string, b []byte) ([]*data.Grid, error) {
	plain, err := excelize.Decrypt(b, &excelize.Options{Password: defaultPassword})
	if err != nil || !isZip(string(plain[:min(len(plain), 4)])) {
		return nil, &Error{Password, name, "it is encrypted; open it with its password and save it without", err}
	}
	return read(ctx, name, nil, sniffZip(bytes.NewReader(plain), int64(len(plain))))
}
