package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// A keyTable is the table of a Grid that also takes digits: 1 to 9 sort by a column.
type keyTable struct {
	widget.Table
	sort func(col int)
}

// newKeyTable returns a table; sort is told the column of a digit.
func newKeyTable(sort func(col int)) *keyTable {
	t := &keyTable{sort: sort}
	t.ExtendBaseWidget(t)
	return t
}

// TypedRune sorts by the column of a digit.
func (t *keyTable) TypedRune(r rune) {
	if r >= '1' && r <= '9' {
		t.sort(int(r - '1'))
	}
}

// Tapped selects a cell and takes the keys, which the embedded table cannot take for
// what embeds it.
func (t *keyTable) Tapped(e *fyne.PointEvent) {
	t.Table.Tapped(e)
	if c := fyne.CurrentApp().Driver().CanvasForObject(t); c != nil {
		c.Focus(t)
	}
}
