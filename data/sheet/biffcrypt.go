package sheet

import (
	"bytes"
	"crypto/md5" //nolint:gosec // the format's own
	"crypto/rc4" //nolint:gosec // the format's own
	"encoding/binary"
	"errors"
	"unicode/utf16"
)

// defaultPassword is the password that Excel tries before it asks for one. Yearbook
// publishers encrypt their workbooks with it.
const defaultPassword = "VelvetSweatshop"

// errPassword reports a workbook with a password of its own, or a cipher that is
// not RC4.
var errPassword = errors.New("sheet: encrypted workbook")

// decrypt decrypts the records in place if the workbook is encrypted.
func (k *book) decrypt() error {
	for _, r := range k.records {
		switch r.kind {
		case recFilePass:
			block, err := passKeys(r.data)
			if err != nil {
				return err
			}
			return decryptRecords(k.records, block)
		case recEOF:
			return nil
		}
	}
	return nil
}

// A blockKeys gives the key of every block of 1024 bytes.
type blockKeys func(block uint32) []byte

// passKeys returns the keys that a FILEPASS record tells of, after checking that the
// default password opens the workbook.
func passKeys(pass []byte) (blockKeys, error) {
	r := record{data: pass}
	switch kind, major, minor := r.u16(0), r.u16(2), r.u16(4); {
	case kind != 1: // not RC4
	case major == 1 && minor == 1 && len(pass) >= 54:
		keys := rc4Keys(pass[6:22])
		verifier := unlocked(keys, pass[22:54])
		if sum := md5.Sum(verifier[:16]); bytes.Equal(sum[:], verifier[16:]) { //nolint:gosec // the format's own
			return keys, nil
		}
	case major >= 2 && major <= 4 && minor == 2:
		return capiPassKeys(pass)
	}
	return nil, errPassword
}

// unlocked returns b as the key of the first block decrypts it.
func unlocked(keys blockKeys, b []byte) []byte {
	out := make([]byte, len(b))
	if c, err := rc4.NewCipher(keys(0)); err == nil { //nolint:gosec // the format's own
		c.XORKeyStream(out, b)
	}
	return out
}

// passwordUnits returns the default password, two bytes to a character.
func passwordUnits() []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(defaultPassword)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return b
}

// rc4Keys returns the keys of the default password with a salt in the first form,
// that of Excel 97.
func rc4Keys(salt []byte) blockKeys {
	h := md5.Sum(passwordUnits()) //nolint:gosec // the format's own
	var salted []byte
	for range 16 {
		salted = append(salted, h[:5]...)
		salted = append(salted, salt...)
	}
	base := md5.Sum(salted) //nolint:gosec // the format's own
	return func(n uint32) []byte {
		d := make([]byte, 9)
		copy(d, base[:5])
		binary.LittleEndian.PutUint32(d[5:], n)
		key := md5.Sum(d) //nolint:gosec // the format's own
		return key[:]
	}
}

// decryptRecords decrypts the data of records; the key stream runs on over headers
// and over the records that stay plain.
func decryptRecords(recs []record, block blockKeys) error {
	current, stream := -1, make([]byte, 1024)
	for _, r := range recs {
		from := 0
		switch r.kind {
		case recBOF, recFilePass, 0x00e1, 0x0195, 0x0196, 0x0194, 0x0138:
			continue
		case recBoundSheet:
			from = 4 // the offset stays plain
		}
		for i := from; i < len(r.data); i++ {
			at := r.offset + i
			if n := at / 1024; n != current {
				c, err := rc4.NewCipher(block(uint32(n))) //nolint:gosec // the format's own
				if err != nil {
					return errPassword
				}
				clear(stream)
				c.XORKeyStream(stream, stream)
				current = n
			}
			r.data[i] ^= stream[at%1024]
		}
	}
	return nil
}
