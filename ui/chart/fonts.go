package chart

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	xfont "golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"gonum.org/v1/plot/font"
)

// ErrFont is returned where a font cannot be read.
var ErrFont = errors.New("chart: font cannot be read")

// family is the name of the typeface in files; the list after it is for
// programs that do not have it.
const (
	family     = "Noto Sans SC"
	familyList = "'Noto Sans SC','Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC','SimHei',sans-serif"
)

// Fonts holds the two faces that charts are written in, parsed once and safe
// for use by several goroutines.
type Fonts struct {
	files [2][]byte
	faces [2]font.Face
}

// LoadFonts parses a regular and a bold TrueType font. The bold face may have
// fewer characters: what it lacks is written in the regular one.
func LoadFonts(regular, bold []byte) (*Fonts, error) {
	f := &Fonts{files: [2][]byte{regular, bold}}
	var faces font.Collection
	for i, data := range f.files {
		face, err := opentype.Parse(data)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrFont, err)
		}
		faces = append(faces, font.Face{Font: descriptor(i == 1), Face: face})
	}
	cache := font.NewCache(faces)
	for i := range f.faces {
		f.faces[i] = cache.Lookup(descriptor(i == 1), 0)
	}
	return f, nil
}

// descriptor names a face.
func descriptor(bold bool) font.Font {
	d := font.Font{Typeface: family}
	if bold {
		d.Weight = xfont.WeightBold
	}
	return d
}

// face returns the regular or bold face at a size in points.
func (f *Fonts) face(bold bool, size float64) font.Face {
	out := f.faces[0]
	if bold {
		out = f.faces[1]
	}
	out.Font.Size = font.Points(size)
	return out
}

// Missing returns the characters of the texts that neither face can draw,
// sorted, each once. Line feeds are no characters.
func (f *Fonts) Missing(texts ...string) []rune {
	var out []rune
	ask := newRuler(f)
	for _, s := range texts {
		for _, r := range s {
			if faceless(r) || ask.glyph(false, r) != 0 || ask.glyph(true, r) != 0 {
				continue
			}
			if i, seen := slices.BinarySearch(out, r); !seen {
				out = slices.Insert(out, i, r)
			}
		}
	}
	return out
}

// MissingGlyphs returns the characters of the figure that the fonts cannot
// draw; a figure may be exported only where there are none.
func (f *Figure) MissingGlyphs(fonts *Fonts) []rune {
	texts := []string{f.Headline, f.Subtitle, f.Number, f.Caption, f.Source, f.Note}
	for i := range f.Panels {
		p := &f.Panels[i]
		texts = append(texts, p.Title, p.Flag)
		for _, a := range []Axis{p.X, p.Y} {
			texts = append(texts, a.Unit)
			for _, t := range a.Ticks {
				texts = append(texts, t.Label)
			}
			for _, s := range a.Slots {
				texts = append(texts, s.Label, s.Rank)
			}
		}
		for _, m := range p.Marks {
			texts = append(texts, m.name())
			switch m := m.(type) {
			case Line:
				texts = append(texts, m.Start, m.End)
			case Cells:
				for _, c := range m.Data {
					texts = append(texts, c.Name)
				}
			}
			for _, d := range m.data() {
				texts = append(texts, d.Label)
			}
		}
	}
	return fonts.Missing(texts...)
}

// faceless reports whether a character has no picture of its own: controls, marks of
// direction and joiners, which names from files can hold. They are not drawn.
func faceless(r rune) bool { return r >= 0x7f && unicode.In(r, unicode.Cc, unicode.Cf) || r < ' ' }

// run is a piece of text in one face.
type run struct {
	text string
	bold bool
}

// advanceKey names a character in a face.
type advanceKey struct {
	r    rune
	bold bool
}

// ruler measures text. It remembers advances and belongs to one goroutine.
type ruler struct {
	fonts   *Fonts
	buf     sfnt.Buffer
	glyphs  map[advanceKey]sfnt.GlyphIndex
	advance map[advanceKey]float64 // in ems
}

// newRuler returns a ruler for the fonts.
func newRuler(f *Fonts) *ruler {
	return &ruler{
		fonts:   f,
		glyphs:  make(map[advanceKey]sfnt.GlyphIndex, 128),
		advance: make(map[advanceKey]float64, 128),
	}
}

// glyph returns the index of a character, 0 where the face has none.
func (u *ruler) glyph(bold bool, r rune) sfnt.GlyphIndex {
	key := advanceKey{r, bold}
	if g, ok := u.glyphs[key]; ok {
		return g
	}
	g, err := u.fonts.face(bold, 1).Face.GlyphIndex(&u.buf, r)
	if err != nil {
		g = 0
	}
	u.glyphs[key] = g
	return g
}

// ems returns the advance of a character in ems.
func (u *ruler) ems(bold bool, r rune) float64 {
	key := advanceKey{r, bold}
	if a, ok := u.advance[key]; ok {
		return a
	}
	face := u.fonts.face(bold, 1).Face
	upem := face.UnitsPerEm()
	adv, err := face.GlyphAdvance(&u.buf, u.glyph(bold, r), fixed.Int26_6(upem<<6), xfont.HintingNone)
	a := 0.0
	if err == nil {
		a = float64(adv) / 64 / float64(upem)
	}
	u.advance[key] = a
	return a
}

// runs cuts text into pieces that one face can write: bold where bold has the
// character, else regular.
func (u *ruler) runs(s string, bold bool) []run {
	if strings.ContainsFunc(s, faceless) {
		s = strings.Map(func(r rune) rune {
			if faceless(r) {
				return -1
			}
			return r
		}, s)
	}
	if !bold {
		return []run{{text: s}}
	}
	var out []run
	for _, r := range s {
		inBold := u.glyph(true, r) != 0 || u.glyph(false, r) == 0
		if n := len(out); n > 0 && out[n-1].bold == inBold {
			out[n-1].text += string(r)
			continue
		}
		out = append(out, run{text: string(r), bold: inBold})
	}
	return out
}

// width returns the width of one line of text in points.
func (u *ruler) width(s string, size float64, bold bool) float64 {
	w := 0.0
	for _, r := range s {
		if faceless(r) {
			continue
		}
		w += u.ems(bold && (u.glyph(true, r) != 0 || u.glyph(false, r) == 0), r)
	}
	return w * size
}
