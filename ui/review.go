package ui

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"yunxing/data"
	"yunxing/ui/page"
	"yunxing/ui/session"
	"yunxing/ui/task"
	"yunxing/ui/widget"
)

// take reads files, and folders of them, into the open project and shows them for
// review; nothing is stored yet.
func (s *shell) take(paths []string) {
	if len(paths) == 0 || len(paths) == 1 && s.useTemplate(paths[0]) {
		return
	}
	s.read(func() ([]session.Input, error) { return session.Inputs(paths) })
}

// useTemplate reads the files that come next by the template in a file. It reports
// whether the file holds one.
func (s *shell) useTemplate(path string) bool {
	if !strings.EqualFold(filepath.Ext(path), ".json") {
		return false
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return false
	}
	t, err := session.ParseTemplate(b)
	if err != nil {
		return false
	}
	s.template = &t
	s.notice(s.text("template.ready", "name", t.Name), "", "", nil)
	return true
}

// ExportTemplate asks for a file name and writes a template. It is a method of
// page.Host.
func (s *shell) ExportTemplate(t session.Template) {
	name := fileName("json", strings.TrimSuffix(t.Name, filepath.Ext(t.Name)))
	s.askSave(s.text("template.title"), name, s.text("export.do"), nil, func(path string) {
		s.save(s.text("work.template"), path, func(context.Context) (func(io.Writer) error, error) {
			b, err := t.Write()
			return func(w io.Writer) error {
				_, err := w.Write(b)
				return err
			}, err
		})
	})
}

// read reads inputs and shows them for review, with those that wait for it already.
func (s *shell) read(inputs func() ([]session.Input, error)) {
	if s.session == nil {
		return
	}
	s.clearNotice()
	project, options := s.session, session.ImportOptions{Now: s.options.Now(), Template: s.template}
	s.template = nil
	var waiting *session.Review
	if s.review != nil {
		waiting = s.review.Review()
	}
	type result struct {
		all *session.Review
		new *session.Book // the first that came
	}
	w := s.Work(s.text("work.review"))
	w.Cancels(task.Run(s.runner, w, func(ctx context.Context, p *data.Progress) (out result, err error) {
		list, err := inputs()
		if err != nil {
			return out, err
		}
		if out.all, err = project.Review(ctx, list, options, p); err != nil {
			return out, err
		}
		out.all.Prepare()
		if len(out.all.Books) > 0 {
			out.new = out.all.Books[0]
		}
		if waiting != nil && out.new != nil {
			out.all, err = project.Join(ctx, waiting, out.all)
		}
		return out, err
	}, func(r result, err error) {
		switch {
		case err != nil:
			s.fail(err)
		case r.new == nil:
			s.fail(session.ErrNothing)
		default:
			s.startReview(r.all, r.new)
		}
	}))
}

// renewReview makes the view of a review anew; what was said, and what is looked at,
// stays.
func (s *shell) renewReview(r *session.Review) {
	old := s.review
	s.review = page.NewReview(s.env(), r, reviewHost{s})
	if old != nil {
		s.review.Restore(old)
	}
}

// startReview shows a review in place of the page, and of it the file that came.
func (s *shell) startReview(r *session.Review, came *session.Book) {
	more := s.review != nil
	s.renewReview(r)
	if more {
		s.review.Open(came)
	}
	s.showReview()
	doubts := 0
	for _, p := range r.Problems() {
		if p.Doubt {
			doubts++
		}
	}
	s.options.Log.Info("review shown", "files", len(r.Books), "observations", len(r.Observations()), "doubts", doubts)
}

// showReview shows the review that waits.
func (s *shell) showReview() {
	s.clearNotice()
	for _, e := range s.entries {
		e.Choose(false)
	}
	s.hideTrace()
	s.reviewing = true
	s.choosing(false) // what is selected has nothing to do with what was read
	s.status.SetNote("")
	s.put(s.review.Object())
}

// remindReview says that a review waits while a page is shown.
func (s *shell) remindReview() {
	s.reviewing = false
	s.choosing(true)
	if s.review != nil {
		s.notice(s.text("review.waiting"), "", s.text("review.back"), s.showReview)
	}
}

