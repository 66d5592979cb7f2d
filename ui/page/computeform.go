package page

import (
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"yunxing/stats"
	"yunxing/ui/session"
	"yunxing/ui/widget"
)

// A computeForm is where a person chooses a measure or writes a formula.
type computeForm struct {
	env       Env
	order     *computeOrder
	run       func() // works out what is asked for
	arrange   func() // makes room for the form
	suggester *session.Suggester
	wrong     error // of the formula
	quiet     bool  // fields are filled, not chosen

	tabs       [2]*widget.Choice
	measures   []stats.Measure
	measure    *widget.Picker
	indicators []string // codes behind the first entry, which is the usual one
	indicator  *fynewidget.Select
	field      *widget.ProposalField
	past       *fynewidget.Select
	wide, ever *fynewidget.Check
	find       *fynewidget.Entry
	counted    *widget.Line
	copies     *fynewidget.Button
	saves      *fynewidget.Button
	head       fyne.CanvasObject // the tabs with the buttons
	choice     fyne.CanvasObject // of a measure
	writing    fyne.CanvasObject // of a formula
	scope      fyne.CanvasObject // of regions and periods, and the search
	sheet      *widget.Sheet
}

// Sizes of the fields.
const (
	measureField   = 340
	indicatorField = 190
	pastField      = 150
	fieldHeight    = 30
)

// newComputeForm returns a form that shows an order.
func newComputeForm(e Env, o *computeOrder, run, arrange func()) *computeForm {
	f := &computeForm{env: e, order: o, run: run, arrange: arrange, measures: session.Measures()}
	f.sheet = widget.NewSheet(6, 14, 6, 0)
	f.makeHead()
	f.makeChoice()
	f.makeWriting()
	f.makeScope()
	return f
}

// makeHead makes the tabs and the buttons.
func (f *computeForm) makeHead() {
	e := f.env
	f.tabs[0] = widget.NewTab(e.text("page.compute.measure"), func() { f.choose(false) })
	f.tabs[1] = widget.NewTab(e.text("page.compute.formula"), func() { f.choose(true) })
	f.copies = &fynewidget.Button{Text: e.text("table.copy"), OnTapped: e.Host.CopyTable}
	f.saves = &fynewidget.Button{Text: e.text("table.save"), OnTapped: e.Host.SaveTable}
	f.head = container.NewBorder(nil, nil, container.NewHBox(f.tabs[0], f.tabs[1]), container.NewHBox(f.copies, f.saves))
}

// makeChoice makes the fields for a measure.
func (f *computeForm) makeChoice() {
	e := f.env
	f.measure = widget.NewPicker(e.measureOptions(f.measures, nil), e.text("page.compute.search"), e.text("page.compute.search.none"), func(i int) {
		f.chosen(func() { f.order.measure = f.measures[i].ID })
	})
	f.indicator = fynewidget.NewSelect(nil, func(string) {
		f.chosen(func() {
			f.order.indicator = ""
			if i := f.indicator.SelectedIndex(); i > 0 {
				f.order.indicator = f.indicators[i-1]
			}
		})
	})
	f.choice = container.NewHBox(widget.Fixed(measureField, fieldHeight, f.measure), widget.Fixed(indicatorField, fieldHeight, f.indicator))
}

// makeWriting makes the fields for a formula.
func (f *computeForm) makeWriting() {
	e := f.env
	f.field = widget.NewProposalField(f.propose, f.submit)
	f.field.SetPlaceHolder(e.text("page.compute.hint"))
	f.field.Set(f.order.text)
	f.past = fynewidget.NewSelect(nil, func(text string) {
		if !f.quiet {
			f.field.Set(text)
			f.submit()
		}
	})
	f.past.PlaceHolder = e.text("page.compute.past")
	do := &fynewidget.Button{Text: e.text("page.compute.do"), Importance: fynewidget.HighImportance, OnTapped: f.submit}
	right := container.NewHBox(do, widget.Fixed(pastField, fieldHeight, f.past))
	f.writing = container.NewBorder(nil, nil, nil, right, f.field)
}

// makeScope makes what says for which regions and periods, and the search.
func (f *computeForm) makeScope() {
	e := f.env
	f.wide = fynewidget.NewCheck(e.text("page.data.all-regions"), func(on bool) { f.chosen(func() { f.order.wide = on }) })
	f.ever = fynewidget.NewCheck(e.text("page.compute.all-periods"), func(on bool) { f.chosen(func() { f.order.ever = on }) })
	f.find = fynewidget.NewEntry()
	f.find.SetPlaceHolder(e.text("page.compute.find"))
	f.counted = widget.Label("", widget.ColorMuted, 0, fyne.TextStyle{})
	checks := container.NewHBox(f.wide, f.ever)
	f.scope = container.NewBorder(nil, nil, checks, widget.Fixed(110, 0, f.counted), f.find)
}

