package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"yunxing/data"
	"yunxing/ui/session"
	"yunxing/ui/widget"
)

// A growthField is an entry for a growth in per cent behind its name; it may be
// empty.
type growthField struct {
	env   Env
	given func(data.Number) // the zero Number for none
	entry *fynewidget.Entry
	say   func(string) // what is wrong with the text, empty for nothing
	box   fyne.CanvasObject
}

// Widths of the entry and of the name.
const (
	growthEntry = 110
	growthName  = 140
)

// newGrowthField returns an empty field that tells what is given and what is wrong.
func newGrowthField(e Env, name string, given func(data.Number), say func(string)) *growthField {
	f := &growthField{env: e, given: given, say: say, entry: fynewidget.NewEntry()}
	f.entry.SetPlaceHolder(e.text("projection.hint"))
	f.entry.OnSubmitted = f.submit
	label := widget.Label(e.text(name), widget.ColorMuted, 0, fyne.TextStyle{})
	height := f.entry.MinSize().Height
	f.box = container.NewHBox(widget.Fixed(growthName, height, label), widget.Fixed(growthEntry, height, f.entry))
	return f
}

// show writes a growth that was given before. What was wrong with another text is told
// no longer.
func (f *growthField) show(growth data.Number) {
	if text := session.TargetText(growth); text != f.entry.Text {
		f.entry.SetText(text)
		f.say("")
	}
}

// submit reads the growth. What is none is told and changes nothing.
func (f *growthField) submit(text string) {
	growth, ok := session.ParseTarget(text)
	if !ok {
		f.say(f.env.text("projection.bad", "text", text))
		return
	}
	f.say("")
	f.given(growth)
}
