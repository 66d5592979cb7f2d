package page

import (
	"testing"

	"yunxing/ui/i18n"
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
	b.tap(b.env.text("page.report.write"))
	if b.written != 1 {
		t.Errorf("written %d times, want 1", b.written)
	}
}
