package chart

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestTicks fails where an axis would not start and end at round values.
func TestTicks(t *testing.T) {
	for _, c := range []struct {
		name   string
		lo, hi float64
		want   []float64
		digits int
	}{
		{"growth", 9.3, 20.7, []float64{7.5, 10, 12.5, 15, 17.5, 20, 22.5}, 1},
		{"from zero", 0, 13.6, []float64{0, 5, 10, 15}, 0},
		{"across zero", -1.2, 3.4, []float64{-2, -1, 0, 1, 2, 3, 4}, 0},
		{"per cent", 0, 100, []float64{0, 20, 40, 60, 80, 100}, 0},
		{"equal", 7, 7, []float64{6.6, 6.8, 7, 7.2, 7.4}, 1},
		{"nothing", math.NaN(), 1, []float64{0, 0.2, 0.4, 0.6, 0.8, 1}, 1},
		{"swapped", 3, -1, []float64{-1, 0, 1, 2, 3}, 0},
	} {
		got, digits := Ticks(c.lo, c.hi, 5)
		if digits != c.digits || !slices.EqualFunc(got, c.want, func(a, b float64) bool { return math.Abs(a-b) < 1e-9 }) {
			t.Errorf("%s: got %v with %d digits, want %v with %d", c.name, got, digits, c.want, c.digits)
		}
	}
}

// TestTicksProperty fails where ticks do not enclose the values, are too many,
// or have a step that is not 1, 2, 2.5 or 5 times a power of ten.
func TestTicksProperty(t *testing.T) {
	for i := range 2000 {
		lo := math.Sin(float64(i)) * math.Pow(10, float64(i%19-9))
		hi := lo + (1.01+math.Cos(float64(i*i)))*math.Pow(10, float64(i%13-6))
		got, _ := Ticks(lo, hi, 5)
		if len(got) < 2 || len(got) > 8 || got[0] > lo+1e-8*(hi-lo) || got[len(got)-1] < hi-1e-8*(hi-lo) {
			t.Fatalf("Ticks(%g, %g) = %v", lo, hi, got)
		}
	}
}

// TestNumber fails where a picture would show a hyphen for a minus or −0.0.
func TestNumber(t *testing.T) {
	for _, c := range []struct {
		v      float64
		digits int
		want   string
	}{{-0.7, 1, "−0.7"}, {-0.04, 1, "0.0"}, {12.25, 1, "12.3"}, {3, 0, "3"}, {-33.6, 1, "−33.6"}} {
		if got := Number(c.v, c.digits); got != c.want {
			t.Errorf("Number(%g) = %q, want %q", c.v, got, c.want)
		}
	}
	for _, c := range []struct {
		v    Value
		want string
	}{
		{NewValue(1e-6, 1, Published), "1e−6"},
		{NewValue(-0.04, 1, Published), "−0.04"},
		{NewValue(1e-6, 1, Derived), "0.0"},
		{NewValue(5e-17, 1, Published), "0.0"},
		{NewValue(0, 1, Published), "0.0"},
		{NewValue(1.2345678e12, 1, Published), "1.235e12"},
		{NewValue(9999999999, 0, Published), "9999999999"},
		{NewValue(2.31e-7, 9, Published), "2.31e−7"},
	} {
		if got := c.v.Text(); got != c.want {
			t.Errorf("%g with %d decimals prints as %q, want %q", c.v.V, c.v.Digits, got, c.want)
		}
	}
	if got := Missing().Text(); got != "—" {
		t.Errorf("missing prints as %q", got)
	}
	if v := NewValue(math.NaN(), 1, Published); v.Status != Absent {
		t.Errorf("NaN has status %q", v.Status)
	}
}

