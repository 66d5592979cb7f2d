package stats

import (
	"cmp"
	"context"
	"slices"

	"yunxing/data"
)

// This file finds the series that measures are worked out from.

// place is what the series of several needs share.
type placeOf struct{ region, item string }

// found returns the series that a query finds, one for each region and item: of
// several coverages the one without a remark, joined over frequencies.
func found(ctx context.Context, r data.Reader, q data.Query) (map[placeOf]data.Series, error) {
	all, err := r.Series(ctx, q)
	if err != nil {
		return nil, err
	}
	groups := map[placeOf][]data.Series{}
	for _, s := range all {
		at := placeOf{s.Key.Region, s.Key.Item}
		first, ok := groups[at]
		if ok && (first[0].Key.Basis != s.Key.Basis || first[0].Key.Coverage != s.Key.Coverage) {
			continue
		}
		groups[at] = append(groups[at], s)
	}
	out := make(map[placeOf]data.Series, len(groups))
	for at, g := range groups {
		if s, ok := data.Join(g); ok {
			out[at] = s
		}
	}
	return out, nil
}

// each works out a figure for every period of every series of the first need.
func each(f func(m Measure, s data.Series, p data.Period) (data.Number, []Term)) func(context.Context, Measure, Input) ([]Figure, error) {
	return func(ctx context.Context, m Measure, in Input) ([]Figure, error) {
		series, err := found(ctx, in.Reader, m.query(0, in))
		if err != nil {
			return nil, err
		}
		var out []Figure
		for _, s := range series {
			for p := range in.periods(s) {
				if n, terms := f(m, s, p); n.Shown() {
					out = append(out, m.figure(s.Key, p, n, terms...))
				}
			}
		}
		return out, nil
	}
}

// eachSeries works out a series for every series of the first need, and a figure with
// terms for each of its periods that the first has. A series that cannot be worked out
// gives none.
func eachSeries(f func(data.Series) (data.Series, error), terms func(data.Series, data.Period) []Term) func(context.Context, Measure, Input) ([]Figure, error) {
	return func(ctx context.Context, m Measure, in Input) ([]Figure, error) {
		series, err := found(ctx, in.Reader, m.query(0, in))
		if err != nil {
			return nil, err
		}
		var out []Figure
		for _, s := range series {
			made, err := f(s)
			if err != nil { // of another frequency
				continue
			}
			for p := range in.periods(s) {
				if n := made.At(p); n.Shown() {
					out = append(out, m.figure(s.Key, p, n, terms(s, p)...))
				}
			}
		}
		return out, nil
	}
}

// pairs works out a figure for every period of every region and item that two needs
// share.
func pairs(f func(m Measure, a, b data.Series, p data.Period) (data.Number, []Term)) func(context.Context, Measure, Input) ([]Figure, error) {
	return func(ctx context.Context, m Measure, in Input) ([]Figure, error) {
		first, err := found(ctx, in.Reader, m.query(0, in))
		if err != nil {
			return nil, err
		}
		second, err := found(ctx, in.Reader, m.query(1, in))
		if err != nil {
			return nil, err
		}
		var out []Figure
		for at, a := range first {
			b, ok := beside(second[at], a)
			if !ok {
				continue
			}
			if m.own {
				m.Unit = a.Unit.Symbol
			}
			for p := range in.periods(a) {
				if n, terms := f(m, a, b, p); n.Shown() {
					out = append(out, m.figure(a.Key, p, n, terms...))
				}
			}
		}
		return out, nil
	}
}

// beside returns b in the unit of a where both are levels, so that one may be divided
// by the other, and false where there is no b or it does not convert.
func beside(b, a data.Series) (data.Series, bool) {
	switch {
	case len(b.Points) == 0:
		return b, false
	case a.Key.Basis.Measure != data.Level || b.Key.Basis.Measure != data.Level:
		return b, true
	}
	return b.In(a.Unit)
}

