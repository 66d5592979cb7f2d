package store

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
)

//go:embed migration/*.sql
var migrationFiles embed.FS

// A migration is one step of the schema. Its SQL is never edited after release.
type migration struct {
	version int
	name    string
	sql     string
}

// migrations reads the steps under migration/ in fsys, which must be numbered
// from 1 without a gap, as in 0001_initial.sql.
func migrations(fsys fs.FS) ([]migration, error) {
	names, err := fs.Glob(fsys, "migration/*.sql")
	if err != nil {
		return nil, fmt.Errorf("store: list migrations: %w", err)
	}
	var out []migration
	for i, name := range names {
		var n int
		if _, err := fmt.Sscanf(name, "migration/%04d_", &n); err != nil || n != i+1 {
			return nil, fmt.Errorf("store: migration %s is not the one numbered %04d", name, i+1)
		}
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("store: read migration: %w", err)
		}
		out = append(out, migration{n, name, string(text)})
	}
	return out, nil
}

// migrate brings a database to the last of steps, each in one transaction.
func migrate(ctx context.Context, db *sql.DB, steps []migration) error {
	have, err := schemaVersion(ctx, db)
	if err != nil {
		return err
	}
	for _, m := range steps {
		if m.version <= have {
			continue
		}
		if err := applyMigration(ctx, db, m); err != nil {
			return err
		}
	}
	return nil
}

// applyMigration runs m unless another program did so in the meantime.
func applyMigration(ctx context.Context, db *sql.DB, m migration) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return wrap(ctx, "migrate", err)
	}
	defer tx.Rollback()
	have, err := schemaVersion(ctx, tx)
	if err != nil || have >= m.version {
		return err
	}
	if _, err := tx.ExecContext(ctx, m.sql); err != nil {
		return wrap(ctx, m.name, err)
	}
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", m.version)); err != nil {
		return wrap(ctx, m.name, err)
	}
	return wrap(ctx, m.name, tx.Commit())
}

// querier is what a database and a transaction have in common.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// schemaVersion returns the number of the last migration of a database.
func schemaVersion(ctx context.Context, db querier) (int, error) {
	var v int
	err := db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&v)
	return v, wrap(ctx, "read version", err)
}
