package ui

import (
	"context"
	"fmt"
	"os"
	"strings"

	"yunxing/data"
	"yunxing/ui/chart"
	"yunxing/ui/session"
	"yunxing/ui/task"
)

// exportFigures asks for a folder and writes all figures of the selection into it,
// with a list of them.
func (s *shell) exportFigures() {
	if s.session == nil {
		return
	}
	c := newChartForm(s, nil, func(string) {})
	name := strings.TrimSuffix(fileName("", append(s.about(), s.text("export.folder"))...), ".")
	form := s.askSave(s.text("menu.file.figures"), name, s.text("export.do"), c.rows(), func(dir string) {
		s.writeFigures(dir, session.FigureFormats()[max(0, c.format.SelectedIndex())], c.themeID(), c.output())
	})
	form.label.SetText(s.text("save.folder-name"))
}

// writeFigures writes all figures of the selection into a folder.
func (s *shell) writeFigures(dir, ext, theme string, output chart.Output) {
	project, sel, p := s.session, s.selection(), s.printer
	w := s.Work(s.text("work.figures"))
	w.Cancels(task.Run(s.runner, w, func(ctx context.Context, _ *data.Progress) ([]session.Plate, error) {
		style, err := session.Style(theme)
		if err != nil {
			return nil, err
		}
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return nil, fmt.Errorf("ui: %w", err)
		}
		return project.WriteFigures(ctx, sel, session.Folio{Dir: dir, Formats: []string{ext}, Style: style, Output: output}, p)
	}, func(plates []session.Plate, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		warned := 0
		for _, plate := range plates {
			if len(plate.Warnings) > 0 {
				warned++
			}
		}
		s.options.Log.Info("figures written", "folder", dir, "figures", len(plates))
		s.notice(s.foldered(dir, len(plates), warned), "", "", nil)
	}))
}

// foldered says what was written into a folder.
func (s *shell) foldered(dir string, figures, warned int) string {
	if warned == 0 {
		return s.text("export.foldered", "n", s.printer.Count(figures), "path", dir)
	}
	return s.text("export.foldered-warned", "n", s.printer.Count(figures), "path", dir, "warned", s.printer.Count(warned))
}
