package session_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"yunxing/data"
	"yunxing/ui/brief"
	"yunxing/ui/chart"
	"yunxing/ui/i18n"
	"yunxing/ui/session"
)

// nation2013 is the selection that the window opens with.
func nation2013() brief.Selection {
	return brief.Selection{Region: "000000", Period: data.Quarter(2013, 3)}
}

// TestWriteFigures fails where the manifest of a folder says of a figure what is not
// so, or two ways to the same folder differ.
func TestWriteFigures(t *testing.T) {
	s := openSample(t)
	style, err := session.Style("")
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range i18n.Languages() {
		dir := t.TempDir()
		o := session.Folio{Dir: dir, Formats: []string{"svg", "csv"}, Style: style, Output: chart.Output{Width: 150}}
		plates, err := s.WriteFigures(t.Context(), nation2013(), o, words(t, lang))
		if err != nil {
			t.Fatal(err)
		}
		var manifest struct{ Figures []session.Plate }
		b, err := os.ReadFile(filepath.Join(dir, "manifest.json"))
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(b, &manifest); err != nil {
			t.Fatal(err)
		}
		if len(plates) < 20 || len(manifest.Figures) != len(plates) {
			t.Errorf("%s: %d figures, %d in the manifest", lang, len(plates), len(manifest.Figures))
		}
		for i, f := range manifest.Figures {
			if f.Number != i+1 || f.Title == "" || f.Region == "" || f.Period != "2013Q3" || f.Kind == "" || f.Width != 150 || f.Height < 80 || f.Alt == "" || len(f.Cells) == 0 || len(f.Files) != 2 {
				t.Errorf("%s: %+v", lang, f)
			}
			for _, file := range f.Files {
				b, err := os.ReadFile(filepath.Join(dir, file.Name))
				if sum := sha256.Sum256(b); err != nil || hex.EncodeToString(sum[:]) != file.SHA256 {
					t.Errorf("%s is not what the manifest lists (%v)", file.Name, err)
				}
				if filepath.Ext(file.Name) == ".svg" && !strings.Contains(string(b), "<desc") {
					t.Errorf("%s has no text alternative", file.Name)
				}
			}
		}
	}
}

// BenchmarkFigures writes every figure of a selection at 300 dpi. The bound is 1 s.
func BenchmarkFigures(b *testing.B) {
	s, err := session.OpenSample(b.Context(), b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	style, err := session.Style("")
	if err != nil {
		b.Fatal(err)
	}
	p, err := i18n.New(i18n.Chinese)
	if err != nil {
		b.Fatal(err)
	}
	o := session.Folio{Dir: b.TempDir(), Formats: []string{"png"}, Style: style, Output: chart.Output{Width: 150, DPI: 300}}
	figures := 0
	for b.Loop() {
		plates, err := s.WriteFigures(b.Context(), nation2013(), o, p)
		if err != nil {
			b.Fatal(err)
		}
		figures = len(plates)
	}
	b.ReportMetric(float64(figures), "figures")
}

// TestFigureCells fails where a published number of a chart's CSV does not name the cell
// that it stands in.
func TestFigureCells(t *testing.T) {
	s := openSample(t)
	p := words(t, i18n.Chinese)
	f, err := s.Figure(t.Context(), "fan", nation2013(), p)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := s.WriteFigure(t.Context(), f, "csv", chart.Style{}, chart.Output{}, p, &b); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	known := 0
	for _, r := range rows[1:] {
		cells := r[len(r)-1]
		for at := range strings.SplitSeq(cells, "; ") {
			if cells != "" && !regexp.MustCompile(`^[^!]+![^!]+![A-Z]+[0-9]+$`).MatchString(at) {
				t.Errorf("%s of %s rests on %q", r[3], r[2], at)
			}
		}
		if r[9] == string(chart.Published) {
			known++
			if cells == "" {
				t.Errorf("%s of %s names no cell", r[3], r[2])
			}
		}
	}
	if known < 8 {
		t.Errorf("%d published numbers", known)
	}
}
