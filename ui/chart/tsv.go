package chart

import (
	"slices"
	"strings"
)

// TSV returns the values behind the figure as a table to be pasted into a spreadsheet:
// a row for each slot and a column for each series, values in full, nothing for what
// is not known. Panels follow one another.
func (f *Figure) TSV() string {
	var b strings.Builder
	for i := range f.Panels {
		p := &f.Panels[i]
		if i > 0 {
			b.WriteByte('\n')
		}
		if p.Title != "" {
			writeTabbed(&b, p.Title)
		}
		for _, row := range p.rows() {
			writeTabbed(&b, row...)
		}
	}
	return b.String()
}

// writeTabbed writes one row. Tabs and line feeds inside of a field become spaces.
func writeTabbed(b *strings.Builder, fields ...string) {
	for i, s := range fields {
		if i > 0 {
			b.WriteByte('\t')
		}
		b.WriteString(strings.Join(strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("\t\n\r⏎", r) }), " "))
	}
	b.WriteByte('\n')
}

// rows returns the table of a panel with its header.
func (p *Panel) rows() [][]string {
	var columns []tabbed
	for _, m := range p.Marks {
		if c, ok := m.(Cells); ok {
			return p.fields(c)
		}
		columns = append(columns, columnsOf(m)...)
	}
	head := []string{p.measure().Unit}
	var places []float64
	for _, c := range columns {
		head = append(head, c.name)
		for at := range c.values {
			places = append(places, at)
		}
	}
	slices.Sort(places)
	out := [][]string{head}
	for _, at := range slices.Compact(places) {
		row := []string{place(p.category(), at)}
		for _, c := range columns {
			row = append(row, c.values[at])
		}
		out = append(out, row)
	}
	for _, m := range p.Marks {
		if r, ok := m.(Rule); ok && r.Name != "" && !r.Across {
			out = append(out, []string{r.Name, exact(r.Value)})
		}
	}
	return out
}

// tabbed is a column of a table: values by their places.
type tabbed struct {
	name   string
	values map[float64]string
}

// columnsOf returns the columns of a mark: one, or for a band the lower and the upper
// bound.
func columnsOf(m Mark) []tabbed {
	data := m.data()
	if len(data) == 0 {
		return nil
	}
	column := func(name string, value func(Datum) float64) tabbed {
		t := tabbed{name, map[float64]string{}}
		for _, d := range data {
			t.values[d.At] = exact(value(d))
		}
		return t
	}
	if _, band := m.(Band); band {
		return []tabbed{
			column(m.name()+" ≥", func(d Datum) float64 { return d.Lo }),
			column(m.name()+" ≤", func(d Datum) float64 { return d.Hi }),
		}
	}
	return []tabbed{column(m.name(), func(d Datum) float64 { return d.V })}
}

// fields returns the table of a panel of fields as it is seen.
func (p *Panel) fields(c Cells) [][]string {
	head := []string{""}
	for _, s := range p.X.Slots {
		head = append(head, s.Label)
	}
	out := [][]string{head}
	for _, s := range p.Y.Slots {
		out = append(out, append([]string{s.Label}, make([]string, len(p.X.Slots))...))
	}
	for _, d := range c.Data {
		if d.Row+1 < len(out) && d.Col+1 < len(head) {
			out[d.Row+1][d.Col+1] = strings.TrimSpace(d.Name + " " + exact(d.V))
		}
	}
	return out
}
