package page

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"yunxing/data"
	"yunxing/ui/session"
	"yunxing/ui/widget"
)

// reviewLists are the lists beside the sheet: what is in doubt, what differs from
// the last file of the kind, which figures of the project are revised, and what a
// person has said.
type reviewLists struct {
	env  Env
	jump func(book int, p data.Problem)
	drop func(rule int)
	look func(session.Rule)

	review      *session.Review
	problems    []located
	differences []located
	rules       session.Mapping
	rule        int // the one that is chosen, -1 for none

	tabs   []*widget.Choice
	bodies []fyne.CanvasObject
	grids  []*widget.Grid
	remove *fynewidget.Button
	holds  *fynewidget.Button // confirms what a template has brought
	body   *fyne.Container
	row    *fyne.Container
	at     int
	box    fyne.CanvasObject
}

// A located is a problem with the number of its book.
type located struct {
	book int
	data.Problem
}

// Lists beside the sheet.
const (
	listProblems = iota
	listDifferences
	listRevisions
	listRules
	listCount
)

// newReviewLists returns empty lists.
func newReviewLists(e Env, jump func(int, data.Problem), drop func(int), confirm func(), look func(session.Rule)) *reviewLists {
	l := &reviewLists{env: e, jump: jump, drop: drop, look: look, review: &session.Review{}, rule: -1, body: container.NewStack(), row: container.NewHBox()}
	l.remove = &fynewidget.Button{Text: e.text("say.remove"), OnTapped: func() {
		if l.rule >= 0 && l.rule < len(l.rules) {
			l.drop(l.rule)
		}
	}}
	l.holds = &fynewidget.Button{Text: e.text("say.confirm"), OnTapped: confirm}
	selected := []func(row int){
		func(row int) { l.jump(l.problems[row].book, l.problems[row].Problem) },
		func(row int) { l.jump(l.differences[row].book, l.differences[row].Problem) },
		l.revision,
		func(row int) {
			l.rule = row
			l.remove.Enable()
			l.look(l.rules[row])
		},
	}
	for i := range listCount {
		g := widget.NewGrid(l.content(i), func(row, _ int, _ widget.Cell) { selected[i](row) })
		l.grids = append(l.grids, g)
		l.bodies = append(l.bodies, g)
	}
	l.bodies[listRules] = container.NewBorder(nil, widget.Inset(10, 4, 10, 8, container.NewHBox(l.remove, l.holds)), nil, nil, l.grids[listRules])
	l.box = container.NewBorder(widget.Inset(4, 0, 4, 0, l.row), nil, nil, nil, l.body)
	return l
}

// set shows a review; the rules are those of a sheet.
func (l *reviewLists) set(r *session.Review, book, sheet int) {
	fresh := l.tabs == nil
	l.review = r
	l.problems, l.differences = nil, nil
	for _, p := range r.Passed {
		l.problems = append(l.problems, located{-1, p})
	}
	for i, b := range r.Books {
		for _, p := range b.Problems() {
			if session.IsDifference(p) {
				l.differences = append(l.differences, located{i, p})
			} else {
				l.problems = append(l.problems, located{i, p})
			}
		}
	}
	l.order(l.problems, book, sheet)
	l.order(l.differences, book, sheet)
	l.rules, l.rule = nil, -1
	if book < len(r.Books) {
		l.rules = r.Books[book].Mappings[r.Books[book].Grids[sheet]]
	}
	l.remove.Disable()
	l.holds.Disable()
	if l.rules.Brought() {
		l.holds.Enable()
	}
	for i, g := range l.grids {
		g.SetContent(l.content(i))
	}
	l.retab()
	if fresh && len(l.differences) > 0 {
		l.at = listDifferences
	}
	l.choose(l.at)
}

// order puts doubts before remarks, and of each those of the sheet that is shown
// first.
func (l *reviewLists) order(all []located, book, sheet int) {
	rank := func(p located) int {
		n := 0
		if !p.Doubt {
			n = 2
		}
		if p.book != book || book < len(l.review.Books) && p.At.Sheet != l.review.Books[book].Grids[sheet].Sheet {
			n++
		}
		return n
	}
	slices.SortStableFunc(all, func(a, b located) int { return cmp.Compare(rank(a), rank(b)) })
}

// retab writes the tabs with the numbers of entries.
func (l *reviewLists) retab() {
	count := l.env.Printer.Count
	doubts := 0
	for _, p := range l.problems {
		if p.Doubt {
			doubts++
		}
	}
	names := []string{
		l.env.text("review.problems", "doubts", count(doubts), "remarks", count(len(l.problems)-doubts)),
		l.env.text("review.differences", "n", count(len(l.differences))),
		l.env.text("review.revisions", "n", count(len(l.review.Revisions))),
		l.env.text("review.rules", "n", count(len(l.rules))),
	}
	l.tabs, l.row.Objects = nil, nil
	for i, name := range names {
		t := widget.NewTab(name, func() { l.choose(i) })
		l.tabs = append(l.tabs, t)
		l.row.Objects = append(l.row.Objects, t)
	}
	l.row.Refresh()
}

