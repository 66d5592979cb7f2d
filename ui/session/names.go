package session

import (
	"context"
	"slices"
)

// Indicators returns the codes of the indicators that the project has figures of,
// in alphabetical order; one that the catalogue does not know has its printed
// name for code.
func (s *Session) Indicators(ctx context.Context) ([]string, error) {
	keys, err := s.project.Keys(ctx)
	if err != nil {
		return nil, err
	}
	out := make([]string, 0, len(keys))
	for _, k := range keys {
		out = append(out, k.Key.Indicator)
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}
