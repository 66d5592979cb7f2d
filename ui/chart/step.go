package chart

import (
	"cmp"
	"math"
	"slices"
)

// Direction is where a reader goes on to from a value.
type Direction int

// The directions.
const (
	Left Direction = iota
	Right
	Up
	Down
)

// First returns the value to begin reading with: the last one of the series that the
// figure is about, else of the first.
func (f Frame) First(in *Figure) (Hit, bool) {
	best, found := Hit{}, false
	accent := false
	for _, h := range f.Hits {
		r := role(in.Panels[h.Panel].Marks[h.Mark])
		switch {
		case !found, r == Accent && !accent:
			best, found, accent = h, true, r == Accent
		case h.Panel == best.Panel && h.Mark == best.Mark && !f.Panels[h.Panel].Lying:
			best = h
		}
	}
	return best, found
}

// Step returns the next value from a value in a direction: along the slots within its
// series, across them to the next series in the same slot, and beyond the edge of a
// panel to the panel there. False where there is none.
func (f Frame) Step(from Hit, d Direction) (Hit, bool) {
	if from.Panel < 0 || from.Panel >= len(f.Panels) {
		return Hit{}, false
	}
	if f.Along(from, d) {
		if h, ok := f.along(from, d); ok {
			return h, true
		}
	} else if h, ok := f.across(from, d); ok {
		return h, true
	}
	return f.beyond(from, d)
}

// Along reports whether a direction runs along the slots at a value.
func (f Frame) Along(at Hit, d Direction) bool {
	return (d == Left || d == Right) != f.Panels[at.Panel].Lying
}

// along returns the next value of the same series.
func (f Frame) along(from Hit, d Direction) (Hit, bool) {
	const aside = 1e-3 // so that the fields of a table stay in their row
	return f.nearest(from, d, func(h Hit) bool {
		return h.Panel == from.Panel && h.Mark == from.Mark
	}, func(h Hit) float64 { return forward(from, h, d) + aside*math.Hypot(h.X-from.X, h.Y-from.Y) })
}

// across returns the next value in the same slot, or the next field of a table.
func (f Frame) across(from Hit, d Direction) (Hit, bool) {
	order := func(a, b Hit) int {
		return cmp.Or(cmp.Compare(forward(from, a, d), forward(from, b, d)), cmp.Compare(b.Mark, a.Mark)*ahead(d))
	}
	var best Hit
	found := false
	for _, h := range f.Hits {
		if h.Panel == from.Panel && math.Round(h.At) == math.Round(from.At) && order(h, from) > 0 && (!found || order(h, best) < 0) {
			best, found = h, true
		}
	}
	return best, found
}

// beyond returns the value nearest in the panel that lies in a direction.
func (f Frame) beyond(from Hit, d Direction) (Hit, bool) {
	return f.nearest(from, d, func(h Hit) bool {
		return h.Panel != from.Panel && f.past(from.Panel, h.Panel, d)
	}, func(h Hit) float64 { return math.Hypot(h.X-from.X, h.Y-from.Y) })
}

// past reports whether panel b lies wholly past panel a in a direction.
func (f Frame) past(a, b int, d Direction) bool {
	p, q := f.Panels[a].Plot, f.Panels[b].Plot
	switch d {
	case Left:
		return q.X1 <= p.X0
	case Right:
		return q.X0 >= p.X1
	case Up:
		return q.Y1 <= p.Y0
	}
	return q.Y0 >= p.Y1
}

// nearest returns the value ahead in a direction that costs least, among those that
// are asked for.
func (f Frame) nearest(from Hit, d Direction, among func(Hit) bool, cost func(Hit) float64) (Hit, bool) {
	ahead := slices.DeleteFunc(slices.Clone(f.Hits), func(h Hit) bool { return forward(from, h, d) <= 0 || !among(h) })
	if len(ahead) == 0 {
		return Hit{}, false
	}
	return slices.MinFunc(ahead, func(a, b Hit) int { return cmp.Compare(cost(a), cost(b)) }), true
}

// forward returns how far a value lies ahead of another in a direction.
func forward(from, h Hit, d Direction) float64 {
	switch d {
	case Left:
		return from.X - h.X
	case Right:
		return h.X - from.X
	case Up:
		return from.Y - h.Y
	}
	return h.Y - from.Y
}

// ahead returns 1 for directions that grow in a picture and −1 for the others.
func ahead(d Direction) int {
	if d == Right || d == Down {
		return 1
	}
	return -1
}
