package report

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"yunxing/ui/chart"
	"yunxing/ui/i18n"
)

// ErrFormat reports a file format that there is no writer for.
var ErrFormat = errors.New("report: unknown format")

// Options say how a document is written.
type Options struct {
	Printer i18n.Printer
	// Style draws the charts. Its captions are left out: the document has them as
	// text.
	Style chart.Style
	// NativeCharts makes the charts ones that Word can edit, where they can be; else
	// all are pictures.
	NativeCharts bool
}

// A Format writes documents to files of one kind. Equal documents and options
// give equal bytes.
type Format struct {
	Ext   string // without the point
	Write func(Document, Options, io.Writer) error
}

// All returns every format, the default first.
func All() []Format {
	return []Format{
		{"docx", writeDocx},
	}
}

// FormatOf returns the format that the extension of a file name asks for, and an
// error wrapping ErrFormat if there is none.
func FormatOf(name string) (Format, error) {
	ext := strings.TrimPrefix(strings.ToLower(filepath.Ext(name)), ".")
	for _, f := range All() {
		if f.Ext == ext {
			return f, nil
		}
	}
	return Format{}, fmt.Errorf("%w: %q", ErrFormat, filepath.Base(name))
}
