package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yunxing/data"
)

// newWords returns a text that is not tapped.
func newWords(s string, size float32, style fyne.TextStyle, color fyne.ThemeColorName) *canvas.Text {
	t := canvas.NewText(s, ink(color))
	t.TextSize, t.TextStyle = size, style
	return t
}

// A link is a figure in a text: it can be tapped, and shows so under the pointer.
// A figure that was computed is underlined always.
type link struct {
	widget.BaseWidget
	token  Token
	text   *canvas.Text
	line   *canvas.Line
	tapped func()
}

var (
	_ fyne.Tappable      = (*link)(nil)
	_ desktop.Hoverable  = (*link)(nil)
	_ desktop.Cursorable = (*link)(nil)
)

// newLink returns a figure of a text.
func newLink(s string, t Token, size float32, tapped func()) *link {
	l := &link{token: t, tapped: tapped}
	l.text = newWords(s, size, fyne.TextStyle{Bold: t.Strong}, inkOf(t.Number))
	l.line = canvas.NewLine(ink(inkOf(t.Number)))
	l.line.StrokeWidth = 1
	l.line.Hidden = !l.computed()
	l.ExtendBaseWidget(l)
	return l
}

// computed reports whether the figure is not as printed by its source.
func (l *link) computed() bool { return l.token.Number.Status != data.Published }

// Tapped reports the tap.
func (l *link) Tapped(*fyne.PointEvent) { l.tapped() }

// Cursor is a hand.
func (l *link) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn underlines the figure.
func (l *link) MouseIn(*desktop.MouseEvent) { l.underline(true) }

// MouseMoved does nothing.
func (l *link) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the line away that the pointer has brought.
func (l *link) MouseOut() { l.underline(l.computed()) }

// underline shows or hides the line below the figure.
func (l *link) underline(on bool) {
	l.line.Hidden = !on
	canvas.Refresh(l) // the line has no canvas before it was painted once
}

// CreateRenderer makes the renderer of the figure.
func (l *link) CreateRenderer() fyne.WidgetRenderer { return &linkRenderer{l} }

// linkRenderer draws a link.
type linkRenderer struct{ l *link }

func (r *linkRenderer) Layout(size fyne.Size) {
	r.l.text.Resize(size)
	y := (size.Height+r.l.text.TextSize)/2 + 3
	r.l.line.Position1 = fyne.NewPos(0, y)
	r.l.line.Position2 = fyne.NewPos(size.Width, y)
}

func (r *linkRenderer) MinSize() fyne.Size { return r.l.text.MinSize() }

func (r *linkRenderer) Refresh() {
	c := ink(inkOf(r.l.token.Number))
	r.l.text.Color, r.l.line.StrokeColor = c, c
	r.l.text.Refresh()
	r.l.line.Refresh()
}

func (r *linkRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.l.text, r.l.line}
}

func (r *linkRenderer) Destroy() {}

// Label returns a text of one line in a colour, as large as said; 0 is the usual
// size. It is cut with an ellipsis where it does not fit.
func Label(s string, color fyne.ThemeColorName, size float32, style fyne.TextStyle) *Line {
	if size == 0 {
		size = theme.Size(theme.SizeNameText)
	}
	l := &Line{full: s, color: color, text: newWords(s, size, style, color)}
	l.ExtendBaseWidget(l)
	return l
}

// A Line is a text of one line that is cut where it does not fit.
type Line struct {
	widget.BaseWidget
	full  string
	color fyne.ThemeColorName
	text  *canvas.Text
}

// SetText changes the text.
func (l *Line) SetText(s string) {
	l.full = s
	l.Refresh()
}

// Text returns the whole text, cut or not.
func (l *Line) Text() string { return l.full }

// CreateRenderer makes the renderer of the line.
func (l *Line) CreateRenderer() fyne.WidgetRenderer { return &lineRenderer{l} }

// lineRenderer draws a Line.
type lineRenderer struct{ l *Line }

func (r *lineRenderer) Layout(size fyne.Size) {
	t := r.l.text
	t.Text = clip(r.l.full, size.Width, t.TextSize, t.TextStyle)
	t.Resize(size)
}

// MinSize is narrow, so that a long line does not widen the window.
func (r *lineRenderer) MinSize() fyne.Size {
	full := fyne.MeasureText(r.l.full, r.l.text.TextSize, r.l.text.TextStyle)
	return fyne.NewSize(min(full.Width, 60), full.Height)
}

func (r *lineRenderer) Refresh() {
	r.l.text.Color = ink(r.l.color)
	r.Layout(r.l.Size())
	r.l.text.Refresh()
}

func (r *lineRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.l.text} }
func (r *lineRenderer) Destroy()                     {}
