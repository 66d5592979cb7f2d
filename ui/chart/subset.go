package chart

import (
	"encoding/binary"
	"errors"
	"slices"

	"golang.org/x/image/font/sfnt"
)

// errSubset reports a font whose tables are not as the specification has them.
var errSubset = errors.New("chart: font tables are damaged")

// subset returns a font with the glyphs of the given characters alone, so that a
// writer that reads a whole font to embed a few of its glyphs has little to read.
// Characters that the font lacks, or that lie beyond the basic plane, are left out.
// Tables are those of the OpenType specification, 1.9.
func subset(font []byte, face *sfnt.Font, runes []rune) ([]byte, error) {
	t, err := tablesOf(font)
	if err != nil {
		return nil, err
	}
	chars, glyphs, err := t.glyphsOf(face, runes)
	if err != nil {
		return nil, err
	}
	place := make(map[uint16]uint16, len(glyphs))
	for i, g := range glyphs {
		place[g] = uint16(i)
	}
	var outlines, loca, metrics []byte
	for _, g := range glyphs {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(outlines)))
		outlines = append(outlines, renumbered(t.outline(g), place)...)
		outlines = append(outlines, make([]byte, -len(outlines)&3)...)
		metrics = append(metrics, t.metric(g)...)
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(outlines)))
	for i := range chars {
		chars[i].glyph = place[chars[i].glyph]
	}
	n := uint16(len(glyphs))
	out := tables{
		"OS/2": t["OS/2"], "name": t["name"], "post": t["post"], "glyf": outlines, "loca": loca, "hmtx": metrics, "cmap": cmapOf(chars),
		"head": patched(t["head"], 50, 1), "hhea": patched(t["hhea"], 34, n), "maxp": patched(t["maxp"], 4, n),
	}
	return out.font(), nil
}

// tables are the tables of a font by their tags.
type tables map[string][]byte

// tablesOf returns the tables of a font that subset needs.
func tablesOf(font []byte) (tables, error) {
	const header, entry = 12, 16
	if len(font) < header {
		return nil, errSubset
	}
	t := tables{}
	for i := range int(binary.BigEndian.Uint16(font[4:])) {
		at := header + i*entry
		if at+entry > len(font) {
			return nil, errSubset
		}
		from, size := int(binary.BigEndian.Uint32(font[at+8:])), int(binary.BigEndian.Uint32(font[at+12:]))
		if from < 0 || size < 0 || from+size > len(font) {
			return nil, errSubset
		}
		t[string(font[at:at+4])] = font[from : from+size]
	}
	for tag, least := range map[string]int{"head": 54, "hhea": 36, "maxp": 6, "hmtx": 4, "loca": 4, "glyf": 0, "post": 32, "OS/2": 78, "name": 6} {
		if len(t[tag]) < least {
			return nil, errSubset
		}
	}
	return t, nil
}

// char is a character with its glyph.
type char struct {
	code  rune
	glyph uint16
}

// glyphsOf returns the characters with their glyphs, in order, and all glyphs that
// drawing them takes: the one for missing characters first, and the parts that glyphs
// are put together from.
func (t tables) glyphsOf(face *sfnt.Font, runes []rune) (chars []char, glyphs []uint16, err error) {
	const basic = 0xfffe
	var buf sfnt.Buffer
	glyphs = []uint16{0}
	seen := map[uint16]bool{0: true}
	add := func(g uint16) {
		if !seen[g] {
			seen[g] = true
			glyphs = append(glyphs, g)
		}
	}
	runes = slices.Clone(runes)
	slices.Sort(runes)
	for _, r := range slices.Compact(runes) {
		g, err := face.GlyphIndex(&buf, r)
		if err != nil {
			return nil, nil, err
		}
		if g != 0 && r < basic {
			chars = append(chars, char{r, uint16(g)})
			add(uint16(g))
		}
	}
	for i := 0; i < len(glyphs); i++ { // parts may have parts
		eachPart(t.outline(glyphs[i]), func(_ int, part uint16) { add(part) })
	}
	return chars, glyphs, nil
}

