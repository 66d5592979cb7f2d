package page

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"yunxing/data"
	"yunxing/ui/session"
	"yunxing/ui/task"
	"yunxing/ui/widget"
)

// A Review shows files that were read, before anything is stored: each sheet as it
// is with what its cells became, what is in doubt, and what a person may say about
// it, which is read at once.
type Review struct {
	env    Env
	ask    ReviewHost
	latest task.Latest
	review *session.Review
	book   int
	sheet  int
	past   []said // to be undone

	title  *widget.Line
	warn   *widget.Line
	sheets *fynewidget.Select
	places []place // of the entries of sheets
	quiet  bool
	view   *widget.SheetView
	told   *fyne.Container // about the cell
	lists  *reviewLists
	say    *sayForm
	day    *widget.Field // of release
	undo   *fynewidget.Button
	keep   *fynewidget.Button
	box    fyne.CanvasObject
}

// A ReviewHost is what a review asks of the window around it.
type ReviewHost interface {
	// Keep stores the review.
	Keep(*session.Review)
	// Leave lets the review go; changed says that a person has said something.
	Leave(changed bool)
	// Fail says what went wrong.
	Fail(error)
}

// said is what was said of a sheet before.
type said struct {
	book, sheet int
	mapping     session.Mapping
}

// A place is a sheet of a book.
type place struct{ book, sheet int }

// reviewSide is the width of the panel beside the sheet.
const reviewSide = 372

// NewReview returns the view of a review.
func NewReview(e Env, r *session.Review, ask ReviewHost) *Review {
	v := &Review{env: e, ask: ask, review: r}
	v.title = widget.Label("", theme.ColorNameForeground, theme.Size(theme.SizeNameSubHeadingText), fyne.TextStyle{Bold: true})
	v.warn = widget.Label("", widget.ColorDoubtful, theme.Size(theme.SizeNameCaptionText), fyne.TextStyle{})
	v.undo = &fynewidget.Button{Text: e.text("review.undo"), OnTapped: v.Undo}
	leave := &fynewidget.Button{Text: e.text("review.leave"), OnTapped: func() { ask.Leave(v.Changed()) }}
	v.keep = &fynewidget.Button{Text: e.text("review.keep"), Importance: fynewidget.HighImportance, OnTapped: v.Keep}
	v.sheets = fynewidget.NewSelect(nil, func(string) { v.chosen() })
	v.day = widget.NewField("", func() { v.release(nil) }, func() { v.day.SetText("") })
	v.day.SetPlaceHolder(e.text("review.day.hint"))
	v.day.Scroll = container.ScrollNone
	v.view = widget.NewSheetView(v.selected)
	v.told = container.NewStack()
	v.lists = newReviewLists(e, v.jump, v.drop, v.confirm, v.look)
	v.say = newSayForm(e, v.add)
	v.box = v.layout(container.NewHBox(v.undo, leave, v.keep))
	if day := r.Options.Vintage; !day.IsZero() {
		v.day.SetText(day.String())
	}
	v.fill()
	v.open(v.first())
	return v
}

// layout puts the parts of the view together.
func (v *Review) layout(buttons fyne.CanvasObject) fyne.CanvasObject {
	head := widget.Inset(12, 8, 10, 4, container.NewBorder(nil, nil, nil, buttons, v.title))
	day := container.NewHBox(widget.Inset(10, 0, 0, 0, small(0, v.env.text("review.day"))), widget.Fixed(128, 30, v.day))
	pick := widget.Inset(10, 0, 10, 4, container.NewBorder(nil, nil, nil, day, widget.Fixed(0, 30, v.sheets)))
	legend := widget.NewSheet(0, 12, 2, 0, widget.Legend(v.env.legend())).Object()
	legendBox := widget.Fixed(0, 48, legend)
	told := widget.Fixed(0, 78, v.told)
	left := container.NewBorder(nil, container.NewVBox(widget.Hair(), told, legendBox), nil, nil, v.view)
	side := container.NewBorder(container.NewVBox(v.say.box, widget.Hair()), nil, widget.Hair(), nil, v.lists.box)
	centre := container.NewBorder(nil, nil, nil, widget.Fixed(reviewSide, 0, side), left)
	warn := widget.Inset(12, 0, 10, 0, widget.Fixed(0, 18, v.warn))
	return container.NewBorder(container.NewVBox(head, pick, warn, widget.Hair()), nil, nil, nil, centre)
}

// Object returns the view.
func (v *Review) Object() fyne.CanvasObject { return v.box }

// Review returns what is shown.
func (v *Review) Review() *session.Review { return v.review }

// Changed reports whether a person has said something that is not stored.
func (v *Review) Changed() bool { return len(v.past) > 0 }

