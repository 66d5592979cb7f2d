package sheet_test

import (
	"archive/zip"
	"bytes"
	"context"
	"hash/crc32"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"yunxing/data"
	"yunxing/data/layout"
	"yunxing/data/sheet"
)

// TestDamagedCorpus states that copies of the corpus that are cut off or have bits
// flipped give an error of package sheet or sheets that can be analysed, and never a
// panic, a hang or an unbounded use of memory. YUNXING_DAMAGE asks for more than
// three copies of each file.
func TestDamagedCorpus(t *testing.T) {
	files, _ := filepath.Glob(corpus + "/*")
	if len(files) == 0 {
		t.Skip("the corpus is not here")
	}
	copies := 3
	if n, err := strconv.Atoi(os.Getenv("YUNXING_DAMAGE")); err == nil {
		copies = n
	}
	cat, err := data.LoadCatalog(os.DirFS("../../assets/catalog"))
	if err != nil {
		t.Fatal(err)
	}
	var sum damage
	for _, file := range files {
		whole, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i := range copies {
			random := rand.New(rand.NewPCG(uint64(crc32.ChecksumIEEE(whole)), uint64(i)))
			sum.try(t, filepath.Base(file), i, damagedCopy(t, random, whole, i), cat)
		}
	}
	t.Logf("%d copies: %d refused, %d read with %d figures, the slowest in %v, at most %d MB held",
		sum.copies, sum.refused, sum.copies-sum.refused, sum.figures, sum.slowest.Round(time.Millisecond), sum.most>>20)
}

// A damage sums up what became of damaged copies.
type damage struct {
	copies, refused, figures int
	slowest                  time.Duration
	most                     uint64
}

// try reads and analyses one copy.
func (d *damage) try(t *testing.T, file string, i int, b []byte, cat *data.Catalog) {
	t.Helper()
	d.copies++
	guard := sheet.NewGuard()
	grids, err := sheet.Read(context.Background(), file, b)
	guard.Check(t, err)
	if err != nil {
		d.refused++
	} else {
		r, err := layout.Analyse(context.Background(), grids, cat, layout.Options{})
		if err != nil {
			t.Errorf("the analysis fails: %v", err)
		}
		d.figures += len(r.Observations)
	}
	elapsed, _ := guard.Taken()
	d.slowest, d.most = max(d.slowest, elapsed), max(d.most, sheet.Held())
	if elapsed > 30*time.Second || d.most > 1<<30 {
		t.Errorf("it takes %v, and %d MB are held", elapsed, d.most>>20)
	}
	if t.Failed() {
		t.Fatalf("with copy %d of %s", i, file)
	}
}

// damagedCopy returns b cut off, or with up to 64 bits flipped, or the same within
// the parts of an archive, whose checksums hide them otherwise.
func damagedCopy(t *testing.T, random *rand.Rand, b []byte, i int) []byte {
	switch {
	case i%3 == 0:
		return b[:random.IntN(len(b))]
	case i%3 == 1 || !bytes.HasPrefix(b, []byte("PK\x03\x04")):
		return flipped(random, b)
	}
	in, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	var nameContent []string
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if len(part) > 0 && random.IntN(3) == 0 {
			part = flipped(random, part)
		}
		nameContent = append(nameContent, f.Name, string(part))
	}
	return parts(t, nameContent...)
}

// flipped returns a copy of b with up to 64 bits flipped.
func flipped(random *rand.Rand, b []byte) []byte {
	c := bytes.Clone(b)
	for range 1 + random.IntN(64) {
		c[random.IntN(len(c))] ^= 1 << random.IntN(8)
	}
	return c
}
