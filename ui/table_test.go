package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yunxing/data"
	"yunxing/ui/page"
)

// TestTable fails where the table of a page is not copied or written, as a workbook or
// as scripts read it, or a page without one does not say so.
func TestTable(t *testing.T) {
	g := newStage(t)
	g.CopyTable()
	if len(g.notices.Objects) == 0 {
		t.Error("a page without a table does not say so")
	}
	g.clearNotice()
	g.settle()
	g.open("compute")
	g.until("page=compute")
	g.CopyTable()
	if got := g.app.Clipboard().Content(); !strings.HasPrefix(got, "地区\t") || strings.Count(got, "\n") < 10 {
		t.Errorf("copied %.80q", got)
	}
	view, ok := g.views["compute"].(page.Tabler)
	if !ok {
		t.Fatal("the page has no table")
	}
	for name, want := range map[string]string{"a.csv": "measure,region,", "a.xlsx": "PK"} {
		path := filepath.Join(g.dir, name)
		g.writeTable(path, view.Table())
		g.until("file=" + path)
		if b, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(b), want) {
			t.Errorf("%s begins with %.20q (%v)", name, b, err)
		}
	}
	g.SaveTable()
	if g.win.Canvas().Overlays().Top() == nil {
		t.Error("no file name is asked for")
	}
}

// TestComputeKept fails where what was asked for is lost with the language.
func TestComputeKept(t *testing.T) {
	g := newStage(t)
	g.open("compute")
	g.until("page=compute")
	kept := g.kept
	g.otherLang()
	g.until("page=compute lang=en")
	if g.kept != kept {
		t.Error("what was asked for is lost")
	}
}

// TestEscape fails where Escape does not close the trace beside the page.
func TestEscape(t *testing.T) {
	g := newStage(t)
	g.open("growth")
	g.until("page=growth")
	g.Trace("一季度", data.PublishedNumber(9.5, 1))
	if !g.side.Visible() {
		t.Fatal("there is no trace")
	}
	g.typed(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if !g.side.Visible() {
		t.Error("another key closes the trace")
	}
	if g.typed(&fyne.KeyEvent{Name: fyne.KeyEscape}); g.side.Visible() {
		t.Error("the trace stays")
	}
}
