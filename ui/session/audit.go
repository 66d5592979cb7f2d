package session

import (
	"context"
	"slices"

	"yunxing/data"
	"yunxing/stats"
)

// An Audit is what the audit of a project found.
type Audit struct {
	Checked  int     // identities that could be checked
	Tallies  []Tally // by rule, in the order in which they were checked
	Findings []Finding
}

// A Tally counts the outcomes of the checks of one rule.
type Tally struct {
	Rule  stats.Rule
	Count map[stats.Verdict]int
}

// A Finding is the outcome of a check, with the observations that it rests on, the
// stated one first.
type Finding struct {
	stats.Checked
	Cells []data.Observation
}

// Audit checks every identity that the project holds as of a day; a zero day is
// today. It lists those that rounding cannot explain, or all.
func (s *Session) Audit(ctx context.Context, asOf data.Date, all bool, progress *data.Progress) (Audit, error) {
	checked, err := stats.Audit(ctx, stats.Input{
		Reader: s.project.Reader(data.Cut{AsOf: asOf}), Catalog: s.catalog,
		Releases: releases{s.project, asOf}, Progress: progress,
	})
	out := Audit{Checked: len(checked), Tallies: tallies(checked)}
	if err != nil {
		return out, err
	}
	if !all {
		checked = slices.DeleteFunc(checked, func(c stats.Checked) bool {
			return c.Verdict == stats.Consistent || c.Verdict == stats.WithinRounding
		})
	}
	out.Findings, err = s.withCells(ctx, checked)
	return out, err
}

// withCells returns findings with the observations that they rest on, which are read
// all at once.
func (s *Session) withCells(ctx context.Context, checked []stats.Checked) ([]Finding, error) {
	var refs []data.Ref
	for _, c := range checked {
		for _, n := range c.Inputs {
			refs = append(refs, n.Refs...)
		}
	}
	slices.Sort(refs)
	refs = slices.Compact(refs)
	cells, err := s.project.Resolve(ctx, refs)
	if err != nil {
		return nil, err
	}
	var out []Finding
	for _, c := range checked {
		f := Finding{Checked: c}
		for _, n := range c.Inputs {
			for _, r := range n.Refs {
				at, _ := slices.BinarySearch(refs, r)
				f.Cells = append(f.Cells, cells[at])
			}
		}
		out = append(out, f)
	}
	return out, nil
}

// tallies counts outcomes by rule.
func tallies(checked []stats.Checked) []Tally {
	var out []Tally
	for _, c := range checked {
		i := slices.IndexFunc(out, func(t Tally) bool { return t.Rule == c.Rule })
		if i < 0 {
			i = len(out)
			out = append(out, Tally{c.Rule, map[stats.Verdict]int{}})
		}
		out[i].Count[c.Verdict]++
	}
	return out
}

// VerdictName returns the code of a verdict, as scripts read it. To them a revision is
// an inconsistency, which its rule tells from others.
func VerdictName(v stats.Verdict) string {
	switch v {
	case stats.Consistent:
		return "consistent"
	case stats.WithinRounding:
		return "rounding"
	case stats.ScopeDifference:
		return "scope"
	case stats.Inconsistent, stats.Revised:
		return "inconsistent"
	case stats.Unchecked:
	}
	return "unchecked"
}
