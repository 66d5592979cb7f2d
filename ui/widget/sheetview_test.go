package widget

import (
	"fmt"
	"image/color"
	"math"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"yunxing/data"
)

// numbered returns a sheet whose cells say where they are: "3/1" in row 3, column 1.
func numbered(rows, cols int) SheetContent {
	return SheetContent{Rows: rows, Cols: cols, At: func(row, col int) SheetCell {
		return SheetCell{Text: fmt.Sprintf("%d/%d", row, col), Ground: ColorRoleValue}
	}}
}

// texts returns a sheet of given texts.
func texts(rows ...[]string) SheetContent {
	c := SheetContent{Rows: len(rows)}
	for _, r := range rows {
		c.Cols = max(c.Cols, len(r))
	}
	c.At = func(row, col int) SheetCell {
		if col < len(rows[row]) {
			return SheetCell{Text: rows[row][col]}
		}
		return SheetCell{}
	}
	return c
}

// shown returns a view of a sheet in a window of 600 × 400, and what it reported last.
func shown(t testing.TB, c SheetContent) (v *SheetView, reported *spot) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(NewTheme(false))
	reported = &spot{-9, -9}
	v = NewSheetView(func(row, col int) { *reported = spot{row, col} })
	w := test.NewTempWindow(t, v)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(600, 400))
	v.SetContent(c)
	return v, reported
}

// tapCell taps the middle of a cell that is in sight.
func tapCell(v *SheetView, row, col int) {
	x, y := (v.x(col)+v.x(col+1))/2, v.y(row)+sheetRow/2
	test.TapAt(v, fyne.NewPos(v.heads.width+x, sheetHead+y))
}

// says returns the texts of the cells that are drawn, and where.
func says(v *SheetView) map[string]fyne.Position {
	out := map[string]fyne.Position{}
	for _, o := range v.cells.texts.box.Objects {
		out[o.(*canvas.Text).Text] = o.Position()
	}
	return out
}

