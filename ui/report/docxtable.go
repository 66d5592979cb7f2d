package report

import (
	"fmt"
)

// Rules of a three-line table, in eighths of a point.
const (
	ruleHeavy = 12
	ruleLight = 6
)

// indentStep is the shift of the first cell by one step, a Chinese character.
const indentStep = 210

// onePage is the number of rows up to which a table is kept on one page, with the
// lines below it.
const onePage = 20

// table writes a three-line table with its title and unit above, and source,
// notes and the meaning of its marks below.
func (b *body) table(t *Table) {
	if len(t.Columns) == 0 {
		return
	}
	b.paragraph("TableTitle", true, b.words(caption(b.Printer, t.Number, t.Title)))
	if t.Unit != "" {
		b.paragraph("TableUnit", true, b.words(b.Printer.Text("report.unit", "unit", t.Unit)))
	}
	widths := t.widths()
	fmt.Fprintf(&b.b, `<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>%s%s</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`,
		typeWidth, rule("top", ruleHeavy), rule("bottom", ruleHeavy))
	fmt.Fprintf(&b.b, `<w:tblCaption w:val="%s"/></w:tblPr><w:tblGrid>`, escape(caption(b.Printer, t.Number, t.Title)))
	for _, w := range widths {
		fmt.Fprintf(&b.b, `<w:gridCol w:w="%d"/>`, w)
	}
	b.b.WriteString(`</w:tblGrid>`)
	b.heads(t, widths)
	lines := t.footer(b.Printer)
	for i, r := range t.Rows {
		last := i == len(t.Rows)-1 && len(lines) == 0
		b.row(t, r, widths, len(t.Rows) <= onePage && !last)
	}
	b.b.WriteString(`</w:tbl>`)
	for i, s := range lines {
		b.paragraph("TableNote", i < len(lines)-1, b.words(s))
	}
	b.paragraph("TableEnd", false, "")
}

// heads writes the heading of a table, in two rows where columns are grouped. It
// is repeated on every page.
func (b *body) heads(t *Table, widths []int) {
	const row = `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`
	if t.grouped() {
		b.b.WriteString(row)
		for i := 0; i < len(t.Columns); {
			n := t.under(i)
			b.groupHead(t.Columns[i], sum(widths[i:i+n]), n)
			i += n
		}
		b.b.WriteString(`</w:tr>`)
	}
	b.b.WriteString(row)
	for i, c := range t.Columns {
		merge, title := "", c.Title
		if t.grouped() && c.Over == "" {
			merge, title = `<w:vMerge/>`, ""
		}
		b.headCell(fmt.Sprintf(`<w:tcW w:w="%d" w:type="dxa"/>%s<w:tcBorders>%s</w:tcBorders><w:vAlign w:val="center"/>`, widths[i], merge, rule("bottom", ruleLight)), title)
	}
	b.b.WriteString(`</w:tr>`)
}

// groupHead writes a cell of the upper row of a heading: the name of a group with
// a rule below it, or the title of a single column, which reaches down.
func (b *body) groupHead(c Column, width, n int) {
	if c.Over == "" {
		b.headCell(fmt.Sprintf(`<w:tcW w:w="%d" w:type="dxa"/><w:vMerge w:val="restart"/><w:vAlign w:val="center"/>`, width), c.Title)
		return
	}
	b.headCell(fmt.Sprintf(`<w:tcW w:w="%d" w:type="dxa"/><w:gridSpan w:val="%d"/><w:tcBorders>%s</w:tcBorders><w:vAlign w:val="center"/>`, width, n, rule("bottom", ruleLight)), c.Over)
}

// under returns how many columns from the i-th stand under one heading; a column
// without one stands alone.
func (t *Table) under(i int) int {
	n := 1
	for t.Columns[i].Over != "" && i+n < len(t.Columns) && t.Columns[i+n].Over == t.Columns[i].Over {
		n++
	}
	return n
}

func (b *body) headCell(properties, text string) {
	b.b.WriteString(`<w:tc><w:tcPr>` + properties + `</w:tcPr>`)
	b.paragraph("TableHead", true, b.words(text))
	b.b.WriteString(`</w:tc>`)
}

// row writes a row; keep holds it on the page of the next. Cells that it lacks
// are empty, and those beyond the columns are left out.
func (b *body) row(t *Table, r Row, widths []int, keep bool) {
	b.b.WriteString(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
	for i, c := range t.Columns {
		var cell Cell
		if i < len(r.Cells) {
			cell = r.Cells[i]
		}
		fmt.Fprintf(&b.b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="%s"/>`, widths[i], c.style())
		if keep {
			b.b.WriteString(`<w:keepNext/>`)
		}
		if i == 0 && r.Indent > 0 {
			fmt.Fprintf(&b.b, `<w:ind w:left="%d"/>`, r.Indent*indentStep)
		}
		b.b.WriteString(`</w:pPr>` + b.cell(cell, r.Strong) + `</w:p></w:tc>`)
	}
	b.b.WriteString(`</w:tr>`)
}

// style returns the paragraph style of the cells of c.
func (c Column) style() string {
	if c.Text {
		return "TableText"
	}
	return "TableFigure"
}

// cell returns the runs of a cell. A projected figure is in italics; whatever is
// neither published nor derived has its mark behind it.
func (b *body) cell(c Cell, strong bool) string {
	bold := ""
	if strong {
		bold = `<w:b/><w:bCs/>`
	}
	if c.Number == nil {
		if c.Text == "" {
			return ""
		}
		return fmt.Sprintf(`<w:r>%s<w:t xml:space="preserve">%s</w:t></w:r>`, properties(b.look.hint+bold), escape(c.Text))
	}
	mark := Mark(b.Printer, *c.Number)
	slant := ""
	if mark != "" && mark == b.Printer.Text("report.mark.projected") {
		slant = `<w:i/><w:iCs/>`
	}
	out := b.digits(c.Text, bold+slant)
	if mark != "" {
		out += b.digits(mark, `<w:vertAlign w:val="superscript"/>`)
	}
	return out
}

// rule returns a border line of a table or a cell.
func rule(side string, eighths int) string {
	return fmt.Sprintf(`<w:%s w:val="single" w:sz="%d" w:space="0" w:color="000000"/>`, side, eighths)
}