// TestDodge fails where labels overlap, leave their room, or move although they
// need not.
func TestDodge(t *testing.T) {
	free := []Span{{10, 4, 0}, {20, 4, 0}}
	at, kept := Dodge(free, 0, 100)
	if at[0] != 10 || at[1] != 20 || !kept[0] || !kept[1] {
		t.Errorf("labels with room moved: %v %v", at, kept)
	}
	at, _ = Dodge([]Span{{50, 10, 0}, {50, 10, 0}, {50, 10, 0}}, 0, 100)
	if !slices.Equal(at, []float64{40, 50, 60}) {
		t.Errorf("three at one place: %v, want 40 50 60", at)
	}
	at, _ = Dodge([]Span{{99, 10, 0}, {98, 10, 0}}, 0, 100)
	if !slices.Equal(at, []float64{95, 85}) {
		t.Errorf("at the edge: %v, want 95 85", at)
	}
	_, kept = Dodge([]Span{{1, 40, 1}, {2, 40, 3}, {3, 40, 2}}, 0, 100)
	if !slices.Equal(kept, []bool{false, true, true}) {
		t.Errorf("the least important label must go: %v", kept)
	}
}

// TestDodgeProperty fails where any arrangement overlaps.
func TestDodgeProperty(t *testing.T) {
	for i := range 500 {
		var in []Span
		for j := range 1 + i%12 {
			in = append(in, Span{Want: 50 + 60*math.Sin(float64(i*7+j*3)), Size: 3 + float64((i+j)%7), Keep: j % 3})
		}
		at, kept := Dodge(in, 0, 100)
		for a := range in {
			if !kept[a] {
				continue
			}
			if at[a]-in[a].Size/2 < -1e-6 || at[a]+in[a].Size/2 > 100+1e-6 {
				t.Fatalf("case %d: label %d leaves the room: %v", i, a, at)
			}
			for b := range a {
				if kept[b] && math.Abs(at[a]-at[b]) < (in[a].Size+in[b].Size)/2-1e-6 {
					t.Fatalf("case %d: labels %d and %d overlap: %v", i, a, b, at)
				}
			}
		}
	}
}

// TestWrap fails where a line would begin or end with a mark that may not stand
// there, or break inside a number or a word.
func TestWrap(t *testing.T) {
	em := func(s string) float64 {
		w := 0.0
		for _, r := range s {
			if r < 0x2000 {
				w += 0.5
			} else {
				w++
			}
		}
		return w
	}
	for _, c := range []struct {
		text  string
		width float64
		want  string
	}{
		{"规模以上工业", 3, "规模以|上工业"},
		{"增速回落,趋稳", 4, "增速回|落,趋稳"},
		{"增速回落，趋稳", 4, "增速回|落，趋稳"},
		{"全年(预测)值", 3, "全年|(预测)|值"},
		{"截至2013年9月", 4, "截至|2013年|9月"},
		{"industrial growth rate", 8, "industrial|growth rate"},
		{"增长12.2%以上", 4, "增长|12.2%以|上"},
		{"a\nb", 9, "a|b"},
		{"", 3, ""},
		{"superlong", 2, "supe|rlon|g"},
	} {
		if got := strings.Join(wrap(c.text, c.width, em), "|"); got != c.want {
			t.Errorf("wrap(%q, %g) = %q, want %q", c.text, c.width, got, c.want)
		}
	}
	if got := strings.Join(balance("石油加工炼焦和核", 6, em), "|"); got != "石油加工|炼焦和核" {
		t.Errorf("balance = %q", got)
	}
}

// TestSameBytes fails where the same figure is written in two ways.
func TestSameBytes(t *testing.T) {
	st := Themes(testFonts(t))[0]
	for _, format := range []Format{PNG, SVG, PDF} {
		var first []byte
		for i := range 4 {
			var b bytes.Buffer
			if err := Write(sample(t, "fan", "zh"), st, Output{Format: format, DPI: 96}, &b); err != nil {
				t.Fatal(err)
			}
			if i == 0 {
				first = b.Bytes()
			} else if !bytes.Equal(first, b.Bytes()) {
				t.Fatalf("%s differs between runs", format)
			}
		}
	}
}

