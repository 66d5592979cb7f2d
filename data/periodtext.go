package data

import "fmt"

// Chinese returns p as Chinese statistics print it: 2013年1—9月 for a cumulative
// September, 2013年前三季度 for a cumulative third quarter, 2013年9月末 for a
// point in time.
func (p Period) Chinese(s Span) string {
	y := p.Year()
	switch {
	case p.IsZero():
		return ""
	case !p.freq.divides():
		return p.String()
	case p.freq == Annual && s == Point:
		return fmt.Sprintf("%d年末", y)
	case p.freq == Annual:
		return fmt.Sprintf("%d年", y)
	}
	return fmt.Sprintf("%d年", y) + p.ChineseWithin(s)
}

// ChineseWithin returns p as it is printed where the year goes without saying:
// 1—9月, 前三季度, 三季度, 9月末.
func (p Period) ChineseWithin(s Span) string {
	n := p.Number()
	switch {
	case !p.freq.divides():
		return p.String()
	case p.freq == Annual:
		return "全年"
	case p.merged:
		return "1—2月"
	case p.freq == Quarterly && s == Cumulative:
		return []string{"一季度", "上半年", "前三季度", "全年"}[n-1]
	case p.freq == Quarterly && s == Point:
		return []string{"一季度", "二季度", "三季度", "四季度"}[n-1] + "末"
	case p.freq == Quarterly:
		return []string{"一季度", "二季度", "三季度", "四季度"}[n-1]
	case s == Cumulative && n > 1:
		return fmt.Sprintf("1—%d月", n)
	case s == Point:
		return fmt.Sprintf("%d月末", n)
	}
	return fmt.Sprintf("%d月", n)
}

// English returns p as English statistics print it: Jan–Sep 2013, first three
// quarters of 2013, end of September 2013.
func (p Period) English(s Span) string {
	switch {
	case p.IsZero():
		return ""
	case !p.freq.divides():
		return p.String()
	case p.freq == Annual && s == Point:
		return fmt.Sprintf("end of %d", p.Year())
	case p.freq == Annual:
		return fmt.Sprint(p.Year())
	case p.freq == Quarterly && s == Cumulative && p.Number() > 1:
		return fmt.Sprintf("%s of %d", p.EnglishWithin(s), p.Year())
	}
	return fmt.Sprintf("%s %d", p.EnglishWithin(s), p.Year())
}

// EnglishWithin returns p as it is printed where the year goes without saying.
func (p Period) EnglishWithin(s Span) string {
	n := p.Number()
	months := [...]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
	switch {
	case !p.freq.divides():
		return p.String()
	case p.freq == Annual:
		return "full year"
	case p.merged:
		return "Jan–Feb"
	case p.freq == Quarterly && s == Cumulative:
		return []string{"Q1", "first half", "first three quarters", "full year"}[n-1]
	case p.freq == Quarterly && s == Point:
		return fmt.Sprintf("end of Q%d", n)
	case p.freq == Quarterly:
		return fmt.Sprintf("Q%d", n)
	case s == Cumulative && n > 1:
		return "Jan–" + months[n-1]
	case s == Point:
		return "end of " + months[n-1]
	}
	return months[n-1]
}
