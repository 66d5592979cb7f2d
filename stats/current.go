package stats

import (
	"errors"
	"fmt"

	"yunxing/data"
)

// ErrImprecise reports a rate that rounding leaves open by more than half a point
// to either side: it is not to be printed to one decimal.
var ErrImprecise = errors.New("stats: rounding leaves more than half a point open")

// OneDecimal returns n to be shown with one decimal, and an error wrapping
// ErrImprecise where its interval is wider than ±0.5 points: the number then has
// no decimals and is to be shown by its interval. What is not known stays so.
func OneDecimal(n data.Number) (data.Number, error) {
	if !n.Known() {
		return n, nil
	}
	n.Digits = digitsFor(of(n))
	if n.Digits == 0 {
		return n, fmt.Errorf("%w: ±%.2f", ErrImprecise, of(n).halfWidth())
	}
	return n, nil
}

// CurrentGrowth returns ImpliedCurrent to one decimal, and an error wrapping
// ErrImprecise where its interval does not bear one, as in every month from June
// on with equal weights and rates of one decimal (formulas §2: ±0.05·(2m − 1)).
func CurrentGrowth(now, before, pNow, pBefore data.Number) (data.Number, error) {
	return OneDecimal(ImpliedCurrent(now, before, pNow, pBefore))
}

// CurrentFromLevels returns the growth of the current period in per cent that two
// cumulative levels of one year with their comparable growths imply (formulas §2),
//
//	B_k = C_k/(1 + G_k),   g_k = 100·((C_k − C_{k−1})/(B_k − B_{k−1}) − 1).
//
// No weights are needed. Not known where an input is not, or the base of the
// period may be zero or negative.
func CurrentFromLevels(levelNow, growthNow, levelBefore, growthBefore data.Number) data.Number {
	now, before := ComparableBase(levelNow, growthNow), ComparableBase(levelBefore, growthBefore)
	if !known(now, before) || now.Lo <= before.Hi {
		return data.NotKnown()
	}
	return rate(derived(1, func(x []float64) float64 {
		base := x[0]/(1+x[1]/100) - x[2]/(1+x[3]/100)
		return 100 * ((x[0]-x[2])/base - 1)
	}, levelNow, growthNow, levelBefore, growthBefore))
}

// CumulativeGrowth returns the cumulative growth in per cent after each period
// from current growths and base-year levels or weights (formulas §2),
//
//	G_k = Σ_{i≤k} b_i·g_i / Σ_{i≤k} b_i,
//
// a mean weighted with the base: neither simple nor chained. The interval is that
// of the rounded rates at the given weights. From the first period that lacks a
// rate or a positive weight on, nothing is known.
func CumulativeGrowth(current, base []data.Number) []data.Number {
	out := make([]data.Number, len(current))
	top, bottom, box := 0.0, 0.0, exactly(0)
	var inputs []data.Number
	broken := false
	for k, g := range current {
		broken = broken || k >= len(base) || !g.Known() || !positive(base[k])
		if broken {
			out[k] = data.NotKnown()
			continue
		}
		b := base[k].Value
		top, bottom, box = top+b*g.Value, bottom+b, box.plus(of(g).by(b))
		inputs = append(inputs, g, base[k])
		out[k] = data.From(top/bottom, box.lo/bottom, box.hi/bottom, 1, inputs...)
	}
	return out
}

// CumulativeFromLevels returns the cumulative growth in per cent after each period
// from current levels and comparable base levels, G_k = 100·(Σ a_i/Σ b_i − 1)
// (formulas §2). From the first period that is missing on, nothing is known.
func CumulativeFromLevels(levels, base []data.Number) []data.Number {
	out := make([]data.Number, len(levels))
	for k := range levels {
		out[k] = data.NotKnown()
		if k < len(base) {
			out[k] = LevelGrowth(sum(levels[:k+1]), sum(base[:k+1]))
		}
	}
	return out
}

// CurrentGrowths returns the growth of each single period in per cent that
// cumulative growths of one year imply, with the base-year cumulative shares P_k as
// fractions (formulas §2); the first is the first cumulative one. Each has the
// decimals that its interval bears. A period that lacks its own or the period
// before's rate is not known.
func CurrentGrowths(cumulative, shares []data.Number) []data.Number {
	out := make([]data.Number, len(cumulative))
	for k, g := range cumulative {
		switch {
		case k >= len(shares):
			out[k] = data.NotKnown()
		case k == 0:
			out[k] = g
			if !g.Known() {
				out[k] = data.NotKnown()
			}
		default:
			out[k] = ImpliedCurrent(g, cumulative[k-1], shares[k], shares[k-1])
		}
	}
	return out
}

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

// A YearChange is a figure of an earlier year and the change since, in percentage
// points.
type YearChange struct {
	Year   int
	Then   data.Number
	Change data.Number
}

// Changes returns the change of a series at a period against the same period of
// each of years, in their order, and an error wrapping data.ErrBasis where the
// period has no such period (weeks and days). A year that is missing has a change
// that is not known (formulas §5).
func Changes(s data.Series, at data.Period, years ...int) ([]YearChange, error) {
	out := make([]YearChange, 0, len(years))
	for _, y := range years {
		then := data.Period{}
		if !at.YearAgo().IsZero() {
			then = at
			for then.Year() > y {
				then = then.YearAgo()
			}
			for then.Year() < y {
				then = then.Add(at.Sub(at.YearAgo()))
			}
		}
		if then.IsZero() {
			return nil, fmt.Errorf("%w: %v has no like in another year", data.ErrBasis, at)
		}
		d, err := SeriesDifference(s, at, s, then)
		if err != nil {
			return nil, err
		}
		out = append(out, YearChange{Year: y, Then: s.At(then), Change: d})
	}
	return out, nil
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
	first, before := 1, 0.0
	add := func(g data.Number, until data.Period) {
		share := p.At(until)
		w := share
		w.Value -= before
		w.Lo, w.Hi = w.Value, w.Value
		before = share.Value
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
