package page

import (
	"strings"
	"testing"

	"yunxing/data"
	"yunxing/ui/i18n"
)

// TestTrace fails where the panel does not name the file, the sheet and the cell of
// what a figure rests on, or copies something else.
func TestTrace(t *testing.T) {
	b := newBench(t, i18n.Chinese)
	b.show("growth", nation())
	b.tap("0.3")
	copied := ""
	panel := NewTrace(b.env, func() {}, func(s string) { copied = s })
	if panel.Copy(); copied != "" {
		t.Errorf("nothing is traced, but %q is copied", copied)
	}
	b.win.SetContent(panel.Object())
	panel.Show(b.labels[0], b.traced[0])
	b.until("the cells", func() bool { return len(panel.cells) == 2 })
	for _, want := range []string{"0.3", "全国.xlsx", b.env.text("trace.status.derived"), "9.6", "9.3"} {
		if !b.says(want) {
			t.Errorf("the panel does not say %q: %q", want, b.texts())
		}
	}
	panel.Copy()
	if strings.Count(copied, "全国.xlsx") != 2 {
		t.Errorf("copied %q, want both cells", copied)
	}
}

// TestTraceMissing fails where a figure that is not known does not say so.
func TestTraceMissing(t *testing.T) {
	b := newBench(t, i18n.English)
	panel := NewTrace(b.env, func() {}, func(string) {})
	b.win.SetContent(panel.Object())
	panel.Show("x", data.NotKnown())
	if !b.says(b.env.text("trace.status.missing")) {
		t.Errorf("the panel says %q", b.texts())
	}
}
