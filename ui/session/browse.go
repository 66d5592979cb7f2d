package session

import (
	"context"
	"iter"
	"slices"

	"yunxing/data"
	"yunxing/data/store"
)

// A Holding is a series that the project holds: its key, the first and last period
// with a value, and how many observations there are of it.
type Holding struct {
	Key          data.Key
	First, Last  data.Period
	Observations int
}

// Holdings returns the series of a region, or of all where it is "", in the order
// of their keys.
func (s *Session) Holdings(ctx context.Context, region string) ([]Holding, error) {
	keys, err := s.project.Keys(ctx)
	if err != nil {
		return nil, err
	}
	var out []Holding
	for _, k := range keys {
		if region == "" || k.Key.Region == region {
			out = append(out, Holding{k.Key, k.First, k.Last, k.Observations})
		}
	}
	return out, nil
}

// Contents returns every observation of one series in the order of periods, the
// versions of one in the order of import.
func (s *Session) Contents(ctx context.Context, key data.Key) ([]data.Observation, error) {
	var out []data.Observation
	for o, err := range s.project.Observations(ctx, store.Filter{Indicator: key.Indicator, Region: key.Region}) {
		if err != nil {
			return nil, err
		}
		if o.Key == key {
			out = append(out, o)
		}
	}
	slices.SortStableFunc(out, func(a, b data.Observation) int { return a.Period.Compare(b.Period) })
	return out, nil
}

// Problems returns what was found wrong with an import.
func (s *Session) Problems(ctx context.Context, batch int64) ([]data.Problem, error) {
	return s.project.Problems(ctx, batch)
}

// Revisions returns the figures that an import, or any where batch is 0, says
// otherwise than what came before it.
func (s *Session) Revisions(ctx context.Context, batch int64) iter.Seq2[Revision, error] {
	return s.project.Revisions(ctx, batch)
}

// Vintages returns the days on which something that the project holds was released,
// the latest first.
func (s *Session) Vintages(ctx context.Context) ([]data.Date, error) { return s.project.Vintages(ctx) }
