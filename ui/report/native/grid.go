package native

import (
	"math"

	"yunxing/ui/chart"
)

// A grid is where the charts of a figure stand, in their rows and columns of panels.
type grid struct {
	col           int // the first column of the sheet
	cols          int
	across, down  int     // columns and rows of the sheet for each
	width, height float64 // of each, in millimetres
}

// grid returns where n charts stand that begin in a column.
func (b *book) grid(f *chart.Figure, col, n int) grid {
	g := grid{col: col, cols: max(1, min(f.Columns, n))}
	g.width, g.height = b.size()
	if rows := (n + g.cols - 1) / g.cols; rows > 1 || g.cols > 1 {
		g.width, g.height = max(g.width/float64(g.cols), leastPanel), max(g.height/float64(rows), leastPanel*0.7)
	}
	g.across = int(math.Ceil(g.width * pixelsPerMM / columnPixels))
	g.down = int(math.Ceil(g.height * pixelsPerMM / rowPixels))
	return g
}

// at returns the cell of the i-th chart.
func (g grid) at(i int) string { return cell(g.col+i%g.cols*g.across, firstTable+i/g.cols*g.down) }

// below returns how many rows of the sheet n charts take.
func (g grid) below(n int) int {
	return int(math.Ceil(float64((n+g.cols-1)/g.cols*g.down) * lyingStretch))
}

// end returns the column right of all charts.
func (g grid) end() int { return g.col + g.cols*g.across + 1 }

// place puts the charts of a figure to the right of its tables; a panel without a
// chart and without a table is a picture.
func (b *book) place(f *chart.Figure, sheet string, g grid, panels []drawn) error {
	pictured := false
	for i, d := range panels {
		switch {
		case d.plan != nil:
			h := g.height
			if d.plan.lying {
				h *= lyingStretch
			}
			if err := b.chart(f, d, sheet, g.at(i), g.width, h); err != nil {
				return err
			}
		case (d.picture || len(d.table.columns) == 0) && !pictured:
			pictured = true
			if err := b.picture(f, sheet, g.col); err != nil {
				return err
			}
		}
	}
	return nil
}

// lyingStretch is how much higher a native chart with rows is than its picture: its
// title and legend take more room, and names must not be left out.
const lyingStretch = 1.2

// leastPanel is the least width of one of several panels in millimetres.
const leastPanel = 75
