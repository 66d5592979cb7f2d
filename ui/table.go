package ui

import (
	"context"
	"io"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"yunxing/ui/page"
)

// table returns what the page lists, and false where it lists nothing.
func (s *shell) table() (page.Table, bool) {
	view, ok := s.views[s.current].(page.Tabler)
	if !ok || s.reviewing {
		return page.Table{}, false
	}
	t := view.Table()
	return t, t.Rows > 0
}

// CopyTable puts the table of the page on the clipboard. It is a method of page.Host.
func (s *shell) CopyTable() {
	t, ok := s.table()
	if !ok {
		s.notice(s.text("table.none"), "", "", nil)
		return
	}
	s.copyText(t.Sheet().TSV())
	s.status.SetNote(s.text("table.copied", "n", s.printer.Count(t.Rows)))
}

// SaveTable asks for a file name and writes the table of the page: as a workbook for
// persons or as CSV for scripts. It is a method of page.Host.
func (s *shell) SaveTable() {
	t, ok := s.table()
	if !ok {
		s.notice(s.text("table.none"), "", "", nil)
		return
	}
	var form *saveForm
	formats := []string{"xlsx", "csv"}
	format := fynewidget.NewSelect(names(formats, func(ext string) string { return s.text("table." + ext) }), nil)
	format.SetSelectedIndex(0)
	format.OnChanged = func(string) { form.setExt(formats[format.SelectedIndex()]) }
	rows := []fyne.CanvasObject{fynewidget.NewLabel(s.text("export.format")), format}
	name := fileName(formats[0], short(t.Name))
	form = s.askSave(s.text("table.title"), name, s.text("export.do"), rows, func(path string) { s.writeTable(path, t) })
}

// mostName bounds the words of a file name.
const mostName = 40

// short returns a text that is not too long for the name of a file.
func short(text string) string {
	runes := []rune(text)
	return string(runes[:min(len(runes), mostName)])
}

// writeTable writes a table to a file, by its extension.
func (s *shell) writeTable(path string, t page.Table) {
	s.save(s.text("work.table"), path, func(context.Context) (func(io.Writer) error, error) {
		if strings.EqualFold(filepath.Ext(path), ".csv") {
			return t.Script().CSV, nil
		}
		sheet := t.Sheet()
		return func(w io.Writer) error { return sheet.Workbook(w, t.Name) }, nil
	})
}
