package page

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/brief"
	"yunxing/ui/report"
	"yunxing/ui/session"
	"yunxing/ui/task"
	"yunxing/ui/widget"
)

// auditPage checks the figures of the project against each other.
func auditPage() Page { return Page{ID: "audit", New: newAuditView} }

// An auditOrder is what is asked of an audit: every outcome or those that press, of all
// regions or the one that is selected.
type auditOrder struct{ all, wide bool }

// An auditView is the page: how many identities were checked and what came out by
// rule, and below the findings.
type auditView struct {
	env Env
	showing
	latest task.Latest
	order  *auditOrder
	region string // that is selected
	audit  session.Audit
	full   bool // audit lists every outcome

	said   *widget.Sheet
	tally  *tallyTable
	list   *findingTable
	find   *fynewidget.Entry
	copies *fynewidget.Button
	saves  *fynewidget.Button
	bar    fyne.CanvasObject
	body   *fyne.Container
	box    fyne.CanvasObject
}

var _ Tabler = (*auditView)(nil)

// newAuditView returns an empty page.
func newAuditView(e Env) View {
	v := &auditView{env: e, order: &e.Kept.audit, said: widget.NewSheet(4, 16, 10, mostLine).AlignLeft(), body: container.NewStack()}
	v.tally = newTallyTable(e, v.pick)
	v.list = newFindingTable(e, v.refill)
	v.bar = v.newBar()
	v.box = v.body
	return v
}

// newBar returns the line between the two tables: what is listed, and the buttons.
func (v *auditView) newBar() fyne.CanvasObject {
	e := v.env
	all := fynewidget.NewCheck(e.text("page.audit.all"), nil)
	all.Checked = v.order.all
	all.OnChanged = func(on bool) {
		v.order.all, v.list.picked = on, tallyChoice{}
		v.choose()
	}
	wide := fynewidget.NewCheck(e.text("page.data.all-regions"), nil)
	wide.Checked = v.order.wide
	wide.OnChanged = func(on bool) {
		v.order.wide = on
		v.refill()
	}
	v.find = fynewidget.NewEntry()
	v.find.SetPlaceHolder(e.text("page.audit.find"))
	v.find.OnChanged = func(string) { v.refill() }
	v.copies = &fynewidget.Button{Text: e.text("table.copy"), OnTapped: e.Host.CopyTable}
	v.saves = &fynewidget.Button{Text: e.text("table.save"), OnTapped: e.Host.SaveTable}
	return widget.Inset(10, 6, 10, 6, container.NewBorder(nil, nil, container.NewHBox(all, wide), container.NewHBox(v.copies, v.saves), v.find))
}

// Object returns the view.
func (v *auditView) Object() fyne.CanvasObject { return v.box }

// Show checks the project as of the day that is selected. Region and period do not
// change what is found.
func (v *auditView) Show(s State) {
	moved := v.region != s.Selection.Region
	v.region = s.Selection.Region
	s.Selection = brief.Selection{AsOf: s.Selection.AsOf}
	if v.begin(s) {
		v.run()
		return
	}
	if !v.complete {
		return
	}
	if moved && !v.order.wide {
		v.refill()
	}
	v.env.Host.Shown(v.note())
}

// run checks the project.
func (v *auditView) run() {
	all, asOf := v.needsAll(), v.state.Selection.AsOf
	work := v.env.Host.Work(v.env.text("work.audit"))
	work.Cancels(v.latest.Cancel)
	task.RunLatest(v.env.Runner, &v.latest, work, func(ctx context.Context, p *data.Progress) (session.Audit, error) {
		return v.env.Session.Audit(ctx, asOf, all, p)
	}, func(a session.Audit, err error) { v.fill(a, all, err) })
}

// needsAll reports whether what is to be listed agrees, which is not asked for at first.
func (v *auditView) needsAll() bool {
	verdict := v.list.picked.verdict
	return v.order.all || verdict == stats.Consistent || verdict == stats.WithinRounding
}

// choose lists what is asked for; what is not known yet is found first.
func (v *auditView) choose() {
	if !v.begun {
		return
	}
	if v.needsAll() && !v.full {
		v.run()
		return
	}
	v.refill()
}

// fill shows what was found, or what there is instead.
func (v *auditView) fill(a session.Audit, full bool, err error) {
	if cancelled(err) {
		v.begun = false
		v.put(widget.NewEmpty(v.env.text("page.cancelled"), v.env.text("page.cancelled.why"), v.env.text("page.cancelled.again"), v.again))
		return
	}
	v.complete = true
	v.audit, v.full = a, full
	switch {
	case err != nil:
		v.put(v.env.instead(err))
	case a.Checked == 0:
		v.put(widget.NewEmpty(v.env.text("page.audit.nothing"), v.env.text("page.audit.nothing.why"), v.env.text("page.absent.import"), v.env.Host.Import))
	default:
		v.said.SetObjects(v.sentence())
		v.tally.set(a.Tallies)
		v.list.set(a.Findings)
		v.refill()
	}
	v.env.Host.Shown(v.note())
}

