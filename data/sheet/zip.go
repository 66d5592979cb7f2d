package sheet

import (
	"archive/zip"
	"context"
	"errors"
	"io"
	"strings"

	"yunxing/data"
)

// sniffZip returns the container of a zip archive of size bytes by the parts it
// holds. Its reader reads from in.
func sniffZip(in io.ReaderAt, size int64) container {
	a, err := openArchive(in, size)
	if e := new(Error); errors.As(err, &e) {
		return refuse(e.Code, e.Detail)
	}
	switch {
	case a.has("xl/workbook.bin"):
		return refuse(Binary, "it is a binary workbook; open it in a spreadsheet program and save it as .xlsx")
	case a.has("word/document.xml"), a.has("ppt/presentation.xml"):
		return refuse(Document, "it is a document, not a workbook; copy its table into a spreadsheet")
	case a.has("encrypted-package"):
		return refuse(Password, "it is encrypted; open it with its password and save it without")
	case a.has("index.zip"), a.has("index/document.iwa"):
		return refuse(Numbers, "it is a document of Apple Numbers; export it as an Excel workbook")
	case a.has("content.xml"):
		return a.container(readODS)
	case a.hasPrefix("xl/"):
		return a.container(readXLSX)
	}
	return refuse(Archive, "it is an archive without a workbook; unpack it first")
}

// errNoPart reports that an archive has no part of a name.
var errNoPart = errors.New("sheet: no such part")

// An archive is a zip archive whose parts may take no more than maxUnzip together.
type archive struct {
	name  string
	parts map[string]*zip.File // by their names in lower case with slashes
	left  int64
}

// container returns the container that read reads from a.
func (a *archive) container(read func(context.Context, string, *archive) ([]*data.Grid, error)) container {
	return container{read: func(ctx context.Context, name string, _ []byte) ([]*data.Grid, error) {
		a.name = name
		return read(ctx, name, a)
	}}
}

// openArchive reads the directory of an archive of size bytes.
func openArchive(in io.ReaderAt, size int64) (*archive, error) {
	z, err := zip.NewReader(in, size)
	if err != nil {
		return nil, damaged("", err)
	}
	if len(z.File) > 20000 {
		return nil, &Error{TooLarge, "", "it has more parts than a workbook should", nil}
	}
	a := &archive{parts: make(map[string]*zip.File, len(z.File)), left: maxUnzip}
	for _, f := range z.File {
		a.parts[partName(f.Name)] = f
	}
	return a, nil
}

// partName returns the name under which a part is kept.
func partName(s string) string {
	return strings.ToLower(strings.TrimLeft(strings.ReplaceAll(s, `\`, "/"), "/"))
}

// has reports whether there is a part of a name.
func (a *archive) has(name string) bool { return a.parts[partName(name)] != nil }

// hasPrefix reports whether the name of a part begins with prefix.
func (a *archive) hasPrefix(prefix string) bool {
	for p := range a.parts {
		if strings.HasPrefix(p, prefix) {
			return true
		}
	}
	return false
}

// open returns the content of a part. Reading beyond the limit fails with an Error.
func (a *archive) open(name string) (io.ReadCloser, error) {
	f := a.parts[partName(name)]
	if f == nil {
		return nil, errNoPart
	}
	r, err := f.Open()
	if err != nil {
		return nil, damaged(a.name, err)
	}
	return &part{a, r}, nil
}

// read returns a part that is read as a whole.
func (a *archive) read(name string) ([]byte, error) {
	r, err := a.open(name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	b, err := io.ReadAll(io.LimitReader(r, maxToken+1))
	switch {
	case len(b) > maxToken:
		return nil, &Error{TooLarge, a.name, "a part of it is larger than that of a workbook should be", nil}
	case errors.As(err, new(*Error)):
		return nil, err
	case err != nil:
		return nil, damaged(a.name, err)
	}
	return b, nil
}

// A part is an open part of an archive.
type part struct {
	*archive
	io.ReadCloser
}

// Read reads on, as long as the archive's limit lasts.
func (p *part) Read(b []byte) (int, error) {
	n, err := p.ReadCloser.Read(b)
	if p.left -= int64(n); p.left < 0 {
		return 0, &Error{TooLarge, p.name, "it unpacks to more than a workbook should; split it", err}
	}
	return n, err
}
