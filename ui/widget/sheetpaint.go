package widget

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"yunxing/data"
)

// flowMost is how far a text flows over blank cells: graphics memory has no room for
// pictures of much longer ones.
const flowMost = 2000

// sheetCells draws the cells of a sheet in layers: grounds, lines, what covers lines,
// texts, marks, the selection.
type sheetCells struct {
	v       *SheetView
	clip    *container.Clip
	paper   *canvas.Rectangle
	grounds *pool[*canvas.Rectangle]
	lines   *pool[*canvas.Rectangle]
	covers  *pool[*canvas.Rectangle]
	texts   *pool[*canvas.Text]
	marks   *pool[*canvas.Image]
	tint    *canvas.Rectangle // over a row or column that is selected
	frame   *canvas.Rectangle

	// For the picture being drawn: the window, the first column from which a text may
	// flow into it, the cells of a row, which cells are merged, and runs of one ground.
	win    window
	first  int
	row    []SheetCell
	merged []bool
	ranges []data.CellRange
	runs   []run
	above  []run
}

// A run is a part of a row on one ground.
type run struct {
	left, right int // right does not belong to it
	color       fyne.ThemeColorName
	bar         *canvas.Rectangle
}

// newSheetCells returns the cells of a view.
func newSheetCells(v *SheetView) *sheetCells {
	p := &sheetCells{
		v: v, paper: &canvas.Rectangle{}, tint: &canvas.Rectangle{}, frame: &canvas.Rectangle{},
		grounds: newBars(), lines: newBars(), covers: newBars(), texts: newTexts(), marks: newPool(newMark),
	}
	p.frame.StrokeWidth = 2
	p.clip = container.NewClip(newLayers(p.paper, p.grounds.box, p.lines.box, p.covers.box, p.texts.box, p.marks.box, p.tint, p.frame))
	return p
}

// paint draws what is in a window.
func (p *sheetCells) paint(w window) {
	p.win = w
	p.grounds.begin()
	p.lines.begin()
	p.covers.begin()
	p.texts.begin()
	p.marks.begin()
	p.paper.FillColor = p.v.inks.of(theme.ColorNameBackground)
	put(p.paper, 0, 0, w.paper.Width, w.paper.Height)
	p.find()
	p.above = p.above[:0]
	for row := w.top; row < w.bottom; row++ {
		p.paintRow(row)
	}
	p.rule()
	for _, m := range p.ranges {
		p.paintMerged(m)
	}
	p.paintChosen()
	p.grounds.end()
	p.lines.end()
	p.covers.end()
	p.texts.end()
	p.marks.end()
}

// find finds the merged ranges in sight, and which cells they cover, those included
// from which a text might flow into sight.
func (p *sheetCells) find() {
	w, v := p.win, p.v
	p.first = w.left
	for p.first > 0 && v.edges[w.left]-v.edges[p.first] < flowMost {
		p.first--
	}
	wide := max(0, w.right-p.first)
	p.merged = slices.Grow(p.merged[:0], wide*max(0, w.bottom-w.top))[:wide*max(0, w.bottom-w.top)]
	clear(p.merged)
	p.ranges = p.ranges[:0]
	v.merges.in(w.top, w.bottom-1, func(m data.CellRange) {
		if m.Right < p.first || m.Left >= w.right {
			return
		}
		for r := max(m.Top, w.top); r <= min(m.Bottom, w.bottom-1); r++ {
			from, to := max(m.Left, p.first)-p.first, min(m.Right+1, w.right)-p.first
			for i := from; i < to; i++ {
				p.merged[(r-w.top)*wide+i] = true
			}
		}
		if m.Right >= w.left {
			p.ranges = append(p.ranges, m)
		}
	})
}

// inMerged reports whether a cell, in sight or left of it, is merged.
func (p *sheetCells) inMerged(row, col int) bool {
	return p.merged[(row-p.win.top)*(p.win.right-p.first)+col-p.first]
}

// free reports whether a text may flow over a cell.
func (p *sheetCells) free(row, col int) bool {
	return !p.inMerged(row, col) && blankText(p.row[col-p.win.left].Text)
}

// blankText reports whether a cell with a text looks empty.
func blankText(s string) bool { return s == "" || strings.TrimSpace(s) == "" }

// paintRow draws the cells of a row that are not merged.
func (p *sheetCells) paintRow(row int) {
	w := p.win
	p.row, p.runs = p.row[:0], p.runs[:0]
	for col := w.left; col < w.right; col++ {
		c := p.v.content.At(row, col)
		p.row = append(p.row, c)
		if !p.inMerged(row, col) {
			p.addRun(c.Ground, col)
		}
	}
	p.paintRuns(row)
	p.flowIn(row)
	for i, c := range p.row {
		if col := w.left + i; !p.inMerged(row, col) {
			p.paintText(c, row, col)
			p.mark(c, p.v.x(col+1), p.v.y(row))
		}
	}
}

