package page

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/session"
	"yunxing/ui/task"
	"yunxing/ui/widget"
)

// explained is how a figure came about, with the cells of each of its terms.
type explained struct {
	stats.Trace
	cells [][]data.Observation
}

// ShowFigure shows how a figure came about: its rule, the rule with numbers filled in,
// and every term with its cells. Label says which figure it is.
func (t *Trace) ShowFigure(label string, f stats.Figure) {
	t.begin(t.figureName(f)+" · "+label, f.Number)
	task.RunLatest(t.env.Runner, &t.latest, t.env.Host.Work(t.env.text("work.trace")), func(ctx context.Context, _ *data.Progress) (out explained, err error) {
		out.Trace, out.cells, err = t.env.Session.Explain(ctx, f)
		return out, err
	}, t.explain)
}

// begin shows what is said of a figure itself.
func (t *Trace) begin(label string, n data.Number) {
	t.label, t.number, t.cells, t.notes, t.said = label, n, nil, nil, nil
	t.sheet.SetObjects(t.head()...)
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

// explain lists the terms of a figure and their cells.
func (t *Trace) explain(e explained, err error) {
	if cancelled(err) {
		return
	}
	objects := t.head()
	if err != nil {
		t.sheet.SetObjects(append(objects, t.muted(t.env.text("trace.gone")))...)
		return
	}
	t.said = []string{e.Rule, e.Formula}
	objects = append(objects, t.strong(t.env.text("trace.rule")), t.plain(spaced(e.Rule)), t.plain(spaced(e.Formula)))
	for i, term := range e.Terms {
		t.said = append(t.said, t.term(term))
		t.cells = append(t.cells, e.cells[i]...)
		if len(t.cells) > mostCells {
			continue
		}
		objects = append(objects, widget.Hair(), t.strong(t.term(term)))
		for _, o := range e.cells[i] {
			objects = append(objects, t.cell(o)...)
		}
	}
	if n := len(t.cells) - mostCells; n > 0 {
		objects = append(objects, t.muted(t.env.text("trace.more", "n", t.env.Printer.Count(n))))
	}
	t.sheet.SetObjects(objects...)
}

// term returns a symbol with its number.
func (t *Trace) term(term stats.Term) string {
	return term.Symbol + " = " + t.env.Printer.Number(term.Number)
}

// spaced returns a formula that may be broken into lines at its signs.
func spaced(formula string) string {
	return strings.ReplaceAll(formula, "·", " · ")
}

// listed returns what is said of cells, up to a bound.
func (t *Trace) listed(cells []data.Observation) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for i, o := range cells {
		if i == mostCells {
			return append(out, t.muted(t.env.text("trace.more", "n", t.env.Printer.Count(len(cells)-mostCells))))
		}
		out = append(out, widget.Hair())
		out = append(out, t.cell(o)...)
	}
	return out
}
