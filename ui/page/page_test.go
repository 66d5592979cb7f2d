package page

import (
	"reflect"
	"strings"
	"testing"

	"yunxing/data"
	"yunxing/ui/brief"
	"yunxing/ui/chart"
	"yunxing/ui/i18n"
	"yunxing/ui/session"
)

// TestPages fails where a page does not come up on the sample in one of the
// languages, or shows the name of a text in place of the text.
func TestPages(t *testing.T) {
	for _, l := range i18n.Languages() {
		for _, p := range All() {
			t.Run(string(l)+"/"+p.ID, func(t *testing.T) {
				b := newBench(t, l)
				if name := b.env.text("page." + p.ID); strings.HasPrefix(name, "page.") {
					t.Errorf("page %s has no name", p.ID)
				}
				b.show(p.ID, nation())
				all := b.texts()
				if len(all) < 2 {
					t.Fatalf("the page is bare: %q", all)
				}
				for _, text := range all {
					if keyForm.MatchString(text) {
						t.Errorf("the page shows %q", text)
					}
				}
			})
		}
	}
}

// TestFinding fails where the growth page does not say what was published for the
// first three quarters of 2013, or shows no chart.
func TestFinding(t *testing.T) {
	b := newBench(t, i18n.Chinese)
	v := b.show("growth", nation())
	if !b.says("9.6%") {
		t.Errorf("the page does not say 9.6%%: %q", b.texts())
	}
	c, ok := v.(Charter)
	if !ok || c.Figure() == nil {
		t.Fatal("there is no chart")
	}
}

// TestTapFigure fails where a figure in a sentence does not lead to its cells.
func TestTapFigure(t *testing.T) {
	b := newBench(t, i18n.Chinese)
	b.show("growth", nation())
	b.tap("0.3")
	if len(b.traced) != 1 || len(b.traced[0].Refs) != 2 || b.traced[0].Status != data.Derived {
		t.Fatalf("traced %+v, want a derived figure of two cells", b.traced)
	}
	if !strings.Contains(b.labels[0], "9.6%") {
		t.Errorf("the label is %q, want the sentence", b.labels[0])
	}
}

// TestAbsent fails where a page without figures does not say so, or does not offer
// the import that would fill it.
func TestAbsent(t *testing.T) {
	b := newBench(t, i18n.Chinese)
	b.show("prices", brief.Selection{Region: "152500", Period: data.Month(2023, 10)})
	if !b.says(b.env.text("page.absent.title")) {
		t.Errorf("the page does not say that figures are absent: %q", b.texts())
	}
	b.tap(b.env.text("page.absent.import"))
	if b.imports != 1 {
		t.Errorf("the page asked for %d imports, want 1", b.imports)
	}
}

// TestShowAgain fails where a page that shows a state already works it out anew.
func TestShowAgain(t *testing.T) {
	b := newBench(t, i18n.English)
	v := b.show("efficiency", nation())
	before := b.shown
	v.Show(State{Selection: nation()})
	if b.shown != before+1 {
		t.Errorf("shown %d times, want it at once", b.shown-before)
	}
	v.Show(State{Selection: nation(), Revision: 1})
	b.until("the new revision", func() bool { return b.shown > before+1 })
}

// TestChartOpen fails where the chart that was opened is not the one that is open where
// a selection has it, or is forgotten at one that has not.
func TestChartOpen(t *testing.T) {
	b := newBench(t, i18n.Chinese)
	open := func(sel brief.Selection) string {
		v, _ := b.show("growth", sel).(*sectionView)
		b.until("the chart", func() bool { return v.chart != nil })
		return v.Figure().ID
	}
	months := brief.Selection{Region: "150000", Period: data.Month(2023, 10)}
	open(nation())
	b.tap(b.env.text("chart.kind.current"))
	if got := open(nation()); got != "current" {
		t.Errorf("%s is open, want the chart of quarters", got)
	}
	if got := open(months); got == "current" {
		t.Fatal("a region without quarters has a chart of them")
	}
	if got := open(nation()); got != "current" {
		t.Errorf("%s is open after a region without the chart", got)
	}
}

// TestStates fails where what is shown for no target, or no assumption, passes for what
// is shown for zero.
func TestStates(t *testing.T) {
	zero, ok := session.ParseTarget("0")
	if !ok {
		t.Fatal("zero is no target")
	}
	none := State{Selection: nation()}
	aimed, assumed := none, none
	aimed.Selection.Target, assumed.Selection.Rest = zero, zero
	if !none.same(State{Selection: nation()}) || !aimed.same(aimed) {
		t.Error("a state is another than itself")
	}
	if none.same(aimed) || none.same(assumed) || aimed.same(assumed) {
		t.Error("a growth of zero is taken for none")
	}
}

// TestSections fails where a tab of a page does not show its section.
func TestSections(t *testing.T) {
	b := newBench(t, i18n.Chinese)
	b.show("regions", brief.Selection{Region: "150000", Period: data.Month(2023, 10)})
	before := b.shown
	b.tap(b.env.text("chapter.leagues"))
	b.until("the section", func() bool { return b.shown > before })
	if !b.says("呼和浩特") {
		t.Errorf("the leagues are not on the page: %q", b.texts())
	}
}

// TestNumber fails where a value of a chart loses what makes it a Number.
func TestNumber(t *testing.T) {
	n := number(chart.NewValue(9.6, 1, chart.Projected, 3, 4).Between(9.2, 10.2))
	if n.Value != 9.6 || n.Lo != 9.2 || n.Hi != 10.2 || n.Digits != 1 || n.Status != data.Projected || len(n.Refs) != 2 {
		t.Errorf("got %+v", n)
	}
	if number(chart.Missing()).Shown() {
		t.Error("a missing value of a chart is shown as a figure")
	}
}

// TestSightKept fails where a page that is made anew, in another language, does not
// show of its chart what was seen before.
func TestSightKept(t *testing.T) {
	b := newBench(t, i18n.Chinese)
	prices := func(sel brief.Selection) *sectionView {
		v, _ := b.show("prices", sel).(*sectionView)
		b.until("the chart", func() bool { return v.chart != nil })
		return v
	}
	v := prices(nation())
	v.chart.TypedRune('+')
	v.chart.TypedRune('1')
	was := v.chart.Sight()
	english, err := i18n.New(i18n.English)
	if err != nil {
		t.Fatal(err)
	}
	b.env.Printer = english
	v = prices(nation())
	if got := v.chart.Sight(); !reflect.DeepEqual(got, was) || reflect.DeepEqual(was, chart.Sight{}) {
		t.Errorf("%+v is seen, was %+v", got, was)
	}
	other := nation()
	other.Period = data.Quarter(2012, 3)
	v = prices(other)
	if got := v.chart.Sight(); !reflect.DeepEqual(got, chart.Sight{}) {
		t.Errorf("of another period %+v is seen", got)
	}
}
