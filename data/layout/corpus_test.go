package layout_test

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"yunxing/data"
	"yunxing/data/layout"
	"yunxing/data/sheet"
)

const corpus = "../../../shared/sheets"

// A fact is a cell of a real workbook that a person has read.
type fact struct {
	File      string `json:"file"`
	Sheetname string `json:"sheetname"`
	Row       int    `json:"row"`
	Col       int    `json:"col"`
	Text      string `json:"text"`
	Exp       any    `json:"exp"`
	Unit      string `json:"unit"`
	Kind      string `json:"kind"`
}

// An imported file with its problems by cell.
type imported struct {
	err    error
	cells  map[string]data.Observation
	doubts map[string][]string // cells of doubts by sheet
	tables []layout.Found
}

// TestCorpus prints how the facts come out, by kind of container and by layout, and
// states that none that is not in doubt is wrong.
func TestCorpus(t *testing.T) {
	b, err := os.ReadFile(filepath.Join(corpus, "facts.json"))
	if err != nil {
		t.Skip("the corpus of real workbooks is not there")
	}
	var facts []fact
	if err := json.Unmarshal(b, &facts); err != nil {
		t.Fatal(err)
	}
	cat := catalog(t)
	files := map[string]imported{}
	containers, layouts := tally{}, tally{}
	for _, f := range facts {
		if _, ok := files[f.File]; !ok {
			files[f.File] = importFile(t, cat, f.File)
		}
		verdict, why := judge(f, files[f.File])
		containers.add(f.Kind, verdict)
		layouts.add(files[f.File].layoutOf(f), verdict)
		switch verdict {
		case "wrong":
			t.Errorf("wrong without a doubt: %s %s R%dC%d %s: %s", f.File, f.Sheetname, f.Row, f.Col, f.Text, why)
		case "silent", "doubt":
			t.Logf("%-6s %s %s R%dC%d %s: %s", verdict, f.File, f.Sheetname, f.Row, f.Col, f.Text, why)
		}
	}
	t.Log("by container:")
	right := containers.print(t)
	t.Log("by layout:")
	layouts.print(t)
	t.Logf("%d of %d facts right", right, len(facts))
	if right*100 < len(facts)*95 {
		t.Errorf("%d of %d facts are right; fewer than 95 in a hundred would leave too much to be mended by hand", right, len(facts))
	}
}

// A tally counts verdicts by kind.
type tally map[string]map[string]int

// add counts a verdict.
func (c tally) add(kind, verdict string) {
	if c[kind] == nil {
		c[kind] = map[string]int{}
	}
	c[kind][verdict]++
	c[kind]["all"]++
}

// print logs the counts in order of their kinds, and returns how many are right.
func (c tally) print(t *testing.T) (right int) {
	t.Helper()
	for _, k := range slices.Sorted(maps.Keys(c)) {
		n := c[k]
		right += n["right"]
		t.Logf("%-20s %3d facts: %3d right, %3d in doubt, %3d refused, %3d silent, %3d wrong", k, n["all"], n["right"], n["doubt"], n["refused"], n["silent"], n["wrong"])
	}
	return right
}

// layoutOf returns the layout of the table in which a fact stands, "none" outside of
// all tables.
func (in imported) layoutOf(f fact) string {
	for _, found := range in.tables {
		if (found.Sheet == f.Sheetname || f.Kind == "csv") && found.Range.Contains(f.Row-1, f.Col-1) {
			return found.Layout
		}
	}
	return "none"
}

