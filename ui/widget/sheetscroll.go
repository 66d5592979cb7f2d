package widget

import (
	"math"
	"slices"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"yunxing/data"
)

// Sizes of a sheet.
const (
	sheetRow    = 24 // height of a row
	sheetHead   = 24 // height of the letters
	sheetLeast  = 44 // least width of a column
	sheetMost   = 220
	sheetPad    = 6 // between the edge of a cell and its text
	sheetIndent = 12
	sheetGutter = 12 // right of and below the sheet, for the scroll bars
)

// measure finds the widths of the columns that have none yet.
func (v *SheetView) measure() {
	c := v.content
	if size := textSize(); v.gauge == nil || v.gauge.size != size {
		v.gauge = newGauge(size)
	}
	if len(v.edges) == 0 {
		v.edges = []float32{0}
	}
	known := len(v.edges) - 1
	v.edges = v.edges[:min(known, c.Cols)+1]
	if known >= c.Cols {
		return
	}
	widths := make([]float32, c.Cols)
	n := min(c.Rows, measureRows)
	for i := range n {
		v.widen(widths, i*c.Rows/n, known)
	}
	for _, w := range widths[known:] {
		w = max(sheetLeast, min(sheetMost, float32(math.Ceil(float64(w)))))
		v.edges = append(v.edges, v.edges[len(v.edges)-1]+w)
	}
}

// widen makes the columns from one on wide enough for a row. Titles and notes flow
// over the row and widen nothing: texts that stand alone in it, or are longer than a
// column may be wide and have room on their right. Nor do texts that are merged over
// columns.
func (v *SheetView) widen(widths []float32, row, from int) {
	c := v.content
	spread := v.spreadOver(row)
	texts, last, before := 0, -1, float32(0)
	for col := range c.Cols {
		cell := c.At(row, col)
		if blankText(cell.Text) {
			continue
		}
		if texts++; col < from || slices.ContainsFunc(spread, func(m data.CellRange) bool { return m.Contains(row, col) }) {
			continue
		}
		w := v.gauge.width(oneLine(cell.Text), cell.Bold, sheetMost) + 2*sheetPad + float32(cell.Indent)*sheetIndent
		if !cell.Right && w > sheetMost && col+1 < c.Cols && blankText(c.At(row, col+1).Text) {
			continue
		}
		if !cell.Right {
			last, before = col, widths[col]
		}
		widths[col] = max(widths[col], w)
	}
	if texts == 1 && last >= 0 && c.Cols > 1 {
		widths[last] = before
	}
}

// spreadOver returns the ranges of a row that are merged over several columns.
func (v *SheetView) spreadOver(row int) (out []data.CellRange) {
	v.merges.in(row, row, func(m data.CellRange) {
		if m.Right > m.Left {
			out = append(out, m)
		}
	})
	return out
}

// extend tells the scroll how large the sheet is.
func (v *SheetView) extend() {
	size := fyne.NewSize(v.edges[len(v.edges)-1]+sheetGutter, float32(v.content.Rows)*sheetRow+sheetGutter)
	v.extent.SetMinSize(size)
	v.extent.Resize(size.Max(v.scroll.Size()))
	v.scroll.Refresh()
}

// body returns the size of the part in which cells are seen.
func (v *SheetView) body() fyne.Size {
	s := v.scroll.Size()
	return fyne.NewSize(max(0, s.Width-sheetGutter), max(0, s.Height-sheetGutter))
}

// offset returns how far the sheet is scrolled, in whole units so that its lines stay
// sharp.
func (v *SheetView) offset() fyne.Position {
	o := v.scroll.Offset
	return fyne.NewPos(float32(math.Floor(float64(o.X))), float32(math.Floor(float64(o.Y))))
}

// x returns the left edge of a column in the body.
func (v *SheetView) x(col int) float32 { return v.edges[col] - v.offset().X }

// y returns the upper edge of a row in the body. It is computed with more digits,
// which the lower part of a large sheet needs.
func (v *SheetView) y(row int) float32 {
	return float32(float64(row)*sheetRow - float64(v.offset().Y))
}

// rowAt returns the row at a height of the body, which may lie beyond the sheet.
func (v *SheetView) rowAt(y float32) int {
	return int(math.Floor((float64(y) + float64(v.offset().Y)) / sheetRow))
}

