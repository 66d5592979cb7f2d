package sheet

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"yunxing/data"
)

// readXLSX reads a workbook of Excel 2007 and later: stored values, never the
// formatted ones, which lose digits.
func readXLSX(ctx context.Context, name string, b []byte) (grids []*data.Grid, err error) {
	defer func() {
		// The library does not expect parts that contradict each other.
		if v := recover(); v != nil {
			grids, err = nil, &Error{Truncated, name, "it is damaged; fetch it again", fmt.Errorf("sheet: %v", v)}
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(b), excelize.Options{RawCellValue: true, UnzipSizeLimit: maxUnzip, UnzipXMLSizeLimit: maxUnzip})
	if err != nil {
		return nil, xlsxError(name, err)
	}
	defer f.Close()
	r := &xlsxReader{file: f, name: name, formats: map[int]xlsxStyle{}}
	if props, err := f.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		r.date1904 = *props.Date1904
	}
	for _, sheet := range f.GetSheetList() {
		g, err := r.sheet(ctx, sheet)
		if err != nil {
			return nil, err
		}
		grids = append(grids, g)
	}
	return grids, nil
}

// xlsxError turns an error of the library into one that says what to do.
func xlsxError(name string, err error) error {
	switch {
	case errors.Is(err, excelize.ErrWorkbookPassword), errors.Is(err, excelize.ErrWorkbookFileFormat):
		return &Error{Password, name, "it is encrypted; open it with its password and save it without", err}
	case strings.Contains(err.Error(), "unzip size exceeds"):
		return &Error{TooLarge, name, "it unpacks to more than a workbook should; split it", err}
	}
	return &Error{Truncated, name, "it is cut off or damaged; fetch it again", err}
}

// An xlsxStyle is what a cell style says that matters here.
type xlsxStyle struct {
	format
	indent int8
	bold   bool
}

// An xlsxReader reads the sheets of one workbook.
type xlsxReader struct {
	file     *excelize.File
	name     string
	date1904 bool
	cells    int
	formats  map[int]xlsxStyle
}

// sheet reads one sheet. One without rows, such as a chart sheet, is empty.
func (r *xlsxReader) sheet(ctx context.Context, sheet string) (*data.Grid, error) {
	g := &data.Grid{File: r.name, Sheet: sheet, HiddenRows: map[int]bool{}}
	if visible, err := r.file.GetSheetVisible(sheet); err == nil {
		g.Hidden = !visible
	}
	rows, err := r.file.Rows(sheet)
	if err != nil {
		if errors.As(err, new(excelize.ErrSheetNotExist)) || strings.Contains(err.Error(), "not a worksheet") {
			return g, nil
		}
		return nil, xlsxError(r.name, err)
	}
	defer rows.Close()
	for row := 0; rows.Next(); row++ {
		if row%256 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err := r.row(g, rows, row); err != nil {
			return nil, err
		}
	}
	if err := rows.Error(); err != nil {
		return nil, xlsxError(r.name, err)
	}
	r.merges(g)
	return g, nil
}

// row appends the next row to g.
func (r *xlsxReader) row(g *data.Grid, rows *excelize.Rows, row int) error {
	if rows.GetRowOpts().Hidden {
		g.HiddenRows[row] = true
	}
	texts, err := rows.Columns()
	if err != nil {
		return xlsxError(r.name, err)
	}
	if r.cells += len(texts) + 1; r.cells > maxCells {
		return &Error{TooLarge, r.name, "it has more than eight million cells; split it", nil}
	}
	for col, text := range texts {
		if text == "" {
			continue
		}
		c, err := r.cell(g.Sheet, data.CellName(row, col), text)
		if err != nil {
			return err
		}
		g.Set(row, col, c)
	}
	return nil
}

// cell returns the cell with the stored text.
func (r *xlsxReader) cell(sheet, at, text string) (data.Cell, error) {
	kind, err := r.file.GetCellType(sheet, at)
	if err != nil {
		return data.Cell{}, xlsxError(r.name, err)
	}
	id, err := r.file.GetCellStyle(sheet, at)
	if err != nil {
		return data.Cell{}, xlsxError(r.name, err)
	}
	st := r.style(id)
	c := data.Cell{Text: text, Kind: data.TextCell, Digits: -1, Indent: st.indent, Bold: st.bold}
	switch kind {
	case excelize.CellTypeBool:
		c.Kind = data.BoolCell
	case excelize.CellTypeError:
		c.Kind = data.ErrorCell
	case excelize.CellTypeUnset, excelize.CellTypeNumber, excelize.CellTypeDate, excelize.CellTypeFormula:
		setNumber(&c, st.format, r.date1904)
	}
	return c, nil
}

// setNumber makes c a number or a date if its text is one.
func setNumber(c *data.Cell, f format, date1904 bool) {
	v, err := strconv.ParseFloat(c.Text, 64)
	if err != nil {
		return
	}
	c.Kind, c.Value, c.Digits, c.Percent = data.NumberCell, v, f.digits, f.percent
	if f.date {
		c.Kind = data.DateCell
		if date1904 {
			c.Value += 1462
		}
		if c.Time().IsZero() {
			c.Kind, c.Value = data.NumberCell, v
		}
	}
}

// style returns the style with an id, each asked for once.
func (r *xlsxReader) style(id int) xlsxStyle {
	if st, ok := r.formats[id]; ok {
		return st
	}
	st := xlsxStyle{format: general()}
	if s, err := r.file.GetStyle(id); err == nil && s != nil {
		st.format = builtin(s.NumFmt)
		if s.CustomNumFmt != nil {
			st.format = parseFormat(*s.CustomNumFmt)
		}
		if s.Alignment != nil {
			st.indent = int8(min(s.Alignment.Indent, 100))
		}
		st.bold = s.Font != nil && s.Font.Bold
	}
	r.formats[id] = st
	return st
}

// merges notes the merged ranges of g; a damaged one is left out.
func (r *xlsxReader) merges(g *data.Grid) {
	merged, err := r.file.GetMergeCells(g.Sheet, true)
	if err != nil {
		return
	}
	for _, m := range merged {
		left, top, err := excelize.CellNameToCoordinates(m.GetStartAxis())
		if err != nil {
			continue
		}
		right, bottom, err := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err != nil {
			continue
		}
		g.Merged = append(g.Merged, data.CellRange{Top: top - 1, Left: left - 1, Bottom: bottom - 1, Right: right - 1})
	}
}
