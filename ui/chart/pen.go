package chart

import (
	"image/color"
	"math"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// surface is the part of vg.Canvas that the renderer uses: no transforms, no
// state stack, so that a new back end is six methods.
type surface interface {
	SetLineWidth(vg.Length)
	SetLineDash(pattern []vg.Length, offset vg.Length)
	SetColor(color.Color)
	Stroke(vg.Path)
	Fill(vg.Path)
	FillString(font.Face, vg.Point, string)
}

// point is a place in points from the top left corner, y downwards.
type point struct{ x, y float64 }

// rect is an upright rectangle in points.
type rect struct{ x0, y0, x1, y1 float64 }

func (r rect) w() float64 { return r.x1 - r.x0 }
func (r rect) h() float64 { return r.y1 - r.y0 }

// inset returns the rectangle made smaller by d on every side.
func (r rect) inset(d float64) rect { return rect{r.x0 + d, r.y0 + d, r.x1 - d, r.y1 - d} }

// aside returns the rectangle made wider by d at either side.
func (r rect) aside(d float64) rect { return rect{r.x0 - d, r.y0, r.x1 + d, r.y1} }

// ordered returns the rectangle with its corners in order.
func (r rect) ordered() rect {
	return rect{min(r.x0, r.x1), min(r.y0, r.y1), max(r.x0, r.x1), max(r.y0, r.y1)}
}

// overlap returns the common area of two rectangles.
func (r rect) overlap(o rect) float64 {
	w := min(r.x1, o.x1) - max(r.x0, o.x0)
	h := min(r.y1, o.y1) - max(r.y0, o.y0)
	if w <= 0 || h <= 0 {
		return 0
	}
	return w * h
}

// pen draws on a vg canvas with the coordinates of this package.
type pen struct {
	*ruler
	c surface
	h float64 // height of the canvas
}

// at converts a place to the canvas, whose origin is the bottom left corner.
func (p *pen) at(x, y float64) vg.Point {
	return vg.Point{X: vg.Length(x), Y: vg.Length(p.h - y)}
}

// path converts a polygon or polyline.
func (p *pen) path(pts []point) vg.Path {
	path := make(vg.Path, 0, len(pts)+1)
	for i, q := range pts {
		if i == 0 {
			path.Move(p.at(q.x, q.y))
			continue
		}
		path.Line(p.at(q.x, q.y))
	}
	return path
}

// fill paints a polygon.
func (p *pen) fill(pts []point, c color.Color) {
	if len(pts) < 3 {
		return
	}
	path := p.path(pts)
	path.Close()
	p.c.SetColor(c)
	p.c.Fill(path)
}

// box paints a rectangle.
func (p *pen) box(r rect, c color.Color) {
	if r = r.ordered(); r.w() > 0 && r.h() > 0 {
		p.fill(corners(r), c)
	}
}

// corners returns the corners of a rectangle in order.
func corners(r rect) []point {
	return []point{{r.x0, r.y0}, {r.x1, r.y0}, {r.x1, r.y1}, {r.x0, r.y1}}
}

// stroke draws a polyline.
func (p *pen) stroke(pts []point, width float64, dash []float64, c color.Color) {
	if len(pts) < 2 {
		return
	}
	p.setLine(width, dash, c)
	p.c.Stroke(p.path(pts))
}

// line draws one segment.
func (p *pen) line(x0, y0, x1, y1, width float64, c color.Color) {
	p.stroke([]point{{x0, y0}, {x1, y1}}, width, nil, c)
}

// setLine sets what strokes look like.
func (p *pen) setLine(width float64, dash []float64, c color.Color) {
	ds := make([]vg.Length, len(dash))
	for i, d := range dash {
		ds[i] = vg.Length(d)
	}
	p.c.SetLineWidth(vg.Length(width))
	p.c.SetLineDash(ds, 0)
	p.c.SetColor(c)
}

// outlineOf strokes a closed polygon.
func (p *pen) outlineOf(pts []point, width float64, c color.Color) {
	path := p.path(pts)
	path.Close()
	p.setLine(width, nil, c)
	p.c.Stroke(path)
}

// circle returns the outline of a circle.
func (p *pen) circle(x, y, r float64) vg.Path {
	var path vg.Path
	path.Move(p.at(x+r, y))
	path.Arc(p.at(x, y), vg.Length(r), 0, 2*math.Pi)
	path.Close()
	return path
}

// write draws one line of text from x on the baseline y.
func (p *pen) write(x, y float64, s string, size float64, bold bool, c color.Color) {
	if s == "" {
		return
	}
	p.c.SetColor(c)
	for _, run := range p.runs(s, bold) {
		p.c.FillString(p.fonts.face(run.bold, size), p.at(x, y), run.text)
		x += p.width(run.text, size, run.bold)
	}
}

// marker draws a point of the given shape and diameter. Open shapes are filled
// with paper.
func (p *pen) marker(x, y, size float64, shape Shape, width float64, ink, paper color.Color) {
	r := size / 2
	switch shape {
	case Dot:
		p.c.SetColor(ink)
		p.c.Fill(p.circle(x, y, r))
		return
	case Ring:
		p.c.SetColor(paper)
		p.c.Fill(p.circle(x, y, r))
		p.setLine(width, nil, ink)
		p.c.Stroke(p.circle(x, y, r))
		return
	case Bar:
		p.line(x, y-r*1.6, x, y+r*1.6, width*1.6, ink)
		return
	}
	outline, open := polygon(x, y, r, shape)
	if open {
		p.fill(outline, paper)
		p.outlineOf(outline, width, ink)
		return
	}
	p.fill(outline, ink)
}

// polygon returns the outline of a cornered shape and whether it is open.
func polygon(x, y, r float64, shape Shape) ([]point, bool) {
	switch shape {
	case Square, OpenSquare:
		r *= 0.89
		return []point{{x - r, y - r}, {x + r, y - r}, {x + r, y + r}, {x - r, y + r}}, shape == OpenSquare
	case Triangle, OpenTriangle:
		r *= 1.15
		return []point{{x, y - r}, {x + 0.87*r, y + 0.5*r}, {x - 0.87*r, y + 0.5*r}}, shape == OpenTriangle
	default:
		r *= 1.25
		return []point{{x, y - r}, {x + r, y}, {x, y + r}, {x - r, y}}, shape == OpenDiamond
	}
}

// hatch draws a pattern of lines inside a rectangle.
func (p *pen) hatch(r rect, pattern Hatch, width float64, c color.Color) {
	r = r.ordered()
	gap := width * 4
	switch pattern {
	case Plain:
	case Level:
		for y := r.y0 + gap/2; y < r.y1; y += gap {
			p.line(r.x0, y, r.x1, y, width, c)
		}
	case Upright:
		for x := r.x0 + gap/2; x < r.x1; x += gap {
			p.line(x, r.y0, x, r.y1, width, c)
		}
	case Rising:
		p.diagonals(r, gap*1.4, width, false, c)
	case RisingFar:
		p.diagonals(r, gap*2.4, width, false, c)
	case Falling:
		p.diagonals(r, gap*1.4, width, true, c)
	case Crossed:
		p.diagonals(r, gap*1.7, width, false, c)
		p.diagonals(r, gap*1.7, width, true, c)
	}
}

// diagonals draws lines at 45 degrees clipped to a rectangle; all rectangles of
// a picture share one grid of lines.
func (p *pen) diagonals(r rect, gap, width float64, falling bool, c color.Color) {
	flip := func(x float64) float64 { return x }
	if falling {
		flip = func(x float64) float64 { return r.x0 + r.x1 - x }
	}
	for s := math.Ceil((r.x0+r.y0)/gap) * gap; s < r.x1+r.y1; s += gap {
		x0 := max(r.x0, s-r.y1)
		x1 := min(r.x1, s-r.y0)
		if x1 > x0 {
			p.line(flip(x0), s-x0, flip(x1), s-x1, width, c)
		}
	}
}
