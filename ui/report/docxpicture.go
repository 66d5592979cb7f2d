package report

import (
	"bytes"
	"fmt"

	"yunxing/ui/chart"
)

// emuPerMM is the number of English metric units in a millimetre.
const emuPerMM = 36000

// vectorUse is the extension by which Word finds the vector form of a picture.
const vectorUse = `<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="%s"/></a:ext></a:extLst>`

// figure writes a picture, its caption, and source and note below it.
func (b *body) figure(f *Figure) {
	if f.Chart == nil {
		return
	}
	drawn := *f.Chart
	drawn.Source, drawn.Note = "", "" // the document has them as text
	width, height := f.size()
	name := caption(b.Printer, f.Number, f.caption())
	if !b.NativeCharts || !b.nativeChart(name, f.Chart.AltText(), &drawn, width, height) {
		b.drawing(name, &drawn, width, height)
	}
	lines := f.below()
	b.paragraph("FigureTitle", len(lines) > 0, b.words(name))
	for i, s := range lines {
		b.paragraph("TableNote", i < len(lines)-1, b.words(s))
	}
	b.paragraph("TableEnd", false, "")
}

// drawing writes a figure as a picture.
func (b *body) drawing(name string, drawn *chart.Figure, width, height float64) {
	bitmap := b.draw(drawn, chart.Output{Format: chart.PNG, Width: width, Height: height})
	vector := b.draw(drawn, chart.Output{Format: chart.SVG, Width: width, Height: height, Text: chart.Outline})
	b.picture(name, drawn.AltText(), bitmap, vector, width, height)
}

// draw renders a chart, keeps its file and returns the id to refer to it by.
func (b *body) draw(f *chart.Figure, o chart.Output) string {
	st := b.Style
	st.HideCaption = true
	var buf bytes.Buffer
	if err := chart.Write(f, st, o, &buf); err != nil && b.err == nil {
		b.err = fmt.Errorf("figure %s: %w", f.ID, err)
	}
	n := len(b.media)
	b.media = append(b.media, packed{fmt.Sprintf("word/media/figure%d.%s", n/2+1, o.Format), buf.Bytes()})
	return mediaID(n)
}

// picture writes a bitmap in the line, with the vector form that newer programs
// show in its place. Sizes are in millimetres.
func (b *body) picture(name, alt, bitmap, vector string, width, height float64) {
	id := len(b.media)
	cx, cy := int(width*emuPerMM), int(height*emuPerMM)
	head := inline(id, name, alt, width, height)
	fill := fmt.Sprintf(`<pic:blipFill><a:blip r:embed="%s">`+vectorUse+`</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`, bitmap, vector)
	shape := fmt.Sprintf(`<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`, cx, cy)
	b.paragraph("Picture", true, `<w:r><w:drawing>`+head+`<a:graphic><a:graphicData uri="`+nsPicture+`"><pic:pic>`+
		fmt.Sprintf(`<pic:nvPicPr><pic:cNvPr id="%d" name="%s" descr="%s"/><pic:cNvPicPr/></pic:nvPicPr>`, id, escape(name), escape(alt))+
		fill+shape+`</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`)
}
