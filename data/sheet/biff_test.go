package sheet

import (
	"bytes"
	"context"
	"crypto/md5"  //nolint:gosec // the format's own
	"crypto/sha1" //nolint:gosec // the format's own
	"encoding/binary"
	"os"
	"testing"
)

// stream returns the workbook stream of testdata/small.xls.
func stream(t testing.TB) []byte {
	t.Helper()
	b, err := os.ReadFile("testdata/small.xls")
	if err != nil {
		t.Fatal(err)
	}
	streams, err := openStreams(b)
	if err != nil || streams["workbook"] == nil {
		t.Fatal(err)
	}
	return streams["workbook"]
}

// filePass returns the data of a FILEPASS record that the default password opens,
// and the keys that go with it: in the form of Excel 97 where bits is 0, else in the
// later one with keys of so many bits.
func filePass(t testing.TB, bits int) ([]byte, blockKeys) {
	t.Helper()
	salt, verifier := []byte("sixteen of salt."), []byte("a verifier of 16")
	if bits == 0 {
		keys := rc4Keys(salt)
		sum := md5.Sum(verifier) //nolint:gosec // the format's own
		return append([]byte("\x01\x00\x01\x00\x01\x00"+string(salt)), unlocked(keys, append(verifier, sum[:]...))...), keys
	}
	keys := capiKeys(salt, bits)
	sum := sha1.Sum(verifier) //nolint:gosec // the format's own
	locked := unlocked(keys, append(verifier, sum[:]...))
	name := "M\x00S\x00\x00\x00" // of the provider
	pass := []byte("\x01\x00\x04\x00\x02\x00\x04\x00\x00\x00")
	for _, v := range []uint32{uint32(32 + len(name)), 4, 0, algorithmRC4, algorithmSHA1, uint32(bits), 1, 0, 0} {
		pass = binary.LittleEndian.AppendUint32(pass, v)
	}
	pass = binary.LittleEndian.AppendUint32(append(pass, name...), 16)
	pass = append(append(pass, salt...), locked[:16]...)
	return append(binary.LittleEndian.AppendUint32(pass, 20), locked[16:]...), keys
}

// lock returns the workbook stream b encrypted with the default password, see
// filePass. What is no stream of records stays as it is.
func lock(t testing.TB, b []byte, bits int) []byte {
	t.Helper()
	recs, err := records(b)
	if err != nil || len(recs) == 0 {
		return b
	}
	pass, block := filePass(t, bits)
	head := len(recs[0].data) + 4
	out := append(bytes.Clone(b[:head]), recFilePass, 0, byte(len(pass)), 0)
	out = append(append(out, pass...), b[head:]...)
	recs, err = records(out)
	if err != nil {
		return b
	}
	for _, r := range recs {
		if r.kind == recBoundSheet && len(r.data) >= 4 {
			binary.LittleEndian.PutUint32(r.data, r.u32(0)+4+uint32(len(pass)))
		}
	}
	if err := decryptRecords(recs, block); err != nil {
		t.Fatal(err)
	}
	return out
}

// TestLocked states that a workbook under the default password reads as the plain
// one does.
func TestLocked(t *testing.T) {
	plain, err := readBook(t.Context(), "a.xls", stream(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, bits := range []int{0, 40, 56, 128} {
		locked, err := readBook(t.Context(), "a.xls", lock(t, stream(t), bits))
		if err != nil || len(locked) != len(plain) {
			t.Fatalf("%d bits: %d sheets, %v", bits, len(locked), err)
		}
		for i, g := range plain {
			for r := range g.Rows() {
				for c := range g.Cols() {
					if got := locked[i].At(r, c); got != g.At(r, c) {
						t.Errorf("%d bits: %+v, want %+v", bits, got, g.At(r, c))
					}
				}
			}
		}
	}
}

// LockedStream returns the workbook stream of testdata/small.xls encrypted with the
// default password, see filePass.
func LockedStream(t testing.TB, bits int) []byte { return lock(t, stream(t), bits) }

// FuzzBIFF feeds damaged records, plain and encrypted, to the reader of workbook
// streams.
func FuzzBIFF(f *testing.F) {
	f.Add(stream(f), false)
	f.Add(stream(f), true)
	f.Add(lock(f, stream(f), 0), false)
	f.Add(lock(f, stream(f), 128), false)
	f.Fuzz(func(t *testing.T, b []byte, locked bool) {
		b = bytes.Clone(b) // it is decrypted in place
		if locked {
			b = lock(t, b, 0)
		}
		g := NewGuard()
		_, err := readBook(context.Background(), "a.xls", b)
		g.Check(t, err)
	})
}
