package widget

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// A pool is a layer of objects of one kind, of which as many are shown as a picture
// needs. Objects are made once and used again.
type pool[T fyne.CanvasObject] struct {
	box  *fyne.Container
	made []T
	all  []fyne.CanvasObject // those of made
	used int
	make func() T
}

// newPool returns an empty layer of objects that are made by a function.
func newPool[T fyne.CanvasObject](makes func() T) *pool[T] {
	return &pool[T]{box: newLayers(), make: makes}
}

// next returns an object that is not in use.
func (p *pool[T]) next() T {
	if p.used == len(p.made) {
		o := p.make()
		p.made, p.all = append(p.made, o), append(p.all, o)
	}
	p.used++
	return p.made[p.used-1]
}

// begin takes all objects back.
func (p *pool[T]) begin() { p.used = 0 }

// end shows the objects that were taken since begin.
func (p *pool[T]) end() { p.box.Objects = p.all[:p.used] }

// newBars returns a layer of plain rectangles.
func newBars() *pool[*canvas.Rectangle] {
	return newPool(func() *canvas.Rectangle { return &canvas.Rectangle{} })
}

// newTexts returns a layer of texts. They keep no size: the toolkit draws a text at
// its place whatever its size is, and would free it whenever that changes.
func newTexts() *pool[*canvas.Text] {
	return newPool(func() *canvas.Text { return &canvas.Text{} })
}

// newLayers returns a box that leaves its objects where they are.
func newLayers(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(still{}, objects...)
}

// still is a layout that does nothing, so that objects that change their sizes ask
// no one for a new layout.
type still struct{}

func (still) Layout([]fyne.CanvasObject, fyne.Size) {}
func (still) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }

// put moves and sizes an object.
func put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

// whole returns a position in whole units, where the toolkit draws texts sharp.
func whole(x, y float32) fyne.Position {
	return fyne.NewPos(float32(math.Round(float64(x))), float32(math.Round(float64(y))))
}
