package session

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"yunxing/data"
	"yunxing/data/layout"
	"yunxing/data/store"
)

// ImportOptions say how files are taken in.
type ImportOptions struct {
	Vintage  data.Date        // day of release, over what the files say themselves
	Strict   bool             // store nothing if anything is in doubt
	Dry      bool             // store nothing, but tell what would be
	Template *layout.Template // to read by, in place of those of the project
	Now      time.Time        // when the import is made
}

// Imported says what an import did.
type Imported struct {
	Batch        int64 // 0 if nothing was stored
	Observations int
	Problems     []data.Problem
	Revisions    []Revision
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

// Import takes files in as one batch, all or none; a folder stands for the files in
// it. Figures in doubt are stored as such and never computed with; a strict import
// stores nothing if there are any and returns ErrDoubts with the list.
func (s *Session) Import(ctx context.Context, paths []string, o ImportOptions, p *data.Progress) (Imported, error) {
	inputs, err := Inputs(paths)
	if err != nil {
		return Imported{}, err
	}
	return s.ImportInputs(ctx, inputs, o, p)
}

// ImportInputs is Import for files that may be content, too.
func (s *Session) ImportInputs(ctx context.Context, inputs []Input, o ImportOptions, p *data.Progress) (Imported, error) {
	r, err := s.Review(ctx, inputs, o, p)
	if err != nil {
		return Imported{}, err
	}
	out := Imported{Problems: r.Problems(), Revisions: r.Revisions}
	switch {
	case o.Strict && out.Doubts() > 0:
		return out, ErrDoubts
	case o.Dry:
		out.Observations = len(r.Observations())
		return out, nil
	}
	return s.Keep(ctx, r, p)
}

// Keep stores what a review holds as one batch, with a template of every file for
// the next of its kind. A review without a figure is not stored: ErrNothing.
func (s *Session) Keep(ctx context.Context, r *Review, p *data.Progress) (Imported, error) {
	obs := r.Observations()
	out := Imported{Problems: r.Problems(), Revisions: r.Revisions}
	if len(obs) == 0 && out.Doubts() == 0 {
		return out, fmt.Errorf("%w: %s", ErrNothing, r.names())
	}
	templates, err := r.keep(s.catalog)
	if err != nil {
		return out, err
	}
	done, _ := p.Load()
	p.SetTotal(done + int64(len(obs)))
	b := store.Batch{File: r.names(), Hash: r.hash(), At: r.Options.Now, Vintage: r.Options.Vintage, Templates: templates, Notes: r.notes()}
	if out.Batch, err = s.project.Save(ctx, b, slices.Values(obs), out.Problems, p); err != nil {
		return Imported{}, err
	}
	out.Observations = len(obs)
	return out, nil
}

// hash returns the SHA-256 of the files, over those of each.
func (r *Review) hash() string {
	sums := make([]string, len(r.Books))
	for i, b := range r.Books {
		sums[i] = b.sum
	}
	return hashOf(sums)
}

// hashOf returns the hash of an import from those of its files.
func hashOf(sums []string) string {
	if len(sums) == 1 {
		return sums[0]
	}
	h := sha256.New()
	for _, s := range sums {
		h.Write([]byte(s))
	}
	return hex.EncodeToString(h.Sum(nil))
}

// notes returns what is printed around the tables of all files.
func (r *Review) notes() []data.Note {
	var out []data.Note
	for _, b := range r.Books {
		out = append(out, b.Result.Notes...)
	}
	return out
}

// names returns the names of the files, joined; of more than a few how many more
// there are.
func (r *Review) names() string {
	var names []string
	for i, b := range r.Books {
		if i == shownNames {
			names = append(names, fmt.Sprintf("+%d", len(r.Books)-shownNames))
			break
		}
		names = append(names, b.Name)
	}
	return strings.Join(names, "、")
}

// shownNames is how many files of an import are named.
const shownNames = 12

// Batches returns the imports of the project, the first first.
func (s *Session) Batches(ctx context.Context) ([]store.Batch, error) {
	return s.project.Batches(ctx)
}

// Undo takes an import back.
func (s *Session) Undo(ctx context.Context, batch int64) error { return s.project.Undo(ctx, batch) }
