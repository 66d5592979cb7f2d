package sheet

import (
	"bytes"
	"context"
	"crypto/md5" //nolint:gosec // the format's own
	"crypto/rc4" //nolint:gosec // the format's own
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
// and the keys that go with it.
func filePass(t testing.TB) ([]byte, func(uint32) []byte) {
	t.Helper()
	pass := make([]byte, 54)
	pass[0], pass[2], pass[4] = 1, 1, 1
	copy(pass[6:22], "sixteen of salt.")
	block := rc4Keys(pass[6:22])
	verifier := []byte("a verifier of 16")
	sum := md5.Sum(verifier)          //nolint:gosec // the format's own
	c, err := rc4.NewCipher(block(0)) //nolint:gosec // the format's own
	if err != nil {
		t.Fatal(err)
	}
	c.XORKeyStream(pass[22:], append(verifier, sum[:]...))
	return pass, block
}

// lock returns the workbook stream b encrypted with the default password. What is no
// stream of records stays as it is.
func lock(t testing.TB, b []byte) []byte {
	t.Helper()
	recs, err := records(b)
	if err != nil || len(recs) == 0 {
		return b
	}
	pass, block := filePass(t)
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
	locked, err := readBook(t.Context(), "a.xls", lock(t, stream(t)))
	if err != nil || len(locked) != len(plain) {
		t.Fatalf("%d sheets, %v", len(locked), err)
	}
	for i, g := range plain {
		for r := range g.Rows() {
			for c := range g.Cols() {
				if got := locked[i].At(r, c); got != g.At(r, c) {
					t.Errorf("%+v, want %+v", got, g.At(r, c))
				}
			}
		}
	}
}

// FuzzBIFF feeds damaged records, plain and encrypted, to the reader of workbook
// streams.
func FuzzBIFF(f *testing.F) {
	f.Add(stream(f), false)
	f.Add(stream(f), true)
	f.Add(lock(f, stream(f)), false)
	f.Fuzz(func(t *testing.T, b []byte, locked bool) {
		b = bytes.Clone(b) // it is decrypted in place
		if locked {
			b = lock(t, b)
		}
		g := NewGuard()
		_, err := readBook(context.Background(), "a.xls", b)
		g.Check(t, err)
	})
}
