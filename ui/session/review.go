package session

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"
	"time"

	"yunxing/data"
	"yunxing/data/layout"
	"yunxing/data/store"
)

// A Review is what was read from files before anything is stored: a person looks at
// it, says what is read wrongly, and keeps it or lets it go. It is never changed;
// Say returns another.
type Review struct {
	Books     []*Book
	Passed    []data.Problem // files of folders that could not be read
	Revisions []Revision     // figures that the project has otherwise
	Options   ImportOptions
}

// Observations returns all that was read, in the order of the files.
func (r *Review) Observations() []data.Observation {
	var out []data.Observation
	for _, b := range r.Books {
		out = append(out, b.Result.Observations...)
	}
	return out
}

// Prepare makes r ready to be looked at cell by cell. What is only stored needs it
// not.
func (r *Review) Prepare() {
	for _, b := range r.Books {
		if b.sheets == nil {
			b.index()
		}
	}
}

// Problems returns all that is in doubt or worth a remark: of every file what
// differs from its template, then the rest.
func (r *Review) Problems() []data.Problem {
	out := slices.Clone(r.Passed)
	for _, b := range r.Books {
		out = append(out, b.Problems()...)
	}
	return out
}

// Review reads files without storing anything. A file that a person has named must
// be one that can be read and hold a figure; of one that lies in a folder it is told.
// A workbook that looks as one taken in before is read by its template.
func (s *Session) Review(ctx context.Context, inputs []Input, o ImportOptions, p *data.Progress) (*Review, error) {
	p.SetTotal(int64(len(inputs)))
	known, err := s.templates(ctx, o)
	if err != nil {
		return nil, err
	}
	before, err := s.sums(ctx)
	if err != nil {
		return nil, err
	}
	r := &Review{Options: o}
	for _, in := range inputs {
		b, err := s.book(ctx, in, known, o)
		if problem, ok := in.pass(err); ok {
			r.Passed = append(r.Passed, problem)
		} else if err != nil {
			return nil, err
		} else {
			if at, again := before[b.sum]; again {
				r.Passed = append(r.Passed, data.Problem{Code: layout.FileAgain, At: data.Source{File: b.Name}, Detail: at})
			}
			r.Books = append(r.Books, b)
		}
		p.Add(1)
	}
	return r, s.compare(ctx, r)
}

// sums returns the days on which files were imported alone, by their contents.
func (s *Session) sums(ctx context.Context) (map[string]string, error) {
	all, err := s.project.Batches(ctx)
	out := make(map[string]string, len(all))
	for _, b := range all {
		out[b.Hash] = b.At.Format(time.DateOnly)
	}
	return out, err
}

// book reads one file.
func (s *Session) book(ctx context.Context, in Input, known []layout.Template, o ImportOptions) (*Book, error) {
	grids, err := in.open(ctx)
	if err != nil {
		return nil, err
	}
	b := &Book{Input: in, Grids: grids, Mappings: map[*data.Grid]layout.Mapping{}}
	if b.sum, err = in.hash(); err != nil {
		return nil, err
	}
	b.match(known, s.catalog, o.Template != nil)
	if err := s.read(ctx, b, o); err != nil {
		return nil, err
	}
	if len(b.Result.Observations) == 0 && !slices.ContainsFunc(b.Result.Problems, isDoubt) {
		if !in.found {
			return nil, fmt.Errorf("%w: %s", ErrNothing, in.Name)
		}
	}
	return b, nil
}

// isDoubt reports whether a problem is one.
func isDoubt(p data.Problem) bool { return p.Doubt }

// match takes the template that fits b best, of several that fit as well the first.
// Where a person has named the one to use, that it does not fit is a doubt.
func (b *Book) match(known []layout.Template, cat *data.Catalog, named bool) {
	var best layout.Fit
	var found layout.Template
	for _, t := range known {
		if f := t.Fit(b.Grids, cat); f.Fits() && f.Score > best.Score {
			best, found = f, t
		}
	}
	if !best.Fits() {
		if named {
			b.Differences = []data.Problem{{Code: layout.TemplateOther, Doubt: true, At: data.Source{File: b.Name}}}
		}
		return
	}
	use, mappings := found.Use(b.Grids, best, named)
	b.use, b.Template = &use, found.Name
	maps.Copy(b.Mappings, mappings)
}

