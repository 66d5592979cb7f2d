package sheet

import (
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// eastAsian returns the encoding that b looks to be in by the statistics of its byte
// pairs, nil if it looks like none. Latin-1 may decode as any of them, but its letters
// beyond ASCII stand alone. Korean and Japanese texts of a few words may pass for
// Chinese; nothing tells them.
func eastAsian(b []byte) encoding.Encoding {
	t, s := tallyEUC(b), tallyShiftJIS(b)
	switch {
	case t.isEUCJP():
		return japanese.EUCJP
	case t.isGB() && t.isHangul():
		return korean.EUCKR
	case t.isGB():
		return simplifiedchinese.GB18030
	case t.isBig5():
		return traditionalchinese.Big5
	case s.isShiftJIS():
		return japanese.ShiftJIS
	}
	return nil
}

// A tally counts the byte pairs of a text.
type tally struct {
	pairs    int
	leads    [256]int
	common   int // in the common rows of GB 2312
	ascii    int // that end in an ASCII byte
	middle   int // that end in a byte from 80 to A0
	adjacent int // that follow another
	distinct int
	alone    int // bytes that are characters by themselves
	bad      int // bytes that are no character
}

// tallyEUC counts the pairs of b as GB 18030, Big5 and the EUC encodings have them.
// The four bytes of a rare character say nothing.
func tallyEUC(b []byte) tally {
	var t tally
	met := map[[2]byte]bool{}
	last := -1 // where the last pair ends
	for i := 0; i+1 < len(b); i++ {
		lead, trail := b[i], b[i+1]
		switch {
		case lead < 0x80:
		case lead == 0x80: // the euro sign
			t.alone++
		case trail >= 0x30 && trail <= 0x39 && i+3 < len(b) && b[i+2] >= 0x81 && b[i+3] >= 0x30 && b[i+3] <= 0x39:
			i += 3
			last = i + 1
		case lead == 0xff || trail < 0x40 || trail == 0x7f || trail == 0xff:
			t.bad++
		default:
			t.add(lead, trail, last == i)
			met[[2]byte{lead, trail}] = true
			i++
			last = i + 1
		}
	}
	t.distinct = len(met)
	return t
}

// tallyShiftJIS counts the pairs of b as Shift_JIS has them.
func tallyShiftJIS(b []byte) tally {
	var t tally
	last := -1
	for i := 0; i+1 < len(b); i++ {
		lead, trail := b[i], b[i+1]
		switch {
		case lead < 0x80:
		case lead >= 0xa1 && lead <= 0xdf: // narrow katakana
			t.alone++
		case lead == 0x80 || lead == 0xa0 || lead > 0xfc || trail < 0x40 || trail == 0x7f || trail > 0xfc:
			t.bad++
		default:
			t.add(lead, trail, last == i)
			i++
			last = i + 1
		}
	}
	return t
}

// add counts a pair.
func (t *tally) add(lead, trail byte, adjacent bool) {
	t.pairs++
	t.leads[lead]++
	switch {
	case trail < 0x80:
		t.ascii++
	case trail <= 0xa0:
		t.middle++
	case lead >= 0xa1 && lead <= 0xa3 || lead >= 0xb0 && lead <= 0xd7:
		t.common++
	}
	if adjacent {
		t.adjacent++
	}
}

// from returns how many pairs begin with a byte of a range.
func (t *tally) from(first, last int) int {
	n := 0
	for lead := first; lead <= last; lead++ {
		n += t.leads[lead]
	}
	return n
}

// isText reports whether pairs are many, stand together as in words, and are sound.
func (t *tally) isText() bool {
	return t.pairs >= 4 && 2*t.adjacent >= t.pairs && 20*t.bad <= t.pairs
}

// isGB reports whether more than 60 % of the pairs lie in the common rows of GB
// 2312, and fewer than 20 % end in an ASCII byte. Where every one stands alone they are
// the letters of the West in UTF-8.
func (t *tally) isGB() bool {
	return t.pairs > 0 && (t.pairs < 8 || t.adjacent > 0) && t.common*10 > t.pairs*6 && t.ascii*10 < t.pairs*2 && 20*t.bad <= t.pairs
}

// isHangul reports whether no pair lies in the rows of GB 2312 behind those of
// Korean syllables, where four in ten Chinese characters are.
func (t *tally) isHangul() bool {
	return t.distinct >= 16 && t.from(0xc9, 0xfe) == 0 && t.from(0xb0, 0xc8)*10 > t.pairs*6
}

// isEUCJP reports whether one pair in ten is kana, as no Chinese text has them.
func (t *tally) isEUCJP() bool {
	return t.isText() && t.ascii+t.middle == 0 && t.from(0xa4, 0xa5)*10 >= t.pairs
}

// isBig5 reports whether eight in ten pairs lie in the common rows of Big5.
func (t *tally) isBig5() bool {
	return t.isText() && t.middle == 0 && t.from(0xa1, 0xc6)*10 >= t.pairs*8 && t.from(0xa4, 0xc6) > 0
}

// isShiftJIS reports whether seven in ten pairs are signs, kana or of the first
// level of Shift_JIS.
func (t *tally) isShiftJIS() bool {
	return t.isText() && 2*t.alone <= t.pairs && (t.from(0x81, 0x83)+t.from(0x88, 0x97))*10 >= t.pairs*7
}
