package ui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"yunxing/data"
	"yunxing/ui/brief"
	"yunxing/ui/page"
	"yunxing/ui/session"
	"yunxing/ui/task"
	"yunxing/ui/widget"
)

// choices are what can be selected in the open project, and what is.
type choices struct {
	regions   []data.Region
	periods   []data.Period // of the region, the latest first
	vintages  []data.Date   // days of release, the latest first
	selection brief.Selection
	sample    bool // the project is the sample
}

// choose returns what can be selected. A region or a period that the project does
// not have gives way to one that it has.
func choose(ctx context.Context, s *session.Session, sel brief.Selection) (choices, error) {
	c := choices{selection: sel}
	var err error
	if c.regions, err = s.Regions(ctx); err != nil {
		return c, err
	}
	known := slices.ContainsFunc(c.regions, func(r data.Region) bool { return r.Code == sel.Region })
	if !known && len(c.regions) > 0 {
		if c.selection, err = s.Start(ctx); err != nil {
			return c, err
		}
	}
	if c.periods, err = s.Periods(ctx, c.selection.Region); err != nil {
		return c, err
	}
	if c.sample, err = s.IsSample(ctx); err != nil {
		return c, err
	}
	if c.vintages, err = s.Vintages(ctx); err != nil {
		return c, err
	}
	if !slices.Contains(c.vintages, c.selection.AsOf) {
		c.selection.AsOf = data.Date{}
	}
	if len(c.periods) > 0 && !slices.Contains(c.periods, c.selection.Period) {
		c.selection.Period = c.nearest(sel.Period)
	}
	return c, nil
}

// nearest returns the latest period that is over when p is, else the earliest.
func (c choices) nearest(p data.Period) data.Period {
	for _, q := range c.periods {
		if q.EndsBy(p) {
			return q
		}
	}
	return c.periods[len(c.periods)-1]
}

// selectors are the fields above the page.
type selectors struct {
	shell      *shell
	region     *fynewidget.Select
	year       *fynewidget.Select
	period     *fynewidget.Select
	threshold  *fynewidget.Select
	peers      *fynewidget.Select
	asOf       *fynewidget.Select
	years      []int         // that have a period, the latest first
	periods    []data.Period // of the year, the latest first
	groups     []data.Group
	thresholds []string
	usual      []fyne.CanvasObject // of every page
	box        *widget.Wrapped
	latest     task.Latest // the question of which period of a year to show
	quiet      bool        // set while fields are filled, not chosen
}

// newSelectors returns the fields for what the shell has to choose from.
func newSelectors(s *shell) *selectors {
	f := &selectors{shell: s}
	f.region = fynewidget.NewSelect(nil, func(string) { f.chosen(f.setRegion) })
	f.year = fynewidget.NewSelect(nil, func(string) { f.chosen(f.setYear) })
	f.period = fynewidget.NewSelect(nil, func(string) { f.chosen(f.setPeriod) })
	f.threshold = fynewidget.NewSelect(nil, func(string) { f.chosen(f.setThreshold) })
	f.peers = fynewidget.NewSelect(nil, func(string) { f.chosen(f.setPeers) })
	f.asOf = fynewidget.NewSelect(nil, func(string) { f.chosen(f.setAsOf) })
	earlier := &fynewidget.Button{Text: "‹", Importance: fynewidget.LowImportance, OnTapped: func() { s.stepPeriod(1) }}
	later := &fynewidget.Button{Text: "›", Importance: fynewidget.LowImportance, OnTapped: func() { s.stepPeriod(-1) }}
	period := container.NewHBox(widget.Fixed(30, 30, earlier), widget.Fixed(100, 30, f.year), widget.Fixed(150, 30, f.period), widget.Fixed(30, 30, later))
	f.usual = []fyne.CanvasObject{widget.Fixed(150, 30, f.region), period}
	f.box = widget.NewWrapped(12, 6, f.usual...)
	f.fill()
	return f
}

// fill puts the choices into the fields.
func (f *selectors) fill() {
	defer f.hush()()
	s := f.shell
	c := s.choices
	f.region.PlaceHolder, f.year.PlaceHolder, f.period.PlaceHolder = s.text("select.region"), s.text("select.year"), s.text("select.period")
	f.region.Options = names(c.regions, s.printer.Region)
	f.region.SetSelectedIndex(slices.IndexFunc(c.regions, func(r data.Region) bool { return r.Code == s.state.Selection.Region }))
	f.fillPeriods()
	days := names(c.vintages, func(d data.Date) string { return s.text("select.as-of.day", "day", d.String()) })
	f.asOf.Options = append([]string{s.text("select.as-of.latest")}, days...)
	f.asOf.SetSelectedIndex(1 + slices.Index(c.vintages, s.state.Selection.AsOf))
	f.thresholds = session.Thresholds()
	f.threshold.Options = names(f.thresholds, func(id string) string { return s.text("threshold." + id) })
	f.threshold.SetSelectedIndex(max(0, slices.Index(f.thresholds, s.state.Selection.Threshold)))
	f.groups = nil
	f.peers.Options = []string{s.text("select.peers.usual")}
	if s.session != nil {
		f.groups = s.session.Catalog().Groups()
		f.peers.Options = append(f.peers.Options, names(f.groups, s.printer.Group)...)
	}
	f.peers.SetSelectedIndex(1 + slices.IndexFunc(f.groups, func(g data.Group) bool { return g.Code == s.state.Selection.Peers }))
}

// hush keeps the fields from telling that they change, until what it returns is
// called.
func (f *selectors) hush() func() {
	before := f.quiet
	f.quiet = true
	return func() { f.quiet = before }
}

