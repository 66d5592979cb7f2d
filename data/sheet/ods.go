package sheet

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strconv"
	"strings"

	"yunxing/data"
)

// readODS reads an OpenDocument workbook.
func readODS(ctx context.Context, name string, a *archive) ([]*data.Grid, error) {
	r := newODSReader(ctx, name)
	a.left = maxODS
	if err := refuseEncrypted(a); err != nil {
		return nil, err
	}
	for _, part := range []string{"styles.xml", "content.xml"} {
		in, err := a.open(part)
		if errors.Is(err, errNoPart) && part == "styles.xml" {
			continue
		}
		if err != nil {
			return nil, damaged(name, err)
		}
		err = r.read(in)
		in.Close()
		if err != nil {
			return nil, err
		}
	}
	return r.grids, nil
}

// refuseEncrypted returns an error if a needs a password.
func refuseEncrypted(a *archive) error {
	manifest, err := a.read("META-INF/manifest.xml")
	switch {
	case errors.Is(err, errNoPart):
		return nil
	case err != nil:
		return err
	case bytes.Contains(manifest, []byte("encryption-data")):
		return &Error{Password, a.name, "it is encrypted; open it with its password and save it without", nil}
	}
	return nil
}

// readFlatODS reads an OpenDocument workbook in one XML file.
func readFlatODS(ctx context.Context, name string, b []byte) ([]*data.Grid, error) {
	r := newODSReader(ctx, name)
	if err := r.read(strings.NewReader(decodeMarkup(b, ""))); err != nil {
		return nil, err
	}
	return r.grids, nil
}

// An odsReader reads the elements of an OpenDocument workbook.
type odsReader struct {
	budget
	odsStyles
	ctx   context.Context
	grids []*data.Grid

	fill     *filler
	row, col int     // of the next row and cell
	rowTag   element // the open row
	columns  []mlSpan
	columnAt int
	used     bool // the open row has a value
	hidden   []data.CellRange
	cell     element // the open cell
	inCell   bool
	lines    []string
	line     strings.Builder
	inLine   int // open paragraphs
}

// newODSReader returns a reader.
func newODSReader(ctx context.Context, name string) *odsReader {
	return &odsReader{ctx: ctx, budget: budget{name: name}, odsStyles: newODSStyles()}
}

// read reads one part of the file.
func (r *odsReader) read(in io.Reader) error {
	err := walk(in, r.start, r.end, r.text)
	switch {
	case err == nil:
		return nil
	case r.ctx.Err() != nil:
		return r.ctx.Err()
	case errors.As(err, new(*Error)):
		return err
	}
	return damaged(r.name, err)
}

// start reads a start tag.
func (r *odsReader) start(e element) error {
	switch e.local {
	case "annotation", "tracked-changes", "forms", "shapes", "dde-links", "content-validations", "named-expressions", "database-ranges", "frame", "custom-shape", "scripts", "calculation-settings":
		return errSkip
	case "table":
		return r.startTable(e)
	case "table-column":
		n := max(e.number("number-columns-repeated", 1), 1)
		if len(r.columns) < maxCols {
			r.columns = append(r.columns, mlSpan{r.columnAt, r.columnAt + n - 1, e.get("default-cell-style-name")})
		}
		r.columnAt = min(r.columnAt+n, maxCols)
	case "table-row":
		r.rowTag, r.col, r.used = e, 0, false
		return r.ctx.Err()
	case "table-cell", "covered-table-cell":
		r.cell, r.inCell = e, true
		r.lines = nil
	case "p", "h":
		if r.inCell {
			r.inLine++
		}
	case "s":
		return r.add(strings.Repeat(" ", min(max(e.number("c", 1), 1), 1000)))
	case "tab":
		return r.add("\t")
	case "line-break":
		return r.add("\n")
	default:
		r.startStyle(e)
		return r.take(1, 0)
	}
	return nil
}

// end reads an end tag.
func (r *odsReader) end(local string) error {
	switch local {
	case "p", "h":
		if r.inLine > 0 {
			r.inLine--
			r.lines = append(r.lines, r.line.String())
			r.line.Reset()
		}
	case "table-cell", "covered-table-cell":
		return r.endCell(local)
	case "table-row":
		return r.endRow()
	case "table":
		r.endTable()
	default:
		r.endStyle(local)
	}
	return nil
}

// text reads text.
func (r *odsReader) text(b []byte) error {
	return r.add(string(b))
}

// add adds text to the open line.
func (r *odsReader) add(s string) error {
	if r.inLine == 0 {
		return nil
	}
	if strings.HasPrefix(r.spanPosition(), "super") {
		s = raised(s)
	} else if strings.HasPrefix(r.spanPosition(), "sub") {
		s = lowered(s)
	}
	r.line.WriteString(s)
	return r.take(0, len(s))
}

