package page

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"yunxing/data"
	"yunxing/ui/session"
	"yunxing/ui/task"
	"yunxing/ui/widget"
)

// A seriesList shows the series of a region and, beside it, every observation of
// the one that is chosen.
type seriesList struct {
	env    Env
	latest task.Latest
	all    []session.Holding
	shown  []session.Holding
	cells  []data.Observation
	note   string

	find   *fynewidget.Entry
	wide   *fynewidget.Check // shows all regions, and what names none
	title  *widget.Line
	list   *widget.Grid
	values *widget.Grid
	box    fyne.CanvasObject
}

// newSeriesList returns an empty list; again asks for its series anew.
func newSeriesList(e Env, again func()) *seriesList {
	l := &seriesList{env: e, find: fynewidget.NewEntry(), title: widget.Label("", theme.ColorNameForeground, 0, fyne.TextStyle{Bold: true})}
	l.find.SetPlaceHolder(e.text("page.data.find"))
	l.find.OnChanged = func(string) { l.filter() }
	l.list = widget.NewGrid(l.content(), l.choose)
	l.values = widget.NewGrid(l.observations(), l.trace)
	l.wide = fynewidget.NewCheck(e.text("page.data.all-regions"), func(bool) { again() })
	left := container.NewBorder(widget.Inset(10, 8, 10, 4, container.NewBorder(nil, nil, nil, l.wide, l.find)), nil, nil, nil, l.list)
	right := container.NewBorder(widget.Inset(12, 14, 10, 8, l.title), nil, nil, nil, l.values)
	split := container.NewHSplit(left, right)
	split.Offset = 0.55
	l.box = split
	return l
}

// set shows series, and the first of them beside.
func (l *seriesList) set(all []session.Holding) {
	l.all = slices.Clone(all)
	l.order()
	n := 0
	for _, h := range all {
		n += h.Observations
	}
	l.note = l.env.text("page.data.note", "series", l.env.Printer.Count(len(all)), "observations", l.env.Printer.Count(n))
	l.filter()
}