// byRegion sorts series by region and, of each, by item.
func byRegion(series map[placeOf]data.Series) map[string]map[string]data.Series {
	out := map[string]map[string]data.Series{}
	for at, s := range series {
		if out[at.region] == nil {
			out[at.region] = map[string]data.Series{}
		}
		out[at.region][at.item] = s
	}
	return out
}

// periods returns the periods of s that are wanted. The end of a quarter counts as
// the quarter, too, where that is what is wanted.
func (in Input) periods(s data.Series) func(func(data.Period) bool) {
	return in.between(s.Start, s.Start.Add(len(s.Points)))
}

// between returns the periods from start up to and without end that are wanted.
func (in Input) between(start, end data.Period) func(func(data.Period) bool) {
	return func(yield func(data.Period) bool) {
		for p := start; p.Compare(end) < 0; p = p.Add(1) {
			if in.wants(p) && !yield(p) {
				return
			}
		}
	}
}

// wants reports whether a period is wanted, as it is or as the quarter or year that
// ends with it.
func (in Input) wants(p data.Period) bool {
	if in.Wanted == nil || in.Wanted(p) {
		return true
	}
	for _, f := range []data.Frequency{data.Quarterly, data.Annual, data.Monthly} {
		if q, ok := p.In(f); ok && in.Wanted(q) {
			return true
		}
	}
	return false
}

// sortFigures orders figures by region, item and time.
func sortFigures(all []Figure) {
	slices.SortStableFunc(all, func(a, b Figure) int {
		return cmp.Or(cmp.Compare(a.Region, b.Region), cmp.Compare(a.Item, b.Item), a.Period.Compare(b.Period))
	})
}

// all returns what each need of m finds, in their order.
func (m Measure) all(ctx context.Context, in Input) ([]map[placeOf]data.Series, error) {
	out := make([]map[placeOf]data.Series, len(m.Needs))
	for i := range out {
		var err error
		if out[i], err = found(ctx, in.Reader, m.query(i, in)); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// joint works out a figure for every period of every region and item that all needs
// share; s holds a series for each need.
func joint(f func(s []data.Series, p data.Period) (data.Number, []Term)) func(context.Context, Measure, Input) ([]Figure, error) {
	return func(ctx context.Context, m Measure, in Input) ([]Figure, error) {
		needs, err := m.all(ctx, in)
		if err != nil {
			return nil, err
		}
		var out []Figure
		for at := range needs[0] {
			s, ok := atPlace(needs, at)
			if !ok {
				continue
			}
			for p := range in.periods(s[0]) {
				if n, terms := f(s, p); n.Shown() {
					out = append(out, m.figure(s[0].Key, p, n, terms...))
				}
			}
		}
		return out, nil
	}
}

// atPlace returns the series of each need at a place, and false where one has none.
func atPlace(needs []map[placeOf]data.Series, at placeOf) ([]data.Series, bool) {
	out := make([]data.Series, len(needs))
	for i, n := range needs {
		s, ok := n[at]
		if !ok {
			return nil, false
		}
		out[i] = s
	}
	return out, true
}

// againstTotal works out a figure for every period of every item that all needs share,
// of s, beside those of the total of its region, of t.
func againstTotal(f func(s, t []data.Series, p data.Period) (data.Number, []Term)) func(context.Context, Measure, Input) ([]Figure, error) {
	return func(ctx context.Context, m Measure, in Input) ([]Figure, error) {
		needs, err := m.all(ctx, in)
		if err != nil {
			return nil, err
		}
		var out []Figure
		for at := range needs[0] {
			s, ok := atPlace(needs, at)
			t, whole := atPlace(needs, placeOf{at.region, data.TotalItem})
			if !ok || !whole || at.item == data.TotalItem {
				continue
			}
			if t[0], ok = beside(t[0], s[0]); !ok {
				continue
			}
			for p := range in.periods(s[0]) {
				if n, terms := f(s, t, p); n.Shown() {
					out = append(out, m.figure(s[0].Key, p, n, terms...))
				}
			}
		}
		return out, nil
	}
}
