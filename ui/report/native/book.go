package native

import (
	"bytes"
	"fmt"
	"image/png"
	"io"
	"math"
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

// cells writes the table of a panel.
func (b *book) cells(d drawn) error {
	t := d.table
	if err := b.file.SetCellStr(t.sheet, cell(1, t.top), t.title); err != nil {
		return err
	}
	for i, name := range t.labels {
		if err := b.file.SetCellStr(t.sheet, cell(1, t.top+1+i), name); err != nil {
			return err
		}
	}
	for j, c := range t.columns {
		if err := b.column(t, j+2, c, b.Style.Text); err != nil {
			return err
		}
	}
	if err := b.helpers(t); err != nil {
		return err
	}
	if err := b.heads(t); err != nil {
		return err
	}
	if err := b.file.SetColWidth(t.sheet, "A", "A", labelWidth(t)); err != nil {
		return err
	}
	if len(t.columns) > 0 {
		if err := b.file.SetColWidth(t.sheet, "B", letter(len(t.columns)+1), 11); err != nil {
			return err
		}
	}
	if err := b.file.SetRowHeight(t.sheet, t.top, headPoints); err != nil {
		return err
	}
	return b.tints(d)
}

// heads gives the names of a table their look: each stands where its values do.
func (b *book) heads(t *table) error {
	for i, side := range []string{"left", "right"} {
		id, err := b.style("head "+side, &excelize.Style{
			Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{WrapText: true, Horizontal: side, Vertical: "center"},
			Border: []excelize.Border{{Type: "bottom", Color: "595959", Style: 1}},
		})
		if err != nil {
			return err
		}
		if err := b.file.SetCellStyle(t.sheet, cell(1+i, t.top), cell(max(len(t.columns), i)+1, t.top), id); err != nil {
			return err
		}
	}
	return nil
}

// labelWidth returns the width of the first column in digits.
func labelWidth(t *table) float64 {
	w := 12.0
	for _, l := range t.labels {
		n := 2.0
		for _, r := range l {
			n++
			if r > 0x2e80 {
				n++
			}
		}
		w = math.Max(w, n)
	}
	return math.Min(w, 44)
}

// helpers writes what only the drawing needs, muted.
func (b *book) helpers(t *table) error {
	if len(t.helpers) == 0 {
		return nil
	}
	ink := b.Style.Muted
	head, err := b.style("helper", &excelize.Style{Font: &excelize.Font{Color: hex(ink)}, Alignment: &excelize.Alignment{WrapText: true, Horizontal: "right", Vertical: "center"}})
	if err != nil {
		return err
	}
	first := t.firstHelper()
	for j, c := range t.helpers {
		if err := b.column(t, first+j, c, ink); err != nil {
			return err
		}
	}
	last := first + len(t.helpers) - 1
	if err := b.file.SetCellStyle(t.sheet, cell(first, t.top), cell(last, t.top), head); err != nil {
		return err
	}
	return b.file.SetColWidth(t.sheet, letter(first), letter(last), helperWidth)
}

// helperWidth is the width of a helper in digits.
const helperWidth = 18

// column writes one column with its name. What is not known is an empty cell.
func (b *book) column(t *table, col int, c column, ink colour) error {
	if err := b.file.SetCellStr(t.sheet, cell(col, t.top), c.head); err != nil {
		return err
	}
	code := format(c.digits)
	id, err := b.style(code+hex(ink), &excelize.Style{CustomNumFmt: &code, Font: &excelize.Font{Color: hex(ink)}})
	if err != nil {
		return err
	}
	for i, v := range c.values {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			continue
		}
		at := cell(col, t.top+1+i)
		if err := b.file.SetCellFloat(t.sheet, at, v, -1, 64); err != nil {
			return err
		}
		if err := b.formula(t.sheet, at, c, i); err != nil {
			return err
		}
		if err := b.file.SetCellStyle(t.sheet, at, at, id); err != nil {
			return err
		}
	}
	return nil
}

