package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A StatusBar is the line below the page: what the figures are, and the work under
// way with its progress and a button to cancel it.
type StatusBar struct {
	note   *Line
	name   *Line
	bar    *widget.ProgressBar
	cancel *widget.Button
	work   *fyne.Container
	stop   func()
	box    fyne.CanvasObject
}

// NewStatusBar returns a status bar whose button is called cancel.
func NewStatusBar(cancel string) *StatusBar {
	s := &StatusBar{
		note: Label("", ColorMuted, theme.Size(theme.SizeNameCaptionText), fyne.TextStyle{}),
		name: Label("", theme.ColorNameForeground, theme.Size(theme.SizeNameCaptionText), fyne.TextStyle{}),
		bar:  widget.NewProgressBar(),
	}
	s.bar.TextFormatter = func() string { return "" }
	s.cancel = &widget.Button{Text: cancel, Importance: widget.LowImportance, OnTapped: s.Cancel}
	bar := container.New(&fixed{110, 8}, s.bar)
	s.work = container.NewHBox(container.New(&fixed{150, 20}, s.name), bar, s.cancel)
	s.work.Hide()
	inner := container.NewBorder(nil, nil, nil, s.work, container.New(&inset{left: 12, right: 12}, s.note))
	s.box = container.NewStack(Ground(ColorPanel), container.NewBorder(Hair(), nil, nil, nil, container.New(&fixed{0, 26}, inner)))
	return s
}

// Object returns what to put on the window.
func (s *StatusBar) Object() fyne.CanvasObject { return s.box }

// SetNote says what the figures on the page are, or what was done.
func (s *StatusBar) SetNote(text string) { s.note.SetText(text) }

// Note returns what the bar says.
func (s *StatusBar) Note() string { return s.note.Text() }

// Begin announces work and what cancels it.
func (s *StatusBar) Begin(name string, cancel func()) {
	s.name.SetText(name)
	s.stop = cancel
	s.cancel.Hidden = cancel == nil
	s.bar.SetValue(0)
	s.work.Show()
	s.box.Refresh() // what is hidden has no canvas before it was painted once
}

// Show shows how much of the work is done. It is a method of task.Bar.
func (s *StatusBar) Show(done, total int64) {
	if total > 0 {
		s.bar.SetValue(float64(done) / float64(total))
	}
}

// Close takes the work off the bar. It is a method of task.Bar.
func (s *StatusBar) Close() {
	s.stop = nil
	s.work.Hide()
	s.box.Refresh()
}

// Busy reports whether work is shown.
func (s *StatusBar) Busy() bool { return s.work.Visible() }

// Cancel cancels the work under way.
func (s *StatusBar) Cancel() {
	if s.stop != nil {
		s.stop()
	}
}

// fixed gives its object the least width and height said; 0 leaves them.
type fixed struct{ width, height float32 }

// Fixed returns a box of a least width and height; 0 leaves them to the object.
func Fixed(width, height float32, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&fixed{width, height}, o)
}

func (f *fixed) MinSize(objects []fyne.CanvasObject) fyne.Size {
	m := fyne.NewSize(0, 0)
	for _, o := range objects {
		m = m.Max(o.MinSize())
	}
	if f.width > 0 {
		m.Width = f.width
	}
	if f.height > 0 {
		m.Height = f.height
	}
	return m
}

func (f *fixed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	h := size.Height
	if f.height > 0 {
		h = min(h, f.height)
	}
	for _, o := range objects {
		o.Move(fyne.NewPos(0, (size.Height-h)/2))
		o.Resize(fyne.NewSize(size.Width, h))
	}
}

// inset keeps a distance around its object.
type inset struct{ left, top, right, bottom float32 }

// Inset returns an object with a distance around it.
func Inset(left, top, right, bottom float32, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&inset{left, top, right, bottom}, o)
}

func (i *inset) MinSize(objects []fyne.CanvasObject) fyne.Size {
	m := fyne.NewSize(0, 0)
	for _, o := range objects {
		m = m.Max(o.MinSize())
	}
	return m.AddWidthHeight(i.left+i.right, i.top+i.bottom)
}

func (i *inset) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(i.left, i.top))
		o.Resize(size.SubtractWidthHeight(i.left+i.right, i.top+i.bottom))
	}
}
