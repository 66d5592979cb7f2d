package session

import (
	"context"
	"iter"

	"yunxing/data"
	"yunxing/data/store"
	"yunxing/stats"
)

// releases answers which figures a project holds two releases of, as of a day.
type releases struct {
	project *store.Project
	asOf    data.Date
}

// Releases returns the newest release of each figure with that before it.
func (r releases) Releases(ctx context.Context) iter.Seq2[stats.Release, error] {
	return func(yield func(stats.Release, error) bool) {
		for v, err := range r.project.Releases(ctx, r.asOf) {
			last := v.Old.Number().In(v.Old.Unit, v.New.Unit)
			if !yield(stats.Release{Key: v.New.Key, Period: v.New.Period, Now: v.New.Number(), Last: last}, err) || err != nil {
				return
			}
		}
	}
}
