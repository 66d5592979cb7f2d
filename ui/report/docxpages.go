package report

import (
	"math"

	"yunxing/ui/i18n"
)

// A ruler estimates how high the parts of a Word document stand, in twentieths of a
// point. Only the program that shows the document knows: it has the fonts. An
// estimate that is wrong leaves a gap, as every document of figures has some.
type ruler struct {
	look look
	p    i18n.Printer
}

// pageRoom is the height of the type area.
const pageRoom = pageHeight - marginTop - marginBottom

// twipsPerMM is how many twentieths of a point a millimetre has.
const twipsPerMM = 1440 / 25.4

// singleLine is the distance of lines at single spacing, in parts of the size: of
// Chinese faces, which are the higher ones.
const singleLine = 1.4

// latinWidth is the mean width of a Latin character in parts of the size.
const latinWidth = 0.47

// line returns the distance of lines of a size in half points at single spacing.
func line(half int) float64 { return float64(half) * 10 * singleLine }

// A setting is a text set in lines.
type setting struct{ before, lines, distance, after float64 }

// height returns the height of the whole text.
func (s setting) height() float64 { return s.before + s.lines*s.distance + s.after }

// heading returns how a heading is set.
func (r ruler) heading(s Section) setting {
	return set(r.look.heads[min(max(s.Level, 1), 3)-1], heading(r.p, s))
}

// paragraph returns how a paragraph is set.
func (r ruler) paragraph(p Paragraph) setting {
	text := ""
	for _, run := range p.runs(r.p.Text("list.space")) {
		text += run.Text
	}
	return set(r.look.body, text)
}

// set returns how a text is set in a style that has a distance of lines.
func set(s style, text string) setting {
	indent := float64(s.indent) / 100 * float64(s.size) * 10
	return setting{float64(s.before), linesOf(text, s.size, typeWidth, indent), float64(s.line), float64(s.after)}
}

// linesOf returns how many lines a text takes at a size in half points, within a
// width, the first line being indented.
func linesOf(text string, half int, width, indent float64) float64 {
	took := indent
	for _, c := range text {
		if c >= firstHan {
			took += float64(half) * 10
		} else {
			took += float64(half) * 10 * latinWidth
		}
	}
	return max(1, math.Ceil(took/width))
}

// gap returns the space between a paragraph and the next: the larger of theirs.
func gap(above, below style) float64 { return float64(max(above.after, below.before)) }

// figure returns the height of a figure, its caption and what stands below it, the
// chart being drawn at a height in millimetres.
func (r ruler) figure(f *Figure, height float64) float64 {
	o := r.look.outer()
	picture := float64(o.picture.before) + height*twipsPerMM + gap(o.picture, o.figureTitle)
	return picture + line(o.figureTitle.size) + r.notes(o.figureTitle, f.below())
}

// notes returns the height of the small lines below a paragraph of a table or figure,
// with the empty line that ends it. The space below that line is part of the space
// above what follows.
func (r ruler) notes(above style, lines []string) float64 {
	const latinLine = singleLine - 0.25 // the empty line has no Chinese face
	o, out := r.look.outer(), 0.0
	for _, s := range lines {
		out += gap(above, o.note) + line(o.note.size)*linesOf(s, o.note.size, typeWidth, 0)
		above = o.note
	}
	return out + gap(above, o.end) + float64(o.end.size)*10*latinLine
}

// tableHead returns the height of a table down to its first row.
func (r ruler) tableHead(t *Table) float64 {
	o := r.look.outer()
	out := float64(o.tableTitle.before+o.tableTitle.after) + line(o.tableTitle.size)
	if t.Unit != "" {
		out += float64(o.tableUnit.after) + line(o.tableUnit.size)
	}
	return out + r.columns(t)
}

// columns returns the height of the titles of the columns, which stand on every page
// of a table.
func (r ruler) columns(t *Table) float64 {
	head := r.look.outer().tableHead
	out, most := 0.0, 1.0
	if t.grouped() {
		out = cell(head, 1)
	}
	for i, w := range t.widths() {
		most = max(most, linesOf(t.Columns[i].Title, head.size, float64(w-roomOfMargins), 0))
	}
	return out + cell(head, most)
}

// cell returns the height of a row of cells in a style whose longest text takes some
// lines.
func cell(s style, lines float64) float64 {
	return float64(s.before+s.after) + lines*line(s.size)
}

// rows returns the heights of the rows of a table.
func (r ruler) rows(t *Table) []float64 {
	text := r.look.outer().tableText
	out, widths := make([]float64, len(t.Rows)), t.widths()
	for k, row := range t.Rows {
		most := 1.0
		for i := range min(len(row.Cells), len(widths)) {
			most = max(most, linesOf(row.Cells[i].Text, text.size, float64(widths[i]-roomOfMargins), 0))
		}
		out[k] = cell(text, most)
	}
	return out
}

// tableFoot returns the height of what stands below the rows of a table.
func (r ruler) tableFoot(t *Table) float64 { return r.notes(style{}, t.footer(r.p)) }

// table returns the height of a table with what stands below it; one without columns
// is not printed.
func (r ruler) table(t *Table) float64 {
	if len(t.Columns) == 0 {
		return 0
	}
	return r.tableHead(t) + total(r.rows(t)) + r.tableFoot(t)
}
