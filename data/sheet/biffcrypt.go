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
			block, err := rc4Blocks(r.data)
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

// rc4Blocks returns a function that gives the key of every block of 1024 bytes,
// after checking that the default password opens the workbook.
func rc4Blocks(pass []byte) (func(block uint32) []byte, error) {
	if len(pass) < 54 || binary.LittleEndian.Uint16(pass) != 1 || binary.LittleEndian.Uint16(pass[2:]) != 1 {
		return nil, errPassword
	}
	block := rc4Keys(pass[6:22])
	c, err := rc4.NewCipher(block(0)) //nolint:gosec // the format's own
	if err != nil {
		return nil, errPassword
	}
	check := make([]byte, 32)
	c.XORKeyStream(check, pass[22:54])
	if want := md5.Sum(check[:16]); !bytes.Equal(want[:], check[16:]) { //nolint:gosec // the format's own
		return nil, errPassword
	}
	return block, nil
}

// rc4Keys returns a function that gives the key of every block under the default
// password with a salt.
func rc4Keys(salt []byte) func(block uint32) []byte {
	units := utf16.Encode([]rune(defaultPassword))
	password := make([]byte, 2*len(units))
	for i, u := range units {
		binary.LittleEndian.PutUint16(password[2*i:], u)
	}
	h := md5.Sum(password) //nolint:gosec // the format's own
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
func decryptRecords(recs []record, block func(uint32) []byte) error {
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
