package layout_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"yunxing/data"
	"yunxing/data/layout"
)

// FuzzMapping states that nothing a person says of a sheet makes the reader crash,
// that a template of it can be written, read again and used, and that the sheet does
// not differ from its own template but in what is never carried over.
func FuzzMapping(f *testing.F) {
	for _, ar := range archives(f, "testdata/mapped/*.txt") {
		for _, c := range ar.Files {
			if !strings.Contains(c.Name, ": ") {
				f.Add(string(c.Data), file(ar, "said: "+c.Name))
			}
		}
	}
	f.Add("a|b\n1|2\n3|4", "row A2 split\nrow A2 heading\ncolumn B1 split\ncolumn A1 period\ncolumn ZZ9 figures\nrow B99 title")
	cat := catalog(f)
	f.Fuzz(func(t *testing.T, sheet, rules string) {
		if strings.Count(sheet, "|") > 300 || strings.Count(sheet, "\n") > 100 || strings.Count(rules, "\n") > 30 {
			t.Skip("too large to be quick")
		}
		start, before := time.Now(), allocated()
		g := draw("fuzz", sheet)
		m := map[*data.Grid]layout.Mapping{g: anything(rules)}
		grids := []*data.Grid{g}
		r, err := layout.Analyse(context.Background(), grids, cat, layout.Options{Mappings: m})
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range r.Observations {
			if o.Period.IsZero() || o.Source.Cell == "" {
				t.Errorf("an observation without period or cell: %+v", o)
			}
		}
		useAgain(t, cat, grids, m, r)
		if n, d := allocated()-before, time.Since(start); n > 1<<30 || d > 20*time.Second {
			t.Errorf("it allocates %d MB and takes %v", n>>20, d)
		}
	})
}

// anything reads rules as said does, but takes what makes no sense as well.
func anything(lines string) layout.Mapping {
	var m layout.Mapping
	for line := range strings.SplitSeq(lines, "\n") {
		f := append(strings.SplitN(line, " ", 4), "", "", "", "")
		r := layout.Rule{Scope: layout.Scope(f[0]), Part: layout.Part(f[2]), Text: f[3]}
		if r.At.UnmarshalText([]byte(f[1])) == nil {
			m = m.Add(r)
		}
	}
	return m
}

// useAgain keeps a template of what was read and reads it again with that.
func useAgain(t *testing.T, cat *data.Catalog, grids []*data.Grid, m map[*data.Grid]layout.Mapping, r layout.Result) {
	t.Helper()
	for g, rules := range m {
		var sense layout.Mapping
		for _, rule := range rules {
			if rule.Check(cat) == nil {
				sense = append(sense, rule)
			}
		}
		m[g] = sense
	}
	b, err := layout.NewTemplate(grids, m, r, cat).Write()
	if err != nil {
		t.Fatal(err)
	}
	tmpl, err := layout.ParseTemplate(b, cat)
	if err != nil {
		t.Fatalf("a template that was written cannot be read: %v\n%s", err, b)
	}
	use, again := tmpl.Use(grids, tmpl.Fit(grids, cat), true)
	r2, err := layout.Analyse(context.Background(), grids, cat, layout.Options{Mappings: again})
	if err != nil {
		t.Fatal(err)
	}
	use.Differences(r2, cat)
}
