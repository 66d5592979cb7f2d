package ui

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"yunxing/data"
	"yunxing/ui/brief"
	"yunxing/ui/chart"
	"yunxing/ui/i18n"
	"yunxing/ui/page"
	"yunxing/ui/session"
	"yunxing/ui/task"
	"yunxing/ui/widget"
)

// A shell is the window with all that it shows. It is used on the UI goroutine only.
type shell struct {
	app     fyne.App
	win     fyne.Window
	runner  *task.Runner
	options Options
	stop    context.CancelFunc // ends all work
	prefs   preferences
	printer i18n.Printer
	dark    bool
	style   chart.Style

	session *session.Session
	state   page.State
	choices choices
	kept    *page.Kept // what pages were asked for

	current   string
	views     map[string]page.View
	review    *page.Review      // that waits to be stored, nil without one
	reviewing bool              // it is shown
	keeping   bool              // it is being stored
	template  *session.Template // to read the next files by, nil for those of the project
	leaving   bool              // a person has agreed to lose what was said

	entries   map[string]*widget.Choice
	selectors *selectors
	rule      fyne.CanvasObject // below the selectors
	centre    fyne.CanvasObject // selectors, notices and page
	notices   *fyne.Container
	body      *fyne.Container
	side      *fyne.Container
	trace     *page.Trace
	status    *widget.StatusBar
	working   *work
	shown     string // what was last reported as shown
}

// navWidth is the width of the navigation.
const navWidth = 132

// text is printer.Text.
func (s *shell) text(key string, args ...string) string { return s.printer.Text(key, args...) }

// build makes the content of the window anew, for another language, appearance or
// project; what is selected stays.
func (s *shell) build() {
	s.views = map[string]page.View{}
	s.entries = map[string]*widget.Choice{}
	s.shown = ""
	s.status = widget.NewStatusBar(s.text("toolkit.cancel"))
	s.working = nil
	s.trace = page.NewTrace(s.env(), s.hideTrace, s.copyText)
	s.side = container.NewStack()
	s.side.Hide()
	s.notices = container.NewStack()
	s.body = container.NewStack()
	s.selectors = newSelectors(s)
	s.rule = widget.Hair()
	s.centre = widget.NewTopped(s.body, s.selectors.box, s.rule, s.notices)
	s.win.SetContent(container.NewBorder(nil, s.status.Object(), s.navigation(), s.side, s.centre))
	s.win.SetMainMenu(s.menu())
	s.retitle()
}

// choosing shows the selectors, or hides them.
func (s *shell) choosing(on bool) {
	for _, o := range []fyne.CanvasObject{s.selectors.box, s.rule} {
		if on {
			o.Show()
		} else {
			o.Hide()
		}
	}
	s.centre.Refresh()
}

// navigation returns the list of pages.
func (s *shell) navigation() fyne.CanvasObject {
	list := container.New(layout.NewCustomPaddedVBoxLayout(0))
	for _, p := range page.All() {
		e := widget.NewEntry(s.text("page."+p.ID), func() { s.open(p.ID) })
		s.entries[p.ID] = e
		list.Add(e)
	}
	inner := widget.Fixed(navWidth, 0, widget.Inset(0, 6, 0, 6, container.NewVScroll(list)))
	return container.NewStack(widget.Ground(widget.ColorPanel), container.NewBorder(nil, nil, nil, widget.Hair(), inner))
}

// env returns what pages work with.
func (s *shell) env() page.Env {
	return page.Env{
		Session: s.session, Printer: s.printer, Runner: s.runner, Style: s.style, Host: s, Kept: s.kept,
		Pixels: func() float32 { return s.win.Canvas().Scale() },
	}
}

// open shows a page.
func (s *shell) open(id string) {
	p := pageOf(id)
	s.current = p.ID
	s.prefs.setPage(p.ID)
	for other, e := range s.entries {
		e.Choose(other == p.ID)
	}
	s.selectors.fit(p)
	s.centre.Refresh()
	if s.session == nil {
		return
	}
	v, ok := s.views[p.ID]
	if !ok {
		v = p.New(s.env())
		s.views[p.ID] = v
	}
	s.put(v.Object())
	s.remindReview()
	v.Show(page.State{Selection: s.selection(), Revision: s.state.Revision})
}

