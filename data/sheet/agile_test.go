package sheet_test

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha512"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"testing"
	"unicode/utf16"
)

// agile returns a package encrypted with a password as Excel 2010 and later do it.
func agile(t testing.TB, plain []byte, password string) []byte {
	t.Helper()
	const spins = 1000
	salt, keySalt, key := []byte("0123456789abcdef"), []byte("fedcba9876543210"), []byte("a key of two and thirty bytes...")
	secret := append([]byte(nil), salt...)
	for _, u := range utf16.Encode([]rune(password)) {
		secret = binary.LittleEndian.AppendUint16(secret, u)
	}
	h := sha512.Sum512(secret)
	for i := range uint32(spins) {
		h = sha512.Sum512(append(binary.LittleEndian.AppendUint32(nil, i), h[:]...))
	}
	h = sha512.Sum512(append(h[:], 0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6))
	locked := cbc(t, h[:32], salt, key)
	info := fmt.Sprintf(`<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512" saltValue="%s"/><keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><p:encryptedKey spinCount="%d" saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512" saltValue="%s" encryptedKeyValue="%s"/></keyEncryptor></keyEncryptors></encryption>`,
		base64.StdEncoding.EncodeToString(keySalt), spins, base64.StdEncoding.EncodeToString(salt), base64.StdEncoding.EncodeToString(locked))
	out := binary.LittleEndian.AppendUint64(nil, uint64(len(plain)))
	for i := 0; 4096*i < len(plain); i++ {
		iv := sha512.Sum512(binary.LittleEndian.AppendUint32(append([]byte(nil), keySalt...), uint32(i)))
		out = append(out, cbc(t, key, iv[:16], plain[4096*i:min(4096*i+4096, len(plain))])...)
	}
	out = append(out, make([]byte, max(0, 8+4096-len(out)))...)
	// The information is filled up with blanks: in a stream of its own size it would
	// end with it.
	return compound(t, "EncryptionInfo", fmt.Sprintf("\x04\x00\x04\x00\x40\x00\x00\x00%-4088s", info), "EncryptedPackage", string(out))
}

// cbc encrypts b, filled up with zeros.
func cbc(t testing.TB, key, iv, b []byte) []byte {
	t.Helper()
	c, err := aes.NewCipher(key)
	if err != nil {
		t.Fatal(err)
	}
	out := append([]byte(nil), b...)
	out = append(out, make([]byte, (16-len(b)%16)%16)...)
	cipher.NewCBCEncrypter(c, iv).CryptBlocks(out, out)
	return out
}
