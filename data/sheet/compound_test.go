package sheet_test

import (
	"encoding/binary"
	"testing"
	"unicode/utf16"
)

// sector is the size of the sectors of the compound files that tests make.
const sector = 512

// compound returns a compound file with the given streams, in turn name and content.
// Each shorter than 4096 bytes is filled up with zeros, so that it has sectors of its
// own.
func compound(t testing.TB, nameContent ...string) []byte {
	t.Helper()
	const end, special = 0xfffffffe, 0xfffffffd
	var body []byte
	var next []uint32 // the table of sectors
	dir := directoryEntry("Root Entry", 5, end, 0)
	for i := 0; i < len(nameContent); i += 2 {
		size := max(len(nameContent[i+1]), 4096)
		b := make([]byte, (size+sector-1)/sector*sector)
		copy(b, nameContent[i+1])
		dir = append(dir, directoryEntry(nameContent[i], 2, uint32(len(next)), size)...)
		body = append(body, b...)
		next = chain(next, len(b)/sector)
	}
	for i := 1; i < len(dir)/128; i++ { // entries hang from each other to the right
		binary.LittleEndian.PutUint32(dir[128*i+72:], 0xffffffff)
		if i+1 < len(dir)/128 {
			binary.LittleEndian.PutUint32(dir[128*i+72:], uint32(i+1))
		}
	}
	binary.LittleEndian.PutUint32(dir[76:], 1)
	dir = append(dir, make([]byte, (sector-len(dir)%sector)%sector)...)
	dirAt := uint32(len(next))
	body, next = append(body, dir...), chain(next, len(dir)/sector)
	fatAt, fats := uint32(len(next)), 1
	for len(next)+fats > fats*sector/4 {
		fats++
	}
	for range fats {
		next = append(next, special)
	}
	fat := make([]byte, fats*sector)
	for i := range len(fat) / 4 {
		v := uint32(0xffffffff)
		if i < len(next) {
			v = next[i]
		}
		binary.LittleEndian.PutUint32(fat[4*i:], v)
	}
	return append(append(compoundHead(dirAt, fatAt, fats), body...), fat...)
}

// chain appends n sectors that follow each other to a table of sectors.
func chain(next []uint32, n int) []uint32 {
	for i := range n {
		v := uint32(len(next) + 1)
		if i == n-1 {
			v = 0xfffffffe
		}
		next = append(next, v)
	}
	return next
}

// directoryEntry returns an entry of the directory without neighbours.
func directoryEntry(name string, kind byte, start uint32, size int) []byte {
	e := make([]byte, 128)
	units := utf16.Encode([]rune(name))
	for i, u := range units {
		binary.LittleEndian.PutUint16(e[2*i:], u)
	}
	binary.LittleEndian.PutUint16(e[64:], uint16(2*len(units)+2))
	e[66], e[67] = kind, 1
	for _, at := range []int{68, 72, 76} {
		binary.LittleEndian.PutUint32(e[at:], 0xffffffff)
	}
	binary.LittleEndian.PutUint32(e[116:], start)
	binary.LittleEndian.PutUint32(e[120:], uint32(size))
	return e
}

// compoundHead returns the header of a compound file.
func compoundHead(dirAt, fatAt uint32, fats int) []byte {
	h := make([]byte, sector)
	copy(h, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	for at, v := range map[int]uint16{24: 0x3e, 26: 3, 28: 0xfffe, 30: 9, 32: 6} {
		binary.LittleEndian.PutUint16(h[at:], v)
	}
	for at, v := range map[int]uint32{44: uint32(fats), 48: dirAt, 56: 4096, 60: 0xfffffffe, 68: 0xfffffffe} {
		binary.LittleEndian.PutUint32(h[at:], v)
	}
	for i := range (sector - 76) / 4 {
		v := uint32(0xffffffff)
		if i < fats {
			v = fatAt + uint32(i)
		}
		binary.LittleEndian.PutUint32(h[76+4*i:], v)
	}
	return h
}
