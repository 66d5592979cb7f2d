package brief

import (
	"context"
	"math"

	"yunxing/data"
	"yunxing/stats"
)

// Growth is the course of the cumulative growth of industrial value added.
type Growth struct {
	Series   data.Series // cumulative growth, up to the period
	Now      data.Number
	Earlier  []Earlier     // the same months of earlier years, the latest first
	Quarters []QuarterStep // this year's quarters
	Profile  stats.Profile // base-year shares that the implied quarters rest on
	Phases   []stats.Phase
	Path     []data.Number // known points of this year, in order
}

// Earlier is the same period of an earlier year.
type Earlier struct {
	Year   int
	Then   data.Number
	Change data.Number // now − then, in percentage points
}

// QuarterStep is one quarter of the year: its cumulative growth, and the growth
// of the quarter alone that this implies.
type QuarterStep struct {
	Period     data.Period
	Cumulative data.Number
	Change     data.Number // against the quarter before, cumulative
	Share      data.Number // base-year share P up to here, a fraction
	Implied    data.Number
	Low, High  data.Number   // implied with P two points lower and higher; in the last quarter with P before it
	Months     []data.Number // growth of its months alone as published, nil unless all are known
}

// Refuted reports whether the implied growth lies outside that of the months, of which
// it is a mean: the shares of the base year, or the scopes, do not fit.
func (s QuarterStep) Refuted() bool {
	if len(s.Months) == 0 || !s.Implied.Known() {
		return false
	}
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, m := range s.Months {
		lo, hi = min(lo, m.Lo), max(hi, m.Hi)
	}
	return s.Implied.Hi < lo || s.Implied.Lo > hi
}

// Growth answers how fast industry grew so far this year.
func (d Desk) Growth(ctx context.Context) (Growth, error) {
	q := d.growthQuery("iva", data.TotalItem)
	s, ok, err := d.find(ctx, q)
	if err != nil {
		return Growth{}, err
	}
	now := s.At(d.sel.Period)
	if !ok || !now.Known() {
		return Growth{}, d.absent(q)
	}
	g := Growth{Series: s, Now: now}
	for _, y := range d.years(3)[1:] {
		e := Earlier{Year: y, Then: s.At(d.in(y))}
		if e.Change, err = stats.SeriesDifference(s, d.sel.Period, s, d.in(y)); err != nil {
			return Growth{}, err
		}
		if e.Then.Shown() {
			g.Earlier = append(g.Earlier, e)
		}
	}
	if g.Profile, err = d.Profile(ctx, d.year()-1); err != nil {
		return Growth{}, err
	}
	months, err := d.months(ctx)
	if err != nil {
		return Growth{}, err
	}
	g.Quarters = d.steps(s, months, g.Profile)
	g.Path = yearPath(s, d.year())
	g.Phases = stats.Phases(g.Path)
	return g, nil
}

// months returns the growth of value added in each month alone.
func (d Desk) months(ctx context.Context) (data.Series, error) {
	q := d.growthQuery("iva", data.TotalItem)
	q.Span, q.Freq = data.Current, data.Monthly
	s, _, err := d.find(ctx, q)
	return s, err
}

// within returns the growth of the three months of a quarter, nil unless all are known.
func within(q data.Period, months data.Series) []data.Number {
	var out []data.Number
	for n := 3*q.Number() - 2; n <= 3*q.Number(); n++ {
		m := months.At(data.Month(q.Year(), n))
		if !m.Known() {
			return nil
		}
		out = append(out, m)
	}
	return out
}

// steps returns the quarters of the year with what they imply.
func (d Desk) steps(s, months data.Series, p stats.Profile) []QuarterStep {
	var out []QuarterStep
	for _, q := range d.quarterEnds(d.year()) {
		step := QuarterStep{Period: q, Cumulative: s.At(q), Share: p.At(q), Change: data.NotKnown()}
		step.Implied, step.Low, step.High = step.Cumulative, step.Cumulative, step.Cumulative
		if q.Number() > 1 {
			before := s.At(q.Add(-1))
			implied := func(p stats.Profile) data.Number {
				return stats.ImpliedCurrent(step.Cumulative, before, p.At(q), p.At(q.Add(-1)))
			}
			step.Change = stats.Difference(step.Cumulative, before)
			step.Implied = implied(p)
			step.Months = within(q, months)
			step.Low, step.High = moved(step.Cumulative, before, p, q, -2), moved(step.Cumulative, before, p, q, 2)
		}
		out = append(out, step)
	}
	return out
}

// moved returns the growth that two cumulative rates imply for quarter q with the
// share P moved by points. Moving both shares alike would change little: the
// quarter's weight is what is uncertain, so only the later share is moved, or,
// since that of the whole year is one, the earlier in the last quarter.
func moved(now, before data.Number, p stats.Profile, q data.Period, points float64) data.Number {
	later, earlier := p.Shifted(points), p
	if q.Number() == 4 {
		later, earlier = p, p.Shifted(points)
	}
	return stats.ImpliedCurrent(now, before, later.At(q), earlier.At(q.Add(-1)))
}

// yearPath returns the known numbers of one year, in order.
func yearPath(s data.Series, year int) []data.Number {
	var out []data.Number
	for i, n := range s.Points {
		if s.Start.Add(i).Year() == year && n.Known() {
			out = append(out, n)
		}
	}
	return out
}

// Profile returns the base-year shares for a rates-only series: its own levels of
// that year, else revenue, else equal months.
func (d Desk) Profile(ctx context.Context, year int) (stats.Profile, error) {
	for _, c := range []struct {
		indicator string
		source    stats.ProfileSource
	}{{"iva", stats.OwnLevels}, {"revenue_main", stats.RevenueLevels}, {"revenue", stats.RevenueLevels}} {
		s, ok, err := d.find(ctx, data.Query{Indicator: c.indicator, Region: d.sel.Region, Item: data.TotalItem, Measure: data.Level, Span: data.Cumulative})
		if err != nil {
			return stats.Profile{}, err
		}
		if !ok {
			continue
		}
		growths, _, err := d.find(ctx, data.Query{Indicator: c.indicator, Region: d.sel.Region, Item: data.TotalItem, Measure: data.Growth, Span: data.Cumulative})
		if err != nil {
			return stats.Profile{}, err
		}
		if p, ok := profileOf(c.source, s, growths, year); ok && p.At(data.Quarter(year, 3)).Known() {
			return p, nil
		}
	}
	return stats.EqualProfile(year), nil
}

// profileOf returns the profile of a year from cumulative levels: its own, or where
// their scope is cut within the year those of the year before carried on.
func profileOf(source stats.ProfileSource, levels, growths data.Series, year int) (stats.Profile, bool) {
	switch {
	case !cutWithin(levels, growths, year):
		return stats.NewProfile(source, levels, year)
	case cutWithin(levels, growths, year-1):
		return stats.Profile{}, false
	}
	return stats.Carried(source, levels, growths, year)
}
