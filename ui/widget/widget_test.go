package widget

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"yunxing/data"
)

// begin gives a test the theme of the window.
func begin(t *testing.T) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(NewTheme(false))
}

// TestAtoms fails where a line could begin with a comma or a per cent sign, end with
// an opening bracket, or break inside a word or a number.
func TestAtoms(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"增长9.6%，回落", []string{"增", "长", "9.6%，", "回", "落"}},
		{"（可比价）", []string{"（可", "比", "价）"}},
		{"rose 9.6%, then fell", []string{"rose ", "9.6%, ", "then ", "fell"}},
		{"1—9月", []string{"1—", "9", "月"}},
	} {
		if got := atoms(c.text); !slices.Equal(got, c.want) {
			t.Errorf("atoms(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

// TestWrap fails where wrapping loses a character or makes a line too wide.
func TestWrap(t *testing.T) {
	begin(t)
	const text = "规模以上工业增加值累计增速（可比价），全国2013年前三季度"
	lines := wrap(text, 100, 13, fyne.TextStyle{})
	if got := strings.Join(lines, ""); got != text {
		t.Errorf("got %q", got)
	}
	for _, l := range lines {
		if w := measure(l, 13, fyne.TextStyle{}); w > 114 {
			t.Errorf("%q is %v wide", l, w)
		}
	}
	if got := wrap("累计\n亿元", 500, 13, fyne.TextStyle{}); !slices.Equal(got, []string{"累计", "亿元"}) {
		t.Errorf("a line break gives %q", got)
	}
}

// TestClip fails where a text that is too wide is not cut, or one that fits is.
func TestClip(t *testing.T) {
	begin(t)
	if got := clip("工业", 100, 13, fyne.TextStyle{}); got != "工业" {
		t.Errorf("got %q", got)
	}
	got := clip("规模以上工业增加值", 60, 13, fyne.TextStyle{})
	if !strings.HasSuffix(got, "…") || measure(got, 13, fyne.TextStyle{}) > 60 {
		t.Errorf("got %q", got)
	}
}

// TestFlow fails where running text is no higher when it is narrower, loses words, or
// a figure in it cannot be tapped.
func TestFlow(t *testing.T) {
	begin(t)
	n := data.PublishedNumber(9.6, 1, 7)
	tapped := Token{}
	f := NewFlow([]Token{{Text: "全国规模以上工业增加值累计增长"}, {Text: "9.6%", Number: &n}, {Text: "。"}}, 0, func(tk Token) { tapped = tk })
	if narrow, wide := f.HeightFor(90), f.HeightFor(900); narrow <= wide {
		t.Errorf("%v high when narrow, %v when wide", narrow, wide)
	}
	w := test.NewTempWindow(t, f)
	w.Resize(fyne.NewSize(300, 100))
	for _, o := range test.WidgetRenderer(f).Objects() {
		if l, ok := o.(*link); ok {
			test.Tap(l)
		}
	}
	if tapped.Number != &n {
		t.Errorf("tapped %+v", tapped)
	}
	if f.Text() != "全国规模以上工业增加值累计增长9.6%。" {
		t.Errorf("says %q", f.Text())
	}
}

// table returns a table of two columns.
func table(rows int) Content {
	n := data.PublishedNumber(1.5, 1, 3)
	return Content{
		Columns: []Column{{Title: "地区"}, {Title: "增速\n%", Right: true}},
		Rows:    rows,
		At: func(_, col int) Cell {
			if col == 0 {
				return Cell{Text: "内蒙古"}
			}
			return Cell{Text: "1.5", Number: &n}
		},
	}
}

// TestGrid fails where a cell that is reached is not told.
func TestGrid(t *testing.T) {
	begin(t)
	var got Cell
	g := NewGrid(table(500), func(_, _ int, c Cell) { got = c })
	w := test.NewTempWindow(t, g)
	w.Resize(fyne.NewSize(400, 300))
	g.table.Select(idOf(3, 1))
	if got.Text != "1.5" {
		t.Errorf("reached %+v", got)
	}
	g.SetContent(table(2))
	if rows, _ := g.length(); rows != 2 {
		t.Errorf("%d rows, want 2", rows)
	}
}

// TestRuled fails where a figure of a printed table cannot be tapped, or a word can.
func TestRuled(t *testing.T) {
	begin(t)
	taps := 0
	r := NewRuled(table(4), func(Cell) { taps++ })
	w := test.NewTempWindow(t, r)
	w.Resize(fyne.NewSize(400, r.HeightFor(400)))
	r.Resize(fyne.NewSize(400, r.HeightFor(400)))
	widths, _, head := r.columns(400)
	test.TapAt(r, fyne.NewPos(widths[0]+5, head+RowHeight))
	test.TapAt(r, fyne.NewPos(5, head+RowHeight))
	test.TapAt(r, fyne.NewPos(widths[0]+5, 2))
	if taps != 1 {
		t.Errorf("tapped %d figures, want 1", taps)
	}
}

// TestRuledNarrow fails where a printed table stays narrow after it was, as a page
// that is being laid out begins with no width.
func TestRuledNarrow(t *testing.T) {
	begin(t)
	r := NewRuled(table(2), nil)
	want := slices.Clone(r.natural)
	r.HeightFor(1)
	if !slices.Equal(r.natural, want) {
		t.Errorf("the columns are %v wide, were %v", r.natural, want)
	}
}

// TestSpread fails where columns that have room do not fill it, or columns of words
// do not give way to figures.
func TestSpread(t *testing.T) {
	c := table(1)
	if got := c.spread([]float32{200, 100}, 350); got[0]+got[1] < 340 {
		t.Errorf("got %v of 350", got)
	}
	if got := c.spread([]float32{200, 100}, 250); got[1] != 100 || got[0] != 150 {
		t.Errorf("got %v, want the figures whole", got)
	}
	if got := c.spread([]float32{200, 100}, 120); got[0] != 200 {
		t.Errorf("got %v, want a table that scrolls", got)
	}
}

// TestFitting fails where tabs that do not fit are not cut to what does.
func TestFitting(t *testing.T) {
	if most := fitting([]float32{100, 400}, 300); most != 200 {
		t.Errorf("cut to %v, want 200", most)
	}
	if most := fitting([]float32{100, 100}, 300); most < 300 {
		t.Errorf("cut to %v, want no cut", most)
	}
}

// TestStatusBar fails where work cannot be cancelled, or stays on the bar.
func TestStatusBar(t *testing.T) {
	begin(t)
	s := NewStatusBar("取消")
	stopped := false
	s.Begin("导入", func() { stopped = true })
	s.Show(1, 2)
	if !s.Busy() || s.bar.Value != 0.5 {
		t.Errorf("busy %v at %v", s.Busy(), s.bar.Value)
	}
	test.Tap(s.cancel)
	s.Close()
	if !stopped || s.Busy() {
		t.Errorf("stopped %v, busy %v", stopped, s.Busy())
	}
}

// TestTheme fails where a colour or a face of ours is missing by day or by night, so
// that the toolkit would fall back to its own.
func TestTheme(t *testing.T) {
	for _, dark := range []bool{false, true} {
		th := NewTheme(dark)
		for name := range lightColors() {
			if th.Color(name, 0) == nil {
				t.Errorf("no %s (dark %v)", name, dark)
			}
		}
		for _, s := range []fyne.TextStyle{{}, {Bold: true}, {Monospace: true}, {Italic: true}} {
			if !strings.HasPrefix(th.Font(s).Name(), "NotoSansSC") {
				t.Errorf("%+v is set in %s, which has no Han", s, th.Font(s).Name())
			}
		}
	}
}

// TestWrapped fails where objects do not go on in another line, or the body does not
// give way to them.
func TestWrapped(t *testing.T) {
	test.NewTempApp(t)
	fields := make([]fyne.CanvasObject, 3)
	for i := range fields {
		fields[i] = Fixed(100, 30, Ground(ColorPanel))
	}
	w, body := NewWrapped(12, 6, fields...), Ground(ColorPanel)
	box := NewTopped(body, w)
	for _, at := range []struct{ width, height float32 }{{400, 42}, {300, 76}, {150, 110}} {
		box.Resize(fyne.NewSize(at.width, 500))
		if got := w.Size().Height; got != at.height || body.Position().Y != at.height || body.Size().Height != 500-at.height {
			t.Errorf("%v wide the head is %v high, want %v", at.width, got, at.height)
		}
	}
	if last := fields[2].Position(); last.X != 12 {
		t.Errorf("the last stands at %v", last)
	}
}
