package session

import (
	"context"
	"fmt"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/i18n"
)

// Lacking returns, by id, what every measure needs that the project does not hold as of
// a day.
func (s *Session) Lacking(ctx context.Context, asOf data.Date) (map[string][]stats.Need, error) {
	return stats.Lacking(ctx, stats.Input{Reader: s.project.Reader(data.Cut{AsOf: asOf}), Catalog: s.catalog})
}

// Lacks returns what a measure of an indicator, "" for its usual one, needs that the
// project does not hold as of a day.
func (s *Session) Lacks(ctx context.Context, id, indicator string, asOf data.Date) ([]stats.Need, error) {
	m, ok := stats.Find(id)
	if !ok {
		return nil, fmt.Errorf("%w: %s", ErrMeasure, id)
	}
	return m.Lacks(ctx, stats.Input{Reader: s.project.Reader(data.Cut{AsOf: asOf}), Catalog: s.catalog, Indicator: indicator})
}

// NeedNames returns what needs ask for, in words: the indicator and how it is to be
// read, each once.
func NeedNames(p i18n.Printer, c *data.Catalog, needs []stats.Need) string {
	var out []string
	seen := map[string]bool{}
	for _, n := range needs {
		q := n.Query
		name := p.Text("need.name", "indicator", p.IndicatorOf(c, q.Indicator),
			"basis", p.Basis(data.Basis{Span: q.Span, Reference: q.Reference, Measure: q.Measure}))
		if !seen[name] {
			seen[name] = true
			out = append(out, name)
		}
	}
	return p.List(out...)
}

// GroupName returns the word for a group of measures.
func GroupName(p i18n.Printer, g stats.Group) string { return p.Text("measure-group." + string(g)) }
