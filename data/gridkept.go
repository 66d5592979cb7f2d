package data

import "strings"

// A kept is a cell as a grid keeps it: in sixteen bytes without a pointer, so that a
// sheet of millions of cells stays small and costs the collector of garbage nothing.
type kept struct {
	value float64
	at    uint32 // of the text: among the short texts, or the number of a long one
	look  uint32 // see keptLook
}

// The bits of the look of a kept cell, from the lowest: eight of Digits, eight of
// Indent, three of Kind, one each of Bold and Percent, and the length of its text,
// or longText.
const (
	indentBit  = 8
	kindBit    = 16
	boldBit    = 19
	percentBit = 20
	lengthBit  = 21
	longText   = 1<<(32-lengthBit) - 1
)

// shortText is the length up to which a text takes less room in the row of short
// texts than a string of its own would; it holds every number.
const shortText = 24

// keptLook returns the look of c without the length of its text.
func keptLook(c Cell) uint32 {
	look := uint32(uint8(c.Digits)) | uint32(uint8(c.Indent))<<indentBit | uint32(c.Kind&7)<<kindBit
	if c.Bold {
		look |= 1 << boldBit
	}
	if c.Percent {
		look |= 1 << percentBit
	}
	return look
}

// keptTexts are the texts of the cells of a grid: short ones one after the other in
// blocks, long ones each by itself, which may be shared with other cells.
type keptTexts struct {
	blocks []string
	open   strings.Builder // the block after these
	long   []string
}

// blockBit is the number of bits that say where in its block a short text begins.
const blockBit = 16

// maxBlocks is the number of blocks that a place can tell apart.
const maxBlocks = 1<<(32-blockBit) - 1

// keep puts c among the texts and returns it as a grid keeps it.
func (t *keptTexts) keep(c Cell) kept {
	k := kept{value: c.Value, look: keptLook(c)}
	switch n := len(c.Text); {
	case n == 0:
	case n <= shortText && len(t.blocks) < maxBlocks:
		k.at, k.look = t.short(c.Text), k.look|uint32(n)<<lengthBit
	default:
		k.at, k.look = uint32(len(t.long)), k.look|longText<<lengthBit
		t.long = append(t.long, c.Text)
	}
	return k
}

// short appends s to the open block and returns where it begins.
func (t *keptTexts) short(s string) uint32 {
	if t.open.Len()+len(s) > 1<<blockBit {
		t.blocks = append(t.blocks, t.open.String())
		t.open = strings.Builder{}
	}
	if t.open.Cap() == 0 && len(t.blocks) > 0 {
		t.open.Grow(1 << blockBit)
	}
	at := uint32(len(t.blocks))<<blockBit | uint32(t.open.Len())
	t.open.WriteString(s)
	return at
}

// cell returns k as it was put in.
func (t *keptTexts) cell(k kept) Cell {
	return Cell{
		Text:    t.text(k),
		Value:   k.value,
		Kind:    CellKind(k.look >> kindBit & 7),
		Digits:  int8(k.look),
		Indent:  int8(k.look >> indentBit),
		Bold:    k.look>>boldBit&1 == 1,
		Percent: k.look>>percentBit&1 == 1,
	}
}

// text returns the text of k, a part of its block.
func (t *keptTexts) text(k kept) string {
	n := k.look >> lengthBit
	switch n {
	case 0:
		return ""
	case longText:
		return t.long[k.at]
	}
	from := k.at & (1<<blockBit - 1)
	if b := int(k.at >> blockBit); b < len(t.blocks) {
		return t.blocks[b][from : from+n]
	}
	return t.open.String()[from : from+n]
}
