package page

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/i18n"
	"yunxing/ui/widget"
)

// computing shows the page for computing with an order.
func computing(b *bench, o computeOrder) *computeView {
	b.t.Helper()
	b.env.Kept.compute = o
	v, ok := b.show("compute", nation()).(*computeView)
	if !ok {
		b.t.Fatal("it is another page")
	}
	return v
}

// TestComputeMeasure fails where a measure is not worked out for the region and period
// that are selected or for all, does not say its rule, or does not lead to its cells.
func TestComputeMeasure(t *testing.T) {
	b := newBench(t, i18n.Chinese)
	v := computing(b, computeOrder{measure: "growth-change"})
	one := len(v.table.rows)
	if one == 0 || !b.says("d = g₁ − g₀") {
		t.Fatalf("%d figures, and the page says %q", one, b.texts())
	}
	first := v.table.all[v.table.rows[0]]
	if first.Item != data.TotalItem || first.Number.Digits != 1 || math.Abs(first.Number.Value+0.4) > 1e-9 {
		t.Errorf("the first figure is %+v", first)
	}
	before := b.shown
	v.form.chosen(func() { v.form.order.wide, v.form.order.ever = true, true })
	b.until("all regions and periods", func() bool { return b.shown > before })
	if all := len(v.table.rows); all < 5000 || all < 10*one {
		t.Errorf("%d figures in all, %d in one place", all, one)
	}
	v.table.filter("内蒙古 2013年1—9月")
	for _, r := range v.table.rows {
		if f := v.table.all[r]; f.Region != "150000" || f.Period.Year() != 2013 {
			t.Errorf("listed %+v", f)
		}
	}
	if len(v.table.rows) == 0 {
		t.Fatal("the search finds nothing")
	}
	b.win.SetContent(b.panel.Object())
	v.table.trace(v.table.all[v.table.rows[0]])
	b.until("the cells", func() bool { return len(b.panel.cells) == 2 })
	for _, want := range []string{"d = g₁ − g₀", "12.2 − 14.0", "内蒙古.xlsx"} {
		if !b.says(want) {
			t.Errorf("the panel does not say %q: %q", want, b.texts())
		}
	}
}

// TestComputeSort fails where a tap on a title does not sort, turn and restore the order.
func TestComputeSort(t *testing.T) {
	b := newBench(t, i18n.English)
	v := computing(b, computeOrder{measure: "growth-change", ever: true})
	sort := v.table.grid.Content().Sort
	value := func(i int) float64 { return v.table.all[v.table.rows[i]].Number.Value }
	first := v.table.rows[0]
	sort(figureValue)
	last := len(v.table.rows) - 1
	if value(0) > value(last/2) || value(last/2) > value(last) {
		t.Errorf("sorted up: %v, %v, %v", value(0), value(last/2), value(last))
	}
	sort(figureValue)
	if value(0) < value(last/2) || value(last/2) < value(last) {
		t.Errorf("sorted down: %v, %v, %v", value(0), value(last/2), value(last))
	}
	b.win.SetContent(v.table.grid)
	for range 2 { // as it is, then up
		v.table.grid.Focus().TypedRune('4')
	}
	if value(0) > value(last/2) {
		t.Error("a digit does not sort")
	}
	v.table.grid.Focus().TypedRune('9')
	v.table.grid.Focus().TypedRune('4')
	if got := v.table.grid.Content().Columns[figureValue].Title; got != "Value ↓" {
		t.Errorf("the title is %q", got)
	}
	sort(figureValue)
	if v.table.rows[0] != first {
		t.Error("the order is not restored")
	}
}

// TestComputeNothing fails where a measure that gives no figures does not say what the
// project lacks, or that other places have figures.
func TestComputeNothing(t *testing.T) {
	b := newBench(t, i18n.Chinese)
	v := computing(b, computeOrder{measure: "sales-ratio", wide: true, ever: true})
	if !b.says("还缺：工业销售产值（累计总量）") {
		t.Errorf("it says %q", b.texts())
	}
	choose := func(o computeOrder) {
		before := b.shown
		v.form.chosen(func() { *v.form.order = o })
		b.until("the measure", func() bool { return b.shown > before })
	}
	choose(computeOrder{measure: "rank-change", wide: true, ever: true})
	if !b.says(b.env.text("page.compute.apart")) {
		t.Errorf("it says %q", b.texts())
	}
	choose(computeOrder{measure: "gap-parent"})
	if len(v.table.rows) > 0 || !b.says(b.env.text("page.compute.none")) {
		t.Fatalf("it says %q", b.texts())
	}
	before := b.shown
	b.tap(b.env.text("page.compute.everywhere"))
	b.until("all", func() bool { return b.shown > before })
	if len(v.table.rows) == 0 || !v.form.wide.Checked || !v.form.ever.Checked {
		t.Error("there are no figures for all")
	}
}