// press types keys into the sheet.
func press(v *SheetView, keys ...fyne.KeyName) {
	for _, k := range keys {
		v.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// want fails where something else is selected or was reported.
func want(t *testing.T, v *SheetView, reported *spot, row, col int) {
	t.Helper()
	if r, c := v.Selected(); r != row || c != col || *reported != (spot{row, col}) {
		t.Errorf("selected %d, %d, reported %v, want %d, %d", r, c, *reported, row, col)
	}
}

// TestSheetTap fails where a tap selects another cell than the one under the pointer,
// before or after scrolling, or the corner and the ground beside the sheet select
// something.
func TestSheetTap(t *testing.T) {
	v, got := shown(t, numbered(1000, 40))
	tapCell(v, 4, 2)
	want(t, v, got, 4, 2)
	test.Scroll(fyne.CurrentApp().Driver().CanvasForObject(v), fyne.NewPos(300, 200), -333, -5003)
	if v.offset() != fyne.NewPos(333, 5003) {
		t.Fatalf("scrolled to %v", v.offset())
	}
	w := v.window()
	tapCell(v, w.top+3, w.left+2)
	want(t, v, got, w.top+3, w.left+2)
	text := fmt.Sprintf("%d/%d", w.top+3, w.left+2)
	if at, ok := says(v)[text]; !ok || math.Abs(float64(at.Y-v.y(w.top+3))) > sheetRow {
		t.Errorf("%s stands at %v, its row at %v", text, at, v.y(w.top+3))
	}
	*got = spot{-9, -9}
	test.TapAt(v, fyne.NewPos(5, 5))
	v.SetContent(numbered(3, 2))
	test.TapAt(v, fyne.NewPos(500, 300))
	if r, c := v.Selected(); *got != (spot{-9, -9}) || r != -1 || c != -1 {
		t.Errorf("the corner or the ground reported %v and selected %d, %d", *got, r, c)
	}
}

// TestSheetTapOnCanvas fails where the parts of the view that lie over its cells, such
// as the scroll, keep taps from them, or a tap does not bring the keys to the sheet.
func TestSheetTapOnCanvas(t *testing.T) {
	v, got := shown(t, numbered(100, 10))
	c := fyne.CurrentApp().Driver().CanvasForObject(v)
	test.TapCanvas(c, fyne.NewPos(v.heads.width+v.x(1)+5, sheetHead+3*sheetRow+5))
	want(t, v, got, 3, 1)
	if c.Focused() != v {
		t.Errorf("the keys go to %v", c.Focused())
	}
}

// TestSheetHeads fails where a tap on a number does not select its row, or one on a
// letter its column, or these do not move with the sheet.
func TestSheetHeads(t *testing.T) {
	v, got := shown(t, numbered(500, 60))
	test.TapAt(v, fyne.NewPos(5, sheetHead+2*sheetRow+5))
	want(t, v, got, 2, -1)
	press(v, fyne.KeyDown)
	want(t, v, got, 3, -1)
	press(v, fyne.KeyRight)
	want(t, v, got, 3, 0)
	test.TapAt(v, fyne.NewPos(v.heads.width+v.x(1)+5, 5))
	want(t, v, got, -1, 1)
	press(v, fyne.KeyLeft)
	want(t, v, got, -1, 0)
	v.Select(300, 30)
	heads := ""
	for _, o := range append(v.heads.letters.texts.box.Objects, v.heads.numbers.texts.box.Objects...) {
		heads += " " + o.(*canvas.Text).Text + " "
	}
	if !strings.Contains(heads, " AE ") || !strings.Contains(heads, " 301 ") || strings.Contains(heads, " A ") {
		t.Errorf("the heads say %s", heads)
	}
}

// TestSheetKeys fails where keys move elsewhere, leave the sheet at its edges, or the
// selection gets out of sight.
func TestSheetKeys(t *testing.T) {
	v, got := shown(t, numbered(1000, 50))
	press(v, fyne.KeyDown)
	want(t, v, got, 0, 0)
	press(v, fyne.KeyUp, fyne.KeyLeft)
	want(t, v, got, 0, 0)
	press(v, fyne.KeyDown, fyne.KeyDown, fyne.KeyRight)
	want(t, v, got, 2, 1)
	press(v, fyne.KeyPageDown, fyne.KeyPageDown)
	if row, _ := v.Selected(); row < 20 || row >= v.window().bottom {
		t.Errorf("two pages down is row %d, in sight are those before %d", row, v.window().bottom)
	}
	press(v, fyne.KeyPageUp, fyne.KeyPageUp, fyne.KeyEnd)
	want(t, v, got, 2, 49)
	if w := v.window(); w.right != 50 {
		t.Errorf("in sight are the columns before %d, want the last", w.right)
	}
	press(v, fyne.KeyHome)
	want(t, v, got, 2, 0)
	v.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyEnd, Modifier: fyne.KeyModifierShortcutDefault})
	want(t, v, got, 999, 49)
	if w := v.window(); w.bottom != 1000 {
		t.Errorf("in sight are the rows before %d, want the last", w.bottom)
	}
	v.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyHome, Modifier: fyne.KeyModifierShortcutDefault})
	want(t, v, got, 0, 0)
	press(v, fyne.KeyReturn, fyne.KeyTab)
	want(t, v, got, 0, 0)
}

// TestSheetEmpty fails where a sheet without cells cannot be drawn or keys break it.
func TestSheetEmpty(t *testing.T) {
	v, got := shown(t, SheetContent{})
	press(v, fyne.KeyDown, fyne.KeyEnd)
	v.Select(0, 0)
	test.TapAt(v, fyne.NewPos(100, 100))
	if r, c := v.Selected(); r != -1 || c != -1 || *got != (spot{-9, -9}) {
		t.Errorf("selected %d, %d, reported %v", r, c, *got)
	}
}

// TestSheetMerged fails where a merged range is not one cell to taps and keys, is not
// drawn once across its range, or vanishes when its first cell is out of sight.
func TestSheetMerged(t *testing.T) {
	c := numbered(200, 10)
	c.Merged = []data.CellRange{{Top: 2, Left: 1, Bottom: 90, Right: 3}, {Top: 0, Left: 0, Bottom: 0, Right: 400}, {Top: 5, Left: 5, Bottom: 5, Right: 5}}
	v, got := shown(t, c)
	tapCell(v, 4, 2)
	want(t, v, got, 2, 1)
	press(v, fyne.KeyRight)
	want(t, v, got, 4, 4)
	press(v, fyne.KeyLeft)
	want(t, v, got, 2, 1)
	press(v, fyne.KeyDown)
	want(t, v, got, 91, 3)
	v.Select(-1, -1)
	v.scroll.ScrollToOffset(fyne.NewPos(v.edges[2], 20*sheetRow))
	v.paint()
	drawn := says(v)
	at, ok := drawn["2/1"]
	if !ok || at.X < 0 || at.Y < 0 || at.Y > v.body().Height {
		t.Errorf("the range says %v at %v", ok, at)
	}
	if _, ok := drawn["22/3"]; ok {
		t.Error("a cell within the range is drawn")
	}
	if _, ok := drawn["22/4"]; !ok {
		t.Error("a cell beside the range is not drawn")
	}
}

