package widget

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"yunxing/assets"
	"yunxing/ui/chart"
	"yunxing/ui/task"
)

// idOf returns the name of a cell.
func idOf(row, col int) widget.TableCellID { return widget.TableCellID{Row: row, Col: col} }

// figure returns a line of two values.
func figure() *chart.Figure {
	return &chart.Figure{ID: "line", Panels: []chart.Panel{{
		X:     chart.Axis{Kind: chart.CategoryAxis, Slots: []chart.Slot{{Label: "一季度"}, {Label: "上半年"}}},
		Y:     chart.Axis{Min: 0, Max: 10, Ticks: []chart.Tick{{Value: 0, Label: "0"}, {Value: 10, Label: "10"}}},
		Marks: []chart.Mark{chart.Line{Name: "2013年", Data: []chart.Datum{{At: 0, Value: chart.NewValue(9.5, 1, chart.Published, 4)}, {At: 1, Value: chart.NewValue(9.3, 1, chart.Published, 5)}}}},
	}}}
}

// stage is a chart in a window without a screen.
type stage struct {
	*ChartView
	t      *testing.T
	queue  chan func()
	drawn  int
	tapped chart.Reading
}

// newStage shows a figure at two pixels to a unit.
func newStage(t *testing.T, f *chart.Figure) *stage {
	t.Helper()
	begin(t)
	fonts, err := chart.LoadFonts(assets.Regular, assets.Bold)
	if err != nil {
		t.Fatal(err)
	}
	style, err := chart.Theme(fonts, "")
	if err != nil {
		t.Fatal(err)
	}
	s := &stage{t: t, queue: make(chan func(), 100)}
	s.ChartView = NewChartView(ChartOptions{
		Runner: task.NewRunner(context.Background(), func(f func()) { s.queue <- f }, time.Hour), Style: style,
		Drawn: func() { s.drawn++ }, Pixels: func() float32 { return 2 }, Wheel: true,
		Words:  func(r chart.Reading) []string { return []string{r.Series, r.Place} },
		Tapped: func(r chart.Reading) { s.tapped = r },
		Part:   func(*chart.Figure, chart.Seen) string { return "a part" }, All: "all",
		Noted: func(note, part string) string { return note + "/" + part },
	})
	s.SetFigure(f)
	w := test.NewTempWindow(t, s.ChartView)
	w.Resize(fyne.NewSize(500, 300))
	s.settle()
	return s
}

// settle waits until the chart is drawn as it was last asked for.
func (s *stage) settle() {
	s.t.Helper()
	for deadline := time.After(10 * time.Second); s.drawn == 0 || s.busy || s.ChartView.drawn != s.part; {
		select {
		case f := <-s.queue:
			f()
		case <-deadline:
			s.t.Fatal("it is not drawn")
		}
	}
}

// place returns the position of a value.
func (s *stage) place(h chart.Hit) fyne.Position {
	return fyne.NewPos(float32(h.X)/s.scale, float32(h.Y)/s.scale+s.top())
}

// reads reports what is being read.
func (s *stage) reads() (series, slot string) {
	if !s.tip.Visible() || len(s.tip.texts) < 2 {
		return "", ""
	}
	return s.tip.texts[0].Text, s.tip.texts[1].Text
}