// Keep asks to store the review. What is written and not yet said is not passed over.
func (v *Review) Keep() {
	day, err := v.written()
	switch {
	case strings.TrimSpace(v.say.text.Text) != "":
		v.say.refuse(v.env.text("say.pending"))
	case err != nil:
		v.warn.SetText(v.env.text("review.day.wrong"))
	case day != v.review.Options.Vintage:
		v.release(v.Keep)
	default:
		v.ask.Keep(v.review)
	}
}

// written returns the day of release that is written, zero for none.
func (v *Review) written() (data.Date, error) {
	text := strings.TrimSpace(v.day.Text)
	if text == "" {
		return data.Date{}, nil
	}
	return data.ParseDate(text)
}

// Restore goes on where another view of the files stood.
func (v *Review) Restore(old *Review) {
	v.past = old.past
	v.lists.at = old.lists.at
	v.day.SetText(old.day.Text)
	v.fill()
	if old.book < len(v.review.Books) && old.sheet < len(v.review.Books[old.book].Grids) {
		v.open(place{old.book, old.sheet})
		if row, col := old.view.Selected(); row >= 0 || col >= 0 {
			v.view.Select(row, col)
		}
	}
}

// Open shows the sheets of a file.
func (v *Review) Open(b *session.Book) {
	for i, other := range v.review.Books {
		if other == b {
			v.open(place{i, 0})
		}
	}
}

// first returns the first sheet with a doubt, else the first with figures.
func (v *Review) first() place {
	figures := place{-1, 0}
	for _, p := range v.places {
		b := v.review.Books[p.book]
		if b.Doubts(p.sheet) > 0 {
			return p
		}
		if figures.book < 0 && b.Figures(p.sheet) > 0 {
			figures = p
		}
	}
	if figures.book < 0 {
		return place{}
	}
	return figures
}

// fill shows the review in the title, in the list of sheets and in those of problems.
func (v *Review) fill() {
	e, r := v.env, v.review
	doubts := 0
	for _, p := range r.Problems() {
		if p.Doubt {
			doubts++
		}
	}
	key := "review.title"
	if doubts == 0 {
		key = "review.title.clear"
	}
	title := e.text(key, "files", e.Printer.Count(len(r.Books)), "n", e.Printer.Count(len(r.Observations())), "doubts", e.Printer.Count(doubts))
	if n := len(r.Revisions); n > 0 {
		title += e.text("review.title.revised", "n", e.Printer.Count(n))
	}
	v.title.SetText(title)
	v.warn.SetText("")
	if n := older(r.Revisions); n > 0 {
		v.warn.SetText(e.text("review.older", "n", e.Printer.Count(n)))
	}
	v.undo.Disable()
	if len(v.past) > 0 {
		v.undo.Enable()
	}
	v.fillSheets()
	v.lists.set(r, v.book, v.sheet)
}

// older returns how many revised figures the project will not take for the valid ones,
// since they were not released later.
func older(all []session.Revision) int {
	n := 0
	for _, r := range all {
		if r.New.Vintage.Compare(r.Old.Vintage) < 0 {
			n++
		}
	}
	return n
}

// fillSheets fills the list of sheets.
func (v *Review) fillSheets() {
	v.quiet = true
	defer func() { v.quiet = false }()
	v.places, v.sheets.Options = nil, nil
	at := -1
	for i, b := range v.review.Books {
		for j := range b.Grids {
			if i == v.book && j == v.sheet {
				at = len(v.places)
			}
			v.places = append(v.places, place{i, j})
			v.sheets.Options = append(v.sheets.Options, v.sheetName(b, j))
		}
	}
	v.sheets.SetSelectedIndex(at)
	v.sheets.Refresh()
}

// sheetName returns the entry of a sheet: its file, its name, how many figures it
// has and how many are in doubt.
func (v *Review) sheetName(b *session.Book, sheet int) string {
	e := v.env
	name := b.Name
	if s := b.Grids[sheet].Sheet; s != "" {
		name = e.text("review.sheet", "file", b.Name, "sheet", s)
	}
	if b.Grids[sheet].Hidden {
		name = e.text("review.sheet.hidden", "name", name)
	}
	key := "review.sheet.figures"
	switch {
	case b.Doubts(sheet) > 0:
		key = "review.sheet.doubts"
	case b.Figures(sheet) == 0:
		key = "review.sheet.none"
	}
	return e.text(key, "name", name, "n", e.Printer.Count(b.Figures(sheet)), "doubts", e.Printer.Count(b.Doubts(sheet)))
}

// chosen shows the sheet that was chosen from the list.
func (v *Review) chosen() {
	if i := v.sheets.SelectedIndex(); !v.quiet && i >= 0 {
		v.open(v.places[i])
	}
}

