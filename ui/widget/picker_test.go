package widget

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// fruit is what the tests pick from.
func fruit() []Option {
	return []Option{
		{Group: "stone", Name: "梅", Words: "plum"},
		{Group: "stone", Name: "桃", Words: "peach"},
		{Group: "other", Name: "梨", Words: "pear", Muted: true, Note: "none"},
	}
}

// TestPicker fails where the list is not searched and walked by the keys alone, or does
// not tell what was taken.
func TestPicker(t *testing.T) {
	begin(t)
	var picked []int
	p := NewPicker(fruit(), "search", "nothing", func(i int) { picked = append(picked, i) })
	win := test.NewTempWindow(t, Fixed(300, 30, p))
	win.Resize(fyne.NewSize(600, 500))
	key := func(names ...fyne.KeyName) {
		for _, n := range names {
			p.open.search.TypedKey(&fyne.KeyEvent{Name: n})
		}
	}
	p.Pick(0)
	p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if win.Canvas().Focused() != p.open.search || len(p.open.rows) != 5 {
		t.Fatalf("%d rows, the keys go to %T", len(p.open.rows), win.Canvas().Focused())
	}
	key(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn)
	if !slices.Equal(picked, []int{1}) || p.name.Text() != "桃" || win.Canvas().Focused() != p {
		t.Errorf("picked %v, the field says %q", picked, p.name.Text())
	}
	p.TypedRune('p')
	p.open.search.SetText("PEA")
	if len(p.open.rows) != 4 {
		t.Errorf("%d rows are found", len(p.open.rows))
	}
	p.open.search.SetText("pea other")
	if len(p.open.rows) != 2 || p.open.none.Visible() {
		t.Errorf("%d rows are found", len(p.open.rows))
	}
	key(fyne.KeyEnter)
	p.Tapped(nil)
	p.open.search.SetText("nut")
	if !p.open.none.Visible() {
		t.Error("it does not say that nothing is found")
	}
	key(fyne.KeyReturn, fyne.KeyEscape)
	p.Tapped(nil)
	p.open.tap(0)
	p.open.tap(1)
	if !slices.Equal(picked, []int{1, 2, 0}) || len(win.Canvas().Overlays().List()) != 0 {
		t.Errorf("picked %v", picked)
	}
}
