package report

import (
	"fmt"

	"yunxing/ui/chart"
	"yunxing/ui/report/native"
)

// nsChart is the namespace of charts.
const nsChart = "http://schemas.openxmlformats.org/drawingml/2006/chart"

// workbookLink is the relationship by which a chart names its workbook.
const workbookLink = "rId1"

// nativeChart writes a figure as a chart that Word can edit, with its numbers in a
// workbook inside the document. It reports false for figures that can only be
// pictures.
func (b *body) nativeChart(name, alt string, f *chart.Figure, width, height float64) bool {
	e, ok, err := native.Embed(f, native.Options{Printer: b.Printer, Style: b.Style, Width: width, Height: height}, workbookLink)
	if err != nil && b.err == nil {
		b.err = err
	}
	if !ok || err != nil {
		return false
	}
	b.charts = append(b.charts, e)
	n := len(b.charts)
	b.paragraph("Picture", true, `<w:r><w:drawing>`+inline(firstChartID+n, name, alt, width, height)+
		fmt.Sprintf(`<a:graphic><a:graphicData uri="%s"><c:chart xmlns:c="%[1]s" r:id="%s"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`, nsChart, chartID(n)))
	return true
}

// firstChartID sets the ids of charts apart from those of pictures.
const firstChartID = 1000

// inline returns the head of a drawing in the line. Sizes are in millimetres.
func inline(id int, name, alt string, width, height float64) string {
	return fmt.Sprintf(`<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%d" cy="%d"/><wp:effectExtent l="0" t="0" r="0" b="0"/>`+
		`<wp:docPr id="%d" name="%s" descr="%s"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>`,
		int(width*emuPerMM), int(height*emuPerMM), id, escape(name), escape(alt))
}

// chartID returns the id that the n-th chart is referred to by.
func chartID(n int) string { return fmt.Sprintf("rIdChart%d", n) }

// chartParts returns the files of the native charts: the chart, its workbook, and
// the part that joins them.
func (b *body) chartParts() []packed {
	var out []packed
	for i, e := range b.charts {
		n := i + 1
		link := xmlHead + `<Relationships xmlns="` + nsPack + `">` +
			fmt.Sprintf(`<Relationship Id="%s" Type="%s/package" Target="../embeddings/chart%d.xlsx"/></Relationships>`, workbookLink, nsDoc, n)
		out = append(out,
			packed{fmt.Sprintf("word/charts/chart%d.xml", n), e.Chart},
			packed{fmt.Sprintf("word/charts/_rels/chart%d.xml.rels", n), []byte(link)},
			packed{fmt.Sprintf("word/embeddings/chart%d.xlsx", n), e.Workbook})
	}
	return out
}
