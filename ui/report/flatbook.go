package report

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Workbook writes f as a sheet of a workbook. Numbers are numbers there, shown with
// the decimals that they are written with; the header stays in view.
func (f Flat) Workbook(w io.Writer, sheet string) (err error) {
	b := &flatBook{file: excelize.NewFile(), formats: map[int]int{}}
	defer func() { err = errors.Join(err, b.file.Close()) }()
	if err := b.fill(f, sheet); err != nil {
		return fmt.Errorf("report: write workbook: %w", err)
	}
	if err := b.file.Write(w); err != nil {
		return fmt.Errorf("report: write workbook: %w", err)
	}
	return nil
}

// A flatBook is a workbook that is being written.
type flatBook struct {
	file    *excelize.File
	formats map[int]int // styles by decimals
}

// Bounds of the width of a column, in characters.
const (
	leastFlatWidth = 9
	mostFlatWidth  = 42
	flatSample     = 200 // rows looked at to find the width of a column
)

// fill writes the sheet.
func (b *flatBook) fill(f Flat, sheet string) error {
	name := sheetName(sheet)
	if err := b.file.SetSheetName("Sheet1", name); err != nil {
		return err
	}
	out, err := b.file.NewStreamWriter(name)
	if err != nil {
		return err
	}
	for i := range f.Columns {
		if err := out.SetColWidth(i+1, i+1, f.width(i)); err != nil {
			return err
		}
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	bold, err := b.file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return err
	}
	head := make([]any, len(f.Columns))
	for i, c := range f.Columns {
		head[i] = excelize.Cell{StyleID: bold, Value: c.Title}
	}
	if err := out.SetRow("A1", head); err != nil {
		return err
	}
	for i, r := range f.Rows {
		if err := b.row(out, f.Columns, i+2, r); err != nil {
			return err
		}
	}
	return out.Flush()
}

// row writes a row of the sheet.
func (b *flatBook) row(out *excelize.StreamWriter, columns []FlatColumn, at int, fields []string) error {
	cells := make([]any, len(fields))
	for i, s := range fields {
		cells[i] = s
		v, err := strconv.ParseFloat(s, 64)
		if err != nil || !columns[i].Number {
			continue
		}
		style, err := b.format(s)
		if err != nil {
			return err
		}
		cells[i] = excelize.Cell{StyleID: style, Value: v}
	}
	return out.SetRow("A"+strconv.Itoa(at), cells)
}

// format returns the style that shows a number with the decimals it has.
func (b *flatBook) format(number string) (int, error) {
	_, decimals, _ := strings.Cut(number, ".")
	n := len(decimals)
	if id, ok := b.formats[n]; ok {
		return id, nil
	}
	code := "0"
	if n > 0 {
		code += "." + strings.Repeat("0", n)
	}
	id, err := b.file.NewStyle(&excelize.Style{CustomNumFmt: &code})
	if err == nil {
		b.formats[n] = id
	}
	return id, err
}

// width returns the width of a column; a Han character is as wide as two letters.
func (f Flat) width(col int) float64 {
	w := letters(f.Columns[col].Title)
	for _, r := range f.Rows[:min(len(f.Rows), flatSample)] {
		w = max(w, letters(r[col]))
	}
	return float64(min(max(w+2, leastFlatWidth), mostFlatWidth))
}

// letters returns the width of a text in letters.
func letters(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r > 0x2E80 {
			n++
		}
	}
	return n
}

// mostSheetName is the greatest length that Excel takes for the name of a sheet.
const mostSheetName = 31

// sheetName returns a name that Excel takes.
func sheetName(s string) string {
	s = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]'`, r) || r < ' ' {
			return ' '
		}
		return r
	}, s)
	runes := []rune(strings.TrimSpace(s))
	if len(runes) == 0 {
		return "1"
	}
	return string(runes[:min(len(runes), mostSheetName)])
}
