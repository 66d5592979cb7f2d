package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A LegendItem says what a ground or a mark of cells means.
type LegendItem struct {
	Ground fyne.ThemeColorName // "" for that of the page
	Mark   bool
	Text   string
}

// Legend returns a row of swatches with words, which flows on below where there is no
// room beside.
func Legend(items []LegendItem) fyne.CanvasObject {
	l := &legend{items: items, width: 1}
	l.ExtendBaseWidget(l)
	return l
}

// Sizes of a legend.
const (
	legendLine   = 22
	legendSwatch = 14
	legendGap    = 6  // between a swatch and its words
	legendSpace  = 16 // between two items
)

// legend is what Legend returns.
type legend struct {
	widget.BaseWidget
	items []LegendItem
	width float32
}

var _ Flowing = (*legend)(nil)

// room returns the width of an item.
func (l *legend) room(i LegendItem) float32 {
	return legendSwatch + legendGap + measure(i.Text, theme.Size(theme.SizeNameCaptionText), fyne.TextStyle{})
}

// places returns where the items stand at a width, and the height of all.
func (l *legend) places(width float32) (at []fyne.Position, height float32) {
	x, y := float32(0), float32(0)
	for _, i := range l.items {
		w := l.room(i)
		if x > 0 && x+w > width {
			x, y = 0, y+legendLine
		}
		at = append(at, fyne.NewPos(x, y))
		x += w + legendSpace
	}
	return at, y + legendLine
}

// HeightFor returns the height at a width.
func (l *legend) HeightFor(width float32) float32 {
	_, h := l.places(width)
	return h
}

// MinSize returns the height at the width that was last given.
func (l *legend) MinSize() fyne.Size {
	l.ExtendBaseWidget(l)
	least := float32(0)
	for _, i := range l.items {
		least = max(least, l.room(i))
	}
	return fyne.NewSize(least, l.HeightFor(max(l.width, least)))
}

// Resize flows the items at the new width.
func (l *legend) Resize(size fyne.Size) {
	l.width = size.Width
	l.BaseWidget.Resize(size)
}

// CreateRenderer makes the renderer of the legend.
func (l *legend) CreateRenderer() fyne.WidgetRenderer {
	l.ExtendBaseWidget(l)
	r := &legendRenderer{l: l}
	for range l.items {
		swatch := &canvas.Rectangle{StrokeWidth: 1}
		r.swatches = append(r.swatches, swatch)
		mark := newMark()
		r.marks = append(r.marks, mark)
		text := &canvas.Text{}
		r.texts = append(r.texts, text)
		r.objects = append(r.objects, swatch, mark, text)
	}
	r.color()
	return r
}

// legendRenderer draws a legend.
type legendRenderer struct {
	l        *legend
	swatches []*canvas.Rectangle
	marks    []*canvas.Image
	texts    []*canvas.Text
	objects  []fyne.CanvasObject
}

// color gives the parts the colours of the theme.
func (r *legendRenderer) color() {
	for n, i := range r.l.items {
		ground := i.Ground
		if ground == "" {
			ground = theme.ColorNameBackground
		}
		r.swatches[n].FillColor, r.swatches[n].StrokeColor = ink(ground), ink(theme.ColorNameInputBorder)
		r.marks[n].Hidden = !i.Mark
		tintMark(r.marks[n], ink(ColorDoubtful))
		t := r.texts[n]
		t.Text, t.TextSize, t.Color = i.Text, theme.Size(theme.SizeNameCaptionText), ink(theme.ColorNameForeground)
	}
}

// Layout puts the items in their places.
func (r *legendRenderer) Layout(size fyne.Size) {
	at, _ := r.l.places(size.Width)
	for n, p := range at {
		put(r.swatches[n], p.X, p.Y+(legendLine-legendSwatch)/2, legendSwatch, legendSwatch)
		r.marks[n].Move(fyne.NewPos(p.X+legendSwatch-markSize, p.Y+(legendLine-legendSwatch)/2))
		put(r.texts[n], p.X+legendSwatch+legendGap, p.Y, r.l.room(r.l.items[n])-legendSwatch-legendGap, legendLine)
	}
}

// Refresh draws the legend in the colours of the theme.
func (r *legendRenderer) Refresh() {
	r.color()
	r.Layout(r.l.Size())
	canvas.Refresh(r.l)
}

func (r *legendRenderer) MinSize() fyne.Size           { return r.l.MinSize() }
func (r *legendRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *legendRenderer) Destroy()                     {}
