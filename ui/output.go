package ui

import (
	"context"
	"io"
	"path/filepath"
	"strings"

	"yunxing/data"
	"yunxing/ui/report"
	"yunxing/ui/session"
	"yunxing/ui/task"
)

// fileName returns a file name from words, without what file systems refuse.
func fileName(ext string, words ...string) string {
	name := strings.Join(words, " ")
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return '-'
		}
		return r
	}, name)
	return strings.Join(strings.Fields(name), " ") + "." + ext
}

// about returns the words for the selection: region and period.
func (s *shell) about() []string {
	region := s.state.Selection.Region
	if s.session != nil {
		region = s.printer.RegionOf(s.session.Catalog(), region)
	}
	return []string{region, s.printer.Period(s.state.Selection.Period, data.Cumulative)}
}

// WriteReport asks where the report shall be written, with or without the annex that
// says where its figures come from. It is a method of page.Host.
func (s *shell) WriteReport(annexed bool) {
	if s.session == nil {
		return
	}
	name := fileName(report.All()[0].Ext, append(s.about(), s.text("report.file"))...)
	s.askSave(s.text("menu.file.report"), name, s.text("export.do"), nil, func(path string) { s.writeReport(path, annexed) })
}

// writeReport writes the report on the selection to a file.
func (s *shell) writeReport(path string, annexed bool) {
	project, sel, p := s.session, s.selection(), s.printer
	s.save(s.text("work.report"), path, func(ctx context.Context) (func(io.Writer) error, error) {
		format, err := report.FormatOf(path)
		if err != nil {
			return nil, err
		}
		style, err := session.Style("")
		if err != nil {
			return nil, err
		}
		d, err := project.Report(ctx, sel, p)
		if err == nil && annexed {
			d, err = project.Annexed(ctx, d, p)
		}
		if err != nil {
			return nil, err
		}
		return func(w io.Writer) error { return format.Write(d, report.Options{Printer: p, Style: style}, w) }, nil
	})
}

// save writes a file beside the window; prepare returns what writes it.
func (s *shell) save(name, path string, prepare func(context.Context) (func(io.Writer) error, error)) {
	w := s.Work(name)
	w.Cancels(task.Run(s.runner, w, func(ctx context.Context, _ *data.Progress) (struct{}, error) {
		write, err := prepare(ctx)
		if err != nil {
			return struct{}{}, err
		}
		return struct{}{}, session.WriteFile(path, write)
	}, func(_ struct{}, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		s.options.Log.Info("written", "file", path)
		s.notice(s.text("save.done", "path", path), "", "", nil)
	}))
}

// newProject asks where a new project shall lie and opens it.
func (s *shell) newProject() {
	name := fileName(projectExt[1:], s.text("new.name"))
	s.askSave(s.text("menu.file.new"), name, s.text("new.do"), nil, func(path string) {
		s.clearNotice()
		s.load(func(ctx context.Context) (*session.Session, error) { return session.Create(ctx, withExt(path)) }, func() { s.open("data") })
	})
}

// saveAs asks where a copy of the project shall lie and opens it.
func (s *shell) saveAs() {
	if s.session == nil {
		return
	}
	name := fileName(projectExt[1:], append(s.about()[:1], s.text("new.name"))...)
	project := s.session
	s.askSave(s.text("menu.file.save-as"), name, s.text("save.do"), nil, func(path string) {
		s.clearNotice()
		s.load(func(ctx context.Context) (*session.Session, error) { return project.SaveAs(ctx, withExt(path)) }, nil)
	})
}

// withExt returns path with the extension of projects.
func withExt(path string) string {
	if isProject(path) {
		return path
	}
	return filepath.Clean(path) + projectExt
}