// TestSheetMergeIndex fails where a range is not found, or found for rows that it does
// not touch, however the ranges overlap.
func TestSheetMergeIndex(t *testing.T) {
	ranges := []data.CellRange{{Top: 0, Left: 0, Bottom: 5000, Right: 0}}
	for i := range 4000 {
		ranges = append(ranges, data.CellRange{Top: 4000 - i, Left: 1, Bottom: 4000 - i, Right: 2})
	}
	x := newMergeIndex(ranges, 6000, 5)
	for _, row := range []int{0, 1, 77, 4000, 4001, 5000, 5001} {
		found := map[data.CellRange]int{}
		x.in(row, row+1, func(m data.CellRange) { found[m]++ })
		for _, m := range ranges {
			if touches := m.Top <= row+1 && m.Bottom >= row; touches != (found[m] == 1) {
				t.Errorf("rows %d and %d: %v is found %d times", row, row+1, m, found[m])
			}
		}
	}
}

// TestSheetFlow fails where a long text does not flow over blank cells, flows over one
// with a text or over figures, is lost when its cell is out of sight, or keeps a line
// break.
func TestSheetFlow(t *testing.T) {
	const long = "注：本表数据为规模以上工业企业,根据国家统计局公布的数据整理而成"
	c := texts([]string{long, "", "", "", "", "", "", "", ""}, []string{"全国", "110", "120", "130", "140", "150", "160", "170", "180"}, []string{long, "停"}, []string{"a\nb"})
	c.Merged = []data.CellRange{{Top: 3, Left: 1, Bottom: 3, Right: 2}}
	v, _ := shown(t, c)
	if w := v.edges[1]; w != sheetMost {
		t.Errorf("the first column is %v wide, want %v: one of the texts has no room", w, sheetMost)
	}
	v.SetContent(texts([]string{long, "", "", "", "", "", "", "", "", "", "单位"}, []string{"短的标题也可以"}, []string{"全国", "110", "120", "130", "140", "150"}))
	if w := v.edges[1]; w != sheetLeast {
		t.Errorf("the first column is %v wide: a text that flows over its row counts", w)
	}
	if _, ok := says(v)[long]; !ok {
		t.Errorf("drawn is %v", says(v))
	}
	v.SetContent(texts([]string{long, " ", "停"}, []string{"a\nb", "x", ""}, []string{"", "y", long}))
	v.edges = []float32{0, 60, 120, 180}
	v.paint()
	drawn := says(v)
	cut := 0
	for s := range drawn {
		if strings.HasPrefix(s, "注") && strings.HasSuffix(s, "…") {
			cut++
			if w := v.gauge.width(s, false, 1000); w > 120 {
				t.Errorf("%q is %v wide in two columns", s, w)
			}
		}
	}
	if _, ok := drawn["a b"]; !ok || cut != 2 {
		t.Errorf("drawn is %v, want one text cut, one over the edge", drawn)
	}
}

// TestSheetFlowIn fails where a text is not drawn that flows into sight from a cell
// left of it.
func TestSheetFlowIn(t *testing.T) {
	long := strings.Repeat("工业", 40)
	row := make([]string, 40)
	row[0] = long
	full := make([]string, 40)
	for i := range full {
		full[i] = "1"
	}
	v, _ := shown(t, texts(row, full))
	v.scroll.ScrollToOffset(fyne.NewPos(200, 0))
	v.paint()
	if at, ok := says(v)[long]; !ok || at.X > -100 {
		t.Errorf("drawn %v at %v", ok, at)
	}
}

