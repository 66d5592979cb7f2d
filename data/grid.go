package data

import (
	"strconv"
	"time"
)

// A CellKind says what a cell of a workbook holds.
type CellKind uint8

// Kinds of cell. A number that the workbook stores as text is a TextCell.
const (
	EmptyCell CellKind = iota
	TextCell
	NumberCell
	DateCell
	BoolCell
	ErrorCell
)

// String returns the name of k in lower case.
func (k CellKind) String() string {
	return name(k, "empty", "text", "number", "date", "bool", "error")
}

// A Cell is one cell of a sheet as its file stores it. Text is the stored text,
// which for a number is the stored digits and not what a screen would show. Value
// is that of a number, the serial day of a date (counted from 1899-12-30), or 0.
type Cell struct {
	Text    string
	Value   float64
	Kind    CellKind
	Digits  int8 // decimals that the number format fixes; -1 where it fixes none
	Indent  int8
	Bold    bool
	Percent bool // a number that is shown multiplied by 100
}

// Time returns the day of a date cell at midnight UTC, and the zero time for any
// other cell or a serial that is no date.
func (c Cell) Time() time.Time {
	if c.Kind != DateCell || c.Value < 1 || c.Value > 2958465 {
		return time.Time{}
	}
	return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(c.Value))
}

// Display returns the text that a page shows for c: a number with the decimals its
// format fixes, a date as 2013-10-18, else the stored text.
func (c Cell) Display() string {
	switch {
	case c.Kind == DateCell && !c.Time().IsZero():
		return c.Time().Format(time.DateOnly)
	case c.Kind == NumberCell && c.Percent && c.Digits >= 0:
		return HalfAway.Format(c.Value*100, int(c.Digits)) + "%"
	case c.Kind == NumberCell && c.Digits >= 0:
		return HalfAway.Format(c.Value, int(c.Digits))
	}
	return c.Text
}

// A CellRange is a rectangle of cells; all four bounds count from 0 and belong to
// it.
type CellRange struct {
	Top, Left, Bottom, Right int
}

// Contains reports whether the cell at row and col lies in r.
func (r CellRange) Contains(row, col int) bool {
	return row >= r.Top && row <= r.Bottom && col >= r.Left && col <= r.Right
}

// A Grid is one sheet of a workbook, or one text file, as it is. Rows and columns
// count from 0. A merged range keeps its value in its top left cell; the others
// are empty.
type Grid struct {
	File       string // base name
	Sheet      string // "" for a text file
	Hidden     bool
	Merged     []CellRange
	HiddenRows map[int]bool
	// Origins says of the rows of a web page in which table they stand: a sheet
	// name such as table1 and the row in it. A row without one counts by itself.
	Origins map[int]Origin

	rows  [][]kept
	texts keptTexts
	cols  int
}

// An Origin is a row of a table that was put into a grid with others.
type Origin struct {
	Sheet string
	Row   int // counted from 0
}

// Set puts c at row and col, growing the grid. An empty cell grows nothing.
func (g *Grid) Set(row, col int, c Cell) {
	if row < 0 || col < 0 || c.Kind == EmptyCell && (row >= len(g.rows) || col >= len(g.rows[row])) {
		return
	}
	for len(g.rows) <= row {
		g.rows = append(g.rows, nil)
	}
	for len(g.rows[row]) <= col {
		g.rows[row] = append(g.rows[row], g.texts.keep(Cell{Digits: -1}))
	}
	g.rows[row][col] = g.texts.keep(c)
	g.cols = max(g.cols, col+1)
}

// AddRow appends a row of cells. The grid keeps nothing of cells itself.
func (g *Grid) AddRow(cells []Cell) {
	var row []kept
	if len(cells) > 0 {
		row = make([]kept, len(cells))
	}
	for i, c := range cells {
		row[i] = g.texts.keep(c)
	}
	g.rows = append(g.rows, row)
	g.cols = max(g.cols, len(cells))
}

// At returns the cell at row and col, an empty one outside the grid.
func (g *Grid) At(row, col int) Cell {
	if row < 0 || row >= len(g.rows) || col < 0 || col >= len(g.rows[row]) {
		return Cell{Digits: -1}
	}
	return g.texts.cell(g.rows[row][col])
}

// Rows returns the number of rows up to the last one that was set.
func (g *Grid) Rows() int { return len(g.rows) }

// Cols returns the number of columns of the widest row.
func (g *Grid) Cols() int { return g.cols }

// MergedAt returns the merged range that row and col lie in, and false if they lie
// in none.
func (g *Grid) MergedAt(row, col int) (CellRange, bool) {
	for _, m := range g.Merged {
		if m.Contains(row, col) {
			return m, true
		}
	}
	return CellRange{}, false
}

// Source returns the place of a cell for observations and problems: in the table
// that it comes from where the grid holds several.
func (g *Grid) Source(row, col int) Source {
	if o, ok := g.Origins[row]; ok {
		return Source{File: g.File, Sheet: o.Sheet, Cell: CellName(o.Row, col)}
	}
	return Source{File: g.File, Sheet: g.Sheet, Cell: CellName(row, col)}
}

// CellName returns the name of a cell, both counted from 0: (3, 1) is B4.
func CellName(row, col int) string {
	return ColumnName(col) + strconv.Itoa(row+1)
}

// ColumnName returns the letters of a column counted from 0: 0 is A, 26 is AA.
func ColumnName(col int) string {
	s := ""
	for col++; col > 0; col = (col - 1) / 26 {
		s = string(rune('A'+(col-1)%26)) + s
	}
	return s
}

// ParseCellName returns the row and column, counted from 0, of a cell that is named
// as B4, and false for any other text.
func ParseCellName(name string) (row, col int, ok bool) {
	i := 0
	for i < len(name) && name[i] >= 'A' && name[i] <= 'Z' && i < 6 {
		col = col*26 + int(name[i]-'A') + 1
		i++
	}
	n, err := strconv.Atoi(name[i:])
	if err != nil || i == 0 || n < 1 || name[i] == '+' || name[i] == '0' {
		return 0, 0, false
	}
	return n - 1, col - 1, true
}

// Find returns the row and column of what Source names, and false where g has no
// such row.
func (g *Grid) Find(s Source) (row, col int, ok bool) {
	row, col, ok = ParseCellName(s.Cell)
	if !ok || s.File != g.File {
		return 0, 0, false
	}
	for r, o := range g.Origins {
		if o.Sheet == s.Sheet && o.Row == row {
			return r, col, true
		}
	}
	if _, other := g.Origins[row]; other || s.Sheet != g.Sheet {
		return 0, 0, false
	}
	return row, col, true
}