// importFile reads one file of the corpus.
func importFile(t *testing.T, cat *data.Catalog, name string) imported {
	t.Helper()
	grids, err := sheet.Open(context.Background(), filepath.Join(corpus, "files", name))
	out := imported{err: err, cells: map[string]data.Observation{}, doubts: map[string][]string{}}
	if err != nil {
		return out
	}
	r, err := layout.Analyse(context.Background(), grids, cat, layout.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range r.Observations {
		out.cells[o.Source.Sheet+"!"+o.Source.Cell] = o
	}
	doubts := map[data.Code]int{}
	for _, p := range r.Problems {
		if p.Doubt {
			out.doubts[p.At.Sheet] = append(out.doubts[p.At.Sheet], p.At.Cell+" "+string(p.Code))
			doubts[p.Code]++
		}
	}
	ids := map[string]int{}
	out.tables = r.Tables
	for _, f := range r.Tables {
		ids[f.Layout]++
	}
	t.Logf("%s: %d sheets, %d observations, tables %v, doubts %v", name, len(grids), len(r.Observations), ids, doubts)
	return out
}

var cellName = regexp.MustCompile(`^([A-Z]+)(\d+)`)

// judge compares what was read from a cell with what a person read.
func judge(f fact, in imported) (verdict, why string) {
	if in.err != nil {
		return "refused", in.err.Error()
	}
	name := f.Sheetname
	if f.Kind == "csv" {
		name = ""
	}
	at := data.CellName(f.Row-1, f.Col-1)
	doubt := ""
	for _, d := range in.doubts[name] {
		m := cellName.FindStringSubmatch(d)
		if m[1] == data.ColumnName(f.Col-1) || m[2] == strconv.Itoa(f.Row) || m[1]+m[2] == at {
			doubt += d + " "
		}
	}
	o, ok := in.cells[name+"!"+at]
	if strings.Contains(f.Text, "must not become") || strings.Contains(f.Text, "side note") {
		if ok {
			return "wrong", "became " + o.Raw
		}
		return "right", ""
	}
	want, known := expected(f.Exp)
	if !known {
		if !ok || o.Status == data.Missing {
			return "right", ""
		}
		return "wrong", fmt.Sprintf("%v where nothing stands", o.Value)
	}
	if !ok {
		if doubt != "" {
			return "doubt", doubt
		}
		return "silent", "no observation"
	}
	why = differences(f, o, want)
	switch {
	case why == "" && o.Status == data.Doubtful && nowhere(f.File) && !o.Unit.Known() && unitAsked(doubt):
		return "right", "" // the unit stands nowhere in the file and is asked for
	case o.Status == data.Doubtful:
		return "doubt", doubt + "| " + why
	case why != "":
		return "wrong", why
	}
	return "right", ""
}

// unitAsked reports whether the doubts at a figure ask for its unit and are about
// nothing else that a fact states.
func unitAsked(doubts string) bool {
	for _, word := range []string{"period.", "value.", "unit.conflict", "measure."} {
		if strings.Contains(doubts, word) {
			return false
		}
	}
	return strings.Contains(doubts, string(layout.UnitUnknown))
}

// nowhere reports whether a file of the corpus states the units of its figures
// nowhere: the person who read it knew them from elsewhere.
func nowhere(file string) bool {
	for _, prefix := range []string{"14_", "46_", "53_", "61_", "62_", "71_", "74_", "76_", "77_"} {
		if strings.HasPrefix(file, prefix) {
			return true
		}
	}
	return false
}

// expected returns the number that a fact gives, and false for a missing one.
func expected(exp any) (float64, bool) {
	switch v := exp.(type) {
	case float64:
		return v, true
	case string:
		s := strings.ReplaceAll(strings.TrimSpace(v), ",", ".")
		s, _, _ = strings.Cut(s, " ")
		x, err := strconv.ParseFloat(s, 64)
		return x, err == nil
	}
	return 0, false
}

var factPeriod = regexp.MustCompile(`^(?:FY)?(\d{4}(?:Q\d|-\d\d(?:-\d\d)?)?)(?:/(\d{4}(?:Q\d|-\d\d)?))?`)

// differences returns how an observation differs from a fact in value, period, span
// and unit.
func differences(f fact, o data.Observation, want float64) string {
	var out []string
	if math.Abs(o.Value-want) > 1e-9*math.Max(1, math.Abs(want)) {
		out = append(out, fmt.Sprintf("value %v", o.Value))
	}
	parts := strings.Split(f.Text, "|")
	if len(parts) > 3 {
		if m := factPeriod.FindStringSubmatch(strings.TrimSpace(parts[3])); m != nil {
			period := cmp.Or(m[2], m[1])
			span := data.Current
			if strings.Contains(parts[3], "YTD") {
				span = data.Cumulative
			}
			got := o.Period.String()
			if strings.HasPrefix(strings.TrimSpace(parts[3]), "FY") {
				period = strings.Replace(period, "-", "/", 1)
			}
			if got != period {
				out = append(out, "period "+got)
			}
			if o.Key.Basis.Span != span && o.Key.Basis.Span != data.Point {
				out = append(out, "span "+o.Key.Basis.Span.String())
			}
		}
	}
	if !sameUnit(f.Unit, o.Unit) && (o.Unit.Known() || !nowhere(f.File)) {
		out = append(out, "unit "+o.Unit.Symbol+" for "+f.Unit)
	}
	return strings.Join(out, ", ")
}

// sameUnit reports whether a unit is the one that a fact gives, which may carry a
// remark in brackets. A fact may say no more than that it is an index, or that an
// index has another base than the table before, which was 2011-12.
func sameUnit(want string, u data.Unit) bool {
	want, _, _ = strings.Cut(want, " (")
	want = strings.ReplaceAll(want, "＝", "=")
	switch want {
	case "index", "índice":
		return u.Dimension == data.IndexBase && !strings.Contains(u.Symbol, "=100")
	case "other base":
		return u.Symbol == "2004-05=100"
	case "% of GDP":
		return u.Symbol == "%"
	}
	return u.Symbol == want
}
