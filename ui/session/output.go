package session

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"yunxing/stats"
	"yunxing/ui/brief"
	"yunxing/ui/chart"
	"yunxing/ui/i18n"
	"yunxing/ui/report"
)

// ErrKind reports a kind of chart that there is not; ErrPage likewise.
var (
	ErrKind = errors.New("session: no such kind of chart")
	ErrPage = errors.New("session: no such section")
)

// Figure draws the chart of a kind for a selection. Its error is a
// *brief.Absent where the project does not hold what the kind needs.
func (s *Session) Figure(ctx context.Context, kind string, sel brief.Selection, p i18n.Printer) (*chart.Figure, error) {
	all := chart.All()
	i := slices.IndexFunc(all, func(k chart.Kind) bool { return k.ID == kind })
	if i < 0 {
		return nil, fmt.Errorf("%w: %q", ErrKind, kind)
	}
	f, err := all[i].Build(ctx, s.Desk(sel), p)
	if err != nil {
		return nil, err
	}
	return f, s.credit(ctx, p, creditedFigure(f, p))
}

// Section returns one section of the report on a selection: sentences, figures
// and tables from the same numbers. Behind the figures that the report prints stand
// the others that belong to the section.
func (s *Session) Section(ctx context.Context, id string, sel brief.Selection, p i18n.Printer) (report.Section, error) {
	for _, c := range report.Chapters() {
		if c.ID != id {
			continue
		}
		out, err := c.Build(ctx, s.Desk(sel), p)
		if err != nil {
			return out, err
		}
		if err := s.further(ctx, &out, sel, p); err != nil {
			return out, err
		}
		return out, s.credit(ctx, p, creditedBlocks(out, p)...)
	}
	return report.Section{}, fmt.Errorf("%w: %q", ErrPage, id)
}

// further adds to a section the figures of its kinds that it lacks and the project
// has the numbers for.
func (s *Session) further(ctx context.Context, to *report.Section, sel brief.Selection, p i18n.Printer) error {
	there := map[string]bool{}
	for _, b := range to.Blocks {
		if f, ok := b.(*report.Figure); ok {
			there[f.ID] = true
		}
	}
	for _, k := range chart.All() {
		if k.Tab != to.ID || there[k.ID] {
			continue
		}
		f, err := k.Build(ctx, s.Desk(sel), p)
		switch {
		case err == nil:
			to.Blocks = append(to.Blocks, &report.Figure{ID: k.ID, Chart: f})
		case !errors.Is(err, brief.ErrAbsent) && !errors.Is(err, stats.ErrCoverage):
			return err
		}
	}
	return nil
}

// Report returns the whole report on a selection.
func (s *Session) Report(ctx context.Context, sel brief.Selection, p i18n.Printer) (report.Document, error) {
	doc, err := report.Compose(ctx, s.Desk(sel), p)
	if err != nil {
		return doc, err
	}
	var all []credited
	for _, one := range doc.Sections {
		all = append(all, creditedBlocks(one, p)...)
	}
	return doc, s.credit(ctx, p, all...)
}

// WriteFile writes a file through write, so that a failure leaves what was there
// before: the new file takes its place only when it is whole.
func WriteFile(path string, write func(io.Writer) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".yunxing-*")
	if err != nil {
		return fmt.Errorf("session: %w", err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	if err := write(f); err != nil {
		return errors.Join(err, f.Close())
	}
	if err := errors.Join(f.Chmod(0o644), f.Close()); err != nil {
		return fmt.Errorf("session: %w", err)
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return fmt.Errorf("session: %w", err)
	}
	return nil
}
