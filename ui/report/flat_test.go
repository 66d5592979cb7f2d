package report

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"
)

// flat is a table with a number of each kind, and one that is not known.
func flat() Flat {
	return Flat{
		Columns: []FlatColumn{{Title: "地区"}, {Title: "数值", Number: true}},
		Rows:    [][]string{{"全国", "9.60"}, {"甲\t省", "-0.5"}, {"乙省", ""}, {"12", "3"}},
	}
}

// TestFlatText fails where a table is written otherwise than other programs read it.
func TestFlatText(t *testing.T) {
	var b bytes.Buffer
	if err := flat().CSV(&b); err != nil {
		t.Fatal(err)
	}
	if want := "地区,数值\n全国,9.60\n甲\t省,-0.5\n乙省,\n12,3\n"; b.String() != want {
		t.Errorf("csv is %q, want %q", b.String(), want)
	}
	if got, want := flat().TSV(), "地区\t数值\n全国\t9.60\n甲 省\t-0.5\n乙省\t\n12\t3\n"; got != want {
		t.Errorf("tsv is %q, want %q", got, want)
	}
}

// TestFlatWorkbook fails where a number is no number in the workbook, loses its
// decimals, or a word becomes a number.
func TestFlatWorkbook(t *testing.T) {
	var b bytes.Buffer
	if err := flat().Workbook(&b, "增速[累计]/对比"); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sheet := f.GetSheetName(0)
	if sheet != "增速 累计  对比" {
		t.Errorf("the sheet is %q", sheet)
	}
	for cell, want := range map[string]string{"A1": "地区", "B2": "9.60", "B3": "-0.5", "B4": "", "A5": "12", "B5": "3"} {
		if got, err := f.GetCellValue(sheet, cell); err != nil || got != want {
			t.Errorf("%s shows %q (%v), want %q", cell, got, err, want)
		}
	}
	for cell, number := range map[string]bool{"B2": true, "B3": true, "A5": false} {
		kind, err := f.GetCellType(sheet, cell)
		if err != nil || (kind != excelize.CellTypeInlineString && kind != excelize.CellTypeSharedString) != number {
			t.Errorf("%s is of type %v (%v)", cell, kind, err)
		}
	}
}
