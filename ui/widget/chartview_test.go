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

// TestChartView fails where a chart is not drawn at its size, or the pointer does not
// read the value that it is on.
func TestChartView(t *testing.T) {
	begin(t)
	fonts, err := chart.LoadFonts(assets.Regular, assets.Bold)
	if err != nil {
		t.Fatal(err)
	}
	style, err := chart.Theme(fonts, "")
	if err != nil {
		t.Fatal(err)
	}
	queue := make(chan func(), 100)
	runner := task.NewRunner(context.Background(), func(f func()) { queue <- f }, time.Hour)
	drawn := 0
	var tapped chart.Reading
	v := NewChartView(ChartOptions{
		Runner: runner, Style: style, Drawn: func() { drawn++ }, Pixels: func() float32 { return 2 },
		Words:  func(r chart.Reading) []string { return []string{r.Series, r.Place} },
		Tapped: func(r chart.Reading) { tapped = r },
	})
	v.SetFigure(figure())
	w := test.NewTempWindow(t, v)
	w.Resize(fyne.NewSize(400, 240))
	for deadline := time.After(10 * time.Second); drawn == 0 || v.busy; {
		select {
		case f := <-queue:
			f()
		case <-deadline:
			t.Fatal("it is not drawn")
		}
	}
	if got := v.image.Image.Bounds().Dx(); got != int(v.Size().Width*2) {
		t.Errorf("drawn %d pixels wide, want %v", got, v.Size().Width*2)
	}
	hit := v.frame.Hits[0]
	at := fyne.NewPos(float32(hit.X)/2, float32(hit.Y)/2)
	v.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	if !v.tip.Visible() || len(v.tip.texts) != 2 {
		t.Errorf("the pointer reads %v", v.tip.texts)
	}
	v.Tapped(&fyne.PointEvent{Position: at})
	if tapped.Place != "一季度" || tapped.Datum.V != 9.5 {
		t.Errorf("tapped %+v", tapped)
	}
	v.MouseOut()
	if v.tip.Visible() {
		t.Error("the reading stays when the pointer has left")
	}
}
