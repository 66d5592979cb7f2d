package forecast

import (
	"time"

	"yunxing/data"
)

// A Regressor is something that is known of every period, past and future, and may
// move a series: days of trade, a holiday that wanders.
type Regressor struct {
	Name string
	At   func(data.Period) float64 // without unit; about zero in the mean of each month
}

// calendarGroups returns the regressors of the calendar for monthly series, in
// groups that are taken or left together: days of trade, and the Spring Festival.
func calendarGroups() [][]Regressor {
	return [][]Regressor{
		{{"weekdays", weekdays}, {"leap-year", leapYear}},
		{
			{"before-festival", func(p data.Period) float64 { return festivalShare(p, -20, 20) }},
			{"festival", func(p data.Period) float64 { return festivalShare(p, 0, 7) }},
			{"after-festival", func(p data.Period) float64 { return festivalShare(p, 7, 20) }},
		},
	}
}

// weekdays returns the days from Monday to Friday of a month less 5/2 times its
// Saturdays and Sundays.
//
// Reference: W. R. Bell, S. C. Hillmer, "Modeling time series with calendar
// variation", 1983; in the form with one coefficient of the X-13ARIMA-SEATS manual.
func weekdays(p data.Period) float64 {
	v := 0.0
	first := time.Date(p.Year(), time.Month(p.Number()), 1, 0, 0, 0, 0, time.UTC)
	for d := first; d.Month() == first.Month(); d = d.AddDate(0, 0, 1) {
		if day := d.Weekday(); day == time.Saturday || day == time.Sunday {
			v -= 2.5
		} else {
			v++
		}
	}
	return v
}

// leapYear returns ¾ for a February of 29 days, −¼ for another, 0 for other months.
func leapYear(p data.Period) float64 {
	switch {
	case p.Number() != 2:
		return 0
	case time.Date(p.Year(), time.February, 29, 0, 0, 0, 0, time.UTC).Month() == time.February:
		return 0.75
	default:
		return -0.25
	}
}

// festivalShare returns the part of a window of days, which begins start days after
// the Spring Festival, that lies in the month, less the mean of that part over
// 1950–2100; 0 for years whose festival is not known here.
//
// Reference: I. Roberts, G. White, "Seasonal adjustment of Chinese economic
// statistics", Reserve Bank of Australia, 2015, section 3: windows of 20 days
// before, 7 days from and 20 days after the festival.
func festivalShare(p data.Period, start, days int) float64 {
	if p.Number() > 4 && p.Number() < 12 {
		return 0
	}
	if _, ok := springFestival(p.Year()); !ok {
		return 0
	}
	total, n := 0.0, 0.0
	for year := firstFestival; year <= lastFestival; year++ {
		total += shareInMonth(year, p.Number(), start, days)
		n++
	}
	return shareInMonth(p.Year(), p.Number(), start, days) - total/n
}

// shareInMonth returns the part of the window of a year that lies in a month of it.
func shareInMonth(year, month, start, days int) float64 {
	festival, _ := springFestival(year)
	k := 0
	for d := range days {
		day := festival.AddDate(0, 0, start+d)
		if day.Year() == year && int(day.Month()) == month {
			k++
		}
	}
	return float64(k) / float64(days)
}
