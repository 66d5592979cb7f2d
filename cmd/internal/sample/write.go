package main

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// look is what distinguishes the styles of a workbook.
type look struct {
	role role
	// decimals is the number of decimals a figure is shown with, -1 for text.
	decimals int
}

// writer puts grids into a workbook.
type writer struct {
	file   *excelize.File
	styles map[look]int
}

// open makes the sheet that is to be written next; a new workbook has one.
func (w *writer) open(i int, name string) error {
	if i == 0 {
		return w.file.SetSheetName(w.file.GetSheetName(0), name)
	}
	_, err := w.file.NewSheet(name)
	return err
}

// write puts one grid into the sheet of that name.
func (w *writer) write(sheet string, g *grid) error {
	for r, row := range g.rows {
		for c, content := range row {
			if content.role == roleNone {
				continue
			}
			if err := w.cell(sheet, c+1, r+1, content); err != nil {
				return err
			}
		}
	}
	for _, m := range g.merges {
		if err := w.merge(sheet, m); err != nil {
			return err
		}
	}
	return w.dress(sheet, g)
}

// cell writes one cell: a figure as a number with the format of its decimals, a
// figure with a footnote mark and everything else as text, a gap as nothing.
func (w *writer) cell(sheet string, col, row int, c cell) error {
	name, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		return err
	}
	decimals := -1
	if c.role == roleValue {
		if value, d, ok := number(c.text); ok {
			decimals = d
			if err := w.file.SetCellFloat(sheet, name, value, -1, 64); err != nil {
				return err
			}
		}
	}
	if decimals < 0 && c.text != "" {
		if err := w.file.SetCellStr(sheet, name, c.text); err != nil {
			return err
		}
	}
	style, err := w.style(look{c.role, decimals})
	if err != nil {
		return err
	}
	return w.file.SetCellStyle(sheet, name, name, style)
}

// merge joins the cells of one range.
func (w *writer) merge(sheet string, s span) error {
	first, err := excelize.CoordinatesToCellName(s.col+1, s.row+1)
	if err != nil {
		return err
	}
	last, err := excelize.CoordinatesToCellName(s.lastCol+1, s.lastRow+1)
	if err != nil {
		return err
	}
	return w.file.MergeCell(sheet, first, last)
}

// dress sets widths and heights, the frozen head and the page.
func (w *writer) dress(sheet string, g *grid) error {
	widths := g.widths()
	for i, width := range widths {
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := w.file.SetColWidth(sheet, name, name, width); err != nil {
			return err
		}
	}
	for row := range g.headRows {
		height := g.height(row, widths)
		if row == 0 {
			height = titleHeight
		}
		if err := w.file.SetRowHeight(sheet, row+1, height); err != nil {
			return err
		}
	}
	corner, err := excelize.CoordinatesToCellName(g.stubCols+1, g.headRows+1)
	if err != nil {
		return err
	}
	if err := w.file.SetPanes(sheet, &excelize.Panes{
		Freeze: true, XSplit: g.stubCols, YSplit: g.headRows, TopLeftCell: corner, ActivePane: "bottomRight",
	}); err != nil {
		return err
	}
	return w.page(sheet, len(widths))
}

// titleHeight is the height of the title row in points.
const titleHeight = 24

// page sets the paper: a sheet that fits is printed on one page in width.
func (w *writer) page(sheet string, columns int) error {
	orientation, a4, once, asLong := "landscape", 9, 1, 0
	if columns <= titleColumns/2 {
		orientation = "portrait"
	}
	options := &excelize.PageLayoutOptions{Orientation: &orientation, Size: &a4}
	if columns <= titleColumns {
		fit := true
		if err := w.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
			return err
		}
		options.FitToWidth, options.FitToHeight = &once, &asLong
	}
	return w.file.SetPageLayout(sheet, options)
}

// style returns the number of the style for l, made at its first use.
func (w *writer) style(l look) (int, error) {
	if id, ok := w.styles[l]; ok {
		return id, nil
	}
	id, err := w.file.NewStyle(l.style())
	if err != nil {
		return 0, err
	}
	w.styles[l] = id
	return id, nil
}

// style describes the look to the workbook.
func (l look) style() *excelize.Style {
	s := &excelize.Style{
		Font:      &excelize.Font{Family: "宋体", Size: 10},
		Alignment: &excelize.Alignment{Vertical: "center"},
	}
	switch l.role {
	case roleTitle:
		s.Font.Size, s.Font.Bold = 14, true
		s.Alignment.Horizontal = "center"
	case roleUnit:
		s.Alignment.Horizontal = "right"
	case roleHead:
		s.Alignment.Horizontal, s.Alignment.WrapText = "center", true
		s.Border = box()
	case roleStub:
		s.Border = box()
	case roleValue:
		s.Alignment.Horizontal = "right"
		s.Border = box()
	}
	if l.decimals >= 0 {
		format := "0"
		if l.decimals > 0 {
			format += "." + strings.Repeat("0", l.decimals)
		}
		s.CustomNumFmt = &format
	}
	return s
}

// box is the thin border of headings and body.
func box() []excelize.Border {
	var out []excelize.Border
	for _, side := range []string{"left", "top", "right", "bottom"} {
		out = append(out, excelize.Border{Type: side, Color: "808080", Style: 1})
	}
	return out
}