// two returns two curves over four slots.
func two(t *testing.T) *chart.Figure {
	t.Helper()
	v := func(x ...float64) (out []chart.Value) {
		for _, y := range x {
			out = append(out, chart.NewValue(y, 1, chart.Published))
		}
		return out
	}
	f, err := chart.Overlay{Unit: "%", Slots: []string{"一", "二", "三", "四"}, Years: []chart.Series{
		{Name: "2012年", Values: v(10, 11, 12, 13)}, {Name: "2013年", Values: v(1, 2, 3, 4)},
	}}.Figure()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestChartView fails where a chart is not drawn at its size, or the pointer does not
// read the value that it is on.
func TestChartView(t *testing.T) {
	s := newStage(t, figure())
	if got := s.image.Image.Bounds().Dx(); got != int(s.Size().Width*2) {
		t.Errorf("drawn %d pixels wide, want %v", got, s.Size().Width*2)
	}
	at := s.place(s.frame.Hits[0])
	s.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	if _, slot := s.reads(); slot != "一季度" {
		t.Errorf("the pointer reads %q", slot)
	}
	s.Tapped(&fyne.PointEvent{Position: at})
	if s.tapped.Place != "一季度" || s.tapped.Datum.V != 9.5 {
		t.Errorf("tapped %+v", s.tapped)
	}
	s.MouseOut()
	if s.tip.Visible() {
		t.Error("the reading stays when the pointer has left")
	}
}

// TestChartKeys fails where the keys do not read the values of a chart, report one,
// show a part and end each of these.
func TestChartKeys(t *testing.T) {
	s := newStage(t, two(t))
	press := func(keys ...fyne.KeyName) {
		for _, k := range keys {
			s.TypedKey(&fyne.KeyEvent{Name: k})
			s.settle()
		}
	}
	for _, c := range []struct {
		key          fyne.KeyName
		series, slot string
	}{
		{fyne.KeyRight, "2013年", "四"}, // reading begins with the latest
		{fyne.KeyLeft, "2013年", "三"},
		{fyne.KeyUp, "2012年", "三"},
		{fyne.KeyUp, "2012年", "三"}, // there is nothing above
		{fyne.KeyHome, "2012年", "一"},
		{fyne.KeyEnd, "2012年", "四"},
		{fyne.KeyDown, "2013年", "四"},
	} {
		press(c.key)
		if series, slot := s.reads(); series != c.series || slot != c.slot {
			t.Fatalf("%s reads %q in %q, want %q in %q", c.key, series, slot, c.series, c.slot)
		}
	}
	press(fyne.KeyReturn)
	if s.tapped.Series != "2013年" || s.tapped.Datum.V != 4 {
		t.Errorf("reported %+v", s.tapped)
	}
	for range 6 {
		s.TypedRune('+')
		s.settle()
	}
	if n := len(s.part.Panels[0].X.Slots); n != 2 || !s.bar.Visible() {
		t.Errorf("%d slots are seen, bar %v", n, s.bar.Visible())
	}
	press(fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft)
	if series, slot := s.reads(); series != "2013年" || slot != "一" {
		t.Errorf("beyond the edge it reads %q in %q", series, slot)
	}
	press(fyne.KeyEscape)
	if series, _ := s.reads(); series != "" || s.seen.All() {
		t.Errorf("the first Escape leaves %q, all %v", series, s.seen.All())
	}
	if press(fyne.KeyEscape); !s.seen.All() || s.bar.Visible() {
		t.Error("the second Escape does not show all")
	}
}

// TestChartSeries fails where a series cannot be switched off by its name and on
// again, the last one can, or what is off is written into files.
func TestChartSeries(t *testing.T) {
	s := newStage(t, two(t))
	n := s.frame.Names[0]
	s.Tapped(&fyne.PointEvent{Position: fyne.NewPos(float32(n.Box.X0+n.Box.X1)/2/s.scale, float32(n.Box.Y0+n.Box.Y1)/2/s.scale)})
	s.settle()
	if len(s.seen.Off) != 1 || s.seen.Off[0] != n.Name || !s.bar.Visible() {
		t.Fatalf("off: %v", s.seen.Off)
	}
	if got := len(s.Figure().Panels[0].Marks); got != 1 {
		t.Errorf("%d marks are written", got)
	}
	if note := s.Figure().Note; note != "/a part" {
		t.Errorf("the note is %q, want what is not seen", note)
	}
	s.TypedRune('2')
	s.settle()
	if len(s.seen.Off) != 1 {
		t.Error("the last series could be switched off")
	}
	s.TypedRune('1')
	s.settle()
	if !s.seen.All() || len(s.Figure().Panels[0].Marks) != 2 || s.Figure().Note != "" {
		t.Errorf("off: %v", s.seen.Off)
	}
}

// TestChartZoom fails where the wheel, or a range drawn with the pointer, does not
// show the slots that it is over, or a second tap does not show all.
func TestChartZoom(t *testing.T) {
	s := newStage(t, two(t))
	at := func(i int) fyne.Position { return s.place(s.frame.Hits[i]) }
	from, to := at(1).AddXY(-4, 0), at(2).AddXY(4, 0)
	s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: from.AddXY(3, 0)}, Dragged: fyne.NewDelta(3, 0)})
	s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}, Dragged: fyne.NewDelta(1, 0)})
	if !s.reach.Visible() {
		t.Error("the range is not shown")
	}
	s.DragEnd()
	s.settle()
	if x := s.part.Panels[0].X.Slots; len(x) != 2 || x[0].Label != "二" {
		t.Errorf("slots %v are seen", x)
	}
	empty := fyne.NewPos(s.Size().Width/2, s.Size().Height/2)
	s.Tapped(&fyne.PointEvent{Position: empty})
	s.Tapped(&fyne.PointEvent{Position: empty})
	s.settle()
	if !s.seen.All() {
		t.Error("a second tap does not show all")
	}
	s.turn(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at(3)}, Scrolled: fyne.NewDelta(0, 10)})
	s.turn(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at(3)}, Scrolled: fyne.NewDelta(0, 10)})
	s.settle()
	if x := s.part.Panels[0].X.Slots; len(x) == 4 || x[len(x)-1].Label != "四" {
		t.Errorf("slots %v are seen after the wheel", x)
	}
}