// selection returns what is selected, with the growths that were given for its year.
func (s *shell) selection() brief.Selection { return s.kept.Aimed(s.state.Selection) }

// pageOf returns the page with an id, and the one to begin with where there is none.
func pageOf(id string) page.Page {
	all := page.All()
	begin := all[0]
	for _, p := range all {
		if p.ID == id {
			return p
		}
		if p.ID == "growth" {
			begin = p
		}
	}
	return begin
}

// step shows the page n places further in the navigation.
func (s *shell) step(n int) {
	all := page.All()
	for i, p := range all {
		if p.ID == s.current {
			s.open(all[(i+n+len(all))%len(all)].ID)
			return
		}
	}
	s.open("")
}

// put puts an object on the page.
func (s *shell) put(o fyne.CanvasObject) {
	s.body.Objects = []fyne.CanvasObject{o}
	s.body.Refresh()
}

// show shows the current page for the current state.
func (s *shell) show() { s.open(s.current) }

// retitle puts the name of the project into the title.
func (s *shell) retitle() {
	name := s.text("window.name")
	if s.session != nil {
		project := strings.TrimSuffix(filepath.Base(s.session.Path()), filepath.Ext(s.session.Path()))
		name = s.text("window.title", "project", project, "name", name)
	}
	s.win.SetTitle(name)
}

// setLang changes the language of everything that is shown.
func (s *shell) setLang(l i18n.Lang) {
	p, err := i18n.New(l)
	if err == nil {
		err = speak(p)
	}
	if err != nil {
		s.fail(err)
		return
	}
	s.printer = p
	s.prefs.setLang(l)
	s.rebuild()
}

// rebuild makes the content of the window anew and shows what was shown.
func (s *shell) rebuild() {
	shown := s.reviewing
	s.build()
	s.show()
	if s.review == nil {
		return
	}
	s.renewReview(s.review.Review())
	if shown {
		s.showReview()
	} else {
		s.remindReview()
	}
}

// otherLang changes to the next language.
func (s *shell) otherLang() {
	all := i18n.Languages()
	for i, l := range all {
		if l == s.printer.Lang() {
			s.setLang(all[(i+1)%len(all)])
			return
		}
	}
}

// setAppearance changes between light and dark.
func (s *shell) setAppearance(a Appearance) {
	s.prefs.setAppearance(a)
	s.applyLook()
	if st, err := screenStyle(s.chartTheme()); err == nil {
		s.style = st
	}
	s.rebuild()
}

// chartTheme returns the theme of charts that goes with the window.
func (s *shell) chartTheme() string {
	if s.dark {
		return "dark"
	}
	return "report"
}

// screenStyle returns the style of charts on the screen, where titles stand above
// them as text.
func screenStyle(theme string) (chart.Style, error) {
	st, err := session.Style(theme)
	st.HideCaption = true
	return st, err
}

// remember writes down the size of the window.
func (s *shell) remember() { s.prefs.setSize(s.win.Canvas().Size()) }

// close closes the project.
func (s *shell) close() error {
	if s.session == nil {
		return nil
	}
	return s.session.Close()
}

// Trace shows where a figure comes from. It is a method of page.Host.
func (s *shell) Trace(label string, n data.Number) { s.Panel().Show(label, n) }

// Panel shows the panel of traces. It is a method of page.Host.
func (s *shell) Panel() *page.Trace {
	s.side.Objects = []fyne.CanvasObject{s.trace.Object()}
	s.side.Show()
	s.win.Content().Refresh()
	return s.trace
}

// hideTrace takes the trace off the window.
func (s *shell) hideTrace() {
	s.side.Hide()
	s.win.Content().Refresh()
}

// copyText puts text on the clipboard.
func (s *shell) copyText(t string) { s.app.Clipboard().SetContent(t) }
