package page

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/session"
	"yunxing/ui/widget"
)

// ShowFinding shows what a check compared: the stated figure, what the others make of
// it and how, the difference and the cells of all. Label says which figure it is.
func (t *Trace) ShowFinding(label string, f session.Finding) {
	t.latest.Cancel()
	t.begin(label, f.Stated)
	t.said = t.compared(f)
	t.cells, t.root = f.Cells, f.Derived
	t.tree = newTraceTree(t.env, f.Cells, t.drawFinding)
	t.drawFinding()
}

// compared returns the lines on what a check compared and why: two sides of an identity,
// or two releases of a figure.
func (t *Trace) compared(f session.Finding) []string {
	p := t.env.Printer
	stated, derived, why := "trace.stated", "trace.derived", []string{session.ReasonWord(p, f.Reason), session.RuleDetail(p, f.Rule)}
	if f.Verdict == stats.Revised {
		stated, derived, why = "trace.release", "trace.release-last", nil
	}
	out := []string{
		t.env.text("trace.verdict", "verdict", session.VerdictWord(p, f.Verdict), "rule", session.RuleWord(p, f.Rule)),
		t.env.text(stated, "value", t.withInterval(f.Stated)),
		t.env.text(derived, "value", t.withInterval(f.Derived)),
		t.env.text("trace.gap", "value", t.withInterval(f.Gap)),
	}
	return append(out, slices.DeleteFunc(why, func(s string) bool { return s == "" })...)
}

// drawFinding shows what was compared, how the derived side came about where it was
// worked out, and the cells.
func (t *Trace) drawFinding() {
	value := widget.NewFlow([]widget.Token{{Text: t.env.Printer.Number(t.number), Strong: true}}, theme.Size(theme.SizeNameHeadingText), nil)
	objects := []fyne.CanvasObject{t.muted(t.label), value, t.strong(t.said[0])}
	for _, line := range t.said[1:] {
		objects = append(objects, t.plain(line))
	}
	if t.root.Way != nil {
		objects = append(objects, widget.Hair(), t.strong(t.env.text("trace.derivation")))
		objects = append(objects, t.tree.objects(t.root)...)
		objects = append(objects, widget.Hair())
	}
	objects = append(objects, t.strong(t.env.text("trace.cells", "n", t.env.Printer.Count(len(t.cells)))))
	t.sheet.SetObjects(append(objects, t.listed(t.cells)...)...)
}

// withInterval returns a number with what rounding leaves open.
func (t *Trace) withInterval(n data.Number) string {
	if !hasInterval(n) {
		return t.env.Printer.Number(n)
	}
	return t.env.text("trace.within", "value", t.env.Printer.Number(n), "interval", t.env.Printer.Interval(n))
}
