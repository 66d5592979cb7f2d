package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"yunxing/data"
	"yunxing/ui/i18n"
	"yunxing/ui/page"
	"yunxing/ui/session"
	"yunxing/ui/task"
	"yunxing/ui/widget"
)

// A work is a task on the status bar. It appears only when it takes so long that
// one would wonder.
type work struct {
	shell  *shell
	name   string
	cancel func()
	ticks  int
}

// patience is the number of ticks after which work is shown.
const patience = 3

// Work announces work with a name. It is a method of page.Host.
func (s *shell) Work(name string) page.Work { return &work{shell: s, name: name} }

// Cancels says what cancels the work.
func (w *work) Cancels(f func()) { w.cancel = f }

// Show shows how much is done. It is a method of task.Bar.
func (w *work) Show(done, total int64) {
	if w.ticks++; w.ticks < patience {
		return
	}
	if w.shell.working != w {
		w.shell.working = w
		w.shell.status.Begin(w.name, w.cancel)
	}
	w.shell.status.Show(done, total)
}

// Close takes the work off the bar. It is a method of task.Bar.
func (w *work) Close() {
	if w.shell.working == w {
		w.shell.working = nil
		w.shell.status.Close()
	}
}

// sampled adds to what the figures of a page are that they are those of the sample.
func (s *shell) sampled(note string) string {
	switch {
	case !s.choices.sample:
		return note
	case note == "":
		return s.text("page.sample")
	}
	return s.text("page.note-sample", "note", note, "sample", s.text("page.sample"))
}

// Shown says that the page stands complete. It is a method of page.Host.
func (s *shell) Shown(note string) {
	if !s.reviewing { // else it is the page behind the review that is done
		s.status.SetNote(s.sampled(note))
	}
	what := s.current + " " + string(s.printer.Lang()) + " " + s.state.Selection.Region + " " + s.state.Selection.Period.String()
	if what == s.shown {
		return
	}
	s.shown = what
	s.options.Log.Info("page shown", "page", s.current, "lang", string(s.printer.Lang()),
		"region", s.state.Selection.Region, "period", s.state.Selection.Period.String())
}

// notice shows a line above the page until it is closed.
func (s *shell) notice(text, details string, action string, act func()) {
	s.notices.Objects = []fyne.CanvasObject{widget.NewNotice(text, s.text("page.trouble.details"), details, action, act, s.clearNotice)}
	s.win.Content().Refresh()
}

// clearNotice takes the line above the page away.
func (s *shell) clearNotice() {
	s.notices.Objects = nil
	s.win.Content().Refresh()
}

// fail says what went wrong and what to do about it.
func (s *shell) fail(err error) {
	s.options.Log.Error("failed", "error", err)
	s.notice(session.Explain(s.printer, err), err.Error(), "", nil)
}

// Undo asks whether an import shall be taken back, and does so. It is a method of
// page.Host.
func (s *shell) Undo(batch int64, name string) {
	ask := dialog.NewConfirm(s.text("undo.title"), s.text("undo.ask", "name", name), func(yes bool) {
		if yes {
			s.undo(batch)
		}
	}, s.win)
	ask.SetConfirmText(s.text("undo.yes"))
	ask.SetDismissText(s.text("toolkit.cancel"))
	ask.Show()
}

// undo takes an import back.
func (s *shell) undo(batch int64) {
	project := s.session
	task.Run(s.runner, s.Work(s.text("work.undo")), func(ctx context.Context, _ *data.Progress) (choices, error) {
		if err := project.Undo(ctx, batch); err != nil {
			return choices{}, err
		}
		return choose(ctx, project, s.state.Selection)
	}, func(c choices, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		s.options.Log.Info("import undone", "batch", batch)
		s.renew(c)
		s.notice(s.text("undo.done"), "", "", nil)
	})
}

// undoLast takes the last import back.
func (s *shell) undoLast() {
	project := s.session
	if project == nil {
		return
	}
	type last struct {
		id   int64
		file string
	}
	task.Run(s.runner, s.Work(s.text("work.undo")), func(ctx context.Context, _ *data.Progress) (last, error) {
		all, err := project.Batches(ctx)
		if err != nil || len(all) == 0 {
			return last{}, err
		}
		b := all[len(all)-1]
		return last{b.ID, b.File}, nil
	}, func(l last, err error) {
		switch {
		case err != nil:
			s.fail(err)
		case l.id == 0:
			s.notice(s.text("undo.none"), "", "", nil)
		default:
			s.Undo(l.id, l.file)
		}
	})
}

// langName returns the name of a language in itself.
func (s *shell) langName(l i18n.Lang) string { return s.text("lang." + string(l)) }
