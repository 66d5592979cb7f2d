package page

import (
	"testing"

	"yunxing/data"
	"yunxing/ui/i18n"
)

// TestGrowthsGiven fails where the growths that a person gives for a year do not
// reach the projection, are lost, stand for another year, or are taken for growths
// where they are none.
func TestGrowthsGiven(t *testing.T) {
	b := newBench(t, i18n.Chinese)
	v, ok := b.show("projection", nation()).(*projectionView)
	if !ok {
		t.Fatal("it is another page")
	}
	give := func(f *growthField, text string) {
		before := b.shown
		f.submit(text)
		b.until(text, func() bool { return b.shown > before })
	}
	give(v.rest, "11.5")
	if !b.says("按四季度增速11.5%测算，全年增速为10.1%") {
		t.Errorf("the page says %q", b.texts())
	}
	v.rest.entry.SetText("12")
	give(v.target, "9.8%")
	if v.rest.entry.Text != "12" {
		t.Error("a text that was not given yet is lost")
	}
	if !b.says("全年若要达到9.8%（设定目标）") || !b.says("按四季度增速11.5%测算") {
		t.Errorf("the page says %q", b.texts())
	}
	v.rest.entry.SetText("about 9")
	v.rest.submit("about 9")
	if !b.says("“about 9”不能读作") {
		t.Errorf("nothing is told of %q", "about 9")
	}
	before := b.shown
	v.Show(State{Selection: b.env.Kept.Aimed(nation()), Revision: 1})
	b.until("the new revision", func() bool { return b.shown > before })
	if b.says("about 9") || v.rest.entry.Text != "11.5" {
		t.Errorf("%q stands in the field, beside what is wrong with another text", v.rest.entry.Text)
	}
	if sel := b.env.Kept.Aimed(nation()); sel.Target.Value != 9.8 || sel.Rest.Value != 11.5 {
		t.Errorf("kept are %v and %v", sel.Target.Value, sel.Rest.Value)
	}
	other := nation()
	other.Period = data.Quarter(2012, 3)
	if sel := b.env.Kept.Aimed(other); sel.Target.Known() && sel.Target.Hi != 0 || sel.Rest.Hi != 0 {
		t.Errorf("another year has %v and %v", sel.Target.Value, sel.Rest.Value)
	}
	again, _ := b.show("projection", b.env.Kept.Aimed(nation())).(*projectionView)
	if again.target.entry.Text != "9.8" || again.rest.entry.Text != "11.5" {
		t.Errorf("the fields say %q and %q", again.target.entry.Text, again.rest.entry.Text)
	}
	give(again.rest, "")
	if b.says("测算，全年增速为") {
		t.Error("an assumption that was taken back is still told")
	}
}
