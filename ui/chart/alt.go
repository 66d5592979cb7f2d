package chart

import (
	"strings"

	"yunxing/ui/i18n"
)

// mostTold is how many values of one mark are told one by one; of longer ones
// only the last known is.
const mostTold = 40

// Described returns the figure with a text alternative of what it shows, for one of
// which only a part is seen.
func (f *Figure) Described(p i18n.Printer) *Figure {
	out := *f
	out.Alt = describe(f, p)
	return &out
}

// describe returns the text alternative of a figure: what it is, what it finds,
// and its values, so that it can be understood without being seen.
func describe(f *Figure, p i18n.Printer) string {
	var told []string
	for _, s := range []string{f.Caption, f.Headline} {
		if s != "" {
			told = append(told, s)
		}
	}
	for i := range f.Panels {
		panel := &f.Panels[i]
		var series []string
		for _, m := range panel.Marks {
			if s := describeMark(panel, m, p); s != "" {
				series = append(series, s)
			}
		}
		if len(series) == 0 {
			continue
		}
		line := strings.Join(series, p.Text("list.semicolon"))
		if panel.Title != "" {
			line = p.Text("chart.alt.series", "name", panel.Title, "items", line)
		}
		told = append(told, line)
	}
	return strings.Join(told, p.Text("chart.alt.stop")) + p.Text("list.stop")
}

// describeMark returns the name of a mark with its values, and nothing for marks
// that have none.
func describeMark(panel *Panel, m Mark, p i18n.Printer) string {
	var items []string
	data := m.data()
	switch m := m.(type) {
	case Band:
		return ""
	case Cells:
		return describeCells(panel, m, p)
	}
	for _, d := range data {
		if d.Known() {
			items = append(items, p.Text("chart.alt.item", "slot", flat(place(panel.category(), d.At), p), "value", d.Text()))
		}
	}
	if len(items) == 0 {
		return ""
	}
	if len(data) > mostTold {
		items = items[len(items)-1:]
	}
	line := strings.Join(items, p.Text("list.comma"))
	if n := flat(m.name(), p); n != "" {
		return p.Text("chart.alt.series", "name", n, "items", line)
	}
	return line
}

// describeCells returns the values of a table or a map, row by row.
func describeCells(panel *Panel, m Cells, p i18n.Printer) string {
	var rows, items []string
	row := -1
	flush := func() {
		if len(items) > 0 {
			rows = append(rows, p.Text("chart.alt.series", "name", flat(place(&panel.Y, float64(row)), p), "items", strings.Join(items, p.Text("list.comma"))))
		}
		items = nil
	}
	for _, c := range m.Data {
		if !c.Known() {
			continue
		}
		if c.Name != "" {
			rows = append(rows, p.Text("chart.alt.item", "slot", c.Name, "value", c.Text()))
			continue
		}
		if c.Row != row {
			flush()
			row = c.Row
		}
		items = append(items, p.Text("chart.alt.item", "slot", flat(place(&panel.X, float64(c.Col)), p), "value", c.Text()))
	}
	flush()
	return strings.Join(rows, p.Text("list.semicolon"))
}

// flat returns a label on one line.
func flat(s string, p i18n.Printer) string {
	return strings.NewReplacer("\n", p.Text("list.space"), "⏎", p.Text("list.space")).Replace(s)
}
