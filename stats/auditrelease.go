package stats

import (
	"context"
	"iter"

	"yunxing/data"
)

// A Release is a figure beside what the release before said of it, in its unit.
type Release struct {
	Key       data.Key
	Period    data.Period
	Now, Last data.Number
}

// Releases answers which figures a project holds two releases of.
type Releases interface {
	// Releases returns the newest release of each figure with that before it.
	Releases(ctx context.Context) iter.Seq2[Release, error]
}

// auditRevisions checks the newest release of figures against the one before it.
func auditRevisions() Auditor {
	return Auditor{RuleRevision, func(ctx context.Context, in Input) ([]Checked, error) {
		if in.Releases == nil {
			return nil, nil
		}
		var out []Checked
		for r, err := range in.Releases.Releases(ctx) {
			if err != nil {
				return nil, err
			}
			if in.Region == "" || in.Region == r.Key.Region {
				out = append(out, Checked{CheckRevision(r.Now, r.Last), r.Key, r.Period})
			}
		}
		return out, nil
	}}
}