// TestSheetFigures fails where figures do not stand right, or do not end at the edge
// of their column.
func TestSheetFigures(t *testing.T) {
	v, _ := shown(t, SheetContent{Rows: 2, Cols: 1, At: func(row, _ int) SheetCell {
		return SheetCell{Text: []string{"1234567.8", "9"}[row], Right: true}
	}})
	for s, at := range says(v) {
		if end := at.X + measure(s, v.gauge.size, fyne.TextStyle{}); math.Abs(float64(end-v.edges[1]+sheetPad)) > 1 {
			t.Errorf("%s ends at %v in a column of %v", s, end, v.edges[1])
		}
	}
}

// TestSheetBounded fails where the number of objects grows with the sheet and not
// with the window, or with scrolling.
func TestSheetBounded(t *testing.T) {
	for _, size := range []spot{{100_000, 20}, {900, 250}, {1_048_576, 16_384}} {
		v, _ := shown(t, numbered(size.row, size.col))
		for i := range 200 {
			v.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(float32(-i), float32(-i*97))})
		}
		n := 0
		for _, p := range []*pool[*canvas.Rectangle]{v.cells.grounds, v.cells.lines, v.cells.covers, v.heads.letters.bars, v.heads.numbers.bars} {
			n += len(p.made)
		}
		n += len(v.cells.texts.made) + len(v.heads.letters.texts.made) + len(v.heads.numbers.texts.made)
		w := v.window()
		if cells := (w.bottom - w.top) * (w.right - w.left); n > 3*cells+200 || cells == 0 {
			t.Errorf("%v: %d objects for %d cells", size, n, cells)
		}
	}
}

// TestSheetDeep fails where the last rows of the largest sheet are drawn in the wrong
// place, since coordinates there have few digits.
func TestSheetDeep(t *testing.T) {
	v, got := shown(t, numbered(1_048_576, 3))
	v.Select(1_048_575, 2)
	w := v.window()
	if w.bottom != 1_048_576 || len(v.cells.texts.box.Objects) < 10 {
		t.Fatalf("in sight are the rows from %d to %d", w.top, w.bottom)
	}
	tapCell(v, 1_048_570, 1)
	want(t, v, got, 1_048_570, 1)
}

// TestSheetUpdate fails where reading a sheet anew moves it, changes its columns or
// loses the selection; or where another sheet keeps them.
func TestSheetUpdate(t *testing.T) {
	v, _ := shown(t, numbered(1000, 30))
	v.Select(500, 20)
	at, widths := v.scroll.Offset, fmt.Sprint(v.edges)
	c := numbered(1000, 30)
	c.At = func(int, int) SheetCell { return SheetCell{Text: "规模以上工业增加值", Right: true} }
	v.Update(c)
	if row, col := v.Selected(); v.scroll.Offset != at || row != 500 || col != 20 || fmt.Sprint(v.edges) != widths {
		t.Errorf("at %v, was %v; selected %d, %d", v.scroll.Offset, at, row, col)
	}
	v.Update(numbered(1000, 40))
	if len(v.edges) != 41 || v.edges[30] != v.scroll.Offset.X+v.body().Width && fmt.Sprint(v.edges[:31]) != widths {
		t.Errorf("columns that came to it changed those before")
	}
	v.Update(numbered(50, 30))
	if row, _ := v.Selected(); row != -1 || v.window().bottom != 50 {
		t.Errorf("a shorter sheet has row %d selected and ends in sight at %d", row, v.window().bottom)
	}
	v.SetContent(numbered(1000, 30))
	if row, col := v.Selected(); !v.scroll.Offset.IsZero() || row != -1 || col != -1 {
		t.Errorf("another sheet begins at %v with %d, %d", v.scroll.Offset, row, col)
	}
}

// TestSheetEarly fails where a cell that is selected before the view has a size is
// not in sight once it has one.
func TestSheetEarly(t *testing.T) {
	begin(t)
	v := NewSheetView(nil)
	v.SetContent(numbered(1000, 10))
	v.Select(700, 3)
	test.NewTempWindow(t, v).Resize(fyne.NewSize(600, 400))
	if w := v.window(); w.top > 700 || w.bottom <= 700 {
		t.Errorf("in sight are the rows from %d to %d", w.top, w.bottom)
	}
}

