package page

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"yunxing/data"
	"yunxing/ui/task"
	"yunxing/ui/widget"
)

// A Trace is the panel that says where a figure comes from: its value, how sure it
// is, how it was worked out, and the cells that it rests on.
type Trace struct {
	env    Env
	copy   func(string)
	latest task.Latest
	sheet  *widget.Sheet
	box    fyne.CanvasObject
	label  string
	number data.Number
	cells  []data.Observation
	notes  []data.Note // around the tables that the first cells stand in
	root   data.Number // whose derivation is told: the figure, or the other side of a check
	tree   *traceTree
	said   []string // what a check compared
}

// traced is what a trace asks for: the cells, and the notes around the first.
type traced struct {
	cells []data.Observation
	notes []data.Note
}

// Bounds of the panel: its width, and how many cells it lists.
const (
	traceWidth = 272
	mostCells  = 60
	mostNotes  = 12
)

// NewTrace returns an empty panel. Hide takes it off the window; put copies text.
func NewTrace(e Env, hide func(), put func(string)) *Trace {
	t := &Trace{env: e, copy: put, sheet: widget.NewSheet(7, 14, 10, 0)}
	title := widget.NewTitle(e.text("trace.title"))
	closer := &fynewidget.Button{Icon: theme.CancelIcon(), Importance: fynewidget.LowImportance, OnTapped: hide}
	copier := &fynewidget.Button{Icon: theme.ContentCopyIcon(), Importance: fynewidget.LowImportance, OnTapped: t.Copy}
	head := container.NewBorder(nil, widget.Hair(), nil, nil, widget.Inset(14, 2, 4, 2, container.NewBorder(nil, nil, nil, container.NewHBox(copier, closer), title)))
	inner := container.NewBorder(head, nil, nil, nil, t.sheet.Object())
	t.box = container.NewStack(widget.Ground(widget.ColorPanel), container.NewBorder(nil, nil, widget.Hair(), nil, widget.Fixed(traceWidth, 0, inner)))
	return t
}

// Object returns the panel.
func (t *Trace) Object() fyne.CanvasObject { return t.box }

// Show shows a figure; label says which it is.
func (t *Trace) Show(label string, n data.Number) {
	t.begin(label, n)
	if len(n.Refs) == 0 {
		t.sheet.SetObjects(append(t.head(), t.muted(t.env.text("trace.none")))...)
		return
	}
	task.RunLatest(t.env.Runner, &t.latest, t.env.Host.Work(t.env.text("work.trace")), func(ctx context.Context, _ *data.Progress) (out traced, err error) {
		if out.cells, err = t.env.Session.Trace(ctx, n); err == nil && len(out.cells) > 0 {
			out.notes, err = t.env.Session.Notes(ctx, out.cells[0].Source)
		}
		return out, err
	}, t.fill)
}

// begin shows what is said of a figure itself.
func (t *Trace) begin(label string, n data.Number) {
	t.label, t.number, t.root = label, n, n
	t.cells, t.notes, t.tree, t.said = nil, nil, nil, nil
	t.sheet.SetObjects(t.head()...)
}

// fill lists the cells that the figure rests on.
func (t *Trace) fill(found traced, err error) {
	if cancelled(err) {
		return
	}
	objects := t.head()
	if err != nil {
		t.sheet.SetObjects(append(objects, t.muted(t.env.text("trace.gone")))...)
		return
	}
	t.cells, t.notes = found.cells, found.notes
	t.tree = newTraceTree(t.env, found.cells, t.draw)
	t.draw()
}

