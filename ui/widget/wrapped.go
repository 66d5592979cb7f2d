package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// A Wrapped box puts objects beside each other and goes on in another line where there
// is no room. Its height follows from its width.
type Wrapped struct {
	widget.BaseWidget
	objects      []fyne.CanvasObject
	across, down float32 // margins at the sides, and above and below
}

var _ Flowing = (*Wrapped)(nil)

// wrapGap is the space between objects and between lines.
const wrapGap = 4

// NewWrapped returns a box of objects with margins across and down.
func NewWrapped(across, down float32, objects ...fyne.CanvasObject) *Wrapped {
	w := &Wrapped{objects: objects, across: across, down: down}
	w.ExtendBaseWidget(w)
	return w
}

// SetObjects replaces the objects.
func (w *Wrapped) SetObjects(objects ...fyne.CanvasObject) {
	w.objects = objects
	w.Refresh()
}

// HeightFor returns the height that the objects take at a width.
func (w *Wrapped) HeightFor(width float32) float32 {
	return w.place(width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {})
}

// place tells where each object stands at a width, and returns the height of all. Every
// line is as high as the highest object.
func (w *Wrapped) place(width float32, put func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	line := float32(0)
	for _, o := range w.objects {
		line = max(line, o.MinSize().Height)
	}
	at := fyne.NewPos(w.across, w.down)
	for _, o := range w.objects {
		size := fyne.NewSize(o.MinSize().Width, line)
		if at.X > w.across && at.X+size.Width > width-w.across {
			at = fyne.NewPos(w.across, at.Y+line+wrapGap)
		}
		put(o, at, size)
		at.X += size.Width + wrapGap
	}
	return at.Y + line + w.down
}

// CreateRenderer makes the renderer of the box.
func (w *Wrapped) CreateRenderer() fyne.WidgetRenderer { return &wrappedRenderer{w} }

// wrappedRenderer draws a Wrapped box.
type wrappedRenderer struct{ w *Wrapped }

// Layout places the objects.
func (r *wrappedRenderer) Layout(size fyne.Size) {
	r.w.place(size.Width, func(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
		o.Move(at)
		o.Resize(size)
	})
}

// MinSize is that of the widest object, and as high as the objects at the width that
// the box has.
func (r *wrappedRenderer) MinSize() fyne.Size {
	size := fyne.Size{}
	for _, o := range r.w.objects {
		size.Width = max(size.Width, o.MinSize().Width+2*r.w.across)
	}
	size.Height = r.w.HeightFor(max(r.w.Size().Width, size.Width))
	return size
}

// Refresh places the objects anew.
func (r *wrappedRenderer) Refresh() {
	r.Layout(r.w.Size())
	for _, o := range r.w.objects {
		o.Refresh()
	}
}

func (r *wrappedRenderer) Objects() []fyne.CanvasObject { return r.w.objects }
func (r *wrappedRenderer) Destroy()                     {}
