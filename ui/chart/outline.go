package chart

import (
	xfont "golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// lettered returns the surface that writes text in the way asked for.
func lettered(c surface, text Lettering) surface {
	if text == Outline {
		return &outlined{surface: c}
	}
	return c
}

// outlined draws text as filled glyph outlines, so that a file looks alike on
// every machine, with or without the font. Its text cannot be searched.
type outlined struct {
	surface
	buf sfnt.Buffer
}

// FillString implements surface.
func (o *outlined) FillString(f font.Face, at vg.Point, s string) {
	upem := f.Face.UnitsPerEm()
	ppem := fixed.Int26_6(upem << 6)
	k := f.Font.Size / vg.Length(upem)
	var path vg.Path
	for _, r := range s {
		g, err := f.Face.GlyphIndex(&o.buf, r)
		if err != nil {
			continue
		}
		if segs, err := f.Face.LoadGlyph(&o.buf, g, ppem, nil); err == nil {
			path = append(path, contour(segs, at, k)...)
		}
		if adv, err := f.Face.GlyphAdvance(&o.buf, g, ppem, xfont.HintingNone); err == nil {
			at.X += vg.Length(float64(adv)/64) * k
		}
	}
	if len(path) > 0 {
		o.Fill(path)
	}
}

// contour returns the outline of a glyph whose origin is at a place; k is the
// size of a font unit.
func contour(segs sfnt.Segments, origin vg.Point, k vg.Length) vg.Path {
	at := func(q fixed.Point26_6) vg.Point {
		return vg.Point{
			X: origin.X + vg.Length(float64(q.X)/64)*k,
			Y: origin.Y - vg.Length(float64(q.Y)/64)*k,
		}
	}
	var path vg.Path
	for i, s := range segs {
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			if i > 0 {
				path.Close()
			}
			path.Move(at(s.Args[0]))
		case sfnt.SegmentOpLineTo:
			path.Line(at(s.Args[0]))
		case sfnt.SegmentOpQuadTo:
			path.QuadTo(at(s.Args[0]), at(s.Args[1]))
		case sfnt.SegmentOpCubeTo:
			path.CubeTo(at(s.Args[0]), at(s.Args[1]), at(s.Args[2]))
		}
	}
	if len(segs) > 0 {
		path.Close()
	}
	return path
}
