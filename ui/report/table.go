package report

import (
	"slices"
	"strings"

	"yunxing/data"
	"yunxing/ui/i18n"
)

// A Table is a table of texts and figures.
type Table struct {
	ID      string // stable over languages
	Number  string // 表1; see Numbered
	Title   string
	Unit    string // of all figures: 亿元, %
	Columns []Column
	Rows    []Row
	Notes   []string
	Source  string
	// Projected says that its figures are projections, or tell how good these are.
	Projected bool
}

// A Column is a column of a table. Neighbours with the same Over stand under one
// heading.
type Column struct {
	Over  string
	Title string
	Text  bool // holds words, set left; figures are set right
}

// A Row is a row of a table. Strong sets it in bold; Indent shifts its first cell.
type Row struct {
	Cells  []Cell
	Strong bool
	Indent int
}

// A Cell is a text, or a figure in its printed form with the Number it traces to.
type Cell struct {
	Text   string
	Number *data.Number
}

// TextCell returns a cell of words.
func TextCell(s string) Cell { return Cell{Text: s} }

// NumberCell returns the cell of a figure, with the decimals it was published
// with, and "—" where it is not known.
func NumberCell(p i18n.Printer, n data.Number) Cell { return Cell{Text: p.Number(n), Number: &n} }

// PrintedCell returns the cell of a figure whose printed form is given, such as a
// rank or a signed difference.
func PrintedCell(text string, n data.Number) Cell { return Cell{Text: text, Number: &n} }

// numbers returns the figures of t by rows.
func (t *Table) numbers() []data.Number {
	var out []data.Number
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			if c.Number != nil {
				out = append(out, *c.Number)
			}
		}
	}
	return out
}

// Refs returns the observations that the figures of t rest on.
func (t *Table) Refs() []data.Ref {
	var out []data.Ref
	for _, n := range t.numbers() {
		out = append(out, n.Refs...)
	}
	return out
}

// Credit names who published the figures that t rests on.
func (t *Table) Credit(p i18n.Printer, publishers string) {
	t.Source = publishers
	if t.Projected {
		t.Source = p.Text("say.source-projected-from", "source", publishers)
	}
}

// grouped reports whether t has headings over several columns.
func (t *Table) grouped() bool {
	return slices.ContainsFunc(t.Columns, func(c Column) bool { return c.Over != "" })
}

// Mark returns the small letter that stands behind a figure which is neither
// published nor derived, and "" for one that is: 预 for a projected one.
func Mark(p i18n.Printer, n data.Number) string {
	switch {
	case !n.Shown():
		return ""
	case n.Status == data.Projected:
		return p.Text("report.mark.projected")
	case n.Status == data.Estimated:
		return p.Text("report.mark.estimated")
	case n.Status == data.Doubtful:
		return p.Text("report.mark.doubtful")
	case n.Break:
		return p.Text("report.mark.break")
	}
	return ""
}

// Legend returns what the marks of t mean, and "" if it has none.
func (t *Table) Legend(p i18n.Printer) string {
	var parts []string
	explain := func(mark, word string) {
		parts = append(parts, p.Text("report.mark-is", "mark", mark, "word", word))
	}
	found := map[string]bool{}
	for _, n := range t.numbers() {
		found[Mark(p, n)] = true
		if !n.Shown() {
			found[i18n.None] = true
		}
	}
	for _, m := range []struct{ mark, word string }{
		{p.Text("report.mark.projected"), p.Text("report.projected-value")},
		{p.Text("report.mark.estimated"), p.Text("report.estimated-value")},
		{p.Text("report.mark.doubtful"), p.Text("report.doubtful-value")},
		{p.Text("report.mark.break"), p.Text("report.break-value")},
		{i18n.None, p.Text("report.missing-value")},
	} {
		if found[m.mark] {
			explain(m.mark, m.word)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return p.Text("report.legend", "list", strings.Join(parts, p.Text("list.semicolon")))
}

// footer returns the lines below t: its source, its notes and its legend.
func (t *Table) footer(p i18n.Printer) []string {
	var out []string
	if t.Source != "" {
		out = append(out, p.Text("report.source", "source", t.Source))
	}
	for _, n := range append(slices.Clone(t.Notes), t.Legend(p)) {
		if n != "" {
			out = append(out, p.Text("report.note", "note", n))
		}
	}
	return out
}
