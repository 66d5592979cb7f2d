package sheet_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/xuri/excelize/v2"

	"yunxing/data/sheet"
)

// large writes an .xlsx of rows × 20 numbers with a heading.
func large(b testing.TB, path string, rows int) {
	b.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetDimension("Sheet1", fmt.Sprintf("A1:T%d", rows+1)); err != nil {
		b.Fatal(err)
	}
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	for r := range rows + 1 {
		row := make([]any, 20)
		for c := range row {
			row[c] = float64((r*7919+c*104729)%1000003) / 100
			if r == 0 {
				row[c] = fmt.Sprintf("指标%d", c)
			}
		}
		if err := w.SetRow(fmt.Sprintf("A%d", r+1), row); err != nil {
			b.Fatal(err)
		}
	}
	if err := errors.Join(w.Flush(), f.SaveAs(path)); err != nil {
		b.Fatal(err)
	}
}

// TestMemory holds what reading a large sheet takes: all that is allocated on the
// way, released or not, so that 2 000 000 cells stay under 100 MB whenever the
// collector of garbage runs.
func TestMemory(t *testing.T) {
	const rows, cells, limit = 20_000, 20_000 * 20, 44
	path := filepath.Join(t.TempDir(), "large.xlsx")
	large(t, path, rows)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	grids, err := sheet.Open(t.Context(), path)
	runtime.ReadMemStats(&after)
	if err != nil || grids[0].Rows() != rows+1 {
		t.Fatal(err)
	}
	if n := float64(after.TotalAlloc-before.TotalAlloc) / cells; n > limit {
		t.Errorf("reading allocates %.1f bytes to a cell, more than %d", n, limit)
	} else {
		t.Logf("%.1f bytes to a cell", n)
	}
}

// BenchmarkLarge reads 100 000 × 20 numbers into a grid, from the file that
// YUNXING_LARGE names, which is made if it is not there, so that another program can
// read the same.
func BenchmarkLarge(b *testing.B) {
	path := filepath.Join(b.TempDir(), "large.xlsx")
	if named := os.Getenv("YUNXING_LARGE"); named != "" {
		path = named
	}
	if _, err := os.Stat(path); err != nil {
		large(b, path, 100_000)
	}
	b.ReportAllocs()
	for b.Loop() {
		grids, err := sheet.Open(b.Context(), path)
		if err != nil || grids[0].Rows() != 100_001 {
			b.Fatal(err)
		}
	}
}