// fillPeriods puts the years, and the periods of the one that is selected, into
// their fields.
func (f *selectors) fillPeriods() {
	defer f.hush()()
	s := f.shell
	sel := s.state.Selection.Period
	f.years, f.periods = nil, nil
	for _, p := range s.choices.periods {
		if !slices.Contains(f.years, p.Year()) {
			f.years = append(f.years, p.Year())
		}
		if p.Year() == sel.Year() {
			f.periods = append(f.periods, p)
		}
	}
	f.year.Options = names(f.years, func(y int) string { return s.printer.Year(data.Year(y)) })
	f.period.Options = names(f.periods, func(p data.Period) string { return s.printer.PeriodWithin(p, data.Cumulative) })
	f.year.SetSelectedIndex(slices.Index(f.years, sel.Year()))
	f.period.SetSelectedIndex(slices.Index(f.periods, sel))
}

// names returns the names of things.
func names[T any](list []T, name func(T) string) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = name(v)
	}
	return out
}

// fit shows the fields that a page needs.
func (f *selectors) fit(p page.Page) {
	fields := slices.Clone(f.usual)
	if len(f.shell.choices.vintages) > 0 {
		fields = append(fields, f.named("select.as-of", 150, f.asOf))
	}
	if p.Peers {
		fields = append(fields, f.named("select.peers", 130, f.peers))
	}
	if p.Threshold {
		fields = append(fields, f.named("select.threshold", 160, f.threshold))
	}
	f.box.SetObjects(fields...)
}

// named returns a field of a width with its name.
func (f *selectors) named(key string, width float32, o *fynewidget.Select) fyne.CanvasObject {
	return container.NewHBox(fynewidget.NewLabel(f.shell.text(key)), widget.Fixed(width, 30, o))
}

// chosen acts on a field that a person has changed.
func (f *selectors) chosen(act func()) {
	if !f.quiet && f.shell.session != nil {
		act()
	}
}

// setRegion asks for the periods of another region.
func (f *selectors) setRegion() {
	s, i := f.shell, f.region.SelectedIndex()
	if i < 0 || s.choices.regions[i].Code == s.state.Selection.Region {
		return
	}
	sel, project := s.state.Selection, s.session
	sel.Region = s.choices.regions[i].Code
	task.Run(s.runner, s.Work(s.text("work.periods")), func(ctx context.Context, _ *data.Progress) (choices, error) {
		return choose(ctx, project, sel)
	}, func(c choices, err error) {
		if err != nil {
			s.fail(err)
			return
		}
		s.choices, s.state.Selection = c, c.selection
		f.fill()
		s.show()
	})
}

// setYear shows the same part of another year where the page has figures of it, or
// else the latest of that year that it has figures of.
func (f *selectors) setYear() {
	i := f.year.SelectedIndex()
	if i < 0 {
		return
	}
	s := f.shell
	of, first := s.choices.within(f.years[i], s.state.Selection.Period)
	chaptered, ok := s.views[s.current].(page.Chaptered)
	if !ok {
		s.setPeriod(first)
		return
	}
	sel, project, p := s.state.Selection, s.session, s.printer
	task.RunLatest(s.runner, &f.latest, s.Work(s.text("work.periods")), func(ctx context.Context, _ *data.Progress) (data.Period, error) {
		at, found, err := project.FirstWritten(ctx, chaptered.Chapter(), sel, of, p)
		if !found {
			at = first
		}
		return at, err
	}, func(at data.Period, err error) {
		switch now := s.state.Selection; {
		case err != nil:
			s.fail(err)
			f.fillPeriods()
		case now.Region == sel.Region && now.Period == sel.Period: // else another was chosen meanwhile
			s.setPeriod(at)
		}
	})
}

// within returns the periods of a year in the order in which they are to be tried,
// and the one to show where a page has figures of none: the same part of the year as
// p first, then the latest.
func (c choices) within(year int, p data.Period) (of []data.Period, first data.Period) {
	same := p.Add((year - p.Year()) * int(p.Freq()))
	for _, q := range c.periods {
		switch {
		case q == same:
			of = append([]data.Period{q}, of...)
		case q.Year() == year:
			of = append(of, q)
		}
	}
	return of, of[0]
}

// setPeriod shows another period of the year.
func (f *selectors) setPeriod() {
	if i := f.period.SelectedIndex(); i >= 0 {
		f.shell.setPeriod(f.periods[i])
	}
}

// setPeriod shows another period.
func (s *shell) setPeriod(p data.Period) {
	if p == s.state.Selection.Period {
		return
	}
	s.state.Selection.Period = p
	s.selectors.fillPeriods()
	s.show()
}

// setThreshold measures capacity against another threshold.
func (f *selectors) setThreshold() {
	if i := f.threshold.SelectedIndex(); i >= 0 {
		f.shell.state.Selection.Threshold = f.thresholds[i]
		f.shell.show()
	}
}

// setAsOf shows what was known on a day.
func (f *selectors) setAsOf() {
	sel := &f.shell.state.Selection
	sel.AsOf = data.Date{}
	if i := f.asOf.SelectedIndex(); i > 0 {
		sel.AsOf = f.shell.choices.vintages[i-1]
	}
	f.shell.show()
}

// setPeers ranks within another group.
func (f *selectors) setPeers() {
	sel := &f.shell.state.Selection
	sel.Peers = ""
	if i := f.peers.SelectedIndex(); i > 0 {
		sel.Peers = f.groups[i-1].Code
	}
	f.shell.show()
}

// stepPeriod shows the period n places earlier in time.
func (s *shell) stepPeriod(n int) {
	i := slices.Index(s.choices.periods, s.state.Selection.Period) + n
	if i >= 0 && i < len(s.choices.periods) {
		s.setPeriod(s.choices.periods[i])
	}
}
