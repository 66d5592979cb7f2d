package ui

import (
	"bytes"
	"context"

	"yunxing/data"
	"yunxing/ui/chart"
	"yunxing/ui/session"
	"yunxing/ui/task"
)

// CopyChart puts the chart that is shown on the clipboard as a picture, as it is
// printed: at the width of a page, in the colours of the report. It is a method of
// page.Host.
func (s *shell) CopyChart() {
	f, ok := s.chart()
	if !ok {
		return
	}
	put := s.options.CopyPicture
	if put == nil {
		s.notice(s.text("copy.no-picture"), "", s.text("menu.file.export"), s.exportCopied)
		return
	}
	o := chart.Output{Width: chart.Sizes()[0].Width, Height: f.SuggestedHeight(), DPI: exportDPI}
	task.Run(s.runner, s.Work(s.text("work.copy")), func(context.Context, *data.Progress) (struct{}, error) {
		style, err := session.Style("")
		if err != nil {
			return struct{}{}, err
		}
		var b bytes.Buffer
		if err := chart.Write(f, style, o, &b); err != nil {
			return struct{}{}, err
		}
		return struct{}{}, put(b.Bytes())
	}, func(_ struct{}, err error) {
		if err != nil {
			s.options.Log.Error("copy chart", "error", err)
			s.notice(s.text("copy.no-picture"), err.Error(), s.text("menu.file.export"), s.exportCopied)
			return
		}
		s.options.Log.Info("chart copied")
		s.status.SetNote(s.text("copy.picture"))
	})
}

// exportCopied offers to write what could not be copied.
func (s *shell) exportCopied() {
	s.clearNotice()
	s.exportChart()
}

// copyChartData puts the values behind the chart that is shown on the clipboard, for a
// spreadsheet.
func (s *shell) copyChartData() {
	if f, ok := s.chart(); ok {
		s.copyText(f.TSV())
		s.status.SetNote(s.text("copy.data"))
	}
}
