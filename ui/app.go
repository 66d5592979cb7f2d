package ui

import (
	"context"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"

	"yunxing/ui/i18n"
	"yunxing/ui/task"
)

// Options say how the window is opened.
type Options struct {
	Version string
	Files   []string         // a project to open, workbooks to take in
	Locale  string           // language of the system, such as en_GB; "" where it says none
	Folder  string           // where the sample lies, and where files are written first
	Now     func() time.Time // dates imports
	Log     *slog.Logger
	// CopyPicture puts a picture, written as PNG, on the clipboard; nil where there is
	// none that takes pictures.
	CopyPicture func(png []byte) error
}

// tick is how often progress is shown.
const tick = 100 * time.Millisecond

// Run shows the window and returns when it is closed. Errors: those of the texts
// that the program carries.
func Run(app fyne.App, o Options) error {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	s, err := newShell(app, task.NewRunner(ctx, fyne.Do, tick), o)
	if err != nil {
		return err
	}
	s.stop = cancel
	s.win.SetCloseIntercept(s.quit)
	s.start()
	s.win.ShowAndRun()
	return s.close()
}

// newShell returns the shell with an empty window.
func newShell(app fyne.App, r *task.Runner, o Options) (*shell, error) {
	s := &shell{app: app, runner: r, options: o, prefs: preferences{app.Preferences()}}
	p, err := i18n.New(s.prefs.lang(o.Locale))
	if err != nil {
		return nil, err
	}
	s.printer = p
	if err := speak(p); err != nil {
		return nil, err
	}
	s.applyLook()
	s.win = app.NewWindow("Yunxing") // the name that window managers know it by
	s.win.SetMaster()
	s.win.SetOnDropped(s.dropped)
	s.win.Canvas().SetOnTypedKey(s.typed)
	s.current = s.prefs.page()
	s.build()
	s.win.Resize(s.prefs.size())
	return s, nil
}
