package session

import (
	"context"
	"errors"
	"slices"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/brief"
	"yunxing/ui/i18n"
	"yunxing/ui/report"
)

// FirstWritten returns the first of some periods that the project has the figures of
// a section for, and false where it has them for none.
func (s *Session) FirstWritten(ctx context.Context, section string, sel brief.Selection, of []data.Period, p i18n.Printer) (data.Period, bool, error) {
	all := report.Chapters()
	i := slices.IndexFunc(all, func(c report.Chapter) bool { return c.ID == section })
	if i < 0 {
		return data.Period{}, false, ErrPage
	}
	for _, at := range of {
		sel.Period = at
		_, err := all[i].Build(ctx, s.Desk(sel), p)
		switch {
		case err == nil:
			return at, true, nil
		case !errors.Is(err, brief.ErrAbsent) && !errors.Is(err, stats.ErrCoverage):
			return data.Period{}, false, err
		}
	}
	return data.Period{}, false, nil
}
