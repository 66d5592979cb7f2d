package data_test

import (
	"testing"

	"yunxing/data"
)

// A number says by which rule it came from which inputs.
func TestTerms(t *testing.T) {
	one, two, three := data.PublishedNumber(1, 0, 1), data.PublishedNumber(2, 0, 2), data.PublishedNumber(3, 0, 3)
	for _, c := range []struct {
		symbols   string
		constants []float64
		inputs    []data.Number
		want      string
	}{
		{"g₁ g₀", nil, []data.Number{one, two}, "g₁=1 g₀=2 "},
		{"n s", []float64{9}, []data.Number{one}, "n=9 s=1 "},
		{"a", nil, []data.Number{one, two, three}, "a=1 a=2 a=3 "},
		{"G p", nil, []data.Number{one, two, three}, "G=1 p=2 p=3 "},
		{"n v w …", []float64{9}, []data.Number{one, two, three}, "n=9 v=1 w=2 v=3 "},
		{"", nil, []data.Number{one}, "=1 "},
	} {
		n := data.From(1, 1, 1, 0, c.inputs...).By("r", c.symbols, c.constants...)
		got := ""
		for _, term := range n.Way.Terms() {
			got += term.Symbol + "=" + data.HalfAway.Format(term.Number.Value, 0) + " "
		}
		if got != c.want {
			t.Errorf("By(%q, %v): %q, want %q", c.symbols, c.constants, got, c.want)
		}
	}
	if n := data.NotKnown().By("r", "x"); n.Way != nil || n.Way.Terms() != nil {
		t.Error("what is not known came about by a rule")
	}
}

// A constant is shown with the decimals that say it: 2.1508 is not told as 2.
func TestConstantDigits(t *testing.T) {
	n := data.From(0.7169, 0.7169, 0.7169, 4, data.PublishedNumber(1, 1, 1)).By("R = s/n", "s n r", 2.150782576, 3)
	if terms := n.Way.Terms(); terms[0].Number.Digits != 4 || terms[1].Number.Digits != 0 {
		t.Errorf("%+v", terms)
	}
}