// addRun adds a cell to the run before it or to a new one.
func (p *sheetCells) addRun(color fyne.ThemeColorName, col int) {
	if color == "" {
		return
	}
	if n := len(p.runs); n > 0 && p.runs[n-1].color == color && p.runs[n-1].right == col {
		p.runs[n-1].right++
		return
	}
	p.runs = append(p.runs, run{left: col, right: col + 1, color: color})
}

// paintRuns draws the grounds of a row, where it can by making those of the row
// above higher.
func (p *sheetCells) paintRuns(row int) {
	for i, r := range p.runs {
		at := slices.IndexFunc(p.above, func(a run) bool {
			return a.left == r.left && a.right == r.right && a.color == r.color
		})
		if at >= 0 {
			p.runs[i].bar = p.above[at].bar
			size := p.runs[i].bar.Size()
			p.runs[i].bar.Resize(size.AddWidthHeight(0, sheetRow))
			continue
		}
		p.runs[i].bar = p.bar(p.grounds, r.color, p.v.x(r.left), p.v.y(row), p.v.edges[r.right]-p.v.edges[r.left], sheetRow)
	}
	p.runs, p.above = p.above, p.runs
}

// flowIn draws the text left of what is in sight that flows into it.
func (p *sheetCells) flowIn(row int) {
	for col := p.win.left - 1; col >= p.first && !p.inMerged(row, col); col-- {
		if c := p.v.content.At(row, col); !blankText(c.Text) {
			if !c.Right {
				p.paintText(c, row, col)
			}
			return
		}
	}
}

// paintText draws the text of a cell, over the blank cells right of it as far as it
// needs them.
func (p *sheetCells) paintText(c SheetCell, row, col int) {
	text := oneLine(c.Text)
	if blankText(text) {
		return
	}
	v := p.v
	left := sheetPad + float32(c.Indent)*sheetIndent
	need := left + v.gauge.width(text, c.Bold, flowMost) + sheetPad/2
	end := col + 1
	for !c.Right && need > v.edges[end]-v.edges[col] && end < p.win.right && (end < p.win.left || p.free(row, end)) {
		end++
	}
	room := v.edges[end] - v.edges[col]
	if end == p.win.right && !c.Right && end > col+1 {
		room = flowMost
	}
	if v.edges[col]+room <= v.edges[p.win.left] {
		return
	}
	text, width := v.gauge.fit(text, c.Bold, room-left-sheetPad/2)
	x := v.x(col) + left
	if c.Right {
		x = v.x(end) - sheetPad - width
	}
	p.uncover(row, col, end)
	p.word(c, text, x, v.y(row)+(sheetRow-1-v.gauge.height)/2)
}

// uncover takes away the lines between the cells that a text flows over.
func (p *sheetCells) uncover(row, col, end int) {
	for k := max(col+1, p.win.left); k < end; k++ {
		color := theme.ColorNameBackground
		if k > p.win.left && p.row[k-1-p.win.left].Ground != "" {
			color = p.row[k-1-p.win.left].Ground
		}
		p.bar(p.covers, color, p.v.x(k)-1, p.v.y(row), 1, sheetRow-1)
	}
}

// rule draws the lines between rows and columns.
func (p *sheetCells) rule() {
	for row := p.win.top; row < p.win.bottom; row++ {
		p.bar(p.lines, ColorGridline, 0, p.v.y(row)+sheetRow-1, p.win.paper.Width, 1)
	}
	for col := p.win.left; col < p.win.right; col++ {
		p.bar(p.lines, ColorGridline, p.v.x(col+1)-1, 0, 1, p.win.paper.Height)
	}
}

// bar draws a rectangle in a layer.
func (p *sheetCells) bar(layer *pool[*canvas.Rectangle], color fyne.ThemeColorName, x, y, w, h float32) *canvas.Rectangle {
	r := layer.next()
	r.FillColor = p.v.inks.of(color)
	put(r, x, y, w, h)
	return r
}

// word draws a text of a cell.
func (p *sheetCells) word(c SheetCell, text string, x, y float32) {
	t := p.texts.next()
	color := theme.ColorNameForeground
	if c.Muted {
		color = ColorMuted
	}
	t.Text, t.TextSize, t.TextStyle = text, p.v.gauge.size, fyne.TextStyle{Bold: c.Bold}
	t.Color = p.v.inks.of(color)
	t.Move(whole(x, y))
}

// mark draws the mark of a cell whose upper right corner is at a place.
func (p *sheetCells) mark(c SheetCell, right, top float32) {
	if c.Mark {
		tintMark(p.marks.next(), p.v.inks.of(ColorDoubtful)).Move(fyne.NewPos(right-1-markSize, top))
	}
}
