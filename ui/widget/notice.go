package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// NewNotice returns a line above a page: what happened, an action where there is
// one, details behind a button called fold, and a button that hides it.
func NewNotice(text, fold, details, action string, act, hide func()) fyne.CanvasObject {
	more := &widget.Label{Text: details, Wrapping: fyne.TextWrapBreak, Selectable: true}
	more.Hide()
	row := container.NewHBox()
	if action != "" {
		row.Add(&widget.Button{Text: action, OnTapped: act})
	}
	var box *fyne.Container
	if details != "" {
		row.Add(&widget.Button{Text: fold, Importance: widget.LowImportance, OnTapped: func() {
			more.Hidden = !more.Hidden
			box.Refresh()
		}})
	}
	row.Add(&widget.Button{Icon: theme.CancelIcon(), Importance: widget.LowImportance, OnTapped: hide})
	words := &widget.Label{Text: text, Wrapping: fyne.TextWrapWord}
	box = container.NewVBox(container.NewBorder(nil, nil, nil, row, words), more)
	mark := container.NewStack(Ground(theme.ColorNamePrimary), Fixed(3, 0, container.NewStack()))
	return container.NewStack(Ground(ColorPanel), container.NewBorder(nil, Hair(), mark, nil, Inset(8, 0, 6, 0, box)))
}
