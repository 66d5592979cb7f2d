package layout_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"yunxing/data"
	"yunxing/data/layout"
)

// large returns a sheet with months down and series across.
func large(rows, cols int, title string) *data.Grid {
	g := &data.Grid{File: "large"}
	g.Set(0, 0, data.Cell{Text: title, Kind: data.TextCell})
	g.Set(1, 0, data.Cell{Text: "地区", Kind: data.TextCell})
	for c := 1; c < cols; c++ {
		g.Set(1, c, data.Cell{Text: fmt.Sprintf("%d年%d月", 1990+c/12, 1+c%12), Kind: data.TextCell})
	}
	for r := range rows {
		g.Set(r+2, 0, data.Cell{Text: fmt.Sprintf("第%d号", r), Kind: data.TextCell})
		for c := 1; c < cols; c++ {
			g.Set(r+2, c, data.Cell{Text: "1", Value: 0.5, Kind: data.NumberCell, Digits: -1})
		}
	}
	return g
}

// TestScale states that the time grows with the size of a sheet and not with its
// square, whatever its labels fail to say.
func TestScale(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	cat := catalog(t)
	for _, title := range []string{"全国工业企业利润总额(亿元)", "全国工业增加值和利润总额同比增长", "没有说明"} {
		start := time.Now()
		_, problems, err := layout.Read(context.Background(), []*data.Grid{large(20000, 20, title)}, cat, layout.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if d := time.Since(start); d > 30*time.Second {
			t.Errorf("%s: 400 000 cells take %v", title, d)
		}
		t.Logf("%s: %v, %d problems", title, time.Since(start), len(problems))
	}
	g := &data.Grid{File: "far"}
	g.Set(1048575, 16383, data.Cell{Text: "1", Value: 1, Kind: data.NumberCell})
	if _, problems, err := layout.Read(context.Background(), []*data.Grid{g}, cat, layout.Options{}); err != nil || len(problems) != 1 {
		t.Errorf("a cell in the far corner gives %v, %v", problems, err)
	}
}
