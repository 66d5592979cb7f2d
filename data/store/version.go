package store

import (
	"math"

	"yunxing/data"
)

// A version is one of the observations of a key and period. Its key and source
// are left out.
type version struct {
	data.Observation
	batch int64
}

// released reports whether what a project knows of p with the given vintage was
// out on the day asOf; a zero asOf is any day. An unknown vintage counts as the
// month after p.
func released(p data.Period, vintage, asOf data.Date) bool {
	switch end, ok := p.In(data.Monthly); {
	case asOf.IsZero():
		return true
	case !vintage.IsZero():
		return vintage.Compare(asOf) <= 0
	default:
		return ok && int64(end.Year()*100+end.Number()) < dayCode(asOf)/100
	}
}

// choose adds v, which comes after all others in the order of period, vintage and
// batch, to the versions chosen so far, one for each period.
func choose(chosen []version, v version) []version {
	last := len(chosen) - 1
	if last < 0 || chosen[last].Period != v.Period {
		return append(chosen, v)
	}
	if supersedes(v, chosen[last]) {
		chosen[last] = v
	}
	return chosen
}

// supersedes reports whether a later version takes the place of an earlier one.
func supersedes(later, earlier version) bool {
	if (later.Status == data.Doubtful) != (earlier.Status == data.Doubtful) {
		return earlier.Status == data.Doubtful
	}
	same := later.Vintage == earlier.Vintage && later.batch == earlier.batch
	return !same || !missing(later) || missing(earlier)
}

// missing reports whether v has no value to show.
func missing(v version) bool { return math.IsNaN(v.Value) || v.Status == data.Missing }

// build returns the series that chosen versions, at least one, make.
func build(key data.Key, chosen []version) data.Series {
	s := data.Series{Key: key, Unit: seriesUnit(chosen)}
	var last data.Period
	s.Start, last = extent(chosen)
	s.Points = make([]data.Number, last.Sub(s.Start)+1)
	for i := range s.Points {
		s.Points[i] = data.NotKnown()
	}
	for _, v := range chosen {
		n := v.Number().In(v.Unit, s.Unit)
		if !v.Period.Merged() {
			s.Points[v.Period.Sub(s.Start)] = n
			continue
		}
		if s.JanFeb == nil {
			s.JanFeb = map[int]data.Number{}
		}
		s.JanFeb[v.Period.Year()] = n
	}
	return s
}

// extent returns the first and the last period of versions of one series. Merged
// January–Februaries count as their two months.
func extent(chosen []version) (first, last data.Period) {
	for i, v := range chosen {
		start, end := v.Period, v.Period
		if v.Period.Merged() {
			start, end = data.Month(v.Period.Year(), 1), data.Month(v.Period.Year(), 2)
		}
		if i == 0 || start.Compare(first) < 0 {
			first = start
		}
		if i == 0 || end.Compare(last) > 0 {
			last = end
		}
	}
	return first, last
}

// seriesUnit returns the unit of the last period whose value has one, going by
// what is not doubtful before what is.
func seriesUnit(chosen []version) data.Unit {
	var at data.Period
	var unit data.Unit
	sure := false
	for _, v := range chosen {
		if missing(v) || !v.Unit.Known() {
			continue
		}
		isSure := v.Status != data.Doubtful
		if !unit.Known() || isSure && !sure || isSure == sure && later(v.Period, at) {
			at, unit, sure = v.Period, v.Unit, isSure
		}
	}
	return unit
}

// later reports whether p ends after q, or when q ends but is one period alone.
func later(p, q data.Period) bool { return !p.EndsBy(q) || q.EndsBy(p) && q.Merged() }
