package data

import (
	"cmp"
	"context"
	"slices"
)

// A Query asks for the series that match it; a zero field matches any value,
// except Measure and Span, which always count.
type Query struct {
	Indicator string
	Region    string
	Item      string
	Freq      Frequency
	Measure   Measure
	Span      Span
	Reference Reference
}

// Matches reports whether k is what q asks for.
func (q Query) Matches(k Key) bool {
	return (q.Indicator == "" || q.Indicator == k.Indicator) &&
		(q.Region == "" || q.Region == k.Region) &&
		(q.Item == "" || q.Item == k.Item) &&
		(q.Freq == 0 || q.Freq == k.Freq) &&
		(q.Reference == NoReference || q.Reference == k.Basis.Reference) &&
		q.Measure == k.Basis.Measure && q.Span == k.Basis.Span
}

// A Cut bounds what may be known: nothing about a time after Until, and no
// release after AsOf. A zero field does not bound.
type Cut struct {
	Until Period
	AsOf  Date
}

// A Reader answers what a project knows, within a cut.
type Reader interface {
	// Series returns the published series that match q, in the order of their keys.
	Series(ctx context.Context, q Query) ([]Series, error)
}

// Join returns series that differ only in frequency or coverage as one: the one
// of the finest frequency, filled at the ends of quarters and years from the
// others. Only cumulative and point series may be joined, since for them the end
// of a quarter and of its last month are the same; of current ones the first is
// returned alone. Days, weeks and fiscal years join nothing; they come last. The
// second result is false if there is no series at all.
func Join(series []Series) (Series, bool) {
	if len(series) == 0 {
		return Series{}, false
	}
	byFreq := slices.SortedStableFunc(slices.Values(series), func(a, b Series) int {
		return cmp.Or(joinable(b)-joinable(a), cmp.Compare(b.Start.Freq(), a.Start.Freq()))
	})
	out := byFreq[0]
	if out.Key.Basis.Span == Current || len(byFreq) == 1 {
		return out, true
	}
	return fill(out, byFreq[1:]), true
}

// joinable returns 1 for a series whose periods divide the calendar year, else 0.
func joinable(s Series) int {
	if s.Start.Freq().divides() {
		return 1
	}
	return 0
}

// fill returns s with the gaps filled, and the range widened, from others.
func fill(s Series, others []Series) Series {
	others = inUnit(others, s.Unit)
	first, last := s.Start, s.End()
	f := s.Start.Freq()
	for _, o := range others {
		if p, ok := o.Start.In(f); ok && p.Compare(first) < 0 {
			first = p
		}
		if p, ok := o.End().In(f); ok && p.Compare(last) > 0 {
			last = p
		}
	}
	points := make([]Number, last.Sub(first)+1)
	for i := range points {
		p := first.Add(i)
		points[i] = s.At(p)
		for _, o := range others {
			if points[i].Shown() {
				break
			}
			if q, ok := p.In(o.Start.Freq()); ok {
				points[i] = o.At(q)
			}
		}
	}
	s.Start, s.Points = first, points
	return s
}

// inUnit returns series in a unit, without those that do not convert to it.
func inUnit(all []Series, u Unit) []Series {
	var out []Series
	for _, s := range all {
		if c, ok := s.In(u); ok {
			out = append(out, c)
		}
	}
	return out
}
