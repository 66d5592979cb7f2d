package page

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynewidget "fyne.io/fyne/v2/widget"

	"yunxing/data"
	"yunxing/ui/widget"
)

// An importList shows the imports of the project, the latest first, and takes one
// back.
type importList struct {
	env    Env
	all    []batch
	at     int
	undo   *fynewidget.Button
	table  *widget.Grid
	box    fyne.CanvasObject
	chosen *widget.Line
}

// newImportList returns an empty list.
func newImportList(e Env) *importList {
	l := &importList{env: e, at: -1}
	add := &fynewidget.Button{Text: e.text("page.data.import"), Importance: fynewidget.HighImportance, OnTapped: e.Host.Import}
	l.undo = &fynewidget.Button{Text: e.text("page.data.undo"), OnTapped: l.takeBack}
	l.undo.Disable()
	l.chosen = widget.Label(e.text("page.data.drop"), widget.ColorMuted, 0, fyne.TextStyle{})
	l.table = widget.NewGrid(l.content(), func(row, _ int, _ widget.Cell) { l.choose(row) })
	head := container.NewBorder(nil, nil, container.NewHBox(add, l.undo), nil, widget.Inset(12, 0, 0, 0, l.chosen))
	l.box = container.NewBorder(widget.Inset(10, 8, 10, 6, head), nil, nil, nil, l.table)
	return l
}

// set shows imports.
func (l *importList) set(all []batch) {
	l.all, l.at = all, -1
	l.undo.Disable()
	l.table.SetContent(l.content())
}

// row returns the import in a row of the table.
func (l *importList) row(row int) batch { return l.all[len(l.all)-1-row] }

// choose marks an import.
func (l *importList) choose(row int) {
	l.at = row
	l.undo.Enable()
}

// takeBack takes the import back that is marked.
func (l *importList) takeBack() {
	if l.at >= 0 && l.at < len(l.all) {
		b := l.row(l.at)
		l.env.Host.Undo(b.id, b.file)
	}
}

// content returns the table of imports.
func (l *importList) content() widget.Content {
	e := l.env
	return widget.Content{
		Columns: []widget.Column{
			{Title: e.text("page.data.column.number"), Right: true},
			{Title: e.text("page.data.column.file"), Most: 480},
			{Title: e.text("page.data.column.date")},
			{Title: e.text("page.data.column.count"), Right: true},
			{Title: e.text("page.data.column.doubts"), Right: true},
		},
		Rows: len(l.all),
		At: func(row, col int) widget.Cell {
			b := l.row(row)
			switch col {
			case 0:
				return widget.Cell{Text: strconv.FormatInt(b.id, 10)}
			case 1:
				return widget.Cell{Text: b.file}
			case 2:
				return widget.Cell{Text: b.at.Format("2006-01-02"), Muted: true}
			case 3:
				return widget.Cell{Text: e.Printer.Count(b.observations)}
			}
			return widget.Cell{Text: e.Printer.Count(b.doubts)}
		},
	}
}

// A problemList shows what was found wrong with the imports, doubts first.
type problemList struct {
	env   Env
	all   []data.Problem
	table *widget.Grid
	none  fyne.CanvasObject
	box   *fyne.Container
}

// newProblemList returns an empty list.
func newProblemList(e Env) *problemList {
	l := &problemList{env: e}
	l.table = widget.NewGrid(l.content(), nil)
	l.none = widget.NewEmpty(e.text("page.data.problems.none"), e.text("page.data.problems.none.why"), "", nil)
	l.box = container.NewStack(l.none, container.New(layout.NewStackLayout(), l.table))
	l.set(nil)
	return l
}

// set shows problems.
func (l *problemList) set(all []data.Problem) {
	l.all = all
	l.table.SetContent(l.content())
	l.none.Hide()
	l.table.Show()
	if len(all) == 0 {
		l.none.Show()
		l.table.Hide()
	}
	l.box.Refresh()
}

// content returns the table of problems.
func (l *problemList) content() widget.Content {
	e := l.env
	return widget.Content{
		Columns: []widget.Column{
			{Title: e.text("page.data.column.weight")},
			{Title: e.text("page.data.column.file"), Most: 180},
			{Title: e.text("page.data.column.sheet"), Most: 160},
			{Title: e.text("page.data.column.cell")},
			{Title: e.text("page.data.column.problem"), Most: 900},
		},
		Rows: len(l.all),
		At: func(row, col int) widget.Cell {
			q := l.all[row]
			switch col {
			case 0:
				if q.Doubt {
					return widget.Cell{Text: e.text("page.data.doubt"), Strong: true}
				}
				return widget.Cell{Text: e.text("page.data.remark"), Muted: true}
			case 1:
				return widget.Cell{Text: q.At.File}
			case 2:
				return widget.Cell{Text: q.At.Sheet}
			case 3:
				return widget.Cell{Text: q.At.Cell}
			}
			return widget.Cell{Text: e.Printer.Problem(q)}
		},
	}
}
