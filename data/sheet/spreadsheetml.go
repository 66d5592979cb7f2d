package sheet

import (
	"context"
	"errors"
	"strings"

	"yunxing/data"
)

// readSpreadsheetML reads an XML spreadsheet of 2003.
func readSpreadsheetML(ctx context.Context, name string, b []byte) ([]*data.Grid, error) {
	r := &mlReader{ctx: ctx, budget: budget{name: name}, styles: map[string]mlStyle{}}
	err := walk(strings.NewReader(tidyXML(decodeMarkup(b, ""))), r.start, r.end, r.text)
	switch {
	case err == nil:
		return r.grids, nil
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case errors.As(err, new(*Error)):
		return nil, err
	}
	return nil, damaged(name, err)
}

// An mlStyle is a style of an XML spreadsheet.
type mlStyle struct {
	xlsxStyle
	parent    string
	formatted bool
}

// A mlSpan is the style of columns.
type mlSpan struct {
	from, to int
	style    string
}

// An mlReader reads the elements of an XML spreadsheet.
type mlReader struct {
	budget
	ctx     context.Context
	grids   []*data.Grid
	styles  map[string]mlStyle
	styleID string // of the style that is being read

	fill      *filler
	row, col  int // of the next row and cell
	rowStyle  string
	columns   []mlSpan
	cell      element // the open cell
	kind      string  // the type of its value
	value     strings.Builder
	inData    bool
	inVisible bool
}

// start reads a start tag.
func (r *mlReader) start(e element) error {
	switch e.local {
	case "Style":
		r.styleID = e.get("ID")
		r.styles[r.styleID] = mlStyle{xlsxStyle: xlsxStyle{format: general()}, parent: e.get("Parent")}
		return r.take(4, 0)
	case "NumberFormat", "Alignment", "Font":
		r.style(e)
	case "Worksheet":
		r.worksheet(e)
	case "Column":
		r.column(e)
	case "Row":
		return r.startRow(e)
	case "Cell":
		r.startCell(e)
	case "Data":
		r.inData, r.kind = true, e.get("Type")
		r.value.Reset()
	case "Visible":
		r.inVisible = true
		r.value.Reset()
	case "Comment", "PhoneticText", "NamedRange", "DocumentProperties", "Names", "ConditionalFormatting":
		return errSkip
	}
	return nil
}

// end reads an end tag.
func (r *mlReader) end(local string) error {
	switch local {
	case "Data":
		r.inData = false
	case "Cell":
		return r.endCell()
	case "Row":
		r.row++
	case "Visible":
		if s := r.value.String(); r.fill != nil && strings.HasPrefix(s, "SheetHidden") || r.fill != nil && strings.HasPrefix(s, "SheetVeryHidden") {
			r.fill.grid.Hidden = true
		}
		r.inVisible = false
	}
	return nil
}

// text reads text.
func (r *mlReader) text(b []byte) error {
	if r.inData || r.inVisible {
		r.value.Write(b)
		return r.take(0, len(b))
	}
	return nil
}

// style reads a part of a style.
func (r *mlReader) style(e element) {
	s, ok := r.styles[r.styleID]
	if !ok {
		return
	}
	switch e.local {
	case "NumberFormat":
		if code := e.get("Format"); code != "" {
			s.format, s.formatted = parseFormat(namedFormat(code)), true
		}
	case "Alignment":
		s.indent = int8(min(e.number("Indent", 0), 100))
	case "Font":
		s.bold = e.get("Bold") == "1"
	}
	r.styles[r.styleID] = s
}

// worksheet begins a sheet.
func (r *mlReader) worksheet(e element) {
	g := &data.Grid{File: r.name, Sheet: e.get("Name"), HiddenRows: map[int]bool{}}
	r.grids = append(r.grids, g)
	r.fill = newFiller(&r.budget, g)
	r.row, r.columns = 0, nil
}

