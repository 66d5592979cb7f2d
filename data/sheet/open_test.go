package sheet_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"

	"yunxing/data"
	"yunxing/data/sheet"
)

// workbook returns the bytes of a small .xlsx with typed and formatted cells.
func workbook(t testing.TB) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	one, date, cjk, pct := "0.0", "yyyy/m/d", 0, "0.0%"
	styles := map[string]*excelize.Style{
		"B2": {CustomNumFmt: &one}, "B3": {CustomNumFmt: &date}, "B4": {NumFmt: 31 + cjk}, "B5": {CustomNumFmt: &pct},
		"A2": {Alignment: &excelize.Alignment{Indent: 2}, Font: &excelize.Font{Bold: true}},
	}
	values := map[string]any{"A1": "全国", "A2": "采矿业", "B2": 12.0, "B3": 41565, "B4": 41565, "B5": 0.122, "B6": "12.20", "B7": true, "D10": "…"}
	for cell, v := range values {
		if err := f.SetCellValue("Sheet1", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	for cell, s := range styles {
		id, err := f.NewStyle(s)
		if err == nil {
			err = f.SetCellStyle("Sheet1", cell, cell, id)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(f.MergeCell("Sheet1", "A1", "C1"), f.SetRowVisible("Sheet1", 5, false)); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestReadXLSX(t *testing.T) {
	grids, err := sheet.Read(context.Background(), "dir/a.xls", workbook(t))
	if err != nil || len(grids) != 1 {
		t.Fatalf("%d grids, %v", len(grids), err)
	}
	g := grids[0]
	if g.File != "a.xls" || g.Sheet != "Sheet1" || g.Rows() != 10 || g.Cols() != 4 {
		t.Errorf("%s %s is %d x %d", g.File, g.Sheet, g.Rows(), g.Cols())
	}
	for _, tt := range []struct {
		row, col int
		kind     data.CellKind
		display  string
		digits   int8
	}{
		{0, 0, data.TextCell, "全国", -1},
		{0, 1, data.EmptyCell, "", -1},
		{1, 1, data.NumberCell, "12.0", 1},
		{2, 1, data.DateCell, "2013-10-18", -1},
		{3, 1, data.DateCell, "2013-10-18", -1},
		{4, 1, data.NumberCell, "12.2%", 1},
		{5, 1, data.TextCell, "12.20", -1},
		{6, 1, data.BoolCell, "1", -1},
		{9, 3, data.TextCell, "…", -1},
	} {
		c := g.At(tt.row, tt.col)
		if c.Kind != tt.kind || c.Display() != tt.display || c.Digits != tt.digits {
			t.Errorf("%s is %v %q with %d digits, want %v %q %d", data.CellName(tt.row, tt.col), c.Kind, c.Display(), c.Digits, tt.kind, tt.display, tt.digits)
		}
	}
	if m, ok := g.MergedAt(0, 2); !ok || m != (data.CellRange{Right: 2}) {
		t.Errorf("the merged title is %+v", g.Merged)
	}
	if c := g.At(1, 0); c.Indent != 2 || !c.Bold || !g.HiddenRows[4] {
		t.Errorf("indent %d, bold %v, hidden rows %v", c.Indent, c.Bold, g.HiddenRows)
	}
}

// TestRefusals states that a file which is no table is refused with a code that
// says why.
func TestRefusals(t *testing.T) {
	good := workbook(t)
	empty := func() []byte {
		f := excelize.NewFile()
		defer f.Close()
		var b bytes.Buffer
		if err := f.Write(&b); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}()
	dir := t.TempDir()
	for _, tt := range []struct {
		name    string
		content []byte
		code    data.Code
	}{
		{"picture.xlsx", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00"), sheet.Picture},
		{"photo.csv", []byte("\xff\xd8\xff\xe0\x00\x10JFIF\x00"), sheet.Picture},
		{"half.xlsx", good[:len(good)/2], sheet.Truncated},
		{"flipped.xlsx", flip(good), sheet.Truncated},
		{"empty.xlsx", empty, sheet.Empty},
		{"nothing.csv", nil, sheet.Empty},
		{"blank.csv", []byte(" \r\n , ,\n"), sheet.Empty},
		{"paper.xlsx", []byte("%PDF-1.4\n"), sheet.Document},
		{"noise.csv", []byte("\x01\x02\x03\x00\x05\x06\x07\x0e\x0f\x10\x11\x12"), sheet.NotWorkbook},
		{"archive.xlsx", []byte("PK\x05\x06" + string(make([]byte, 18))), sheet.Archive},
		{"old.xls", []byte("\x09\x04\x06\x00\x00\x00\x10\x00"), sheet.OldWorkbook},
	} {
		path := filepath.Join(dir, tt.name)
		if err := os.WriteFile(path, tt.content, 0o600); err != nil {
			t.Fatal(err)
		}
		grids, err := sheet.Open(context.Background(), path)
		e := new(sheet.Error)
		if !errors.As(err, &e) || e.Code != tt.code || e.Detail == "" {
			t.Errorf("%s gives %d grids and %v, want %s", tt.name, len(grids), err, tt.code)
		}
	}
	e := new(sheet.Error)
	if _, err := sheet.Open(context.Background(), filepath.Join(dir, "none.xlsx")); !errors.As(err, &e) || e.Code != sheet.NoFile {
		t.Errorf("a file that is not there gives %v", err)
	}
	if _, err := sheet.Open(context.Background(), dir); !errors.As(err, &e) || e.Code != sheet.Folder {
		t.Errorf("a folder gives %v", err)
	}
}

// flip returns b with the compressed bytes of its first part damaged.
func flip(b []byte) []byte {
	c := bytes.Clone(b)
	for i := 60; i < 200; i++ {
		c[i] ^= 0x55
	}
	return c
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := sheet.Read(ctx, "a.csv", []byte("a,b\n1,2\n")); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled reading ends with %v", err)
	}
}

// TestBomb states that a small file which unpacks to a very large one is refused
// before it is unpacked.
func TestBomb(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range []string{"[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		block := make([]byte, 1<<20)
		for range 300 {
			if _, err := w.Write(block); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	_, err := sheet.Read(context.Background(), "bomb.xlsx", b.Bytes())
	if e := new(sheet.Error); !errors.As(err, &e) || e.Code != sheet.TooLarge {
		t.Errorf("%d bytes that unpack to 900 MB give %v", b.Len(), err)
	}
}

func BenchmarkSample(b *testing.B) {
	const path = "../../assets/sample/全国.xlsx"
	if _, err := os.Stat(path); err != nil {
		b.Skip("the sample workbooks are not there")
	}
	for b.Loop() {
		if _, err := sheet.Open(context.Background(), path); err != nil {
			b.Fatal(err)
		}
	}
}
