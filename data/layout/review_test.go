package layout_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"yunxing/data"
	"yunxing/data/layout"
	"yunxing/data/sheet"
)

// bureauBook writes a workbook of about 50 KB as a bureau sends it each month: for
// three indicators 41 branches down and the months of five years across.
func bureauBook(t testing.TB, path string) {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	branches := catalog(t).Branches(2017)
	for s, title := range []string{"全国规模以上工业增加值累计同比增长(%)", "全国规模以上工业企业利润总额累计值(亿元)", "全国规模以上工业企业营业收入累计值(亿元)"} {
		name := fmt.Sprintf("表%d", s+1)
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		rows := [][]any{{title}, {"行业"}}
		for m := range 60 {
			rows[1] = append(rows[1], fmt.Sprintf("%d年1-%d月", 2012+m/12, 1+m%12))
		}
		for r, branch := range branches {
			row := []any{branch.Zh}
			for m := range 60 {
				row = append(row, float64((s*31+r*7919+m*104729)%100003)/10)
			}
			rows = append(rows, row)
		}
		for r, row := range rows {
			if err := f.SetSheetRow(name, data.CellName(r, 0), &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := errors.Join(f.DeleteSheet("Sheet1"), f.SaveAs(path)); err != nil {
		t.Fatal(err)
	}
}

// review reads a file and analyses it, as the review of an import does, and returns
// how many figures it has.
func review(t testing.TB, cat *data.Catalog, path string) int {
	t.Helper()
	grids, err := sheet.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	r, err := layout.Analyse(t.Context(), grids, cat, layout.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return len(r.Observations)
}

// reviewed returns the workbooks whose review is timed: two of the sample and the
// one of 50 KB.
func reviewed(t testing.TB) []string {
	t.Helper()
	made := filepath.Join(t.TempDir(), "月报.xlsx")
	bureauBook(t, made)
	return []string{"../../assets/sample/西部与各省.xlsx", "../../assets/sample/内蒙古.xlsx", made}
}

// TestReviewTime holds the time from a workbook of 50 KB to its review: the best of
// five, for the machine may be busy.
func TestReviewTime(t *testing.T) {
	cat := catalog(t)
	path := reviewed(t)[2]
	best, figures := time.Hour, 0
	for range 5 {
		start := time.Now()
		figures = review(t, cat, path)
		best = min(best, time.Since(start))
	}
	if best > 200*time.Millisecond {
		t.Errorf("the review of 50 KB takes %v, more than 200 ms", best)
	}
	t.Logf("%d figures in %v", figures, best)
}

// BenchmarkReview reads and analyses workbooks of 16, 30 and 50 KB.
func BenchmarkReview(b *testing.B) {
	cat := catalog(b)
	for _, path := range reviewed(b) {
		info, err := os.Stat(path)
		if err != nil {
			b.Skip("the sample workbooks are not there")
		}
		b.Run(fmt.Sprintf("%s-%d-KB", filepath.Base(path), info.Size()/1000), func(b *testing.B) {
			figures := 0
			for b.Loop() {
				figures = review(b, cat, path)
			}
			b.ReportMetric(float64(figures), "figures")
		})
	}
}
