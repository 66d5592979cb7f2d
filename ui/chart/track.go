package chart

import (
	"yunxing/data"
	"yunxing/ui/i18n"
)

// A track is the slots that a year has: the eleven cumulative months from
// January–February on, the twelve months, or the four quarters.
type track struct {
	freq  data.Frequency
	first int // number of the first period of the year
	span  data.Span
}

// trackOf returns the track on which series that accumulate are known in the
// given years: months, unless all that is known are ends of quarters.
func trackOf(years []int, series ...data.Series) track {
	for _, s := range series {
		for i, n := range s.Points {
			at := s.Start.Add(i)
			if _, quarter := at.In(data.Quarterly); !quarter && n.Known() && within(at.Year(), years) {
				return track{data.Monthly, 2, data.Cumulative}
			}
		}
	}
	return track{data.Quarterly, 1, data.Cumulative}
}

// within reports whether a year is among years.
func within(year int, years []int) bool {
	for _, y := range years {
		if y == year {
			return true
		}
	}
	return false
}

// periods returns the periods of a year, in the order of the slots.
func (t track) periods(year int) []data.Period {
	var out []data.Period
	for n := t.first; n <= int(t.freq); n++ {
		if t.freq == data.Quarterly {
			out = append(out, data.Quarter(year, n))
		} else {
			out = append(out, data.Month(year, n))
		}
	}
	return out
}

// upTo returns the periods of a year that are over at p.
func (t track) upTo(p data.Period) []data.Period {
	all := t.periods(p.Year())
	n := len(all)
	for n > 0 && !all[n-1].EndsBy(p) {
		n--
	}
	return all[:n]
}

// labels returns the names of periods where the year goes without saying.
func (t track) labels(p i18n.Printer, periods []data.Period) []string {
	out := make([]string, len(periods))
	for i, at := range periods {
		out[i] = shortPeriod(p, at, t.span)
	}
	return out
}

// shortPeriod returns the name of a period within its year, short enough to stand
// under an axis with eleven others.
func shortPeriod(p i18n.Printer, at data.Period, s data.Span) string {
	switch {
	case at.Freq() == data.Quarterly && s == data.Cumulative && p.Lang() == i18n.English:
		return p.Text([]string{"chart.q1", "chart.q2", "chart.q3", "chart.q4"}[at.Number()-1])
	case at.Freq() == data.Monthly && s == data.Cumulative && at.Number() == 2 && p.Lang() == i18n.English:
		return p.PeriodWithin(at, s)
	case at.Freq() == data.Monthly && s == data.Cumulative:
		return p.Text("chart.slot.month", "month", p.PeriodWithin(at, data.Current))
	}
	return p.PeriodWithin(at, s)
}

// A calendar is the slots of several years on end, up to a period. Where the
// values accumulate, a slot before each year keeps December apart from what
// follows: January for months, one without period for quarters.
type calendar struct {
	track
	slots []data.Period // the zero Period for a slot that only separates
}

// newCalendar returns the slots of n years and the year of p, up to p.
func newCalendar(t track, n int, p data.Period) calendar {
	c := calendar{track: t}
	if t.freq == data.Monthly {
		c.first = 1
	}
	for y := p.Year() - n; y <= p.Year(); y++ {
		if t.freq == data.Quarterly && len(c.slots) > 0 {
			c.slots = append(c.slots, data.Period{})
		}
		for _, at := range c.periods(y) {
			if at.EndsBy(p) {
				c.slots = append(c.slots, at)
			}
		}
	}
	return c
}

// names returns the names of the slots, each with its year.
func (c calendar) names(p i18n.Printer) []string {
	out := make([]string, len(c.slots))
	for i, at := range c.slots {
		if at.IsZero() {
			continue
		}
		out[i] = p.Text("chart.slot", "year", p.Year(at), "period", shortPeriod(p, at, data.Current))
	}
	return out
}

// years returns the year at the first slot of each, for axes of small panels.
func (c calendar) years(p i18n.Printer) []string {
	out := make([]string, len(c.slots))
	last := 0
	for i, at := range c.slots {
		if !at.IsZero() && at.Year() != last {
			last = at.Year()
			out[i] = p.Year(at)
		}
	}
	return out
}

// of returns the values of a series in the slots.
func (c calendar) of(d *draft, s data.Series) []Value {
	out := make([]Value, len(c.slots))
	for i, at := range c.slots {
		out[i] = Missing()
		if month, ok := at.In(data.Monthly); ok && s.Key.Basis.Span == data.Current {
			at = month
		}
		if !at.IsZero() && len(s.Points) > 0 {
			out[i] = d.value(s.At(at))
		}
	}
	return out
}
