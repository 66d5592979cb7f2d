package page

import (
	"cmp"
	"slices"
	"strings"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/session"
	"yunxing/ui/widget"
)

// A figureTable lists figures, sorted by a column and filtered by words; a tap shows
// how the figure came about.
type figureTable struct {
	env    Env
	all    []stats.Figure
	words  []string // of each figure, to be searched
	rows   []int    // of the figures that are listed
	search string
	order  sorting
	count  func(int)
	grid   *widget.Grid
}

// A sorting is the column that rows are sorted by; the zero sorting leaves them as
// they are.
type sorting struct {
	on   bool
	col  int
	down bool
}

// next returns the sorting after a tap on a column: up, down, none.
func (s sorting) next(col int) sorting {
	switch {
	case !s.on || s.col != col:
		return sorting{on: true, col: col}
	case !s.down:
		return sorting{on: true, col: col, down: true}
	}
	return sorting{}
}

// mark returns the title of a column with an arrow where rows are sorted by it.
func (s sorting) mark(col int, title string) string {
	switch {
	case !s.on || s.col != col:
		return title
	case s.down:
		return title + " ↓"
	}
	return title + " ↑"
}

// sort sorts rows by what compare says of a column.
func (s sorting) sort(rows []int, compare func(a, b, col int) int) {
	if !s.on {
		return
	}
	slices.SortStableFunc(rows, func(a, b int) int {
		if s.down {
			a, b = b, a
		}
		return compare(a, b, s.col)
	})
}

// Columns of the table.
const (
	figureRegion = iota
	figureItem
	figurePeriod
	figureValue
	figureInterval
	figureUnit
	figureStatus
)

// newFigureTable returns an empty table; count is told how many figures it lists.
func newFigureTable(e Env, count func(int)) *figureTable {
	t := &figureTable{env: e, count: count}
	t.grid = widget.NewGrid(t.content(), func(row, _ int, _ widget.Cell) { t.trace(t.all[t.rows[row]]) })
	return t
}

// set lists figures.
func (t *figureTable) set(all []stats.Figure) {
	t.all, t.words = all, nil
	t.list()
}

// filter lists the figures that hold every word of a search.
func (t *figureTable) filter(search string) {
	t.search = search
	t.list()
}

// list chooses and sorts what is listed.
func (t *figureTable) list() {
	t.rows = t.rows[:0]
	if t.search != "" && t.words == nil {
		t.words = make([]string, len(t.all))
		for i, f := range t.all {
			t.words[i] = strings.Join([]string{t.region(f), t.item(f), t.period(f), t.env.Printer.Status(f.Number.Status)}, " ")
		}
	}
	for i := range t.all {
		if t.search == "" || contains(t.words[i], t.search) {
			t.rows = append(t.rows, i)
		}
	}
	slices.SortStableFunc(t.rows, func(a, b int) int { return totalsFirst(t.all[a], t.all[b]) })
	t.order.sort(t.rows, func(a, b, col int) int { return compareFigures(t.all[a], t.all[b], col) })
	t.grid.SetContent(t.content())
	t.count(len(t.rows))
}

// totalsFirst orders the figures of a region so that those of the whole come first.
func totalsFirst(a, b stats.Figure) int {
	part := func(f stats.Figure) int {
		if f.Item == data.TotalItem {
			return 0
		}
		return 1
	}
	return cmp.Or(cmp.Compare(a.Region, b.Region), cmp.Compare(part(a), part(b)))
}

// compareFigures orders two figures by a column; what is not known comes first.
func compareFigures(a, b stats.Figure, col int) int {
	switch col {
	case figureRegion:
		return cmp.Compare(a.Region, b.Region)
	case figureItem:
		return cmp.Compare(a.Item, b.Item)
	case figurePeriod:
		return a.Period.Compare(b.Period)
	case figureValue:
		return cmp.Compare(a.Number.Value, b.Number.Value)
	case figureInterval:
		return cmp.Compare(a.Number.Hi-a.Number.Lo, b.Number.Hi-b.Number.Lo)
	case figureUnit:
		return cmp.Compare(a.Unit, b.Unit)
	}
	return cmp.Compare(a.Number.Status, b.Number.Status)
}

// listed returns the figures that are listed, in their order.
func (t *figureTable) listed() []stats.Figure {
	out := make([]stats.Figure, len(t.rows))
	for i, r := range t.rows {
		out[i] = t.all[r]
	}
	return out
}

func (t *figureTable) region(f stats.Figure) string {
	return t.env.Printer.RegionOf(t.env.Session.Catalog(), f.Region)
}

func (t *figureTable) item(f stats.Figure) string {
	return t.env.Printer.ItemShortOf(t.env.Session.Catalog(), f.Item)
}

func (t *figureTable) period(f stats.Figure) string { return t.env.Printer.Period(f.Period, f.Span) }

// content returns the table.
func (t *figureTable) content() widget.Content {
	e := t.env
	c := widget.Content{
		Columns: []widget.Column{
			{Title: e.text("figure.region"), Most: 160},
			{Title: e.text("figure.item"), Most: 220},
			{Title: e.text("figure.period"), Most: 200, Whole: true},
			{Title: e.text("figure.value"), Right: true},
			{Title: e.text("figure.interval"), Right: true},
			{Title: e.text("figure.unit"), Most: 140, Whole: true},
			{Title: e.text("figure.status"), Whole: true},
		},
		Rows: len(t.rows),
		At:   func(row, col int) widget.Cell { return t.cell(t.all[t.rows[row]], col) },
		Sort: func(col int) {
			t.order = t.order.next(col)
			t.list()
		},
	}
	for i := range c.Columns {
		c.Columns[i].Title = t.order.mark(i, c.Columns[i].Title)
	}
	return c
}

// cell returns a cell on a figure.
func (t *figureTable) cell(f stats.Figure, col int) widget.Cell {
	p, n := t.env.Printer, f.Number
	switch col {
	case figureRegion:
		return widget.Cell{Text: t.region(f)}
	case figureItem:
		return widget.Cell{Text: t.item(f)}
	case figurePeriod:
		return widget.Cell{Text: t.period(f)}
	case figureValue:
		return widget.Cell{Text: p.Number(n), Number: &n}
	case figureInterval:
		if !hasInterval(n) {
			return widget.Cell{}
		}
		return widget.Cell{Text: p.Interval(n), Muted: true}
	case figureUnit:
		return widget.Cell{Text: session.UnitName(p, f.Unit), Muted: true}
	}
	return widget.Cell{Text: p.Status(n.Status), Muted: true}
}

// hasInterval reports whether rounding leaves anything open.
func hasInterval(n data.Number) bool { return n.Shown() && n.Lo < n.Hi }

// trace shows how a figure came about.
func (t *figureTable) trace(f stats.Figure) {
	label := []string{t.region(f)}
	if f.Item != data.TotalItem {
		label = append(label, t.item(f))
	}
	t.env.Host.Panel().ShowFigure(strings.Join(append(label, t.period(f)), " · "), f)
}
