package chart

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/brief"
	"yunxing/ui/i18n"
)

// This file turns numbers into the clauses of headlines. A clause says no more
// than the sign of a number at its printed decimals allows.

// region returns the name of the selected region.
func (d *draft) region() string {
	return d.p.RegionOf(d.desk.Catalog(), d.desk.Selection().Region)
}

// at returns the selected period.
func (d *draft) at() data.Period { return d.desk.Selection().Period }

// period returns the selected period as it is printed for a cumulative value. In
// English a quarter is named by its months, which is shorter.
func (d *draft) period() string { return d.p.Period(d.inMonths(d.at()), data.Cumulative) }

// short returns a period within its year as it is printed for a cumulative value.
func (d *draft) short(at data.Period) string {
	return d.p.PeriodWithin(d.inMonths(at), data.Cumulative)
}

// inMonths returns the month that a quarter ends with where the language is
// English, and else the period itself.
func (d *draft) inMonths(at data.Period) data.Period {
	if month, ok := at.In(data.Monthly); ok && at.Freq() == data.Quarterly && d.p.Lang() == i18n.English {
		return month
	}
	return at
}

// inside returns a name of the catalogue as it stands inside a sentence: in
// English its first letter is small unless the word is an abbreviation.
func (d *draft) inside(name string) string {
	if d.p.Lang() != i18n.English || len(name) < 2 || name[1] < 'a' || name[1] > 'z' {
		return name
	}
	return strings.ToLower(name[:1]) + name[1:]
}

// capital returns a sentence with its first letter large.
func capital(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[n:]
}

// year prints a year: 2013年, 2013.
func (d *draft) year(y int) string { return d.p.Year(data.Year(y)) }

// years prints a range of years without the word: 2010—2013 or 2013.
func (d *draft) years(first, last int) string {
	if first >= last {
		return strconv.Itoa(last)
	}
	return d.p.Text("chart.years", "first", strconv.Itoa(first), "last", strconv.Itoa(last))
}

// rounded returns a number at its printed decimals.
func rounded(n data.Number) float64 { return data.HalfAway.Round(n.Value, int(n.Digits)) }

// size returns a number without its sign.
func size(n data.Number) data.Number {
	if n.Value < 0 {
		n.Value, n.Lo, n.Hi = -n.Value, -n.Hi, -n.Lo
	}
	return n
}

// grew says what a growth is: 增长9.6%, 下降0.7%, 与上年同期持平.
func (d *draft) grew(n data.Number) string {
	amount := d.p.Percent(size(n))
	switch v := rounded(n); {
	case !n.Known():
		return d.p.Text("wording.unknown")
	case v > 0:
		return d.p.Text("chart.grew", "g", amount)
	case v < 0:
		return d.p.Text("chart.fell", "g", amount)
	}
	return d.p.Text("wording.flat")
}

// change says what a growth is where it is one of many: as grew does in Chinese, in
// English with its sign, which is shorter: +9.6%.
func (d *draft) change(n data.Number) string {
	if d.p.Lang() == i18n.English {
		return d.p.Signed(n) + "%"
	}
	return d.grew(n)
}

// against says on which side of a peer a number lies, by their difference in
// percentage points: 低于上年同期0.4个百分点. It is empty where that is not known.
func (d *draft) against(difference data.Number, peer string) string {
	if !difference.Known() {
		return ""
	}
	amount := d.p.Points(size(difference))
	switch v := rounded(difference); {
	case v > 0:
		return d.p.Text("wording.above", "d", amount, "peer", peer)
	case v < 0:
		return d.p.Text("wording.below", "d", amount, "peer", peer)
	}
	return d.p.Text("wording.level-with", "peer", peer)
}

// join puts clauses behind each other, leaving out empty ones.
func (d *draft) join(clauses ...string) string {
	line := ""
	for _, c := range clauses {
		switch {
		case c == "":
		case line == "":
			line = c
		default:
			line += d.p.Text("list.clause") + c
		}
	}
	return line
}

// A standing is a name with its growth.
type standing struct {
	name string
	data.Number
}

// between says who is highest and who lowest of all, which are in order, or what all
// are where these are equal as printed.
func (d *draft) between(all []standing) string {
	first, last := all[0], all[len(all)-1]
	a, b := d.p.Percent(first.Number), d.p.Percent(last.Number)
	if a == b {
		return d.p.Text("chart.ranked.level", "g", a)
	}
	return d.p.Text("chart.ranked.ends", "first", d.level(all, first), "a", a, "last", d.level(all, last), "b", b)
}

// level names all that are level with one as printed.
func (d *draft) level(all []standing, one standing) string {
	var names []string
	for _, s := range all {
		if d.p.Percent(s.Number) == d.p.Percent(one.Number) {
			names = append(names, s.name)
		}
	}
	return d.p.Level(names...)
}

// extreme says that the number is the lowest or the highest of the same months
// since a year, where at least two earlier years in a row are known.
func (d *draft) extreme(now data.Number, earlier []brief.Earlier) string {
	low, high, n := true, true, 0
	for i, e := range earlier {
		if e.Year != d.at().Year()-1-i || !e.Then.Known() {
			break
		}
		low, high, n = low && rounded(now) < rounded(e.Then), high && rounded(now) > rounded(e.Then), n+1
	}
	if n < 2 {
		return ""
	}
	since := strconv.Itoa(earlier[n-1].Year)
	switch {
	case low:
		return d.p.Text("chart.lowest-since", "year", since)
	case high:
		return d.p.Text("chart.highest-since", "year", since)
	}
	return ""
}

// profile names what the shares of the base year were taken from.
func (d *draft) profile(p stats.Profile) string {
	carried := ""
	if p.Before() > 0 {
		carried = "-carried"
	}
	switch p.Source {
	case stats.OwnLevels:
		return d.p.Text("chart.profile.own"+carried, "year", d.year(p.Year), "before", d.year(p.Before()))
	case stats.RevenueLevels:
		return d.p.Text("chart.profile.revenue"+carried, "year", d.year(p.Year), "before", d.year(p.Before()))
	}
	return d.p.Text("chart.profile.equal")
}