// open shows a sheet.
func (v *Review) open(p place) {
	v.book, v.sheet = p.book, p.sheet
	v.fillSheets()
	v.lists.set(v.review, v.book, v.sheet)
	if p.book < len(v.review.Books) {
		v.view.SetContent(v.content())
	}
	v.tell(-1, -1)
	v.say.about(nil, -1, -1)
}

// jump shows the cell where a problem stands.
func (v *Review) jump(book int, p data.Problem) {
	if book < 0 {
		return // a file that could not be read
	}
	sheet, at, ok := v.review.Books[book].Find(p)
	if !ok {
		return
	}
	if book != v.book || sheet != v.sheet {
		v.open(place{book, sheet})
	}
	v.view.Select(at.Row, at.Col)
	v.say.aim(v.review.Books[book].Scope(sheet, at), session.PartOf(p.Code))
}

// selected tells of what was selected on the sheet.
func (v *Review) selected(row, col int) {
	v.tell(row, col)
	v.say.about(v.mapping(), row, col)
	if row >= 0 && col >= 0 {
		v.say.aim(v.review.Books[v.book].Scope(v.sheet, session.Spot{Row: row, Col: col}), "")
	}
}

// mapping returns what is said of the sheet that is shown.
func (v *Review) mapping() session.Mapping {
	b := v.review.Books[v.book]
	return b.Mappings[b.Grids[v.sheet]]
}

// add says something further of the sheet.
func (v *Review) add(r session.Rule) {
	v.change(v.mapping().Add(r))
}

// drop takes back the i-th rule of the sheet.
func (v *Review) drop(i int) {
	m := v.mapping()
	v.change(append(append(session.Mapping{}, m[:i]...), m[i+1:]...))
}

// look shows the line that a rule is about.
func (v *Review) look(r session.Rule) {
	switch r.Scope {
	case session.OfRow:
		v.view.Select(r.At.Row, -1)
	case session.OfColumn:
		v.view.Select(-1, r.At.Col)
	default:
		v.view.Select(r.At.Row, r.At.Col)
	}
}

// confirm says that what the template has brought still holds.
func (v *Review) confirm() { v.change(v.mapping().Confirmed()) }

// change reads the sheet with another mapping.
func (v *Review) change(m session.Mapping) {
	before := said{v.book, v.sheet, v.mapping()}
	v.reread(v.book, v.sheet, m, func() {
		v.past = append(v.past, before)
		v.say.text.SetText("")
		v.view.TakeFocus() // so that Ctrl+Z is meant for the sheet
	})
}

// Undo takes back what was said last.
func (v *Review) Undo() {
	n := len(v.past) - 1
	if n < 0 {
		return
	}
	last := v.past[n]
	v.reread(last.book, last.sheet, last.mapping, func() { v.past = v.past[:n] })
}

// release says on which day all that was read was released, and goes on with then.
func (v *Review) release(then func()) {
	day, err := v.written()
	if err != nil {
		v.warn.SetText(v.env.text("review.day.wrong"))
		return
	}
	review := v.review
	task.RunLatest(v.env.Runner, &v.latest, v.env.Host.Work(v.env.text("work.review")), func(ctx context.Context, _ *data.Progress) (*session.Review, error) {
		return v.env.Session.Released(ctx, review, day)
	}, func(r *session.Review, err error) {
		if err != nil {
			if !cancelled(err) {
				v.ask.Fail(err)
			}
			return
		}
		v.review = r
		v.show(place{v.book, v.sheet})
		if then != nil {
			then()
		}
	})
}

// reread reads a sheet with a mapping and shows what becomes of it.
func (v *Review) reread(book, sheet int, m session.Mapping, then func()) {
	review := v.review
	task.RunLatest(v.env.Runner, &v.latest, v.env.Host.Work(v.env.text("work.review")), func(ctx context.Context, _ *data.Progress) (*session.Review, error) {
		return v.env.Session.Say(ctx, review, book, sheet, m)
	}, func(r *session.Review, err error) {
		switch {
		case errors.Is(err, session.ErrRule):
			v.say.refuse(session.Explain(v.env.Printer, err))
		case cancelled(err):
		case err != nil:
			v.ask.Fail(err)
		default:
			v.review = r
			then()
			v.show(place{book, sheet})
		}
	})
}

// show shows a sheet that was read anew; what is selected on it stays.
func (v *Review) show(p place) {
	if p != (place{v.book, v.sheet}) {
		v.open(p)
		v.fill()
		return
	}
	v.fill()
	v.view.Update(v.content())
	row, col := v.view.Selected()
	v.tell(row, col)
	v.say.about(v.mapping(), row, col)
	v.env.Host.Shown("")
}