// choose asks for a measure or for a formula.
func (f *computeForm) choose(formula bool) {
	if f.order.formula != formula {
		f.chosen(func() { f.order.formula = formula })
	}
}

// chosen acts on what a person has chosen and works it out.
func (f *computeForm) chosen(act func()) {
	if f.quiet {
		return
	}
	act()
	f.wrong = nil
	f.show()
	f.run()
}

// everywhere asks for all regions and periods.
func (f *computeForm) everywhere() {
	f.chosen(func() { f.order.wide, f.order.ever = true, true })
}

// submit works out the formula that is written.
func (f *computeForm) submit() {
	f.chosen(func() { f.order.text = strings.TrimSpace(f.field.Text) })
}

// propose returns how the formula may go on, and keeps what is written.
func (f *computeForm) propose(text string, cursor int) []widget.Proposal {
	f.order.text = strings.TrimSpace(text)
	if f.suggester == nil {
		return nil
	}
	var out []widget.Proposal
	for _, s := range f.suggester.Suggest(text, cursor) {
		out = append(out, widget.Proposal(s))
	}
	return out
}

// know takes in what was worked out.
func (f *computeForm) know(c computed) {
	f.quiet = true
	defer func() { f.quiet = false }()
	f.suggester, f.wrong = c.suggester, c.wrong
	f.past.Options = c.formulas
	f.past.ClearSelected()
	f.indicators = c.indicators
	f.measure.SetOptions(f.env.measureOptions(f.measures, c.lacking))
	f.indicator.Options = []string{f.env.text("page.compute.usual")}
	for _, code := range c.indicators {
		name := f.env.Printer.IndicatorOf(f.env.Session.Catalog(), code)
		if in, ok := f.env.Session.Catalog().Indicator(code); ok {
			name = f.env.Printer.IndicatorShort(in)
		}
		f.indicator.Options = append(f.indicator.Options, name)
	}
	f.show()
}

// show shows the order.
func (f *computeForm) show() {
	was := f.quiet
	f.quiet = true
	defer func() { f.quiet = was }()
	f.wide.SetChecked(f.order.wide)
	f.ever.SetChecked(f.order.ever)
	f.tabs[0].Choose(!f.order.formula)
	f.tabs[1].Choose(f.order.formula)
	if f.order.formula {
		objects := []fyne.CanvasObject{f.head, f.writing, f.field.Proposals()}
		if f.wrong != nil {
			objects = append(objects, f.trouble())
		}
		f.sheet.SetObjects(append(objects, f.scope)...)
		f.arrange()
		return
	}
	f.measure.Pick(slices.IndexFunc(f.measures, func(m stats.Measure) bool { return m.ID == f.order.measure }))
	f.indicator.SetSelectedIndex(1 + slices.Index(f.indicators, f.order.indicator))
	f.sheet.SetObjects(f.head, f.choice, f.about(), f.scope)
	f.arrange()
}

// trouble says what is wrong with the formula.
func (f *computeForm) trouble() fyne.CanvasObject {
	words := session.Explain(f.env.Printer, f.wrong)
	if known := (&stats.FormulaError{}); errors.As(f.wrong, &known) && known.Part != "" {
		return widget.NewFlow([]widget.Token{{Text: words, Wrong: true}}, 0, nil)
	}
	return small(0, words)
}

// about says what the measure is: its sentence, its rule and its source.
func (f *computeForm) about() fyne.CanvasObject {
	m, ok := stats.Find(f.order.measure)
	if !ok {
		return small(0, "")
	}
	_, help := session.MeasureName(f.env.Printer, m)
	return widget.NewFlow([]widget.Token{
		{Text: help + f.env.text("list.space")},
		{Text: m.Rule + "  ", Strong: true},
		{Text: f.env.text("page.compute.source", "source", session.MeasureSource(f.env.Printer, m)), Muted: true},
	}, theme.Size(theme.SizeNameText), nil)
}

// name returns what is asked for in words.
func (f *computeForm) name() string {
	if f.order.formula {
		return f.order.text
	}
	m, _ := stats.Find(f.order.measure)
	name, _ := session.MeasureName(f.env.Printer, m)
	return name
}

// count says how many figures are listed.
func (f *computeForm) count(n int) {
	f.counted.SetText(f.env.text("page.compute.count", "n", f.env.Printer.Count(n)))
	for _, b := range []*fynewidget.Button{f.copies, f.saves} {
		if n > 0 {
			b.Enable()
		} else {
			b.Disable()
		}
	}
}
