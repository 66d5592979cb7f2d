package layout_test

import (
	"context"
	"flag"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"yunxing/data"
	"yunxing/data/layout"
)

var update = flag.Bool("update", false, "write what is read into the cases")

// TestShapes reads the tables in testdata, each drawn in text, and compares what
// becomes of their cells with what stands below them. A file that begins with a
// sentence says what its tables are about.
func TestShapes(t *testing.T) {
	cat := catalog(t)
	for name, ar := range archives(t, "testdata/*.txt") {
		var out []txtar.File
		for _, f := range ar.Files {
			if strings.HasPrefix(f.Name, "becomes") {
				continue
			}
			got := read(t, cat, draw(f.Name, string(f.Data)))
			want := file(ar, "becomes: "+f.Name)
			if got != want && !*update {
				t.Errorf("%s, %s: the table becomes\n%swant\n%s", name, f.Name, got, want)
			}
			out = append(out, f, txtar.File{Name: "becomes: " + f.Name, Data: []byte(got)})
		}
		if *update {
			ar.Files = out
			if err := os.WriteFile(name, txtar.Format(ar), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// file returns the content of a file of an archive.
func file(ar *txtar.Archive, name string) string {
	for _, f := range ar.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

// draw returns the grid of a text whose cells are divided by bars or commas.
func draw(name, text string) *data.Grid {
	g := &data.Grid{File: "case", Sheet: ""}
	sep := "|"
	if !strings.Contains(text, "|") {
		sep = ","
	}
	for row, line := range strings.Split(strings.TrimRight(text, "\n"), "\n") {
		for col, s := range strings.Split(line, sep) {
			if s != "" {
				g.Set(row, col, data.Cell{Text: s, Kind: data.TextCell, Digits: -1})
			}
		}
	}
	return g
}

// read returns the observations and problems of a grid in lines.
func read(t *testing.T, cat *data.Catalog, g *data.Grid) string {
	t.Helper()
	return readAs(t, cat, g, layout.Options{})
}

// readAs is read with options.
func readAs(t *testing.T, cat *data.Catalog, g *data.Grid, o layout.Options) string {
	t.Helper()
	obs, problems, err := layout.Read(context.Background(), []*data.Grid{g}, cat, o)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, o := range obs {
		k := o.Key
		value := data.HalfAway.Format(o.Value, int(o.Digits))
		fmt.Fprintf(&b, "%s %s %s %s %v %v", o.Source.Cell, named(k.Indicator), named(k.Region), k.Item, o.Period, k.Basis)
		fmt.Fprintf(&b, " | %s %s %v", value, o.Unit, o.Status)
		if o.Break {
			b.WriteString(" break")
		}
		if k.Coverage != "" {
			b.WriteString(" (" + k.Coverage + ")")
		}
		if o.Raw != "" {
			fmt.Fprintf(&b, " %q", o.Raw)
		}
		if !o.Vintage.IsZero() {
			fmt.Fprintf(&b, " of %v", o.Vintage)
		}
		b.WriteByte('\n')
	}
	var lines []string
	for _, p := range problems {
		kind := "remark"
		if p.Doubt {
			kind = "doubt"
		}
		lines = append(lines, fmt.Sprintf("%s %s %s %s", kind, p.At.Cell, p.Code, p.Detail))
	}
	slices.Sort(lines)
	for _, l := range lines {
		b.WriteString(strings.TrimRight(l, " ") + "\n")
	}
	return b.String()
}

// named returns a name, or a dash for none.
func named(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

// archives returns the cases in the files that a pattern names, by file.
func archives(tb testing.TB, pattern string) iter.Seq2[string, *txtar.Archive] {
	tb.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		tb.Fatal("no cases", err)
	}
	return func(yield func(string, *txtar.Archive) bool) {
		for _, name := range files {
			ar, err := txtar.ParseFile(name)
			if err != nil {
				tb.Fatal(err)
			}
			if !yield(name, ar) {
				return
			}
		}
	}
}
