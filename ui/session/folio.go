package session

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/brief"
	"yunxing/ui/chart"
	"yunxing/ui/i18n"
)

// A Folio says how the figures on a selection are written to a folder.
type Folio struct {
	Dir     string
	Formats []string // of FigureFormats
	Style   chart.Style
	Output  chart.Output // its format is not asked; a height of zero asks the figure
}

// A Plate is one figure of a folder, as its manifest lists it.
type Plate struct {
	Number   int      `json:"number"`
	Kind     string   `json:"kind"`
	Title    string   `json:"title"`
	Headline string   `json:"headline"`
	Source   string   `json:"source"`
	Alt      string   `json:"alt"`
	Width    float64  `json:"width_mm"`
	Height   float64  `json:"height_mm"`
	Cells    []string `json:"cells"` // where its figures come from
	Warnings []string `json:"warnings,omitempty"`
	Files    []File   `json:"files"`
}

// A File is one file of a folder with the sum of its content.
type File struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
}

// manifestName is the file that lists the figures of a folder.
const manifestName = "manifest.json"

// WriteFigures writes every figure that the project has for a selection to a folder,
// in the order of the report, and a manifest beside them. Kinds for which something
// is absent are left out. It returns what it wrote.
func (s *Session) WriteFigures(ctx context.Context, sel brief.Selection, o Folio, p i18n.Printer) ([]Plate, error) {
	var plates []Plate
	for _, k := range chart.All() {
		f, err := k.Build(ctx, s.Desk(sel), p)
		if errors.Is(err, brief.ErrAbsent) || errors.Is(err, stats.ErrCoverage) {
			continue
		}
		if err != nil {
			return nil, err
		}
		plate, err := s.plate(ctx, f, len(plates)+1, o, p)
		if err != nil {
			return nil, err
		}
		plates = append(plates, plate)
	}
	if len(plates) == 0 {
		return nil, brief.ErrAbsent
	}
	return plates, WriteFile(filepath.Join(o.Dir, manifestName), func(w io.Writer) error {
		e := json.NewEncoder(w)
		e.SetIndent("", "  ")
		return e.Encode(struct {
			Figures []Plate `json:"figures"`
		}{plates})
	})
}

// plate writes the files of one figure.
func (s *Session) plate(ctx context.Context, f *chart.Figure, n int, o Folio, p i18n.Printer) (Plate, error) {
	size := o.Output
	if size.Height == 0 {
		size.Height = f.SuggestedHeight()
	}
	f.Number = p.Text("report.figure", "n", fmt.Sprint(n))
	out := Plate{
		Number: n, Kind: f.ID, Title: f.Caption, Headline: f.Headline, Source: f.Source, Alt: f.AltText(),
		Width: size.Width, Height: size.Height,
	}
	for _, w := range chart.Check(f, o.Style, size) {
		what, _ := w.Text(p)
		out.Warnings = append(out.Warnings, what)
	}
	cells, err := s.cellsOf(ctx, f)
	if err != nil {
		return out, err
	}
	out.Cells = cells
	base := fmt.Sprintf("%02d_%s", n, fileWord(f.Caption))
	for _, ext := range o.Formats {
		name := base + "." + ext
		sum := sha256.New()
		err := WriteFile(filepath.Join(o.Dir, name), func(w io.Writer) error {
			return WriteFigure(f, ext, o.Style, size, p, io.MultiWriter(w, sum))
		})
		if err != nil {
			return out, err
		}
		out.Files = append(out.Files, File{name, hex.EncodeToString(sum.Sum(nil))})
	}
	return out, nil
}

// fileWord returns a title as it may stand in the name of a file.
func fileWord(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return '-'
		}
		return r
	}, s)
}

// cellsOf returns the cells that the values of a figure rest on, each once, in the
// order of files, sheets and cells.
func (s *Session) cellsOf(ctx context.Context, f *chart.Figure) ([]string, error) {
	var refs []data.Ref
	for _, r := range f.Refs() {
		refs = append(refs, data.Ref(r))
	}
	all, err := s.project.Resolve(ctx, refs)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, o := range all {
		out = append(out, fmt.Sprintf("%s|%s|%s", o.Source.File, o.Source.Sheet, o.Source.Cell))
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}
