package stats

import (
	"context"

	"yunxing/data"
)

// A memory is a reader that asks for each kind of series once. What it returns is
// shared and must not be changed.
type memory struct {
	from data.Reader
	kept map[kindOf]map[string][]data.Series // of a kind, by indicator; "" for all
}

// A kindOf is what series of one kind have in common.
type kindOf struct {
	measure data.Measure
	span    data.Span
}

// Series returns the series that match q.
func (m *memory) Series(ctx context.Context, q data.Query) ([]data.Series, error) {
	kind := kindOf{q.Measure, q.Span}
	if _, ok := m.kept[kind]; !ok {
		if err := m.read(ctx, kind); err != nil {
			return nil, err
		}
	}
	var out []data.Series
	for _, s := range m.kept[kind][q.Indicator] {
		if q.Matches(s.Key) {
			out = append(out, s)
		}
	}
	return out, nil
}

// read reads all series of a kind.
func (m *memory) read(ctx context.Context, kind kindOf) error {
	all, err := m.from.Series(ctx, data.Query{Measure: kind.measure, Span: kind.span})
	if err != nil {
		return err
	}
	by := map[string][]data.Series{"": all}
	for _, s := range all {
		by[s.Key.Indicator] = append(by[s.Key.Indicator], s)
	}
	if m.kept == nil {
		m.kept = map[kindOf]map[string][]data.Series{}
	}
	m.kept[kind] = by
	return nil
}

// A spot is what the series have in common that one identity may hold: everything of
// a key but what kind of number it is.
type spot struct {
	indicator, region, item, coverage string
	freq                              data.Frequency
	span                              data.Span
}

// spotOf returns the spot of a series.
func spotOf(s data.Series) spot {
	k := s.Key
	return spot{k.Indicator, k.Region, k.Item, k.Coverage, s.Start.Freq(), k.Basis.Span}
}

// of returns the spot of another item.
func (s spot) of(item string) spot {
	s.item = item
	return s
}

// in returns the spot of another span.
func (s spot) in(span data.Span) spot {
	s.span = span
	return s
}

// spots returns the series of a measure by their spots, those against ref or, with
// NoReference, against nothing. Where a spot has series at several prices the first
// in the order of keys counts.
func spots(ctx context.Context, in Input, m data.Measure, ref data.Reference) (map[spot]data.Series, error) {
	out := map[spot]data.Series{}
	for _, span := range []data.Span{data.Current, data.Cumulative, data.Point} {
		all, err := in.Reader.Series(ctx, data.Query{Measure: m, Span: span, Region: in.Region})
		if err != nil {
			return nil, err
		}
		for _, s := range all {
			if _, ok := out[spotOf(s)]; !ok && s.Key.Basis.Reference == ref {
				out[spotOf(s)] = s
			}
		}
	}
	return out, nil
}

// A partSet holds what is known of parts and wholes, by spots.
type partSet struct{ levels, growths, shares, contributions, pulls map[spot]data.Series }

// partFigures returns what is known of parts and wholes.
func partFigures(ctx context.Context, in Input) (out partSet, err error) {
	for _, want := range []struct {
		to  *map[spot]data.Series
		m   data.Measure
		ref data.Reference
	}{
		{&out.levels, data.Level, data.NoReference},
		{&out.growths, data.Growth, data.YearAgo},
		{&out.shares, data.Share, data.NoReference},
		{&out.contributions, data.Share, data.YearAgo},
		{&out.pulls, data.Points, data.YearAgo},
	} {
		if *want.to, err = spots(ctx, in, want.m, want.ref); err != nil {
			return out, err
		}
	}
	return out, nil
}

// over runs a check over the periods of a series.
func over(s data.Series, check func(p data.Period, n data.Number) Finding) []Checked {
	var out []Checked
	for i, n := range s.Points {
		if !n.Known() {
			continue
		}
		p := s.Start.Add(i)
		if f := check(p, n); f.Verdict != Unchecked {
			out = append(out, Checked{f, s.Key, p})
		}
	}
	return out
}
