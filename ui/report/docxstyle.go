package report

import (
	"fmt"
	"strings"
)

// styles returns the part that holds the styles of the document.
func (l look) styles() string {
	var b strings.Builder
	b.WriteString(xmlHead + `<w:styles xmlns:w="` + nsWord + `">`)
	b.WriteString(`<w:docDefaults><w:rPrDefault><w:rPr>` + l.body.face.xml() + sizeXML(l.body.size) + l.lang +
		`</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`)
	b.WriteString(`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>` + l.body.xml("", -1) + `</w:style>`)
	b.WriteString(`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>`)
	b.WriteString(`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`)
	const keep = `<w:keepNext/><w:keepLines/>`
	add := func(id, name, flow string, outline int, s style) {
		fmt.Fprintf(&b, `<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>%s</w:style>`, id, name, s.xml(flow, outline))
	}
	add("Title", "Title", keep, -1, l.title)
	for i, h := range l.heads {
		add(fmt.Sprintf("Heading%d", i+1), fmt.Sprintf("heading %d", i+1), keep, i, h)
	}
	o := l.outer()
	add("TableTitle", "Table Title", keep, -1, o.tableTitle)
	add("TableUnit", "Table Unit", keep, -1, o.tableUnit)
	add("TableHead", "Table Head", "", -1, o.tableHead)
	add("TableText", "Table Text", "", -1, o.tableText)
	add("TableFigure", "Table Figure", "", -1, o.tableFigure)
	add("TableNote", "Table Note", "", -1, o.note)
	add("TableEnd", "Table End", "", -1, o.end)
	add("Picture", "Picture", keep, -1, o.picture)
	add("FigureTitle", "Figure Title", "", -1, o.figureTitle)
	add("NotesHeading", "Notes Heading", keep, -1, style{face: l.strong, size: 21, before: 320, after: 60, justify: "left"})
	add("Note", "Note", "", -1, style{face: l.table, size: 18, before: 20, after: 20, justify: "both"})
	add("Footer", "footer", "", -1, style{face: l.table, size: 28, justify: "center"})
	b.WriteString(`</w:styles>`)
	return b.String()
}

// outer holds the styles of tables and figures and of what stands around them.
type outer struct {
	tableTitle, tableUnit, tableHead, tableText, tableFigure style
	picture, figureTitle                                     style
	note                                                     style // a line below either
	end                                                      style // the empty line below all
}

// outer returns the styles of tables and figures.
func (l look) outer() outer {
	cell := style{face: l.table, size: 21, before: 40, after: 40, justify: "left"}
	figure := cell
	figure.justify = "right"
	return outer{
		tableTitle:  style{face: l.strong, size: 21, before: 240, after: 40, justify: "center"},
		tableUnit:   style{face: l.table, size: 18, after: 40, justify: "right"},
		tableHead:   style{face: l.strong, size: 20, before: 50, after: 50, justify: "center"},
		tableText:   cell,
		tableFigure: figure,
		picture:     style{face: l.table, size: 21, before: 200, after: 40, justify: "center"},
		figureTitle: style{face: l.strong, size: 21, before: 20, after: 60, justify: "center"},
		note:        style{face: l.table, size: 18, before: 40, justify: "left"},
		end:         style{face: l.table, size: 12, after: 120},
	}
}

// xml returns the properties of s; flow stands before them, and outline is the
// level in the outline, -1 for none.
func (s style) xml(flow string, outline int) string {
	var b strings.Builder
	b.WriteString(`<w:pPr>` + flow)
	if s.line > 0 {
		fmt.Fprintf(&b, `<w:spacing w:before="%d" w:after="%d" w:line="%d" w:lineRule="exact"/>`, s.before, s.after, s.line)
	} else {
		fmt.Fprintf(&b, `<w:spacing w:before="%d" w:after="%d" w:line="240" w:lineRule="auto"/>`, s.before, s.after)
	}
	fmt.Fprintf(&b, `<w:ind w:firstLineChars="%d" w:firstLine="%d"/>`, s.indent, s.indent*s.size/10)
	if s.justify != "" {
		fmt.Fprintf(&b, `<w:jc w:val="%s"/>`, s.justify)
	}
	if outline >= 0 {
		fmt.Fprintf(&b, `<w:outlineLvl w:val="%d"/>`, outline)
	}
	b.WriteString(`</w:pPr><w:rPr>` + s.face.xml())
	if s.bold {
		b.WriteString(`<w:b/><w:bCs/>`)
	} else {
		b.WriteString(`<w:b w:val="0"/><w:bCs w:val="0"/>`)
	}
	b.WriteString(sizeXML(s.size) + `</w:rPr>`)
	return b.String()
}

// sizeXML returns a size in half points as run properties.
func sizeXML(half int) string {
	return fmt.Sprintf(`<w:sz w:val="%[1]d"/><w:szCs w:val="%[1]d"/>`, half)
}
