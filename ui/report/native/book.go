package native

import (
	"bytes"
	"fmt"
	"image/png"
	"io"
	"sort"
	"strings"

	"yunxing/ui/chart"
	"yunxing/ui/i18n"

	"github.com/xuri/excelize/v2"
)

// Options say how figures are written.
type Options struct {
	Printer i18n.Printer
	Style   chart.Style
	// Width and Height are the size of a chart in millimetres; 150 × 85 where zero.
	Width, Height float64
}

// size returns the size of a chart in millimetres.
func (o Options) size() (width, height float64) {
	if o.Width <= 0 || o.Height <= 0 {
		z := chart.Sizes()[0]
		return z.Width, z.Height
	}
	return o.Width, o.Height
}

// pixelsPerMM is how many of a workbook's pixels a millimetre has.
const pixelsPerMM = 96 / 25.4

// Write writes figures as a workbook, a sheet for each: the numbers in cells, and
// beside them charts that read the cells.
func Write(figures []*chart.Figure, o Options, w io.Writer) error {
	b := newBook(o)
	return b.write(w, func() error {
		for i, f := range figures {
			if err := b.figure(f, sheetName(o.Printer, f, i)); err != nil {
				return fmt.Errorf("native: figure %s: %w", f.ID, err)
			}
		}
		return nil
	})
}

// newBook returns an empty workbook.
func newBook(o Options) *book {
	return &book{Options: o, file: excelize.NewFile(), charts: map[string][]byte{}}
}

// write fills the workbook and writes it.
func (b *book) write(w io.Writer, fill func() error) error {
	defer func() { _ = b.file.Close() }() // nothing of it is on disk
	if err := fill(); err != nil {
		return err
	}
	for name, data := range b.charts {
		b.file.Pkg.Store(name, data)
	}
	if err := b.file.SetDocProps(&excelize.DocProperties{Creator: "Yunxing", LastModifiedBy: "Yunxing", Created: undated, Modified: undated, Language: b.Printer.Lang().Tag()}); err != nil {
		return fmt.Errorf("native: %w", err)
	}
	kinds := b.file.ContentTypes.Defaults // excelize keeps them in a map's order
	sort.Slice(kinds, func(i, j int) bool { return kinds[i].Extension < kinds[j].Extension })
	written, err := b.file.WriteToBuffer()
	if err == nil {
		err = rememberNumbers(written.Bytes(), w)
	}
	if err != nil {
		return fmt.Errorf("native: %w", err)
	}
	return nil
}

// undated is the date of every workbook: equal figures give equal bytes.
const undated = "2000-01-01T00:00:00Z"

// A book is a workbook being written. Excelize writes the cells, the anchors and
// the relations; the chart parts are ours and take the place of its own.
type book struct {
	Options
	file   *excelize.File
	charts map[string][]byte
	sheets int
	styles map[string]int
}

// sheetName returns the name of a figure's sheet: its number, else its place.
func sheetName(p i18n.Printer, f *chart.Figure, i int) string {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]'`, r) {
			return ' '
		}
		return r
	}, f.Number)
	if strings.TrimSpace(name) == "" {
		name = p.Text("native.sheet", "n", fmt.Sprint(i+1))
	}
	if r := []rune(name); len(r) > 31 { // the most that Excel allows
		name = string(r[:31])
	}
	return name
}

// Measures of a sheet: the rows above the first table, the height of a row and the
// width of a column, and the height of a row of names.
const (
	firstTable   = 4
	rowPixels    = 20
	columnPixels = 64
	headPoints   = 32
)

// figure writes the sheet of a figure.
func (b *book) figure(f *chart.Figure, sheet string) error {
	if err := b.sheet(sheet); err != nil {
		return err
	}
	top, widest := firstTable, 1
	var panels []drawn
	var last *table
	for i := range f.Panels {
		d := newDrawn(&b.Style, f, &f.Panels[i], sheet, top, last, b.Printer)
		panels = append(panels, d)
		if last = d.table; d.table.top == top {
			top += d.table.rows() + 3
		}
		widest = max(widest, len(d.table.columns)+1)
	}
	g := b.grid(f, widest+2, len(panels))
	for i, d := range panels {
		d.table.aside = g.end()
		if i+1 < len(panels) && panels[i+1].table == d.table {
			continue // shared: the last panel has all its columns
		}
		if err := b.cells(d); err != nil {
			return err
		}
	}
	_, height := b.size()
	top = max(top, firstTable+2+int(height*lyingStretch*pixelsPerMM/rowPixels))
	if err := b.words(f, sheet, top); err != nil {
		return err
	}
	if err := b.printed(sheet, g.end()-1, max(top+1, firstTable+g.below(len(panels)))); err != nil {
		return err
	}
	return b.place(f, sheet, g, panels)
}