// endReview lets the review go and shows the page again.
func (s *shell) endReview() {
	s.review, s.reviewing = nil, false
	s.choosing(true)
	s.clearNotice()
}

// keepReview stores the review that is shown; one that waits is shown first.
func (s *shell) keepReview() {
	switch {
	case s.review == nil:
	case !s.reviewing:
		s.showReview()
	default:
		s.review.Keep()
	}
}

// typed takes a key that no field wants: Escape closes what lies over the page, else
// the trace beside it.
func (s *shell) typed(k *fyne.KeyEvent) {
	if k.Name != fyne.KeyEscape {
		return
	}
	if o := s.win.Canvas().Overlays().Top(); o != nil {
		o.Hide()
		return
	}
	s.hideTrace()
}

// confirm asks before something that cannot be brought back.
func (s *shell) confirm(title, question, yes string, act func()) {
	ask := dialog.NewConfirm(s.text(title), s.text(question), func(agreed bool) {
		if agreed {
			act()
		}
	}, s.win)
	ask.SetConfirmText(s.text(yes))
	ask.SetDismissText(s.text("toolkit.cancel"))
	ask.Show()
}

// undoSaid takes back what was said last: in the field that is written in, else in
// the review.
func (s *shell) undoSaid() {
	if e, ok := s.win.Canvas().Focused().(*widget.Field); ok && e.Text != "" {
		e.TypedShortcut(&fyne.ShortcutUndo{})
		return
	}
	if f, ok := s.win.Canvas().Focused().(fyne.Shortcutable); ok && s.writing() && !s.reviewing {
		f.TypedShortcut(&fyne.ShortcutUndo{})
		return
	}
	if s.review != nil && s.reviewing {
		s.review.Undo()
	}
}

// writing reports whether a field to write in has the keys.
func (s *shell) writing() bool {
	_, ok := s.win.Canvas().Focused().(interface{ SelectedText() string })
	return ok
}

// paste takes in the table on the clipboard; in a field that is written in, its text.
func (s *shell) paste() {
	clipboard := s.app.Clipboard()
	if f, ok := s.win.Canvas().Focused().(fyne.Shortcutable); ok && s.writing() {
		f.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
		return
	}
	text := clipboard.Content()
	if !strings.ContainsAny(strings.TrimSpace(text), "\t\n,;") {
		s.notice(s.text("paste.none"), "", "", nil)
		return
	}
	in := session.Input{Name: session.PasteName(s.text("paste.name"), s.options.Now()), Content: []byte(text)}
	s.read(func() ([]session.Input, error) { return []session.Input{in}, nil })
}

// reviewHost is the window as a review asks it.
type reviewHost struct{ s *shell }

// Keep stores the review and shows what it brought.
func (h reviewHost) Keep(r *session.Review) {
	s := h.s
	if s.keeping {
		return
	}
	s.keeping = true
	type result struct {
		imported session.Imported
		choices  choices
	}
	project, sel := s.session, s.state.Selection
	w := s.Work(s.text("work.keep"))
	w.Cancels(task.Run(s.runner, w, func(ctx context.Context, p *data.Progress) (out result, err error) {
		if out.imported, err = project.Keep(ctx, r, p); err != nil {
			return out, err
		}
		out.choices, err = choose(ctx, project, sel)
		return out, err
	}, func(out result, err error) {
		s.keeping = false
		if errors.Is(err, context.Canceled) {
			return
		}
		if err != nil {
			s.fail(err)
			return
		}
		s.endReview()
		s.took(out.imported, out.choices)
	}))
}

// Leave lets the review go; where something was said, after asking.
func (h reviewHost) Leave(changed bool) {
	s := h.s
	leave := func() {
		s.endReview()
		s.show()
		s.notice(s.text("review.left"), "", "", nil)
	}
	if !changed {
		leave()
		return
	}
	s.confirm("review.leave.title", "review.leave.ask", "review.leave.yes", leave)
}

// Fail says what went wrong.
func (h reviewHost) Fail(err error) { h.s.fail(err) }
