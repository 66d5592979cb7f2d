package ui

import (
	"bytes"
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"yunxing/data"
	"yunxing/ui/chart"
	"yunxing/ui/i18n"
	"yunxing/ui/page"
	"yunxing/ui/task"
)

// A stage is a shell in a window without a screen, with a log that can be read.
type stage struct {
	*shell
	t     *testing.T
	queue chan func()
	log   bytes.Buffer
	dir   string
}

// newStage opens the window on the sample and waits for its first page.
func newStage(t *testing.T) *stage {
	t.Helper()
	app := test.NewTempApp(t)
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	g := &stage{t: t, queue: make(chan func(), 1000), dir: t.TempDir()}
	r := task.NewRunner(ctx, func(f func()) { g.queue <- f }, time.Hour)
	day := time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)
	s, err := newShell(app, r, Options{
		Version: "1", Folder: g.dir, Now: func() time.Time { return day },
		Log: slog.New(slog.NewTextHandler(&g.log, nil)),
	})
	if err != nil {
		t.Fatal(err)
	}
	g.shell = s
	t.Cleanup(func() {
		if err := s.close(); err != nil {
			t.Error(err)
		}
	})
	s.start()
	g.win.Show()
	g.until("page=growth lang=zh region=000000 period=2013Q3")
	return g
}

// until runs what is posted until the log says something.
func (g *stage) until(said string) {
	g.t.Helper()
	g.when("the log to say "+said, func() bool { return strings.Contains(g.log.String(), said) })
}

// when runs what is posted until ok.
func (g *stage) when(what string, ok func() bool) {
	g.t.Helper()
	for deadline := time.After(60 * time.Second); !ok(); {
		select {
		case f := <-g.queue:
			f()
		case <-deadline:
			g.t.Fatalf("waited in vain for %s; the log:\n%s", what, g.log.String())
		}
	}
}

// settle runs what is posted until nothing has been for a while.
func (g *stage) settle() {
	for {
		select {
		case f := <-g.queue:
			f()
		case <-time.After(300 * time.Millisecond):
			return
		}
	}
}

// TestStart fails where the window does not open on the nation in the first three
// quarters of 2013, in Chinese where the system says no language.
func TestStart(t *testing.T) {
	g := newStage(t)
	if got := g.win.Title(); got != "sample — 云行" {
		t.Errorf("the title is %q", got)
	}
	if got := g.selectors.year.Selected + g.selectors.period.Selected; got != "2013年前三季度" {
		t.Errorf("the period is %q", got)
	}
	if g.recentMenu().Items == nil {
		t.Error("the project is not among the recent ones")
	}
}

// TestLanguage fails where changing the language loses the selection or leaves words
// behind.
func TestLanguage(t *testing.T) {
	g := newStage(t)
	g.stepPeriod(1)
	g.until("lang=zh region=000000 period=2013-08")
	g.otherLang()
	g.until("lang=en region=000000 period=2013-08")
	if got := g.win.MainMenu().Items[0].Label; got != "File" {
		t.Errorf("the menu says %q", got)
	}
	if g.prefs.lang("zh") != i18n.English {
		t.Error("the language is not remembered")
	}
}

// TestAppearance fails where the window does not turn dark with its charts.
func TestAppearance(t *testing.T) {
	g := newStage(t)
	g.otherAppearance()
	g.settle()
	if !g.dark || g.style.ID != "dark" || g.prefs.appearance() != Dark {
		t.Errorf("dark %v, charts %q, remembered %q", g.dark, g.style.ID, g.prefs.appearance())
	}
}

// TestSteps fails where the keys for the next and the previous page go astray.
func TestSteps(t *testing.T) {
	g := newStage(t)
	first := g.current
	for range page.All() {
		g.step(1)
	}
	if g.current != first {
		t.Errorf("after all pages it is %s, want %s", g.current, first)
	}
	g.step(-1)
	if g.current != "data" {
		t.Errorf("before growth is %s", g.current)
	}
	g.settle()
}

// TestDrop fails where a workbook that is dropped is not taken in, an import cannot
// be taken back, or a file that is none changes anything.
func TestDrop(t *testing.T) {
	g := newStage(t)
	book := filepath.Join(g.dir, "新数.csv")
	text := "2013年1-9月工业增加值累计增速\n单位：%\n地区,2013年1-9月\n甲省,7.7\n"
	if err := os.WriteFile(book, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	g.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(book)})
	g.until("review shown")
	g.keepReview()
	g.until("msg=imported observations=1")
	g.undo(2)
	g.until("import undone")
	picture := filepath.Join(g.dir, "bad.xlsx")
	if err := os.WriteFile(picture, []byte("\x89PNG\r\n\x1a\nnot a workbook"), 0o600); err != nil {
		t.Fatal(err)
	}
	g.take([]string{picture})
	g.until("msg=failed")
	if len(g.notices.Objects) == 0 {
		t.Error("the failure is not said")
	}
	g.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(filepath.Join(g.dir, "none.yunxing"))})
	g.until("no such file")
	if g.session == nil {
		t.Error("the open project is lost")
	}
}

