package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Grid is a table that scrolls in both directions; its header and its first
// column stay. The arrow keys move in it, a digit sorts by a column where that can be
// chosen, and a cell that is reached is told.
type Grid struct {
	widget.BaseWidget
	content  Content
	natural  []float32
	widths   []float32
	heads    [][]string
	table    *keyTable
	selected func(row, col int, c Cell)
}

// NewGrid returns a table of content. Selected is called with the cell that is
// reached by tap or key.
func NewGrid(content Content, selected func(row, col int, c Cell)) *Grid {
	g := &Grid{selected: selected}
	g.table = newKeyTable(g.sort)
	g.table.Length, g.table.CreateCell, g.table.UpdateCell = g.length, newCellView, g.update
	g.table.ShowHeaderRow, g.table.HideSeparators = true, true
	g.table.CreateHeader = func() fyne.CanvasObject { return newHeadView(g.sort) }
	g.table.UpdateHeader = g.updateHead
	g.table.OnSelected = g.select1
	g.ExtendBaseWidget(g)
	g.SetContent(content)
	return g
}

// SetContent replaces what the table shows and goes to its top.
func (g *Grid) SetContent(c Content) {
	g.content = c
	g.natural = c.widths()
	g.table.StickyColumnCount = 0
	if len(c.Columns) > 2 {
		g.table.StickyColumnCount = 1
	}
	g.table.UnselectAll()
	g.fit(g.Size().Width)
	g.table.ScrollToTop()
	g.table.ScrollToLeading()
	g.table.Refresh()
}

// Content returns what the table shows.
func (g *Grid) Content() Content { return g.content }

// fit sets the widths of the columns for a width of the table.
func (g *Grid) fit(width float32) {
	sep := theme.Size(theme.SizeNamePadding)
	g.widths = g.content.spread(g.natural, width-float32(len(g.natural))*sep-theme.Size(theme.SizeNameScrollBar))
	lines := 1
	g.heads, lines = g.content.heads(g.widths)
	for i, w := range g.widths {
		g.table.SetColumnWidth(i, w)
	}
	g.table.SetRowHeight(-1, headHeight(lines))
}

// Resize fits the columns to the new width.
func (g *Grid) Resize(size fyne.Size) {
	if size.Width != g.Size().Width {
		g.fit(size.Width)
	}
	g.BaseWidget.Resize(size)
}

// Focus returns the object that takes the keys.
func (g *Grid) Focus() fyne.Focusable { return g.table }

// CreateRenderer makes the renderer of the table.
func (g *Grid) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(g.table) }

// length returns the size of the table.
func (g *Grid) length() (rows, cols int) { return g.content.Rows, len(g.content.Columns) }

// select1 reports a cell.
func (g *Grid) select1(id widget.TableCellID) {
	if g.selected != nil && id.Row >= 0 && id.Col >= 0 {
		g.selected(id.Row, id.Col, g.content.At(id.Row, id.Col))
	}
}

// update shows a cell.
func (g *Grid) update(id widget.TableCellID, o fyne.CanvasObject) {
	v, ok := o.(*cellView)
	if !ok || id.Row >= g.content.Rows || id.Col >= len(g.content.Columns) {
		return
	}
	c := g.content.At(id.Row, id.Col)
	v.show([]string{c.Text}, c, g.content.Columns[id.Col].Right, g.widths[id.Col])
}

// A cellView draws a cell of a Grid: lines of text over a hairline.
type cellView struct {
	widget.BaseWidget
	texts []*canvas.Text
	used  int
	line  *canvas.Rectangle
	right bool
	width float32
	cell  Cell
}

// newCellView returns an empty cell.
func newCellView() fyne.CanvasObject {
	v := &cellView{}
	v.ExtendBaseWidget(v)
	v.clear()
	return v
}

// clear makes the parts of an empty cell.
func (v *cellView) clear() {
	v.line = canvas.NewRectangle(ink(ColorHairline))
	v.texts = []*canvas.Text{newWords("", baseSize(), fyne.TextStyle{}, theme.ColorNameForeground)}
}

// show sets what the cell shows in a column of a width.
func (v *cellView) show(lines []string, c Cell, right bool, width float32) {
	for len(v.texts) < len(lines) {
		v.texts = append(v.texts, newWords("", baseSize(), fyne.TextStyle{}, theme.ColorNameForeground))
	}
	v.used, v.right, v.width, v.cell = len(lines), right, width, c
	room := width - cellGap + 2 - float32(c.Indent)*indentWidth
	for i, t := range v.texts {
		t.Hidden = i >= len(lines)
		if t.Hidden {
			continue
		}
		t.TextStyle, t.TextSize, t.Color = c.style(), baseSize(), ink(c.color())
		t.Text = clip(lines[i], room, t.TextSize, t.TextStyle)
	}
	v.line.FillColor = ink(ColorHairline)
	v.arrange(v.Size())
	v.Refresh()
}

// arrange puts the lines in their places.
func (v *cellView) arrange(size fyne.Size) {
	h := size.Height
	if v.used > 1 {
		h = HeadLine
	}
	top := (size.Height - h*float32(v.used)) / 2
	for i, t := range v.texts[:min(v.used, len(v.texts))] {
		w := measure(t.Text, t.TextSize, t.TextStyle)
		t.Resize(fyne.NewSize(w, h))
		t.Move(fyne.NewPos(place(v.right, 0, size.Width, w, v.cell.Indent), top+float32(i)*h))
	}
	pad := theme.Size(theme.SizeNamePadding)
	v.line.Resize(fyne.NewSize(size.Width+pad, 1))
	v.line.Move(fyne.NewPos(0, size.Height+pad/2))
}

// MinSize is that of a row.
func (v *cellView) MinSize() fyne.Size {
	return fyne.NewSize(leastWidth, RowHeight-theme.Size(theme.SizeNamePadding))
}

// CreateRenderer makes the renderer of the cell.
func (v *cellView) CreateRenderer() fyne.WidgetRenderer { return &cellRenderer{v} }

// cellRenderer draws a cellView.
type cellRenderer struct{ v *cellView }

func (r *cellRenderer) Layout(size fyne.Size) { r.v.arrange(size) }
func (r *cellRenderer) MinSize() fyne.Size    { return r.v.MinSize() }
func (r *cellRenderer) Destroy()              {}

func (r *cellRenderer) Refresh() {
	for _, t := range r.v.texts {
		t.Refresh()
	}
	r.v.line.Refresh()
}

func (r *cellRenderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.v.line}
	for _, t := range r.v.texts {
		out = append(out, t)
	}
	return out
}
