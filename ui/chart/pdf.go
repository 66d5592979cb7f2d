package chart

import (
	"fmt"
	"image/color"
	"io"
	"math"
	"slices"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"
	xfont "golang.org/x/image/font"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// WriteBook writes figures as the pages of one PDF, each page as large as the
// output says. Text is real and searchable, in an embedded subset of the fonts,
// unless outlines are asked for. The file carries no date of its own, so that
// equal figures give equal bytes.
func WriteBook(figures []*Figure, st Style, o Output, w io.Writer) error {
	o = o.filled()
	if err := o.check(); err != nil {
		return err
	}
	c := newPDFCanvas(st.Fonts, o.Width*mm, o.Height*mm)
	if o.Text == Real {
		if err := c.embed(written(figures, st, c.w, c.h)); err != nil {
			return err
		}
	}
	for i, f := range figures {
		if i == 0 {
			c.describe(f)
		}
		c.page()
		render(f, st, lettered(c, o.Text), c.w, c.h, fileDensity, o.Transparent)
	}
	if err := c.doc.Output(w); err != nil {
		return fmt.Errorf("chart: write pdf: %w", err)
	}
	return nil
}

// pdfFamily is the name of the fonts inside the document.
const pdfFamily = "notosanssc"

// pdfCanvas is a surface on a PDF document. It remembers what the page's state
// is, so that nothing is written twice.
type pdfCanvas struct {
	doc   *fpdf.Fpdf
	fonts *Fonts
	w, h  float64

	ink   color.NRGBA
	width float64
	dash  []float64
	face  string
	size  float64
}

// newPDFCanvas returns an empty document with pages of w×h points.
func newPDFCanvas(fonts *Fonts, w, h float64) *pdfCanvas {
	d := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: w, Ht: h}})
	d.SetMargins(0, 0, 0)
	d.SetAutoPageBreak(false, 0)
	d.SetCatalogSort(true)
	fixedDate := time.Date(2000, time.January, 1, 0, 0, 0, 0, time.UTC)
	d.SetCreationDate(fixedDate)
	d.SetModificationDate(fixedDate)
	return &pdfCanvas{doc: d, fonts: fonts, w: w, h: h}
}

// describe writes title, alternative text and language of the document.
func (c *pdfCanvas) describe(f *Figure) {
	c.doc.SetTitle(f.shortTitle(), true)
	c.doc.SetSubject(f.AltText(), true)
	c.doc.SetProducer("Yunxing", false)
	if f.Lang == "en" {
		c.doc.SetLang("en")
		return
	}
	c.doc.SetLang("zh-CN")
}

// pdfStyle is what the writer calls the regular and the bold face.
func pdfStyle(bold bool) string {
	if bold {
		return "B"
	}
	return ""
}

// embed gives the document both faces, with what is written in each alone.
func (c *pdfCanvas) embed(texts [2][]rune) error {
	for i, runes := range texts {
		if len(runes) == 0 {
			continue
		}
		file, err := subset(c.fonts.files[i], c.fonts.faces[i].Face, runes)
		if err != nil {
			return err
		}
		c.doc.AddUTF8FontFromBytes(pdfFamily, pdfStyle(i == 1), file)
	}
	return nil
}

// A census is a surface that draws nothing and notes the characters that are written
// in the regular and in the bold face.
type census struct{ texts [2][]rune }

func (*census) SetLineWidth(vg.Length)             {}
func (*census) SetLineDash([]vg.Length, vg.Length) {}
func (*census) SetColor(color.Color)               {}
func (*census) Stroke(vg.Path)                     {}
func (*census) Fill(vg.Path)                       {}

// FillString implements surface.
func (c *census) FillString(f font.Face, _ vg.Point, s string) {
	i := 0
	if f.Font.Weight == xfont.WeightBold {
		i = 1
	}
	for _, r := range s {
		c.texts[i] = append(c.texts[i], embeddable(r))
	}
}

// written returns the characters that drawing the figures takes, by face.
func written(figures []*Figure, st Style, w, h float64) [2][]rune {
	c := &census{}
	for _, f := range figures {
		render(f, st, c, w, h, fileDensity, true)
	}
	return c.texts
}

// page begins a page with a known state.
func (c *pdfCanvas) page() {
	c.doc.AddPage()
	c.doc.SetLineJoinStyle("round")
	c.doc.SetLineCapStyle("butt")
	c.width, c.dash, c.face, c.size = -1, nil, "", 0
	c.ink = color.NRGBA{A: 1}
	c.SetColor(color.Black)
	c.doc.SetDashPattern(nil, 0)
}

