package session_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"yunxing/data"
	"yunxing/data/layout"
	"yunxing/ui/session"
)

// desk is an empty project with a folder for files.
type desk struct {
	*session.Session
	t   *testing.T
	dir string
}

// newDesk returns a desk.
func newDesk(t *testing.T) *desk {
	t.Helper()
	dir := t.TempDir()
	s, err := session.Create(t.Context(), filepath.Join(dir, "p.yunxing"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return &desk{s, t, dir}
}

// file writes a file and returns its path.
func (d *desk) file(name, text string) string {
	d.t.Helper()
	path := filepath.Join(d.dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		d.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		d.t.Fatal(err)
	}
	return path
}

// review reads files.
func (d *desk) review(paths ...string) *session.Review {
	d.t.Helper()
	inputs, err := session.Inputs(paths)
	if err != nil {
		d.t.Fatal(err)
	}
	r, err := d.Review(d.t.Context(), inputs, session.ImportOptions{Now: time.Unix(0, 0)}, nil)
	if err != nil {
		d.t.Fatal(err)
	}
	return r
}

// keep stores a review.
func (d *desk) keep(r *session.Review) session.Imported {
	d.t.Helper()
	i, err := d.Keep(d.t.Context(), r, nil)
	if err != nil {
		d.t.Fatal(err)
	}
	return i
}

// codes returns the codes of problems, in order.
func codes(problems []data.Problem) string {
	var out []string
	for _, p := range problems {
		out = append(out, string(p.Code))
	}
	return strings.Join(out, " ")
}

const half = "2013年1-6月 利润\n地区,利润总额\n北京,5\n天津,6\n"

// TestReview fails where what a person says of a sheet is not read at once, or is
// not there any more when the next file of the kind comes.
func TestReview(t *testing.T) {
	d := newDesk(t)
	r := d.review(d.file("利润2013-06.csv", half))
	if got := codes(r.Problems()); got != "unit.unknown" {
		t.Fatalf("problems %q", got)
	}
	unit := layout.Rule{Scope: layout.OfTable, At: layout.Spot{Row: 2, Col: 1}, Part: layout.UnitPart, Text: "亿元"}
	r2, err := d.Say(t.Context(), r, 0, 0, layout.Mapping{unit})
	if err != nil || len(r2.Problems()) != 0 || r2.Observations()[0].Unit.Symbol != "亿元" {
		t.Fatalf("%v, problems %v", err, r2.Problems())
	}
	if len(r.Problems()) != 1 {
		t.Error("the review before has changed")
	}
	if _, err := d.Say(t.Context(), r, 0, 0, layout.Mapping{{Scope: layout.OfTable, Part: layout.PeriodPart, Text: "2019.1"}}); !errors.Is(err, layout.ErrRule) {
		t.Errorf("a period of two readings gives %v", err)
	}
	d.keep(r2)
	next := strings.NewReplacer("1-6月", "1-9月", "天津", "河北", ",5", ",7").Replace(half)
	r = d.review(d.file("利润2013-09.csv", next))
	if got := codes(r.Problems()); got != "template.row-new template.row-gone" || r.Books[0].Template != "利润#-#.csv" {
		t.Errorf("with template %q the problems are %q", r.Books[0].Template, got)
	}
	if o := r.Observations(); len(o) != 2 || o[0].Unit.Symbol != "亿元" || o[0].Status != data.Published {
		t.Errorf("read %+v", o)
	}
}

// TestRevisionsOfReview fails where a figure that the project has otherwise is not
// told before it is stored, with what it was.
func TestRevisionsOfReview(t *testing.T) {
	d := newDesk(t)
	text := strings.Replace(half, "利润\n", "利润 单位:亿元\n", 1)
	d.keep(d.review(d.file("a.csv", text)))
	if r := d.review(filepath.Join(d.dir, "a.csv")); len(r.Revisions) != 0 {
		t.Errorf("the same file revises %v", r.Revisions)
	}
	r := d.review(d.file("b.csv", strings.Replace(text, ",6", ",8", 1)))
	if len(r.Revisions) != 1 || r.Revisions[0].Old.Value != 6 || r.Revisions[0].New.Value != 8 || r.Revisions[0].Old.Source.File != "a.csv" {
		t.Fatalf("revisions %+v", r.Revisions)
	}
	kept := d.keep(r)
	if len(kept.Revisions) != 1 || kept.Batch != 2 {
		t.Errorf("kept %+v", kept)
	}
	n := 0
	for v, err := range d.Revisions(t.Context(), kept.Batch) {
		if err != nil || v.New.Value != 8 {
			t.Error(v, err)
		}
		n++
	}
	if n != 1 {
		t.Errorf("%d revisions", n)
	}
}

// TestFolder fails where a folder is not taken in as a whole, what is no workbook in
// it stops the rest, or what is not meant to be seen is read.
func TestFolder(t *testing.T) {
	d := newDesk(t)
	d.file("in/a.csv", half)
	d.file("in/deeper/b.csv", strings.ReplaceAll(half, "6月", "9月"))
	d.file("in/photo.xlsx", "\x89PNG\r\n\x1a\n")
	d.file("in/cut.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 cut off")
	d.file("in/~$a.xlsx", "lock")
	d.file("in/.hidden/c.csv", half)
	r := d.review(filepath.Join(d.dir, "in"))
	if len(r.Books) != 2 || codes(r.Passed) == "" || len(r.Passed) != 2 {
		t.Fatalf("%d books, passed %v", len(r.Books), r.Passed)
	}
	for _, p := range r.Passed {
		if p.Doubt != (p.At.File == "cut.xls") {
			t.Errorf("%v is a doubt: %v", p, p.Doubt)
		}
	}
	if _, err := d.Import(t.Context(), []string{filepath.Join(d.dir, "in", "photo.xlsx")}, session.ImportOptions{}, nil); err == nil {
		t.Error("a picture that was named is passed over")
	}
}

// TestPaste fails where a table from the clipboard is read otherwise than a file.
func TestPaste(t *testing.T) {
	d := newDesk(t)
	in := session.Input{Name: session.PasteName("粘贴", time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)), Content: []byte(strings.ReplaceAll(half, ",", "\t"))}
	r, err := d.Review(t.Context(), []session.Input{in}, session.ImportOptions{}, nil)
	if err != nil || len(r.Observations()) != 2 || r.Observations()[0].Source.File != "粘贴 2026-11-26 12.00.00" {
		t.Fatalf("%v, %+v", err, r)
	}
}

// TestDry fails where a dry import stores something or does not tell what it would.
func TestDry(t *testing.T) {
	d := newDesk(t)
	i, err := d.Import(t.Context(), []string{d.file("a.csv", half)}, session.ImportOptions{Dry: true}, nil)
	if err != nil || i.Observations != 2 || i.Batch != 0 || len(i.Problems) != 1 {
		t.Errorf("%+v, %v", i, err)
	}
	if b, err := d.Batches(t.Context()); err != nil || len(b) != 0 {
		t.Errorf("stored %v, %v", b, err)
	}
}

// TestNamedTemplate fails where a template that a person names is not used, or that
// it does not fit is not told.
func TestNamedTemplate(t *testing.T) {
	d, e := newDesk(t), newDesk(t)
	r := d.review(d.file("a.csv", half))
	r, err := d.Say(t.Context(), r, 0, 0, layout.Mapping{{Scope: layout.OfTable, At: layout.Spot{Row: 1}, Part: layout.UnitPart, Text: "万元"}})
	if err != nil {
		t.Fatal(err)
	}
	d.keep(r)
	kept, err := d.Template(t.Context(), "a.csv")
	if err != nil {
		t.Fatal(err)
	}
	b, err := kept.Write()
	if err != nil {
		t.Fatal(err)
	}
	tmpl, err := session.ParseTemplate(b)
	if err != nil {
		t.Fatal(err)
	}
	i, err := e.Import(t.Context(), []string{e.file("z.csv", half)}, session.ImportOptions{Template: &tmpl}, nil)
	if err != nil || len(i.Problems) != 0 {
		t.Errorf("%v, %v", i.Problems, err)
	}
	other := "2013年价格\n类别,指数(上年=100)\n食品,104.7\n衣着,102.3\n"
	i, err = e.Import(t.Context(), []string{e.file("y.csv", other)}, session.ImportOptions{Template: &tmpl, Strict: true}, nil)
	if !errors.Is(err, session.ErrDoubts) || !strings.HasPrefix(codes(i.Problems), "template.other") {
		t.Errorf("%v, %v", codes(i.Problems), err)
	}
	if _, err := e.Template(t.Context(), "nothing"); !errors.Is(err, session.ErrNoTemplate) {
		t.Error(err)
	}
}
