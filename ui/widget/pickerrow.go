package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A pickerRow draws a row of the list of a Picker: an option, or a heading.
type pickerRow struct {
	widget.BaseWidget
	row          int
	name, note   *canvas.Text
	ground       *canvas.Rectangle
	option       Option
	marked, over bool
	heading      bool
	tapped       func(row int)
}

var (
	_ fyne.Tappable     = (*pickerRow)(nil)
	_ desktop.Hoverable = (*pickerRow)(nil)
)

// newPickerRow returns an empty row.
func newPickerRow(tapped func(int)) *pickerRow {
	r := &pickerRow{tapped: tapped, ground: canvas.NewRectangle(ink(theme.ColorNameHover))}
	r.name = newWords("", textSize(), fyne.TextStyle{}, theme.ColorNameForeground)
	r.note = newWords("", theme.Size(theme.SizeNameCaptionText), fyne.TextStyle{}, ColorMuted)
	r.ExtendBaseWidget(r)
	return r
}

// show sets what the row shows.
func (r *pickerRow) show(row int, o Option, heading, marked bool) {
	r.row, r.option, r.heading, r.marked = row, o, heading, marked
	r.Refresh()
}

// Tapped reports the row.
func (r *pickerRow) Tapped(*fyne.PointEvent) { r.tapped(r.row) }

// MouseIn lights the row.
func (r *pickerRow) MouseIn(*desktop.MouseEvent) { r.hover(true) }

// MouseMoved does nothing.
func (r *pickerRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut dims the row.
func (r *pickerRow) MouseOut() { r.hover(false) }

func (r *pickerRow) hover(on bool) {
	r.over = on
	r.Refresh()
}

// color sets the colours for the state.
func (r *pickerRow) color() {
	r.ground.Hidden = r.heading || !r.marked && !r.over
	r.ground.FillColor = ink(theme.ColorNameHover)
	if r.marked {
		r.ground.FillColor = ink(theme.ColorNameSelection)
	}
	r.name.Color, r.note.Color = ink(theme.ColorNameForeground), ink(ColorMuted)
	if r.heading || r.option.Muted {
		r.name.Color = ink(ColorMuted)
	}
	r.name.TextStyle.Bold = r.heading
	r.name.TextSize = textSize()
	if r.heading {
		r.name.TextSize = theme.Size(theme.SizeNameCaptionText)
	}
}

// CreateRenderer makes the renderer of the row.
func (r *pickerRow) CreateRenderer() fyne.WidgetRenderer { return &pickerRowRenderer{r} }

// pickerRowRenderer draws a pickerRow.
type pickerRowRenderer struct{ r *pickerRow }

// Layout puts the name on the left and the note on the right.
func (v *pickerRowRenderer) Layout(size fyne.Size) {
	const left, indent, gap = 10, 10, 12
	r := v.r
	r.ground.Resize(size)
	x := float32(left)
	if !r.heading {
		x += indent
	}
	note := measure(r.option.Note, r.note.TextSize, r.note.TextStyle)
	r.note.Text = r.option.Note
	r.note.Move(fyne.NewPos(size.Width-note-left, 0))
	r.note.Resize(fyne.NewSize(note, size.Height))
	room := size.Width - x - left
	if note > 0 {
		room -= note + gap
	}
	r.name.Text = clip(r.option.Name, max(room, 1), r.name.TextSize, r.name.TextStyle)
	r.name.Move(fyne.NewPos(x, 0))
	r.name.Resize(fyne.NewSize(room, size.Height))
}

func (v *pickerRowRenderer) MinSize() fyne.Size { return fyne.NewSize(100, RowHeight-2) }

func (v *pickerRowRenderer) Refresh() {
	v.r.color()
	v.Layout(v.r.Size())
	canvas.Refresh(v.r)
}

func (v *pickerRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{v.r.ground, v.r.name, v.r.note}
}
func (v *pickerRowRenderer) Destroy() {}
