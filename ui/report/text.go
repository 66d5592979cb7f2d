package report

import (
	"strings"

	"yunxing/ui/i18n"
)

// Text returns d as plain text: for tests, for the clipboard, and to read on a
// terminal. Figures stand as their captions.
func (d Document) Text(p i18n.Printer) string {
	var b strings.Builder
	line := func(s string) { b.WriteString(s + "\n") }
	line(d.Title)
	for _, para := range d.Lead {
		line(Plain(para.runs(p.Text("list.space"))))
	}
	for _, s := range d.Sections {
		line("")
		line(heading(p, s))
		for _, bl := range s.Blocks {
			switch bl := bl.(type) {
			case Paragraph:
				line(Plain(bl.runs(p.Text("list.space"))))
			case *Table:
				line(bl.text(p))
			case *Figure:
				line("[" + caption(p, bl.Number, bl.caption()) + "]")
			}
		}
	}
	if len(d.Notes) > 0 {
		line("")
		line(p.Text("report.notes"))
		for _, n := range d.Notes {
			line(n)
		}
	}
	return b.String()
}

// text returns t with its cells separated by tabs.
func (t *Table) text(p i18n.Printer) string {
	lines := []string{caption(p, t.Number, t.Title)}
	if t.Unit != "" {
		lines = append(lines, p.Text("report.unit", "unit", t.Unit))
	}
	var head []string
	for _, c := range t.Columns {
		head = append(head, strings.TrimSpace(c.Over+" "+c.Title))
	}
	lines = append(lines, strings.Join(head, "\t"))
	for _, r := range t.Rows {
		var cells []string
		for _, c := range r.Cells {
			text := c.Text
			if c.Number != nil {
				text += Mark(p, *c.Number)
			}
			cells = append(cells, text)
		}
		lines = append(lines, strings.Join(cells, "\t"))
	}
	return strings.Join(append(lines, t.footer(p)...), "\n")
}

// heading returns the title of a section behind its number.
func heading(p i18n.Printer, s Section) string {
	if s.Number == "" {
		return s.Title
	}
	return p.Text("report.heading", "number", s.Number, "title", s.Title)
}

// caption returns the title of a table or a figure behind its number.
func caption(p i18n.Printer, number, title string) string {
	if number == "" || title == "" {
		return number + title
	}
	return p.Text("report.caption", "number", number, "title", title)
}
