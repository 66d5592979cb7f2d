package session

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"yunxing/ui/chart"
	"yunxing/ui/i18n"
	"yunxing/ui/report/native"
)

// FigureFormats lists the extensions that a figure can be written with: pictures,
// a workbook with a native chart, and the numbers behind it.
func FigureFormats() []string { return []string{"png", "svg", "pdf", "xlsx", "csv"} }

// FigureFormat returns the extension of a file name, in small letters. Errors:
// chart.ErrFormat.
func FigureFormat(name string) (string, error) {
	ext := strings.ToLower(strings.TrimPrefix(filepath.Ext(name), "."))
	if !slices.Contains(FigureFormats(), ext) {
		return "", fmt.Errorf("%w: %q", chart.ErrFormat, filepath.Base(name))
	}
	return ext, nil
}

// WriteFigure writes a figure with the extension ext. The format of o is not asked.
func WriteFigure(f *chart.Figure, ext string, style chart.Style, o chart.Output, p i18n.Printer, w io.Writer) error {
	switch ext {
	case "xlsx":
		return native.Write([]*chart.Figure{f}, native.Options{Printer: p, Style: style, Width: o.Width, Height: o.Height}, w)
	case "csv":
		return f.CSV(w)
	}
	o.Format = chart.Format(ext)
	return chart.Write(f, style, o, w)
}
