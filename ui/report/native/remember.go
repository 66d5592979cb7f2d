package native

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"strings"
)

// rememberNumbers copies a workbook so that its formulas remember numbers: Excelize
// marks the result of every formula as text, which charts take for zero.
func rememberNumbers(book []byte, w io.Writer) error {
	in, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		return err
	}
	out := zip.NewWriter(w)
	for _, f := range in.File {
		if strings.HasPrefix(f.Name, "xl/worksheets/sheet") {
			err = rememberIn(f, out)
		} else {
			err = out.Copy(f)
		}
		if err != nil {
			return err
		}
	}
	return out.Close()
}

// rememberIn copies one sheet.
func rememberIn(f *zip.File, out *zip.Writer) error {
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer func() { _ = r.Close() }() // only read
	sheet, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	w, err := out.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate})
	if err != nil {
		return err
	}
	_, err = w.Write(regexp.MustCompile(`(<c [^>]*) t="str"(><f>)`).ReplaceAll(sheet, []byte("$1$2")))
	return err
}