// startTable begins a sheet. A table inside of a cell is no sheet.
func (r *odsReader) startTable(e element) error {
	if r.inCell || r.fill != nil {
		return errSkip
	}
	g := &data.Grid{File: r.name, Sheet: e.get("name"), HiddenRows: map[int]bool{}, Hidden: r.hides[e.get("style-name")]}
	r.grids = append(r.grids, g)
	r.fill = newFiller(&r.budget, g)
	r.row, r.columns, r.columnAt, r.hidden = 0, nil, 0, nil
	return nil
}

// endTable ends a sheet, and marks those of its rows that are hidden.
func (r *odsReader) endTable() {
	if r.fill == nil {
		return
	}
	g := r.fill.grid
	for _, m := range r.hidden {
		for i := m.Top; i <= m.Bottom && i < g.Rows(); i++ {
			g.HiddenRows[i] = true
		}
	}
	r.fill = nil
}

// endRow ends a row, which may stand for several that are alike.
func (r *odsReader) endRow() error {
	if r.fill == nil {
		return nil
	}
	n := min(max(r.rowTag.number("number-rows-repeated", 1), 1), 2*maxRows)
	if v := r.rowTag.get("visibility"); v == "collapse" || v == "filter" {
		r.hidden = append(r.hidden, data.CellRange{Top: r.row, Bottom: r.row + n - 1})
		if err := r.take(1, 0); err != nil {
			return err
		}
	}
	if r.used {
		g := r.fill.grid
		row := make([]data.Cell, min(r.col, g.Cols()))
		for c := range row {
			row[c] = g.At(r.row, c)
		}
		for range n - 1 {
			if g.Rows() >= maxRows {
				return damaged(r.name, errOutside)
			}
			if err := r.take(len(row), 0); err != nil {
				return err
			}
			g.AddRow(row)
		}
	}
	r.row = min(r.row+n, 2*maxRows)
	return nil
}

// endCell ends a cell, which may stand for several that are alike. One that lies
// under a merged cell shows nothing.
func (r *odsReader) endCell(local string) error {
	if !r.inCell {
		return nil
	}
	r.inCell = false
	n := min(max(r.cell.number("number-columns-repeated", 1), 1), 2*maxCols)
	col := r.col
	r.col = min(r.col+n, 2*maxCols)
	if r.fill == nil || local == "covered-table-cell" {
		return nil
	}
	across, down := r.cell.number("number-columns-spanned", 1), r.cell.number("number-rows-spanned", 1)
	if across > 1 || down > 1 {
		if col >= maxCols || r.row >= maxRows {
			return damaged(r.name, errOutside)
		}
		if err := r.take(1, 0); err != nil {
			return err
		}
		r.fill.merge(data.CellRange{Top: r.row, Left: col, Bottom: min(r.row+max(down, 1), maxRows) - 1, Right: min(col+max(across, 1), maxCols) - 1})
	}
	c := r.value(col)
	if c.Kind == data.EmptyCell {
		return nil
	}
	r.used = true
	for i := range n {
		if err := r.fill.set(r.row, col+i, c); err != nil {
			return err
		}
	}
	r.col = col + n
	return nil
}

// value returns the open cell, which stands in column col.
func (r *odsReader) value(col int) data.Cell {
	shown := strings.Join(r.lines, "\n")
	st := r.cellStyle(r.cell.get("style-name"), r.rowTag.get("default-cell-style-name"), r.columnStyle(col))
	c := textCell(shown)
	switch kind := r.cell.get("value-type"); kind {
	case "float", "percentage", "currency":
		if v := r.cell.get("value"); isNumber(v) {
			c.Text = v
			f := st.format
			f.percent = kind == "percentage"
			f.date = false
			setNumber(&c, f, false)
		}
		if shown != "" && strings.HasPrefix(shown, "#") || strings.HasPrefix(shown, "Err:") {
			c = textCell(shown)
			c.Kind = data.ErrorCell
		}
	case "date":
		if c = dateCell(r.cell.get("date-value")); c.Kind != data.DateCell {
			c = textCell(shown)
		}
	case "boolean":
		c = data.Cell{Text: map[bool]string{true: "1", false: "0"}[r.cell.get("boolean-value") == "true"], Kind: data.BoolCell, Digits: -1}
	case "string":
		if s := r.cell.get("string-value"); shown == "" {
			c = textCell(s)
		}
	}
	c.Indent, c.Bold = st.indent, st.bold
	return c
}

// columnStyle returns the name of the style of a column.
func (r *odsReader) columnStyle(col int) string {
	for _, s := range r.columns {
		if col >= s.from && col <= s.to {
			return s.style
		}
	}
	return ""
}

// isNumber reports whether s is a decimal number.
func isNumber(s string) bool {
	_, err := strconv.ParseFloat(s, 64)
	return err == nil
}
