package page

import (
	"strings"
	"testing"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/i18n"
)

// TestTraceTree fails where a figure that rests on derived ones does not lead to
// the rule of each, and to its cells.
func TestTraceTree(t *testing.T) {
	b := newBench(t, i18n.Chinese)
	b.show("growth", nation())
	b.tap("0.3")
	read := b.traced[0].Way.Inputs[0]
	share := stats.Ratio(read, data.PublishedNumber(40, 0, read.Refs...), 2)
	n := stats.YearFrom(read, data.PublishedNumber(10, 0), share)

	copied := ""
	panel := NewTrace(b.env, func() {}, func(s string) { copied = s })
	b.win.SetContent(panel.Object())
	panel.Show("全年", n)
	b.until("the rule", func() bool { return b.says(spaced("Y = P·G + (1 − P)·g")) })
	if b.says(spaced("r = 100·A/B")) {
		t.Error("the rule of an input is told before it is asked for")
	}
	b.tap(b.env.Printer.Number(share))
	if !b.says(spaced("r = 100·A/B")) || !b.says("全国.xlsx") {
		t.Errorf("the share does not say how it came about: %q", b.texts())
	}
	b.tap(b.env.Printer.Number(share))
	if b.says(spaced("r = 100·A/B")) {
		t.Error("the input cannot be closed")
	}
	panel.Copy()
	for _, want := range []string{"Y = P·G + (1 − P)·g", "\tr = 100·A/B", "全国.xlsx"} {
		if !strings.Contains(copied, want) {
			t.Errorf("the copy lacks %q:\n%s", want, copied)
		}
	}
}
