package chart

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"image"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"yunxing/assets"
	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/brief"
)

// harm is strange data: the facts of the sample with every number put in place of
// another, or with every name of the catalogue.
type harm struct {
	name string
	// number returns what stands in place of the i-th number of a series of n; nil
	// leaves the facts.
	number func(i, n int, was data.Number) data.Number
	// word returns what stands in place of a name; nil leaves the catalogue.
	word func(name, code string) string
}

// constant returns v as published with the decimals given.
func constant(v float64, digits int8) func(int, int, data.Number) data.Number {
	return func(_, _ int, was data.Number) data.Number { return data.PublishedNumber(v, digits, was.Refs...) }
}

// onlyThose returns the numbers that pick names, and nothing in place of others.
func onlyThose(pick func(i, n int) bool) func(int, int, data.Number) data.Number {
	return func(i, n int, was data.Number) data.Number {
		if pick(i, n) {
			return was
		}
		return data.NotKnown()
	}
}

// harms lists the strange data that every kind is drawn with.
func harms() []harm {
	tiny := func(i, _ int, was data.Number) data.Number {
		if i%2 == 0 {
			return data.PublishedNumber(1e12, 0, was.Refs...)
		}
		return data.PublishedNumber(1e-6, 6, was.Refs...)
	}
	negative := func(_, _ int, was data.Number) data.Number {
		return data.PublishedNumber(-math.Abs(was.Value)-1, was.Digits, was.Refs...)
	}
	small := func(_, _ int, was data.Number) data.Number {
		return data.PublishedNumber(was.Value*1e-7, was.Digits+7, was.Refs...)
	}
	large := func(_, _ int, was data.Number) data.Number {
		return data.PublishedNumber(was.Value*1e11, 0, was.Refs...)
	}
	return []harm{
		{"none", nil, nil},
		{"one", onlyThose(func(i, n int) bool { return i == n-1 }), nil},
		{"two", onlyThose(func(i, n int) bool { return i >= n-2 }), nil},
		{"missing", onlyThose(func(int, int) bool { return false }), nil},
		{"gaps", onlyThose(func(i, n int) bool { return (n-1-i)%3 == 0 }), nil},
		{"equal", constant(7, 1), nil},
		{"zero", constant(0, 1), nil},
		{"negative", negative, nil},
		{"huge-tiny", tiny, nil},
		{"small", small, nil},
		{"large", large, nil},
		{"long-zh", nil, func(name, code string) string {
			return string([]rune(strings.Repeat(name+"及其他有关行业", 60))[:300]) + code
		}},
		{"long-en", nil, func(name, code string) string {
			return strings.TrimSpace(strings.Repeat(name+" and other activities ", 30)[:300]) + code
		}},
		{"marks", nil, func(name, code string) string {
			return "<b>&\"" + name + "\"</b>\u202eمرحبا\u202c\u0007\u200b😀é" + code
		}},
	}
}

// hurt returns the facts up to a period with every number put in place of another.
func (h harm) hurt(in facts, end data.Period) facts {
	if h.number == nil {
		return in
	}
	out := slices.Clone(in)
	for i, s := range in {
		s = s.Cut(end)
		out[i] = s
		points := make([]data.Number, len(s.Points))
		for j, n := range s.Points {
			points[j] = n
			if n.Known() {
				points[j] = h.number(j, len(points), n)
			}
		}
		out[i].Points = points
	}
	return out
}

