package session

import (
	"context"
	"slices"
	"sync"

	"yunxing/data"
)

// A recall is a reader that asks for the same series once, for as long as one answer
// is worked out: a report asks for most of them many times.
type recall struct {
	from data.Reader
	mu   sync.Mutex
	kept map[data.Query][]data.Series
}

// newRecall returns a reader that remembers what it has read.
func newRecall(from data.Reader) *recall {
	return &recall{from: from, kept: map[data.Query][]data.Series{}}
}

// Series returns the series that match q. They belong to the caller.
func (r *recall) Series(ctx context.Context, q data.Query) ([]data.Series, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	kept, ok := r.kept[q]
	if !ok {
		var err error
		if kept, err = r.from.Series(ctx, q); err != nil {
			return nil, err
		}
		r.kept[q] = kept
	}
	out := slices.Clone(kept)
	for i := range out {
		out[i].Points = slices.Clone(out[i].Points)
	}
	return out, nil
}
