package data

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Day returns the period of one day, and an error if the calendar has no such day.
// Its ord is the number of days since the first of January of year 1.
func Day(year, month, day int) (Period, error) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if year < 1 || year > 9999 || t.Year() != year || int(t.Month()) != month || t.Day() != day {
		return Period{}, fmt.Errorf("data: no day %d-%d-%d", year, month, day)
	}
	return Period{freq: Daily, ord: daysSince(t)}, nil
}

// Week returns an ISO week of a year, which begins on a Monday, and an error if the
// year has no such week. Its ord is the number of whole weeks since the first
// Monday of year 1.
func Week(year, n int) (Period, error) {
	// The fourth of January always lies in the first week.
	t := time.Date(year, time.January, 4, 0, 0, 0, 0, time.UTC)
	monday := t.AddDate(0, 0, -(int(t.Weekday())+6)%7+7*(n-1))
	if y, w := monday.ISOWeek(); year < 2 || year > 9998 || y != year || w != n {
		return Period{}, fmt.Errorf("data: no week %d in %d", n, year)
	}
	return Period{freq: Weekly, ord: daysSince(monday) / 7}, nil
}

// FiscalYear returns the fiscal year that begins in a calendar year and ends in
// the next, such as 2005/06. On which day it begins is not known to it.
func FiscalYear(begins int) (Period, error) {
	if begins < 1 || begins > 9998 {
		return Period{}, fmt.Errorf("data: no fiscal year %d", begins)
	}
	return Period{freq: Fiscal, ord: int32(begins)}, nil
}

// daysSince returns the days from the first of January of year 1, a Monday, to t.
func daysSince(t time.Time) int32 {
	return int32((t.Unix() - firstDay().Unix()) / 86400)
}

// firstDay returns the first of January of year 1.
func firstDay() time.Time { return time.Date(1, time.January, 1, 0, 0, 0, 0, time.UTC) }

// day returns the first day of p, a day or a week.
func (p Period) day() time.Time {
	n := int(p.ord)
	if p.freq == Weekly {
		n *= 7
	}
	return firstDay().AddDate(0, 0, n)
}

// lastDay returns the last day of p; of a fiscal year the last day that it may
// have, so that it never counts as over too early.
func (p Period) lastDay() time.Time {
	switch p.freq {
	case Daily:
		return p.day()
	case Weekly:
		return p.day().AddDate(0, 0, 6)
	case Fiscal:
		return time.Date(int(p.ord)+1, time.December, 31, 0, 0, 0, 0, time.UTC)
	}
	return time.Date(p.Year(), time.Month(p.endMonth())+1, 0, 0, 0, 0, 0, time.UTC)
}

// keptYear returns the year of a day, the ISO year of a week, or the year in which
// a fiscal year begins.
func (p Period) keptYear() int {
	switch p.freq {
	case Daily:
		return p.day().Year()
	case Weekly:
		y, _ := p.day().ISOWeek()
		return y
	case Fiscal:
		return int(p.ord)
	}
	return 0
}

// keptNumber returns the day of the year, the ISO week, or 1 for a fiscal year.
func (p Period) keptNumber() int {
	switch p.freq {
	case Daily:
		return p.day().YearDay()
	case Weekly:
		_, w := p.day().ISOWeek()
		return w
	case Fiscal:
		return 1
	}
	return 0
}

// keptString returns p as it is kept.
func (p Period) keptString() string {
	switch p.freq {
	case Daily:
		return p.day().Format(time.DateOnly)
	case Weekly:
		return fmt.Sprintf("%04d-W%02d", p.Year(), p.Number())
	case Fiscal:
		return fmt.Sprintf("%04d/%02d", p.ord, (p.ord+1)%100)
	}
	return "none"
}

// keptAgain makes p anew from what it prints.
func (p Period) keptAgain() (Period, error) {
	switch p.freq {
	case Daily:
		t := p.day()
		return Day(t.Year(), int(t.Month()), t.Day())
	case Weekly:
		return Week(p.Year(), p.Number())
	case Fiscal:
		return FiscalYear(int(p.ord))
	}
	return Period{}, fmt.Errorf("data: no frequency %d", p.freq)
}

// ParseDay reads a printed day: 2012-06-15, 2012/6/15, 2012.6.15, 2012年6月15日 or
// 20120615. It returns false for text that is none.
func ParseDay(s string) (Period, bool) {
	t := strings.TrimSuffix(foldPeriod(s), "日")
	t = strings.NewReplacer("年", "-", "月", "-", "/", "-", ".", "-", " ", "").Replace(t)
	if len(t) == 8 && !strings.Contains(t, "-") {
		t = t[:4] + "-" + t[4:6] + "-" + t[6:]
	}
	parts := strings.Split(t, "-")
	if len(parts) != 3 || len(parts[0]) != 4 {
		return Period{}, false
	}
	var n [3]int
	for i, part := range parts {
		var err error
		if n[i], err = strconv.Atoi(part); err != nil || len(part) == 0 || len(part) > 4 {
			return Period{}, false
		}
	}
	p, err := Day(n[0], n[1], n[2])
	return p, err == nil
}