// order puts the series into the order of the catalogue, totals first.
func (l *seriesList) order() {
	place := map[string]int{}
	for i, in := range l.env.Session.Catalog().Indicators() {
		place[in.Code] = i + 1
	}
	at := func(h session.Holding) int {
		if p := place[h.Key.Indicator]; p > 0 {
			return p
		}
		return len(place) + 1
	}
	part := func(h session.Holding) int {
		if h.Key.Item == data.TotalItem {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(l.all, func(a, b session.Holding) int {
		return cmp.Or(cmp.Compare(at(a), at(b)), cmp.Compare(part(a), part(b)))
	})
}

// filter shows the series that hold every word of the search.
func (l *seriesList) filter() {
	l.shown = nil
	for _, h := range l.all {
		if contains(l.name(h.Key)+" "+l.env.Printer.Basis(h.Key.Basis), l.find.Text) {
			l.shown = append(l.shown, h)
		}
	}
	l.list.SetContent(l.content())
	if len(l.shown) > 0 {
		l.choose(0, 0, widget.Cell{})
		return
	}
	l.cells = nil
	l.title.SetText("")
	l.values.SetContent(l.observations())
}

// name returns what a series measures.
func (l *seriesList) name(k data.Key) string {
	c := l.env.Session.Catalog()
	name := k.Indicator
	if in, ok := c.Indicator(k.Indicator); ok {
		name = l.env.Printer.IndicatorShort(in)
	}
	if k.Item != data.TotalItem && k.Item != "" {
		name += " · " + l.env.Printer.ItemShortOf(c, k.Item)
	}
	if k.Coverage != "" {
		name += " · " + k.Coverage
	}
	if l.wide != nil && l.wide.Checked {
		region := l.env.text("page.data.no-region")
		if k.Region != "" {
			region = l.env.Printer.RegionOf(c, k.Region)
		}
		name = region + " · " + name
	}
	return name
}

// content returns the table of series.
func (l *seriesList) content() widget.Content {
	e := l.env
	return widget.Content{
		Columns: []widget.Column{
			{Title: e.text("page.data.column.series"), Most: 260},
			{Title: e.text("page.data.column.basis"), Most: 180},
			{Title: e.text("page.data.column.periods")},
			{Title: e.text("page.data.column.count"), Right: true},
		},
		Rows: len(l.shown),
		At: func(row, col int) widget.Cell {
			h := l.shown[row]
			switch col {
			case 0:
				return widget.Cell{Text: l.name(h.Key)}
			case 1:
				b := h.Key.Basis
				b.Price = data.Price{} // the trace has it; here it would only be cut
				return widget.Cell{Text: e.Printer.Basis(b), Muted: true}
			case 2:
				return widget.Cell{Text: years(h), Muted: true}
			}
			return widget.Cell{Text: e.Printer.Count(h.Observations)}
		},
	}
}

// years returns the first and the last year of a series.
func years(h session.Holding) string {
	switch a, b := h.First.Year(), h.Last.Year(); {
	case a == 0:
		return ""
	case a == b:
		return strconv.Itoa(a)
	default:
		return strconv.Itoa(a) + "–" + strconv.Itoa(b)
	}
}

// choose shows the observations of a series.
func (l *seriesList) choose(row, _ int, _ widget.Cell) {
	key := l.shown[row].Key
	l.title.SetText(l.name(key))
	task.RunLatest(l.env.Runner, &l.latest, l.env.Host.Work(l.env.text("work.data")), func(ctx context.Context, _ *data.Progress) ([]data.Observation, error) {
		return l.env.Session.Contents(ctx, key)
	}, func(cells []data.Observation, err error) {
		if err == nil {
			l.cells = cells
			l.values.SetContent(l.observations())
		}
	})
}

// observations returns the table of observations, the latest first.
func (l *seriesList) observations() widget.Content {
	e := l.env
	return widget.Content{
		Columns: []widget.Column{
			{Title: e.text("page.data.column.period")},
			{Title: e.text("page.data.column.value"), Right: true},
			{Title: e.text("page.data.column.unit")},
			{Title: e.text("page.data.column.status")},
			{Title: e.text("page.data.column.release")},
			{Title: e.text("page.data.column.cell")},
			{Title: e.text("page.data.column.sheet"), Most: 150},
			{Title: e.text("page.data.column.file"), Most: 120},
		},
		Rows: len(l.cells),
		At: func(row, col int) widget.Cell {
			return l.observation(l.cells[len(l.cells)-1-row], col)
		},
	}
}

// observation returns a cell on an observation.
func (l *seriesList) observation(o data.Observation, col int) widget.Cell {
	p, n := l.env.Printer, o.Number()
	switch col {
	case 0:
		return widget.Cell{Text: p.Period(o.Period, o.Key.Basis.Span)}
	case 1:
		return widget.Cell{Text: p.Number(n), Number: &n}
	case 2:
		return widget.Cell{Text: p.Unit(o.Unit), Muted: true}
	case 3:
		return widget.Cell{Text: p.Status(o.Status), Muted: true}
	case 4:
		return widget.Cell{Text: o.Vintage.String(), Muted: true}
	case 5:
		return widget.Cell{Text: o.Source.Cell, Muted: true}
	case 6:
		return widget.Cell{Text: o.Source.Sheet, Muted: true}
	}
	return widget.Cell{Text: o.Source.File, Muted: true}
}

// trace shows where an observation comes from.
func (l *seriesList) trace(row, _ int, _ widget.Cell) {
	o := l.cells[len(l.cells)-1-row]
	l.env.Host.Trace(l.name(o.Key)+" · "+l.env.Printer.Period(o.Period, o.Key.Basis.Span), o.Number())
}
