package stats

import (
	"fmt"

	"yunxing/data"
)

// CurrentSeries returns the growths of single periods that a series of cumulative
// growths implies with one profile of base-year shares for all of its years, and an
// error wrapping data.ErrBasis where the series is not one of cumulative growths by
// months or quarters. In a monthly series January and February are one period,
// JanFeb, and not known alone (formulas §3): no month before March is implied.
func CurrentSeries(cumulative data.Series, p Profile) (data.Series, error) {
	b := cumulative.Key.Basis
	freq := cumulative.Start.Freq()
	if b.Span != data.Cumulative || b.Measure != data.Growth || freq != data.Monthly && freq != data.Quarterly {
		return data.Series{}, fmt.Errorf("%w: no single periods from a %v at frequency %d", data.ErrBasis, b, freq)
	}
	out := cumulative
	out.Key.Basis.Span = data.Current
	out.Points = make([]data.Number, len(cumulative.Points))
	out.JanFeb = map[int]data.Number{}
	for i := range out.Points {
		at := cumulative.Start.Add(i)
		out.Points[i] = data.NotKnown()
		switch now := cumulativeAt(cumulative, at); {
		case freq == data.Monthly && at.Number() == 2 && now.Known():
			out.JanFeb[at.Year()] = now
		case freq == data.Monthly && at.Number() <= 2:
		case at.Number() == 1 && now.Known():
			out.Points[i] = now
		default:
			out.Points[i] = ImpliedCurrent(now, cumulativeAt(cumulative, at.Add(-1)), p.At(at), p.At(at.Add(-1)))
		}
	}
	return out, nil
}

// cumulativeAt returns the number of a cumulative series at a period; that of
// February is also kept as the merged January–February.
func cumulativeAt(s data.Series, at data.Period) data.Number {
	if n := s.At(at); n.Shown() || at.Freq() != data.Monthly || at.Number() != 2 {
		return n
	}
	return s.At(data.JanFeb(at.Year()))
}

// CumulativeSeries returns the cumulative growths that a series of growths of single
// periods makes, with one profile of base-year shares for all of its years, the
// inverse of CurrentSeries,
//
//	G_k = Σ_{i≤k} (P_i − P_{i−1})·g_i / P_k
//
// and an error wrapping data.ErrBasis where the series is not one of growths of
// single months or quarters. A monthly year begins with JanFeb, or with its two
// months where that is not known. From the first period that is missing on, the
// rest of the year is not known.
func CumulativeSeries(current data.Series, p Profile) (data.Series, error) {
	b := current.Key.Basis
	freq := current.Start.Freq()
	if b.Span != data.Current || b.Measure != data.Growth || b.Reference == data.PreviousPeriod || freq != data.Monthly && freq != data.Quarterly {
		return data.Series{}, fmt.Errorf("%w: no year so far from a %v at frequency %d", data.ErrBasis, b, freq)
	}
	out := current
	out.Key.Basis.Span = data.Cumulative
	out.JanFeb = nil
	out.Points = make([]data.Number, len(current.Points))
	for i := range out.Points {
		out.Points[i] = yearSoFar(current, p, current.Start.Add(i))
	}
	return out, nil
}

// yearSoFar returns the cumulative growth up to a period of a series of single ones.
func yearSoFar(current data.Series, p Profile, at data.Period) data.Number {
	var rates, weights []data.Number
	first, before := 1, exact(0)
	add := func(g data.Number, until data.Period) {
		share := p.At(until)
		v := share.Value - before.Value
		w := data.From(v, v, v, share.Digits, share, before).By("w = P₁ − P₀", "P₁ P₀")
		w.Status = share.Status
		before = share
		rates, weights = append(rates, g), append(weights, w)
	}
	if merged := current.At(data.JanFeb(at.Year())); at.Freq() == data.Monthly && at.Number() >= 2 && merged.Known() {
		add(merged, data.Month(at.Year(), 2))
		first = 3
	}
	for q := at.Add(first - at.Number()); q.Compare(at) <= 0; q = q.Add(1) {
		add(current.At(q), q)
	}
	all := CumulativeGrowth(rates, weights)
	return all[len(all)-1]
}
