package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// seenBarHeight is the height of a seenBar.
const seenBarHeight = 24

// A seenBar says above a chart what is not seen of it, with what shows it again.
type seenBar struct {
	widget.BaseWidget
	ground *canvas.Rectangle
	words  *canvas.Text
	text   string
	all    *Choice
}

// newSeenBar returns a hidden bar.
func newSeenBar(all string, tapped func()) *seenBar {
	b := &seenBar{ground: canvas.NewRectangle(ink(ColorPanel)), all: NewTab(all, tapped)}
	b.words = newWords("", theme.Size(theme.SizeNameCaptionText), fyne.TextStyle{}, theme.ColorNameForeground)
	b.ExtendBaseWidget(b)
	b.Hide()
	return b
}

// setText says what is not seen.
func (b *seenBar) setText(s string) {
	b.text = s
	b.Refresh()
}

// CreateRenderer makes the renderer of the bar.
func (b *seenBar) CreateRenderer() fyne.WidgetRenderer { return &seenBarRenderer{b} }

// seenBarRenderer draws a seenBar.
type seenBarRenderer struct{ b *seenBar }

func (r *seenBarRenderer) MinSize() fyne.Size { return fyne.NewSize(1, seenBarHeight) }
func (r *seenBarRenderer) Destroy()           {}

// Layout puts the words at the left and what shows all at the right.
func (r *seenBarRenderer) Layout(size fyne.Size) {
	const pad = 10
	b := r.b
	w := b.all.MinSize().Width
	put(b.ground, 0, 0, size.Width, size.Height)
	put(b.all, size.Width-w-pad, 0, w, size.Height)
	b.words.Text = clip(b.text, size.Width-w-3*pad, b.words.TextSize, fyne.TextStyle{})
	put(b.words, pad, 0, size.Width-w-3*pad, size.Height)
}

// Refresh draws the bar in the colours of the theme.
func (r *seenBarRenderer) Refresh() {
	r.b.ground.FillColor, r.b.words.Color = ink(ColorPanel), ink(theme.ColorNameForeground)
	r.Layout(r.b.Size())
	canvas.Refresh(r.b)
}

func (r *seenBarRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.b.ground, r.b.words, r.b.all}
}
