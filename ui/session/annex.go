package session

import (
	"context"

	"yunxing/data"
	"yunxing/ui/i18n"
	"yunxing/ui/report"
)

// Annexed returns a report with an annex that says of every figure of its text how
// it was worked out and which cells it rests on.
func (s *Session) Annexed(ctx context.Context, d report.Document, p i18n.Printer) (report.Document, error) {
	var all []data.Ref
	seen := map[data.Ref]bool{}
	for _, n := range d.Numbers() {
		for _, r := range n.Refs {
			if !seen[r] {
				seen[r] = true
				all = append(all, r)
			}
		}
	}
	found, err := s.project.Resolve(ctx, all)
	if err != nil {
		return d, err
	}
	byRef := make(map[data.Ref]data.Observation, len(found))
	for _, o := range found {
		byRef[o.Ref] = o
	}
	return report.Annexed(p, d, func(refs []data.Ref) []data.Observation {
		var out []data.Observation
		for _, r := range refs {
			if o, ok := byRef[r]; ok {
				out = append(out, o)
			}
		}
		return out
	}), nil
}
