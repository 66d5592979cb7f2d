package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// A Flowing object is as high as its width makes it.
type Flowing interface {
	fyne.CanvasObject
	HeightFor(width float32) float32
}

// heightFor returns the height of an object at a width.
func heightFor(o fyne.CanvasObject, width float32) float32 {
	if f, ok := o.(Flowing); ok {
		return f.HeightFor(width)
	}
	return o.MinSize().Height
}

// column stacks objects, each as high as its width makes it.
type column struct {
	gap          float32
	across, down float32 // margins at the sides, and above and below
	most         float32 // greatest width of the text, 0 for any
	left         bool    // what is narrower than the sheet stands left, not in the middle
	width        float32
}

// inner returns the left edge and the width of the objects.
func (c *column) inner(width float32) (x, w float32) {
	w = width - 2*c.across
	if c.most > 0 && w > c.most {
		w = c.most
	}
	if c.left {
		return c.across, max(w, 1)
	}
	return (width - w) / 2, max(w, 1)
}

// MinSize returns the height at the width last laid out.
func (c *column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(120, c.height(objects, max(c.width, 120)))
}

// height returns the height of all objects at a width.
func (c *column) height(objects []fyne.CanvasObject, width float32) float32 {
	_, w := c.inner(width)
	h := 2 * c.down
	for i, o := range visible(objects) {
		if i > 0 {
			h += c.gap
		}
		h += heightFor(o, w)
	}
	return h
}

// Layout stacks the objects.
func (c *column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	c.width = size.Width
	x, w := c.inner(size.Width)
	y := c.down
	for _, o := range visible(objects) {
		h := heightFor(o, w)
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
		y += h + c.gap
	}
}

// visible returns the objects that are not hidden.
func visible(objects []fyne.CanvasObject) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, o := range objects {
		if o.Visible() {
			out = append(out, o)
		}
	}
	return out
}

// A Sheet scrolls a stack of objects down.
type Sheet struct {
	box    *fyne.Container
	inner  *fyne.Container
	scroll *container.Scroll
	column *column
}

// NewSheet returns a sheet of objects with a gap between them and margins across and
// down; their width is at most most, 0 for any.
func NewSheet(gap, across, down, most float32, objects ...fyne.CanvasObject) *Sheet {
	s := &Sheet{column: &column{gap: gap, across: across, down: down, most: most}}
	s.inner = container.New(s.column, objects...)
	s.scroll = container.NewVScroll(s.inner)
	s.box = container.New(s, s.scroll)
	return s
}

// AlignLeft sets what is narrower than the sheet to the left, not in the middle.
func (s *Sheet) AlignLeft() *Sheet {
	s.column.left = true
	return s
}

// Object returns what to put on a page.
func (s *Sheet) Object() fyne.CanvasObject { return s.box }

// SetObjects replaces the objects and goes back to the top.
func (s *Sheet) SetObjects(objects ...fyne.CanvasObject) {
	s.inner.Objects = objects
	s.inner.Refresh()
	s.scroll.ScrollToTop()
	s.scroll.Refresh()
}

// Reveal scrolls as far as is needed to show an object of the sheet, from its top where
// it is higher than the sheet.
func (s *Sheet) Reveal(o fyne.CanvasObject) {
	top, bottom := o.Position().Y, o.Position().Y+o.Size().Height
	at, view := s.scroll.Offset.Y, s.scroll.Size().Height
	switch {
	case top < at || bottom-top > view:
		at = top
	case bottom > at+view:
		at = bottom - view
	}
	s.scroll.ScrollToOffset(fyne.NewPos(0, at))
}

// HeightFor returns the height that all objects take at a width.
func (s *Sheet) HeightFor(width float32) float32 { return s.column.height(s.inner.Objects, width) }

// Layout gives the scroll its size; the stack learns its width first, because its
// height depends on it.
func (s *Sheet) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	s.column.width = size.Width
	s.scroll.Resize(size)
	s.scroll.Refresh()
}

// MinSize is small: the rest is scrolled.
func (s *Sheet) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(120, 40) }
