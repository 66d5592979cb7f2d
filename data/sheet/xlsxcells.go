package sheet

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"

	"yunxing/data"
)

// sheet reads the sheet in a part into g.
func (r *xlsxReader) sheet(g *data.Grid, part string) error {
	c := &xlsxCells{xlsxReader: r, grid: g, row: -1}
	err := r.scan(part, c.read)
	if errors.Is(err, errNoPart) {
		return damaged(r.budget.name, err)
	}
	return err
}

// xlsxCells reads the cells of one sheet. The texts of a row's numbers are kept in
// one string for the row.
type xlsxCells struct {
	*xlsxReader
	grid   *data.Grid
	scan   *xmlScanner
	row    int // of the open row, or the last one
	cells  []data.Cell
	next   int // column of the next cell
	digits []byte
	parts  []digitsOf
}

// digitsOf says which digits belong to a column.
type digitsOf struct{ col, from, to int }

// read reads the part.
func (c *xlsxCells) read(s *xmlScanner) error {
	c.scan = s
	for {
		err := s.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch {
		case s.kind == scanStart:
			err = c.start()
		case s.kind == scanEnd && string(s.name) == "row":
			err = c.endRow()
		}
		if err != nil {
			return err
		}
	}
}

// start reads a start tag outside of cells.
func (c *xlsxCells) start() error {
	switch string(c.scan.name) {
	case "row":
		return c.startRow()
	case "c":
		return c.cell()
	case "mergeCell":
		c.merge(c.scan.attr("ref"))
		return c.budget.take(1, 0)
	}
	return nil
}

// startRow begins a row.
func (c *xlsxCells) startRow() error {
	row, hidden := c.row+1, false
	for rest := c.scan.attrs; ; {
		key, value, more, ok := nextAttr(rest)
		if !ok {
			break
		}
		switch string(key) {
		case "r":
			row = digitsValue(value) - 1
		case "hidden":
			hidden = isTrue(string(value))
		}
		rest = more
	}
	if row < 0 || row >= maxRows {
		return errOutside
	}
	if row%256 == 0 && c.ctx.Err() != nil {
		return c.ctx.Err()
	}
	if hidden {
		c.grid.HiddenRows[row] = true
	}
	c.row, c.next = row, 0
	c.cells, c.digits, c.parts = c.cells[:0], c.digits[:0], c.parts[:0]
	return c.budget.take(1, 0)
}

// endRow puts the open row into the grid.
func (c *xlsxCells) endRow() error {
	if len(c.cells) == 0 {
		return nil
	}
	all := string(c.digits)
	for _, p := range c.parts {
		c.cells[p.col].Text = all[p.from:p.to]
	}
	gap := max(c.row-c.grid.Rows(), 0)
	if err := c.budget.take(len(c.cells)+gap, len(all)); err != nil {
		return err
	}
	if c.row < c.grid.Rows() { // rows out of order
		for col, cell := range c.cells {
			if cell.Kind != data.EmptyCell {
				c.grid.Set(c.row, col, cell)
			}
		}
	} else {
		for range gap {
			c.grid.AddRow(nil)
		}
		c.grid.AddRow(c.cells)
	}
	c.cells = c.cells[:0]
	return nil
}

// cell reads the cell whose start was met last.
func (c *xlsxCells) cell() error {
	col, kind, style := c.next, byte('n'), -1
	for rest := c.scan.attrs; ; {
		key, value, more, ok := nextAttr(rest)
		if !ok {
			break
		}
		switch string(key) {
		case "r":
			if col = columnOf(value); col < 0 {
				return errOutside
			}
		case "s":
			style = digitsValue(value)
		case "t":
			kind = cellType(value)
		}
		rest = more
	}
	if col >= maxCols {
		return errOutside
	}
	c.next = col + 1
	st := xlsxStyle{format: general()}
	if style >= 0 && style < len(c.styles) {
		st = c.styles[style]
	}
	return c.content(col, kind, st)
}

// cellType returns one letter for a type of cells: s shared text, t text, b, e, n,
// d date.
func cellType(t []byte) byte {
	switch string(t) {
	case "str", "inlineStr":
		return 't'
	case "s", "b", "e", "n", "d":
		return t[0]
	}
	return 'n'
}

