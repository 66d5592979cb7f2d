package widget

import (
	"context"
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"yunxing/data"
	"yunxing/ui/chart"
	"yunxing/ui/task"
)

// A ChartView shows a figure, drawn at the pixels of the screen by the code that
// also writes it to files, and reads its values to the pointer and to the keys. Parts
// of the figure can be seen alone and series switched off. It draws beside the
// window: while a new picture is made, the old one stays.
type ChartView struct {
	widget.BaseWidget
	OnFocus func(clicked bool) // called when the keys go to the chart; may be nil
	OnSeen  func()             // called when a reader has chosen what to see; may be nil
	o       ChartOptions

	figure *chart.Figure
	seen   chart.Seen
	part   *chart.Figure // what is seen of the figure

	image *canvas.Image
	tip   *tip
	bar   *seenBar
	reach *canvas.Rectangle // that is being drawn over
	ring  *canvas.Rectangle // shows that the keys go here
	wheel *wheel

	drawn   *chart.Figure // that the picture shows
	frame   chart.Frame
	scale   float32
	busy    bool
	stale   bool
	cursor  cursor
	pulling pull
	taps    taps
	pressed bool // the keys come by a click
}

var (
	_ desktop.Hoverable  = (*ChartView)(nil)
	_ desktop.Cursorable = (*ChartView)(nil)
	_ desktop.Mouseable  = (*ChartView)(nil)
	_ fyne.Tappable      = (*ChartView)(nil)
	_ fyne.Draggable     = (*ChartView)(nil)
	_ fyne.Focusable     = (*ChartView)(nil)
	_ fyne.Shortcutable  = (*ChartView)(nil)
	_ Flowing            = (*ChartView)(nil)
)

// ChartOptions say how a ChartView draws and whom it tells.
type ChartOptions struct {
	Runner *task.Runner
	Style  chart.Style
	Ratio  float32                      // height to width in a Sheet; 0 where the page gives both
	Words  func(chart.Reading) []string // the lines of a reading, the first the title
	Tapped func(chart.Reading)
	Drawn  func()         // called when a new picture is shown; may be nil
	Pixels func() float32 // pixels of the screen to a unit of the toolkit
	Copy   func()         // copies the chart; may be nil
	Turn   func(by int)   // shows the chart so many places further; may be nil
	Wheel  bool           // turning the wheel shows more or less, and scrolls nothing
	// Part says what is not seen of a figure; All is what shows all of it again.
	Part func(*chart.Figure, chart.Seen) string
	// Noted returns the note of a figure with what Part says, for a picture that is taken
	// along.
	Noted func(note, part string) string
	All   string
}

// NewChartView returns an empty view.
func NewChartView(o ChartOptions) *ChartView {
	v := &ChartView{o: o}
	v.image = &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScaleFastest}
	v.tip = newTip()
	v.bar = newSeenBar(o.All, func() { v.see(chart.Seen{}) })
	v.reach = &canvas.Rectangle{StrokeWidth: 1}
	v.reach.Hide()
	v.ring = &canvas.Rectangle{StrokeWidth: 2}
	v.ring.Hide()
	v.wheel = newWheel(v.turn)
	v.wheel.Hidden = !o.Wheel
	v.ExtendBaseWidget(v)
	return v
}

// Figure returns what is seen, nil for nothing. What is not seen is told in its note:
// the headline speaks of all.
func (v *ChartView) Figure() *chart.Figure {
	if v.figure == nil || v.seen.All() {
		return v.figure
	}
	out := v.figure.Only(v.seen)
	if v.o.Part != nil && v.o.Noted != nil {
		out.Note = v.o.Noted(out.Note, v.o.Part(v.figure, v.seen))
	}
	return out
}

// SetFigure shows another figure, the whole of it.
func (v *ChartView) SetFigure(f *chart.Figure) { v.SetSight(f, chart.Sight{}) }

// SetSight shows another figure as it was seen before.
func (v *ChartView) SetSight(f *chart.Figure, s chart.Sight) {
	v.figure, v.cursor = f, cursor{}
	seen := chart.Seen{}
	if f != nil {
		seen = s.Of(f)
	}
	v.look(seen)
}

// Sight returns what is seen of the figure.
func (v *ChartView) Sight() chart.Sight {
	if v.figure == nil {
		return chart.Sight{}
	}
	return v.seen.Sight(v.figure)
}

// see shows the part of the figure that a reader has chosen.
func (v *ChartView) see(s chart.Seen) {
	v.look(s)
	if v.OnSeen != nil {
		v.OnSeen()
	}
}

// look shows a part of the figure.
func (v *ChartView) look(s chart.Seen) {
	v.seen, v.part = s, v.figure
	if v.figure != nil {
		v.part = v.figure.See(s)
	}
	v.tip.Hide()
	v.tellPart()
	v.draw()
}

