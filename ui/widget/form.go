package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// NewFields returns rows of a name and a field.
func NewFields(rows ...fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewFormLayout(), rows...)
}

// A Field is a line to write in, that takes Enter as done and Escape as given up.
type Field struct {
	widget.Entry
	done, leave func()
}

// NewField returns a field with a text.
func NewField(text string, done, leave func()) *Field {
	f := &Field{done: done, leave: leave}
	f.ExtendBaseWidget(f)
	f.SetText(text)
	f.OnSubmitted = func(string) { f.done() }
	return f
}

// TypedKey takes a key.
func (f *Field) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		f.leave()
		return
	}
	f.Entry.TypedKey(k)
}
