package page

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"yunxing/data"
	"yunxing/ui/chart"
	"yunxing/ui/report"
	"yunxing/ui/task"
	"yunxing/ui/widget"
)

// sections returns what makes a page of sections of the report: one section is
// shown at a time, the first first.
func sections(ids ...string) func(Env) View {
	return func(e Env) View { return newSectionView(e, ids) }
}

// A sectionView shows a section of the report: its sentences, its chart and its
// table, one below the other.
type sectionView struct {
	env Env
	ids []string
	at  int
	showing
	latest task.Latest

	tabs  []*widget.Choice
	body  *fyne.Container
	box   fyne.CanvasObject
	chart *widget.ChartView
	grid  *widget.Grid
	found *widget.Sheet
	note  string
}

// newSectionView returns an empty view of sections.
func newSectionView(e Env, ids []string) *sectionView {
	v := &sectionView{env: e, ids: ids, body: container.NewStack()}
	v.at = e.Kept.open(v.tabsOf(), ids)
	v.box = v.body
	if len(ids) > 1 {
		row := container.NewHBox()
		for i, id := range ids {
			tab := widget.NewTab(e.text("chapter."+id), func() { v.choose(i) })
			v.tabs = append(v.tabs, tab)
			row.Add(tab)
		}
		v.tabs[v.at].Choose(true)
		head := container.NewBorder(nil, widget.Hair(), nil, nil, widget.Inset(6, 0, 6, 0, row))
		v.box = container.NewBorder(head, nil, nil, nil, v.body)
	}
	return v
}

// tabsOf returns the place of the tabs of the sections.
func (v *sectionView) tabsOf() string { return strings.Join(v.ids, " ") }

// Object returns the view.
func (v *sectionView) Object() fyne.CanvasObject { return v.box }

// Chapter returns the id of the section that is shown.
func (v *sectionView) Chapter() string { return v.ids[v.at] }

// Figure returns the chart on the page.
func (v *sectionView) Figure() *chart.Figure {
	if v.chart == nil {
		return nil
	}
	return v.chart.Figure()
}

// choose shows another section.
func (v *sectionView) choose(i int) {
	for j, t := range v.tabs {
		t.Choose(i == j)
	}
	v.at, v.begun = i, false
	v.env.Kept.picked[v.tabsOf()] = v.ids[i]
	v.Show(v.state)
}

// Show asks for the section and shows it.
func (v *sectionView) Show(s State) {
	if !v.begin(s) {
		if v.complete {
			v.env.Host.Shown(v.note)
		}
		return
	}
	id := v.ids[v.at]
	work := v.env.Host.Work(v.env.text("work.section", "section", v.env.text("chapter."+id)))
	task.RunLatest(v.env.Runner, &v.latest, work, func(ctx context.Context, _ *data.Progress) (report.Section, error) {
		return v.env.Session.Section(ctx, id, s.Selection, v.env.Printer)
	}, v.fill)
}

// fill shows a section, or what there is instead.
func (v *sectionView) fill(s report.Section, err error) {
	if cancelled(err) {
		v.begun = false
		return
	}
	v.complete = true
	v.chart, v.grid, v.found = nil, nil, nil
	if err != nil {
		v.put(v.env.instead(err), "")
		v.env.Host.Shown("")
		return
	}
	sentences, figures, tables := parts(s)
	v.found = v.findings(sentences)
	var lower []fyne.CanvasObject
	if len(figures) > 0 {
		lower = append(lower, v.figures(figures))
	}
	if len(tables) > 0 {
		lower = append(lower, v.tables(tables))
	}
	v.put(container.New(&sectionLayout{v.found, tableNeed(tables)}, append([]fyne.CanvasObject{v.found.Object()}, lower...)...), v.env.note(v.state))
	if v.chart == nil {
		v.env.Host.Shown(v.note)
	}
}

// put puts an object on the page.
func (v *sectionView) put(o fyne.CanvasObject, note string) {
	v.note = note
	v.body.Objects = []fyne.CanvasObject{o}
	v.body.Refresh()
}

// parts sorts the blocks of a section.
func parts(s report.Section) (sentences []report.Sentence, figures []*report.Figure, tables []*report.Table) {
	for _, b := range s.Blocks {
		switch b := b.(type) {
		case report.Paragraph:
			sentences = append(sentences, b.Sentences...)
		case *report.Figure:
			figures = append(figures, b)
		case *report.Table:
			tables = append(tables, b)
		}
	}
	return sentences, figures, tables
}

// findings returns the sentences, the first of them large.
func (v *sectionView) findings(all []report.Sentence) *widget.Sheet {
	s := widget.NewSheet(2, 16, 10, mostLine).AlignLeft()
	if len(all) == 0 {
		return s
	}
	first := v.env.flow(all[:1], theme.Size(theme.SizeNameSubHeadingText), true)
	if len(all) == 1 {
		s.SetObjects(first)
		return s
	}
	s.SetObjects(first, v.env.flow(all[1:], 0, false))
	return s
}

