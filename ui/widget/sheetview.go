package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"yunxing/data"
)

// A SheetCell is a cell of a sheet as it is drawn.
type SheetCell struct {
	Text   string
	Right  bool // figures and dates stand right
	Bold   bool
	Indent int
	Ground fyne.ThemeColorName // colour of the ground, "" for none
	Mark   bool                // a small mark in the corner: something is in doubt here
	Muted  bool
}

// SheetContent is what a SheetView draws. Rows and columns count from 0.
type SheetContent struct {
	Rows, Cols int
	At         func(row, col int) SheetCell
	Merged     []data.CellRange   // each drawn as its top left cell
	Hidden     func(row int) bool // rows that the workbook hides; nil for none
}

// A SheetView draws a sheet of a workbook as it is, with the numbers of its rows and
// the letters of its columns, which stay. Only what is in sight has objects. A cell,
// a row or a column is selected by tap, a cell also by key.
type SheetView struct {
	widget.BaseWidget
	selected func(row, col int)
	content  SheetContent
	merges   *mergeIndex
	edges    []float32 // left edges of the columns, and the right one of the last
	row, col int       // what is selected
	from     spot      // the cell from which keys move on
	reveal   bool      // the selection is to be scrolled into sight once there is a size
	focused  bool

	gauge  *gauge
	inks   inks
	scroll *container.Scroll
	extent *canvas.Rectangle // as large as the sheet, for the scroll to move
	cells  *sheetCells
	heads  *sheetHeads
}

// A spot is the place of a cell.
type spot struct{ row, col int }

var (
	_ fyne.Tappable     = (*SheetView)(nil)
	_ fyne.Scrollable   = (*SheetView)(nil)
	_ fyne.Focusable    = (*SheetView)(nil)
	_ fyne.Shortcutable = (*SheetView)(nil)
)

// NewSheetView returns a view of an empty sheet. Selected is called with the cell
// that is selected by tap, key or Select: row, -1 for a whole row, -1, col for a
// whole column. Of a merged range it is the top left cell.
func NewSheetView(selected func(row, col int)) *SheetView {
	v := &SheetView{selected: selected, row: -1, col: -1, extent: &canvas.Rectangle{}}
	v.scroll = container.NewScroll(v.extent)
	v.scroll.OnScrolled = func(fyne.Position) { v.paint() }
	v.cells, v.heads = newSheetCells(v), newSheetHeads(v)
	v.ExtendBaseWidget(v)
	v.SetContent(SheetContent{})
	return v
}

// SetContent shows another sheet from its top left, with nothing selected.
func (v *SheetView) SetContent(c SheetContent) {
	v.row, v.col, v.from = -1, -1, spot{}
	v.edges = nil
	v.scroll.Offset = fyne.Position{}
	v.Update(c)
}

// Update shows the same sheet that was read anew: what is in sight and what is
// selected stays, as do the widths of the columns.
func (v *SheetView) Update(c SheetContent) {
	v.content = c
	v.merges = newMergeIndex(c.Merged, c.Rows, c.Cols)
	v.measure()
	if v.row >= c.Rows || v.col >= c.Cols {
		v.row, v.col = -1, -1
	}
	v.from = spot{min(v.from.row, max(c.Rows-1, 0)), min(v.from.col, max(c.Cols-1, 0))}
	v.extend()
	v.Refresh()
}

// Selected returns the cell that is selected: row, -1 for a whole row, -1, col for a
// whole column, -1, -1 for nothing.
func (v *SheetView) Selected() (row, col int) { return v.row, v.col }

// Select selects a cell, a whole row (row, -1) or a whole column (-1, col), scrolls
// it into sight and reports it. A place outside the sheet changes nothing; -1, -1
// takes the selection away and reports nothing.
func (v *SheetView) Select(row, col int) {
	if row >= v.content.Rows || col >= v.content.Cols || row < -1 || col < -1 {
		return
	}
	v.from = spot{max(row, 0), max(col, 0)}
	if row >= 0 && col >= 0 {
		m := v.merges.at(row, col)
		row, col = m.Top, m.Left
	}
	v.row, v.col = row, col
	v.show()
	if v.selected != nil && (row >= 0 || col >= 0) {
		v.selected(row, col)
	}
}

// chosen returns the range of cells that is selected, and false for nothing.
func (v *SheetView) chosen() (data.CellRange, bool) {
	switch {
	case v.row >= 0 && v.col >= 0:
		return v.merges.at(v.row, v.col), true
	case v.row >= 0:
		return data.CellRange{Top: v.row, Bottom: v.row, Right: v.content.Cols - 1}, true
	case v.col >= 0:
		return data.CellRange{Left: v.col, Right: v.col, Bottom: v.content.Rows - 1}, true
	}
	return data.CellRange{}, false
}

// hidden reports whether the workbook hides a row.
func (v *SheetView) hidden(row int) bool { return v.content.Hidden != nil && v.content.Hidden(row) }

// Tapped selects what is under the pointer: a cell, or from its number or letter a
// row or a column.
func (v *SheetView) Tapped(e *fyne.PointEvent) {
	v.TakeFocus()
	at := e.Position.SubtractXY(v.heads.width, sheetHead)
	row, col := v.rowAt(at.Y), v.colAt(at.X)
	switch {
	case at.X < 0 && at.Y < 0:
		return
	case at.X < 0:
		col = -1
	case at.Y < 0:
		row = -1
	}
	if body := v.body(); at.X >= body.Width || at.Y >= body.Height || row >= v.content.Rows || col >= v.content.Cols {
		return
	}
	v.Select(row, col)
}

// TakeFocus asks for the keys.
func (v *SheetView) TakeFocus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil {
		c.Focus(v)
	}
}

// Scrolled scrolls the sheet when the wheel turns over the numbers or letters.
func (v *SheetView) Scrolled(e *fyne.ScrollEvent) { v.scroll.Scrolled(e) }

// MinSize is small: the rest is scrolled.
func (v *SheetView) MinSize() fyne.Size {
	v.ExtendBaseWidget(v)
	return fyne.NewSize(160, 100)
}
