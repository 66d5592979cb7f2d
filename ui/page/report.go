package page

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"yunxing/data"
	"yunxing/ui/chart"
	"yunxing/ui/report"
	"yunxing/ui/task"
	"yunxing/ui/widget"
)

// reportPage shows the whole report as it will be written.
func reportPage() Page {
	return Page{ID: "report", Threshold: true, Peers: true, New: newReportView}
}

// A reportView is a preview of the report with a button that writes it.
type reportView struct {
	env Env
	showing
	latest task.Latest
	write  *fynewidget.Button
	annex  *fynewidget.Check // write where the figures come from
	count  *widget.Line
	sheet  *widget.Sheet
	body   *fyne.Container
	box    fyne.CanvasObject
	first  *widget.ChartView
	chosen *widget.ChartView // that the keys went to last, nil for none
	note   string
}

// Sizes of the preview: the width of its text, and of its title.
const (
	paperWidth = 760
	titleSize  = 20
)

// newReportView returns an empty preview.
func newReportView(e Env) View {
	v := &reportView{env: e, sheet: widget.NewSheet(10, 24, 20, paperWidth)}
	v.write = &fynewidget.Button{Text: e.text("page.report.write"), Importance: fynewidget.HighImportance, OnTapped: func() { e.Host.WriteReport(v.annex.Checked) }}
	v.write.Disable()
	v.annex = &fynewidget.Check{Text: e.text("page.report.annex"), Checked: true}
	v.count = widget.Label("", widget.ColorMuted, 0, fyne.TextStyle{})
	v.body = container.NewStack()
	head := container.NewBorder(nil, widget.Hair(), nil, nil, widget.Inset(16, 6, 16, 6, container.NewBorder(nil, nil, nil, container.NewHBox(v.annex, v.write), v.count)))
	v.box = container.NewBorder(head, nil, nil, nil, v.body)
	return v
}

// Object returns the view.
func (v *reportView) Object() fyne.CanvasObject { return v.box }

// Figure returns the chart that was clicked last, or else the first of the report.
func (v *reportView) Figure() *chart.Figure {
	switch {
	case v.chosen != nil:
		return v.chosen.Figure()
	case v.first != nil:
		return v.first.Figure()
	}
	return nil
}

// Show composes the report and shows it.
func (v *reportView) Show(s State) {
	if !v.begin(s) {
		if v.complete {
			v.env.Host.Shown(v.note)
		}
		return
	}
	task.RunLatest(v.env.Runner, &v.latest, v.env.Host.Work(v.env.text("work.report")), func(ctx context.Context, _ *data.Progress) (report.Document, error) {
		return v.env.Session.Report(ctx, s.Selection, v.env.Printer)
	}, v.fill)
}

// fill shows the report, or what there is instead.
func (v *reportView) fill(d report.Document, err error) {
	if cancelled(err) {
		v.begun = false
		return
	}
	v.complete = true
	v.first, v.chosen, v.note = nil, nil, v.env.note(v.state)
	if err != nil {
		v.write.Disable()
		v.count.SetText("")
		v.body.Objects = []fyne.CanvasObject{v.env.instead(err)}
		v.body.Refresh()
		v.env.Host.Shown("")
		return
	}
	v.write.Enable()
	v.count.SetText(v.counted(d))
	v.sheet.SetObjects(v.document(report.Numbered(v.env.Printer, d))...)
	v.body.Objects = []fyne.CanvasObject{v.sheet.Object()}
	v.body.Refresh()
	if v.first == nil {
		v.env.Host.Shown(v.note)
	}
}

// counted says what the report holds.
func (v *reportView) counted(d report.Document) string {
	sentences, tables, figures := 0, 0, 0
	for _, p := range d.Lead {
		sentences += len(p.Sentences)
	}
	for _, s := range d.Sections {
		a, b, c := parts(s)
		sentences, figures, tables = sentences+len(a), figures+len(b), tables+len(c)
	}
	p := v.env.Printer
	return v.env.text("page.report.count", "sentences", p.Count(sentences), "tables", p.Count(tables), "figures", p.Count(figures))
}