// figures returns the charts, one shown at a time.
func (v *sectionView) figures(all []*report.Figure) fyne.CanvasObject {
	place, ids := "charts of "+v.Chapter(), make([]string, len(all))
	for i, f := range all {
		ids[i] = f.ID
	}
	at, pick := v.env.Kept.open(place, ids), func(int) {}
	turn := func(by int) { pick((at + by + len(all)) % len(all)) }
	v.chart = v.env.chartView(0, turn, func() { v.env.Host.Shown(v.note) })
	titles := make([]string, len(all))
	for i, f := range all {
		titles[i] = figureTitle(f)
		if len(all) > 1 {
			titles[i] = v.env.text("chart.kind." + f.ID)
		}
	}
	view, state := v.chart, v.state
	show := func(i int) {
		at = i
		view.SetSight(all[i].Chart, v.env.Kept.sight(state, place+all[i].ID))
	}
	view.OnSeen = func() { v.env.Kept.see(state, place+all[at].ID, view.Sight()) }
	var head fyne.CanvasObject
	head, pick = picker(titles, at, func(i int) {
		v.env.Kept.picked[place] = ids[i]
		show(i)
	})
	show(at)
	return container.NewBorder(head, nil, nil, nil, widget.Inset(10, 0, 10, 4, v.chart))
}

// figureTitle returns the title of a figure.
func figureTitle(f *report.Figure) string {
	if f.Title == "" && f.Chart != nil {
		return f.Chart.Caption
	}
	return f.Title
}

// tables returns the tables, one shown at a time.
func (v *sectionView) tables(all []*report.Table) fyne.CanvasObject {
	current := all[0]
	v.grid = widget.NewGrid(v.env.content(current), func(row, col int, c widget.Cell) {
		if c.Number != nil {
			v.env.Host.Trace(cellLabel(current, row, col), *c.Number)
		}
	})
	foot := widget.NewSheet(0, 16, 3, 0, v.foot(current))
	titles := make([]string, len(all))
	for i, t := range all {
		titles[i] = t.Title
		if t.Unit != "" {
			titles[i] = v.env.text("page.table.title", "title", t.Title, "unit", t.Unit)
		}
	}
	var box *fyne.Container
	head, _ := picker(titles, 0, func(i int) {
		current = all[i]
		foot.SetObjects(v.foot(current))
		v.grid.SetContent(v.env.content(current))
		box.Refresh()
	})
	box = container.New(&tableLayout{foot}, head, widget.Inset(6, 0, 6, 0, v.grid), foot.Object())
	return box
}

// foot returns the words below a table: its source, its notes and its legend.
func (v *sectionView) foot(t *report.Table) fyne.CanvasObject {
	var lines []string
	if t.Source != "" {
		lines = append(lines, v.env.text("report.source", "source", t.Source))
	}
	lines = append(lines, t.Notes...)
	if l := t.Legend(v.env.Printer); l != "" {
		lines = append(lines, l)
	}
	return small(theme.Size(theme.SizeNameCaptionText), v.env.stopped(lines)...)
}

// picker returns tabs with titles, one of them open, or the title alone where there is
// but one, and what picks one of them.
func picker(titles []string, open int, choose func(int)) (head fyne.CanvasObject, pick func(int)) {
	if len(titles) == 1 {
		return widget.Inset(16, 6, 16, 2, widget.NewTitle(titles[0])), func(int) {}
	}
	var tabs []*widget.Choice
	pick = func(i int) {
		for j, tab := range tabs {
			tab.Choose(i == j)
		}
		choose(i)
	}
	for i, t := range titles {
		tab := widget.NewTab(t, func() { pick(i) })
		tab.Choose(i == open)
		tabs = append(tabs, tab)
	}
	return widget.Inset(6, 0, 6, 2, widget.NewTabs(tabs...)), pick
}

// sectionLayout gives the sentences the height they need, up to a share of the
// page, and divides the rest between chart and table.
type sectionLayout struct {
	found *widget.Sheet
	need  float32 // height of the longest table
}

// Shares of the height: at most so much for sentences, and at least so much of the
// rest for the chart; in a low window the height of a chart that is still read, if it
// leaves the table two rows; and the width at which a line of sentences ends.
const (
	mostFindings = 0.26
	chartShare   = 0.56
	leastChart   = 310
	leastTable   = 132
	mostLine     = 1180
)

// tableNeed returns the height that the longest of tables takes with its title, its
// header and the words below it.
func tableNeed(tables []*report.Table) float32 {
	rows, head := 0, float32(1)
	for _, t := range tables {
		rows = max(rows, len(t.Rows))
		for _, c := range t.Columns {
			if c.Over != "" {
				head = 2
			}
		}
	}
	const aroundTable = 110
	return float32(rows)*widget.RowHeight + head*widget.HeadLine + aroundTable
}

// MinSize is small.
func (l *sectionLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 240) }

// Layout puts sentences, chart and table below each other.
func (l *sectionLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	h := min(l.found.HeightFor(size.Width), size.Height*mostFindings)
	if len(objects) == 1 {
		h = size.Height
	}
	y := float32(0)
	for i, o := range objects {
		if i > 0 {
			h = size.Height - y
		}
		if i == 1 && len(objects) > 2 {
			h = max(h*chartShare, h-l.need, min(leastChart, h-leastTable))
		}
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, h))
		y += h
	}
}

// tableLayout puts the words below a table at its foot, as high as they need to be
// up to three lines, and gives the table the rest.
type tableLayout struct{ foot *widget.Sheet }

// mostFoot is the greatest height of the words below a table.
const mostFoot = 64

// MinSize is small.
func (l *tableLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(240, 120) }

// Layout puts title, table and foot below each other.
func (l *tableLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	head := objects[0].MinSize().Height
	foot := min(l.foot.HeightFor(size.Width), mostFoot)
	y := float32(0)
	for i, h := range []float32{head, max(0, size.Height-head-foot), foot} {
		objects[i].Move(fyne.NewPos(0, y))
		objects[i].Resize(fyne.NewSize(size.Width, h))
		y += h
	}
}