// choose shows a list.
func (l *reviewLists) choose(i int) {
	l.at = i
	for j, t := range l.tabs {
		t.Choose(i == j)
	}
	shown := l.bodies[i]
	if l.grids[i].Content().Rows == 0 {
		key := []string{"problems", "differences", "revisions", "rules"}[i]
		shown = widget.NewSheet(0, 14, 12, 0, small(0, l.env.text("review."+key+".none"))).Object()
	}
	l.body.Objects = []fyne.CanvasObject{shown}
	l.body.Refresh()
}

// revision shows the cell of a revised figure.
func (l *reviewLists) revision(row int) {
	o := l.review.Revisions[row].New
	for i, b := range l.review.Books {
		if _, _, ok := b.Find(data.Problem{At: o.Source}); ok {
			l.jump(i, data.Problem{At: o.Source})
			return
		}
	}
}

// content returns the table of a list.
func (l *reviewLists) content(list int) widget.Content {
	switch list {
	case listProblems:
		return l.problemTable(l.problems)
	case listDifferences:
		return l.problemTable(l.differences)
	case listRevisions:
		return l.revisionTable()
	}
	return l.ruleTable()
}

// problemTable returns a table of problems.
func (l *reviewLists) problemTable(all []located) widget.Content {
	e := l.env
	return widget.Content{
		Columns: []widget.Column{
			{Title: e.text("page.data.column.cell"), Most: 130},
			{Title: e.text("page.data.column.problem"), Most: 400},
		},
		Rows: len(all),
		At: func(row, col int) widget.Cell {
			p := all[row]
			if col == 0 {
				return widget.Cell{Text: l.where(p), Strong: p.Doubt}
			}
			return widget.Cell{Text: e.Printer.ProblemName(p.Problem), Muted: !p.Doubt}
		},
	}
}

// where returns the place of a problem in short: its cell, with the sheet where
// there are several.
func (l *reviewLists) where(p located) string {
	switch {
	case p.At.Cell == "":
		return p.At.File
	case p.At.Sheet != "" && (len(l.review.Books) > 1 || len(l.review.Books[0].Grids) > 1):
		return p.At.Cell + " " + p.At.Sheet
	case len(l.review.Books) > 1:
		return p.At.Cell + " " + p.At.File
	}
	return p.At.Cell
}

// revisionTable returns the table of revised figures.
func (l *reviewLists) revisionTable() widget.Content {
	e := l.env
	return widget.Content{
		Columns: []widget.Column{
			{Title: e.text("page.data.column.cell"), Most: 70},
			{Title: e.text("review.column.old"), Right: true},
			{Title: e.text("review.column.new"), Right: true},
			{Title: e.text("page.data.column.series"), Most: 600},
		},
		Rows: len(l.review.Revisions),
		At: func(row, col int) widget.Cell {
			r := l.review.Revisions[row]
			before, now := r.Old.Number(), r.New.Number()
			holds := r.New.Vintage.Compare(r.Old.Vintage) >= 0
			switch col {
			case 0:
				return widget.Cell{Text: r.New.Source.Cell}
			case 1:
				return widget.Cell{Text: e.Printer.Number(before), Muted: holds, Strong: !holds}
			case 2:
				return widget.Cell{Text: e.Printer.Number(now), Strong: holds, Muted: !holds}
			}
			return widget.Cell{Text: e.label(r.New), Muted: true}
		},
	}
}

// ruleTable returns the table of what was said of the sheet.
func (l *reviewLists) ruleTable() widget.Content {
	e := l.env
	return widget.Content{
		Columns: []widget.Column{
			{Title: e.text("review.column.where"), Most: 120},
			{Title: e.text("review.column.said"), Most: 600},
		},
		Rows: len(l.rules),
		At: func(row, col int) widget.Cell {
			r := l.rules[row]
			if col == 0 {
				return widget.Cell{Text: e.scopeOf(r)}
			}
			text := e.text("part." + string(r.Part))
			if r.Text != "" {
				text += e.text("list.colon") + r.Text
			}
			return widget.Cell{Text: text}
		},
	}
}

// scopeOf returns what a rule is about.
func (e Env) scopeOf(r session.Rule) string {
	switch r.Scope {
	case session.OfRow:
		return e.text("review.row", "row", e.Printer.Count(r.At.Row+1))
	case session.OfColumn:
		return e.text("review.column", "column", data.ColumnName(r.At.Col))
	case session.OfSheet:
		return e.text("scope.sheet")
	}
	return e.text("scope."+string(r.Scope)) + " " + data.CellName(r.At.Row, r.At.Col)
}
