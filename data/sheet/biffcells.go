package sheet

import (
	"errors"
	"math"

	"yunxing/data"
)

// sheet reads the records of one worksheet into g, leaving out streams inside.
func (k *book) sheet(g *data.Grid, recs []record) error {
	depth := 0
	s := sheetReader{book: k, grid: g}
	k.fill = newFiller(&k.budget, g)
	for _, r := range recs {
		switch {
		case r.kind == recBOF:
			depth++
		case r.kind == recEOF:
			depth--
		case depth == 0 && len(r.data) >= 4:
			if err := s.record(r); err != nil {
				return s.wrap(err)
			}
		}
	}
	return nil
}

// A sheetReader reads the cells of one worksheet.
type sheetReader struct {
	book    *book
	grid    *data.Grid
	pending [3]int // row, column and style of a formula whose text follows
	waits   bool
}

// wrap says what to do about an error of a record.
func (s *sheetReader) wrap(err error) error {
	if errors.As(err, new(*Error)) {
		return err
	}
	return damaged(s.book.name, err)
}

// record reads one record.
func (s *sheetReader) record(r record) error {
	k, g := s.book, s.grid
	row, col, xf := r.u16(0), r.u16(2), r.u16(4)
	switch r.kind {
	case recRow:
		if r.u16(12)&0x20 != 0 {
			g.HiddenRows[row] = true
		}
	case recLabelSST:
		i := int(r.u32(6))
		if i < 0 || i >= len(k.strings) {
			return errBIFF
		}
		return k.text(row, col, xf, k.strings[i])
	case recLabel, recRString:
		if len(r.data) < 9 {
			return errBIFF
		}
		text, _ := flatString(r.data[8:], r.u16(6))
		return k.text(row, col, xf, text)
	case recNumber:
		return k.number(row, col, xf, r.f64(6))
	case recRK:
		return k.number(row, col, xf, rk(r.u32(6)))
	case recMulRK:
		for i := 0; 4+6*i+6 <= len(r.data)-2; i++ {
			if err := k.number(row, col+i, r.u16(4+6*i), rk(r.u32(6+6*i))); err != nil {
				return err
			}
		}
	case recFormula:
		return s.formula(r)
	case recString:
		if s.waits && len(r.data) >= 3 {
			s.waits = false
			text, _ := flatString(r.data[2:], r.u16(0))
			return k.text(s.pending[0], s.pending[1], s.pending[2], text)
		}
	case recBoolErr:
		if len(r.data) >= 8 {
			return k.set(row, col, boolErr(r.data[6], r.data[7] != 0))
		}
	case recMerged:
		s.merged(r)
	}
	return nil
}

// formula reads the value of a formula as it was last computed.
func (s *sheetReader) formula(r record) error {
	if len(r.data) < 14 {
		return errBIFF
	}
	row, col, xf := r.u16(0), r.u16(2), r.u16(4)
	if r.u16(12) != 0xffff {
		return s.book.number(row, col, xf, r.f64(6))
	}
	switch r.data[6] {
	case 0:
		s.pending, s.waits = [3]int{row, col, xf}, true
	case 1, 2:
		return s.book.set(row, col, boolErr(r.data[8], r.data[6] == 2))
	}
	return nil
}

// boolErr returns the cell of a truth value or an error.
func boolErr(v byte, isError bool) data.Cell {
	if !isError {
		return data.Cell{Text: string('0' + rune(v&1)), Kind: data.BoolCell, Digits: -1}
	}
	text := map[byte]string{0x00: "#NULL!", 0x07: "#DIV/0!", 0x0f: "#VALUE!", 0x17: "#REF!", 0x1d: "#NAME?", 0x24: "#NUM!", 0x2a: "#N/A"}[v]
	if text == "" {
		text = "#ERR!"
	}
	return data.Cell{Text: text, Kind: data.ErrorCell, Digits: -1}
}

// merged notes merged ranges.
func (s *sheetReader) merged(r record) {
	for i := 0; i < r.u16(0) && 2+8*i+8 <= len(r.data); i++ {
		at := 2 + 8*i
		m := data.CellRange{Top: r.u16(at), Bottom: r.u16(at + 2), Left: r.u16(at + 4), Right: r.u16(at + 6)}
		if m.Top <= m.Bottom && m.Left <= m.Right {
			s.grid.Merged = append(s.grid.Merged, m)
		}
	}
}

// rk returns the number that is packed into 32 bits.
func rk(v uint32) float64 {
	var f float64
	if v&2 != 0 {
		f = float64(int32(v) >> 2)
	} else {
		f = math.Float64frombits(uint64(v&^3) << 32)
	}
	if v&1 != 0 {
		f /= 100
	}
	return f
}
