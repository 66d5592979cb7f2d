package report

import (
	"encoding/xml"
	"fmt"
	"strings"

	"yunxing/ui/i18n"
)

// Namespaces of the parts of a Word document.
const (
	xmlHead   = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	nsWord    = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	nsDoc     = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	nsPack    = "http://schemas.openxmlformats.org/package/2006/relationships"
	nsDrawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
	nsMain    = "http://schemas.openxmlformats.org/drawingml/2006/main"
	nsPicture = "http://schemas.openxmlformats.org/drawingml/2006/picture"
)

// contentTypes names the kind of every part but the charts.
const contentTypes = xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
	`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
	`<Default Extension="xml" ContentType="application/xml"/>` +
	`<Default Extension="png" ContentType="image/png"/>` +
	`<Default Extension="svg" ContentType="image/svg+xml"/>` +
	`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
	`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>` +
	`<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>` +
	`<Override PartName="/word/fontTable.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"/>` +
	`<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>` +
	`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
	`<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>`

// kinds returns the part that names the kind of every part.
func (b *body) kinds() string {
	var out strings.Builder
	out.WriteString(contentTypes)
	if len(b.charts) > 0 {
		out.WriteString(`<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>`)
	}
	for i := range b.charts {
		fmt.Fprintf(&out, `<Override PartName="/word/charts/chart%d.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>`, i+1)
	}
	return out.String() + `</Types>`
}

// packageLinks says which part is the document and which its properties.
const packageLinks = xmlHead + `<Relationships xmlns="` + nsPack + `">` +
	`<Relationship Id="rId1" Type="` + nsDoc + `/officeDocument" Target="word/document.xml"/>` +
	`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
	`<Relationship Id="rId3" Type="` + nsDoc + `/extended-properties" Target="docProps/app.xml"/></Relationships>`

// appProperties names the program.
const appProperties = xmlHead + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Yunxing</Application></Properties>`

// coreProperties returns title, language and date of the document.
func coreProperties(d Document, lang i18n.Lang) string {
	var b strings.Builder
	b.WriteString(xmlHead + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	fmt.Fprintf(&b, `<dc:title>%s</dc:title><dc:creator>Yunxing</dc:creator>`, escape(d.Title))
	if !d.Date.IsZero() {
		for _, tag := range []string{"created", "modified"} {
			fmt.Fprintf(&b, `<dcterms:%[1]s xsi:type="dcterms:W3CDTF">%[2]vT00:00:00Z</dcterms:%[1]s>`, tag, d.Date)
		}
	}
	fmt.Fprintf(&b, `<dc:language>%s</dc:language></cp:coreProperties>`, lang.Tag())
	return b.String()
}

// settings returns the part that says how to lay the document out: as Word has
// done since 2013, with Chinese punctuation drawn together.
func settings(l look) string {
	return xmlHead + `<w:settings xmlns:w="` + nsWord + `"><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>` +
		`<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>` +
		strings.Replace(l.lang, "w:lang", "w:themeFontLang", 1) + `</w:settings>`
}

// footerPart returns the page number between dashes.
func footerPart() string {
	return xmlHead + `<w:ftr xmlns:w="` + nsWord + `"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>` +
		`<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>`
}

// part returns the main part with the text and the page.
func (b *body) part() string {
	return xmlHead + `<w:document xmlns:w="` + nsWord + `" xmlns:r="` + nsDoc + `" xmlns:wp="` + nsDrawing + `" xmlns:a="` + nsMain + `" xmlns:pic="` + nsPicture + `"><w:body>` +
		b.b.String() +
		fmt.Sprintf(`<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="%d" w:h="%d"/><w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="851" w:footer="%d" w:gutter="0"/></w:sectPr>`,
			pageWidth, pageHeight, marginTop, marginRight, marginBottom, marginLeft, marginFooter) +
		`</w:body></w:document>`
}

// links returns the part that names what the main part refers to.
func (b *body) links() string {
	var out strings.Builder
	out.WriteString(xmlHead + `<Relationships xmlns="` + nsPack + `">`)
	for i, kind := range []string{"styles", "settings", "fontTable"} {
		fmt.Fprintf(&out, `<Relationship Id="rId%d" Type="%s/%s" Target="%s.xml"/>`, i+1, nsDoc, kind, kind)
	}
	fmt.Fprintf(&out, `<Relationship Id="rId4" Type="%s/footer" Target="footer1.xml"/>`, nsDoc)
	for i, m := range b.media {
		fmt.Fprintf(&out, `<Relationship Id="%s" Type="%s/image" Target="%s"/>`, mediaID(i), nsDoc, strings.TrimPrefix(m.name, "word/"))
	}
	for i := range b.charts {
		fmt.Fprintf(&out, `<Relationship Id="%s" Type="%s/chart" Target="charts/chart%d.xml"/>`, chartID(i+1), nsDoc, i+1)
	}
	out.WriteString(`</Relationships>`)
	return out.String()
}

// mediaID returns the id that the i-th picture file is referred to by.
func mediaID(i int) string { return fmt.Sprintf("rId%d", 10+i) }

// escape returns s as XML text; characters that XML does not allow are replaced.
func escape(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(s)); err != nil { // a Builder returns none
		return ""
	}
	return b.String()
}
