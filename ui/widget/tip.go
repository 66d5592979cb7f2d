package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A tip is the reading over a chart: a crosshair and a box with words.
type tip struct {
	widget.BaseWidget
	down  *canvas.Rectangle // the lines of the crosshair
	along *canvas.Rectangle
	dot   *canvas.Circle
	box   *canvas.Rectangle
	texts []*canvas.Text
}

// newTip returns a hidden reading.
func newTip() *tip {
	t := &tip{down: canvas.NewRectangle(ink(ColorMuted)), along: canvas.NewRectangle(ink(ColorMuted)), dot: canvas.NewCircle(ink(theme.ColorNamePrimary)), box: canvas.NewRectangle(ink(theme.ColorNameOverlayBackground))}
	t.box.StrokeWidth, t.box.CornerRadius = 1, 3
	t.ExtendBaseWidget(t)
	t.Hide()
	return t
}

// show shows words for the value at a place in a plot; size is that of the chart.
func (t *tip) show(words []string, at fyne.Position, plot box, size fyne.Size) {
	const pad, gap = 8, 12
	line := textSize() * 1.5
	t.texts = nil
	width := float32(0)
	for i, w := range words {
		c := newWords(w, textSize(), fyne.TextStyle{Bold: i == 0}, theme.ColorNameForeground)
		if i > 1 {
			c.Color = ink(ColorMuted)
		}
		width = max(width, measure(w, c.TextSize, c.TextStyle))
		t.texts = append(t.texts, c)
	}
	outer := fyne.NewSize(width+2*pad, line*float32(len(words))+pad)
	x, y := at.X+gap, at.Y-outer.Height-gap
	if x+outer.Width > size.Width {
		x = max(0, at.X-gap-outer.Width)
	}
	y = max(0, min(y, size.Height-outer.Height))
	t.box.Move(fyne.NewPos(x, y))
	t.box.Resize(outer)
	for i, c := range t.texts {
		c.Move(fyne.NewPos(x+pad, y+pad/2+float32(i)*line))
		c.Resize(fyne.NewSize(width, line))
	}
	put(t.down, at.X, plot.top, 1, max(0, plot.bottom-plot.top))
	put(t.along, plot.left, at.Y, max(0, plot.right-plot.left), 1)
	t.dot.Move(fyne.NewPos(at.X-4, at.Y-4))
	t.dot.Resize(fyne.NewSize(9, 9))
	t.Show()
	t.Refresh()
}

// CreateRenderer makes the renderer of the reading.
func (t *tip) CreateRenderer() fyne.WidgetRenderer { return &tipRenderer{t} }

// tipRenderer draws a tip.
type tipRenderer struct{ t *tip }

func (r *tipRenderer) Layout(fyne.Size)   {}
func (r *tipRenderer) MinSize() fyne.Size { return fyne.NewSize(1, 1) }
func (r *tipRenderer) Destroy()           {}

func (r *tipRenderer) Refresh() {
	r.t.down.FillColor, r.t.along.FillColor, r.t.dot.FillColor = ink(theme.ColorNameDisabled), ink(theme.ColorNameDisabled), ink(theme.ColorNamePrimary)
	r.t.box.FillColor, r.t.box.StrokeColor = ink(theme.ColorNameOverlayBackground), ink(ColorMuted)
	canvas.Refresh(r.t)
}

func (r *tipRenderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.t.down, r.t.along, r.t.dot, r.t.box}
	for _, t := range r.t.texts {
		out = append(out, t)
	}
	return out
}
