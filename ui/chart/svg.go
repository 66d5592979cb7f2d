package chart

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image/color"
	"io"
	"math"
	"strconv"
	"strings"

	xfont "golang.org/x/image/font"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// writeSVG writes a vector picture with title, description and either real
// text or outlines.
func writeSVG(f *Figure, st Style, o Output, w io.Writer) error {
	pw, ph := o.Width*mm, o.Height*mm
	c := &svgCanvas{h: ph}
	render(f, st, lettered(c, o.Text), pw, ph, fileDensity, o.Transparent)
	lang := "zh-CN"
	if f.Lang == "en" {
		lang = "en"
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="%smm" height="%smm" viewBox="0 0 %s %s" xml:lang="%s" role="img" aria-labelledby="t d">
<title id="t">%s</title>
<desc id="d">%s</desc>
<g font-family="%s" font-kerning="none" stroke-linejoin="round">
`, short(o.Width), short(o.Height), short(pw), short(ph), lang, escape(f.shortTitle()), escape(f.AltText()), escape(familyList))
	b.Write(c.body.Bytes())
	b.WriteString("</g>\n</svg>\n")
	if _, err := w.Write(b.Bytes()); err != nil {
		return fmt.Errorf("chart: write svg: %w", err)
	}
	return nil
}

// fileDensity is the number of points of a curve that vector files keep per
// point of length: 300 dpi.
const fileDensity = 300.0 / 72

// shortTitle returns what a file is called in its metadata.
func (f *Figure) shortTitle() string {
	if f.Headline != "" {
		return f.Headline
	}
	return strings.TrimSpace(f.Number + " " + f.Caption)
}

// svgCanvas is a surface that writes SVG elements.
type svgCanvas struct {
	body  bytes.Buffer
	h     float64
	ink   color.NRGBA
	width float64
	dash  []vg.Length
}

// SetLineWidth implements surface.
func (c *svgCanvas) SetLineWidth(w vg.Length) { c.width = float64(w) }

// SetLineDash implements surface.
func (c *svgCanvas) SetLineDash(p []vg.Length, _ vg.Length) { c.dash = p }

// SetColor implements surface.
func (c *svgCanvas) SetColor(ink color.Color) { c.ink = nrgba(ink) }

// nrgba converts a colour; nil is black.
func nrgba(c color.Color) color.NRGBA {
	if c == nil {
		return color.NRGBA{A: 0xff}
	}
	out, _ := color.NRGBAModel.Convert(c).(color.NRGBA)
	return out
}

// Stroke implements surface.
func (c *svgCanvas) Stroke(p vg.Path) {
	if c.width <= 0 {
		return
	}
	fmt.Fprintf(&c.body, `<path d="%s" fill="none" stroke="%s" stroke-width="%s"`, c.path(p), rgb(c.ink), short(c.width))
	c.opacity("stroke-opacity")
	if len(c.dash) > 0 {
		ds := make([]string, len(c.dash))
		for i, d := range c.dash {
			ds[i] = short(float64(d))
		}
		fmt.Fprintf(&c.body, ` stroke-dasharray="%s"`, strings.Join(ds, " "))
	}
	c.body.WriteString("/>\n")
}

// Fill implements surface.
func (c *svgCanvas) Fill(p vg.Path) {
	fmt.Fprintf(&c.body, `<path d="%s" fill="%s"`, c.path(p), rgb(c.ink))
	c.opacity("fill-opacity")
	c.body.WriteString("/>\n")
}

// opacity writes an opacity attribute where the ink is not opaque.
func (c *svgCanvas) opacity(name string) {
	if c.ink.A != 0xff {
		fmt.Fprintf(&c.body, ` %s="%s"`, name, short(float64(c.ink.A)/255))
	}
}

// FillString implements surface.
func (c *svgCanvas) FillString(f font.Face, at vg.Point, s string) {
	weight := ""
	if f.Font.Weight == xfont.WeightBold {
		weight = ` font-weight="bold"`
	}
	fmt.Fprintf(&c.body, `<text x="%s" y="%s" font-size="%s"%s fill="%s">%s</text>`+"\n",
		short(float64(at.X)), short(c.h-float64(at.Y)), short(float64(f.Font.Size)), weight, rgb(c.ink), escape(s))
}

// path returns the data of a path.
func (c *svgCanvas) path(p vg.Path) string {
	var b strings.Builder
	at := func(q vg.Point) string { return short(float64(q.X)) + " " + short(c.h-float64(q.Y)) }
	for _, k := range p {
		switch k.Type {
		case vg.MoveComp:
			b.WriteString("M" + at(k.Pos))
		case vg.LineComp:
			b.WriteString("L" + at(k.Pos))
		case vg.CurveComp:
			b.WriteString([]string{"L", "Q", "C"}[min(len(k.Control), 2)])
			for _, q := range k.Control {
				b.WriteString(at(q) + " ")
			}
			b.WriteString(at(k.Pos))
		case vg.ArcComp:
			for _, half := range arcHalves(k) {
				r := short(float64(k.Radius))
				fmt.Fprintf(&b, "A%s %s 0 0 0 %s", r, r, at(half))
			}
		case vg.CloseComp:
			b.WriteString("Z")
		}
	}
	return b.String()
}

// arcHalves returns the middle and the end of an arc, which SVG needs to draw a
// full circle.
func arcHalves(k vg.PathComp) [2]vg.Point {
	var out [2]vg.Point
	for i := range out {
		sin, cos := math.Sincos(k.Start + k.Angle*float64(i+1)/2)
		out[i] = vg.Point{X: k.Pos.X + k.Radius*vg.Length(cos), Y: k.Pos.Y + k.Radius*vg.Length(sin)}
	}
	return out
}

// short prints a length with two decimals at most.
func short(v float64) string {
	v = math.Round(v*100) / 100
	if v == 0 {
		return "0"
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// rgb prints a colour without its opacity.
func rgb(c color.NRGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// escape makes text safe inside elements and attributes.
func escape(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s)) // a buffer takes every write
	return b.String()
}
