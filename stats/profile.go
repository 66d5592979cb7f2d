package stats

import (
	"math"

	"yunxing/data"
)

// A ProfileSource says where the shares of a year's months come from.
type ProfileSource uint8

// Sources, in the order in which a rates-only series takes them.
const (
	OwnLevels     ProfileSource = iota // its own levels of the base year
	RevenueLevels                      // revenue of the base year
	EqualMonths                        // the same for each month
	StatedShares                       // said by a person or a source
)

// String returns own, revenue, equal or stated.
func (s ProfileSource) String() string {
	switch s {
	case OwnLevels:
		return "own"
	case RevenueLevels:
		return "revenue"
	case StatedShares:
		return "stated"
	}
	return "equal"
}

// A Profile is the base-year completion share P of each part of a year: how much
// of the base year's total lies between January and a period,
//
//	P_k = C_k / C_12,   0 < P_k ≤ 1.
type Profile struct {
	Source ProfileSource
	Year   int         // the base year
	levels data.Series // cumulative levels of the base year; not with EqualMonths and StatedShares
	stated []float64   // cumulative shares of StatedShares, the last of them one
	shift  float64     // added to every P that is less than one, in fractions
	before int         // the year whose levels were carried on, 0 for none
}

// NewProfile returns the profile of a year from cumulative levels, and false if
// the series is not one of cumulative levels or does not know the whole year.
func NewProfile(source ProfileSource, levels data.Series, year int) (Profile, bool) {
	b := levels.Key.Basis
	whole := levels.At(data.Month(year, 12))
	if b.Measure != data.Level || b.Span != data.Cumulative || !whole.Known() || whole.Value <= 0 {
		return Profile{}, false
	}
	return Profile{Source: source, Year: year, levels: levels}, true
}

// EqualProfile returns the profile of a year in which all months weigh the same.
func EqualProfile(year int) Profile { return Profile{Source: EqualMonths, Year: year} }

// NewStatedProfile returns the profile of a year from stated weights of its
// quarters or months: four or twelve levels or shares in any unit, such as 22, 25,
// 25 and 28. A monthly profile may begin with the merged January–February and then
// has eleven. It is false for another number of weights or one that is not
// positive.
func NewStatedProfile(year int, weights []float64) (Profile, bool) {
	total := 0.0
	for _, w := range weights {
		if !(w > 0) || math.IsInf(w, 0) {
			return Profile{}, false
		}
		total += w
	}
	if n := len(weights); n != 4 && n != 11 && n != 12 {
		return Profile{}, false
	}
	shares, part := make([]float64, len(weights)), 0.0
	for i, w := range weights {
		part += w
		shares[i] = part / total
	}
	return Profile{Source: StatedShares, Year: year, stated: shares}, true
}

// Indicator returns the code of the indicator whose levels give the shares, and ""
// for equal months and stated shares.
func (p Profile) Indicator() string { return p.levels.Key.Indicator }

// Carried returns the profile of a year from the levels of the year before, carried on
// by published growths,
//
//	C_k = c_k·(1 + g_k/100),
//
// for a year in whose own levels the scope changes: these say how much was cut off,
// not how the year ran. It is false where the levels or the growths do not know both
// years whole. The shares are estimates.
func Carried(source ProfileSource, levels, growths data.Series, year int) (Profile, bool) {
	on := data.Series{Key: levels.Key, Unit: levels.Unit, Start: data.Month(year, 1), Points: make([]data.Number, 12)}
	for i := range on.Points {
		at := on.Start.Add(i)
		on.Points[i] = grown(levels.At(at.YearAgo()), growths.At(at))
	}
	p, ok := NewProfile(source, on, year)
	p.before = year - 1
	return p, ok
}

// grown returns a level a year on by a growth in per cent.
func grown(level, growth data.Number) data.Number {
	if !known(level, growth) {
		return data.NotKnown()
	}
	by := func(g float64) float64 { return 1 + g/100 }
	return data.From(level.Value*by(growth.Value), level.Lo*by(growth.Lo), level.Hi*by(growth.Hi), level.Digits, level, growth).By("C = c·(1 + g/100)", "c g")
}

// Before returns the year whose levels a profile was carried on from, 0 for none.
func (p Profile) Before() int { return p.before }

// Shifted returns p with every share below one moved by points percentage points,
// to show how an answer depends on the profile.
func (p Profile) Shifted(points float64) Profile {
	p.shift += points / 100
	return p
}

// At returns the share of the base year up to the end of the same period of that
// year, as a fraction. It is not known where the levels do not reach, and exact
// for equal months.
func (p Profile) At(at data.Period) data.Number {
	m, ok := at.In(data.Monthly)
	if !ok {
		return data.NotKnown()
	}
	n := m.Number()
	if n == 12 {
		return data.Number{Value: 1, Lo: 1, Hi: 1, Digits: 4, Status: data.Derived}
	}
	if p.Source == EqualMonths {
		v := p.moved(float64(n) / 12)
		return data.Number{Value: v, Lo: v, Hi: v, Digits: 4, Status: data.Estimated}
	}
	if p.Source == StatedShares {
		return p.statedAt(n)
	}
	share := Ratio(cumulativeAt(p.levels, data.Month(p.Year, n)), p.levels.At(data.Month(p.Year, 12)), 2)
	if !share.Known() {
		return data.NotKnown()
	}
	v := p.moved(share.Value / 100)
	out := data.From(v, v, v, 4, share).By("P = s/100", "s")
	if p.shift != 0 {
		out = out.By("P = s/100 + h", "h s", p.shift)
	}
	if p.Source == RevenueLevels || p.before > 0 {
		out.Status = max(out.Status, data.Estimated)
	}
	return out
}

// statedAt returns the stated share up to the end of a month, as an estimate.
func (p Profile) statedAt(month int) data.Number {
	i := month - 1
	switch len(p.stated) {
	case 4:
		if month%3 != 0 {
			return data.NotKnown()
		}
		i = month/3 - 1
	case 11:
		i = month - 2
	}
	if i < 0 {
		return data.NotKnown()
	}
	v := p.moved(p.stated[i])
	return data.Number{Value: v, Lo: v, Hi: v, Digits: 4, Status: data.Estimated}
}

// moved returns a share shifted, within (0, 1).
func (p Profile) moved(share float64) float64 {
	return math.Min(math.Max(share+p.shift, 0.001), 0.999)
}
