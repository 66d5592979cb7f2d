package widget

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Choice is one of several that exclude each other: an entry of the navigation,
// or a tab above a page.
type Choice struct {
	widget.BaseWidget
	text   *canvas.Text
	full   string
	ground *canvas.Rectangle
	mark   *canvas.Rectangle
	below  bool // the mark stands below the text, not left of it
	chosen bool
	over   bool
	tapped func()
}

var (
	_ fyne.Tappable     = (*Choice)(nil)
	_ desktop.Hoverable = (*Choice)(nil)
)

// NewTabs returns tabs beside each other; where they are too wide together, the
// widest are cut first.
func NewTabs(tabs ...*Choice) fyne.CanvasObject {
	c := container.New(&tabLayout{})
	for _, t := range tabs {
		c.Add(t)
	}
	return c
}

// tabLayout puts tabs beside each other.
type tabLayout struct{}

// MinSize is narrow.
func (*tabLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	m := fyne.NewSize(60, 0)
	for _, o := range objects {
		m.Height = max(m.Height, o.MinSize().Height)
	}
	return m
}

// Layout gives each tab its width, and where there is not room for all, no tab more
// than a width that makes them fit.
func (*tabLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	widths := make([]float32, len(objects))
	for i, o := range objects {
		widths[i] = o.MinSize().Width
	}
	most := fitting(widths, size.Width)
	x := float32(0)
	for i, o := range objects {
		w := min(widths[i], most)
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(w, size.Height))
		x += w
	}
}

// fitting returns the greatest width that any may have so that all fit.
func fitting(widths []float32, room float32) float32 {
	sorted := slices.Sorted(slices.Values(widths))
	for i, w := range sorted {
		if share := room / float32(len(sorted)-i); w > share {
			return share
		}
		room -= w
	}
	return room + 1e6
}

// NewEntry returns an entry of the navigation.
func NewEntry(text string, tapped func()) *Choice { return newChoice(text, false, tapped) }

// NewTab returns a tab above a page.
func NewTab(text string, tapped func()) *Choice { return newChoice(text, true, tapped) }

func newChoice(text string, below bool, tapped func()) *Choice {
	c := &Choice{below: below, tapped: tapped, full: text}
	c.text = newWords(text, textSize(), fyne.TextStyle{}, theme.ColorNameForeground)
	c.ground = canvas.NewRectangle(ink(ColorPanel))
	c.mark = canvas.NewRectangle(ink(theme.ColorNamePrimary))
	c.ExtendBaseWidget(c)
	c.color()
	return c
}

// Text returns the words of the choice.
func (c *Choice) Text() string { return c.full }

// Choose marks the choice as the one that is shown, or not.
func (c *Choice) Choose(on bool) {
	c.chosen = on
	c.Refresh()
}

// Chosen reports whether it is the one that is shown.
func (c *Choice) Chosen() bool { return c.chosen }

// Tapped reports the choice.
func (c *Choice) Tapped(*fyne.PointEvent) { c.tapped() }

// MouseIn lights the choice.
func (c *Choice) MouseIn(*desktop.MouseEvent) { c.hover(true) }

// MouseMoved does nothing.
func (c *Choice) MouseMoved(*desktop.MouseEvent) {}

// MouseOut dims the choice.
func (c *Choice) MouseOut() { c.hover(false) }

func (c *Choice) hover(on bool) {
	c.over = on
	c.Refresh()
}

// color sets the colours for the state.
func (c *Choice) color() {
	c.mark.Hidden = !c.chosen
	c.mark.FillColor = ink(theme.ColorNamePrimary)
	c.text.Color = ink(theme.ColorNameForeground)
	c.text.TextStyle.Bold = c.chosen
	c.ground.Hidden = !c.over && (!c.chosen || c.below)
	c.ground.FillColor = ink(theme.ColorNameHover)
	if c.chosen {
		c.text.Color = ink(theme.ColorNamePrimary)
		c.ground.FillColor = ink(theme.ColorNameSelection)
	}
}

// CreateRenderer makes the renderer of the choice.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer { return &choiceRenderer{c} }

// choiceRenderer draws a Choice.
type choiceRenderer struct{ c *Choice }

func (r *choiceRenderer) Layout(size fyne.Size) {
	c := r.c
	c.ground.Resize(size)
	c.mark.Move(fyne.NewPos(0, 0))
	c.mark.Resize(fyne.NewSize(3, size.Height))
	left := float32(14)
	if c.below {
		left = 10
		c.mark.Move(fyne.NewPos(0, size.Height-2))
		c.mark.Resize(fyne.NewSize(size.Width, 2))
	}
	c.text.Move(fyne.NewPos(left, 0))
	c.text.Text = clip(c.full, size.Width-left, c.text.TextSize, c.text.TextStyle)
	c.text.Resize(fyne.NewSize(size.Width-left, size.Height))
}

func (r *choiceRenderer) MinSize() fyne.Size {
	m := fyne.MeasureText(r.c.full, r.c.text.TextSize, fyne.TextStyle{Bold: true})
	return fyne.NewSize(m.Width+20, 30)
}

func (r *choiceRenderer) Refresh() {
	r.c.color()
	r.Layout(r.c.Size())
	canvas.Refresh(r.c)
}

func (r *choiceRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.c.ground, r.c.mark, r.c.text}
}

func (r *choiceRenderer) Destroy() {}
