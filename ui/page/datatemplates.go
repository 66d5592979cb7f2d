package page

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"yunxing/data"
	"yunxing/ui/session"
	"yunxing/ui/task"
	"yunxing/ui/widget"
)

// A templateList shows what imports have kept of their files for the next of their
// kind, and exports it.
type templateList struct {
	env    Env
	latest task.Latest
	all    []session.Template
	at     int
	export *fynewidget.Button
	table  *widget.Grid
	none   fyne.CanvasObject
	full   fyne.CanvasObject
	box    *fyne.Container
}

// newTemplateList returns an empty list.
func newTemplateList(e Env) *templateList {
	l := &templateList{env: e, at: -1}
	l.export = &fynewidget.Button{Text: e.text("page.data.template.export"), OnTapped: func() {
		if l.at >= 0 && l.at < len(l.all) {
			e.Host.ExportTemplate(l.all[l.at])
		}
	}}
	how := widget.Label(e.text("page.data.template.how"), widget.ColorMuted, 0, fyne.TextStyle{})
	l.table = widget.NewGrid(l.content(), func(row, _ int, _ widget.Cell) {
		l.at = row
		l.export.Enable()
	})
	head := widget.Inset(10, 8, 10, 6, container.NewBorder(nil, nil, l.export, nil, widget.Inset(12, 0, 0, 0, how)))
	l.none = widget.NewEmpty(e.text("page.data.templates.none"), e.text("page.data.templates.none.why"), "", nil)
	l.full = container.NewBorder(head, nil, nil, nil, l.table)
	l.box = container.NewStack(l.none, l.full)
	l.set(nil)
	return l
}

// set shows templates.
func (l *templateList) set(all []session.Template) {
	l.all, l.at = all, -1
	l.export.Disable()
	l.table.SetContent(l.content())
	toggle(l.box, l.none, l.full, len(all) == 0)
}

// load asks which templates there are.
func (l *templateList) load() {
	task.RunLatest(l.env.Runner, &l.latest, l.env.Host.Work(l.env.text("work.data")), func(ctx context.Context, _ *data.Progress) ([]session.Template, error) {
		return l.env.Session.Templates(ctx)
	}, func(all []session.Template, err error) {
		if err == nil {
			l.set(all)
		}
	})
}

// content returns the table of templates.
func (l *templateList) content() widget.Content {
	e := l.env
	return widget.Content{
		Columns: []widget.Column{
			{Title: e.text("page.data.column.template"), Most: 520},
			{Title: e.text("page.data.column.sheets"), Right: true},
			{Title: e.text("page.data.column.rules"), Right: true},
		},
		Rows: len(l.all),
		At: func(row, col int) widget.Cell {
			t := l.all[row]
			switch col {
			case 0:
				return widget.Cell{Text: t.Name}
			case 1:
				return widget.Cell{Text: e.Printer.Count(len(t.Sheets))}
			}
			return widget.Cell{Text: e.Printer.Count(t.Rules())}
		},
	}
}
