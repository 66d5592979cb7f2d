package widget

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// zoom shows more or less of the figure around a slot of it.
func (v *ChartView) zoom(at, factor float64) {
	if v.figure != nil {
		v.see(v.seen.Zoom(v.figure, at, factor))
	}
}

// slotAt returns the slot of the whole figure at a position, in the panel whose plot
// it lies in; false where it lies in none.
func (v *ChartView) slotAt(at fyne.Position) (slot float64, panel int, ok bool) {
	if v.drawn == nil || v.scale == 0 {
		return 0, 0, false
	}
	x, y := v.spot(at)
	if panel = v.frame.PanelAt(x, y); panel < 0 {
		return 0, 0, false
	}
	return v.slotIn(panel, at), panel, true
}

// slotIn returns the slot of the whole figure that a position has in a panel.
func (v *ChartView) slotIn(panel int, at fyne.Position) float64 {
	x, y := v.spot(at)
	p := v.frame.Panels[panel]
	if p.Lying {
		return v.seen.Place(v.figure, p.Y.Value(min(max(y, p.Plot.Y0), p.Plot.Y1)))
	}
	return v.seen.Place(v.figure, p.X.Value(min(max(x, p.Plot.X0), p.Plot.X1)))
}

// turn shows more or less around the pointer as the wheel turns, and moves along as
// it is pushed aside.
func (v *ChartView) turn(e *fyne.ScrollEvent) {
	const notch, sideways = 0.8, 0.5
	at, _, ok := v.slotAt(e.Position.AddXY(0, v.top()))
	if !ok {
		return
	}
	switch {
	case math.Abs(float64(e.Scrolled.DX)) > math.Abs(float64(e.Scrolled.DY)):
		by := sideways
		if e.Scrolled.DX > 0 {
			by = -sideways
		}
		if s := v.seen.Pan(v.figure, by); s.From != v.seen.From {
			v.see(s)
		}
	case e.Scrolled.DY > 0:
		v.zoom(at, notch)
	case e.Scrolled.DY < 0 && v.seen.Zoomed():
		v.zoom(at, 1/notch)
	}
}

// A pull is a range that is being drawn over the slots of a panel.
type pull struct {
	on       bool
	panel    int
	from, to fyne.Position
}

// Dragged draws a range over slots.
func (v *ChartView) Dragged(e *fyne.DragEvent) {
	if !v.pulling.on {
		from := e.Position.SubtractXY(e.Dragged.DX, e.Dragged.DY)
		_, panel, ok := v.slotAt(from)
		if !ok {
			return
		}
		v.pulling = pull{on: true, panel: panel, from: from}
		v.unread()
	}
	v.pulling.to = e.Position
	v.showPull()
}

// showPull shows the range that is being drawn.
func (v *ChartView) showPull() {
	b, p := v.plot(v.pulling.panel), v.pulling
	top := v.top()
	from := fyne.NewPos(min(p.from.X, p.to.X), b.top+top)
	to := fyne.NewPos(max(p.from.X, p.to.X), b.bottom+top)
	if v.frame.Panels[p.panel].Lying {
		from = fyne.NewPos(b.left, min(p.from.Y, p.to.Y))
		to = fyne.NewPos(b.right, max(p.from.Y, p.to.Y))
	}
	from = fyne.NewPos(max(from.X, b.left), max(from.Y, b.top+top))
	to = fyne.NewPos(min(to.X, b.right), min(to.Y, b.bottom+top))
	put(v.reach, from.X, from.Y, max(0, to.X-from.X), max(0, to.Y-from.Y))
	v.reach.Show()
	v.Refresh()
}

// DragEnd shows the slots of the range that was drawn.
func (v *ChartView) DragEnd() {
	const least = 8
	p := v.pulling
	v.pulling = pull{}
	v.reach.Hide()
	away := p.to.Subtract(p.from)
	if !p.on || max(away.X, -away.X, away.Y, -away.Y) < least || p.panel >= len(v.frame.Panels) {
		v.Refresh()
		return
	}
	v.see(v.seen.Between(v.figure, v.slotIn(p.panel, p.from), v.slotIn(p.panel, p.to)))
}

// A wheel lies over a chart and takes nothing but the turns of the wheel.
type wheel struct {
	widget.BaseWidget
	turned func(*fyne.ScrollEvent)
}

var _ fyne.Scrollable = (*wheel)(nil)

// newWheel returns a wheel that reports its turns.
func newWheel(turned func(*fyne.ScrollEvent)) *wheel {
	w := &wheel{turned: turned}
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled reports a turn.
func (w *wheel) Scrolled(e *fyne.ScrollEvent) { w.turned(e) }

// CreateRenderer draws nothing.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{})
}
