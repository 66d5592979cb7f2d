package i18n

import "yunxing/data"

// Period returns a period as the statistics of the language print it for a span:
// 2013年1—9月 or Jan–Sep 2013 for a cumulative September, 2013年前三季度 or first
// three quarters of 2013 for a cumulative third quarter.
func (p Printer) Period(t data.Period, s data.Span) string {
	if p.lang == Chinese {
		return t.Chinese(s)
	}
	return t.English(s)
}

// PeriodWithin returns a period as it is printed where the year goes without
// saying: 前三季度, first three quarters.
func (p Printer) PeriodWithin(t data.Period, s data.Span) string {
	if p.lang == Chinese {
		return t.ChineseWithin(s)
	}
	return t.EnglishWithin(s)
}

// Year returns the year of t: 2013年, 2013.
func (p Printer) Year(t data.Period) string { return p.Period(data.Year(t.Year()), data.Current) }
