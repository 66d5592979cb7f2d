package page

import (
	"fyne.io/fyne/v2"

	"yunxing/stats"
	"yunxing/ui/session"
	"yunxing/ui/widget"
)

// measureOptions returns what is picked from: the measures by group, found by their
// names in both languages and by id; what the project cannot give is muted.
func (e Env) measureOptions(measures []stats.Measure, lacking map[string][]stats.Need) []widget.Option {
	out := make([]widget.Option, len(measures))
	for i, m := range measures {
		name, _ := session.MeasureName(e.Printer, m)
		out[i] = widget.Option{
			Group: session.GroupName(e.Printer, m.Group), Name: name, Words: m.ID + " " + m.Zh + " " + m.En + " " + string(m.Group),
		}
		if lacking[m.ID] != nil {
			out[i].Muted, out[i].Note = true, e.text("page.compute.lacking")
		}
	}
	return out
}

// A noFigures says why a measure gives nothing.
type noFigures struct {
	lacks     []stats.Need // that the project does not hold
	elsewhere bool         // other regions or periods have figures
}

// emptiness returns what stands where a measure gives no figures, and why.
func (v *computeView) emptiness(why noFigures) fyne.CanvasObject {
	e, form := v.env, v.form
	switch {
	case len(why.lacks) > 0:
		needs := session.NeedNames(e.Printer, e.Session.Catalog(), why.lacks)
		return widget.NewEmpty(e.text("page.compute.lack"), e.text("page.compute.lack.why", "measure", form.name(), "needs", needs), e.text("page.absent.import"), e.Host.Import)
	case why.elsewhere:
		return widget.NewEmpty(e.text("page.compute.none"), e.text("page.compute.none.why"), e.text("page.compute.everywhere"), form.everywhere)
	}
	m, _ := stats.Find(form.order.measure)
	needs := session.NeedNames(e.Printer, e.Session.Catalog(), m.Needs)
	return widget.NewEmpty(e.text("page.compute.apart"), e.text("page.compute.apart.why", "needs", needs), "", nil)
}
