package widget

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"yunxing/data"
)

// A Column of a table. Its title may have line breaks. Right sets its cells to the right, as figures are.
type Column struct {
	Title string
	Right bool
	Whole bool    // is not narrowed where the table is too wide
	Most  float32 // greatest width, 0 for the usual one
}

// A Cell of a table: final text, and the figure behind it where it has one.
type Cell struct {
	Text   string
	Number *data.Number
	Strong bool
	Muted  bool
	Indent int
}

// style returns the face of a cell. A figure about what is not over is set apart by
// its colour and its mark, since Chinese type has no italics.
func (c Cell) style() fyne.TextStyle { return fyne.TextStyle{Bold: c.Strong} }

// color returns the colour of a cell.
func (c Cell) color() fyne.ThemeColorName {
	if c.Muted && c.Number == nil {
		return ColorMuted
	}
	return inkOf(c.Number)
}

// Content is what a table shows. Sort is called with a column whose title is tapped;
// it is nil where the order is not to be chosen.
type Content struct {
	Columns []Column
	Rows    int
	At      func(row, col int) Cell
	Sort    func(col int)
}

// Widths of columns: the gap between two, the indent of a sub-item and the bounds
// of what is measured.
const (
	cellGap     = 20
	indentWidth = 14
	mostWidth   = 320
	leastWidth  = 48
	headMost    = 128 // width at which a header wraps
	measureRows = 200 // rows looked at to find the width of a column
)

// widths returns the width of each column, wide enough for its first rows.
func (c Content) widths() []float32 {
	size := textSize()
	out := make([]float32, len(c.Columns))
	for i, col := range c.Columns {
		w := min(longest(col.Title, size), headMost)
		for r := range min(c.Rows, measureRows) {
			cell := c.At(r, i)
			w = max(w, measure(cell.Text, size, cell.style())+float32(cell.Indent)*indentWidth)
		}
		most := col.Most
		if most == 0 {
			most = mostWidth
		}
		out[i] = max(min(w, most), leastWidth) + cellGap
	}
	return out
}

// longest returns the width of the longest line of a title.
func longest(title string, size float32) float32 {
	w := float32(0)
	for _, l := range strings.Split(title, "\n") {
		w = max(w, measure(l, size, fyne.TextStyle{Bold: true}))
	}
	return w
}

// spread widens the columns of figures evenly to fill width, up to half as much
// again, and gives what is left to the first column.
func (c Content) spread(widths []float32, width float32) []float32 {
	total := float32(0)
	for _, w := range widths {
		total += w
	}
	free := width - total
	if free <= 0 || len(widths) == 0 {
		return c.squeeze(widths, -free)
	}
	out := append([]float32(nil), widths...)
	for i, w := range widths {
		add := min(free/float32(len(widths)), w/2)
		out[i] += add
		total += add
	}
	out[0] += max(0, min(width-total, widths[0]))
	return out
}

// leastWords is the width that a column of words may be cut down to.
const leastWords = 100

// narrows reports whether a column is narrowed where the table is too wide.
func (c Column) narrows() bool { return !c.Right && !c.Whole }

// squeeze narrows the columns of words by as much as is over in all; where that is
// more than they can give, nothing is changed and the table scrolls.
func (c Content) squeeze(widths []float32, over float32) []float32 {
	room := float32(0)
	for i, w := range widths {
		if c.Columns[i].narrows() {
			room += max(0, w-leastWords)
		}
	}
	if over <= 0 || over > room {
		return widths
	}
	out := append([]float32(nil), widths...)
	for i, w := range widths {
		if c.Columns[i].narrows() {
			out[i] -= over * max(0, w-leastWords) / room
		}
	}
	return out
}

// heads returns the titles of the columns in lines, and the most lines of any.
func (c Content) heads(widths []float32) (lines [][]string, most int) {
	most = 1
	for i, col := range c.Columns {
		l := wrap(col.Title, widths[i]-cellGap+2, textSize(), fyne.TextStyle{Bold: true})
		lines = append(lines, l)
		most = max(most, len(l))
	}
	return lines, most
}

// headHeight returns the height of a header of some lines.
func headHeight(lines int) float32 { return float32(lines)*HeadLine + 9 }

// place returns where a text of a width stands in a cell.
func place(right bool, x, width, text float32, indent int) float32 {
	if right {
		return x + width - cellGap/2 - text
	}
	return x + cellGap/2 + float32(indent)*indentWidth
}

// baseSize returns the size of text in tables.
func baseSize() float32 { return theme.Size(theme.SizeNameText) }
