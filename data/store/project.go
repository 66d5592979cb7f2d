package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
)

// readers is the number of connections for reading.
const readers = 4

// A Project is an open project file. Its methods may be called from several
// goroutines.
type Project struct {
	path  string
	write *sql.DB // one connection
	read  *sql.DB
}

// Create makes a new, empty project file. It refuses a path where something is
// already (ErrExists).
func Create(ctx context.Context, path string) (*Project, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return nil, fmt.Errorf("%w: %s", ErrExists, filepath.Base(path))
	}
	if err != nil {
		return nil, fmt.Errorf("store: create project: %w", err)
	}
	if err := f.Close(); err != nil {
		return nil, fmt.Errorf("store: create project: %w", err)
	}
	steps, err := migrations(migrationFiles)
	if err != nil {
		return nil, err
	}
	p, err := connect(ctx, path, steps)
	if err != nil {
		return nil, errors.Join(err, os.Remove(path))
	}
	return p, nil
}

// Open opens a project file and, if it is of an older version, brings it up to
// date. It refuses, and leaves as it is, what is not there (ErrNotFound), what is
// no database (ErrNotProject), a database of another program (ErrForeign), a
// project of a newer version (ErrNewer) and one that is cut off (ErrDamaged).
func Open(ctx context.Context, path string) (*Project, error) {
	steps, err := migrations(migrationFiles)
	if err != nil {
		return nil, err
	}
	if err := checkFile(path, len(steps)); err != nil {
		return nil, err
	}
	return connect(ctx, path, steps)
}

// connect opens the two pools on an existing file and migrates it.
func connect(ctx context.Context, path string, steps []migration) (*Project, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("store: open project: %w", err)
	}
	p := &Project{path: path}
	if p.write, err = sql.Open("sqlite3", writerDSN(path)); err != nil {
		return nil, fmt.Errorf("store: open project: %w", err)
	}
	p.write.SetMaxOpenConns(1)
	if p.read, err = sql.Open("sqlite3", readerDSN(path)); err != nil {
		return nil, errors.Join(fmt.Errorf("store: open project: %w", err), p.write.Close())
	}
	p.read.SetMaxOpenConns(readers)
	p.read.SetMaxIdleConns(readers)
	if err := migrate(ctx, p.write, steps); err != nil {
		return nil, errors.Join(err, p.Close())
	}
	return p, nil
}

// writerDSN returns the name under which the driver opens path for writing. The
// cache of 64 MB holds an import of half a million observations, so that others
// can read while it runs.
func writerDSN(path string) string {
	return dsn(path, url.Values{
		"mode": {"rw"}, "_fk": {"on"}, "_busy_timeout": {"3000"}, "_txlock": {"immediate"},
		"_journal_mode": {"DELETE"}, "_sync": {"FULL"}, "_cache_size": {"-65536"},
	})
}

// readerDSN returns the name under which the driver opens path for reading. The
// mode is rw all the same: only so can a connection undo a write that another
// program broke off.
func readerDSN(path string) string {
	return dsn(path, url.Values{"mode": {"rw"}, "_busy_timeout": {"3000"}, "_query_only": {"on"}})
}

// dsn returns an SQLite URI; the path may hold any character.
func dsn(path string, options url.Values) string {
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // C:/data
	}
	u := url.URL{Scheme: "file", Path: slashed, RawQuery: options.Encode()}
	return u.String()
}

// Path returns the absolute path of the project file.
func (p *Project) Path() string { return p.path }

// Close closes the project file.
func (p *Project) Close() error {
	if err := errors.Join(p.read.Close(), p.write.Close()); err != nil {
		return fmt.Errorf("store: close project: %w", err)
	}
	return nil
}

// Copy writes the project as it is now to a new file, in one step: the file is
// there whole or not at all. It refuses a path where there is something other
// than an empty file (ErrExists).
func (p *Project) Copy(ctx context.Context, path string) error {
	if info, err := os.Stat(path); err == nil && (!info.Mode().IsRegular() || info.Size() > 0) {
		return fmt.Errorf("%w: %s", ErrExists, filepath.Base(path))
	}
	path, err := filepath.Abs(path)
	if err != nil {
		return fmt.Errorf("store: copy project: %w", err)
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".yunxing-*")
	if err != nil {
		return fmt.Errorf("store: copy project: %w", err)
	}
	defer os.Remove(f.Name())
	_, err = p.write.ExecContext(ctx, "VACUUM INTO ?", f.Name())
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return wrap(ctx, "copy project", err)
	}
	if err := errors.Join(os.Chmod(f.Name(), 0o644), os.Rename(f.Name(), path)); err != nil {
		return fmt.Errorf("store: copy project: %w", err)
	}
	return nil
}