// TestComputeFormula fails where a formula is not worked out and remembered, an error in
// it is not said at the field, or what was written is lost with the window.
func TestComputeFormula(t *testing.T) {
	b := newBench(t, i18n.Chinese)
	v := computing(b, computeOrder{formula: true, ever: true})
	if !b.says(b.env.text("page.compute.write")) {
		t.Errorf("the empty page says %q", b.texts())
	}
	write := func(text string) {
		v.form.field.SetText(text)
		before := b.shown
		v.form.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		b.until("the formula", func() bool { return b.shown > before })
	}
	write("利润总额.总量 / nosuch.总量")
	if !b.says("nosuch") || v.form.wrong == nil || len(v.table.rows) > 0 {
		t.Errorf("the error is not said: %q", b.texts())
	}
	good := "利润总额.总量 / 主营业务收入.总量 * 100"
	write(good)
	if len(v.table.rows) == 0 || v.form.wrong != nil || len(v.form.past.Options) != 1 || v.form.past.Options[0] != good {
		t.Errorf("%d figures, error %v, remembered %v", len(v.table.rows), v.form.wrong, v.form.past.Options)
	}
	v.form.field.SetText("lag(利润")
	if again, ok := newComputeView(b.env).(*computeView); !ok || again.form.field.Text != "lag(利润" {
		t.Error("what was written is lost")
	}
	var csv bytes.Buffer
	if err := v.Table().Script().CSV(&csv); err != nil || !strings.HasPrefix(csv.String(), "measure,region,item,period,span,value,lo,hi,unit,status\nformula,全国,") {
		t.Errorf("%v: %.120s", err, csv.String())
	}
	if got := v.Table(); got.Rows != len(v.table.rows) || len(got.Sheet().Rows) != got.Rows {
		t.Errorf("the table has %d rows", got.Rows)
	}
	b.tap(b.env.text("table.copy"))
	b.tap(b.env.text("table.save"))
	if b.copied != 1 || b.saved != 1 {
		t.Errorf("copied %d, saved %d times", b.copied, b.saved)
	}
}

// TestProposals fails where Tab does not take the proposal that is marked.
func TestProposals(t *testing.T) {
	f := widget.NewProposalField(func(text string, _ int) []widget.Proposal {
		if text != "a" {
			return nil
		}
		return []widget.Proposal{{Label: "x", Text: "ax()", Cursor: 3}, {Label: "y", Text: "ay", Cursor: 2}}
	}, func() {})
	b := newBench(t, i18n.English)
	b.win.SetContent(f.Proposals())
	f.SetText("a")
	if !f.AcceptsTab() || !b.says("xy") {
		t.Fatalf("proposed %q", b.texts())
	}
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
	if f.Text != "ax()" || f.CursorColumn != 3 || f.AcceptsTab() {
		t.Errorf("the field says %q with the cursor at %d", f.Text, f.CursorColumn)
	}
}

// TestCompareFigures fails where a column does not sort.
func TestCompareFigures(t *testing.T) {
	a := stats.Figure{Region: "1", Item: "a", Period: data.Year(2012), Unit: "%", Number: data.PublishedNumber(1, 1)}
	z := stats.Figure{Region: "2", Item: "b", Period: data.Year(2013), Unit: "万吨", Number: data.Number{Value: 2, Lo: 1, Hi: 3, Status: data.Derived}}
	for col := range figureStatus + 1 {
		if compareFigures(a, z, col) >= 0 || compareFigures(z, a, col) <= 0 || compareFigures(a, a, col) != 0 {
			t.Errorf("column %d does not sort", col)
		}
	}
}