// content reads what stands in the cell.
func (c *xlsxCells) content(col int, kind byte, st xlsxStyle) error {
	s := c.scan
	for depth := s.depth - 1; s.depth > depth; {
		if err := s.next(); err != nil {
			return err
		}
		if s.kind != scanStart {
			continue
		}
		switch string(s.name) {
		case "v":
			if err := c.value(col, kind, st); err != nil {
				return err
			}
		case "is":
			text, err := richText(s)
			if err != nil {
				return err
			}
			if err := c.budget.take(0, len(text)); err != nil {
				return err
			}
			c.put(col, textCell(text), st)
		default:
			if err := s.skip(); err != nil {
				return err
			}
		}
	}
	return nil
}

// longShared is the length from which on a text counts anew wherever it is used, so
// that a small file cannot fill a sheet with large texts.
const longShared = 1024

// value reads the v element of a cell.
func (c *xlsxCells) value(col int, kind byte, st xlsxStyle) error {
	s := c.scan
	from := len(c.digits)
	for depth := s.depth - 1; s.depth > depth; {
		if err := s.next(); err != nil {
			return err
		}
		if s.kind == scanText {
			c.digits = append(c.digits, s.text...)
		}
	}
	raw := c.digits[from:]
	if kind == 'n' {
		raw = bytes.TrimSpace(raw)
	}
	if len(raw) == 0 {
		return nil
	}
	cell := data.Cell{Digits: -1, Kind: data.TextCell}
	switch kind {
	case 's':
		i := digitsValue(raw)
		if i < 0 || i >= len(c.strings) {
			return errXML // the text is not in the file
		}
		c.digits = c.digits[:from]
		c.put(col, textCell(c.strings[i]), st)
		if n := len(c.strings[i]); n > longShared {
			return c.budget.take(0, n)
		}
		return nil
	case 't':
		cell.Text = unescapeUnits(string(raw))
		c.digits = c.digits[:from]
		c.put(col, cell, st)
		return c.budget.take(0, len(cell.Text))
	case 'd':
		c.put(col, dateCell(string(raw)), st)
		c.digits = c.digits[:from]
		return nil
	case 'b':
		cell.Kind = data.BoolCell
	case 'e':
		cell.Kind = data.ErrorCell
	default:
		if v, err := strconv.ParseFloat(string(raw), 64); err == nil {
			setValue(&cell, v, st.format, c.date1904)
		}
	}
	c.put(col, cell, st)
	c.parts = append(c.parts, digitsOf{col, from, from + len(raw)})
	return nil
}

// put puts a cell into the open row.
func (c *xlsxCells) put(col int, cell data.Cell, st xlsxStyle) {
	for len(c.cells) <= col {
		c.cells = append(c.cells, data.Cell{Digits: -1})
	}
	cell.Indent, cell.Bold = st.indent, st.bold
	c.cells[col] = cell
}

// merge notes a merged range such as A1:C2; a damaged one is left out.
func (c *xlsxCells) merge(ref string) {
	first, last, ok := strings.Cut(ref, ":")
	if !ok {
		return
	}
	a, b := []byte(first), []byte(last)
	m := data.CellRange{Top: rowOf(a), Left: columnOf(a), Bottom: rowOf(b), Right: columnOf(b)}
	if m.Top < 0 || m.Left < 0 || m.Bottom < m.Top || m.Right < m.Left || m.Bottom >= maxRows || m.Right >= maxCols {
		return
	}
	c.grid.Merged = append(c.grid.Merged, m)
}

// columnOf returns the column of a cell's name, counted from 0, -1 without one.
func columnOf(ref []byte) int {
	n := 0
	for _, b := range ref {
		b &^= 0x20
		if b < 'A' || b > 'Z' || n > maxCols {
			break
		}
		n = n*26 + int(b-'A') + 1
	}
	return n - 1
}

// rowOf returns the row of a cell's name, counted from 0, -1 without one.
func rowOf(ref []byte) int {
	i := 0
	for i < len(ref) && (ref[i]|0x20 >= 'a' && ref[i]|0x20 <= 'z' || ref[i] == '$') {
		i++
	}
	return digitsValue(ref[i:]) - 1
}

// digitsValue returns the number that b spells, -1 if it spells none that a sheet
// can have.
func digitsValue(b []byte) int {
	n := 0
	for _, d := range b {
		if d < '0' || d > '9' || n > 1<<30 {
			return -1
		}
		n = n*10 + int(d-'0')
	}
	if len(b) == 0 {
		return -1
	}
	return n
}