// renamed returns the catalogue with every name put in place of another.
func (h harm) renamed(t testing.TB, c *data.Catalog) *data.Catalog {
	t.Helper()
	if h.word == nil {
		return c
	}
	files := fstest.MapFS{}
	for _, name := range []string{"indicators.csv", "regions.csv", "items.csv", "groups.csv", "publishers.csv"} {
		b, err := fs.ReadFile(assets.Catalog, "catalog/"+name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: h.rename(t, b)}
	}
	out, err := data.LoadCatalog(files)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// rename returns a file of the catalogue with other names.
func (h harm) rename(t testing.TB, b []byte) []byte {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(b)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows[1:] {
		for j, column := range rows[0] {
			switch column {
			case "zh", "en", "short_zh", "short_en", "full_zh":
				if r[j] == "" {
					continue
				}
				r[j] = h.word(r[j], r[0])
			case "aliases":
				r[j] = ""
			}
		}
	}
	var out bytes.Buffer
	if err := csv.NewWriter(&out).WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// hostileScenes are the selections that kinds are drawn for, the first that a kind
// can be drawn for unharmed.
func hostileScenes() []brief.Selection {
	return []brief.Selection{
		{Region: "150000", Period: data.Quarter(2013, 3)},
		{Region: "000000", Period: data.Quarter(2013, 3)},
		{Region: "150000", Period: data.Month(2023, 10)},
		{Region: "000000", Period: data.Quarter(2023, 3)},
		{Region: "150000", Period: data.Month(2015, 4), Peers: "west12"},
	}
}

// sceneOf returns the selection that a kind is drawn for; false for revisions, which
// the fact tables have not.
func sceneOf(t testing.TB, b bench, id string) (brief.Selection, bool) {
	t.Helper()
	for _, sel := range hostileScenes() {
		if _, err := b.build(t, id, "zh", sel); err == nil {
			return sel, true
		}
	}
	return brief.Selection{}, false
}

// abuse draws every kind with strange data.
type abuse struct {
	bench
	scenes map[string]brief.Selection // by kind
}

// newAbuse finds the selection of each kind.
func newAbuse(t testing.TB) abuse {
	t.Helper()
	a := abuse{newBench(t), map[string]brief.Selection{}}
	for _, k := range All() {
		if sel, ok := sceneOf(t, a.bench, k.ID); ok {
			a.scenes[k.ID] = sel
		}
	}
	return a
}

// outcome is a kind drawn with strange data: a figure, or why there is none.
type outcome struct {
	id  string
	fig *Figure
	err error
}

// draw draws every kind with the data of a harm.
func (a abuse) draw(t testing.TB, h harm, lang string) []outcome {
	t.Helper()
	hurt := a.bench
	hurt.catalog = h.renamed(t, a.catalog)
	until := map[data.Period]facts{}
	var out []outcome
	for _, k := range All() {
		sel, ok := a.scenes[k.ID]
		if !ok {
			continue
		}
		if _, ready := until[sel.Period]; !ready {
			until[sel.Period] = h.hurt(a.facts, sel.Period)
		}
		hurt.facts = until[sel.Period]
		f, err := hurt.build(t, k.ID, lang, sel)
		out = append(out, outcome{k.ID, f, err})
	}
	return out
}

// flaws returns what a reader of a figure could not read.
func flaws(f *Figure, st Style, w, h float64) []string {
	out := clashes(f, st, w, h)
	for i := range f.Panels {
		for _, axis := range []*Axis{&f.Panels[i].X, &f.Panels[i].Y, f.Panels[i].Right} {
			out = append(out, twins(axis)...)
		}
		for _, m := range f.Panels[i].Marks {
			out = append(out, nothings(m)...)
		}
	}
	return out
}

// twins returns the labels that two ticks of an axis share.
func twins(a *Axis) []string {
	var out []string
	if a == nil {
		return nil
	}
	for i, t := range a.Ticks {
		if slices.ContainsFunc(a.Ticks[:i], func(o Tick) bool { return o.Label == t.Label }) {
			out = append(out, "two ticks "+t.Label)
		}
	}
	return out
}

// nothings returns published values that are printed as zero and are not.
func nothings(m Mark) []string {
	var out []string
	for _, d := range m.data() {
		if d.Known() && d.V != 0 && d.Status == Published && strings.Trim(d.Text(), "−0.") == "" {
			out = append(out, fmt.Sprintf("%g as %s", d.V, d.Text()))
		}
	}
	return out
}

// TestHostileKinds fails where a kind that is drawn with strange data cannot be read,
// or does not say why there is nothing to draw. Each kind of data is drawn in one of
// the languages, and in both where a gallery is asked for.
func TestHostileKinds(t *testing.T) {
	a := newAbuse(t)
	st := Themes(testFonts(t))[0]
	for i, h := range harms() {
		for j, lang := range []string{"zh", "en"} {
			if *gallery == "" && i%2 != j {
				continue
			}
			t.Run(h.name+"/"+lang, func(t *testing.T) {
				for _, o := range a.draw(t, h, lang) {
					checkOutcome(t, o, st)
				}
			})
		}
	}
}

// checkOutcome looks at a figure at the width of a page and of half a page.
func checkOutcome(t *testing.T, o outcome, st Style) {
	t.Helper()
	if o.err != nil {
		if !errors.Is(o.err, brief.ErrAbsent) && !errors.Is(o.err, stats.ErrCoverage) {
			t.Errorf("%s: %v", o.id, o.err)
		}
		return
	}
	for _, size := range [][2]float64{{150, o.fig.SuggestedHeight()}, {75, 60}} {
		if bad := flaws(o.fig, st, size[0], size[1]); len(bad) > 0 {
			t.Errorf("%s at %g mm: %q", o.id, size[0], bad)
		}
	}
}

// TestHostileSheets writes every kind with strange data onto sheets for the eye, where
// a folder is given.
func TestHostileSheets(t *testing.T) {
	if *gallery == "" {
		t.Skip("no -gallery folder")
	}
	a := newAbuse(t)
	st := Themes(testFonts(t))[0]
	for _, h := range harms() {
		for _, lang := range []string{"zh", "en"} {
			var full, half []image.Image
			var said []string
			for _, o := range a.draw(t, h, lang) {
				if o.err != nil {
					said = append(said, o.id+": "+o.err.Error())
					continue
				}
				full = append(full, tile(o.fig, st, 150, o.fig.SuggestedHeight(), 108))
				half = append(half, tile(o.fig, st, 75, 60, 128))
			}
			writeSheets(t, fmt.Sprintf("hostile-%s-%s-full", h.name, lang), full, 3, 1500)
			writeSheets(t, fmt.Sprintf("hostile-%s-%s-half", h.name, lang), half, 5, 1300)
			if err := os.WriteFile(filepath.Join(*gallery, fmt.Sprintf("hostile-%s-%s.txt", h.name, lang)), []byte(strings.Join(said, "\n")+"\n"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// tile draws a figure of some millimetres.
func tile(f *Figure, st Style, w, h, dpi float64) image.Image {
	img, _ := Image(f, st, int(w/25.4*dpi), int(h/25.4*dpi), dpi/screenDPI)
	return img
}

// writeSheets writes pictures side by side, as many sheets as they need.
func writeSheets(t *testing.T, name string, all []image.Image, columns, most int) {
	t.Helper()
	for n := 1; len(all) > 0; n++ {
		used, height := 0, 0
		var rows [][]image.Image
		for used < len(all) {
			row := all[used:min(used+columns, len(all))]
			tall := slices.MaxFunc(row, func(a, b image.Image) int { return cmp.Compare(a.Bounds().Dy(), b.Bounds().Dy()) }).Bounds().Dy()
			if height > 0 && height+tall > most {
				break
			}
			rows, used, height = append(rows, row), used+len(row), height+tall+tileGap
		}
		var b bytes.Buffer
		if err := EncodePNG(&b, inRows(rows), screenDPI); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(*gallery, fmt.Sprintf("%s-%d.png", name, n)), b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		all = all[used:]
	}
}
