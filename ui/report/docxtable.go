package report

import (
	"fmt"
	"math"
	"unicode/utf8"
)

// Rules of a three-line table, in eighths of a point.
const (
	ruleHeavy = 12
	ruleLight = 6
)

// onePage is the number of rows up to which a table is kept on one page.
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
	for i, r := range t.Rows {
		b.row(t, r, widths, i < len(t.Rows)-1 && len(t.Rows) <= onePage)
	}
	b.b.WriteString(`</w:tbl>`)
	lines := t.footer(b.Printer)
	for _, s := range lines {
		b.paragraph("TableNote", false, b.words(s))
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
			fmt.Fprintf(&b.b, `<w:ind w:left="%d"/>`, r.Indent*210)
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

// widths returns the widths of the columns, in proportion to what they hold.
func (t *Table) widths() []int {
	weights := make([]float64, len(t.Columns))
	var total float64
	for i, c := range t.Columns {
		most := math.Ceil(breadth(c.Title) / 2) // a title may take two lines
		for _, r := range t.Rows {
			if i < len(r.Cells) {
				most = max(most, r.Cells[i].breadth())
			}
		}
		weights[i] = min(max(most, 6), 30) + 2
		total += weights[i]
	}
	out := make([]int, len(weights))
	rest := typeWidth
	for i, w := range weights {
		out[i] = int(w / total * typeWidth)
		rest -= out[i]
	}
	out[0] += rest
	return out
}

// markBreadth is room for a mark behind a figure, in Latin characters.
const markBreadth = 2

// breadth returns the width of c in Latin characters, with room for a mark.
func (c Cell) breadth() float64 {
	if c.Number == nil {
		return breadth(c.Text)
	}
	return breadth(c.Text) + markBreadth
}

// breadth returns the width of s in Latin characters; a Chinese one takes two.
func breadth(s string) float64 {
	var n float64
	for _, r := range s {
		if n++; utf8.RuneLen(r) > 2 && r >= 0x2E80 {
			n++
		}
	}
	return n
}

// rule returns a border line of a table or a cell.
func rule(side string, eighths int) string {
	return fmt.Sprintf(`<w:%s w:val="single" w:sz="%d" w:space="0" w:color="000000"/>`, side, eighths)
}

// sum returns the total of ns.
func sum(ns []int) int {
	total := 0
	for _, n := range ns {
		total += n
	}
	return total
}
