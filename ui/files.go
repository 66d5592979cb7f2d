package ui

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"yunxing/data"
	"yunxing/ui/brief"
	"yunxing/ui/chart"
	"yunxing/ui/page"
	"yunxing/ui/session"
	"yunxing/ui/task"
)

// projectExt is the extension of a project file.
const projectExt = ".yunxing"

// isProject reports whether a path names a project.
func isProject(path string) bool { return strings.EqualFold(filepath.Ext(path), projectExt) }

// An opened project with all that the window needs of it.
type opened struct {
	session *session.Session
	choices choices
	style   chart.Style
}

// start opens what the command line names, else the sample, beside the window that
// is coming up; workbooks that it names are taken in then.
func (s *shell) start() {
	i := slices.IndexFunc(s.options.Files, isProject)
	books := slices.DeleteFunc(slices.Clone(s.options.Files), isProject)
	open := func(ctx context.Context) (*session.Session, error) { return session.OpenSample(ctx, s.options.Folder) }
	if i >= 0 {
		path := s.options.Files[i]
		open = func(ctx context.Context) (*session.Session, error) { return session.Open(ctx, path) }
	}
	s.load(open, func() {
		if len(books) > 0 {
			s.take(books)
		}
	})
}

// load opens a project in place of the one that is open. Where it cannot be opened,
// that one stays.
func (s *shell) load(open func(context.Context) (*session.Session, error), then func()) {
	theme := s.chartTheme()
	task.Run(s.runner, s.Work(s.text("work.open")), func(ctx context.Context, _ *data.Progress) (opened, error) {
		return loadProject(ctx, theme, open)
	}, func(o opened, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		s.install(o)
		if then != nil {
			then()
		}
	})
}

// loadProject opens a project and asks what can be selected in it.
func loadProject(ctx context.Context, theme string, open func(context.Context) (*session.Session, error)) (o opened, err error) {
	if o.session, err = open(ctx); err != nil {
		return o, err
	}
	var sel brief.Selection
	if sel, err = o.session.Start(ctx); err == nil {
		o.choices, err = choose(ctx, o.session, sel)
	}
	if err == nil {
		o.style, err = screenStyle(theme)
	}
	if err != nil {
		_ = o.session.Close() // the first error is the one to tell
	}
	return o, err
}

// install shows a project that was opened.
func (s *shell) install(o opened) {
	if err := s.close(); err != nil {
		s.options.Log.Error("close project", "error", err)
	}
	s.session, s.style = o.session, o.style
	s.choices, s.kept = o.choices, page.NewKept()
	s.state = page.State{Selection: o.choices.selection, Revision: s.state.Revision + 1}
	s.endReview()
	s.prefs.addRecent(o.session.Path())
	s.options.Log.Info("project opened", "file", filepath.Base(o.session.Path()))
	s.build()
	s.show()
}

// renew shows the project after its contents have changed.
func (s *shell) renew(c choices) {
	s.choices, s.state.Selection = c, c.selection
	s.state.Revision++
	s.shown = ""
	s.selectors.fill()
	s.show()
}

// dropped takes in what was dropped on the window.
func (s *shell) dropped(_ fyne.Position, uris []fyne.URI) {
	var files []string
	for _, u := range uris {
		files = append(files, u.Path())
	}
	if i := slices.IndexFunc(files, isProject); i >= 0 {
		s.openProject(files[i])
		return
	}
	s.take(files)
}

// openProject opens the project at path.
func (s *shell) openProject(path string) {
	s.clearNotice()
	s.load(func(ctx context.Context) (*session.Session, error) { return session.Open(ctx, path) }, nil)
}

// took says what an import has brought.
func (s *shell) took(i session.Imported, c choices) {
	s.options.Log.Info("imported", "observations", i.Observations, "doubts", i.Doubts())
	s.renew(c)
	text := s.text("import.done", "n", s.printer.Count(i.Observations))
	if n := i.Doubts(); n > 0 {
		text = s.text("import.doubts", "n", s.printer.Count(i.Observations), "doubts", s.printer.Count(n))
	}
	if n := len(i.Revisions); n > 0 {
		text += s.text("import.revised", "n", s.printer.Count(n))
	}
	s.notice(text, "", s.text("import.see"), func() {
		s.clearNotice()
		s.open("data")
	})
}

// Import asks for a workbook and takes it in. It is a method of page.Host.
func (s *shell) Import() {
	s.ask(s.text("menu.file.import"), []string{".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt", ".html", ".htm", ".xml"}, func(path string) { s.take([]string{path}) })
}

// importFolder asks for a folder and takes in the files in it.
func (s *shell) importFolder() {
	d := dialog.NewFolderOpen(func(f fyne.ListableURI, err error) {
		switch {
		case err != nil:
			s.fail(err)
		case f != nil:
			s.take([]string{f.Path()})
		}
	}, s.win)
	d.SetTitleText(s.text("menu.file.import-folder"))
	if dir, err := storage.ListerForURI(storage.NewFileURI(s.folder())); err == nil {
		d.SetLocation(dir)
	}
	d.Resize(fyne.NewSize(860, 560))
	d.Show()
}

// askProject asks for a project and opens it.
func (s *shell) askProject() {
	s.ask(s.text("menu.file.open"), []string{projectExt}, s.openProject)
}

// ask asks for an existing file.
func (s *shell) ask(title string, extensions []string, then func(path string)) {
	d := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		if f == nil {
			return
		}
		path := f.URI().Path()
		if err := f.Close(); err != nil {
			s.fail(err)
			return
		}
		then(path)
	}, s.win)
	d.SetTitleText(title)
	d.SetFilter(storage.NewExtensionFileFilter(extensions))
	if dir, err := storage.ListerForURI(storage.NewFileURI(s.folder())); err == nil {
		d.SetLocation(dir)
	}
	d.Resize(fyne.NewSize(860, 560))
	d.Show()
}
