package chart

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"
)

// golden compares text with a file of testdata, or writes it under -update.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("no golden file; run with -update and read what it writes: %v", err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s has changed\ngot:\n%s\nwant:\n%s", path, got, want)
	}
}

// TestFigureText fails where a figure says something else than before.
func TestFigureText(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		for _, m := range samples() {
			t.Run(lang+"/"+m.id, func(t *testing.T) {
				f, err := m.figure(lang)
				if err != nil {
					t.Fatal(err)
				}
				golden(t, fmt.Sprintf("%s-%s.txt", m.id, lang), []byte(f.Text()))
			})
		}
	}
}

// TestFigureCSV fails where the data behind a figure are written differently.
func TestFigureCSV(t *testing.T) {
	for _, m := range samples() {
		if m.id != "fan" && m.id != "stacked" && m.id != "heat" {
			continue
		}
		f, err := m.figure("zh")
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := f.CSV(&b, func(ref int64) string { return fmt.Sprintf("a.xls!Sheet1!B%d", ref) }); err != nil {
			t.Fatal(err)
		}
		golden(t, m.id+".csv", b.Bytes())
	}
}

// TestPictures compares a few pictures with tolerance: it fails where the look
// changes by more than the machine's arithmetic explains.
func TestPictures(t *testing.T) {
	fonts := testFonts(t)
	for _, c := range []struct{ theme, lang, id string }{
		{"report", "zh", "overlay"},
		{"report", "en", "fan"},
		{"grey", "zh", "stacked"},
		{"dark", "zh", "bullet"},
	} {
		t.Run(c.theme+"-"+c.lang+"-"+c.id, func(t *testing.T) {
			st, err := Theme(fonts, c.theme)
			if err != nil {
				t.Fatal(err)
			}
			comparePicture(t, fmt.Sprintf("%s-%s-%s.png", c.theme, c.lang, c.id), sample(t, c.id, c.lang), st)
		})
	}
}

// sample returns a figure of the tests by name.
func sample(t testing.TB, id, lang string) *Figure {
	t.Helper()
	for _, m := range samples() {
		if m.id == id {
			f, err := m.figure(lang)
			if err != nil {
				t.Fatal(err)
			}
			return f
		}
	}
	t.Fatalf("no sample %q", id)
	return nil
}

// comparePicture compares with a golden picture: at most 1 % of the channels may
// differ by more than 8.
func comparePicture(t *testing.T, name string, f *Figure, st Style) {
	t.Helper()
	var b bytes.Buffer
	if err := Write(f, st, Output{Width: 150, Height: 85, DPI: 72}, &b); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("no golden picture; run with -update and look at what it writes: %v", err)
	}
	want, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	got, err := png.Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	if bad := differing(got, want); bad > 0.01 {
		failed := filepath.Join(t.TempDir(), name)
		_ = os.WriteFile(failed, b.Bytes(), 0o644)
		t.Errorf("%.1f %% of %s differ", bad*100, path)
	}
}

// differing returns the share of channels that differ by more than 8 of 255.
func differing(a, b image.Image) float64 {
	if a.Bounds() != b.Bounds() {
		return 1
	}
	bad, all := 0, 0
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			r1, g1, b1, _ := a.At(x, y).RGBA()
			r2, g2, b2, _ := b.At(x, y).RGBA()
			for _, d := range []int{int(r1) - int(r2), int(g1) - int(g2), int(b1) - int(b2)} {
				all++
				if d > 8*257 || d < -8*257 {
					bad++
				}
			}
		}
	}
	return float64(bad) / float64(all)
}
