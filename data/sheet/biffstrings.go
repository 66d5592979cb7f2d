package sheet

import (
	"encoding/binary"
	"unicode/utf16"
)

// flatString returns a text of n units that begins with its flags and does not run
// over the end of its record, and how many bytes it takes.
func flatString(b []byte, n int) (string, int) {
	if len(b) == 0 {
		return "", 0
	}
	if b[0]&1 == 1 {
		end := min(1+2*n, len(b))
		return utf16String(b[1:end]), end
	}
	end := min(1+n, len(b))
	return latin(b[1:end]), end
}

// latin returns a text whose units have their high bytes left out.
func latin(b []byte) string {
	r := make([]rune, len(b))
	for i, c := range b {
		r[i] = rune(c)
	}
	return string(r)
}

// A stringReader reads the table of strings, which is spread over records.
type stringReader struct {
	parts [][]byte
	part  int
	pos   int
}

// readStrings reads the table of strings. One that is cut off is an error: cells
// that point into it would otherwise say nothing.
func readStrings(parts [][]byte) ([]string, error) {
	if len(parts[0]) < 8 {
		return nil, errBIFF
	}
	n := int(binary.LittleEndian.Uint32(parts[0][4:]))
	total := 0
	for _, p := range parts {
		total += len(p)
	}
	if n < 0 || n > total {
		return nil, errBIFF
	}
	r := &stringReader{parts: parts, pos: 8}
	out := make([]string, 0, n)
	for range n {
		s, ok := r.next()
		if !ok {
			return nil, errBIFF
		}
		out = append(out, s)
	}
	return out, nil
}

// left returns how many bytes of the current record are left.
func (r *stringReader) left() int { return len(r.parts[r.part]) - r.pos }

// advance goes to the next record.
func (r *stringReader) advance() bool {
	if r.part+1 >= len(r.parts) {
		return false
	}
	r.part, r.pos = r.part+1, 0
	return true
}

// take returns the next n bytes, over the ends of records.
func (r *stringReader) take(n int) ([]byte, bool) {
	var out []byte
	for n > 0 {
		if r.left() == 0 && !r.advance() {
			return nil, false
		}
		m := min(n, r.left())
		out = append(out, r.parts[r.part][r.pos:r.pos+m]...)
		r.pos += m
		n -= m
	}
	return out, true
}

// skip passes over n bytes.
func (r *stringReader) skip(n int) bool {
	for n > 0 {
		if r.left() == 0 && !r.advance() {
			return false
		}
		m := min(n, r.left())
		r.pos += m
		n -= m
	}
	return true
}

// next returns the next string, without its formats and phonetics.
func (r *stringReader) next() (string, bool) {
	head, ok := r.take(3)
	if !ok {
		return "", false
	}
	n, flags := int(binary.LittleEndian.Uint16(head)), head[2]
	tail := 0
	if flags&8 != 0 {
		b, ok := r.take(2)
		if !ok {
			return "", false
		}
		tail += 4 * int(binary.LittleEndian.Uint16(b))
	}
	if flags&4 != 0 {
		b, ok := r.take(4)
		if !ok {
			return "", false
		}
		tail += int(binary.LittleEndian.Uint32(b) & 0x7fffffff)
	}
	text, ok := r.units(n, flags&1 == 1)
	if !ok {
		return "", false
	}
	return text, r.skip(tail)
}

// units returns a text of n units. Where it runs into the next record, that one
// begins with flags that say again whether high bytes are left out.
func (r *stringReader) units(n int, wide bool) (string, bool) {
	u := make([]uint16, 0, n)
	for len(u) < n {
		if r.left() == 0 {
			if !r.advance() || r.left() == 0 {
				return "", false
			}
			wide = r.parts[r.part][0]&1 == 1
			r.pos = 1
			continue
		}
		if !wide {
			u = append(u, uint16(r.parts[r.part][r.pos]))
			r.pos++
			continue
		}
		if r.left() < 2 {
			return "", false
		}
		u = append(u, binary.LittleEndian.Uint16(r.parts[r.part][r.pos:]))
		r.pos += 2
	}
	return string(utf16.Decode(u)), true
}
