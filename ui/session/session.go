// Package session holds the use cases of the program, once: open a project,
// import workbooks, answer questions, draw charts, write reports, project series.
// The window and the headless command are two thin front ends on it.
//
// It knows no toolkit and keeps no state but the open project; what is selected
// or shown belongs to whoever asks.
package session

import (
	"context"
	"fmt"
	"io/fs"
	"slices"

	"yunxing/assets"
	"yunxing/data"
	"yunxing/data/store"
	"yunxing/ui/brief"
)

// A Session is an open project with the catalogue that its things are named by.
// Its methods may be called from several goroutines.
type Session struct {
	project *store.Project
	path    string
	catalog *data.Catalog
}

// Catalog returns the catalogue that the program carries with it.
func Catalog() (*data.Catalog, error) {
	dir, err := fs.Sub(assets.Catalog, "catalog")
	if err != nil {
		return nil, fmt.Errorf("session: %w", err)
	}
	return data.LoadCatalog(dir)
}

// Open opens the project at path. Errors are those of store.Open.
func Open(ctx context.Context, path string) (*Session, error) {
	return with(ctx, path, store.Open)
}

// Create makes an empty project at path, where there must be none.
func Create(ctx context.Context, path string) (*Session, error) {
	return with(ctx, path, store.Create)
}

// with opens a session on the project that open returns.
func with(ctx context.Context, path string, open func(context.Context, string) (*store.Project, error)) (*Session, error) {
	c, err := Catalog()
	if err != nil {
		return nil, err
	}
	p, err := open(ctx, path)
	if err != nil {
		return nil, err
	}
	return &Session{project: p, path: path, catalog: c}, nil
}

// Path returns where the project lies.
func (s *Session) Path() string { return s.path }

// Catalog returns the catalogue of s.
func (s *Session) Catalog() *data.Catalog { return s.catalog }

// Close closes the project.
func (s *Session) Close() error { return s.project.Close() }

// past returns what the project knew on the days of its releases.
func (s *Session) past() brief.Past {
	return brief.Past{
		Days: func(ctx context.Context) ([]data.Date, error) {
			days, err := s.project.Vintages(ctx)
			slices.Reverse(days)
			return days, err
		},
		On: func(day data.Date) data.Reader { return s.project.Reader(data.Cut{AsOf: day}) },
	}
}

// Desk returns a desk that answers questions on one selection.
func (s *Session) Desk(sel brief.Selection) brief.Desk {
	return brief.New(newRecall(s.project.Reader(data.Cut{AsOf: sel.AsOf})), s.catalog, sel).With(s.past())
}
