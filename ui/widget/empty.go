package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// NewEmpty returns a page without content: what would be here, why it is not, and
// the one action that fills it.
func NewEmpty(title, why, action string, act func()) fyne.CanvasObject {
	objects := []fyne.CanvasObject{paragraph(title, 16, true), paragraph(why, 0, false)}
	if action != "" {
		b := &widget.Button{Text: action, Importance: widget.HighImportance, OnTapped: act}
		objects = append(objects, container.NewHBox(b))
	}
	return centred(objects)
}

// NewTrouble returns what failed, what to do about it, and the details behind a
// fold, to be copied.
func NewTrouble(title, advice, fold, details string) fyne.CanvasObject {
	text := &widget.Label{Text: details, Wrapping: fyne.TextWrapBreak, Selectable: true, TextStyle: fyne.TextStyle{Monospace: true}}
	more := widget.NewAccordion(widget.NewAccordionItem(fold, text))
	objects := []fyne.CanvasObject{paragraph(title, 16, true), paragraph(advice, 0, false)}
	if details != "" {
		objects = append(objects, more)
	}
	return centred(objects)
}

// centred puts objects in the upper middle of a page.
func centred(objects []fyne.CanvasObject) fyne.CanvasObject {
	return NewSheet(14, 40, 72, 520, objects...).Object()
}

// paragraph returns words in a size; 0 is the usual one.
func paragraph(text string, size float32, strong bool) fyne.CanvasObject {
	return NewFlow([]Token{{Text: text, Strong: strong}}, size, nil)
}

// NewTitle returns the title of a part of a page.
func NewTitle(text string) fyne.CanvasObject {
	return Label(text, theme.ColorNameForeground, 0, fyne.TextStyle{Bold: true})
}
