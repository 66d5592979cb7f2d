package chart

import (
	"image/color"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// A placedText is a text where a picture has it.
type placedText struct {
	text string
	box  rect
}

// placed returns the texts of a figure on w×h points, and how many names found no
// room.
func placed(f *Figure, st Style, w, h float64) ([]placedText, int) {
	r := &recorder{h: h, ruler: newRuler(st.Fonts)}
	frame := render(f, st, r, w, h, 1, false)
	return r.texts, frame.Dropped
}

// recorder is a surface that remembers where text stands and draws nothing.
type recorder struct {
	h     float64
	ruler *ruler
	texts []placedText
}

// SetLineWidth implements surface.
func (*recorder) SetLineWidth(vg.Length) {}

// SetLineDash implements surface.
func (*recorder) SetLineDash([]vg.Length, vg.Length) {}

// SetColor implements surface.
func (*recorder) SetColor(color.Color) {}

// Stroke implements surface.
func (*recorder) Stroke(vg.Path) {}

// Fill implements surface.
func (*recorder) Fill(vg.Path) {}

// FillString implements surface: a text covers from the top of its figures to a
// little below its base line.
func (r *recorder) FillString(f font.Face, at vg.Point, s string) {
	size, bold := float64(f.Font.Size), f.Font.Weight > 0
	x, y := float64(at.X), r.h-float64(at.Y)
	w := r.ruler.width(s, size, bold)
	r.texts = append(r.texts, placedText{s, rect{x, y - size*0.72, x + w, y + size*0.1}})
}

// colliding returns the texts that cover another.
func colliding(texts []placedText) []string {
	var out []string
	for i, a := range texts {
		for _, b := range texts[:i] {
			if a.box.inset(0.2).overlap(b.box.inset(0.2)) > 0 {
				out = append(out, a.text)
				break
			}
		}
	}
	return out
}

// leaving returns the texts that reach out of a picture of w×h points.
func leaving(texts []placedText, w, h float64) []string {
	var out []string
	for _, t := range texts {
		if t.box.x0 < -0.01 || t.box.x1 > w+0.01 || t.box.y0 < 0 || t.box.y1 > h {
			out = append(out, t.text)
		}
	}
	return out
}
