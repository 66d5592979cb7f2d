package page

import (
	"fyne.io/fyne/v2"

	"yunxing/data"
	"yunxing/ui/brief"
	"yunxing/ui/chart"
	"yunxing/ui/i18n"
	"yunxing/ui/session"
	"yunxing/ui/task"
)

// A Page is an entry of the navigation. Its name is the text under "page." and ID.
type Page struct {
	ID        string
	Threshold bool // what counts as surplus capacity can be chosen on it
	Peers     bool // the group to rank within can be chosen on it
	New       func(Env) View
}

// All returns every page in the order of the navigation.
func All() []Page {
	return []Page{
		dataPage(),
		growthPage(),
		regionsPage(),
		branchesPage(),
		productsPage(),
		pricesPage(),
		efficiencyPage(),
		contributionPage(),
		capacityPage(),
		projectionPage(),
		conditionsPage(),
		computePage(),
		auditPage(),
		reportPage(),
	}
}

// A View is a page on the screen.
type View interface {
	Object() fyne.CanvasObject
	// Show shows the page for a state. A state that is shown already costs nothing.
	Show(State)
}

// A Charter is a View that shows a chart, or nil where it shows none right now.
type Charter interface {
	Figure() *chart.Figure
}

// A Chaptered is a View that shows a section of the report, and names it.
type Chaptered interface {
	Chapter() string
}

// A State is what the window shows: a selection, in a revision of the project that
// grows whenever its contents change.
type State struct {
	Selection brief.Selection
	Revision  int
}

// same reports whether two states show the same.
func (s State) same(t State) bool {
	a, b := s.Selection, t.Selection
	return s.Revision == t.Revision && a.Region == b.Region && a.Period == b.Period && a.AsOf == b.AsOf &&
		a.Peers == b.Peers && a.Threshold == b.Threshold && sameGrowth(a.Target, b.Target) && sameGrowth(a.Rest, b.Rest)
}

// sameGrowth reports whether two growths that are given are one. A growth of zero has
// bounds, none has not.
func sameGrowth(a, b data.Number) bool {
	return a.Value == b.Value && a.Lo == b.Lo && a.Hi == b.Hi
}

// showing is what a view has been told to show, and how far it has come.
type showing struct {
	state    State
	begun    bool
	complete bool
}

// begin notes the state that is to be shown. It reports false where the view shows
// it, or is about to.
func (s *showing) begin(t State) bool {
	if s.begun && s.state.same(t) {
		return false
	}
	*s = showing{state: t, begun: true}
	return true
}

// Env is what a page is given to work with.
type Env struct {
	Session *session.Session
	Printer i18n.Printer
	Runner  *task.Runner
	Style   chart.Style
	Pixels  func() float32 // pixels of the screen to a unit of the toolkit
	Host    Host
	Kept    *Kept
}

// A Host is what a page asks of the window around it. Its methods are called on
// the UI goroutine.
type Host interface {
	// Trace shows where a figure comes from; label says which it is.
	Trace(label string, n data.Number)
	// Panel shows the panel of traces and returns it, to be told what else to show.
	Panel() *Trace
	// Work announces work with a name and returns where its progress is shown.
	Work(name string) Work
	// Import asks for workbooks and takes them in.
	Import()
	// Undo asks whether an import shall be taken back, and does so.
	Undo(batch int64, name string)
	// ExportTemplate asks for a file name and writes a template.
	ExportTemplate(session.Template)
	// WriteReport asks for a file name and writes the report.
	WriteReport(annexed bool)
	// CopyTable puts the table of the page on the clipboard.
	CopyTable()
	// CopyChart puts the chart of the page on the clipboard as a picture.
	CopyChart()
	// SaveTable asks for a file name and writes the table of the page.
	SaveTable()
	// Shown says that a page stands complete, and what its figures are.
	Shown(note string)
}

// Work is a task on the status bar.
type Work interface {
	task.Bar
	// Cancels says what cancels the work.
	Cancels(func())
}

// text is Env.Printer.Text.
func (e Env) text(key string, args ...string) string { return e.Printer.Text(key, args...) }
