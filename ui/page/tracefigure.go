package page

import (
	"yunxing/stats"
	"yunxing/ui/session"
)

// ShowFigure shows how a figure came about: its rule, the rule with numbers filled in,
// and every term with its cells. Label says which figure it is.
func (t *Trace) ShowFigure(label string, f stats.Figure) {
	t.Show(t.figureName(f)+" · "+label, f.Told())
}

// figureName returns what a figure measures, with its unit.
func (t *Trace) figureName(f stats.Figure) string {
	name := t.env.text("page.compute.formula")
	if m, ok := stats.Find(f.Measure); ok {
		name, _ = session.MeasureName(t.env.Printer, m)
	}
	if f.Unit == "" {
		return name
	}
	return t.env.text("page.table.title", "title", name, "unit", session.UnitName(t.env.Printer, f.Unit))
}
