package report

import (
	"fmt"
	"slices"
	"testing"

	"yunxing/ui/chart"
	"yunxing/ui/i18n"
)

// chartOf returns a figure of a height in millimetres.
func chartOf(id string, height float64) *Figure {
	return &Figure{ID: id, Width: 150, Height: height, Chart: &chart.Figure{Panels: make([]chart.Panel, 1)}}
}

// tableOf returns a table of some rows.
func tableOf(id string, rows int) *Table {
	t := &Table{ID: id, Columns: []Column{{Title: "年份", Text: true}, {Title: "增速"}}}
	for i := range rows {
		t.Rows = append(t.Rows, Row{Cells: []Cell{TextCell(fmt.Sprint(2000 + i)), TextCell("9.6")}})
	}
	return t
}

// textOf returns a paragraph of some lines.
func textOf(lines int) Paragraph {
	text := ""
	for range lines * 27 {
		text += "增"
	}
	return Paragraph{Sentences: []Sentence{{Runs: Words(text)}}}
}

// ids returns what stands in a section, in order.
func ids(blocks []Block) []string {
	var out []string
	for _, b := range blocks {
		switch b := b.(type) {
		case Paragraph:
			out = append(out, "p")
		case *Figure:
			out = append(out, b.ID)
		case *Table:
			out = append(out, b.ID)
		}
	}
	return out
}

// TestFilled fails if figures and tables are not put where they fit, pass a
// paragraph or one of their kind, or are lost.
func TestFilled(t *testing.T) {
	p := printer(t, i18n.Chinese)
	r := ruler{lookOf(p.Lang()), p}
	for _, c := range []struct {
		name   string
		blocks []Block
		want   []string
	}{
		{"all fit", []Block{textOf(2), chartOf("f1", 85), tableOf("t1", 4)}, []string{"p", "f1", "t1"}},
		{"the table fits first", []Block{textOf(11), chartOf("f1", 85), chartOf("f2", 85), tableOf("t1", 4), tableOf("t2", 4)}, []string{"p", "t1", "f1", "f2", "t2"}},
		{"nothing fits", []Block{textOf(18), chartOf("f1", 85), tableOf("t1", 4)}, []string{"p", "f1", "t1"}},
		{"nothing passes text", []Block{textOf(11), chartOf("f1", 110), textOf(1), tableOf("t1", 2)}, []string{"p", "f1", "p", "t1"}},
		{"the figure fits first", []Block{textOf(6), tableOf("t1", 20), chartOf("f1", 85)}, []string{"p", "f1", "t1"}},
		{"a long table is broken", []Block{textOf(11), tableOf("t1", 40), chartOf("f1", 85)}, []string{"p", "t1", "f1"}},
	} {
		d := r.filled(Document{Title: "题", Sections: []Section{{Title: "增长", Level: 1, Blocks: c.blocks}}})
		if got := ids(d.Sections[0].Blocks); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// TestLowered fails if a figure that nearly fits is not made lower, or changes where
// it stands in the report itself.
func TestLowered(t *testing.T) {
	p := printer(t, i18n.Chinese)
	f := chartOf("f1", 85)
	d := ruler{lookOf(p.Lang()), p}.filled(Document{Sections: []Section{{Title: "增长", Level: 1, Blocks: []Block{textOf(9), f}}}})
	got, _ := d.Sections[0].Blocks[1].(*Figure)
	if got.Height >= 85 || got.Height < lowestHeight || f.Height != 85 {
		t.Errorf("it is %v mm high, the one of the report %v", got.Height, f.Height)
	}
}

// TestFlow fails if a line is left alone at the foot or the head of a page.
func TestFlow(t *testing.T) {
	const distance = 100
	for free, want := range map[float64]float64{150: 500, 250: 300, 350: 200, 450: 200, 550: pageRoom - 50} {
		f := filler{used: pageRoom - free}
		f.flow(setting{lines: 5, distance: distance})
		if f.used != want {
			t.Errorf("with %v free, five lines end at %v, want %v", free, f.used, want)
		}
	}
}