// formula puts the formula of the i-th value, if it has one, over its number.
func (b *book) formula(sheet, at string, c column, i int) error {
	if c.formula == nil {
		return nil
	}
	if s := c.formula(i); s != "" {
		return b.file.SetCellFormula(sheet, at, s)
	}
	return nil
}

// tints colours the cells of a table of numbers by rules that Excel keeps: from
// the low to the high colour with the centre of the column between.
func (b *book) tints(d drawn) error {
	st := &b.Style
	for j, c := range d.centres {
		if math.IsNaN(c) {
			continue
		}
		area := fmt.Sprintf("%s:%s", cell(j+2, d.table.top+1), cell(j+2, d.table.top+d.table.rows()))
		err := b.file.SetConditionalFormat(d.table.sheet, area, []excelize.ConditionalFormatOptions{{
			Type: "3_color_scale", Criteria: "=",
			MinType: "min", MidType: "num", MaxType: "max", MidValue: number(c),
			MinColor: "#" + hex(blend(st.Mid, st.Low, st.Tint)), MidColor: "#" + hex(st.Mid), MaxColor: "#" + hex(blend(st.Mid, st.High, st.Tint)),
		}})
		if err != nil {
			return err
		}
	}
	return nil
}

// blend returns the colour between a and b, a at 0 and b at 1.
func blend(a, b colour, t float64) colour {
	at := func(x, y uint8) uint8 { return uint8(float64(x) + (float64(y)-float64(x))*t + 0.5) }
	return colour{R: at(a.R, b.R), G: at(a.G, b.G), B: at(a.B, b.B), A: 0xff}
}

// A grid is where the charts of a figure stand, in their rows and columns of panels.
type grid struct {
	col           int // the first column of the sheet
	cols          int
	across, down  int     // columns and rows of the sheet for each
	width, height float64 // of each, in millimetres
}

// grid returns where n charts stand that begin in a column.
func (b *book) grid(f *chart.Figure, col, n int) grid {
	g := grid{col: col, cols: max(1, min(f.Columns, n))}
	g.width, g.height = b.size()
	if rows := (n + g.cols - 1) / g.cols; rows > 1 || g.cols > 1 {
		g.width, g.height = max(g.width/float64(g.cols), leastPanel), max(g.height/float64(rows), leastPanel*0.7)
	}
	g.across = int(math.Ceil(g.width * pixelsPerMM / columnPixels))
	g.down = int(math.Ceil(g.height * pixelsPerMM / rowPixels))
	return g
}

// at returns the cell of the i-th chart.
func (g grid) at(i int) string { return cell(g.col+i%g.cols*g.across, firstTable+i/g.cols*g.down) }

// below returns how many rows of the sheet n charts take.
func (g grid) below(n int) int {
	return int(math.Ceil(float64((n+g.cols-1)/g.cols*g.down) * lyingStretch))
}

// end returns the column right of all charts.
func (g grid) end() int { return g.col + g.cols*g.across + 1 }

// place puts the charts of a figure to the right of its tables; a panel without a
// chart and without a table is a picture.
func (b *book) place(f *chart.Figure, sheet string, g grid, panels []drawn) error {
	pictured := false
	for i, d := range panels {
		switch {
		case d.plan != nil:
			h := g.height
			if d.plan.lying {
				h *= lyingStretch
			}
			if err := b.chart(f, d, sheet, g.at(i), g.width, h); err != nil {
				return err
			}
		case (d.picture || len(d.table.columns) == 0) && !pictured:
			pictured = true
			if err := b.picture(f, sheet, g.col); err != nil {
				return err
			}
		}
	}
	return nil
}

// lyingStretch is how much higher a native chart with rows is than its picture: its
// title and legend take more room, and names must not be left out.
const lyingStretch = 1.2

// leastPanel is the least width of one of several panels in millimetres.
const leastPanel = 75

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