// tellPart says what is not seen.
func (v *ChartView) tellPart() {
	if v.figure == nil || v.seen.All() || v.o.Part == nil {
		v.bar.Hide()
	} else {
		v.bar.setText(v.o.Part(v.figure, v.seen))
		v.bar.Show()
	}
	v.layout(v.Size())
}

// HeightFor returns the height at a width by the ratio of the view.
func (v *ChartView) HeightFor(width float32) float32 { return width * v.o.Ratio }

// Resize draws anew where the size has changed.
func (v *ChartView) Resize(size fyne.Size) {
	if size == v.Size() {
		return
	}
	v.BaseWidget.Resize(size)
	v.tip.Hide()
	v.draw()
}

// picture is what drawing returns.
type picture struct {
	image image.Image
	frame chart.Frame
}

// top returns where the picture begins.
func (v *ChartView) top() float32 {
	if v.bar.Visible() {
		return seenBarHeight
	}
	return 0
}

// draw starts drawing; a view that is drawing already draws again afterwards.
func (v *ChartView) draw() {
	if v.busy {
		v.stale = true
		return
	}
	f, size := v.part, v.Size().SubtractWidthHeight(0, v.top())
	if f == nil || size.Width < leastChartWidth || size.Height < leastChartHeight {
		return
	}
	scale := v.screenScale()
	w, h := int(size.Width*scale), int(size.Height*scale)
	v.busy, v.stale = true, false
	task.Run(v.o.Runner, quiet{}, func(context.Context, *data.Progress) (picture, error) {
		img, frame := chart.Image(f, v.o.Style, w, h, float64(scale))
		return picture{img, frame}, nil
	}, func(p picture, _ error) { v.show(f, p, scale) })
}

// show shows a picture of a figure, or draws again if it is out of date.
func (v *ChartView) show(f *chart.Figure, p picture, scale float32) {
	v.busy = false
	if f == v.part {
		v.image.Image, v.drawn, v.frame, v.scale = p.image, f, p.frame, scale
		v.image.Refresh()
		v.follow()
		if v.o.Drawn != nil {
			v.o.Drawn()
		}
	}
	if v.stale || f != v.part {
		v.draw()
	}
}

// screenScale returns the pixels of the screen to a unit of the toolkit.
func (v *ChartView) screenScale() float32 {
	if v.o.Pixels != nil {
		if s := v.o.Pixels(); s > 0 {
			return s
		}
	}
	return 1
}

// Sizes below which a chart is not drawn: nothing could be read, and a page that is
// being laid out may begin with them.
const leastChartWidth, leastChartHeight = 200, 80

// MinSize is small.
func (v *ChartView) MinSize() fyne.Size {
	v.ExtendBaseWidget(v)
	return fyne.NewSize(160, 90)
}

// layout puts the parts of the view in their places.
func (v *ChartView) layout(size fyne.Size) {
	top := v.top()
	put(v.bar, 0, 0, size.Width, seenBarHeight)
	for _, o := range []fyne.CanvasObject{v.tip, v.wheel} {
		put(o, 0, top, size.Width, max(0, size.Height-top))
	}
	scale := v.screenScale() // the picture has whole pixels, and is not stretched
	put(v.image, 0, top, floor(size.Width*scale)/scale, floor(max(0, size.Height-top)*scale)/scale)
	put(v.ring, 0, 0, size.Width, size.Height)
}

// floor returns the whole part of x.
func floor(x float32) float32 { return float32(int(x)) }

// CreateRenderer makes the renderer of the view.
func (v *ChartView) CreateRenderer() fyne.WidgetRenderer { return &chartRenderer{v} }

// chartRenderer draws a ChartView.
type chartRenderer struct{ v *ChartView }

func (r *chartRenderer) Layout(size fyne.Size) { r.v.layout(size) }
func (r *chartRenderer) MinSize() fyne.Size    { return r.v.MinSize() }
func (r *chartRenderer) Destroy()              {}

func (r *chartRenderer) Refresh() {
	r.v.ring.StrokeColor = ink(theme.ColorNamePrimary)
	r.v.reach.StrokeColor, r.v.reach.FillColor = ink(theme.ColorNamePrimary), ink(theme.ColorNameSelection)
	r.v.layout(r.v.Size())
	r.v.image.Refresh()
	r.v.tip.Refresh()
	r.v.bar.Refresh()
	canvas.Refresh(r.v)
}

func (r *chartRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.v.image, r.v.reach, r.v.tip, r.v.wheel, r.v.bar, r.v.ring}
}

// quiet shows no progress.
type quiet struct{}

// Show does nothing.
func (quiet) Show(int64, int64) {}

// Close does nothing.
func (quiet) Close() {}
