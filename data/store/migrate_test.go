package store

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"

	"yunxing/data"
)

// fixture writes a project file of version 1, as it was released, and returns its
// path.
func fixture(t *testing.T) string {
	t.Helper()
	script, err := os.ReadFile("testdata/version1.sql")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "old.yunxing")
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(string(script)); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// steps returns the migrations of this program and one more.
func steps(t *testing.T, next string) []migration {
	t.Helper()
	have, err := migrations(migrationFiles)
	if err != nil {
		t.Fatal(err)
	}
	return append(have, migration{len(have) + 1, "next", next})
}

func TestOldProject(t *testing.T) {
	p, err := Open(t.Context(), fixture(t))
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	checkFixture(t, p)
	week, err := data.Week(2021, 20)
	if err != nil {
		t.Fatal(err)
	}
	o := data.Observation{Key: data.Key{Indicator: "rate", Freq: data.Weekly}, Period: week, Value: 71.1}
	if _, err := p.Save(t.Context(), Batch{File: "weeks.csv"}, slices.Values([]data.Observation{o}), nil, nil); err != nil {
		t.Errorf("an old project does not take a week: %v", err)
	}
}

// checkFixture fails unless p holds what the fixture does, read through the
// current schema.
func checkFixture(t *testing.T, p *Project) {
	t.Helper()
	o, err := p.Observation(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	if o.Value != 17.2 || o.Period != data.Month(2013, 9) || o.Vintage.String() != "2013-10-18" || o.Unit.Symbol != "%" ||
		o.Raw != "17.2①" || o.Status != data.Derived || !o.Break || o.Source.Cell != "AB12" || o.Key.Basis.Price.Base != 2010 {
		t.Errorf("the first observation of version 1 reads %+v", o)
	}
	n := 0
	for _, err := range p.Observations(t.Context(), Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		n++
	}
	b, err := p.Batches(t.Context())
	if err != nil || n != 7 || len(b) != 1 || b[0].Hash != "c0ffee" || b[0].Observations != n {
		t.Errorf("%d observations, imports %+v, %v", n, b, err)
	}
	if v, _, err := p.Setting(t.Context(), "target"); v != "13" || err != nil {
		t.Errorf("the target is %q, %v", v, err)
	}
}

func TestMigrate(t *testing.T) {
	path := fixture(t)
	next := steps(t, "ALTER TABLE batch ADD COLUMN layout TEXT; CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;")
	for range 2 { // the second time there is nothing to do
		p, err := connect(t.Context(), path, next)
		if err != nil {
			t.Fatal(err)
		}
		if v, err := schemaVersion(t.Context(), p.read); err != nil || v != len(next) {
			t.Errorf("version %d, %v after the migration, want %d", v, err, len(next))
		}
		checkFixture(t, p)
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := Open(t.Context(), path); err == nil {
		t.Error("a project of a newer version was opened")
	}
}

func TestMigrateFails(t *testing.T) {
	path := fixture(t)
	old, err := Open(t.Context(), path) // so that only the broken step is left
	if err != nil {
		t.Fatal(err)
	}
	if err := old.Close(); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := connect(t.Context(), path, steps(t, "CREATE TABLE later (id INTEGER); DROP TABLE setting; DROP TABLE nothing;")); err == nil {
		t.Fatal("a broken migration went through")
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		t.Errorf("a migration that failed changed the file (%v)", err)
	}
	p, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	checkFixture(t, p)
}

func TestMigrationNumbers(t *testing.T) {
	file := &fstest.MapFile{Data: []byte("SELECT 1")}
	for name, fsys := range map[string]fstest.MapFS{
		"gap":       {"migration/0001_a.sql": file, "migration/0003_b.sql": file},
		"twice":     {"migration/0001_a.sql": file, "migration/0001_b.sql": file},
		"no number": {"migration/first.sql": file},
	} {
		if _, err := migrations(fsys); err == nil {
			t.Errorf("%s: the migrations were accepted", name)
		}
	}
}

// TestStoredNumbers fails when a constant of package data changes its number. The
// numbers are in every project file: a change needs a migration.
func TestStoredNumbers(t *testing.T) {
	for name, got := range map[string][]int{
		"frequency": {int(data.Annual), int(data.Quarterly), int(data.Monthly), int(data.Weekly), int(data.Fiscal), int(data.Daily)},
		"span":      {int(data.Current), int(data.Cumulative), int(data.Point)},
		"measure":   {int(data.Level), int(data.Growth), int(data.Index), int(data.Share), int(data.Points), int(data.Change), int(data.Rank), int(data.Count)},
		"reference": {int(data.NoReference), int(data.YearAgo), int(data.PreviousPeriod), int(data.BaseYear)},
		"price":     {int(data.NoPrice), int(data.CurrentPrice), int(data.ComparablePrice), int(data.ConstantPrice)},
		"status":    {int(data.Published), int(data.Derived), int(data.Estimated), int(data.Projected), int(data.Missing), int(data.Doubtful)},
	} {
		for i, n := range got {
			if want := i; name != "frequency" && n != want {
				t.Errorf("%s number %d is now %d", name, want, n)
			}
		}
		if name == "frequency" && fmt.Sprint(got) != "[1 4 12 52 101 255]" {
			t.Errorf("frequencies are now %v", got)
		}
	}
	if data.Month(2013, 9).Code() != 103079239268 || data.JanFeb(2013).Code() != 107374206557 {
		t.Error("the codes of periods have changed")
	}
}

// TestCrash copies a project with its journal in the middle of a transaction that
// has already reached the disk, which is what a killed program leaves behind.
func TestCrash(t *testing.T) {
	path := fixture(t)
	p, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if _, err := p.write.ExecContext(t.Context(), "PRAGMA cache_size = 1"); err != nil {
		t.Fatal(err)
	}
	tx, err := p.write.BeginTx(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	const many = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
		INSERT INTO observation (series, period, vintage, batch, sheet, cell_row, cell_col, value, digits, status, break, unit, raw, printed)
		SELECT 1, 103079239268, i, 1, 1, 1, 1, i, 0, 0, 0, 1, '', 1 FROM n`
	if _, err := tx.Exec(many); err != nil {
		t.Fatal(err)
	}
	crashed := filepath.Join(t.TempDir(), "crashed.yunxing")
	for _, suffix := range []string{"", "-journal"} {
		raw, err := os.ReadFile(path + suffix)
		if err != nil {
			t.Fatal("the transaction has not reached the disk: ", err)
		}
		if err := os.WriteFile(crashed+suffix, raw, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if info, err := os.Stat(crashed); err != nil || info.Size() < 500_000 {
		t.Fatalf("the transaction has not reached the disk: %v", err)
	}
	q, err := Open(t.Context(), crashed)
	if err != nil {
		t.Fatal(err)
	}
	defer q.Close()
	checkFixture(t, q)
}