// again checks the project anew.
func (v *auditView) again() {
	v.begun = true
	v.run()
}

// note says on the status bar what was checked.
func (v *auditView) note() string {
	return v.env.text("page.audit.note", "n", v.env.Printer.Count(v.audit.Checked))
}

// sentence says what came out.
func (v *auditView) sentence() fyne.CanvasObject {
	outcome := strings.Join(v.outcome(), v.env.text("page.audit.and"))
	words := v.env.text("page.audit.said", "n", v.env.Printer.Count(v.audit.Checked), "outcome", outcome)
	return widget.NewFlow([]widget.Token{{Text: words, Strong: true}}, theme.Size(theme.SizeNameSubHeadingText), nil)
}

// outcome returns the clauses on what came out.
func (v *auditView) outcome() []string {
	count := v.env.Printer.Count
	out := []string{v.env.text("page.audit.clean")}
	if n := v.counted(stats.Inconsistent); n > 0 {
		out[0] = v.env.text("page.audit.found", "n", count(n))
	}
	if n := v.counted(stats.Revised); n > 0 {
		out = append(out, v.env.text("page.audit.revised", "n", count(n)))
	}
	if n := v.counted(stats.ScopeDifference); n > 0 {
		out = append(out, v.env.text("page.audit.scope", "n", count(n)))
	}
	return out
}

// counted returns how often a verdict came out.
func (v *auditView) counted(verdict stats.Verdict) int {
	n := 0
	for _, t := range v.audit.Tallies {
		n += t.Count[verdict]
	}
	return n
}

// pick lists what was tapped in the table of rules.
func (v *auditView) pick(c tallyChoice) {
	v.list.picked = c
	v.choose()
}

// refill lists what is asked for of what was found.
func (v *auditView) refill() {
	if !v.complete || v.audit.Checked == 0 {
		return
	}
	region := v.region
	if v.order.wide {
		region = ""
	}
	v.list.list(v.order.all, region, v.find.Text)
	var shown fyne.CanvasObject = v.list.grid
	empty := len(v.list.shown) == 0
	if empty {
		shown = v.none()
	}
	for _, b := range []*fynewidget.Button{v.copies, v.saves} {
		if empty {
			b.Disable()
		} else {
			b.Enable()
		}
	}
	v.put(container.New(&auditLayout{v.said, v.tally, empty}, v.said.Object(), v.tally.grid, v.bar, shown))
}

// none says why nothing is listed.
func (v *auditView) none() fyne.CanvasObject {
	why := "page.audit.none"
	if v.counted(stats.Inconsistent)+v.counted(stats.Revised) == 0 && !v.order.all && v.list.picked == (tallyChoice{}) {
		why = "page.audit.clean.why"
	}
	return widget.NewSheet(0, 16, 14, mostLine, small(0, v.env.text(why))).AlignLeft().Object()
}

// put puts an object on the page.
func (v *auditView) put(o fyne.CanvasObject) {
	v.body.Objects = []fyne.CanvasObject{o}
	v.body.Refresh()
}

// Table returns the findings that are listed. It is a method of Tabler.
func (v *auditView) Table() Table {
	c, listed := v.env.Session.Catalog(), v.list.shown
	return Table{
		Name: v.env.text("page.audit"), Rows: len(listed),
		Script: func() report.Flat { return session.FindingTable(c, listed) },
		Sheet:  func() report.Flat { return session.FindingSheet(v.env.Printer, c, listed) },
	}
}

// auditLayout gives the sentence and the table of rules the height they need, up to a
// share of the page, and the rest to the findings.
type auditLayout struct {
	said  *widget.Sheet
	tally *tallyTable
	empty bool // there are no findings to list
}

// mostTally is the greatest share of the page that the table of rules takes, beside
// findings and alone.
const (
	mostTally  = 0.36
	aloneTally = 0.7
)

// MinSize is small.
func (l *auditLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 240) }

// Layout puts sentence, rules, bar and findings below each other.
func (l *auditLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	said := min(l.said.HeightFor(size.Width), size.Height*mostFindings)
	share := float32(mostTally)
	if l.empty {
		share = aloneTally
	}
	tally := min(l.tally.height(), size.Height*share)
	bar := objects[2].MinSize().Height
	y := float32(0)
	for i, h := range []float32{said, tally, bar, max(0, size.Height-said-tally-bar)} {
		objects[i].Move(fyne.NewPos(0, y))
		objects[i].Resize(fyne.NewSize(size.Width, h))
		y += h
	}
}
