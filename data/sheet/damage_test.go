package sheet_test

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"yunxing/data/sheet"
)

// TestDamagedCorpus states that copies of the corpus that are cut off or have bits
// flipped give an error of package sheet or sheets, and never a panic, a hang or an
// unbounded use of memory.
func TestDamagedCorpus(t *testing.T) {
	files, _ := filepath.Glob(corpus + "/*")
	if len(files) == 0 {
		t.Skip("the corpus is not here")
	}
	copies := 6
	if testing.Short() {
		copies = 2
	}
	random := rand.New(rand.NewPCG(20131130, 1))
	var before, after runtime.MemStats
	for _, file := range files {
		whole, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i := range copies {
			b := damagedCopy(random, whole, i)
			runtime.ReadMemStats(&before)
			start := time.Now()
			_, err := sheet.Read(context.Background(), file, b)
			runtime.ReadMemStats(&after)
			if e := new(sheet.Error); err != nil && !errors.As(err, &e) {
				t.Errorf("%s, copy %d: %v is no *sheet.Error", filepath.Base(file), i, err)
			}
			if d := time.Since(start); d > 20*time.Second {
				t.Errorf("%s, copy %d took %v", filepath.Base(file), i, d)
			}
			if n := after.TotalAlloc - before.TotalAlloc; n > 1<<30 {
				t.Errorf("%s, copy %d allocated %d MB", filepath.Base(file), i, n>>20)
			}
		}
	}
}

// damagedCopy returns b cut off if i is even, else with up to 64 bits flipped.
func damagedCopy(random *rand.Rand, b []byte, i int) []byte {
	if i%2 == 0 {
		return b[:random.IntN(len(b))]
	}
	c := bytes.Clone(b)
	for range 1 + random.IntN(64) {
		c[random.IntN(len(c))] ^= 1 << random.IntN(8)
	}
	return c
}