// TestPNGSize fails where Word would place the picture in a wrong size.
func TestPNGSize(t *testing.T) {
	st := Themes(testFonts(t))[0]
	var b bytes.Buffer
	if err := Write(sample(t, "overlay", "zh"), st, Output{Width: 150, Height: 85, DPI: 300}, &b); err != nil {
		t.Fatal(err)
	}
	i := bytes.Index(b.Bytes(), []byte("pHYs"))
	if i < 0 || binary.BigEndian.Uint32(b.Bytes()[i+4:]) != 11811 {
		t.Error("no pHYs chunk of 300 dpi (11811 pixels a metre)")
	}
	c, err := png.DecodeConfig(&b)
	if err != nil {
		t.Fatal(err)
	}
	if c.Width != 1772 || c.Height != 1004 {
		t.Errorf("%d×%d pixels, want 1772×1004", c.Width, c.Height)
	}
}

// TestSVGLettering fails where SVG text is not as asked for, or the description
// is missing.
func TestSVGLettering(t *testing.T) {
	st := Themes(testFonts(t))[0]
	f := sample(t, "overlay", "zh")
	var text, shapes bytes.Buffer
	if err := Write(f, st, Output{Format: SVG}, &text); err != nil {
		t.Fatal(err)
	}
	if err := Write(f, st, Output{Format: SVG, Text: Outline}, &shapes); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"<text ", ">2013</text>", "<title", "<desc", "Noto Sans SC", "规模以上"} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("real text lacks %q", want)
		}
	}
	if strings.Contains(shapes.String(), "<text") {
		t.Error("outlines contain text")
	}
}

// TestPDFText fails where the Chinese text of a PDF cannot be found, or the file
// is too large.
func TestPDFText(t *testing.T) {
	st := Themes(testFonts(t))[0]
	path := filepath.Join(t.TempDir(), "f.pdf")
	writeFile(t, path, sample(t, "fan", "zh"), st, Output{Format: PDF})
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if info.Size() > 100_000 {
		t.Errorf("%d bytes, want under 100 kB", info.Size())
	}
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("no pdftotext on this machine")
	}
	out, err := exec.Command(tool, path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"全年增速预计12.5%左右", "预测 12.5 (12.0–13.0)", "前三季度"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("%q is not found in\n%s", want, out)
		}
	}
}

// TestBook fails where a document of several figures lacks pages.
func TestBook(t *testing.T) {
	st := Themes(testFonts(t))[0]
	var b bytes.Buffer
	figs := []*Figure{sample(t, "fan", "zh"), sample(t, "overlay", "zh"), sample(t, "heat", "en")}
	if err := WriteBook(figs, st, Output{}, &b); err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(b.Bytes(), []byte("/Type /Page\n")); n != 3 {
		t.Errorf("%d pages, want 3", n)
	}
}

// TestGlyphs fails where a character of the test figures is missing in the
// fonts, or a missing one is not reported.
func TestGlyphs(t *testing.T) {
	fonts := testFonts(t)
	for _, lang := range []string{"zh", "en"} {
		for _, m := range samples() {
			f, err := m.figure(lang)
			if err != nil {
				t.Fatal(err)
			}
			if bad := f.MissingGlyphs(fonts); len(bad) > 0 {
				t.Errorf("%s %s: no glyph for %q", lang, m.id, string(bad))
			}
		}
	}
	if got := string(fonts.Missing("−12.2%\n喆镕😀😀ก")); got != "ก😀" {
		t.Errorf("missing = %q, want the two that no face has", got)
	}
}

