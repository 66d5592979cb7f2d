package session

import (
	"context"
	"errors"
	"fmt"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/brief"
)

// ErrMeasure reports that there is no measure of an id.
var ErrMeasure = errors.New("session: no such measure")

// Measures returns the derived figures that can be asked for.
func Measures() []stats.Measure { return stats.All() }

// Compute returns the figures of a measure within a selection, whose region and
// period may be left open. A figure uses nothing later than its period, but for the
// target of its year, which is set before. Indicator is the one that the measure
// leaves open, by code or name; "" is its usual one.
func (s *Session) Compute(ctx context.Context, id, indicator string, sel brief.Selection) ([]stats.Figure, error) {
	m, ok := stats.Find(id)
	if !ok {
		return nil, fmt.Errorf("%w: %s", ErrMeasure, id)
	}
	if i, ok := s.catalog.FindIndicator(indicator); ok {
		indicator = i.Code
	}
	return s.compute(ctx, m, indicator, sel)
}

// ComputeFormula returns the figures of a formula of the user within a selection, as
// Compute does. See [stats.ParseFormula] for what a formula may say.
func (s *Session) ComputeFormula(ctx context.Context, text string, sel brief.Selection) ([]stats.Figure, error) {
	m, err := stats.ParseFormula(text, s.catalog)
	if err != nil {
		return nil, err
	}
	return s.compute(ctx, m, "", sel)
}

// compute returns the figures of m within a selection.
func (s *Session) compute(ctx context.Context, m stats.Measure, indicator string, sel brief.Selection) ([]stats.Figure, error) {
	in := stats.Input{
		Reader: s.project.Reader(data.Cut{AsOf: sel.AsOf}), Catalog: s.catalog,
		Indicator: indicator, Region: sel.Region, Peers: sel.Peers,
	}
	if !sel.Period.IsZero() {
		in.Wanted = func(p data.Period) bool { return p == sel.Period }
	}
	return m.Compute(ctx, in)
}

// Explain returns how a figure came about, with the observations that each of its
// inputs rests on, in the order of the terms.
func (s *Session) Explain(ctx context.Context, f stats.Figure) (stats.Trace, [][]data.Observation, error) {
	t := f.Explain()
	cells := make([][]data.Observation, len(t.Terms))
	for i, term := range t.Terms {
		if len(term.Number.Refs) == 0 {
			continue
		}
		var err error
		if cells[i], err = s.Trace(ctx, term.Number); err != nil {
			return t, nil, err
		}
	}
	return t, cells, nil
}
