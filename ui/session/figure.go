package session

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"yunxing/data"
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
func (s *Session) WriteFigure(ctx context.Context, f *chart.Figure, ext string, style chart.Style, o chart.Output, p i18n.Printer, w io.Writer) error {
	switch ext {
	case "xlsx":
		return native.Write([]*chart.Figure{f}, native.Options{Printer: p, Style: style, Width: o.Width, Height: o.Height}, w)
	case "csv":
		return s.figureCSV(ctx, f, w)
	}
	o.Format = chart.Format(ext)
	return chart.Write(f, style, o, w)
}

// figureCSV writes the numbers behind a figure, each with the cells that it rests on.
func (s *Session) figureCSV(ctx context.Context, f *chart.Figure, w io.Writer) error {
	all, err := s.sourcesOf(ctx, f)
	if err != nil {
		return err
	}
	names := make(map[int64]string, len(all))
	for _, o := range all {
		names[int64(o.Ref)] = o.Source.String()
	}
	return f.CSV(w, func(ref int64) string { return names[ref] })
}

// sourcesOf returns the observations that the values of a figure rest on.
func (s *Session) sourcesOf(ctx context.Context, f *chart.Figure) ([]data.Observation, error) {
	var refs []data.Ref
	for _, r := range f.Refs() {
		refs = append(refs, data.Ref(r))
	}
	return s.project.Resolve(ctx, refs)
}