// TestSheetMarks fails where a cell in doubt has no mark, a hidden row is not told
// from others, or colours stay behind when the theme changes.
func TestSheetMarks(t *testing.T) {
	c := numbered(5, 2)
	at := c.At
	c.At = func(row, col int) SheetCell {
		out := at(row, col)
		out.Mark = row == 1 && col == 1
		return out
	}
	c.Hidden = func(row int) bool { return row == 3 }
	v, _ := shown(t, c)
	if n := len(v.cells.marks.box.Objects); n != 1 {
		t.Errorf("%d marks, want 1", n)
	}
	number := v.heads.numbers.texts.made[3]
	if number.Text != "(4)" {
		t.Errorf("the hidden row is numbered %s", number.Text)
	}
	fyne.CurrentApp().Settings().SetTheme(NewTheme(true))
	v.Refresh()
	if got, want := v.cells.texts.made[0].Color, NewTheme(true).Color(theme.ColorNameForeground, 0); got != want {
		t.Errorf("by night the text is %v, want %v", got, want)
	}
}

// TestSheetGauge fails where texts are measured otherwise than the toolkit sets them,
// or a cut text is wider than its room.
func TestSheetGauge(t *testing.T) {
	begin(t)
	g := newGauge(13)
	for _, s := range []string{"规模以上工业增加值（可比价）", "1,234,567.89", "−12.3%", "Coal mining", ""} {
		for _, bold := range []bool{false, true} {
			real := measure(s, 13, fyne.TextStyle{Bold: bold})
			if got := g.width(s, bold, 1000); math.Abs(float64(got-real)) > 1.5 {
				t.Errorf("%q is %v wide, measured %v", s, real, got)
			}
			for room := float32(0); room < 100; room += 7 {
				if cut, w := g.fit(s, bold, room); w > room || measure(cut, 13, fyne.TextStyle{Bold: bold}) > room+1.5 {
					t.Errorf("%q is %v wide in %v", cut, w, room)
				}
			}
		}
	}
}

// luminance returns the relative luminance of WCAG.
func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	l := func(v uint32) float64 {
		f := float64(v) / 0xffff
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*l(r) + 0.7152*l(g) + 0.0722*l(b)
}

// contrast returns the ratio of contrast of WCAG.
func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// TestRoleColors fails where text cannot be read well on the ground of a role, by day
// or by night, a mark cannot be seen on it, or two roles have one ground.
func TestRoleColors(t *testing.T) {
	roles := []fyne.ThemeColorName{ColorRoleTitle, ColorRoleHeader, ColorRolePeriod, ColorRoleRegion, ColorRoleItem, ColorRoleIndicator, ColorRoleUnit, ColorRoleNote, ColorRoleValue, ColorRoleAbsent, ColorRoleDoubt}
	for _, dark := range []bool{false, true} {
		th, seen := NewTheme(dark), map[color.Color]bool{}
		for _, name := range roles {
			ground := th.Color(name, 0)
			if r := contrast(th.Color(theme.ColorNameForeground, 0), ground); r < 7 {
				t.Errorf("%s: text has a contrast of %.1f (dark %v)", name, r, dark)
			}
			if r := contrast(th.Color(ColorMuted, 0), ground); r < 3.5 {
				t.Errorf("%s: muted text has a contrast of %.1f (dark %v)", name, r, dark)
			}
			if r := contrast(th.Color(ColorDoubtful, 0), ground); r < 3 {
				t.Errorf("%s: a mark has a contrast of %.1f (dark %v)", name, r, dark)
			}
			if seen[ground] {
				t.Errorf("%s has the ground of another role (dark %v)", name, dark)
			}
			seen[ground] = true
		}
	}
}

