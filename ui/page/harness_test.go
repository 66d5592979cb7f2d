package page

import (
	"context"
	"log"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	fynewidget "fyne.io/fyne/v2/widget"

	"yunxing/data"
	"yunxing/ui/brief"
	"yunxing/ui/i18n"
	"yunxing/ui/session"
	"yunxing/ui/task"
	"yunxing/ui/widget"
)

// sample is where the sample project was copied to, once for all tests.
const sample = "YUNXING_TEST_SAMPLE"

// TestMain gives the tests a folder for the sample.
func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "page")
	if err != nil {
		log.Fatal(err)
	}
	if err := os.Setenv(sample, dir); err != nil {
		log.Fatal(err)
	}
	code := m.Run()
	if err := os.RemoveAll(dir); err != nil {
		log.Print(err)
	}
	os.Exit(code)
}

// A bench is a page in a window without a screen, on the sample, with a host that
// notes what it is asked.
type bench struct {
	t     *testing.T
	queue chan func()
	env   Env
	win   fyne.Window

	shown   int
	note    string
	traced  []data.Number
	labels  []string
	imports int
	written int
	undone  int64

	exported []string
	panel    *Trace
	copied   int // times that the table was copied
	saved    int // and saved
}

func (b *bench) Trace(label string, n data.Number) {
	b.labels, b.traced = append(b.labels, label), append(b.traced, n)
}

func (b *bench) Panel() *Trace { return b.panel }

func (b *bench) CopyTable() { b.copied++ }
func (b *bench) SaveTable() { b.saved++ }
func (b *bench) CopyChart() { b.copied++ }

func (b *bench) Work(string) Work { return idle{} }
func (b *bench) Import()          { b.imports++ }
func (b *bench) WriteReport(bool) { b.written++ }

func (b *bench) ExportTemplate(t session.Template) { b.exported = append(b.exported, t.Name) }

func (b *bench) Shown(n string) { b.shown, b.note = b.shown+1, n }

func (b *bench) Undo(batch int64, _ string) { b.undone = batch }

// idle is work that nobody watches.
type idle struct{}

func (idle) Show(int64, int64) {}
func (idle) Close()            {}
func (idle) Cancels(func())    {}

// newBench opens the sample for pages in a language.
func newBench(t *testing.T, l i18n.Lang) *bench {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(widget.NewTheme(false))
	s, err := session.OpenSample(t.Context(), os.Getenv(sample))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	p, err := i18n.New(l)
	if err != nil {
		t.Fatal(err)
	}
	style, err := session.Style("")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	b := &bench{t: t, queue: make(chan func(), 1000)}
	t.Cleanup(cancel)
	r := task.NewRunner(ctx, func(f func()) { b.queue <- f }, time.Hour)
	b.env = Env{Session: s, Printer: p, Runner: r, Style: style, Host: b, Kept: NewKept()}
	b.panel = NewTrace(b.env, func() {}, func(string) {})
	b.win = test.NewTempWindow(t, canvas.NewRectangle(nil))
	return b
}

// until runs what is posted until ok.
func (b *bench) until(what string, ok func() bool) {
	b.t.Helper()
	for deadline := time.After(30 * time.Second); !ok(); {
		select {
		case f := <-b.queue:
			f()
		case <-deadline:
			b.t.Fatalf("waited in vain for %s", what)
		}
	}
}

// nation is the selection that the window opens with.
func nation() brief.Selection {
	return brief.Selection{Region: "000000", Period: data.Quarter(2013, 3)}
}

// show puts a page on the window, shows a selection and waits for it.
func (b *bench) show(id string, sel brief.Selection) View {
	b.t.Helper()
	for _, p := range All() {
		if p.ID == id {
			v := p.New(b.env)
			b.win.SetContent(v.Object())
			b.win.Resize(fyne.NewSize(1100, 700))
			before := b.shown
			v.Show(State{Selection: sel})
			b.until("page "+id, func() bool { return b.shown > before })
			return v
		}
	}
	b.t.Fatalf("no page %q", id)
	return nil
}

// walk visits an object and all below it that are visible.
func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	visit(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, c := range o.Objects {
			walk(c, visit)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(o).Objects() {
			walk(c, visit)
		}
	}
}

// texts returns every text on the window.
func (b *bench) texts() []string {
	var out []string
	walk(b.win.Content(), func(o fyne.CanvasObject) {
		if t, ok := o.(*canvas.Text); ok && t.Text != "" {
			out = append(out, t.Text)
		}
	})
	return out
}

// says reports whether the window shows a text, be it on several lines.
func (b *bench) says(text string) bool { return strings.Contains(strings.Join(b.texts(), ""), text) }

// tap taps the first tappable object that shows a text.
func (b *bench) tap(text string) {
	b.t.Helper()
	var found fyne.Tappable
	walk(b.win.Content(), func(o fyne.CanvasObject) {
		tappable, ok := o.(fyne.Tappable)
		if !ok || found != nil {
			return
		}
		if button, ok := o.(*fynewidget.Button); ok {
			if button.Text == text {
				found = button
			}
			return
		}
		if w, ok := o.(fyne.Widget); ok {
			for _, c := range test.WidgetRenderer(w).Objects() {
				if t, ok := c.(*canvas.Text); ok && t.Text == text {
					found = tappable
				}
			}
		}
	})
	if found == nil {
		b.t.Fatalf("nothing to tap says %q; there is %q", text, b.texts())
	}
	test.Tap(found)
}

// keyForm is what a key without text looks like, and a placeholder without value.
var keyForm = regexp.MustCompile(`^[a-z]+(\.[a-z-]+)+$|\{[a-z]+\}`)
