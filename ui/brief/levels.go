package brief

import (
	"context"

	"yunxing/data"
	"yunxing/stats"
)

// Levels are how much there was in each quarter alone.
type Levels struct {
	Indicator data.Indicator
	Item      data.Item
	Unit      data.Unit
	Series    data.Series // one point a quarter, in order, each known
}

// wholeSeason is how many quarters in a row are needed to tell season from course.
const wholeSeason = 12

// At returns the desk for another period of the same region.
func (d Desk) At(p data.Period) Desk {
	d.sel.Period = p
	return d
}

// Levels answers how much there was in each quarter: of value added, else of
// revenue, else of electricity, whichever first is known for three years in a row
// up to the selection.
func (d Desk) Levels(ctx context.Context) (Levels, error) {
	for _, c := range []struct{ indicator, item string }{
		{"iva", data.TotalItem}, {"revenue_main", data.TotalItem}, {"revenue", data.TotalItem}, {"output", "electricity"},
	} {
		for _, span := range []data.Span{data.Cumulative, data.Current} {
			query := data.Query{Indicator: c.indicator, Region: d.sel.Region, Item: c.item, Measure: data.Level, Span: span}
			s, ok, err := d.find(ctx, query)
			if err != nil {
				return Levels{}, err
			}
			if !ok {
				continue
			}
			query.Measure, query.Reference = data.Growth, data.YearAgo
			growth, _, err := d.find(ctx, query)
			if err != nil {
				return Levels{}, err
			}
			if q := lastRun(quarterly(s, growth)); len(q.Points) >= wholeSeason {
				ind, _ := d.catalog.Indicator(c.indicator)
				item, _ := d.catalog.Item(c.item)
				return Levels{Indicator: ind, Item: item, Unit: s.Unit, Series: q}, nil
			}
		}
	}
	return Levels{}, &Absent{
		Indicator: "iva", Or: []string{"revenue_main", "revenue", "output"}, Within: Quarters,
		Measure: data.Level, Span: data.Cumulative, Region: d.sel.Region, Period: d.sel.Period,
	}
}

// InMean returns the quarters of a year in per cent of their mean: the season. It is
// nil for a year that is not known in full.
func (l Levels) InMean(year int) []data.Number {
	all := make([]data.Number, 4)
	sum, lo, hi := 0.0, 0.0, 0.0
	for i := range all {
		all[i] = l.Series.At(data.Quarter(year, i+1))
		if !all[i].Known() {
			return nil
		}
		sum, lo, hi = sum+all[i].Value, lo+all[i].Lo, hi+all[i].Hi
	}
	if lo <= 0 {
		return nil
	}
	out := make([]data.Number, 4)
	for i, n := range all {
		// The other quarters bound the sum apart from the quarter itself.
		least := 400 * n.Lo / (n.Lo + hi - n.Hi)
		most := 400 * n.Hi / (n.Hi + lo - n.Lo)
		out[i] = data.From(400*n.Value/sum, least, most, 1, all...)
	}
	return out
}

// quarterly returns the levels of single quarters: the difference of cumulative
// ones, the sum of months. A difference over a change of scope is not known.
func quarterly(s, growth data.Series) data.Series {
	first, ok := s.Start.In(data.Quarterly)
	if !ok {
		first = data.Quarter(s.Start.Year(), 1)
	}
	out := data.Series{Key: s.Key, Unit: s.Unit, Start: first}
	out.Key.Freq, out.Key.Basis.Span = data.Quarterly, data.Current
	last := s.Start.Add(len(s.Points) - 1)
	for q := first; q.EndsBy(last); q = q.Add(1) {
		n := singleQuarter(s, q)
		if s.Key.Basis.Span == data.Cumulative && rescoped(s, growth, q) {
			n = data.NotKnown()
		}
		out.Points = append(out.Points, n)
	}
	return out
}

// singleQuarter returns the level of one quarter.
func singleQuarter(s data.Series, q data.Period) data.Number {
	if s.Key.Basis.Span == data.Cumulative {
		if q.Number() == 1 {
			return s.At(q)
		}
		return stats.ExactDifference(s.At(q), s.At(q.Add(-1)))
	}
	end, ok := q.In(data.Monthly)
	if s.Start.Freq() == data.Quarterly || !ok {
		return s.At(q)
	}
	months := []data.Number{s.At(end.Add(-2)), s.At(end.Add(-1)), s.At(end)}
	v, lo, hi := 0.0, 0.0, 0.0
	for _, n := range months {
		if !n.Known() {
			return data.NotKnown()
		}
		v, lo, hi = v+n.Value, lo+n.Lo, hi+n.Hi
	}
	return data.From(v, lo, hi, months[2].Digits, months...)
}

// lastRun returns the known points at the end of a series without a gap.
func lastRun(s data.Series) data.Series {
	n := len(s.Points)
	for n > 0 && !s.Points[n-1].Known() {
		n--
	}
	from := n
	for from > 0 && s.Points[from-1].Known() {
		from--
	}
	s.Start, s.Points = s.Start.Add(from), s.Points[from:n]
	return s
}