// outline returns the outline of a glyph, nil for none.
func (t tables) outline(g uint16) []byte {
	at := func(i int) int {
		if binary.BigEndian.Uint16(t["head"][50:]) == 0 {
			if 2*i+2 > len(t["loca"]) {
				return 0
			}
			return 2 * int(binary.BigEndian.Uint16(t["loca"][2*i:]))
		}
		if 4*i+4 > len(t["loca"]) {
			return 0
		}
		return int(binary.BigEndian.Uint32(t["loca"][4*i:]))
	}
	from, to := at(int(g)), at(int(g)+1)
	if from < 0 || from >= to || to > len(t["glyf"]) {
		return nil
	}
	return t["glyf"][from:to]
}

// metric returns advance and side bearing of a glyph.
func (t tables) metric(g uint16) []byte {
	full := max(1, int(binary.BigEndian.Uint16(t["hhea"][34:])))
	h := t["hmtx"]
	out := make([]byte, 4)
	if i := 4 * min(int(g), full-1); i+4 <= len(h) {
		copy(out, h[i:i+4])
	}
	if i := 4*full + 2*(int(g)-full); int(g) >= full && i+2 <= len(h) {
		copy(out[2:], h[i:i+2])
	}
	return out
}

// Flags of a part of a glyph.
const (
	partWords  = 0x0001 // arguments are words
	partScale  = 0x0008
	partMore   = 0x0020
	partScales = 0x0040
	partMatrix = 0x0080
)

// eachPart calls visit with each part of a glyph that is put together, and where in
// its outline the part is named.
func eachPart(outline []byte, visit func(at int, part uint16)) {
	const header = 10
	if len(outline) < header || int16(binary.BigEndian.Uint16(outline)) >= 0 {
		return
	}
	for at := header; at+4 <= len(outline); {
		flags := binary.BigEndian.Uint16(outline[at:])
		visit(at+2, binary.BigEndian.Uint16(outline[at+2:]))
		at += 6
		if flags&partWords != 0 {
			at += 2
		}
		switch {
		case flags&partScale != 0:
			at += 2
		case flags&partScales != 0:
			at += 4
		case flags&partMatrix != 0:
			at += 8
		}
		if flags&partMore == 0 {
			return
		}
	}
}

// renumbered returns an outline whose parts are named by their new places.
func renumbered(outline []byte, place map[uint16]uint16) []byte {
	out := outline
	eachPart(outline, func(at int, part uint16) {
		out = patched(out, at, place[part])
	})
	return out
}

// patched returns a copy of b with a word replaced.
func patched(b []byte, at int, v uint16) []byte {
	b = slices.Clone(b)
	binary.BigEndian.PutUint16(b[at:], v)
	return b
}

// cmapOf returns a character map of format 4 with a segment for each character.
func cmapOf(chars []char) []byte {
	n := len(chars) + 1
	const head, last = 14, 0xffff
	size := head + 8*n + 2
	u16 := binary.BigEndian.AppendUint16
	out := []byte{0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12} // one map: Windows, basic plane
	for _, v := range []int{4, size, 0, 2 * n, 0, 0, 0} {
		out = u16(out, uint16(v)) // what speeds a search up is not filled in
	}
	for _, c := range chars {
		out = u16(out, uint16(c.code))
	}
	out = u16(u16(out, last), 0)
	for _, c := range chars {
		out = u16(out, uint16(c.code))
	}
	out = u16(out, last)
	for _, c := range chars {
		out = u16(out, c.glyph-uint16(c.code))
	}
	out = u16(out, 1)
	return append(out, make([]byte, 2*n)...)
}

// font returns the tables as a font. Checksums are not filled in: what embeds the
// font writes its own.
func (t tables) font() []byte {
	tags := make([]string, 0, len(t))
	for tag := range t {
		tags = append(tags, tag)
	}
	slices.Sort(tags)
	out := []byte{0, 1, 0, 0}
	out = binary.BigEndian.AppendUint16(out, uint16(len(tags)))
	out = append(out, make([]byte, 6)...)
	at := len(out) + 16*len(tags)
	for _, tag := range tags {
		out = append(append(out, tag...), 0, 0, 0, 0)
		out = binary.BigEndian.AppendUint32(out, uint32(at))
		out = binary.BigEndian.AppendUint32(out, uint32(len(t[tag])))
		at += (len(t[tag]) + 3) &^ 3
	}
	for _, tag := range tags {
		out = append(out, t[tag]...)
		out = append(out, make([]byte, -len(out)&3)...)
	}
	return out
}
