package layout_test

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"yunxing/data"
	"yunxing/data/layout"
	"yunxing/data/sheet"
)

// catalog loads the catalogue of the repository.
func catalog(t testing.TB) *data.Catalog {
	t.Helper()
	c, err := data.LoadCatalog(sub(t, "../../assets/catalog"))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func sub(t testing.TB, dir string) fs.FS {
	t.Helper()
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("%s is not there", dir)
	}
	return os.DirFS(dir)
}

func TestSample(t *testing.T) {
	cat := catalog(t)
	files, err := filepath.Glob("../../assets/sample/*.xlsx")
	if err != nil || len(files) == 0 {
		t.Skip("the sample workbooks are not there")
	}
	for _, f := range files {
		grids, err := sheet.Open(context.Background(), f)
		if err != nil {
			t.Fatal(err)
		}
		r, err := layout.Analyse(context.Background(), grids, cat, layout.Options{})
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %d sheets, %d observations, %d problems", filepath.Base(f), len(grids), len(r.Observations), len(r.Problems))
		for _, p := range r.Problems {
			if p.Doubt {
				t.Errorf("a figure of our own sample is in doubt: %s", p)
			}
		}
	}
}

// openSample returns all sheets of the sample workbooks.
func openSample(t testing.TB) []*data.Grid {
	t.Helper()
	files, err := filepath.Glob("../../assets/sample/*.xlsx")
	if err != nil || len(files) == 0 {
		t.Skip("the sample workbooks are not there")
	}
	var out []*data.Grid
	for _, f := range files {
		grids, err := sheet.Open(context.Background(), f)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, grids...)
	}
	return out
}
