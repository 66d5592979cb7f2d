package sheet_test

import (
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"

	"yunxing/data"
	"yunxing/data/sheet"
)

// TestAgainstExcelize states that every stored value of every .xlsx of the corpus
// is the one that another reader finds in the same place.
func TestAgainstExcelize(t *testing.T) {
	files, _ := filepath.Glob(corpus + "/*.xlsx")
	if len(files) == 0 {
		t.Skip("the corpus is not here")
	}
	for _, file := range files {
		grids, err := sheet.Open(t.Context(), file)
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		f, err := excelize.OpenFile(file, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		cells := 0
		for _, g := range grids {
			cells += compareExcelize(t, f, g)
		}
		t.Logf("%s: %d cells", filepath.Base(file), cells)
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	}
}

// compareExcelize compares one sheet and returns how many cells it has.
func compareExcelize(t *testing.T, f *excelize.File, g *data.Grid) (cells int) {
	t.Helper()
	rows, err := f.GetRows(g.Sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	merged, err := f.GetMergeCells(g.Sheet, true)
	if err != nil || len(merged) != len(g.Merged) {
		t.Errorf("%s %s has %d merged ranges, want %d", g.File, g.Sheet, len(g.Merged), len(merged))
	}
	for r := range max(len(rows), g.Rows()) {
		for c := range g.Cols() {
			want := ""
			if r < len(rows) && c < len(rows[r]) {
				want = rows[r][c]
			}
			if want != "" {
				cells++
			}
			if got := g.At(r, c).Text; got != want {
				t.Errorf("%s %s %s is %q, want %q", g.File, g.Sheet, data.CellName(r, c), got, want)
			}
		}
	}
	return cells
}
