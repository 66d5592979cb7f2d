package page

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"yunxing/data"
	"yunxing/ui/session"
	"yunxing/ui/task"
	"yunxing/ui/widget"
)

// mostRevisions bounds the revisions that are listed.
const mostRevisions = 5000

// A revisionList shows the figures that a later import says otherwise, the last of
// them first; a tap shows where the new value comes from.
type revisionList struct {
	env    Env
	latest task.Latest
	all    []session.Revision
	table  *widget.Grid
	none   fyne.CanvasObject
	box    *fyne.Container
}

// newRevisionList returns an empty list.
func newRevisionList(e Env) *revisionList {
	l := &revisionList{env: e}
	l.table = widget.NewGrid(l.content(), l.trace)
	l.none = widget.NewEmpty(e.text("page.data.revisions.none"), e.text("page.data.revisions.none.why"), "", nil)
	l.box = container.NewStack(l.none, l.table)
	l.set(nil)
	return l
}

// set shows revisions.
func (l *revisionList) set(all []session.Revision) {
	l.all = all
	l.table.SetContent(l.content())
	toggle(l.box, l.none, l.table, len(all) == 0)
}

// load asks what was revised.
func (l *revisionList) load() {
	task.RunLatest(l.env.Runner, &l.latest, l.env.Host.Work(l.env.text("work.data")), func(ctx context.Context, _ *data.Progress) (all []session.Revision, err error) {
		for r, err := range l.env.Session.Revisions(ctx, 0) {
			if err != nil {
				return nil, err
			}
			if all = append(all, r); len(all) == mostRevisions {
				break
			}
		}
		return all, nil
	}, func(all []session.Revision, err error) {
		if err == nil {
			l.set(all)
		}
	})
}

// toggle shows one of two objects of a box.
func toggle(box *fyne.Container, first, second fyne.CanvasObject, isFirst bool) {
	if isFirst {
		first.Show()
		second.Hide()
	} else {
		first.Hide()
		second.Show()
	}
	box.Refresh()
}

// row returns the revision in a row of the table.
func (l *revisionList) row(row int) session.Revision { return l.all[len(l.all)-1-row] }

// trace shows where the value in a column comes from: the old one in its columns,
// else the new one.
func (l *revisionList) trace(row, col int, _ widget.Cell) {
	r := l.row(row)
	o := r.New
	if col == 1 || col == 3 {
		o = r.Old
	}
	l.env.Host.Trace(l.env.label(r.New), o.Number())
}

// content returns the table of revisions.
func (l *revisionList) content() widget.Content {
	e := l.env
	return widget.Content{
		Columns: []widget.Column{
			{Title: e.text("page.data.column.series"), Most: 460},
			{Title: e.text("page.data.column.old"), Right: true},
			{Title: e.text("page.data.column.new"), Right: true},
			{Title: e.text("page.data.column.old-at"), Most: 220},
			{Title: e.text("page.data.column.new-at"), Most: 220},
		},
		Rows: len(l.all),
		At: func(row, col int) widget.Cell {
			r := l.row(row)
			before, now := r.Old.Number(), r.New.Number()
			switch col {
			case 0:
				return widget.Cell{Text: e.label(r.New)}
			case 1:
				return widget.Cell{Text: e.Printer.Number(before), Number: &before}
			case 2:
				return widget.Cell{Text: e.Printer.Number(now), Number: &now}
			case 3:
				return widget.Cell{Text: e.Printer.Source(r.Old.Source), Muted: true}
			}
			return widget.Cell{Text: e.Printer.Source(r.New.Source), Muted: true}
		},
	}
}