// column notes the style of columns.
func (r *mlReader) column(e element) {
	from := 0
	if n := len(r.columns); n > 0 {
		from = r.columns[n-1].to + 1
	}
	from = e.number("Index", from+1) - 1
	r.columns = append(r.columns, mlSpan{from, from + e.number("Span", 0), e.get("StyleID")})
}

// startRow begins a row, which may stand for several that are alike.
func (r *mlReader) startRow(e element) error {
	if r.ctx.Err() != nil {
		return r.ctx.Err()
	}
	r.row = e.number("Index", r.row+1) - 1
	r.col, r.rowStyle = 0, e.get("StyleID")
	if r.fill == nil || r.row < 0 || r.row >= maxRows {
		return damaged(r.name, errOutside)
	}
	last := min(r.row+e.number("Span", 0), maxRows-1)
	if e.get("Hidden") == "1" {
		if err := r.take(last-r.row+1, 0); err != nil {
			return err
		}
		for i := r.row; i <= last; i++ {
			r.fill.grid.HiddenRows[i] = true
		}
	}
	r.row = last
	return nil
}

// startCell begins a cell.
func (r *mlReader) startCell(e element) {
	r.cell, r.kind = e, ""
	r.value.Reset()
	r.col = e.number("Index", r.col+1) - 1
}

// endCell puts the open cell into the sheet.
func (r *mlReader) endCell() error {
	if r.fill == nil {
		return damaged(r.name, errOutside)
	}
	row, col := r.row, r.col
	across, down := r.cell.number("MergeAcross", 0), r.cell.number("MergeDown", 0)
	if col < 0 || across > maxCols || down > maxRows {
		return damaged(r.name, errOutside)
	}
	r.fill.merge(data.CellRange{Top: row, Left: col, Bottom: row + down, Right: col + across})
	r.col += across + 1
	c := mlCell(r.kind, r.value.String(), r.cellStyle(col))
	r.value.Reset()
	if c.Kind == data.EmptyCell {
		return r.take(1, 0)
	}
	return r.fill.set(row, col, c)
}

// mlCell returns the cell with a type, a stored value and a style.
func mlCell(kind, value string, st xlsxStyle) data.Cell {
	c := textCell(value)
	switch kind {
	case "Number":
		setNumber(&c, st.format, false)
	case "DateTime":
		c = dateCell(value)
	case "Boolean":
		c.Kind = data.BoolCell
	case "Error":
		c.Kind = data.ErrorCell
	}
	c.Indent, c.Bold = st.indent, st.bold
	if value == "" {
		c.Kind = data.EmptyCell
	}
	return c
}

// cellStyle returns the style of the open cell in column col: its own, or that of
// its row or column.
func (r *mlReader) cellStyle(col int) xlsxStyle {
	id := r.cell.get("StyleID")
	if id == "" {
		id = r.rowStyle
	}
	for i := 0; id == "" && i < len(r.columns); i++ {
		if s := r.columns[i]; col >= s.from && col <= s.to {
			id = s.style
		}
	}
	st, ok := r.styles[id]
	if !ok {
		return xlsxStyle{format: general()}
	}
	for parent, n := st.parent, 0; !st.formatted && parent != "" && n < 16; n++ {
		p := r.styles[parent]
		st.format, st.formatted, parent = p.format, p.formatted, p.parent
	}
	if !st.formatted {
		st.format = general()
	}
	return st.xlsxStyle
}

// namedFormat returns the code of a number format that the form calls by a name.
func namedFormat(code string) string {
	switch code {
	case "Fixed":
		return "0.00"
	case "Standard", "Currency", "Euro Currency":
		return "#,##0.00"
	case "Percent":
		return "0.00%"
	case "Scientific", "General Number", "Yes/No", "True/False", "On/Off":
		return "General"
	case "General Date", "Long Date", "Medium Date", "Short Date", "Long Time", "Medium Time", "Short Time":
		return "yyyy/m/d"
	}
	return code
}
