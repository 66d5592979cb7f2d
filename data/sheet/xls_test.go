package sheet_test

import (
	"context"
	"errors"
	"os"
	"testing"

	"yunxing/data"
	"yunxing/data/sheet"
)

func small(t testing.TB) []byte {
	t.Helper()
	b, err := os.ReadFile("testdata/small.xls")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestReadXLS(t *testing.T) {
	grids, err := sheet.Read(context.Background(), "small.xlsx", small(t))
	if err != nil || len(grids) != 2 {
		t.Fatalf("%d grids, %v", len(grids), err)
	}
	g := grids[0]
	if g.Sheet != "工业" || g.Hidden || !grids[1].Hidden || !g.HiddenRows[6] {
		t.Errorf("%s hidden %v, %s hidden %v, hidden rows %v", g.Sheet, g.Hidden, grids[1].Sheet, grids[1].Hidden, g.HiddenRows)
	}
	if m, ok := g.MergedAt(0, 2); !ok || m != (data.CellRange{Right: 2}) {
		t.Errorf("the merged title is %+v", g.Merged)
	}
	for _, tt := range []struct {
		row, col int
		kind     data.CellKind
		display  string
	}{
		{0, 0, data.TextCell, "全国规模以上工业增加值累计增长速度(2013年)"},
		{3, 1, data.NumberCell, "9.5"},
		{3, 2, data.NumberCell, "12.0"},
		{4, 1, data.NumberCell, "12.2%"},
		{4, 2, data.TextCell, "6.7①"},
		{5, 1, data.DateCell, "2013-10-18"},
		{5, 2, data.NumberCell, "1234567.89"},
		{6, 1, data.NumberCell, "-3"},
		{6, 2, data.BoolCell, "1"},
		{7, 2, data.NumberCell, "13"},
	} {
		if c := g.At(tt.row, tt.col); c.Kind != tt.kind || c.Display() != tt.display {
			t.Errorf("%s is %v %q, want %v %q", data.CellName(tt.row, tt.col), c.Kind, c.Display(), tt.kind, tt.display)
		}
	}
}

// TestDamagedXLS states that a workbook that is cut off anywhere gives an error or
// the whole of its sheets, never a crash and never a part of them.
func TestDamagedXLS(t *testing.T) {
	b := small(t)
	for n := 0; n < len(b); n += 97 {
		grids, err := sheet.Read(context.Background(), "a.xls", b[:n])
		if e := new(sheet.Error); err != nil && !errors.As(err, &e) {
			t.Fatalf("cut to %d bytes: %v", n, err)
		}
		if err == nil && len(grids) == 1 && grids[0].Sheet != "" {
			t.Errorf("cut to %d bytes it has %d sheets and no error", n, len(grids))
		}
	}
}
