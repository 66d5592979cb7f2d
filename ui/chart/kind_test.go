package chart

import (
	"context"
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"yunxing/assets"
	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/brief"
	"yunxing/ui/i18n"
)

var kinds = flag.String("kinds", "", "write every kind of chart to this folder")

// facts answers queries from the fact tables that the sample workbooks are made
// of, so that the figures of tests are real ones.
type facts []data.Series

// Series returns the series that match q.
func (f facts) Series(_ context.Context, q data.Query) ([]data.Series, error) {
	var out []data.Series
	for _, s := range f {
		if q.Matches(s.Key) {
			out = append(out, s)
		}
	}
	slices.SortStableFunc(out, func(a, b data.Series) int { return a.Key.Compare(b.Key) })
	return out, nil
}

// bases says how the words of the fact tables are to be read.
func bases() map[string]data.Basis {
	return map[string]data.Basis{
		"cum_yoy":         {Span: data.Cumulative, Measure: data.Growth, Reference: data.YearAgo},
		"mon_yoy":         {Span: data.Current, Measure: data.Growth, Reference: data.YearAgo},
		"cum_level":       {Span: data.Cumulative, Measure: data.Level},
		"end_yoy":         {Span: data.Point, Measure: data.Growth, Reference: data.YearAgo},
		"end_level":       {Span: data.Point, Measure: data.Level},
		"idx_yoy":         {Span: data.Current, Measure: data.Index, Reference: data.YearAgo},
		"qtr_rate":        {Span: data.Current, Measure: data.Share},
		"rate":            {Span: data.Point, Measure: data.Share},
		"index":           {Span: data.Current, Measure: data.Index},
		"target":          {Span: data.Current, Measure: data.Growth},
		"forecast":        {Span: data.Current, Measure: data.Growth},
		"contribution_pp": {Span: data.Cumulative, Measure: data.Points},
	}
}

// loadFacts reads the fact tables.
func loadFacts(t testing.TB, c *data.Catalog) facts {
	t.Helper()
	files, err := filepath.Glob("../../cmd/internal/sample/figures/*.csv")
	if err != nil || len(files) == 0 {
		t.Skip("the fact tables of the sample are not here")
	}
	at := map[data.Key]map[data.Period]data.Number{}
	ref := data.Ref(0)
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(f).ReadAll()
		if err = errors.Join(err, f.Close()); err != nil {
			t.Fatal(err)
		}
		for _, r := range rows[1:] {
			key, ok := factKey(c, r)
			if !ok {
				continue
			}
			for i, text := range r[6:] {
				p, _, err := data.ParsePeriod(rows[0][6+i])
				if err != nil {
					t.Fatal(err)
				}
				key.Freq = p.Freq()
				n, ok := factNumber(text, &ref)
				if !ok {
					continue
				}
				if at[key] == nil {
					at[key] = map[data.Period]data.Number{}
				}
				at[key][p] = n
			}
		}
	}
	return seriesOf(at)
}

// factKey reads the key of a row; the tables hold kinds of row that no chart asks
// for, which are left out.
func factKey(c *data.Catalog, r []string) (data.Key, bool) {
	basis, ok := bases()[r[4]]
	name := strings.TrimSuffix(r[2], "_拉动")
	region, found := c.FindRegion(r[1])
	ind, known := c.FindIndicator(name)
	if !ok || !found || !known {
		return data.Key{}, false
	}
	item := data.TotalItem
	if it, ok := c.FindItemOf(ind, r[3]); ok {
		item = it.Code
	} else if r[3] != "总计" {
		return data.Key{}, false
	}
	return data.Key{Indicator: ind.Code, Region: region.Code, Item: item, Basis: basis}, true
}

