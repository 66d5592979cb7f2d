package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// A headView draws the title of a column. Where the order of the rows is to be chosen
// it can be tapped.
type headView struct {
	cellView
	col    int
	sorts  bool
	tapped func(col int)
}

var (
	_ fyne.Tappable      = (*headView)(nil)
	_ desktop.Cursorable = (*headView)(nil)
)

// newHeadView returns an empty title.
func newHeadView(tapped func(col int)) *headView {
	v := &headView{tapped: tapped}
	v.ExtendBaseWidget(v)
	v.clear()
	return v
}

// Tapped reports the column.
func (v *headView) Tapped(*fyne.PointEvent) { v.tapped(v.col) }

// Cursor is a hand where the title can be tapped.
func (v *headView) Cursor() desktop.Cursor {
	if v.sorts {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// updateHead shows a title.
func (g *Grid) updateHead(id widget.TableCellID, o fyne.CanvasObject) {
	v, ok := o.(*headView)
	if !ok || id.Col < 0 || id.Col >= len(g.heads) {
		return
	}
	v.col, v.sorts = id.Col, g.content.Sort != nil
	v.show(g.heads[id.Col], Cell{Strong: true, Muted: true}, g.content.Columns[id.Col].Right, g.widths[id.Col])
}

// sort reports a column whose title was tapped, or whose digit was typed.
func (g *Grid) sort(col int) {
	if g.content.Sort != nil && col < len(g.content.Columns) {
		g.content.Sort(col)
	}
}
