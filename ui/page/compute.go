package page

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/brief"
	"yunxing/ui/report"
	"yunxing/ui/session"
	"yunxing/ui/task"
	"yunxing/ui/widget"
)

// computePage works out a measure, or a formula that a person writes.
func computePage() Page { return Page{ID: "compute", Peers: true, New: newComputeView} }

// A computeOrder is what is asked for: a measure of an indicator, or a formula; for
// the region and period that are selected, or for all.
type computeOrder struct {
	formula    bool
	measure    string
	indicator  string // "" for the usual one of the measure
	text       string // of the formula
	wide, ever bool   // all regions, all periods
}

// computed is what was worked out, with what a formula may say next.
type computed struct {
	figures    []stats.Figure
	wrong      error // of the formula
	suggester  *session.Suggester
	formulas   []string
	indicators []string
	lacking    map[string][]stats.Need // of measures that the project cannot give
	none       noFigures               // why a measure gives nothing
}

// A computeView is the page: what is asked for above, the figures below.
type computeView struct {
	env Env
	showing
	latest task.Latest
	form   *computeForm
	table  *figureTable
	body   *fyne.Container
	box    *fyne.Container
}

var _ Tabler = (*computeView)(nil)

// newComputeView returns an empty page.
func newComputeView(e Env) View {
	v := &computeView{env: e, body: container.NewStack()}
	v.form = newComputeForm(e, &e.Kept.compute, v.again, v.arrange)
	v.table = newFigureTable(e, v.form.count)
	v.form.find.OnChanged = v.table.filter
	v.box = container.New(&headedLayout{v.form.sheet}, v.form.sheet.Object(), v.body)
	v.form.show()
	return v
}

// Object returns the view.
func (v *computeView) Object() fyne.CanvasObject { return v.box }

// arrange lays the page out anew after the form has grown or shrunk.
func (v *computeView) arrange() {
	if v.box != nil {
		v.box.Refresh()
	}
}

// again works out what is asked for anew.
func (v *computeView) again() {
	if v.begun {
		v.begun = false
		v.Show(v.state)
	}
}

// Show works out what is asked for.
func (v *computeView) Show(s State) {
	if !v.begin(s) {
		if v.complete {
			v.env.Host.Shown(v.note())
		}
		return
	}
	order, sel := *v.form.order, s.Selection
	if order.wide {
		sel.Region = ""
	}
	if order.ever {
		sel.Period = data.Period{}
	}
	work := v.env.Host.Work(v.env.text("work.compute"))
	work.Cancels(v.latest.Cancel)
	task.RunLatest(v.env.Runner, &v.latest, work, func(ctx context.Context, _ *data.Progress) (computed, error) {
		return v.env.compute(ctx, order, sel)
	}, v.fill)
}

// compute works out an order within a selection. A formula that was worked out is kept
// with the project.
func (e Env) compute(ctx context.Context, o computeOrder, sel brief.Selection) (out computed, err error) {
	if out.suggester, err = e.Session.Suggester(ctx, e.Printer); err != nil {
		return out, err
	}
	if out.indicators, err = e.Session.Indicators(ctx); err != nil {
		return out, err
	}
	if out.lacking, err = e.Session.Lacking(ctx, sel.AsOf); err != nil {
		return out, err
	}
	switch {
	case !o.formula:
		out.figures, err = e.Session.Compute(ctx, o.measure, o.indicator, sel)
		if err == nil && len(out.figures) == 0 {
			out.none, err = e.why(ctx, o, sel)
		}
	case o.text != "":
		out.figures, err = e.Session.ComputeFormula(ctx, o.text, sel)
		if wrong := (&stats.FormulaError{}); errors.As(err, &wrong) {
			out.wrong, err = wrong, nil
		} else if err == nil {
			err = e.Session.KeepFormula(ctx, o.text)
		}
	}
	if err == nil {
		out.formulas, err = e.Session.Formulas(ctx)
	}
	return out, err
}

// why returns why a measure gives nothing within a selection.
func (e Env) why(ctx context.Context, o computeOrder, sel brief.Selection) (noFigures, error) {
	lacks, err := e.Session.Lacks(ctx, o.measure, o.indicator, sel.AsOf)
	if err != nil || len(lacks) > 0 || o.wide && o.ever {
		return noFigures{lacks: lacks}, err
	}
	all, err := e.Session.Compute(ctx, o.measure, o.indicator, brief.Selection{AsOf: sel.AsOf})
	return noFigures{elsewhere: len(all) > 0}, err
}

// fill shows what was worked out, or what there is instead.
func (v *computeView) fill(c computed, err error) {
	if cancelled(err) {
		v.begun = false
		v.put(widget.NewEmpty(v.env.text("page.cancelled"), v.env.text("page.cancelled.why"), v.env.text("page.cancelled.again"), func() { v.Show(v.state) }))
		return
	}
	v.complete = true
	if err != nil {
		v.table.set(nil)
		v.put(v.env.instead(err))
		v.env.Host.Shown("")
		return
	}
	v.form.know(c)
	v.table.set(c.figures)
	switch {
	case len(c.figures) > 0:
		v.put(v.table.grid)
	case c.wrong != nil || v.form.order.formula && v.form.order.text == "":
		v.put(widget.NewEmpty(v.env.text("page.compute.write"), v.env.text("page.compute.write.why"), "", nil))
	case v.form.order.formula:
		v.put(widget.NewEmpty(v.env.text("page.compute.none"), v.env.text("page.compute.none.written"), "", nil))
	default:
		v.put(v.emptiness(c.none))
	}
	v.env.Host.Shown(v.note())
}

// note says on the status bar which regions and periods the figures are of.
func (v *computeView) note() string {
	p, o, sel := v.env.Printer, v.form.order, v.state.Selection
	region, period := p.RegionOf(v.env.Session.Catalog(), sel.Region), p.Period(sel.Period, data.Cumulative)
	if o.wide {
		region = v.env.text("page.data.all-regions")
	}
	if o.ever {
		period = v.env.text("page.compute.all-periods")
	}
	return v.env.text("page.compute.note", "region", region, "period", period)
}

// put puts an object below the form.
func (v *computeView) put(o fyne.CanvasObject) {
	v.body.Objects = []fyne.CanvasObject{o}
	v.body.Refresh()
	v.box.Refresh()
}

// Table returns the figures that are listed. It is a method of Tabler.
func (v *computeView) Table() Table {
	listed := v.table.listed()
	c := v.env.Session.Catalog()
	return Table{
		Name: v.form.name(), Rows: len(listed),
		Script: func() report.Flat { return session.FigureTable(c, listed) },
		Sheet:  func() report.Flat { return session.FigureSheet(v.env.Printer, c, listed) },
	}
}

// headedLayout gives a form above the height it needs, up to a share of the page, and
// the rest to what stands below.
type headedLayout struct{ head *widget.Sheet }

// mostHead is the greatest share of the page that a form takes.
const mostHead = 0.5

// MinSize is small.
func (l *headedLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 240) }

// Layout puts the two below each other.
func (l *headedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	h := min(l.head.HeightFor(size.Width), size.Height*mostHead)
	objects[0].Resize(fyne.NewSize(size.Width, h))
	objects[0].Move(fyne.NewPos(0, 0))
	objects[1].Move(fyne.NewPos(0, h))
	objects[1].Resize(fyne.NewSize(size.Width, size.Height-h))
}
