package session

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"yunxing/data"
	"yunxing/data/layout"
	"yunxing/data/sheet"
	"yunxing/data/store"
)

// ImportOptions say how files are taken in.
type ImportOptions struct {
	Vintage data.Date // day of release, over what the files say themselves
	Strict  bool      // store nothing if anything is in doubt
	Now     time.Time // when the import is made
}

// Imported says what an import did.
type Imported struct {
	Batch        int64 // 0 if nothing was stored
	Observations int
	Problems     []data.Problem
}

// Doubts returns how many of the problems are doubts, not remarks.
func (i Imported) Doubts() int {
	n := 0
	for _, p := range i.Problems {
		if p.Doubt {
			n++
		}
	}
	return n
}

// ErrDoubts reports that a strict import found something in doubt and stored
// nothing; ErrNothing that a file holds no figure that could be read.
var (
	ErrDoubts  = errors.New("session: the files hold something in doubt")
	ErrNothing = errors.New("session: no figure was found")
)

// Preview reads files without storing anything.
func (s *Session) Preview(ctx context.Context, files []string, o ImportOptions, p *data.Progress) ([]data.Observation, []data.Problem, error) {
	p.SetTotal(int64(len(files)) + 1)
	var obs []data.Observation
	var problems []data.Problem
	for _, f := range files {
		got, doubts, err := s.read(ctx, f, o)
		if err != nil {
			return nil, nil, err
		}
		obs, problems = append(obs, got...), append(problems, doubts...)
		p.Add(1)
	}
	return obs, problems, nil
}

// read reads one file.
func (s *Session) read(ctx context.Context, file string, o ImportOptions) ([]data.Observation, []data.Problem, error) {
	grids, err := sheet.Open(ctx, file)
	if err != nil {
		return nil, nil, err
	}
	obs, problems, err := layout.Read(ctx, grids, s.catalog, layout.Options{Vintage: o.Vintage})
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", filepath.Base(file), err)
	}
	if len(obs) == 0 && !slices.ContainsFunc(problems, func(p data.Problem) bool { return p.Doubt }) {
		return nil, nil, fmt.Errorf("%w: %s", ErrNothing, filepath.Base(file))
	}
	return obs, problems, nil
}

// Import takes files in as one batch, all or none. Figures in doubt are stored as
// such and never computed with; a strict import stores nothing if there are any
// and returns ErrDoubts with the list.
func (s *Session) Import(ctx context.Context, files []string, o ImportOptions, p *data.Progress) (Imported, error) {
	obs, problems, err := s.Preview(ctx, files, o, p)
	if err != nil {
		return Imported{}, err
	}
	out := Imported{Problems: problems}
	if o.Strict && out.Doubts() > 0 {
		return out, ErrDoubts
	}
	hash, err := fingerprint(files)
	if err != nil {
		return Imported{}, err
	}
	b := store.Batch{File: baseNames(files), Hash: hash, At: o.Now, Vintage: o.Vintage}
	if out.Batch, err = s.project.Save(ctx, b, slices.Values(obs), problems, p); err != nil {
		return Imported{}, err
	}
	out.Observations = len(obs)
	return out, nil
}

// fingerprint returns the SHA-256 of the contents of files, in their order.
func fingerprint(files []string) (string, error) {
	h := sha256.New()
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return "", fmt.Errorf("session: %w", err)
		}
		h.Write(b)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// baseNames returns the names of files without their folders.
func baseNames(files []string) string {
	names := make([]string, len(files))
	for i, f := range files {
		names[i] = filepath.Base(f)
	}
	return strings.Join(names, "、")
}

// Batches returns the imports of the project, the first first.
func (s *Session) Batches(ctx context.Context) ([]store.Batch, error) {
	return s.project.Batches(ctx)
}

// Undo takes an import back.
func (s *Session) Undo(ctx context.Context, batch int64) error { return s.project.Undo(ctx, batch) }
