package layout_test

import (
	"context"
	"os"
	"runtime/metrics"
	"strings"
	"testing"
	"time"

	"yunxing/data"
	"yunxing/data/layout"
)

// FuzzGrid states that no table makes the reader crash, that what it returns has a
// period, and that a figure in doubt has a problem.
func FuzzGrid(f *testing.F) {
	for _, ar := range archives(f, "testdata/*.txt") {
		for _, c := range ar.Files {
			if !strings.HasPrefix(c.Name, "becomes") {
				f.Add(string(c.Data))
			}
		}
	}
	f.Add("2013|2014\n1|2\n注|①\n||\n2019.1|…")
	cat := catalog(f)
	f.Fuzz(func(t *testing.T, s string) {
		if strings.Count(s, "|") > 500 || strings.Count(s, "\n") > 200 {
			t.Skip("too large to be quick")
		}
		start, before := time.Now(), allocated()
		obs, problems, err := layout.Read(context.Background(), []*data.Grid{draw("fuzz", s)}, cat, layout.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if n, d := allocated()-before, time.Since(start); n > 1<<30 || d > 20*time.Second {
			t.Errorf("it allocates %d MB and takes %v", n>>20, d)
		}
		doubt := false
		for _, p := range problems {
			doubt = doubt || p.Doubt
		}
		for _, o := range obs {
			if o.Period.IsZero() || o.Source.Cell == "" {
				t.Errorf("an observation without period or cell: %+v", o)
			}
			if o.Status == data.Doubtful && !doubt {
				t.Errorf("%s is doubtful without a problem", o.Source.Cell)
			}
		}
	})
}

// allocated returns the bytes that were allocated so far.
func allocated() uint64 {
	s := []metrics.Sample{{Name: "/gc/heap/allocs:bytes"}}
	metrics.Read(s)
	return s[0].Value.Uint64()
}

// TestOdd states that sheets which are no tables say so, or say nothing.
func TestOdd(t *testing.T) {
	cat := catalog(t)
	for name, tt := range map[string]struct{ text, want string }{
		"nothing":       {"|", "remark A1 table.empty \n"},
		"prose":         {"关于2013年工业经济运行情况的说明\n全区规模以上工业增加值增长12.2%。", "remark A1 table.empty \n"},
		"a number":      {"12.2", "doubt"},
		"a row":         {"1|2|3|4", ""},
		"only headings": {"行业|2013年|2014年\n总计||", "remark A1 table.empty \n"},
	} {
		got := read(t, cat, draw(name, tt.text))
		if !strings.HasPrefix(got, strings.TrimRight(tt.want, " \n")) {
			t.Errorf("%s becomes %q, want %q", name, got, tt.want)
		}
		if strings.Contains(got, "published") {
			t.Errorf("%s gives figures: %s", name, got)
		}
	}
}

// TestCancelled states that a cancelled reading stores nothing.
func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	obs, _, err := layout.Read(ctx, []*data.Grid{draw("a", "行业|2013年\n总计|1")}, catalog(t), layout.Options{})
	if err == nil || len(obs) > 0 {
		t.Errorf("%d observations and %v", len(obs), err)
	}
}

// TestVintage states that the day of release of the notes gives way to the one that
// the person gives.
func TestVintage(t *testing.T) {
	day, err := data.ParseDate("2014-01-20")
	if err != nil {
		t.Fatal(err)
	}
	g := draw("a", "2013年全国规模以上工业企业利润总额\n单位：亿元\n行业|利润总额\n总计|62831\n数据来源：国家统计局 发布日期：2014年1月28日")
	for _, tt := range []struct {
		o    layout.Options
		want string
	}{{layout.Options{}, "2014-01-28"}, {layout.Options{Vintage: day}, "2014-01-20"}} {
		obs, _, err := layout.Read(context.Background(), []*data.Grid{g}, catalog(t), tt.o)
		if err != nil || len(obs) != 1 || obs[0].Vintage.String() != tt.want {
			t.Errorf("%+v, %v; want one of %s", obs, err, tt.want)
		}
	}
}

// TestRoles states what the cells of a table become on the page that reviews it.
func TestRoles(t *testing.T) {
	g := draw("a", "2013年全国规模以上工业企业利润总额\n单位：亿元\n行业|1-9月\n总计|40452.5\n采矿业|…\n制造业|持平\n注：…")
	r, err := layout.Analyse(context.Background(), []*data.Grid{g}, catalog(t), layout.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for cell, want := range map[[2]int]layout.CellRole{
		{0, 0}: layout.Title, {1, 0}: layout.Unit, {2, 1}: layout.Period, {3, 0}: layout.Item, {3, 1}: layout.Value,
		{4, 1}: layout.Absent, {5, 1}: layout.InDoubt, {6, 0}: layout.Note, {9, 9}: layout.Ignored,
	} {
		if got := r.Roles[0].At(cell[0], cell[1]); got != want {
			t.Errorf("%s is %v, want %v", data.CellName(cell[0], cell[1]), got, want)
		}
	}
	if len(r.Tables) != 1 || r.Tables[0].Layout != "across" {
		t.Errorf("the tables are %+v", r.Tables)
	}
}

func BenchmarkSample(b *testing.B) {
	if _, err := os.Stat("../../assets/sample"); err != nil {
		b.Skip("the sample workbooks are not there")
	}
	cat := catalog(b)
	grids := openSample(b)
	for b.Loop() {
		if _, _, err := layout.Read(context.Background(), grids, cat, layout.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