// colAt returns the column at a place of the body, which may lie beyond the sheet.
func (v *SheetView) colAt(x float32) int {
	x += v.offset().X
	return sort.Search(len(v.edges), func(i int) bool { return v.edges[i] > x }) - 1
}

// A window is the part of a sheet that is in sight; right and bottom do not belong
// to it.
type window struct {
	top, left, bottom, right int
	size                     fyne.Size // of the body
	paper                    fyne.Size // of what the sheet covers of it
}

// window returns what is in sight.
func (v *SheetView) window() window {
	size := v.body()
	w := window{top: v.rowAt(0), left: max(v.colAt(0), 0), size: size}
	w.bottom = min(v.rowAt(size.Height-1)+1, v.content.Rows)
	w.right = min(v.colAt(size.Width-1)+1, v.content.Cols)
	w.paper = fyne.NewSize(min(size.Width, v.x(v.content.Cols)), min(size.Height, v.y(v.content.Rows)))
	return w
}

// show scrolls the selection into sight.
func (v *SheetView) show() {
	m, ok := v.chosen()
	size := v.body()
	if size.Width <= 0 || size.Height <= 0 {
		v.reveal = ok
		return
	}
	v.reveal = false
	to := v.scroll.Offset
	if ok && v.col >= 0 {
		to.X = within(to.X, size.Width, v.edges[m.Left], v.edges[m.Right+1])
	}
	if ok && v.row >= 0 {
		around := min(3*sheetRow, size.Height/4) // what stands before and behind is of interest too
		to.Y = within(to.Y, size.Height, max(0, float32(m.Top)*sheetRow-around), float32(m.Bottom+1)*sheetRow+around)
		to.Y = min(to.Y, max(0, v.extent.MinSize().Height-size.Height))
	}
	if to != v.scroll.Offset {
		v.scroll.ScrollToOffset(to)
	}
	v.paint()
}

// within returns the offset, as near as can be, at which what lies from one place to
// another is in sight in a view of a length; its beginning where it is longer.
func within(offset, length, from, to float32) float32 {
	offset = max(offset, to-length)
	return max(0, min(offset, from))
}

// paint draws what is in sight. The toolkit paints the whole window anew when any
// object of it asks for that, so one asks for all.
func (v *SheetView) paint() {
	v.inks.renew()
	w := v.window()
	v.cells.paint(w)
	v.heads.paint(w)
	canvas.Refresh(v.heads.ground)
}

// CreateRenderer makes the renderer of the view.
func (v *SheetView) CreateRenderer() fyne.WidgetRenderer {
	v.ExtendBaseWidget(v)
	return &sheetRenderer{v, []fyne.CanvasObject{v.heads.ground, v.cells.clip, v.heads.letters.clip, v.heads.numbers.clip, v.heads.corner, v.scroll, v.heads.ring}}
}

// sheetRenderer draws a SheetView.
type sheetRenderer struct {
	v       *SheetView
	objects []fyne.CanvasObject
}

// Layout gives the parts their places.
func (r *sheetRenderer) Layout(size fyne.Size) {
	v := r.v
	left := v.heads.width
	put(v.scroll, left, sheetHead, max(0, size.Width-left), max(0, size.Height-sheetHead))
	body := v.body()
	put(v.heads.ground, 0, 0, size.Width, size.Height)
	put(v.cells.clip, left, sheetHead, body.Width, body.Height)
	put(v.heads.letters.clip, left, 0, body.Width, sheetHead)
	put(v.heads.numbers.clip, 0, sheetHead, left, body.Height)
	put(v.heads.corner, 0, 0, left, sheetHead)
	put(v.heads.ring, 0, 0, size.Width, size.Height)
	if v.reveal {
		v.show()
	}
	v.paint()
}

// Refresh draws the view anew, in the colours and the size of text of the theme.
func (r *sheetRenderer) Refresh() {
	r.v.measure()
	r.v.heads.fit()
	r.Layout(r.v.Size())
}

func (r *sheetRenderer) MinSize() fyne.Size           { return r.v.MinSize() }
func (r *sheetRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *sheetRenderer) Destroy()                     {}