// factNumber reads a figure with its footnote mark: ① derived, ② break, ③
// projected, ④ approximate.
func factNumber(text string, ref *data.Ref) (data.Number, bool) {
	plain := strings.TrimRight(text, "①②③④")
	v, err := strconv.ParseFloat(plain, 64)
	if err != nil {
		return data.Number{}, false
	}
	_, decimals, _ := strings.Cut(plain, ".")
	*ref++
	n := data.PublishedNumber(v, int8(len(decimals)), *ref)
	switch text[len(plain):] {
	case "①":
		n.Status = data.Derived
	case "②":
		n.Break = true
	case "③":
		n.Status = data.Projected
	case "④":
		n.Status = data.Estimated
	}
	return n, true
}

// seriesOf returns numbers by key and period as series, in the order of keys.
func seriesOf(at map[data.Key]map[data.Period]data.Number) facts {
	var out facts
	for key, numbers := range at {
		var first, last data.Period
		for p := range numbers {
			if first.IsZero() || p.Compare(first) < 0 {
				first = p
			}
			if last.IsZero() || p.Compare(last) > 0 {
				last = p
			}
		}
		s := data.Series{Key: key, Start: first, Points: make([]data.Number, last.Sub(first)+1)}
		for i := range s.Points {
			n, ok := numbers[first.Add(i)]
			if !ok {
				n = data.NotKnown()
			}
			s.Points[i] = n
		}
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b data.Series) int { return a.Key.Compare(b.Key) })
	return out
}

// bench is what the kinds are built from in tests.
type bench struct {
	catalog  *data.Catalog
	facts    facts
	printers map[string]i18n.Printer
}

// newBench loads catalogue, facts and texts.
func newBench(t testing.TB) bench {
	t.Helper()
	b := emptyBench(t)
	b.facts = loadFacts(t, b.catalog)
	return b
}

// emptyBench loads catalogue and texts alone.
func emptyBench(t testing.TB) bench {
	t.Helper()
	dir, err := fs.Sub(assets.Catalog, "catalog")
	if err != nil {
		t.Fatal(err)
	}
	c, err := data.LoadCatalog(dir)
	if err != nil {
		t.Fatal(err)
	}
	b := bench{catalog: c, printers: map[string]i18n.Printer{}}
	for _, l := range i18n.Languages() {
		p, err := i18n.New(l)
		if err != nil {
			t.Fatal(err)
		}
		b.printers[string(l)] = p
	}
	return b
}

// build draws a kind for a region and a period.
func (b bench) build(t testing.TB, id, lang string, sel brief.Selection) (*Figure, error) {
	t.Helper()
	for _, k := range All() {
		if k.ID == id {
			return k.Build(context.Background(), brief.New(b.facts, b.catalog, sel), b.printers[lang])
		}
	}
	t.Fatalf("there is no kind %q", id)
	return nil, nil
}

// scene is a selection that kinds are tested on.
type scene struct {
	name  string
	sel   brief.Selection
	kinds []string // nil for all
}

// scenes lists the selections of the tests.
func scenes() []scene {
	nm := "150000"
	return []scene{
		{"nation-2013Q3", brief.Selection{Region: "000000", Period: data.Quarter(2013, 3)}, nil},
		{"nm-2013Q3", brief.Selection{Region: nm, Period: data.Quarter(2013, 3)}, nil},
		{"nm-2023-10", brief.Selection{Region: nm, Period: data.Month(2023, 10)}, []string{"leagues", "contribution", "branches", "factors", "months", "heat", "map"}},
		{"nm-2015-04", brief.Selection{Region: nm, Period: data.Month(2015, 4), Peers: "west12"}, []string{"ranked", "moves", "slope"}},
		{"nm-2015-07", brief.Selection{Region: nm, Period: data.Month(2015, 7), Peers: "west12"}, []string{"ranked", "bump", "provinces"}},
		{"nation-2023Q3", brief.Selection{Region: "000000", Period: data.Quarter(2023, 3)}, []string{"capacity", "overlay", "factors", "contribution", "fan"}},
		{"nation-2013Q4", brief.Selection{Region: "000000", Period: data.Quarter(2013, 4)}, []string{"overlay", "fan"}},
		{"nation-2009Q1", brief.Selection{Region: "000000", Period: data.Quarter(2009, 1)}, []string{"prices"}},
		{"nation-2016Q4", brief.Selection{Region: "000000", Period: data.Quarter(2016, 4)}, []string{"current", "prices"}},
		{"nation-2020Q2", brief.Selection{Region: "000000", Period: data.Quarter(2020, 2)}, []string{"current", "seasonal"}},
		{"nation-2021Q1", brief.Selection{Region: "000000", Period: data.Quarter(2021, 1)}, []string{"capacity", "products"}},
		{"nation-2024Q2", brief.Selection{Region: "000000", Period: data.Quarter(2024, 2)}, []string{"investment"}},
	}
}