// document returns the objects of a document.
func (v *reportView) document(d report.Document) []fyne.CanvasObject {
	out := []fyne.CanvasObject{v.words(d.Title, titleSize)}
	for _, p := range d.Lead {
		out = append(out, v.env.flow(p.Sentences, 0, false))
	}
	for _, s := range d.Sections {
		size := theme.Size(theme.SizeNameSubHeadingText)
		if s.Level <= 1 {
			size += 2
		}
		out = append(out, widget.Fixed(0, 8, container.NewStack()), v.words(v.numbered(s.Number, s.Title), size))
		for _, b := range s.Blocks {
			out = append(out, v.block(b)...)
		}
	}
	if len(d.Notes) > 0 {
		out = append(out, v.words(v.env.text("report.notes"), theme.Size(theme.SizeNameSubHeadingText)))
	}
	for _, n := range d.Notes {
		out = append(out, small(0, n))
	}
	return out
}

// numbered returns a title behind its number.
func (v *reportView) numbered(number, title string) string {
	if number == "" {
		return title
	}
	return v.env.text("report.heading", "number", number, "title", title)
}

// words returns a heading.
func (v *reportView) words(s string, size float32) fyne.CanvasObject {
	return widget.NewFlow([]widget.Token{{Text: s, Strong: true}}, size, nil)
}

// block returns the objects of a block.
func (v *reportView) block(b report.Block) []fyne.CanvasObject {
	switch b := b.(type) {
	case report.Paragraph:
		return []fyne.CanvasObject{v.env.flow(b.Sentences, 0, false)}
	case *report.Table:
		return v.table(b)
	case *report.Figure:
		return v.figure(b)
	}
	return nil
}

// figure returns a chart with its caption.
func (v *reportView) figure(f *report.Figure) []fyne.CanvasObject {
	const usual = float32(85) / 150
	ratio := usual
	if f.Width > 0 && f.Height > 0 {
		ratio = float32(f.Height / f.Width)
	}
	var drawn func()
	if v.first == nil {
		drawn = func() { v.env.Host.Shown(v.note) }
	}
	view := v.env.chartView(ratio, nil, drawn)
	place := "report " + f.ID
	view.OnFocus = func(clicked bool) {
		v.chosen = view
		if !clicked {
			v.sheet.Reveal(view)
		}
	}
	view.OnSeen = func() { v.env.Kept.see(v.state, place, view.Sight()) }
	view.SetSight(f.Chart, v.env.Kept.sight(v.state, place))
	if v.first == nil {
		v.first = view
	}
	return []fyne.CanvasObject{view, v.caption(f.Number, figureTitle(f))}
}

// caption returns the title of a table or a figure.
func (v *reportView) caption(number, title string) fyne.CanvasObject {
	return widget.NewFlow([]widget.Token{{Text: v.env.text("report.caption", "number", number, "title", title), Strong: true}}, 0, nil)
}

// table returns a table with its title and the words below it.
func (v *reportView) table(t *report.Table) []fyne.CanvasObject {
	title := t.Title
	if t.Unit != "" {
		title = v.env.text("page.table.title", "title", t.Title, "unit", t.Unit)
	}
	ruled := widget.NewRuled(v.env.content(t), func(c widget.Cell) { v.env.Host.Trace(t.Title, *c.Number) })
	out := []fyne.CanvasObject{v.caption(t.Number, title), ruled}
	var lines []string
	if t.Source != "" {
		lines = append(lines, v.env.text("report.source", "source", t.Source))
	}
	lines = append(lines, t.Notes...)
	if l := t.Legend(v.env.Printer); l != "" {
		lines = append(lines, l)
	}
	if len(lines) > 0 {
		out = append(out, small(theme.Size(theme.SizeNameCaptionText), v.env.stopped(lines)...))
	}
	return out
}