// TestOutputErrors fails where impossible output is attempted.
func TestOutputErrors(t *testing.T) {
	st := Themes(testFonts(t))[0]
	f := sample(t, "fan", "zh")
	for _, c := range []struct {
		o    Output
		want error
	}{
		{Output{Format: "gif"}, ErrFormat},
		{Output{Text: "curly"}, ErrFormat},
		{Output{Width: -1, Height: 5}, ErrSize},
		{Output{Width: 1e9, Height: 85}, ErrSize},
		{Output{DPI: 1e6}, ErrSize},
		{Output{Width: 2000, Height: 2000, DPI: 1200}, ErrSize},
		{Output{Width: math.NaN(), Height: 85}, ErrSize},
	} {
		var b bytes.Buffer
		if err := Write(f, st, c.o, &b); !errors.Is(err, c.want) || b.Len() > 0 {
			t.Errorf("%+v: error %v with %d bytes, want %v", c.o, err, b.Len(), c.want)
		}
	}
	if _, err := FormatOf("x.docx"); !errors.Is(err, ErrFormat) {
		t.Errorf("FormatOf: %v", err)
	}
	for _, s := range []string{"150", "axb", "0x5", "x"} {
		if _, _, err := ParseSize(s); !errors.Is(err, ErrSize) {
			t.Errorf("ParseSize(%q): %v", s, err)
		}
	}
	if w, h, err := ParseSize("75×60"); w != 75 || h != 60 || err != nil {
		t.Errorf("ParseSize = %g %g %v", w, h, err)
	}
	if _, err := Theme(st.Fonts, "pink"); !errors.Is(err, ErrTheme) {
		t.Errorf("Theme: %v", err)
	}
	if _, err := LoadFonts([]byte("x"), nil); !errors.Is(err, ErrFont) {
		t.Errorf("LoadFonts: %v", err)
	}
}

// TestHover fails where a window could not say what lies under the pointer.
func TestHover(t *testing.T) {
	st := Themes(testFonts(t))[0]
	f := sample(t, "overlay", "zh")
	_, frame := Image(f, st, 1200, 700, 1)
	p := frame.Panels[0]
	x, y := p.X.Pixel(8), p.Y.Pixel(9.5)
	h, ok := frame.At(x+2, y+1, 20)
	r, read := f.Read(h)
	if !ok || !read {
		t.Fatal("nothing under the point of September 2013")
	}
	if r.Series != "2012" && r.Series != "2013" || r.Place != "10月" && r.Place != "9月" {
		t.Errorf("found %s %s", r.Series, r.Place)
	}
	h, _ = frame.At(p.X.Pixel(0), p.Y.Pixel(9.9), 5)
	if r, _ := f.Read(h); r.Series != "2013" || r.Place != "1-2月" || r.Datum.V != 9.9 || !slices.Equal(r.Datum.Refs, []int64{100}) {
		t.Errorf("January–February 2013 reads %+v", r)
	}
	if got := p.Y.Value(p.Y.Pixel(12.2)); math.Abs(got-12.2) > 1e-9 {
		t.Errorf("mapping there and back: %g", got)
	}
	if _, ok := frame.At(-50, -50, 5); ok {
		t.Error("something outside the picture")
	}
}

// TestOrdered fails where equal values get different ranks or missing ones any.
func TestOrdered(t *testing.T) {
	rows := ordered([]Row{
		{Name: "c", Code: "3", Value: NewValue(5, 1, Published)},
		{Name: "x", Value: Missing()},
		{Name: "b", Code: "2", Value: NewValue(5.04, 1, Derived)},
		{Name: "a", Value: NewValue(9, 1, Published)},
		{Name: "d", Value: NewValue(1, 1, Published)},
	}, false)
	var got []string
	for _, r := range rows {
		got = append(got, r.Name+Number(float64(r.Rank), 0))
	}
	if want := "a1 b2 c2 d4 x0"; strings.Join(got, " ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

// TestDecimate fails where thinning loses an extreme or an end.
func TestDecimate(t *testing.T) {
	var pts []point
	for i := range 40000 {
		pts = append(pts, point{float64(i) / 100, math.Sin(float64(i))})
	}
	pts[12345].y, pts[23456].y = 9, -9
	got := decimate(pts, 0.75)
	if len(got) > 2200 {
		t.Errorf("%d points are left", len(got))
	}
	for _, want := range []point{pts[0], pts[12345], pts[23456], pts[39999]} {
		if !slices.Contains(got, want) {
			t.Errorf("point %v is lost", want)
		}
	}
	shape := envelope(pts, 0.75, 2)
	if lo := slices.MinFunc(shape, func(a, b point) int { return int(math.Copysign(1, a.y-b.y)) }); lo.y != -10 {
		t.Errorf("the envelope reaches %g, want -9 and half the width", lo.y)
	}
	if !slices.IsSortedFunc(got, func(a, b point) int { return int(math.Copysign(1, a.x-b.x)) }) {
		t.Error("order is lost")
	}
}
