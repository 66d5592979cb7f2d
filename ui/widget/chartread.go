package widget

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"yunxing/ui/chart"
)

// A cursor is the value that is being read: by the keys, which stay on it when the
// figure is drawn anew, or under the pointer.
type cursor struct {
	hit  chart.Hit
	at   float64 // its slot in the whole figure
	on   bool    // something is being read
	keys bool    // by the keys
}

// reachOf is how far from a value the pointer still reads it.
const reachOf = 14

// spot returns a position of the view in pixels of the picture.
func (v *ChartView) spot(at fyne.Position) (x, y float64) {
	return float64(at.X * v.scale), float64((at.Y - v.top()) * v.scale)
}

// under returns the value near a position.
func (v *ChartView) under(at fyne.Position) (chart.Hit, bool) {
	if v.drawn == nil || v.scale == 0 {
		return chart.Hit{}, false
	}
	x, y := v.spot(at)
	return v.frame.At(x, y, float64(reachOf*v.scale))
}

// nameUnder returns the name of the series that stands at a position.
func (v *ChartView) nameUnder(at fyne.Position) (string, bool) {
	if v.drawn == nil {
		return "", false
	}
	x, y := v.spot(at)
	return v.frame.NameAt(x, y)
}

// MouseIn reads the value under the pointer.
func (v *ChartView) MouseIn(e *desktop.MouseEvent) { v.MouseMoved(e) }

// MouseMoved reads the value under the pointer.
func (v *ChartView) MouseMoved(e *desktop.MouseEvent) {
	v.cursor = cursor{}
	if hit, ok := v.under(e.Position); ok {
		v.read(hit, false)
		return
	}
	v.tip.Hide()
}

// MouseOut hides what the pointer has read.
func (v *ChartView) MouseOut() {
	if !v.cursor.keys {
		v.unread()
	}
}

// unread hides the reading.
func (v *ChartView) unread() {
	v.cursor = cursor{}
	v.tip.Hide()
}

// read shows the reading of a value.
func (v *ChartView) read(hit chart.Hit, keys bool) {
	r, ok := v.drawn.Read(hit)
	if !ok || v.o.Words == nil || v.figure == nil {
		v.unread()
		return
	}
	v.cursor = cursor{hit: hit, at: v.seen.Place(v.figure, hit.At), on: true, keys: keys}
	at := fyne.NewPos(float32(hit.X)/v.scale, float32(hit.Y)/v.scale)
	v.tip.show(v.o.Words(r), at, v.plot(hit.Panel), v.tip.Size())
	canvas.Refresh(v) // the tip has no canvas before it was painted once
}

// Reread shows the reading again, since more is known of the value.
func (v *ChartView) Reread() {
	if v.cursor.on && v.tip.Visible() {
		v.read(v.cursor.hit, v.cursor.keys)
	}
}

// follow reads the value that the keys are on in a new picture.
func (v *ChartView) follow() {
	if !v.cursor.on || !v.cursor.keys {
		v.unread()
		return
	}
	best, least := chart.Hit{}, math.Inf(1)
	for _, h := range v.frame.Hits {
		away := math.Abs(v.seen.Place(v.figure, h.At) - v.cursor.at)
		if h.Panel == v.cursor.hit.Panel && h.Mark == v.cursor.hit.Mark && away < least {
			best, least = h, away
		}
	}
	if math.IsInf(least, 1) {
		v.unread()
		return
	}
	v.read(best, true)
}

// box is a rectangle of the picture in units of the toolkit.
type box struct{ left, top, right, bottom float32 }

// plot returns where the plot of a panel lies.
func (v *ChartView) plot(panel int) box {
	if panel < 0 || panel >= len(v.frame.Panels) {
		return box{right: v.Size().Width, bottom: v.Size().Height}
	}
	b := v.frame.Panels[panel].Plot
	return box{float32(b.X0) / v.scale, float32(b.Y0) / v.scale, float32(b.X1) / v.scale, float32(b.Y1) / v.scale}
}

// taps are the last taps, to know a second from a first.
type taps struct {
	at   fyne.Position
	when time.Time
}

// again notes a tap and reports whether it follows another at its place.
func (t *taps) again(at fyne.Position, now time.Time) bool {
	const near = 6
	away := at.Subtract(t.at)
	second := now.Sub(t.when) <= fyne.CurrentApp().Driver().DoubleTapDelay() && max(away.X, -away.X) < near && max(away.Y, -away.Y) < near
	*t = taps{at, now}
	if second {
		t.when = time.Time{}
	}
	return second
}

// Tapped reports the value that was tapped, or switches the series on or off whose
// name was. A second tap at once shows the whole figure.
func (v *ChartView) Tapped(e *fyne.PointEvent) {
	again := v.taps.again(e.Position, time.Now())
	if name, ok := v.nameUnder(e.Position); ok {
		v.toggle(name)
		return
	}
	if again && !v.seen.All() {
		v.see(chart.Seen{})
		return
	}
	if hit, ok := v.under(e.Position); ok {
		v.report(hit)
	}
}

// report tells of the value that was chosen.
func (v *ChartView) report(hit chart.Hit) {
	if r, ok := v.drawn.Read(hit); ok && v.o.Tapped != nil {
		v.o.Tapped(r)
	}
}

// toggle switches a series on or off. The last one that is seen stays.
func (v *ChartView) toggle(name string) {
	s := v.seen.Toggle(name)
	if v.figure.See(s).Empty() {
		return
	}
	v.see(s)
}

// MouseDown takes the keys.
func (v *ChartView) MouseDown(*desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil {
		v.pressed = true
		c.Focus(v)
		v.pressed = false
	}
}

// MouseUp does nothing.
func (v *ChartView) MouseUp(*desktop.MouseEvent) {}

// Cursor is a hand.
func (v *ChartView) Cursor() desktop.Cursor { return desktop.CrosshairCursor }