// SetLineWidth implements surface.
func (c *pdfCanvas) SetLineWidth(w vg.Length) {
	if float64(w) != c.width {
		c.width = float64(w)
		c.doc.SetLineWidth(c.width)
	}
}

// SetLineDash implements surface.
func (c *pdfCanvas) SetLineDash(p []vg.Length, offset vg.Length) {
	dash := make([]float64, len(p))
	for i, d := range p {
		dash[i] = float64(d)
	}
	if !slices.Equal(dash, c.dash) {
		c.dash = dash
		c.doc.SetDashPattern(dash, float64(offset))
	}
}

// SetColor implements surface.
func (c *pdfCanvas) SetColor(ink color.Color) {
	n := nrgba(ink)
	if n == c.ink {
		return
	}
	if n.A != c.ink.A {
		c.doc.SetAlpha(math.Round(float64(n.A)/255*1000)/1000, "Normal")
	}
	c.ink = n
	r, g, b := int(n.R), int(n.G), int(n.B)
	c.doc.SetFillColor(r, g, b)
	c.doc.SetDrawColor(r, g, b)
	c.doc.SetTextColor(r, g, b)
}

// Stroke implements surface.
func (c *pdfCanvas) Stroke(p vg.Path) {
	if c.width > 0 {
		c.path(p)
		c.doc.DrawPath("D")
	}
}

// Fill implements surface.
func (c *pdfCanvas) Fill(p vg.Path) {
	c.path(p)
	c.doc.DrawPath("F")
}

// y turns a height above the bottom into one below the top.
func (c *pdfCanvas) y(v vg.Length) float64 { return c.h - float64(v) }

// path writes a path.
func (c *pdfCanvas) path(p vg.Path) {
	x := func(v vg.Length) float64 { return float64(v) }
	for _, k := range p {
		switch k.Type {
		case vg.MoveComp:
			c.doc.MoveTo(x(k.Pos.X), c.y(k.Pos.Y))
		case vg.LineComp:
			c.doc.LineTo(x(k.Pos.X), c.y(k.Pos.Y))
		case vg.CurveComp:
			switch len(k.Control) {
			case 1:
				c.doc.CurveTo(x(k.Control[0].X), c.y(k.Control[0].Y), x(k.Pos.X), c.y(k.Pos.Y))
			case 2:
				c.doc.CurveBezierCubicTo(x(k.Control[0].X), c.y(k.Control[0].Y), x(k.Control[1].X), c.y(k.Control[1].Y), x(k.Pos.X), c.y(k.Pos.Y))
			}
		case vg.ArcComp:
			c.arc(k)
		case vg.CloseComp:
			c.doc.ClosePath()
		}
	}
}

// arc writes an arc as Bézier curves of at most a quarter circle each.
func (c *pdfCanvas) arc(k vg.PathComp) {
	n := max(1, int(math.Ceil(math.Abs(k.Angle)/(math.Pi/2)-1e-9)))
	step := k.Angle / float64(n)
	pull := 4.0 / 3 * math.Tan(step/4)
	r, cx, cy := float64(k.Radius), float64(k.Pos.X), c.y(k.Pos.Y)
	for i := range n {
		s0, c0 := math.Sincos(k.Start + step*float64(i))
		s1, c1 := math.Sincos(k.Start + step*float64(i+1))
		c.doc.CurveBezierCubicTo(
			cx+r*(c0-pull*s0), cy-r*(s0+pull*c0),
			cx+r*(c1+pull*s1), cy-r*(s1-pull*c1),
			cx+r*c1, cy-r*s1)
	}
}

// FillString implements surface. Characters beyond the basic plane, which the
// writer cannot embed, become an empty box.
func (c *pdfCanvas) FillString(f font.Face, at vg.Point, s string) {
	style := pdfStyle(f.Font.Weight == xfont.WeightBold)
	if size := float64(f.Font.Size); style != c.face || size != c.size {
		c.doc.SetFont(pdfFamily, style, size)
		c.face, c.size = style, size
	}
	c.doc.Text(float64(at.X), c.y(at.Y), strings.Map(embeddable, s))
}

// embeddable returns the character that is written for r.
func embeddable(r rune) rune {
	if r > 0xffff {
		return '□'
	}
	return r
}
