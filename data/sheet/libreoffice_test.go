package sheet_test

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"yunxing/data"
	"yunxing/data/sheet"
)

const corpus = "../../../shared/sheets/files"

// TestAgainstLibreOffice states that every cell of every sheet of every workbook of
// Excel 97 to 2003 in the corpus, encrypted ones included, is the one that
// LibreOffice exports: its value and not what is shown, text as text and numbers as
// numbers. What only one of the two finds counts as different.
func TestAgainstLibreOffice(t *testing.T) {
	if testing.Short() {
		t.Skip("starts LibreOffice, which takes seconds")
	}
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice (soffice) is not installed: nothing is compared with it")
	}
	files := biffFiles(t)
	if len(files) == 0 {
		t.Skip("the corpus of real workbooks is not here: nothing is compared with LibreOffice")
	}
	dir := t.TempDir()
	files = append(files, lockedFiles(t, dir)...)
	// Comma, quote, UTF-8; texts in quotes, values and not what is shown, all sheets.
	const all = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1"
	args := append([]string{"--headless", "-env:UserInstallation=file://" + dir + "/profile", "--convert-to", all, "--outdir", dir}, files...)
	if out, err := exec.CommandContext(t.Context(), office, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	total, different := 0, 0
	for _, file := range files {
		n, bad := compareExports(t, dir, file)
		total, different = total+n, different+bad
	}
	t.Logf("%d files, %d cells, %d different", len(files), total, different)
}

// biffFiles returns the workbooks of Excel 97 to 2003 of the corpus, by content.
func biffFiles(t *testing.T) []string {
	t.Helper()
	files, _ := filepath.Glob(corpus + "/*")
	return slices.DeleteFunc(files, func(file string) bool {
		b, err := os.ReadFile(file)
		return err != nil || !bytes.HasPrefix(b, []byte("\xd0\xcf\x11\xe0"))
	})
}

// lockedFiles writes workbooks in dir that are encrypted with the default password in
// the forms that LibreOffice reads too, and returns their paths.
func lockedFiles(t *testing.T, dir string) (files []string) {
	t.Helper()
	for _, bits := range []int{0, 128} {
		path := filepath.Join(dir, fmt.Sprintf("locked with %d bits.xls", bits))
		if err := os.WriteFile(path, compound(t, "Workbook", string(sheet.LockedStream(t, bits))), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, path)
	}
	return files
}

// compareExports compares the sheets of a file with their exports in dir.
func compareExports(t *testing.T, dir, file string) (cells, different int) {
	t.Helper()
	grids, err := sheet.Open(t.Context(), file)
	if err != nil {
		t.Errorf("%s: %v", filepath.Base(file), err)
		return 0, 0
	}
	stem := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	exports, _ := filepath.Glob(filepath.Join(dir, stem+"-*.csv"))
	read := 0
	for _, export := range exports {
		name := strings.TrimSuffix(strings.TrimPrefix(filepath.Base(export), stem+"-"), ".csv")
		g := &data.Grid{File: filepath.Base(file), Sheet: name} // one that is left out has no value
		if i := slices.IndexFunc(grids, func(g *data.Grid) bool { return g.Sheet == name }); i >= 0 {
			g = grids[i]
			read++
		}
		n, bad := compareExport(t, export, g)
		cells, different = cells+n, different+bad
	}
	if read != len(grids) {
		t.Errorf("%s: %d of %d sheets have an export", filepath.Base(file), read, len(grids))
	}
	t.Logf("%-48s %2d sheets, %2d with values %7d cells %4d different", filepath.Base(file), len(exports), len(grids), cells, different)
	return cells, different
}

// compareExport compares g with its export and returns how many cells that are not
// blank in both were compared, and how many differ.
func compareExport(t *testing.T, export string, g *data.Grid) (cells, different int) {
	t.Helper()
	b, err := os.ReadFile(export)
	if err != nil {
		t.Fatal(err)
	}
	rows := exportRows(string(b))
	for row := range max(g.Rows(), len(rows)) {
		width := g.Cols()
		if row < len(rows) {
			width = max(width, len(rows[row]))
		}
		for col := range width {
			want := exported{}
			if row < len(rows) && col < len(rows[row]) {
				want = rows[row][col]
			}
			c := g.At(row, col)
			if want.text == "" && c.Text == "" {
				continue
			}
			cells++
			if want.quoted != (c.Kind == data.TextCell) || !sameValue(c, want.text) {
				if different++; different <= 5 {
					t.Errorf("%s %s %s is %v %q, LibreOffice has %+v", g.File, g.Sheet, data.CellName(row, col), c.Kind, c.Text, want)
				}
			}
		}
	}
	return cells, different
}

// An exported is a field of an export; texts are quoted.
type exported struct {
	text   string
	quoted bool
}

// exportRows divides an export into rows. Package encoding/csv would leave out
// blank rows, and what is quoted.
func exportRows(s string) [][]exported {
	var rows [][]exported
	row, f, inside := []exported(nil), exported{}, false
	var b strings.Builder
	end := func() {
		f.text = b.String()
		row, f = append(row, f), exported{}
		b.Reset()
	}
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"' && inside && i+1 < len(s) && s[i+1] == '"':
			b.WriteByte(c)
			i++
		case c == '"':
			inside, f.quoted = !inside, true
		case inside || c != ',' && c != '\n':
			b.WriteByte(c)
		default:
			end()
			if c == '\n' {
				rows, row = append(rows, row), nil
			}
		}
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
	return trim(c.Text) == trim(want)
}
