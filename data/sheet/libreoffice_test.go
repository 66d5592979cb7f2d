package sheet_test

import (
	"bytes"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"yunxing/data"
	"yunxing/data/sheet"
)

const corpus = "../../../shared/sheets/files"

// TestAgainstLibreOffice states that every cell of every workbook of Excel 97 to
// 2003 in the corpus is the one that LibreOffice exports, all sheets, values and
// not what is shown. It takes a minute; YUNXING_LIBREOFFICE=1 asks for it.
func TestAgainstLibreOffice(t *testing.T) {
	if os.Getenv("YUNXING_LIBREOFFICE") == "" {
		t.Skip("set YUNXING_LIBREOFFICE=1 to compare with LibreOffice")
	}
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed")
	}
	files, _ := filepath.Glob(corpus + "/*.xls")
	if len(files) == 0 {
		t.Skip("the corpus is not here")
	}
	total, different := 0, 0
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil || !bytes.HasPrefix(b, []byte("\xd0\xcf\x11\xe0")) {
			continue
		}
		grids, err := sheet.Open(t.Context(), file)
		if err != nil {
			t.Errorf("%s: %v", filepath.Base(file), err)
			continue
		}
		dir := t.TempDir()
		const all = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
		cmd := exec.Command(office, "--headless", "-env:UserInstallation=file://"+dir+"/profile", "--convert-to", all, "--outdir", dir, file)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		n, bad := 0, 0
		for _, g := range grids {
			a, d := compareCSV(t, dir, g)
			n, bad = n+a, bad+d
		}
		t.Logf("%-48s %2d sheets %7d cells %4d different", filepath.Base(file), len(grids), n, bad)
		total, different = total+n, different+bad
	}
	t.Logf("%d cells, %d different", total, different)
}

// compareCSV compares g with the export of its sheet and returns how many cells
// that are not blank were compared, and how many differ.
func compareCSV(t *testing.T, dir string, g *data.Grid) (cells, different int) {
	t.Helper()
	stem := strings.TrimSuffix(g.File, filepath.Ext(g.File))
	b, err := os.ReadFile(filepath.Join(dir, stem+"-"+g.Sheet+".csv"))
	if err != nil {
		if b, err = os.ReadFile(filepath.Join(dir, stem+".csv")); err != nil {
			t.Errorf("%s has no export of sheet %s", g.File, g.Sheet)
			return 0, 0
		}
	}
	rows := physicalRows(t, b)
	for row := range max(g.Rows(), len(rows)) {
		width := g.Cols()
		if row < len(rows) {
			width = max(width, len(rows[row]))
		}
		for col := range width {
			want := ""
			if row < len(rows) && col < len(rows[row]) {
				want = rows[row][col]
			}
			c := g.At(row, col)
			if want == "" && c.Text == "" {
				continue
			}
			cells++
			if !sameValue(c, want) {
				if different++; different <= 5 {
					t.Errorf("%s %s %s is %v %q, LibreOffice has %q", g.File, g.Sheet, data.CellName(row, col), c.Kind, c.Text, want)
				}
			}
		}
	}
	return cells, different
}

// physicalRows divides an export into rows; encoding/csv would leave out blank
// ones.
func physicalRows(t *testing.T, b []byte) [][]string {
	t.Helper()
	grids, err := sheet.Read(t.Context(), "export.csv", append([]byte("\xef\xbb\xbfA,B,C,D,E\n"), b...))
	if err != nil {
		return nil
	}
	g := grids[0]
	rows := make([][]string, 0, g.Rows())
	for r := 1; r < g.Rows(); r++ {
		row := make([]string, g.Cols())
		for c := range row {
			row[c] = g.At(r, c).Text
		}
		rows = append(rows, row)
	}
	return rows
}

// sameValue reports whether c has the value that LibreOffice writes as want: dates
// in one of its forms, percentages with their sign, and fifteen digits of others.
func sameValue(c data.Cell, want string) bool {
	trim := func(s string) string { return strings.ReplaceAll(s, "\r\n", "\n") }
	switch c.Kind {
	case data.DateCell:
		if v, err := strconv.ParseFloat(want, 64); err == nil {
			return math.Abs(v-c.Value) < 1e-9*math.Abs(v)
		}
		for _, form := range []string{"1/2/2006", "01/02/2006", "2006-01-02", "01/02/06", "2006-1-2", "2006/1/2", "2006年1月", "2006年1月2日", "01/02/2006 15:04:05", "2006-01-02 15:04:05", "Jan-06", "Jan 2, 2006"} {
			if d, err := time.Parse(form, want); err == nil {
				return d.Format(time.DateOnly) == c.Time().Format(time.DateOnly)
			}
		}
		return false
	case data.BoolCell:
		return want == c.Text || strings.EqualFold(want, map[string]string{"1": "TRUE", "0": "FALSE"}[c.Text])
	case data.NumberCell:
		bare, percent := strings.CutSuffix(want, "%")
		v, err := strconv.ParseFloat(strings.ReplaceAll(bare, ",", ""), 64)
		if percent {
			v /= 100
		}
		return err == nil && math.Abs(v-c.Value) <= 2e-14*math.Abs(c.Value)+1e-300
	}
	// A blank text at the end of a line is gone from the export as it is read here.
	return trim(c.Text) == trim(want) || want == "" && strings.TrimSpace(c.Text) == ""
}
