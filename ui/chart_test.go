package ui

import (
	"bytes"
	"errors"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yunxing/ui/chart"
	"yunxing/ui/session"
)

// TestCopyChart fails where the chart is not copied as it is printed, its values are
// not, or a clipboard that takes no pictures is not told of.
func TestCopyChart(t *testing.T) {
	g := newStage(t)
	var copied []byte
	g.options.CopyPicture = func(b []byte) error {
		copied = b
		return nil
	}
	g.CopyChart()
	g.when("the picture", func() bool { return copied != nil })
	img, err := png.Decode(bytes.NewReader(copied))
	if err != nil || img.Bounds().Dx() != 1772 {
		t.Errorf("copied %v (%v)", img.Bounds(), err)
	}
	g.copyChartData()
	if got := g.app.Clipboard().Content(); !strings.HasPrefix(got, "%\t") || !strings.Contains(got, "1-9月\t9.6\n") {
		t.Errorf("copied %q", got)
	}
	g.options.CopyPicture = func([]byte) error { return errors.New("no display") }
	g.CopyChart()
	g.until("copy chart")
	if len(g.notices.Objects) == 0 {
		t.Error("it does not say that nothing was copied")
	}
}

// TestExportFigures fails where the charts of the selection are not all written, or a
// folder that is there is written into unasked.
func TestExportFigures(t *testing.T) {
	g := newStage(t)
	dir := filepath.Join(g.dir, "图表")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	form := g.askSave("x", "图表", "write", nil, func(path string) { g.writeFigures(path, "svg", "report", chart.Output{Width: 150}) })
	g.prefs.setFolder(g.dir)
	form.folder.SetText(g.dir)
	form.submit()
	if form.asked == "" {
		t.Fatal("it does not ask")
	}
	form.submit()
	g.until("figures written")
	found, err := filepath.Glob(filepath.Join(dir, "*.svg"))
	if err != nil || len(found) < 10 {
		t.Errorf("%d charts (%v)", len(found), err)
	}
	if _, err := os.Stat(filepath.Join(dir, "manifest.json")); err != nil {
		t.Error(err)
	}
}

// TestChartForm fails where the form does not say what the checklist finds at a size,
// or proposes no file name.
func TestChartForm(t *testing.T) {
	g := newStage(t)
	f, ok := g.chart()
	if !ok {
		t.Fatal("there is no chart")
	}
	ext := ""
	c := newChartForm(g.shell, f, func(e string) { ext = e })
	g.when("a sound check at the usual size", func() bool { return len(c.said) == 1 && c.said[0] == g.text("export.sound") })
	c.size.SetSelectedIndex(len(chart.Sizes()))
	g.when("a word on a size that no page takes", func() bool { return len(c.said) == 1 && strings.Contains(c.said[0], "156") })
	if o := c.output(); o.Width != chart.Sizes()[len(chart.Sizes())-1].Width {
		t.Errorf("%g mm wide", o.Width)
	}
	c.format.SetSelectedIndex(4)
	if want := session.FigureFormats()[4]; ext != want {
		t.Errorf("the extension is %q, want %q", ext, want)
	}
}
