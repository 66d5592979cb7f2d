package sheet

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

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
	case !info.Mode().IsRegular(): // a pipe would be waited for without an end
		return nil, &Error{Folder, name, "it is a folder; choose a file", nil}
	case info.Size() > maxFile:
		return nil, &Error{TooLarge, name, "it is larger than 128 MB; split it", nil}
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, &Error{Unreadable, name, "it cannot be read", err}
	}
	defer f.Close()
	head := make([]byte, 4)
	if n, _ := f.ReadAt(head, 0); isZip(string(head[:n])) {
		return read(ctx, name, nil, sniffZip(f, info.Size())) // in parts, never as a whole
	}
	return ReadAll(ctx, name, f)
}

// Read returns the sheets of the file whose content is b, in their order; hidden
// sheets are marked, and sheets without a value left out. Name is only kept as the
// file's name. An error is an *Error, or that of ctx.
func Read(ctx context.Context, name string, b []byte) ([]*data.Grid, error) {
	name = filepath.Base(name)
	if len(bytes.TrimSpace(b)) == 0 {
		return nil, &Error{Empty, name, "it is empty", nil}
	}
	return read(ctx, name, b, sniff(b))
}

// read reads the sheets of b, or of what c is made for.
func read(ctx context.Context, name string, b []byte, c container) ([]*data.Grid, error) {
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
		return nil, &Error{TooLarge, name, "it is larger than 128 MB; split it", nil}
	}
	return Read(ctx, name, b)
}
