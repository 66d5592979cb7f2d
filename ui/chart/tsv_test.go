package chart

import "testing"

// TestTSV fails where a spreadsheet would not show what the figure shows.
func TestTSV(t *testing.T) {
	f := pulls(t)
	f.Panels[0].Marks = append(f.Panels[0].Marks, Rule{Name: "target", Value: 6.5})
	f.Panels[0].X.Slots[0].Label = "first\nquarter"
	const want = "pp\tcoal\tpower\trest\tall\n" +
		"first quarter\t5\t1\t1\t7\n" +
		"Q2\t4\t2\t1\t7\n" +
		"Q3\t3\t1\t-1\t3\n" +
		"Q4\t-2\t1\t2\t1\n" +
		"target\t6.5\n"
	if got := f.TSV(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	table := &Figure{Panels: []Panel{{
		X:     Axis{Kind: CategoryAxis, Slots: slotsOf([]string{"2012", "2013"})},
		Y:     Axis{Kind: CategoryAxis, Slots: slotsOf([]string{"a"})},
		Marks: []Mark{Cells{Data: []Cell{{Col: 1, Value: NewValue(9.6, 1, Published)}}}},
	}}}
	if got, want := table.TSV(), "\t2012\t2013\na\t\t9.6\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
