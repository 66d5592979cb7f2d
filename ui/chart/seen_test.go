package chart

import (
	"slices"
	"testing"
)

// pulls returns a stack of three parts over four slots, with its total.
func pulls(t *testing.T) *Figure {
	t.Helper()
	row := func(name string, v ...float64) Series {
		s := Series{Name: name}
		for _, x := range v {
			s.Values = append(s.Values, NewValue(x, 1, Derived))
		}
		return s
	}
	f, err := Stacked{
		Unit: "pp", Slots: []string{"Q1", "Q2", "Q3", "Q4"},
		Parts: []Series{row("coal", 5, 4, 3, -2), row("power", 1, 2, 1, 1), row("rest", 1, 1, -1, 2)},
		Total: row("all", 7, 7, 3, 1),
	}.Figure()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestSeen fails where switching a series off leaves a gap in a stack, the scale does
// not follow, or the figure that it is taken from changes.
func TestSeen(t *testing.T) {
	f := pulls(t)
	before := f.Text()
	got := f.See(Seen{}.Toggle("coal"))
	power := got.Panels[0].Marks[1].(Bars)
	for i, d := range power.Data {
		if d.Base != 0 {
			t.Errorf("slot %d: the part above the gap stands on %g", i, d.Base)
		}
	}
	if y := got.Panels[0].Y; y.Max < 7 || f.Panels[0].Y.Max < y.Max {
		t.Errorf("the scale ends at %g", y.Max)
	}
	got = f.See(Seen{Off: []string{"coal", "all"}})
	if y := got.Panels[0].Y; y.Max >= f.Panels[0].Y.Max {
		t.Errorf("the scale still ends at %g", y.Max)
	}
	if n := len(f.Only(Seen{Off: []string{"coal", "all"}}).Panels[0].Marks); n != 2 {
		t.Errorf("%d marks are written, want 2", n)
	}
	if f.Text() != before {
		t.Error("the figure itself has changed")
	}
	if s := (Seen{}).Toggle("coal").Toggle("coal"); !s.All() {
		t.Errorf("switched off and on again: %+v", s)
	}
}

// TestSeenColumns fails where columns that are left do not take the whole slot.
func TestSeenColumns(t *testing.T) {
	f, err := Grouped{Unit: "%", Slots: []string{"a", "b"}, Columns: []Series{
		{"x", []Value{NewValue(1, 0, Derived), NewValue(2, 0, Derived)}},
		{"y", []Value{NewValue(30, 0, Derived), NewValue(40, 0, Derived)}},
	}}.Figure()
	if err != nil {
		t.Fatal(err)
	}
	got := f.See(Seen{Off: []string{"y"}})
	if b := got.Panels[0].Marks[0].(Bars); b.Lane != 0 || b.Lanes != 1 {
		t.Errorf("lane %d of %d", b.Lane, b.Lanes)
	}
	if y := got.Panels[0].Y; y.Min != 0 || y.Max != 2 {
		t.Errorf("scale %g to %g, want 0 to 2", y.Min, y.Max)
	}
}

// TestSeenPart fails where a part of the slots is not what was asked for, or more of
// a figure is seen than there is.
func TestSeenPart(t *testing.T) {
	f := pulls(t)
	s := Seen{}.Between(f, 0.5, 2.5)
	got := f.See(s)
	p := got.Panels[0]
	if len(p.X.Slots) != 2 || p.X.Slots[0].Label != "Q2" {
		t.Fatalf("slots %v", p.X.Slots)
	}
	if d := p.Marks[0].data(); len(d) != 2 || d[0].V != 4 || d[0].At != 0 {
		t.Errorf("values %+v", d)
	}
	if s = s.Pan(f, 9); s.To != 3.5 || s.From != 1.5 {
		t.Errorf("moved to %g to %g, want 1.5 to 3.5", s.From, s.To)
	}
	if s = s.Zoom(f, 3, 0.01); s.To-s.From != leastSlots {
		t.Errorf("%g to %g are seen", s.From, s.To)
	}
	if s = s.Zoom(f, 3, 100); !s.All() {
		t.Errorf("zoomed out to %+v", s)
	}
}

// TestSeenCurve fails where a curve over an axis of values ends before the edge of
// the part that is seen, or values beyond it answer the pointer.
func TestSeenCurve(t *testing.T) {
	st := Themes(testFonts(t))[0]
	f := &Figure{Panels: []Panel{{
		X: Axis{Max: 100, Ticks: []Tick{{0, "0"}, {100, "100"}}}, Y: Axis{Max: 10},
		Marks: []Mark{Line{Data: []Datum{{At: 0}, {At: 40, Value: NewValue(4, 0, Derived)}, {At: 60, Value: NewValue(6, 0, Derived)}, {At: 100}}}},
	}}}
	got := f.See(Seen{From: 30, To: 50})
	if n := len(got.Panels[0].Marks[0].data()); n != 3 {
		t.Errorf("%d values are left, want the one inside and its neighbours", n)
	}
	_, frame := Image(got, st, 400, 300, 1)
	if len(frame.Hits) != 1 || frame.Hits[0].At != 40 {
		t.Errorf("hits %+v", frame.Hits)
	}
}

// TestSeenNames fails where the name of a series cannot be found in the picture, or
// is gone once the series is switched off.
func TestSeenNames(t *testing.T) {
	st := Themes(testFonts(t))[0]
	f := pulls(t)
	f.Panels = append(f.Panels, Panel{
		X: f.Panels[0].X, Y: Axis{Max: 10},
		Marks: []Mark{Line{Name: "beside", Data: datums([]Value{NewValue(1, 0, Derived), NewValue(2, 0, Derived), NewValue(3, 0, Derived), NewValue(4, 0, Derived)})}},
	})
	all := []string{"coal", "power", "rest", "all", "beside"}
	for _, s := range []Seen{{}, {Off: []string{"coal", "beside"}}} {
		_, frame := Image(f.See(s), st, 800, 600, 1)
		var names []string
		for _, n := range frame.Names {
			names = append(names, n.Name)
		}
		if !slices.Equal(names, all) {
			t.Errorf("with %v off the picture names %v", s.Off, names)
		}
		n := frame.Names[0]
		if got, ok := frame.NameAt((n.Box.X0+n.Box.X1)/2, (n.Box.Y0+n.Box.Y1)/2); !ok || got != n.Name {
			t.Errorf("on the name stands %q", got)
		}
	}
}

// TestStep fails where the arrow keys do not lead through slots, series and panels.
func TestStep(t *testing.T) {
	st := Themes(testFonts(t))[0]
	v := func(x ...float64) []Datum {
		var out []Value
		for _, y := range x {
			out = append(out, NewValue(y, 0, Derived))
		}
		return datums(out)
	}
	slots := slotsOf([]string{"a", "b", "c"})
	f := &Figure{Columns: 2, Panels: []Panel{
		{X: Axis{Kind: CategoryAxis, Slots: slots}, Y: Axis{Max: 10}, Marks: []Mark{Line{Role: Prior, Data: v(1, 2, 3)}, Line{Role: Accent, Data: v(5, 2, 7)}}},
		{X: Axis{Kind: CategoryAxis, Slots: slots}, Y: Axis{Max: 10}, Marks: []Mark{Line{Data: v(4, 4, 4)}}},
	}}
	_, frame := Image(f, st, 800, 400, 1)
	at, ok := frame.First(f)
	if !ok || at.Panel != 0 || at.Mark != 1 || at.Index != 2 {
		t.Fatalf("reading begins at %+v", at)
	}
	for i, c := range []struct {
		d                  Direction
		panel, mark, index int
	}{
		{Left, 0, 1, 1},  // the same value as the other series
		{Down, 0, 0, 1},  // which is the next below
		{Up, 0, 1, 1},    //
		{Left, 0, 1, 0},  //
		{Down, 0, 0, 0},  //
		{Right, 0, 0, 1}, //
		{Right, 0, 0, 2}, //
		{Right, 1, 0, 0}, // into the panel beside
		{Left, 0, 0, 2},  //
	} {
		if at, ok = frame.Step(at, c.d); !ok || at.Panel != c.panel || at.Mark != c.mark || at.Index != c.index {
			t.Fatalf("step %d leads to %+v, want %+v", i, at, c)
		}
	}
	if _, ok := frame.Step(at, Down); ok {
		t.Error("there is something below the lowest value")
	}
}
