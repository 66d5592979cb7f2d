package session

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

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
	Region   string   `json:"region"`
	Period   string   `json:"period"`
	Headline string   `json:"headline"`
	Source   string   `json:"source"`
	Alt      string   `json:"alt"`
	Width    float64  `json:"width_mm"`
	Height   float64  `json:"height_mm"`
	Cells    []string `json:"cells"` // where its figures come from
	Warnings []string `json:"warnings,omitempty"`
	Files    []File   `json:"files"`

	Found []chart.Warning `json:"-"` // what the warnings say in words
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
// is absent are left out, and those that are drawn on demand only. It returns what it wrote.
func (s *Session) WriteFigures(ctx context.Context, sel brief.Selection, o Folio, p i18n.Printer) ([]Plate, error) {
	figures, err := s.figures(ctx, sel, p)
	if err != nil {
		return nil, err
	}
	plates := make([]Plate, len(figures))
	for i := range plates {
		plates[i] = Plate{Number: i + 1, Region: p.RegionOf(s.catalog, sel.Region), Period: sel.Period.String()}
	}
	errs := onAllCores(ctx, plates, nil, func(plate Plate) error {
		i := plate.Number - 1
		return s.draw(ctx, figures[i], &plates[i], o, p)
	})
	if err := cmp.Or(ctx.Err(), errors.Join(errs...)); err != nil {
		return nil, err
	}
	return plates, WriteFile(filepath.Join(o.Dir, manifestName), func(w io.Writer) error {
		e := json.NewEncoder(w)
		e.SetIndent("", "  ")
		return e.Encode(struct {
			Figures []Plate `json:"figures"`
		}{plates})
	})
}

// figures returns every figure that the project has for a selection.
func (s *Session) figures(ctx context.Context, sel brief.Selection, p i18n.Printer) ([]*chart.Figure, error) {
	desk := s.Desk(sel)
	var out []*chart.Figure
	var all []credited
	for _, k := range chart.All() {
		if k.Tab == "" {
			continue
		}
		f, err := k.Build(ctx, desk, p)
		if errors.Is(err, brief.ErrAbsent) || errors.Is(err, stats.ErrCoverage) {
			continue
		}
		if err != nil {
			return nil, err
		}
		out = append(out, f)
		all = append(all, creditedFigure(f, p))
	}
	if len(out) == 0 {
		return nil, brief.ErrAbsent
	}
	return out, s.credit(ctx, p, all...)
}

// draw writes the files of a figure and notes what they show.
func (s *Session) draw(ctx context.Context, f *chart.Figure, out *Plate, o Folio, p i18n.Printer) (err error) {
	size := o.Output
	if size.Width == 0 {
		size.Width, size.Height = o.Style.Fit(f)
	}
	if size.Height == 0 {
		size.Height = f.SuggestedHeight()
	}
	f.Number = p.Text("report.figure", "n", strconv.Itoa(out.Number))
	out.Kind, out.Title, out.Headline, out.Source, out.Alt = f.ID, f.Caption, f.Headline, f.Source, f.AltText()
	out.Width, out.Height = size.Width, size.Height
	if out.Found, err = s.CheckFigure(ctx, f, o.Style, size); err != nil {
		return err
	}
	for _, w := range out.Found {
		what, _ := w.Text(p)
		out.Warnings = append(out.Warnings, what)
	}
	if out.Cells, err = s.cellsOf(ctx, f); err != nil {
		return err
	}
	base := fmt.Sprintf("%02d_%s", out.Number, fileWord(f.Caption))
	for _, ext := range o.Formats {
		name := base + "." + ext
		sum := sha256.New()
		err := WriteFile(filepath.Join(o.Dir, name), func(w io.Writer) error {
			return s.WriteFigure(ctx, f, ext, o.Style, size, p, io.MultiWriter(w, sum))
		})
		if err != nil {
			return err
		}
		out.Files = append(out.Files, File{name, hex.EncodeToString(sum.Sum(nil))})
	}
	return nil
}

// Bounds of a title in the name of a file: Windows counts characters of the whole
// path, other systems bytes of the name.
const mostNameChars, mostNameBytes = 100, 180

// fileWord returns a title as it may stand in the name of a file. One that is too long
// is cut, where it has words between two of them.
func fileWord(s string) string {
	title := []rune(s)
	n := min(len(title), mostNameChars)
	for len(string(title[:n])) > mostNameBytes {
		n--
	}
	s = string(title[:n])
	if i := strings.LastIndexByte(s, ' '); n < len(title) && i > 0 {
		s = strings.TrimRight(s[:i], ",;: ")
	}
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
	all, err := s.sourcesOf(ctx, f)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, o := range all {
		out = append(out, o.Source.String())
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}