// TestReviewWaits fails where a review is lost when another page, language or
// appearance is shown, or when further files come.
func TestReviewWaits(t *testing.T) {
	g := newStage(t)
	file := func(name, text string) string {
		path := filepath.Join(g.dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	g.take([]string{file("a.csv", "2013年1-9月工业增加值累计增速\n单位：%\n地区,2013年1-9月\n甲省,7.7\n")})
	g.until("review shown")
	g.open("growth")
	g.settle()
	if g.review == nil || g.reviewing || len(g.notices.Objects) == 0 {
		t.Fatal("the review is lost on another page")
	}
	g.keepReview()
	if !g.reviewing {
		t.Error("a review that is not seen is stored unseen")
	}
	g.otherLang()
	g.settle()
	if !g.reviewing || len(g.review.Review().Books) != 1 {
		t.Error("the review is lost in another language")
	}
	g.app.Clipboard().SetContent("2013年1-9月工业增加值累计增速\n单位：%\n地区\t2013年1-9月\n乙省\t8.8\n")
	g.paste()
	g.until("review shown\" files=2")
	g.keepReview()
	g.until("msg=imported observations=2")
	if g.review != nil || !g.selectors.box.Visible() {
		t.Error("the review stays after it was kept")
	}
	g.app.Clipboard().SetContent("no table")
	g.paste()
	if len(g.notices.Objects) == 0 {
		t.Error("it is not said that there is no table to paste")
	}
	g.log.Reset()
	g.take([]string{file("b.csv", "2013年1-9月工业增加值累计增速\n单位：%\n地区,2013年1-9月\n甲省,7.9\n")})
	g.until("review shown\" files=1")
	reviewHost{g.shell}.Leave(false)
	g.settle()
	if g.review != nil || g.reviewing {
		t.Error("the review is not left")
	}
}

// TestExport fails where the chart that is shown is not written as said, or a file
// that is there is replaced unasked.
func TestExport(t *testing.T) {
	g := newStage(t)
	g.prefs.setFolder(g.dir)
	path := filepath.Join(g.dir, "chart.svg")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	view, ok := g.views[g.current].(page.Charter)
	if !ok || view.Figure() == nil {
		t.Fatal("there is no chart")
	}
	form := g.askSave("x", "chart.svg", "write", nil, func(p string) { g.writeChart(p, view.Figure(), "report", chart.Output{}) })
	form.submit()
	if b, err := os.ReadFile(path); err != nil || string(b) != "mine" {
		t.Fatalf("replaced unasked: %q %v", b, err)
	}
	form.submit()
	g.until("msg=written")
	if b, err := os.ReadFile(path); err != nil || !bytes.Contains(b, []byte("<svg")) {
		t.Errorf("wrote %.40q (%v)", b, err)
	}
	form.name.SetText("no/such/folder.png")
	form.submit()
	if form.warning.Text() != g.text("save.no-folder") {
		t.Errorf("it says %q", form.warning.Text())
	}
}

// TestReport fails where the report is not written.
func TestReport(t *testing.T) {
	g := newStage(t)
	path := filepath.Join(g.dir, "report.docx")
	g.writeReport(path, true)
	g.until("msg=written")
	if i, err := os.Stat(path); err != nil || i.Size() < 10000 {
		t.Errorf("%v %v", i, err)
	}
}

// TestNewProject fails where a new project is not opened, or its pages do not say
// that they are empty.
func TestNewProject(t *testing.T) {
	g := newStage(t)
	g.prefs.setFolder(g.dir)
	g.newProject()
	g.load(createIn(g.dir), nil)
	g.until("file=mine.yunxing")
	g.when("a project without regions", func() bool { return len(g.choices.regions) == 0 })
}

// TestShortcuts fails where two actions share a shortcut, or one has none.
func TestShortcuts(t *testing.T) {
	g := newStage(t)
	seen := map[string]string{}
	for _, m := range g.menu().Items {
		for _, i := range m.Items {
			if i.IsSeparator || i.ChildMenu != nil {
				continue
			}
			k := keyText(i.Shortcut)
			if k == "" && i.Label != g.text("menu.help.about") {
				t.Errorf("%s has no shortcut", i.Label)
			}
			if other, twice := seen[k]; twice {
				t.Errorf("%s has the shortcut of %s", i.Label, other)
			}
			seen[k] = i.Label
		}
	}
	if got := keyText(&desktop.CustomShortcut{KeyName: fyne.KeyE, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift}); got != "Ctrl+Shift+E" {
		t.Errorf("got %q", got)
	}
}

// TestRegion fails where another region keeps a period that it has no figures for.
func TestRegion(t *testing.T) {
	g := newStage(t)
	for i, r := range g.choices.regions {
		if r.Code == "150000" {
			g.selectors.region.SetSelectedIndex(i)
		}
	}
	g.until("region=150000")
	if g.state.Selection.Period == (data.Period{}) {
		t.Error("no period is selected")
	}
}

// TestYear fails where another year does not show the same months of it.
func TestYear(t *testing.T) {
	g := newStage(t)
	for i, y := range g.selectors.years {
		if y == 2012 {
			g.selectors.year.SetSelectedIndex(i)
		}
	}
	g.until("period=2012Q3")
	if got := g.selectors.period.Selected; got != "前三季度" {
		t.Errorf("the period is %q", got)
	}
}

// TestFileName fails where a file name holds what file systems refuse.
func TestFileName(t *testing.T) {
	if got := fileName("png", "全国 1/2", "a:b"); got != "全国 1-2 a-b.png" {
		t.Errorf("got %q", got)
	}
}

// TestLocale fails where the language is not that of the system or Chinese.
func TestLocale(t *testing.T) {
	p := preferences{test.NewTempApp(t).Preferences()}
	for system, want := range map[string]i18n.Lang{"en_GB.UTF-8": i18n.English, "zh_CN": i18n.Chinese, "fr_FR": i18n.Chinese, "": i18n.Chinese} {
		if got := p.lang(system); got != want {
			t.Errorf("on %q it is %s, want %s", system, got, want)
		}
	}
}
