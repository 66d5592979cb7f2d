package widget

import (
	"fyne.io/fyne/v2"

	"yunxing/ui/chart"
)

// FocusGained shows that the keys go to the chart.
func (v *ChartView) FocusGained() {
	if v.OnFocus != nil {
		v.OnFocus(v.pressed)
	}
	v.ring.Show()
	v.Refresh()
}

// FocusLost shows that they go elsewhere.
func (v *ChartView) FocusLost() {
	v.ring.Hide()
	if v.cursor.keys {
		v.unread()
	}
	v.Refresh()
}

// Steps of the keys.
const (
	nearer  = 0.7 // of what was seen is seen after +
	further = 1 / nearer
)

// TypedRune shows less of the figure with +, more with −, all of it with 0; a digit
// switches the series on or off whose name stands at that place in the picture.
func (v *ChartView) TypedRune(r rune) {
	switch {
	case v.drawn == nil:
	case r == '+', r == '=':
		v.zoom(v.middle(), nearer)
	case r == '-', r == '−':
		v.zoom(v.middle(), further)
	case r == '0':
		v.see(chart.Seen{})
	case r >= '1' && r <= '9':
		if i := int(r - '1'); i < len(v.frame.Names) {
			v.toggle(v.frame.Names[i].Name)
		}
	}
}

// middle returns the slot that the keys are on, or else the middle one.
func (v *ChartView) middle() float64 {
	if v.cursor.on {
		return v.cursor.at
	}
	return v.seen.Middle(v.figure)
}

// TypedKey goes from value to value with the arrows, to the ends of a series with Home
// and End, and to another chart of the page with Page Up and Page Down. Enter reports the value; Escape ends reading, then shows the whole
// figure, then leaves.
func (v *ChartView) TypedKey(k *fyne.KeyEvent) {
	if v.drawn == nil {
		return
	}
	switch k.Name {
	case fyne.KeyLeft:
		v.step(chart.Left)
	case fyne.KeyRight:
		v.step(chart.Right)
	case fyne.KeyUp:
		v.step(chart.Up)
	case fyne.KeyDown:
		v.step(chart.Down)
	case fyne.KeyHome:
		v.readEnd(false)
	case fyne.KeyEnd:
		v.readEnd(true)
	case fyne.KeyPageUp:
		v.turnTo(-1)
	case fyne.KeyPageDown:
		v.turnTo(1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if v.cursor.on {
			v.report(v.cursor.hit)
		}
	case fyne.KeyEscape:
		v.leave()
	}
}

// turnTo shows another chart in the place of this one.
func (v *ChartView) turnTo(by int) {
	if v.o.Turn != nil {
		v.o.Turn(by)
	}
}

// TypedShortcut copies the chart.
func (v *ChartView) TypedShortcut(s fyne.Shortcut) {
	if _, ok := s.(*fyne.ShortcutCopy); ok && v.o.Copy != nil {
		v.o.Copy()
	}
}

// leave ends what was begun last.
func (v *ChartView) leave() {
	switch {
	case v.cursor.on:
		v.unread()
	case !v.seen.All():
		v.see(chart.Seen{})
	default:
		if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil {
			c.Unfocus()
		}
	}
}

// step reads the next value in a direction; beyond the edge of what is seen, the part
// moves along.
func (v *ChartView) step(d chart.Direction) {
	if !v.cursor.on {
		if hit, ok := v.frame.First(v.drawn); ok {
			v.read(hit, true)
		}
		return
	}
	if hit, ok := v.frame.Step(v.cursor.hit, d); ok {
		v.read(hit, true)
		return
	}
	by := 1.0
	if d == chart.Left || d == chart.Up {
		by = -1
	}
	if moved := v.seen.Pan(v.figure, by); moved.From != v.seen.From && v.frame.Along(v.cursor.hit, d) {
		v.cursor.at, v.cursor.keys = v.cursor.at+by, true
		v.see(moved)
	}
}

// readEnd reads the first or the last value of the series that is being read.
func (v *ChartView) readEnd(last bool) {
	if !v.cursor.on {
		v.step(chart.Right)
	}
	hit, ok := v.cursor.hit, v.cursor.on
	for _, h := range v.frame.Hits {
		if h.Panel == hit.Panel && h.Mark == hit.Mark && (h.Index > hit.Index) == last && h.Index != hit.Index {
			hit = h
		}
	}
	if ok {
		v.read(hit, true)
	}
}
