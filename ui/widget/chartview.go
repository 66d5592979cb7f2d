package widget

import (
	"context"
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"yunxing/data"
	"yunxing/ui/chart"
	"yunxing/ui/task"
)

// A ChartView shows a figure, drawn at the pixels of the screen by the code that
// also writes it to files, and reads the value under the pointer. It draws beside
// the window: while a new picture is made, the old one stays.
type ChartView struct {
	widget.BaseWidget
	runner *task.Runner
	style  chart.Style
	ratio  float32 // height to width; 0 where the page gives both
	words  func(chart.Reading) []string
	tapped func(chart.Reading)
	drawn  func()
	pixels func() float32

	figure *chart.Figure
	image  *canvas.Image
	tip    *tip
	frame  chart.Frame
	scale  float32
	busy   bool
	stale  bool
}

var (
	_ desktop.Hoverable = (*ChartView)(nil)
	_ fyne.Tappable     = (*ChartView)(nil)
	_ Flowing           = (*ChartView)(nil)
)

// ChartOptions say how a ChartView draws and whom it tells.
type ChartOptions struct {
	Runner *task.Runner
	Style  chart.Style
	Ratio  float32                      // height to width in a Sheet
	Words  func(chart.Reading) []string // the lines of the tooltip, the first the title
	Tapped func(chart.Reading)
	Drawn  func()         // called when a new picture is shown; may be nil
	Pixels func() float32 // pixels of the screen to a unit of the toolkit
}

// NewChartView returns an empty view.
func NewChartView(o ChartOptions) *ChartView {
	v := &ChartView{runner: o.Runner, style: o.Style, ratio: o.Ratio, words: o.Words, tapped: o.Tapped, drawn: o.Drawn, pixels: o.Pixels}
	v.image = &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScaleFastest}
	v.tip = newTip()
	v.ExtendBaseWidget(v)
	return v
}

// Figure returns what is shown, nil for nothing.
func (v *ChartView) Figure() *chart.Figure { return v.figure }

// SetFigure shows another figure.
func (v *ChartView) SetFigure(f *chart.Figure) {
	v.figure = f
	v.tip.Hide()
	v.draw()
}

// HeightFor returns the height at a width by the ratio of the view.
func (v *ChartView) HeightFor(width float32) float32 { return width * v.ratio }

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

// draw starts drawing; a view that is drawing already draws again afterwards.
func (v *ChartView) draw() {
	if v.busy {
		v.stale = true
		return
	}
	f, size := v.figure, v.Size()
	if f == nil || size.Width < leastChartWidth || size.Height < leastChartHeight {
		return
	}
	scale := v.screenScale()
	w, h := int(size.Width*scale), int(size.Height*scale)
	v.busy, v.stale = true, false
	task.Run(v.runner, quiet{}, func(context.Context, *data.Progress) (picture, error) {
		img, frame := chart.Image(f, v.style, w, h, float64(scale))
		return picture{img, frame}, nil
	}, func(p picture, _ error) { v.show(f, p, scale) })
}

// show shows a picture of a figure, or draws again if it is out of date.
func (v *ChartView) show(f *chart.Figure, p picture, scale float32) {
	v.busy = false
	if f == v.figure {
		v.image.Image, v.frame, v.scale = p.image, p.frame, scale
		v.image.Refresh()
		if v.drawn != nil {
			v.drawn()
		}
	}
	if v.stale || f != v.figure {
		v.draw()
	}
}

// screenScale returns the pixels of the screen to a unit of the toolkit.
func (v *ChartView) screenScale() float32 {
	if v.pixels != nil {
		if s := v.pixels(); s > 0 {
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

// read returns the value near a place.
func (v *ChartView) read(at fyne.Position) (chart.Reading, chart.Hit, bool) {
	const reach = 14
	if v.figure == nil || v.scale == 0 {
		return chart.Reading{}, chart.Hit{}, false
	}
	hit, ok := v.frame.At(float64(at.X*v.scale), float64(at.Y*v.scale), float64(reach*v.scale))
	if !ok {
		return chart.Reading{}, hit, false
	}
	r, ok := v.figure.Read(hit)
	return r, hit, ok
}

// Tapped reports the value that was tapped.
func (v *ChartView) Tapped(e *fyne.PointEvent) {
	if r, _, ok := v.read(e.Position); ok && v.tapped != nil {
		v.tapped(r)
	}
}

// MouseIn reads the value under the pointer.
func (v *ChartView) MouseIn(e *desktop.MouseEvent) { v.MouseMoved(e) }

// MouseMoved reads the value under the pointer.
func (v *ChartView) MouseMoved(e *desktop.MouseEvent) {
	r, hit, ok := v.read(e.Position)
	if !ok || v.words == nil {
		v.tip.Hide()
		return
	}
	at := fyne.NewPos(float32(hit.X)/v.scale, float32(hit.Y)/v.scale)
	plot := v.plot(hit.Panel)
	v.tip.show(v.words(r), at, plot[0], plot[1], v.Size())
	canvas.Refresh(v) // the tip has no canvas before it was painted once
}

// plot returns the top and the bottom of the plot of a panel.
func (v *ChartView) plot(panel int) [2]float32 {
	if panel < 0 || panel >= len(v.frame.Panels) {
		return [2]float32{0, v.Size().Height}
	}
	b := v.frame.Panels[panel].Plot
	return [2]float32{float32(b.Y0) / v.scale, float32(b.Y1) / v.scale}
}

// MouseOut hides the reading.
func (v *ChartView) MouseOut() { v.tip.Hide() }

// CreateRenderer makes the renderer of the view.
func (v *ChartView) CreateRenderer() fyne.WidgetRenderer { return &chartRenderer{v} }

// chartRenderer draws a ChartView.
type chartRenderer struct{ v *ChartView }

func (r *chartRenderer) Layout(size fyne.Size) {
	r.v.image.Resize(size)
	r.v.tip.Resize(size)
}

func (r *chartRenderer) MinSize() fyne.Size { return r.v.MinSize() }
func (r *chartRenderer) Destroy()           {}

func (r *chartRenderer) Refresh() {
	r.v.image.Refresh()
	r.v.tip.Refresh()
}

func (r *chartRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.v.image, r.v.tip}
}

// quiet shows no progress.
type quiet struct{}

// Show does nothing.
func (quiet) Show(int64, int64) {}

// Close does nothing.
func (quiet) Close() {}
