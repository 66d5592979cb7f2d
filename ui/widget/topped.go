package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// NewTopped returns a body with heads above it, each as high as its width makes it; the
// body takes the rest.
func NewTopped(body fyne.CanvasObject, heads ...fyne.CanvasObject) fyne.CanvasObject {
	return container.New(topped{body}, append(heads, body)...)
}

// topped lays out heads above a body.
type topped struct{ body fyne.CanvasObject }

// MinSize is that of the widest object, and as high as all.
func (topped) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, o := range visible(objects) {
		m := o.MinSize()
		size.Width = max(size.Width, m.Width)
		size.Height += m.Height
	}
	return size
}

// Layout puts heads and body below each other.
func (t topped) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range visible(objects) {
		h := heightFor(o, size.Width)
		if o == t.body {
			h = max(0, size.Height-y)
		}
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, h))
		y += h
	}
}