// picks reports whether a kind is drawn in the scene. Of checks, which grow with the
// identities that stats knows, the builder has a sample instead.
func (s scene) picks(id string) bool {
	return s.kinds == nil && id != "checks" || slices.Contains(s.kinds, id)
}

// TestKindText fails where a kind says something else than before, or cannot say
// that it has nothing to say.
func TestKindText(t *testing.T) {
	b := newBench(t)
	for _, s := range scenes() {
		for _, k := range All() {
			if !s.picks(k.ID) {
				continue
			}
			for _, lang := range []string{"zh", "en"} {
				t.Run(s.name+"/"+k.ID+"/"+lang, func(t *testing.T) {
					f, err := b.build(t, k.ID, lang, s.sel)
					if err != nil {
						if !errors.Is(err, brief.ErrAbsent) && !errors.Is(err, stats.ErrCoverage) {
							t.Errorf("the error is neither of absence nor of coverage: %v", err)
						}
						golden(t, fmt.Sprintf("kind-%s-%s-%s.txt", s.name, k.ID, lang), []byte(err.Error()+"\n"))
						return
					}
					golden(t, fmt.Sprintf("kind-%s-%s-%s.txt", s.name, k.ID, lang), []byte(f.Text()))
				})
			}
		}
	}
}

// TestKindPictures writes every kind for the eye where a folder is given.
func TestKindPictures(t *testing.T) {
	if *kinds == "" {
		t.Skip("no -kinds folder")
	}
	b := newBench(t)
	fonts := testFonts(t)
	for _, st := range Themes(fonts)[:3] {
		for _, s := range scenes() {
			for _, k := range All() {
				for _, lang := range []string{"zh", "en"} {
					f, err := b.build(t, k.ID, lang, s.sel)
					if err != nil || !s.picks(k.ID) {
						continue
					}
					for _, format := range []Format{PNG, SVG, PDF} {
						name := filepath.Join(*kinds, fmt.Sprintf("%s-%s-%s-%s.%s", st.ID, s.name, k.ID, lang, format))
						writeFile(t, name, f, st, Output{Format: format, DPI: 200})
					}
				}
			}
		}
	}
}

// TestKindNeeds fails where a kind that finds nothing does not say of which indicator,
// region and period.
func TestKindNeeds(t *testing.T) {
	b := emptyBench(t)
	sel := brief.Selection{Region: "150000", Period: data.Quarter(2013, 3)}
	for _, k := range All() {
		_, err := b.build(t, k.ID, "en", sel)
		a := &brief.Absent{}
		if !errors.As(err, &a) {
			t.Errorf("%s: %v", k.ID, err)
			continue
		}
		for _, code := range append([]string{a.Indicator}, a.Or...) {
			if _, ok := b.catalog.Indicator(code); !ok {
				t.Errorf("%s: there is no indicator %q", k.ID, code)
			}
		}
		if a.Region != sel.Region && a.Region != "000000" || a.Period != sel.Period {
			t.Errorf("%s: region %q, period %v", k.ID, a.Region, a.Period)
		}
	}
}
