package page

import (
	"strings"
	"testing"

	"yunxing/data"
	"yunxing/ui/i18n"
	"yunxing/ui/session"
)

// TestSeries fails where the data page does not list the series of the region with
// their figures and cells, or does not find one by words.
func TestSeries(t *testing.T) {
	b := newBench(t, i18n.Chinese)
	v, ok := b.show("data", nation()).(*dataView)
	if !ok {
		t.Fatal("it is another page")
	}
	b.until("the figures", func() bool { return len(v.series.cells) > 0 })
	if all := len(v.series.shown); all < 100 {
		t.Errorf("%d series, want more than 100", all)
	}
	v.series.find.SetText("产能利用率 钢铁")
	for _, h := range v.series.shown {
		if h.Key.Indicator != "capacity-utilisation" && !strings.Contains(v.series.name(h.Key), "产能利用率") {
			t.Errorf("found %v", h.Key)
		}
	}
	v.series.find.SetText("")
	b.until("the figures again", func() bool { return len(v.series.cells) > 100 })
	v.series.trace(0, 0, v.series.values.Content().At(0, 1))
	if len(b.traced) != 1 || len(b.traced[0].Refs) != 1 {
		t.Errorf("traced %+v, want one cell", b.traced)
	}
}

// TestImports fails where the imports are not listed, or the one that is marked is
// not the one that is taken back.
func TestImports(t *testing.T) {
	b := newBench(t, i18n.English)
	v, ok := b.show("data", nation()).(*dataView)
	if !ok {
		t.Fatal("it is another page")
	}
	b.tap(b.env.text("page.data.imports"))
	if !b.says("全国.xlsx") {
		t.Errorf("the import is not listed: %q", b.texts())
	}
	if !v.imports.undo.Disabled() {
		t.Error("nothing is marked, but can be taken back")
	}
	v.imports.choose(0)
	b.tap(b.env.text("page.data.undo"))
	if b.undone != v.imports.all[len(v.imports.all)-1].id {
		t.Errorf("took back %d", b.undone)
	}
	b.tap(b.env.text("page.data.import"))
	if b.imports != 1 {
		t.Errorf("asked for %d imports, want 1", b.imports)
	}
}

// TestProblems fails where a doubt comes behind a remark.
func TestProblems(t *testing.T) {
	b := newBench(t, i18n.English)
	l := newProblemList(b.env)
	l.set([]data.Problem{{Code: "value.unreadable", Doubt: true}, {Code: "region.unknown"}})
	if got := l.content().At(0, 0).Text; got != b.env.text("page.data.doubt") {
		t.Errorf("the first is a %q", got)
	}
	if doubtsFirst(data.Problem{}, data.Problem{Doubt: true}) <= 0 {
		t.Error("remarks come before doubts")
	}
}

// TestDataTemplates fails where the templates of a project are not listed, or the
// one that is chosen is not exported.
func TestDataTemplates(t *testing.T) {
	b := newBench(t, i18n.Chinese)
	done, err := b.env.Session.Import(t.Context(), []string{"../../assets/sample/西部与各省.xlsx"}, session.ImportOptions{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := b.env.Session.Undo(t.Context(), done.Batch); err != nil {
			t.Error(err)
		}
	}()
	v, ok := b.show("data", nation()).(*dataView)
	if !ok {
		t.Fatal("another page")
	}
	b.tap(b.env.text("page.data.templates"))
	b.until("the templates", func() bool { return b.says("西部与各省.xlsx") })
	v.templates.at = 0
	v.templates.export.Enable()
	b.tap(b.env.text("page.data.template.export"))
	if len(b.exported) != 1 {
		t.Errorf("exported %v", b.exported)
	}
	b.tap(b.env.text("page.data.revisions"))
	b.until("that nothing is revised", func() bool { return b.says(b.env.text("page.data.revisions.none")) })
}
