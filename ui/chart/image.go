package chart

import (
	"image"
	"image/color"
	"image/draw"
	"math"
	"slices"

	xfont "golang.org/x/image/font"
	"golang.org/x/image/math/fixed"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgimg"
)

// screenDPI is the resolution at scale 1.
const screenDPI = 96

// Image draws the figure for the screen: w×h device pixels, scale device pixels
// to a pixel of 1/96 inch (1 on a plain display, 2 on a fine one). The frame
// tells where values lie. Sizes below 1 give an empty picture.
func Image(f *Figure, st Style, w, h int, scale float64) (image.Image, Frame) {
	if w < 1 || h < 1 || float64(w)*float64(h) > mostPixels {
		return image.NewRGBA(image.Rect(0, 0, 0, 0)), Frame{}
	}
	if !(scale > 0.1 && scale < 20) {
		scale = 1
	}
	return paint(f, st, w, h, int(math.Round(screenDPI*scale)), false)
}

// paint draws the figure on w×h pixels at a resolution.
func paint(f *Figure, st Style, w, h, dpi int, clear bool) (image.Image, Frame) {
	px := float64(dpi) / 72
	pw, ph := float64(w)/px, float64(h)/px
	paper := color.Color(st.Paper)
	if clear {
		paper = color.Transparent
	}
	c := newRaster(pw, ph, dpi, paper)
	frame := render(f, st, c, pw, ph, px, true)
	frame.Width, frame.Height = w, h
	return c.Image(), frame
}

// raster is the picture canvas of vg with text drawn glyph by glyph through
// faces that are made once.
type raster struct {
	*vgimg.Canvas
	ink   color.Color
	faces map[font.Font]xfont.Face
}

// newRaster returns a canvas of w×h points in one colour.
func newRaster(w, h float64, dpi int, paper color.Color) *raster {
	return &raster{
		Canvas: vgimg.NewWith(
			vgimg.UseWH(vg.Length(w), vg.Length(h)),
			vgimg.UseDPI(dpi),
			vgimg.UseBackgroundColor(paper),
		),
		ink:   color.Black,
		faces: make(map[font.Font]xfont.Face),
	}
}

// SetColor implements surface.
func (r *raster) SetColor(c color.Color) {
	r.ink = c
	r.Canvas.SetColor(c)
}

// strokePiece is the number of points that are stroked at once. The rasteriser
// keeps an ordered list for each row of pixels, so that its time grows with the
// square of the points of one path.
const strokePiece = 48

// Stroke implements surface: long curves in overlapping pieces.
func (r *raster) Stroke(p vg.Path) {
	if len(p) <= 4*strokePiece {
		r.Canvas.Stroke(p)
		return
	}
	for from := 0; from < len(p)-1; from += strokePiece {
		piece := slices.Clone(p[from:min(from+strokePiece+1, len(p))])
		piece[0].Type = vg.MoveComp
		r.Canvas.Stroke(piece)
	}
}

// FillString implements surface. The canvas of vg would make a face for every
// call and resample each glyph.
func (r *raster) FillString(f font.Face, at vg.Point, s string) {
	face := r.faces[f.Font]
	if face == nil {
		face = f.FontFace(r.DPI())
		r.faces[f.Font] = face
	}
	img := r.Image()
	src := image.NewUniform(r.ink)
	dot := fixed.Point26_6{
		X: fixed.Int26_6(at.X.Dots(r.DPI()) * 64),
		Y: fixed.Int26_6((float64(img.Bounds().Dy()) - at.Y.Dots(r.DPI())) * 64),
	}
	for _, c := range s {
		box, mask, from, advance, ok := face.Glyph(dot, c)
		if !ok {
			continue
		}
		draw.DrawMask(img, box, src, image.Point{}, mask, from, draw.Over)
		dot.X += advance
	}
}