// draw shows the figure with all that was found of it.
func (t *Trace) draw() {
	objects := t.head()
	if t.number.Way != nil {
		objects = append(append(objects, widget.Hair()), t.tree.objects(t.number)...)
		objects = append(objects, widget.Hair(), t.muted(t.env.text("trace.cells", "n", t.env.Printer.Count(len(t.cells)))))
	} else {
		objects = append(objects, t.strong(t.env.text("trace.cells", "n", t.env.Printer.Count(len(t.cells)))))
		objects = append(objects, t.listed(t.cells)...)
	}
	t.sheet.SetObjects(append(objects, t.around()...)...)
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

// around returns what is printed around the table of the first cell: its titles,
// notes and sources.
func (t *Trace) around() []fyne.CanvasObject {
	if len(t.notes) == 0 {
		return nil
	}
	out := []fyne.CanvasObject{widget.Hair(), t.strong(t.env.text("trace.notes"))}
	for i, n := range t.notes {
		if i == mostNotes {
			break
		}
		out = append(out, t.muted(strings.Join(strings.Fields(n.Text), " ")))
	}
	return out
}

// head returns what is said of the figure itself.
func (t *Trace) head() []fyne.CanvasObject {
	p, n := t.env.Printer, t.number
	value := widget.NewFlow([]widget.Token{{Text: p.Number(n), Strong: true}}, theme.Size(theme.SizeNameHeadingText), nil)
	out := []fyne.CanvasObject{t.muted(t.label), value, t.plain(t.env.text("trace.status." + n.Status.String()))}
	if n.Shown() && n.Lo < n.Hi {
		out = append(out, t.plain(t.env.text(intervalKey(n), "interval", p.Interval(n))))
	}
	if n.Break {
		out = append(out, t.plain(t.env.text("trace.break")))
	}
	return append(out, layout.NewSpacer())
}

// intervalKey returns the key of the words for the interval of a figure: of a
// projection it is no matter of rounding.
func intervalKey(n data.Number) string {
	if n.Status == data.Projected {
		return "trace.band"
	}
	return "trace.interval"
}

// cell returns what is said of one cell.
func (t *Trace) cell(o data.Observation) []fyne.CanvasObject {
	w := wordsOf(t.env, o)
	return []fyne.CanvasObject{t.strong(w[0]), t.plain(w[1]), t.plain(w[2]), t.muted(w[3])}
}

// wordsOf returns the lines on one cell: what it measures, of whom and when, its
// value, its place.
func wordsOf(e Env, o data.Observation) [4]string {
	p, c := e.Printer, e.Session.Catalog()
	what := p.IndicatorOf(c, o.Key.Indicator)
	if o.Key.Item != data.TotalItem {
		what += " · " + p.ItemOf(c, o.Key.Item)
	}
	who := p.RegionOf(c, o.Key.Region) + " · " + p.Period(o.Period, o.Key.Basis.Span)
	value := strings.TrimSpace(p.Number(o.Number())+" "+p.Unit(o.Unit)) + " · " + p.Basis(o.Key.Basis)
	if o.Raw != "" {
		value += " · " + e.text("trace.raw", "raw", o.Raw)
	}
	where := p.Source(o.Source)
	if !o.Vintage.IsZero() {
		where += " · " + e.text("trace.released", "date", o.Vintage.String())
	}
	return [4]string{what, who, value, where}
}

// Copy puts the trace on the clipboard as text. Before anything is traced it leaves
// the clipboard as it is.
func (t *Trace) Copy() {
	if t.label == "" {
		return
	}
	lines := []string{t.label, t.env.Printer.Number(t.number), t.env.text("trace.status." + t.number.Status.String())}
	lines = append(lines, t.said...)
	if t.tree != nil && t.root.Way != nil {
		t.copy(strings.Join(append(lines, t.tree.text(t.root)...), "\n"))
		return
	}
	for _, o := range t.cells {
		w := wordsOf(t.env, o)
		lines = append(lines, strings.Join(w[:], "\t"))
	}
	t.copy(strings.Join(lines, "\n"))
}

func (t *Trace) muted(s string) fyne.CanvasObject {
	return small(theme.Size(theme.SizeNameCaptionText), s)
}

func (t *Trace) plain(s string) fyne.CanvasObject {
	return widget.NewFlow([]widget.Token{{Text: s}}, 0, nil)
}

func (t *Trace) strong(s string) fyne.CanvasObject {
	return widget.NewFlow([]widget.Token{{Text: s, Strong: true}}, 0, nil)
}
