package data_test

import (
	"fmt"
	"strings"
	"testing"

	"yunxing/data"
)

func ExampleCellName() {
	fmt.Println(data.CellName(3, 1), data.CellName(0, 25), data.CellName(0, 26), data.CellName(9, 702))
	// Output: B4 Z1 AA1 AAA10
}

func TestGrid(t *testing.T) {
	g := &data.Grid{File: "a.xlsx", Sheet: "s", Merged: []data.CellRange{{Top: 1, Left: 1, Bottom: 2, Right: 3}}}
	g.Set(2, 3, data.Cell{Text: "x", Kind: data.TextCell})
	g.Set(9, 9, data.Cell{})
	if g.Rows() != 3 || g.Cols() != 4 || g.At(2, 3).Text != "x" || g.At(-1, 0).Kind != data.EmptyCell || g.At(100, 100).Kind != data.EmptyCell {
		t.Errorf("a grid of 3 x 4 is %d x %d with %q in its corner", g.Rows(), g.Cols(), g.At(2, 3).Text)
	}
	if _, ok := g.MergedAt(2, 2); !ok {
		t.Error("a cell within a merged range is not found in it")
	}
	if got := g.Source(3, 1).String(); got != "a.xlsx!s!B4" {
		t.Errorf("the source of row 4, column 2 is %s", got)
	}
}

func TestCellDisplay(t *testing.T) {
	for _, tt := range []struct {
		c    data.Cell
		want string
	}{
		{data.Cell{Kind: data.NumberCell, Text: "12", Value: 12, Digits: 1}, "12.0"},
		{data.Cell{Kind: data.NumberCell, Text: "0.122", Value: 0.122, Digits: 1, Percent: true}, "12.2%"},
		{data.Cell{Kind: data.NumberCell, Text: "7205.12", Value: 7205.12, Digits: -1}, "7205.12"},
		{data.Cell{Kind: data.DateCell, Text: "41565", Value: 41565, Digits: -1}, "2013-10-18"},
		{data.Cell{Kind: data.TextCell, Text: "…", Digits: -1}, "…"},
	} {
		if got := tt.c.Display(); got != tt.want {
			t.Errorf("%+v is shown as %q, want %q", tt.c, got, tt.want)
		}
	}
}

// TestGridKeeps states that a grid gives back every cell as it was put in, whatever
// the length of its text and however many texts came before.
func TestGridKeeps(t *testing.T) {
	g := &data.Grid{}
	var want [][]data.Cell
	for r := range 2000 {
		row := make([]data.Cell, 1+r%7)
		for c := range row {
			n := r*7 + c
			row[c] = data.Cell{
				Text: strings.Repeat("数1", n%40), Value: float64(n) / 7, Kind: data.CellKind(n % 6),
				Digits: int8(n), Indent: int8(n >> 3), Bold: n%3 == 0, Percent: n%5 == 0,
			}
		}
		want = append(want, row)
		g.AddRow(row)
	}
	last := data.Cell{Text: "-0.00000000000000000000001", Value: -1e-23, Kind: data.NumberCell, Digits: -1}
	want[5][2] = last
	g.Set(5, 2, last)
	for r, row := range want {
		for c := range row {
			if got := g.At(r, c); got != row[c] {
				t.Fatalf("%s is %+v, want %+v", data.CellName(r, c), got, row[c])
			}
		}
	}
	if g.Rows() != len(want) || g.Cols() != 7 || g.At(0, 1) != (data.Cell{Digits: -1}) {
		t.Errorf("%d x %d, outside %+v", g.Rows(), g.Cols(), g.At(0, 1))
	}
}
