package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
)

// contentTypes is the part that readers expect first in the archive.
const contentTypes = "[Content_Types].xml"

// repack rewrites an archive with its parts in the order of their names and
// without times, so that equal parts give equal bytes.
func repack(archive []byte) ([]byte, error) {
	in, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		return nil, fmt.Errorf("sample: %w", err)
	}
	parts := slices.Clone(in.File)
	slices.SortFunc(parts, func(a, b *zip.File) int {
		if (a.Name == contentTypes) != (b.Name == contentTypes) {
			if a.Name == contentTypes {
				return -1
			}
			return 1
		}
		return strings.Compare(a.Name, b.Name)
	})
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, p := range parts {
		if err := copyPart(w, p); err != nil {
			return nil, fmt.Errorf("sample: %s: %w", p.Name, err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("sample: %w", err)
	}
	return out.Bytes(), nil
}

// copyPart compresses one part anew.
func copyPart(w *zip.Writer, p *zip.File) error {
	from, err := p.Open()
	if err != nil {
		return err
	}
	defer from.Close()
	// 1980 is the first year that an archive can name.
	epoch := time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)
	to, err := w.CreateHeader(&zip.FileHeader{Name: p.Name, Method: zip.Deflate, Modified: epoch})
	if err != nil {
		return err
	}
	_, err = io.Copy(to, from)
	return err
}
