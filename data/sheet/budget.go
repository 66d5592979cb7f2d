package sheet

import "yunxing/data"

// Bounds of one sheet, those of Excel 2007 and later.
const (
	maxRows = 1 << 20
	maxCols = 1 << 14
)

// A budget counts what the sheets of one file take, so that a small file cannot
// claim more memory than the program should need.
type budget struct {
	name  string
	cells int // blank ones between others included
	text  int // bytes
}

// take counts cells and the bytes of their texts, and fails beyond the limits.
func (b *budget) take(cells, text int) error {
	b.cells += cells
	b.text += text
	if b.cells > maxCells || b.text > maxText {
		return tooLarge(b.name, nil)
	}
	return nil
}

// tooLarge returns the error of a file beyond the limits.
func tooLarge(name string, cause error) error {
	return &Error{TooLarge, name, "it holds more than eight million cells or more text than a table should; split it", cause}
}

// damaged returns the error of a file that contradicts its own form.
func damaged(name string, cause error) error {
	return &Error{Truncated, name, "it is cut off or damaged; fetch it again", cause}
}

// A filler puts cells into a grid within a budget.
type filler struct {
	*budget
	grid     *data.Grid
	row, col int // of the last cell
}

// newFiller returns a filler of g. Its file's name is that of b.
func newFiller(b *budget, g *data.Grid) *filler {
	return &filler{budget: b, grid: g, row: -1, col: -1}
}

// set puts c at row and col.
func (f *filler) set(row, col int, c data.Cell) error {
	if row < 0 || col < 0 || row >= maxRows || col >= maxCols {
		return damaged(f.name, errOutside)
	}
	cost := 1
	switch {
	case row == f.row && col > f.col:
		cost = col - f.col
	case row > f.row:
		cost = row - f.row + col + 1
	case row < f.row:
		cost = col + 1
	}
	if err := f.take(cost, len(c.Text)); err != nil {
		return err
	}
	f.row, f.col = row, col
	f.grid.Set(row, col, c)
	return nil
}

// merge notes a merged range of more than one cell.
func (f *filler) merge(m data.CellRange) {
	if m.Top < m.Bottom || m.Left < m.Right {
		f.grid.Merged = append(f.grid.Merged, m)
	}
}
