package page

import (
	"testing"

	"fyne.io/fyne/v2"

	"yunxing/ui/i18n"
	"yunxing/ui/widget"
)

// TestReport fails where the preview is not the report, or cannot be written.
func TestReport(t *testing.T) {
	b := newBench(t, i18n.Chinese)
	v := b.show("report", nation())
	for _, want := range []string{"图1", "表1", "9.6%"} {
		if !b.says(want) {
			t.Errorf("the preview does not show %s", want)
		}
	}
	if c, ok := v.(Charter); !ok || c.Figure() == nil {
		t.Error("there is no chart to export")
	}
	var views []*widget.ChartView
	walk(b.win.Content(), func(o fyne.CanvasObject) {
		if c, ok := o.(*widget.ChartView); ok {
			views = append(views, c)
		}
	})
	if len(views) < 5 {
		t.Fatalf("%d charts", len(views))
	}
	last, driver := views[len(views)-1], fyne.CurrentApp().Driver()
	b.win.Canvas().Focus(last)
	if y := driver.AbsolutePositionForObject(last).Y; y < 0 || y+last.Size().Height > b.win.Canvas().Size().Height {
		t.Errorf("the chart that the keys went to lies at %g of %g", y, b.win.Canvas().Size().Height)
	}
	views[2].FocusGained()
	if got := v.(Charter).Figure(); got != views[2].Figure() {
		t.Errorf("with the third chart chosen, %q is exported", got.Caption)
	}
	b.tap(b.env.text("page.report.write"))
	if b.written != 1 {
		t.Errorf("written %d times, want 1", b.written)
	}
}
