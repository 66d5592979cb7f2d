package page

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yunxing/ui/i18n"
	"yunxing/ui/session"
)

// A reviewer notes what a review asks of the window.
type reviewer struct {
	kept    *session.Review
	left    bool
	changed bool
	failed  error
}

func (r *reviewer) Keep(v *session.Review) { r.kept = v }
func (r *reviewer) Leave(changed bool)     { r.left, r.changed = true, changed }
func (r *reviewer) Fail(err error)         { r.failed = err }

// reviewing shows a review of a text table.
func reviewing(t *testing.T, l i18n.Lang, text string) (*bench, *Review, *reviewer) {
	t.Helper()
	b := newBench(t, l)
	path := filepath.Join(t.TempDir(), "新数.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	inputs, err := session.Inputs([]string{path})
	if err != nil {
		t.Fatal(err)
	}
	r, err := b.env.Session.Review(t.Context(), inputs, session.ImportOptions{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Prepare()
	host := &reviewer{}
	v := NewReview(b.env, r, host)
	b.win.SetContent(v.Object())
	b.win.Resize(fyne.NewSize(1280, 760))
	return b, v, host
}

const noUnit = "2013年1-6月工业企业效益,,\n地区,利润总额,户数\n甲省,512.3,3601\n乙省,611.8,5213\n丙省,71.8,213\n"

// TestReview fails where a review does not show what is in doubt, what a person says
// is not read at once, or cannot be undone.
func TestReview(t *testing.T) {
	b, v, host := reviewing(t, i18n.Chinese, noUnit)
	if !b.says("6 个数，2 处存疑") || !b.says("没有单位：利润总额") {
		t.Fatalf("it says %q", b.texts())
	}
	v.jump(0, v.lists.problems[0].Problem)
	if row, col := v.view.Selected(); row != 1 || col != 1 {
		t.Errorf("the problem leads to %d, %d", row, col)
	}
	v.say.text.SetText("随便什么都不是单位吧这么长的一个字符串")
	v.say.submit()
	b.until("a refusal", func() bool { return v.say.wrong.Text() != "" })
	v.say.text.SetText("亿元")
	v.say.submit()
	b.until("the sheet read anew", func() bool { return v.Changed() })
	if !b.says("1 处存疑") || v.say.text.Text != "" || v.review.Observations()[0].Unit.Symbol != "亿元" {
		t.Errorf("it says %q", b.texts())
	}
	v.lists.choose(listRules)
	if !b.says("单位：亿元") {
		t.Errorf("the rule is not listed: %q", b.texts())
	}
	v.Undo()
	b.until("the undoing", func() bool { return !v.Changed() })
	if !b.says("2 处存疑") {
		t.Errorf("after undoing it says %q", b.texts())
	}
	b.tap(b.env.text("review.keep"))
	if host.kept != v.review {
		t.Error("it is not kept")
	}
	b.tap(b.env.text("review.leave"))
	if !host.left || host.changed {
		t.Error("it is not left as it came")
	}
}

// TestReviewPending fails where a day or a text that is written but not yet said is
// passed over when the review is kept.
func TestReviewPending(t *testing.T) {
	b, v, host := reviewing(t, i18n.Chinese, noUnit)
	v.view.Select(1, 1)
	v.say.text.SetText("亿元")
	v.Keep()
	if host.kept != nil || v.say.wrong.Text() == "" {
		t.Error("a text that is not applied is passed over")
	}
	v.say.text.SetText("")
	v.day.SetText("20.7.2013")
	v.Keep()
	if host.kept != nil || v.warn.Text() == "" {
		t.Error("a day that is none is passed over")
	}
	v.day.SetText("2013-07-20")
	v.Keep()
	b.until("the keeping", func() bool { return host.kept != nil })
	if got := host.kept.Observations()[0].Vintage.String(); got != "2013-07-20" {
		t.Errorf("released on %q", got)
	}
}

// TestReviewOddUnit fails where a unit that nobody knows is taken at once, or not at
// all.
func TestReviewOddUnit(t *testing.T) {
	b, v, _ := reviewing(t, i18n.Chinese, noUnit)
	v.view.Select(1, 1)
	v.say.text.SetText("标煤当量")
	v.say.submit()
	if v.Changed() || v.say.wrong.Text() == "" {
		t.Fatal("it is taken at once")
	}
	v.say.submit()
	b.until("the unit", v.Changed)
}

// TestReviewSkip fails where a table or a cell cannot be left out, or the problem of
// a figure aims at something else than its heading.
func TestReviewSkip(t *testing.T) {
	b, v, _ := reviewing(t, i18n.English, noUnit)
	v.view.Select(2, 1)
	if got := v.say.scopes[v.say.scope.SelectedIndex()]; got != session.OfColumn {
		t.Errorf("the figure of a column without a unit aims at its %s", got)
	}
	v.say.aim(session.OfCell, session.SkipPart)
	v.say.submit()
	b.until("the cell left out", func() bool { return len(v.review.Observations()) == 5 })
	v.say.aim(session.OfTable, session.SkipPart)
	v.say.submit()
	b.until("the table left out", func() bool { return len(v.review.Observations()) == 0 })
}

// TestReviewLines fails where a row or a column cannot be said to be something, or a
// rule cannot be taken back from its list.
func TestReviewLines(t *testing.T) {
	b, v, _ := reviewing(t, i18n.English, noUnit)
	v.view.Select(3, -1)
	v.say.rowIs.SetSelected(b.env.text("part.skip"))
	b.until("the row left out", func() bool { return v.Changed() })
	if n := len(v.review.Observations()); n != 4 {
		t.Errorf("%d figures without the row", n)
	}
	v.view.Select(-1, 2)
	v.say.colIs.SetSelected(b.env.text("part.skip"))
	b.until("the column left out", func() bool { return len(v.review.Observations()) == 2 })
	v.lists.choose(listRules)
	v.lists.rule = 0
	v.lists.remove.Enable()
	b.tap(b.env.text("say.remove"))
	b.until("the row back", func() bool { return len(v.review.Observations()) == 3 })
	v.view.Select(3, 0)
	v.say.rowIs.SetSelected(b.env.text("part.note"))
	b.until("a note", func() bool { return len(v.review.Observations()) == 2 })
	v.say.rowIs.SetSelectedIndex(0)
	b.until("no note", func() bool { return len(v.review.Observations()) == 3 })
}

// TestReviewWords fails where a selection is not told in both languages, or a text
// is missing.
func TestReviewWords(t *testing.T) {
	for _, l := range i18n.Languages() {
		b, v, _ := reviewing(t, l, noUnit)
		for row := range 5 {
			for col := range 3 {
				v.view.Select(row, col)
			}
		}
		v.view.Select(2, 1)
		if got := strings.Join(v.words(2, 1), "|"); !strings.Contains(got, "512.3") || !strings.Contains(got, b.env.text("problem.unit.unknown")) {
			t.Errorf("%s: a doubtful figure is told as %q", l, got)
		}
		for _, s := range b.texts() {
			if keyForm.MatchString(s) {
				t.Errorf("%s: a text is missing: %q", l, s)
			}
		}
	}
}

// TestReviewSheets fails where the sheets of a workbook cannot be chosen, or the
// first that needs a look is not shown first.
func TestReviewSheets(t *testing.T) {
	b := newBench(t, i18n.Chinese)
	inputs, err := session.Inputs([]string{"../../assets/sample/西部与各省.xlsx"})
	if err != nil {
		t.Fatal(err)
	}
	r, err := b.env.Session.Review(t.Context(), inputs, session.ImportOptions{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Prepare()
	if len(r.Revisions) != 0 {
		t.Errorf("the sample revises itself: %v", r.Revisions[0])
	}
	v := NewReview(b.env, r, &reviewer{})
	b.win.SetContent(v.Object())
	b.win.Resize(fyne.NewSize(1280, 760))
	if len(v.sheets.Options) != len(r.Books[0].Grids) {
		t.Errorf("%d sheets of %d", len(v.sheets.Options), len(r.Books[0].Grids))
	}
	v.sheets.SetSelectedIndex(1)
	if v.sheet != 1 {
		t.Errorf("sheet %d is shown", v.sheet)
	}
}
