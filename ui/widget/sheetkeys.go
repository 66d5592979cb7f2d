package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"yunxing/data"
)

// FocusGained shows that the keys go to the sheet.
func (v *SheetView) FocusGained() { v.setFocused(true) }

// FocusLost shows that they do not.
func (v *SheetView) FocusLost() { v.setFocused(false) }

// setFocused shows whether the keys go to the sheet.
func (v *SheetView) setFocused(on bool) {
	v.focused = on
	v.paint()
}

// TypedRune does nothing: a sheet is not written in.
func (v *SheetView) TypedRune(rune) {}

// TypedKey moves the selection. Without one, the first key selects the cell with
// which the sheet begins in sight.
func (v *SheetView) TypedKey(k *fyne.KeyEvent) {
	down, right := v.steps(k.Name)
	to := v.from
	switch m, ok := v.chosen(); {
	case down == 0 && right == 0:
		return
	case !ok:
		to = spot{v.rowAt(0), v.colAt(0)}
	case down != 0:
		to = v.along(m, down)
	default:
		to = v.across(m, right)
	}
	v.Select(to.row, to.col)
}

// steps returns by how many rows or columns a key moves.
func (v *SheetView) steps(k fyne.KeyName) (down, right int) {
	page := max(int(v.body().Height/sheetRow)-1, 1)
	switch k {
	case fyne.KeyUp:
		return -1, 0
	case fyne.KeyDown:
		return 1, 0
	case fyne.KeyPageUp:
		return -page, 0
	case fyne.KeyPageDown:
		return page, 0
	case fyne.KeyLeft:
		return 0, -1
	case fyne.KeyRight:
		return 0, 1
	case fyne.KeyHome:
		return 0, -v.content.Cols
	case fyne.KeyEnd:
		return 0, v.content.Cols
	}
	return 0, 0
}

// along returns the place some rows below the selection m: in the column in which
// the keys began, or the whole row where a whole row is selected. From a whole
// column, down leads to its first cell.
func (v *SheetView) along(m data.CellRange, down int) spot {
	if v.row < 0 {
		return spot{0, v.col}
	}
	row := v.from.row + down
	if down == 1 {
		row = m.Bottom + 1
	} else if down == -1 {
		row = m.Top - 1
	}
	to := spot{max(0, min(row, v.content.Rows-1)), v.from.col}
	if v.col < 0 {
		to.col = -1
	}
	return to
}

// across is along for columns.
func (v *SheetView) across(m data.CellRange, right int) spot {
	if v.col < 0 {
		return spot{v.row, 0}
	}
	col := v.from.col + right
	if right == 1 {
		col = m.Right + 1
	} else if right == -1 {
		col = m.Left - 1
	}
	to := spot{v.from.row, max(0, min(col, v.content.Cols-1))}
	if v.row < 0 {
		to.row = -1
	}
	return to
}

// TypedShortcut goes to the first cell with Ctrl-Home and to the last with Ctrl-End.
// The shortcuts of menus come before.
func (v *SheetView) TypedShortcut(s fyne.Shortcut) {
	c, ok := s.(*desktop.CustomShortcut)
	if !ok || c.Modifier != fyne.KeyModifierShortcutDefault || v.content.Rows == 0 || v.content.Cols == 0 {
		return
	}
	switch c.KeyName {
	case fyne.KeyHome:
		v.Select(0, 0)
	case fyne.KeyEnd:
		v.Select(v.content.Rows-1, v.content.Cols-1)
	}
}
