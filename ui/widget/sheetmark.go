package widget

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// markSize is the length of the short sides of a mark; markPixels that of its
// picture, which is larger so that it is smooth on fine screens.
const markSize, markPixels = 8, 32

// newMark returns a mark for the upper right corner of a cell. The toolkit has no
// triangles with a right angle, so it is a picture.
func newMark() *canvas.Image {
	m := &canvas.Image{FillMode: canvas.ImageFillStretch, Image: &triangle{color.Transparent}}
	m.Resize(fyne.NewSize(markSize, markSize))
	return m
}

// tintMark gives a mark a colour.
func tintMark(m *canvas.Image, c color.Color) *canvas.Image {
	if t, ok := m.Image.(*triangle); !ok || t.color != c {
		m.Image = &triangle{c}
		m.Refresh()
	}
	return m
}

// A triangle is a picture of one, with its right angle at the upper right.
type triangle struct{ color color.Color }

// ColorModel returns that of pictures with transparent parts.
func (*triangle) ColorModel() color.Model { return color.NRGBAModel }

// Bounds returns the size of the picture.
func (*triangle) Bounds() image.Rectangle { return image.Rect(0, 0, markPixels, markPixels) }

// At returns the colour of a pixel.
func (t *triangle) At(x, y int) color.Color {
	if x < y {
		return color.Transparent
	}
	return t.color
}
