package page

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yunxing/stats"
	"yunxing/ui/i18n"
	"yunxing/ui/session"
)

// TestAuditClean fails where the audit of the sample does not say that nothing is
// broken, or does not list what it checked when asked.
func TestAuditClean(t *testing.T) {
	b := newBench(t, i18n.English)
	v, ok := b.show("audit", nation()).(*auditView)
	if !ok {
		t.Fatal("it is another page")
	}
	if !b.says("identities checked: none broken; ") || !b.says("of another scope (expected, no error)") {
		t.Error("the page does not say so")
	}
	if len(v.list.shown) > 0 || !b.says(b.env.text("page.audit.clean.why")) {
		t.Errorf("%d are listed that nobody asked for", len(v.list.shown))
	}
	scope := v.counted(stats.ScopeDifference)
	v.pick(tallyChoice{verdict: stats.ScopeDifference})
	if len(v.list.shown) != scope || scope == 0 {
		t.Errorf("%d of %d listed", len(v.list.shown), scope)
	}
	before := b.shown
	v.pick(tallyChoice{stats.RuleParts, stats.WithinRounding})
	b.until("what agrees", func() bool { return b.shown > before })
	for _, f := range v.list.shown {
		if f.Rule != stats.RuleParts || f.Verdict != stats.WithinRounding {
			t.Errorf("%s of %v is listed as %v", f.Rule, f.Key, f.Verdict)
		}
	}
	v.order.all, v.list.picked = true, tallyChoice{}
	v.choose()
	if len(v.list.shown) != v.audit.Checked {
		t.Errorf("%d of %d listed", len(v.list.shown), v.audit.Checked)
	}
	v.pick(tallyChoice{rule: stats.RuleDifference})
	if n := len(v.list.shown); n == 0 || n == v.audit.Checked || v.list.shown[0].Rule != stats.RuleDifference {
		t.Errorf("%d listed of one rule", n)
	}
	v.pick(tallyChoice{verdict: stats.ScopeDifference})
	for col := range findingCell + 1 {
		v.list.grid.Content().Sort(col)
		for i, f := range v.list.shown[1:] {
			if compareFindings(v.list.shown[i], f, col) > 0 {
				t.Fatalf("column %d does not sort", col)
			}
		}
	}
	v.order.wide = false
	v.refill()
	for _, f := range v.list.shown {
		if f.Key.Region != "000000" {
			t.Errorf("listed %v", f.Key)
		}
	}
}

// planted is a table of profits with their parts, one of which is wrong in May.
const planted = `内蒙古自治区规模以上工业企业利润总额
单位：亿元
行业,2014年1-2月,2014年1-3月,2014年1-4月,2014年1-5月,2014年1-6月,2014年1-7月
总计,30.0,45.0,60.0,75.0,90.0,105.0
采矿业,10.0,15.0,20.0,25.0,30.0,35.0
制造业,15.0,22.5,30.0,47.5,45.0,52.5
"电力、热力、燃气及水生产和供应业",5.0,7.5,10.0,12.5,15.0,17.5
`

// TestAuditFinding fails where an error that was planted is not found and explained, or
// is written otherwise than scripts read it.
func TestAuditFinding(t *testing.T) {
	b := newBench(t, i18n.Chinese)
	file := filepath.Join(t.TempDir(), "planted.csv")
	if err := os.WriteFile(file, []byte(planted), 0o600); err != nil {
		t.Fatal(err)
	}
	done, err := b.env.Session.Import(t.Context(), []string{file}, session.ImportOptions{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := b.env.Session.Undo(t.Context(), done.Batch); err != nil {
			t.Error(err)
		}
	}()
	v, ok := b.show("audit", nation()).(*auditView)
	if !ok {
		t.Fatal("it is another page")
	}
	if len(v.list.shown) != 1 || v.list.shown[0].Verdict != stats.Inconsistent || !b.says("1 处不一致") {
		t.Fatalf("%d findings are listed, there is one error", len(v.list.shown))
	}
	v.find.SetText("没有的词")
	if len(v.list.shown) > 0 || !b.says(b.env.text("page.audit.none")) {
		t.Errorf("the search finds %d", len(v.list.shown))
	}
	v.find.SetText("planted.csv 利润")
	if len(v.list.shown) != 1 {
		t.Fatal("the search does not find it")
	}
	var csv bytes.Buffer
	if err := v.Table().Script().CSV(&csv); err != nil || !strings.Contains(csv.String(), "parts,inconsistent,") || !strings.Contains(csv.String(), "75.0,74.95,75.05,85.0,84.85,85.15,-10.0") {
		t.Errorf("%v: %s", err, csv.String())
	}
	if len(v.Table().Sheet().Rows) != 1 {
		t.Error("the sheet has not one row")
	}
	b.win.SetContent(b.panel.Object())
	v.list.trace(v.list.shown[0])
	for _, want := range []string{"75.0", "85.0", "不一致", "planted.csv", "s = Σ a", "推算的由来"} {
		if !b.says(want) {
			t.Errorf("the panel does not say %q: %q", want, b.texts())
		}
	}
	if len(b.panel.cells) != 4 {
		t.Errorf("%d cells, want 4", len(b.panel.cells))
	}
}
