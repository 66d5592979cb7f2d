package page

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"yunxing/data"
	"yunxing/ui/session"
	"yunxing/ui/widget"
)

// A sayForm is where a person says what the selected lines are, and what their
// figures are.
type sayForm struct {
	env      Env
	say      func(session.Rule)
	row, col int
	quiet    bool
	odd      string // a unit that is not known, said once

	place  *widget.Line
	rowIs  *fynewidget.Select
	colIs  *fynewidget.Select
	scope  *fynewidget.Select
	scopes []session.Scope
	part   *fynewidget.Select
	text   *widget.Field
	apply  *fynewidget.Button
	wrong  *widget.Line
	box    fyne.CanvasObject
}

// newSayForm returns a form that tells say what a person says.
func newSayForm(e Env, say func(session.Rule)) *sayForm {
	f := &sayForm{env: e, say: say, row: -1, col: -1}
	f.place = widget.Label("", theme.ColorNameForeground, 0, fyne.TextStyle{Bold: true})
	f.rowIs = f.lineSelect(session.OfRow)
	f.colIs = f.lineSelect(session.OfColumn)
	f.scope = fynewidget.NewSelect(nil, nil)
	f.part = fynewidget.NewSelect(f.partNames(statedOrSkipped()), func(string) { f.hint() })
	f.text = widget.NewField("", f.submit, func() { f.text.SetText("") })
	f.text.Scroll = container.ScrollNone
	f.apply = &fynewidget.Button{Text: e.text("say.apply"), OnTapped: f.submit}
	f.wrong = widget.Label("", widget.ColorDoubtful, theme.Size(theme.SizeNameCaptionText), fyne.TextStyle{})
	f.part.SetSelectedIndex(0)
	lines := widget.NewFields(small(0, e.text("say.row")), f.rowIs, small(0, e.text("say.column")), f.colIs)
	state := container.NewGridWithColumns(2, f.scope, f.part)
	words := container.NewBorder(nil, nil, nil, f.apply, f.text)
	f.box = widget.Inset(12, 8, 12, 8, container.NewVBox(f.place, lines, state, words, f.wrong))
	f.about(nil, -1, -1)
	return f
}

// lineSelect returns the field that says what a row or a column is.
func (f *sayForm) lineSelect(s session.Scope) *fynewidget.Select {
	parts := session.LineParts(s)
	options := append([]string{f.env.text("say.as-read")}, f.partNames(parts)...)
	var field *fynewidget.Select
	field = fynewidget.NewSelect(options, func(string) {
		i := field.SelectedIndex()
		if f.quiet || i < 0 {
			return
		}
		r := session.Rule{Scope: s, At: f.at()}
		if i > 0 {
			r.Part = parts[i-1]
		}
		f.say(r)
	})
	return field
}

// statedOrSkipped returns what can be said of figures: what they are, or that they
// are not read.
func statedOrSkipped() []session.Part { return append(session.StatedParts(), session.SkipPart) }

// partNames returns the words for parts.
func (f *sayForm) partNames(parts []session.Part) []string {
	var out []string
	for _, p := range parts {
		out = append(out, f.env.text("part."+string(p)))
	}
	return out
}

// at returns the cell that rules are about.
func (f *sayForm) at() session.Spot { return session.Spot{Row: max(f.row, 0), Col: max(f.col, 0)} }

// about shows what is said of a selection.
func (f *sayForm) about(m session.Mapping, row, col int) {
	f.quiet = true
	defer func() { f.quiet = false }()
	moved := row != f.row || col != f.col
	f.row, f.col = row, col
	f.place.SetText(f.title())
	f.showLine(f.rowIs, session.OfRow, m, row >= 0)
	f.showLine(f.colIs, session.OfColumn, m, col >= 0)
	f.wrong.SetText("")
	if moved || len(f.scopes) == 0 {
		f.showScopes()
	}
	for _, o := range []fyne.Disableable{f.scope, f.part, f.text, f.apply} {
		if row < 0 && col < 0 {
			o.Disable()
		} else {
			o.Enable()
		}
	}
}

// title returns the words for what is selected.
func (f *sayForm) title() string {
	e := f.env
	switch {
	case f.row < 0 && f.col < 0:
		return e.text("say.title.none")
	case f.col < 0:
		return e.text("review.row", "row", e.Printer.Count(f.row+1))
	case f.row < 0:
		return e.text("review.column", "column", data.ColumnName(f.col))
	}
	return e.text("say.title", "cell", data.CellName(f.row, f.col))
}

// showLine shows what is said of the row or column.
func (f *sayForm) showLine(field *fynewidget.Select, s session.Scope, m session.Mapping, selected bool) {
	field.SetSelectedIndex(0)
	if !selected {
		field.Disable()
		return
	}
	field.Enable()
	for _, r := range m {
		same := s == session.OfRow && r.At.Row == f.row || s == session.OfColumn && r.At.Col == f.col
		if r.Scope == s && r.Text == "" && same {
			field.SetSelectedIndex(1 + slices.Index(session.LineParts(s), r.Part))
		}
	}
}

// showScopes offers the scopes that the selection has, the likeliest first.
func (f *sayForm) showScopes() {
	switch {
	case f.row >= 0 && f.col >= 0:
		f.scopes = []session.Scope{session.OfTable, session.OfColumn, session.OfRow, session.OfSheet, session.OfCell}
	case f.row >= 0:
		f.scopes = []session.Scope{session.OfRow, session.OfSheet}
	default:
		f.scopes = []session.Scope{session.OfColumn, session.OfSheet}
	}
	var names []string
	for _, s := range f.scopes {
		names = append(names, f.env.text("scope."+string(s)))
	}
	f.scope.Options = names
	f.scope.SetSelectedIndex(0)
}

// aim chooses how much is meant and, unless it is "", what is to be said of it.
func (f *sayForm) aim(s session.Scope, p session.Part) {
	if i := slices.Index(f.scopes, s); i >= 0 {
		f.scope.SetSelectedIndex(i)
	}
	if i := slices.Index(statedOrSkipped(), p); i >= 0 && p != "" {
		f.part.SetSelectedIndex(i)
	}
}

// hint shows how the chosen part is written.
func (f *sayForm) hint() {
	if f.text == nil {
		return
	}
	f.text.SetPlaceHolder(f.env.text("say.hint." + string(f.stated())))
	if f.stated() == session.SkipPart {
		f.text.SetText("")
		f.text.Disable()
	} else if f.row >= 0 || f.col >= 0 {
		f.text.Enable()
	}
}

// stated returns the part that is chosen.
func (f *sayForm) stated() session.Part {
	return statedOrSkipped()[max(f.part.SelectedIndex(), 0)]
}

// submit says what the form holds.
func (f *sayForm) submit() {
	text, part := strings.TrimSpace(f.text.Text), f.stated()
	switch {
	case f.row < 0 && f.col < 0, text == "" && part != session.SkipPart:
		f.refuse(f.env.text("say.empty"))
		return
	case part == session.UnitPart && !session.KnownUnit(text) && f.odd != text:
		f.odd = text // said once more it is meant
		f.refuse(f.env.text("say.odd-unit", "unit", text))
		return
	}
	f.wrong.SetText("")
	f.say(session.Rule{Scope: f.scopes[max(f.scope.SelectedIndex(), 0)], At: f.at(), Part: part, Text: text})
}

// refuse says why something that was said makes no sense.
func (f *sayForm) refuse(why string) { f.wrong.SetText(why) }