// seen returns a colour in CIE L*a*b* as an eye sees it whose cones mix linear red,
// green and blue by m.
func seen(c color.Color, m [9]float64) (lab [3]float64) {
	r, g, b, _ := c.RGBA()
	lin := [3]float64{}
	for i, v := range []uint32{r, g, b} {
		one := [3]uint32{}
		one[i] = v
		lin[i] = luminance(color.NRGBA64{uint16(one[0]), uint16(one[1]), uint16(one[2]), 0xffff}) / []float64{0.2126, 0.7152, 0.0722}[i]
	}
	mix := func(a, b, c float64) float64 { return a*lin[0] + b*lin[1] + c*lin[2] }
	lin[0], lin[1], lin[2] = mix(m[0], m[1], m[2]), mix(m[3], m[4], m[5]), mix(m[6], m[7], m[8])
	f := func(v float64) float64 {
		if v > 0.008856 {
			return math.Cbrt(v)
		}
		return 7.787*v + 16.0/116
	}
	x, y, z := f(mix(0.4339, 0.3762, 0.1899)), f(mix(0.2126, 0.7152, 0.0722)), f(mix(0.0177, 0.1095, 0.8727))
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// TestRoleColorsApart fails where two roles look alike to a reader who sees colours,
// or to one of those, about one man in twelve, who take red and green for each other;
// or where doubt does not stand out.
func TestRoleColorsApart(t *testing.T) {
	roles := []fyne.ThemeColorName{ColorRoleTitle, ColorRoleHeader, ColorRolePeriod, ColorRoleRegion, ColorRoleItem, ColorRoleIndicator, ColorRoleUnit, ColorRoleNote, ColorRoleValue, ColorRoleAbsent, ColorRoleDoubt}
	eyes := map[string][9]float64{ // after Machado, Oliveira and Fernandes, 2009
		"usual":  {1, 0, 0, 0, 1, 0, 0, 0, 1},
		"protan": {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
		"deutan": {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
	}
	for _, dark := range []bool{false, true} {
		th := NewTheme(dark)
		for eye, m := range eyes {
			for i, a := range roles {
				for _, b := range roles[:i] {
					p, q := seen(th.Color(a, 0), m), seen(th.Color(b, 0), m)
					d, least := math.Hypot(math.Hypot(p[0]-q[0], p[1]-q[1]), p[2]-q[2]), 5.5
					if a == ColorRoleDoubt {
						least = 20
					}
					if d < least {
						t.Errorf("%s and %s are %.1f apart to %s eyes (dark %v)", a, b, d, eye, dark)
					}
				}
			}
		}
	}
}

// TestLegend fails where a legend does not flow onto further lines when it is narrow,
// or an item reaches beyond its width.
func TestLegend(t *testing.T) {
	begin(t)
	var items []LegendItem
	for i := range 8 {
		items = append(items, LegendItem{Ground: ColorRoleItem, Mark: i == 7, Text: "行业、产品" + strconv.Itoa(i)})
	}
	l, ok := Legend(items).(*legend)
	if !ok || l.HeightFor(2000) != legendLine || l.HeightFor(300) < 2*legendLine {
		t.Fatalf("%v high when wide, %v when narrow", l.HeightFor(2000), l.HeightFor(300))
	}
	l.Resize(fyne.NewSize(300, 200))
	for i, at := range func() []fyne.Position { p, _ := l.places(300); return p }() {
		if at.X+l.room(items[i]) > 300 {
			t.Errorf("item %d ends at %v", i, at.X+l.room(items[i]))
		}
	}
	if l.MinSize().Height != l.HeightFor(300) {
		t.Errorf("it asks for %v, needs %v", l.MinSize().Height, l.HeightFor(300))
	}
}

// BenchmarkSheetScroll measures one step of the wheel, without the painting of the
// toolkit, in a window of 1280 × 800.
func BenchmarkSheetScroll(b *testing.B) {
	for _, c := range []struct {
		rows, cols int
		dx, dy     float32
		merged     int
	}{{100_000, 20, 0, -24, 0}, {900, 250, -40, 0, 0}, {900, 250, 0, -24, 0}, {100_000, 20, 0, -24, 5000}} {
		b.Run(fmt.Sprintf("%dx%d/merged=%d/dx=%v", c.rows, c.cols, c.merged, c.dx), func(b *testing.B) {
			content := numbered(c.rows, c.cols)
			for i := range c.merged {
				content.Merged = append(content.Merged, data.CellRange{Top: i * 3, Left: 2, Bottom: i*3 + 1, Right: 4})
			}
			v, _ := shown(b, content)
			v.Resize(fyne.NewSize(1280, 800))
			d := fyne.NewDelta(c.dx, c.dy)
			b.ReportAllocs()
			for b.Loop() {
				before := v.scroll.Offset
				if v.Scrolled(&fyne.ScrollEvent{Scrolled: d}); v.scroll.Offset == before {
					d.DX, d.DY = -d.DX, -d.DY
				}
			}
		})
	}
}

// BenchmarkSheetContent measures showing another sheet, most of which is finding the
// widths of its columns.
func BenchmarkSheetContent(b *testing.B) {
	v, _ := shown(b, SheetContent{})
	c := numbered(900, 250)
	for b.Loop() {
		v.SetContent(c)
	}
}
