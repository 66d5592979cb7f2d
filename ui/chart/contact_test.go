package chart

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"os"
	"path/filepath"
	"testing"
)

// Sizes of a contact sheet: its columns, the pixels of a figure of full width, and
// the gap between two.
const (
	sheetColumns = 4
	tileWidth    = 620
	tileGap      = 12
)

// TestContactSheets writes every kind of figure in every theme and language onto
// one sheet each, for the eye, where a folder is given: those made up for tests, and
// those of the sample.
func TestContactSheets(t *testing.T) {
	if *gallery == "" {
		t.Skip("no -gallery folder")
	}
	if err := os.MkdirAll(*gallery, 0o755); err != nil {
		t.Fatal(err)
	}
	b := newBench(t)
	for _, st := range Themes(testFonts(t)) {
		for _, lang := range []string{"zh", "en"} {
			var all []*Figure
			for _, m := range samples() {
				f, err := m.figure(lang)
				if err != nil {
					t.Fatal(err)
				}
				all = append(all, f)
			}
			for _, s := range scenes() {
				for _, k := range All() {
					if !s.picks(k.ID) {
						continue
					}
					if f, err := b.build(t, k.ID, lang, s.sel); err == nil {
						all = append(all, f)
					}
				}
			}
			name := filepath.Join(*gallery, fmt.Sprintf("contact-%s-%s.png", st.ID, lang))
			var buf bytes.Buffer
			if err := EncodePNG(&buf, contactSheet(all, st), screenDPI); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, buf.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// contactSheet returns figures side by side, each in the height that it asks for.
func contactSheet(all []*Figure, st Style) image.Image {
	scale := float64(tileWidth) / (150 * mm / 72 * screenDPI)
	if st.NarrowMM > pageWidth {
		scale /= 2 // large type is for large pictures
	}
	type placedTile struct {
		img image.Image
		at  image.Point
	}
	var tiles []placedTile
	var bottoms [sheetColumns]int
	for _, f := range all {
		col := 0
		for i, b := range bottoms {
			if b < bottoms[col] {
				col = i
			}
		}
		img, _ := Image(f, st, tileWidth, int(f.SuggestedHeight()/150*tileWidth), scale)
		tiles = append(tiles, placedTile{img, image.Pt(tileGap+col*(tileWidth+tileGap), bottoms[col]+tileGap)})
		bottoms[col] += img.Bounds().Dy() + tileGap
	}
	height := 0
	for _, b := range bottoms {
		height = max(height, b)
	}
	out := image.NewRGBA(image.Rect(0, 0, sheetColumns*(tileWidth+tileGap)+tileGap, height+tileGap))
	draw.Draw(out, out.Bounds(), image.NewUniform(st.Grid), image.Point{}, draw.Src)
	for _, p := range tiles {
		draw.Draw(out, p.img.Bounds().Add(p.at), p.img, image.Point{}, draw.Src)
	}
	return out
}

// inRows returns pictures in rows, on the colour of hairlines.
func inRows(rows [][]image.Image) image.Image {
	var width, height int
	for _, row := range rows {
		w, h := 0, 0
		for _, img := range row {
			w, h = w+img.Bounds().Dx()+tileGap, max(h, img.Bounds().Dy())
		}
		width, height = max(width, w), height+h+tileGap
	}
	out := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.Draw(out, out.Bounds(), image.NewUniform(image.Black), image.Point{}, draw.Src)
	y := 0
	for _, row := range rows {
		x, h := 0, 0
		for _, img := range row {
			draw.Draw(out, img.Bounds().Add(image.Pt(x, y)), img, img.Bounds().Min, draw.Src)
			x, h = x+img.Bounds().Dx()+tileGap, max(h, img.Bounds().Dy())
		}
		y += h + tileGap
	}
	return out
}
