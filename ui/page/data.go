package page

import (
	"context"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"yunxing/data"
	"yunxing/ui/session"
	"yunxing/ui/task"
	"yunxing/ui/widget"
)

// dataPage shows what the project holds: its series with every figure and cell, its
// imports, what was in doubt, what was revised, and the templates of its files.
func dataPage() Page { return Page{ID: "data", New: newDataView} }

// A dataView is the data page.
type dataView struct {
	env Env
	showing
	latest task.Latest
	at     int // the part that is shown
	tabs   []*widget.Choice
	parts  []fyne.CanvasObject
	body   *fyne.Container
	box    fyne.CanvasObject

	series    *seriesList
	imports   *importList
	problems  *problemList
	revisions *revisionList
	templates *templateList
}

// A holding is all that the page shows of a project.
type holding struct {
	series   []session.Holding
	imports  []batch
	problems []data.Problem
}

// A batch is an import.
type batch struct {
	id           int64
	file         string
	at           time.Time
	observations int
	doubts       int
}

// newDataView returns an empty data page.
func newDataView(e Env) View {
	v := &dataView{env: e, body: container.NewStack()}
	v.series, v.imports, v.problems = newSeriesList(e, v.again), newImportList(e), newProblemList(e)
	v.revisions, v.templates = newRevisionList(e), newTemplateList(e)
	v.parts = []fyne.CanvasObject{v.series.box, v.imports.box, v.problems.box, v.revisions.box, v.templates.box}
	row := container.NewHBox()
	for i, key := range []string{"page.data.series", "page.data.imports", "page.data.problems", "page.data.revisions", "page.data.templates"} {
		tab := widget.NewTab(e.text(key), func() { v.choose(i) })
		v.tabs = append(v.tabs, tab)
		row.Add(tab)
	}
	v.choose(0)
	head := container.NewBorder(nil, widget.Hair(), nil, nil, widget.Inset(6, 0, 6, 0, row))
	v.box = container.NewBorder(head, nil, nil, nil, v.body)
	return v
}

// Object returns the view.
func (v *dataView) Object() fyne.CanvasObject { return v.box }

// choose shows a part of the page.
func (v *dataView) choose(i int) {
	for j, t := range v.tabs {
		t.Choose(i == j)
	}
	v.body.Objects = []fyne.CanvasObject{v.parts[i]}
	v.body.Refresh()
	v.at = i
	if !v.begun {
		return
	}
	switch v.parts[i] { // these are asked for when they are looked at
	case v.revisions.box:
		v.revisions.load()
	case v.templates.box:
		v.templates.load()
	}
}

// again asks for what is shown anew.
func (v *dataView) again() {
	if v.begun {
		v.begun = false
		v.Show(v.state)
	}
}

// Show asks what the project holds of the region and shows it.
func (v *dataView) Show(s State) {
	if !v.begin(s) {
		if v.complete {
			v.env.Host.Shown(v.series.note)
		}
		return
	}
	region := s.Selection.Region
	if v.series.wide.Checked {
		region = ""
	}
	task.RunLatest(v.env.Runner, &v.latest, v.env.Host.Work(v.env.text("work.data")), func(ctx context.Context, _ *data.Progress) (holding, error) {
		return v.load(ctx, region)
	}, v.fill)
}

// load asks the session.
func (v *dataView) load(ctx context.Context, region string) (holding, error) {
	var h holding
	var err error
	if h.series, err = v.env.Session.Holdings(ctx, region); err != nil {
		return h, err
	}
	all, err := v.env.Session.Batches(ctx)
	if err != nil {
		return h, err
	}
	for _, b := range all {
		problems, err := v.env.Session.Problems(ctx, b.ID)
		if err != nil {
			return h, err
		}
		one := batch{id: b.ID, file: b.File, at: b.At, observations: b.Observations}
		for _, p := range problems {
			if p.Doubt {
				one.doubts++
			}
		}
		h.imports = append(h.imports, one)
		h.problems = append(h.problems, problems...)
	}
	slices.SortStableFunc(h.problems, doubtsFirst)
	return h, nil
}

// doubtsFirst orders problems so that what is in doubt comes before remarks.
func doubtsFirst(a, b data.Problem) int {
	switch {
	case a.Doubt == b.Doubt:
		return 0
	case a.Doubt:
		return -1
	}
	return 1
}

// fill shows what the project holds.
func (v *dataView) fill(h holding, err error) {
	if cancelled(err) {
		v.begun = false
		return
	}
	v.complete = true
	if err != nil {
		v.body.Objects = []fyne.CanvasObject{v.env.instead(err)}
		v.body.Refresh()
		v.env.Host.Shown("")
		return
	}
	v.series.set(h.series)
	v.imports.set(h.imports)
	v.problems.set(h.problems)
	v.choose(v.at)
	v.env.Host.Shown(v.series.note)
}

// contains reports whether text holds every word of a search.
func contains(text, search string) bool {
	text = strings.ToLower(text)
	for _, w := range strings.Fields(strings.ToLower(search)) {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}
