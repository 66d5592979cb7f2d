package ui

import (
	"context"
	"io"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"yunxing/data"
	"yunxing/ui/chart"
	"yunxing/ui/page"
	"yunxing/ui/session"
	"yunxing/ui/task"
	"yunxing/ui/widget"
)

// chart returns the figure on the page as it is seen there, and false, with a word,
// where there is none.
func (s *shell) chart() (*chart.Figure, bool) {
	view, ok := s.views[s.current].(page.Charter)
	if !ok || s.reviewing || view.Figure() == nil {
		s.notice(s.text("export.none"), "", "", nil)
		return nil, false
	}
	return view.Figure().Described(s.printer), true
}

// A chartForm asks how a chart, or all charts of the selection, shall be written, and
// says of one what the checklist finds in it.
type chartForm struct {
	shell  *shell
	figure *chart.Figure // nil for all
	format *fynewidget.Select
	theme  *fynewidget.Select
	size   *fynewidget.Select
	found  *widget.Sheet
	said   []string // what the checklist found, in words
	latest task.Latest
}

// Height of what the checklist finds.
const foundHeight = 104

// newChartForm returns a form for a figure, nil for all, with the defaults chosen.
func newChartForm(s *shell, f *chart.Figure, formatted func(ext string)) *chartForm {
	c := &chartForm{shell: s, figure: f, found: widget.NewSheet(4, 0, 6, 0)}
	formats := session.FigureFormats()
	c.format = fynewidget.NewSelect(names(formats, func(ext string) string { return s.text("export." + ext) }), nil)
	c.theme = fynewidget.NewSelect(names(chart.ThemeIDs(), func(id string) string { return s.text("theme." + id) }), nil)
	c.size = fynewidget.NewSelect(c.sizeNames(), nil)
	for _, choice := range []*fynewidget.Select{c.format, c.theme, c.size} {
		choice.SetSelectedIndex(0)
	}
	c.format.OnChanged = func(string) { formatted(formats[c.format.SelectedIndex()]) }
	c.theme.OnChanged = func(string) { c.check() }
	c.size.OnChanged = func(string) { c.check() }
	c.check()
	return c
}

// rows returns the names and the fields of the form.
func (c *chartForm) rows() []fyne.CanvasObject {
	s := c.shell
	out := []fyne.CanvasObject{
		fynewidget.NewLabel(s.text("export.format")), c.format,
		fynewidget.NewLabel(s.text("export.theme")), c.theme,
		fynewidget.NewLabel(s.text("export.size")), c.size,
	}
	if c.figure == nil {
		return out
	}
	return append(out, fynewidget.NewLabel(s.text("export.check")), widget.Fixed(0, foundHeight, c.found.Object()))
}

// sizeNames returns the names of the sizes: as high as the figure needs to be, then
// the named ones.
func (c *chartForm) sizeNames() []string {
	s := c.shell
	fit := s.text("size.fit")
	if c.figure != nil {
		fit = s.text("size.fit-one", "height", strconv.Itoa(int(c.figure.SuggestedHeight())))
	}
	return append([]string{fit}, names(chart.Sizes(), func(z chart.Size) string { return s.text("size." + z.ID) })...)
}

// output returns the size that is chosen; a height of zero asks the figure.
func (c *chartForm) output() chart.Output {
	o := chart.Output{Width: chart.Sizes()[0].Width, DPI: exportDPI}
	if i := c.size.SelectedIndex(); i > 0 {
		z := chart.Sizes()[i-1]
		o.Width, o.Height = z.Width, z.Height
	}
	if c.figure != nil && o.Height == 0 {
		o.Height = c.figure.SuggestedHeight()
	}
	return o
}

// exportDPI is the resolution of pictures, for print.
const exportDPI = 300

// themeID returns the theme that is chosen.
func (c *chartForm) themeID() string { return chart.ThemeIDs()[max(0, c.theme.SelectedIndex())] }

// check goes through the checklist beside the window.
func (c *chartForm) check() {
	if c.figure == nil {
		return
	}
	s, f, theme, output := c.shell, c.figure, c.themeID(), c.output()
	project := s.session
	task.RunLatest(s.runner, &c.latest, s.Work(s.text("work.check")), func(ctx context.Context, _ *data.Progress) ([]chart.Warning, error) {
		style, err := session.Style(theme)
		if err != nil {
			return nil, err
		}
		return project.CheckFigure(ctx, f, style, output)
	}, c.fill)
}

// fill lists what the checklist found, each with what to do.
func (c *chartForm) fill(found []chart.Warning, err error) {
	s := c.shell
	if err != nil {
		s.options.Log.Error("check chart", "error", err)
		c.found.SetObjects(paragraph(session.Explain(s.printer, err)))
		return
	}
	c.said = nil
	for _, w := range found {
		what, remedy := w.Text(s.printer)
		c.said = append(c.said, s.text("export.warning", "what", what, "remedy", remedy))
	}
	if len(found) == 0 {
		c.said = []string{s.text("export.sound")}
	}
	var lines []fyne.CanvasObject
	for _, text := range c.said {
		lines = append(lines, paragraph(text))
	}
	c.found.SetObjects(lines...)
}

// exportChart asks where the chart that is shown shall be written.
func (s *shell) exportChart() {
	f, ok := s.chart()
	if !ok {
		return
	}
	var form *saveForm
	c := newChartForm(s, f, func(ext string) { form.setExt(ext) })
	name := fileName(session.FigureFormats()[0], short(strings.ReplaceAll(f.Caption, "\n", " ")))
	if f.Caption == "" {
		name = fileName(session.FigureFormats()[0], append(s.about(), f.ID)...)
	}
	form = s.askSave(s.text("export.title"), name, s.text("export.do"), c.rows(), func(path string) {
		s.writeChart(path, f, c.themeID(), c.output())
	})
}

// writeChart writes a chart to a file.
func (s *shell) writeChart(path string, f *chart.Figure, theme string, o chart.Output) {
	p, project := s.printer, s.session
	s.save(s.text("work.export"), path, func(ctx context.Context) (func(io.Writer) error, error) {
		ext, err := session.FigureFormat(path)
		if err != nil {
			return nil, err
		}
		style, err := session.Style(theme)
		if err != nil {
			return nil, err
		}
		return func(w io.Writer) error { return project.WriteFigure(ctx, f, ext, style, o, p, w) }, nil
	})
}
