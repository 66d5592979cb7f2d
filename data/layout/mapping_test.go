package layout_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"yunxing/data"
	"yunxing/data/layout"
)

// TestMapped reads the tables in testdata/mapped with what a person says of them:
// lines of scope, cell, part and text. What is said must go before what is read, and
// touch nothing else.
func TestMapped(t *testing.T) {
	cat := catalog(t)
	for name, ar := range archives(t, "testdata/mapped/*.txt") {
		var out []txtar.File
		for _, f := range ar.Files {
			if strings.Contains(f.Name, ": ") {
				continue
			}
			g := draw(f.Name, string(f.Data))
			rules := file(ar, "said: "+f.Name)
			got := readAs(t, cat, g, layout.Options{Mappings: map[*data.Grid]layout.Mapping{g: said(t, cat, rules)}})
			if want := file(ar, "becomes: "+f.Name); got != want && !*update {
				t.Errorf("%s, %s: the table becomes\n%swant\n%s", name, f.Name, got, want)
			}
			out = append(out, f, txtar.File{Name: "said: " + f.Name, Data: []byte(rules)}, txtar.File{Name: "becomes: " + f.Name, Data: []byte(got)})
		}
		if *update {
			ar.Files = out
			if err := os.WriteFile(name, txtar.Format(ar), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// said reads rules, one to a line: scope, cell, part and, where there is one, text.
func said(t *testing.T, cat *data.Catalog, lines string) layout.Mapping {
	t.Helper()
	var m layout.Mapping
	for line := range strings.SplitSeq(strings.TrimSpace(lines), "\n") {
		f := strings.SplitN(line, " ", 4)
		if len(f) < 3 {
			t.Fatalf("rule %q", line)
		}
		r := layout.Rule{Scope: layout.Scope(f[0]), Part: layout.Part(f[2])}
		if err := r.At.UnmarshalText([]byte(f[1])); err != nil {
			t.Fatal(err)
		}
		if len(f) == 4 {
			r.Text = f[3]
		}
		if err := r.Check(cat); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		m = m.Add(r)
	}
	return m
}

// TestRuleCheck fails where a rule that makes no sense is taken, since it would then
// be left out without a word.
func TestRuleCheck(t *testing.T) {
	cat := catalog(t)
	for _, r := range []layout.Rule{
		{Scope: layout.OfTable, Part: layout.UnitPart},
		{Scope: layout.OfRow, Part: layout.BasisPart},
		{Scope: "page", Part: layout.SkipPart},
		{Scope: layout.OfTable, Part: layout.SkipPart, Text: "x"},
		{Scope: layout.OfTable, Part: layout.PeriodPart, Text: "2019.1"},
		{Scope: layout.OfTable, Part: layout.PeriodPart, Text: "1-9月"},
		{Scope: layout.OfTable, Part: layout.PeriodPart, Text: "亿元"},
		{Scope: layout.OfTable, Part: layout.BasisPart, Text: "亿元"},
		{Scope: layout.OfTable, Part: layout.BasisPart, Text: "随便"},
		{Scope: layout.OfTable, Part: layout.UnitPart, Text: "12"},
		{Scope: layout.OfTable, Part: layout.RegionPart, Text: "…"},
		{Scope: layout.OfTable, Part: layout.IndicatorPart, Text: "2013"},
		{Scope: layout.OfCell, At: layout.Spot{Row: -1}, Part: layout.SkipPart},
	} {
		if err := r.Check(cat); !errors.Is(err, layout.ErrRule) {
			t.Errorf("%+v is taken: %v", r, err)
		}
	}
}

// TestMappingAdd fails where a rule stays beside one that takes its place, or one
// about something else is lost.
func TestMappingAdd(t *testing.T) {
	at := layout.Spot{Row: 3, Col: 2}
	var m layout.Mapping
	for _, r := range []layout.Rule{
		{Scope: layout.OfRow, At: at, Part: layout.HeadingPart},
		{Scope: layout.OfRow, At: at, Part: layout.SplitPart},
		{Scope: layout.OfRow, At: layout.Spot{Row: 3, Col: 9}, Part: layout.PeriodPart},
		{Scope: layout.OfColumn, At: at, Part: layout.RegionPart},
		{Scope: layout.OfTable, At: at, Part: layout.UnitPart, Text: "万元"},
		{Scope: layout.OfTable, At: at, Part: layout.UnitPart, Text: "亿元"},
		{Scope: layout.OfTable, At: at, Part: layout.PeriodPart, Text: "2013年"},
	} {
		m = m.Add(r)
	}
	var got []string
	for _, r := range m {
		got = append(got, strings.TrimSpace(fmt.Sprint(r.Scope, " ", r.Part, " ", r.Text)))
	}
	want := "row split, row period, column region, table unit 亿元, table period 2013年"
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("the mapping is %s, want %s", s, want)
	}
	if m = m.Add(layout.Rule{Scope: layout.OfRow, At: at}); len(m) != 3 {
		t.Errorf("after taking back it is %v", m)
	}
}

// TestMappingJSON fails where a mapping that is written down comes back another.
func TestMappingJSON(t *testing.T) {
	m := layout.Mapping{{Scope: layout.OfTable, At: layout.Spot{Row: 3, Col: 27}, Part: layout.UnitPart, Text: "亿元", Anchor: "地区"}}
	b, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	if want := `[{"scope":"table","at":"AB4","part":"unit","text":"亿元","anchor":"地区"}]`; string(b) != want {
		t.Errorf("written as %s, want %s", b, want)
	}
	var back layout.Mapping
	if err := json.Unmarshal(b, &back); err != nil || !reflect.DeepEqual(m, back) {
		t.Errorf("came back as %v, %v", back, err)
	}
	if err := json.Unmarshal([]byte(`[{"at":"4"}]`), &back); !errors.Is(err, layout.ErrRule) {
		t.Errorf("a cell without a column gives %v", err)
	}
}
