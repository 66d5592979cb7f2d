package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Picker is a field that shows one of many options; a tap, Enter, Space or Down opens
// a list of all, in groups, to be searched.
type Picker struct {
	widget.BaseWidget
	options []Option
	at      int // of what is picked, -1 for nothing
	hint    string
	none    string
	picked  func(i int)
	ground  *canvas.Rectangle
	name    *Line
	arrow   *widget.Icon
	focused bool
	open    *pickerList
}

var (
	_ fyne.Tappable      = (*Picker)(nil)
	_ fyne.Focusable     = (*Picker)(nil)
	_ desktop.Cursorable = (*Picker)(nil)
)

// Bounds of the list that a picker opens.
const (
	pickerWidth  = 460
	pickerHeight = 470
)

// NewPicker returns a field in which nothing is picked. Hint stands in the empty search,
// none where it finds nothing; picked is told what a person picks.
func NewPicker(options []Option, hint, none string, picked func(i int)) *Picker {
	p := &Picker{options: options, at: -1, hint: hint, none: none, picked: picked}
	p.ground = canvas.NewRectangle(ink(theme.ColorNameInputBackground))
	p.ground.CornerRadius = theme.Size(theme.SizeNameInputRadius)
	p.name = Label("", theme.ColorNameForeground, 0, fyne.TextStyle{})
	p.arrow = widget.NewIcon(theme.MenuDropDownIcon())
	p.ExtendBaseWidget(p)
	return p
}

// Pick shows an option as the one that is picked, without telling.
func (p *Picker) Pick(i int) {
	p.at = i
	if i < 0 {
		p.name.SetText("")
		return
	}
	p.name.SetText(p.options[i].Name)
}

// SetOptions replaces the options by others in the same order.
func (p *Picker) SetOptions(options []Option) {
	p.options = options
	p.Pick(p.at)
}

// Tapped opens the list.
func (p *Picker) Tapped(*fyne.PointEvent) { p.show() }

// Cursor is a hand.
func (p *Picker) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained marks the field.
func (p *Picker) FocusGained() { p.focus(true) }

// FocusLost takes the mark away.
func (p *Picker) FocusLost() { p.focus(false) }

func (p *Picker) focus(on bool) {
	p.focused = on
	p.Refresh()
}

// TypedRune opens the list and searches for what is typed.
func (p *Picker) TypedRune(r rune) {
	p.show()
	if p.open != nil && r != ' ' {
		p.open.search.TypedRune(r)
	}
}

// TypedKey opens the list.
func (p *Picker) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown:
		p.show()
	}
}

// show opens the list below the field, as high as there is room for.
func (p *Picker) show() {
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(p)
	if c == nil {
		return
	}
	pop := widget.NewPopUp(nil, c)
	p.open = newPickerList(p.options, p.at, p.hint, p.none, func(i int) {
		pop.Hide()
		c.Focus(p)
		if i >= 0 && i != p.at {
			p.Pick(i)
			p.picked(i)
		}
	})
	pop.Content = container.NewStack(p.open.box)
	top := driver.AbsolutePositionForObject(p).Y + p.Size().Height
	pop.ShowAtRelativePosition(fyne.NewPos(0, p.Size().Height+2), p)
	pop.Resize(fyne.NewSize(max(pickerWidth, p.Size().Width), min(pickerHeight, c.Size().Height-top-12)))
	p.open.begin()
	c.Focus(p.open.search)
}

// CreateRenderer makes the renderer of the field.
func (p *Picker) CreateRenderer() fyne.WidgetRenderer { return &pickerRenderer{p} }

// pickerRenderer draws a Picker.
type pickerRenderer struct{ p *Picker }

// Layout puts the name on the left and the arrow on the right.
func (r *pickerRenderer) Layout(size fyne.Size) {
	p, pad, icon := r.p, theme.Size(theme.SizeNameInnerPadding)-2, theme.Size(theme.SizeNameInlineIcon)
	p.ground.Resize(size)
	h := p.name.MinSize().Height
	p.name.Move(fyne.NewPos(pad, (size.Height-h)/2))
	p.name.Resize(fyne.NewSize(max(1, size.Width-3*pad-icon), h))
	p.arrow.Move(fyne.NewPos(size.Width-pad-icon, (size.Height-icon)/2))
	p.arrow.Resize(fyne.NewSquareSize(icon))
}

func (r *pickerRenderer) MinSize() fyne.Size { return fyne.NewSize(120, 30) }

// Refresh shows whether the field has the keys.
func (r *pickerRenderer) Refresh() {
	p := r.p
	p.ground.FillColor = ink(theme.ColorNameInputBackground)
	if p.focused {
		p.ground.FillColor = ink(theme.ColorNameFocus)
	}
	p.ground.Refresh()
	p.name.Refresh()
}

func (r *pickerRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.p.ground, r.p.name, r.p.arrow}
}
func (r *pickerRenderer) Destroy() {}