// sheet begins a sheet; the first is there already.
func (b *book) sheet(name string) error {
	b.sheets++
	if b.sheets == 1 {
		if err := b.file.SetSheetName(b.file.GetSheetName(0), name); err != nil {
			return err
		}
	} else if _, err := b.file.NewSheet(name); err != nil {
		return err
	}
	return b.page(name)
}

// page lets a sheet be printed on one page, across.
func (b *book) page(sheet string) error {
	across, one, fit, a4 := "landscape", 1, true, 9
	if err := b.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	return b.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &across, FitToWidth: &one, FitToHeight: &one})
}

// printed lets a sheet be printed up to a column and a row: without helpers.
func (b *book) printed(sheet string, col, row int) error {
	area := fmt.Sprintf("%s!$A$1:$%s$%d", quoted(sheet), letter(col), row)
	return b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: area, Scope: sheet})
}

// words writes the titles above the tables and the remarks below them.
func (b *book) words(f *chart.Figure, sheet string, below int) error {
	bold, err := b.style("title", &excelize.Style{Font: &excelize.Font{Bold: true, Size: 12}})
	if err != nil {
		return err
	}
	for i, s := range []string{strings.TrimSpace(f.Number + " " + f.Caption), f.Headline, f.Subtitle} {
		if s == "" {
			continue
		}
		at := cell(1, i+1)
		if err := b.file.SetCellStr(sheet, at, s); err != nil {
			return err
		}
		if i == 0 {
			if err := b.file.SetCellStyle(sheet, at, at, bold); err != nil {
				return err
			}
		}
	}
	for i, s := range []string{f.Note, f.Source} {
		if err := b.file.SetCellStr(sheet, cell(1, below+i), s); err != nil {
			return err
		}
	}
	return nil
}

// style returns the id of a style, made once.
func (b *book) style(key string, s *excelize.Style) (int, error) {
	if id, ok := b.styles[key]; ok {
		return id, nil
	}
	id, err := b.file.NewStyle(s)
	if err != nil {
		return 0, err
	}
	if b.styles == nil {
		b.styles = map[string]int{}
	}
	b.styles[key] = id
	return id, nil
}

// cell returns the address of a cell.
func cell(col, row int) string {
	s, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		return "A1"
	}
	return s
}

// chart puts the chart of a panel on the sheet.
func (b *book) chart(f *chart.Figure, d drawn, sheet, at string, width, height float64) error {
	g := excelize.GraphicOptions{AltText: f.AltText(), Positioning: "oneCell"}
	err := b.file.AddChart(sheet, at, &excelize.Chart{
		Type:      excelize.Line,
		Series:    []excelize.ChartSeries{{Values: quoted(sheet) + "!$B$5"}},
		Dimension: excelize.ChartDimension{Width: uint(width * pixelsPerMM), Height: uint(height * pixelsPerMM)},
		Format:    g,
	})
	if err != nil {
		return err
	}
	b.charts[fmt.Sprintf("xl/charts/chart%d.xml", len(b.charts)+1)] = write(&b.Style, d.plan, width, b.Printer.Lang().Tag(), "")
	return nil
}

// picture puts the whole figure on the sheet as a picture.
func (b *book) picture(f *chart.Figure, sheet string, col int) error {
	width, height := b.size()
	var buf bytes.Buffer
	if err := chart.Write(f, b.Style, chart.Output{Width: width, Height: height}, &buf); err != nil {
		return err
	}
	head, err := png.DecodeConfig(bytes.NewReader(buf.Bytes()))
	if err != nil {
		return err
	}
	scale := width * pixelsPerMM / float64(head.Width)
	return b.file.AddPictureFromBytes(sheet, cell(col, firstTable), &excelize.Picture{
		Extension: ".png", File: buf.Bytes(),
		Format: &excelize.GraphicOptions{AltText: f.AltText(), ScaleX: scale, ScaleY: scale},
	})
}
