package session

import (
	"context"

	"yunxing/data"
	"yunxing/stats"
)

// An Audit is what the audit of a project found.
type Audit struct {
	Checked  int // identities that could be checked
	Findings []Finding
}

// A Finding is the outcome of a check, with the observations that it rests on, the
// stated one first.
type Finding struct {
	stats.Checked
	Cells []data.Observation
}

// Audit checks every identity that the project holds as of a day; a zero day is
// today. It lists those that rounding cannot explain, or all.
func (s *Session) Audit(ctx context.Context, asOf data.Date, all bool) (Audit, error) {
	checked, err := stats.Audit(ctx, stats.Input{Reader: s.project.Reader(data.Cut{AsOf: asOf}), Catalog: s.catalog})
	out := Audit{Checked: len(checked)}
	if err != nil {
		return out, err
	}
	for _, c := range checked {
		if !all && (c.Verdict == stats.Consistent || c.Verdict == stats.WithinRounding) {
			continue
		}
		f := Finding{Checked: c}
		for _, n := range c.Inputs {
			cells, err := s.Trace(ctx, n)
			if err != nil {
				return out, err
			}
			f.Cells = append(f.Cells, cells...)
		}
		out.Findings = append(out.Findings, f)
	}
	return out, nil
}
