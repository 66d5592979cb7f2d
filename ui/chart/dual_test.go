package chart

import "testing"

// TestDualZero fails where two axes that hold zero do not have it on one line, or
// have other hairlines.
func TestDualZero(t *testing.T) {
	f, err := Dual{
		Slots: quarters("zh"),
		Left:  Multiple{Unit: "%", Series: []Series{{"a", vals(-3, 2, 8, 12)}}},
		Right: Multiple{Unit: "亿元", Series: []Series{{"b", vals(900, -120, 400, 50)}}},
	}.Figure()
	if err != nil {
		t.Fatal(err)
	}
	p := f.Panels[0]
	if len(p.Right.Ticks) != len(p.Y.Ticks) {
		t.Fatalf("%d ticks beside %d", len(p.Right.Ticks), len(p.Y.Ticks))
	}
	for i, l := range p.Y.Ticks {
		if r := p.Right.Ticks[i]; (l.Value == 0) != (r.Value == 0) {
			t.Errorf("%v stands beside %v", l.Value, r.Value)
		}
	}
	if p.Right.Min > -120 || p.Right.Max < 900 {
		t.Errorf("the right axis runs from %v to %v", p.Right.Min, p.Right.Max)
	}
}
