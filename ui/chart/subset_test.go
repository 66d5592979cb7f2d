package chart

import (
	"errors"
	"slices"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// TestSubset fails where a character looks other in the smaller font, be it put
// together from parts, or the font holds what was not asked for.
func TestSubset(t *testing.T) {
	fonts := testFonts(t)
	const text = "工业增加值 12.5% é Ǖ Å −—"
	for i, file := range fonts.files {
		small, err := subset(file, fonts.faces[i].Face, []rune(text+"工"))
		if err != nil {
			t.Fatal(err)
		}
		if len(small) > 40_000 {
			t.Errorf("face %d: %d bytes for %d characters", i, len(small), len([]rune(text)))
		}
		got, err := opentype.Parse(small)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range text {
			if w, v := glyphOf(t, fonts.faces[i].Face, r), glyphOf(t, got, r); w.advance != v.advance || !slices.Equal(w.outline, v.outline) {
				t.Errorf("face %d: %q has another glyph", i, r)
			}
		}
		if g, err := got.GlyphIndex(nil, '亿'); err != nil || g != 0 {
			t.Errorf("face %d: a character that was not asked for has glyph %d (%v)", i, g, err)
		}
	}
}

// drawnGlyph is what a glyph looks like.
type drawnGlyph struct {
	advance fixed.Int26_6
	outline []sfnt.Segment
}

// glyphOf returns the glyph of a character at 1000 units to the em.
func glyphOf(t *testing.T, f *sfnt.Font, r rune) drawnGlyph {
	t.Helper()
	const em = 1000 << 6
	g, err := f.GlyphIndex(nil, r)
	if err != nil {
		t.Fatal(err)
	}
	var buf sfnt.Buffer
	advance, err := f.GlyphAdvance(&buf, g, em, font.HintingNone)
	if err != nil {
		t.Fatal(err)
	}
	outline, err := f.LoadGlyph(&buf, g, em, nil)
	if err != nil {
		t.Fatal(err)
	}
	return drawnGlyph{advance, slices.Clone(outline)}
}

// TestSubsetDamaged fails where a font that is cut off brings the program down.
func TestSubsetDamaged(t *testing.T) {
	fonts := testFonts(t)
	for _, n := range []int{0, 3, 11, 40, 200, 5000} {
		if _, err := subset(fonts.files[0][:n], fonts.faces[0].Face, []rune("a")); !errors.Is(err, errSubset) {
			t.Errorf("of %d bytes: %v", n, err)
		}
	}
}
