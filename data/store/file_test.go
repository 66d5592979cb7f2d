package store_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"math"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"yunxing/data"
	"yunxing/data/store"
)

// database makes an SQLite file by a script.
func database(t *testing.T, path, script string) {
	t.Helper()
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(script); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

// saved makes a project file with some observations and returns its bytes.
func saved(t *testing.T, path string) []byte {
	t.Helper()
	p, err := store.Create(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	var obs []data.Observation
	for i := range 1000 {
		obs = append(obs, profit(i%12+1, float64(i)))
	}
	save(t, p, obs...)
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	path := func(name string) string { return filepath.Join(dir, name) }
	write := func(name string, raw []byte) {
		if err := os.WriteFile(path(name), raw, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	good := saved(t, path("good.yunxing"))
	newer := bytes.Clone(good)
	newer[63] = 99
	write("newer.yunxing", newer)
	zero := bytes.Clone(good)
	zero[63] = 0
	write("zero.yunxing", zero)
	write("half.yunxing", good[:len(good)/2])
	write("header.yunxing", good[:100])
	write("short.yunxing", good[:99])
	write("empty.yunxing", nil)
	write("picture.yunxing", append([]byte("\x89PNG\r\n\x1a\n"), make([]byte, 500)...))
	database(t, path("foreign.yunxing"), "CREATE TABLE bookmark (id INTEGER); PRAGMA user_version = 1")
	database(t, path("other.yunxing"), "PRAGMA application_id = 252006673; CREATE TABLE t (id INTEGER); PRAGMA user_version = 1")
	if err := os.Mkdir(path("folder.yunxing"), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]error{
		"newer.yunxing": store.ErrNewer, "zero.yunxing": store.ErrDamaged, "half.yunxing": store.ErrDamaged,
		"header.yunxing": store.ErrDamaged, "short.yunxing": store.ErrNotProject, "empty.yunxing": store.ErrNotProject,
		"picture.yunxing": store.ErrNotProject, "foreign.yunxing": store.ErrForeign, "other.yunxing": store.ErrForeign,
		"folder.yunxing": store.ErrNotProject, "nothing.yunxing": store.ErrNotFound,
	} {
		before, _ := os.ReadFile(path(name))
		if p, err := store.Open(t.Context(), path(name)); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", name, err, want)
			if p != nil {
				p.Close()
			}
		}
		if after, _ := os.ReadFile(path(name)); !bytes.Equal(before, after) {
			t.Errorf("%s was changed", name)
		}
		if name == "nothing.yunxing" {
			continue
		}
		if p, err := store.Create(t.Context(), path(name)); !errors.Is(err, store.ErrExists) {
			t.Errorf("create over %s: %v, want %v", name, err, store.ErrExists)
			if p != nil {
				p.Close()
			}
		}
	}
	left, err := filepath.Glob(path("*"))
	if err != nil || len(left) != 11 {
		t.Errorf("files left behind: %v, %v", left, err)
	}
}

func TestOpenLeavesFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "p.yunxing")
	before := saved(t, path)
	p, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(all(t, p, store.Filter{})); n != 1000 {
		t.Errorf("%d observations after opening, want 1000", n)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		t.Errorf("opening and reading changed the file (%v)", err)
	}
}

func TestSameImportSameBytes(t *testing.T) {
	dir := t.TempDir()
	if !bytes.Equal(saved(t, filepath.Join(dir, "a.yunxing")), saved(t, filepath.Join(dir, "b.yunxing"))) {
		t.Error("the same import twice gives two different files")
	}
}

func TestDamagedPages(t *testing.T) {
	path := filepath.Join(t.TempDir(), "p.yunxing")
	raw := saved(t, path)
	for i := 4096; i < len(raw); i++ {
		raw[i] = 0xa5
	}
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	p, err := store.Open(t.Context(), path)
	if err == nil {
		_, err = p.Batches(t.Context())
		p.Close()
	}
	if !errors.Is(err, store.ErrDamaged) {
		t.Errorf("a file of rubbish pages: %v, want that it is damaged", err)
	}
}

func TestCopy(t *testing.T) {
	p := create(t)
	save(t, p, profit(1, 1))
	if err := p.SetSetting(t.Context(), "target", "13"); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "b.yunxing")
	if err := p.Copy(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	if err := p.Copy(t.Context(), path); !errors.Is(err, store.ErrExists) {
		t.Errorf("a copy onto a project: %v, want a refusal", err)
	}
	if err := p.Copy(t.Context(), p.Path()); !errors.Is(err, store.ErrExists) {
		t.Errorf("a copy onto itself: %v, want a refusal", err)
	}
	save(t, p, profit(2, 2))
	q, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer q.Close()
	v, _, err := q.Setting(t.Context(), "target")
	if got := all(t, q, store.Filter{}); err != nil || v != "13" || len(got) != 1 || !equal(got[0], all(t, p, store.Filter{})[0]) {
		t.Errorf("the copy holds %+v, target %q, %v", got, v, err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 1 {
		t.Errorf("files left behind: %v, %v", left, err)
	}
}

func TestCreateInNoFolder(t *testing.T) {
	if _, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "no", "p.yunxing")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got %v, want that the folder does not exist", err)
	}
}

func TestTwoWriters(t *testing.T) {
	if testing.Short() {
		t.Skip("waits three seconds")
	}
	p := create(t)
	q, err := store.Open(t.Context(), p.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer q.Close()
	var busy error
	obs := func(yield func(data.Observation) bool) {
		busy = q.SetSetting(t.Context(), "target", "13")
		yield(profit(1, 1))
	}
	if _, err := p.Save(t.Context(), store.Batch{}, obs, nil, nil); err != nil {
		t.Fatal(err)
	}
	if !errors.Is(busy, store.ErrBusy) {
		t.Errorf("a write during the import of another: %v, want that it is busy", busy)
	}
	if err := q.SetSetting(t.Context(), "target", "13"); err != nil {
		t.Errorf("a write after the import: %v", err)
	}
}

func TestReadDuringSave(t *testing.T) {
	p := create(t)
	save(t, p, profit(1, 1))
	obs := func(yield func(data.Observation) bool) {
		for i := range 500 {
			if !yield(profit(2, float64(i))) {
				return
			}
		}
		if got := all(t, p, store.Filter{}); len(got) != 1 {
			t.Errorf("%d observations are seen before the import is complete, want 1", len(got))
		}
	}
	if _, err := p.Save(t.Context(), store.Batch{}, obs, nil, nil); err != nil {
		t.Fatal(err)
	}
}

func TestManyAtOnce(t *testing.T) {
	p := create(t)
	save(t, p, profit(1, 1))
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for range 20 {
				if i == 0 {
					if _, err := p.Save(t.Context(), store.Batch{}, slices.Values([]data.Observation{profit(2, 2)}), nil, nil); err != nil {
						t.Error(err)
					}
				}
				if _, err := p.Reader(data.Cut{}).Series(t.Context(), data.Query{Span: data.Cumulative}); err != nil {
					t.Error(err)
				}
				if _, err := p.Keys(t.Context()); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if got := len(all(t, p, store.Filter{})); got != 21 {
		t.Errorf("%d observations, want 21", got)
	}
}

func TestEndedContext(t *testing.T) {
	p := create(t)
	save(t, p, profit(1, math.NaN()))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, errSave := p.Save(ctx, store.Batch{}, slices.Values([]data.Observation(nil)), nil, nil)
	_, errKeys := p.Keys(ctx)
	_, errSeries := p.Reader(data.Cut{}).Series(ctx, data.Query{})
	errUndo := p.Undo(ctx, 1)
	var errAll error
	for _, err := range p.Observations(ctx, store.Filter{}) {
		errAll = err
	}
	for i, err := range []error{errSave, errKeys, errSeries, errUndo, errAll} {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("call %d with an ended context: %v", i, err)
		}
	}
}