// read reads the sheets of b with its mappings.
func (s *Session) read(ctx context.Context, b *Book, o ImportOptions) error {
	var err error
	b.Result, err = layout.Analyse(ctx, b.Grids, s.catalog, layout.Options{Vintage: o.Vintage, Mappings: b.Mappings})
	if err != nil {
		return fmt.Errorf("%s: %w", b.Name, err)
	}
	if b.use != nil {
		b.Differences = b.use.Differences(b.Result, s.catalog)
	}
	b.sheets = nil
	return nil
}

// Say returns the review after a person has said something of a sheet: book and
// sheet are numbers in r. Errors wrap layout.ErrRule where a rule makes no sense.
func (s *Session) Say(ctx context.Context, r *Review, book, sheet int, m layout.Mapping) (*Review, error) {
	for _, rule := range m {
		if err := rule.Check(s.catalog); err != nil {
			return nil, err
		}
	}
	old := r.Books[book]
	b := *old
	b.Mappings = maps.Clone(old.Mappings)
	b.Mappings[b.Grids[sheet]] = m
	if b.use != nil {
		use := b.use.Restated(b.Grids[sheet], m)
		b.use = &use
	}
	if err := s.read(ctx, &b, r.Options); err != nil {
		return nil, err
	}
	out := *r
	out.Books = slices.Clone(r.Books)
	out.Books[book] = &b
	b.index()
	return &out, s.compare(ctx, &out)
}

// Released returns the review with a day of release for all its figures, over what
// the files say; a zero day takes that back.
func (s *Session) Released(ctx context.Context, r *Review, day data.Date) (*Review, error) {
	out := *r
	out.Options.Vintage = day
	out.Books = nil
	for _, old := range r.Books {
		b := *old
		if err := s.read(ctx, &b, out.Options); err != nil {
			return nil, err
		}
		b.index()
		out.Books = append(out.Books, &b)
	}
	return &out, s.compare(ctx, &out)
}

// Join returns a review of the files of a with those of b behind them; one that a
// holds at the same path gives way in its place.
func (s *Session) Join(ctx context.Context, a, b *Review) (*Review, error) {
	out := *b
	out.Options = a.Options
	out.Books = slices.Clone(a.Books)
	for _, n := range b.Books {
		i := slices.IndexFunc(out.Books, func(k *Book) bool { return n.Path != "" && n.Path == k.Path })
		if i >= 0 {
			out.Books[i] = n
		} else {
			out.Books = append(out.Books, n)
		}
	}
	out.Passed = slices.Concat(a.Passed, b.Passed)
	return &out, s.compare(ctx, &out)
}

// compare lists the figures of r that the project has otherwise: of what the files
// say of one figure the last.
func (s *Session) compare(ctx context.Context, r *Review) error {
	r.Revisions = nil
	keys := map[data.Key]bool{}
	for o := range r.settled() {
		keys[o.Key] = true
	}
	held, err := s.project.Current(ctx, slices.Collect(maps.Keys(keys)))
	if err != nil || len(held) == 0 {
		return err
	}
	type figure struct {
		key    data.Key
		period data.Period
	}
	at := map[figure]int{}
	for o := range r.settled() {
		old, ok := held[o.Key][o.Period]
		if !ok || old.Status == data.Doubtful {
			continue
		}
		f := figure{o.Key, o.Period}
		if i, again := at[f]; again {
			r.Revisions[i].New = o
			continue
		}
		at[f] = len(r.Revisions)
		r.Revisions = append(r.Revisions, Revision{Old: old, New: o})
	}
	r.Revisions = slices.DeleteFunc(r.Revisions, func(v Revision) bool { return !store.Revised(v.Old, v.New) })
	return nil
}

// settled returns the observations that are not in doubt.
func (r *Review) settled() iter.Seq[data.Observation] {
	return func(yield func(data.Observation) bool) {
		for _, b := range r.Books {
			for _, o := range b.Result.Observations {
				if o.Status != data.Doubtful && !yield(o) {
					return
				}
			}
		}
	}
}
