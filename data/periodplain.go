package data

import (
	"regexp"
	"strings"
	"sync"
)

// plainForms are the expressions of years, quarters and months that are printed in
// other numerals than ASCII digits, or with a year of two digits.
type plainForms struct {
	hanYear, shortYear, roman, latin, firstMonth, hanRange, shortQuarter, firstMonths *regexp.Regexp
}

// plainForm returns the expressions. They are compiled once and never change.
//
//nolint:gochecknoglobals // a constant that Go cannot write as one
var plainForm = sync.OnceValue(func() plainForms {
	return plainForms{
		hanYear:      regexp.MustCompile(`(?:一九|二[〇零○OoＯ０0])[〇零○OoＯ０0一二三四五六七八九]{2}年`),
		shortYear:    regexp.MustCompile(`^['’]?([0-2]\d) ?年( ?(?:全年|上半年|下半年|末|底|前[二三四两2-4]|第?[一二三四1-4] ?季|\d{1,2} ?月|\d{1,2} ?月?[-—–－~～至]+ ?\d{1,2} ?月|[一二三四五六七八九十]{1,2}月))`),
		roman:        regexp.MustCompile(`([ⅠⅡⅢⅣ]) ?季度?|(\d{4} ?年? ?[-./]? ?)([ⅠⅡⅢⅣ])$`),
		latin:        regexp.MustCompile(`^(\d{4}) ?年? ?[-./]? ?(I{1,3}|IV)(?: ?季度?)?$`),
		firstMonth:   regexp.MustCompile(`(^|年 ?)元月`),
		hanRange:     regexp.MustCompile(`([一二三四五六七八九]|十[一二]?)[-—–－~～至]+([一二三四五六七八九]|十[一二]?)月`),
		firstMonths:  regexp.MustCompile(`(^|[^目以之先])[前头](\d{1,2}|十[一二]?|[一二两三四五六七八九])个?月份?`),
		shortQuarter: regexp.MustCompile(`^(?:(\d{2})[-' ]?[Qq]([1-4])|[Qq]([1-4])[-/' ](\d{2})|([1-4])[Qq][-/' ]?(\d{2}))$`),
	}
})

// PlainPeriod returns s with what it prints of time in ASCII digits and Chinese
// words: 二〇一三年 as 2013年, 13年9月 as 2013年9月, 2013-III as 2013年三季度, 3Q13 as
// 2013Q3, 元月 as 1月. Years of two digits are read from 2000 to 2029, and only
// before a part of the year.
func PlainPeriod(s string) string {
	if !strings.ContainsAny(s, "年月季ⅠⅡⅢⅣQqI") {
		return s
	}
	f := plainForm()
	if strings.ContainsAny(s, "一二三四五六七八九十") {
		s = f.hanYear.ReplaceAllStringFunc(s, hanDigits)
		s = f.hanRange.ReplaceAllStringFunc(s, hanMonths)
	}
	if strings.ContainsAny(s, "前头") && strings.Contains(s, "月") {
		s = f.firstMonths.ReplaceAllStringFunc(s, monthsSoFar)
	}
	if strings.Contains(s, "年") {
		s = f.shortYear.ReplaceAllString(s, "20${1}年${2}")
	}
	if strings.Contains(s, "元月") {
		s = f.firstMonth.ReplaceAllString(s, "${1}1月")
	}
	if strings.ContainsAny(s, "QqI") {
		if m := f.latin.FindStringSubmatch(strings.TrimSpace(s)); m != nil {
			return m[1] + "年" + hanQuarter(m[2]) + "季度"
		}
		if m := f.shortQuarter.FindStringSubmatch(strings.TrimSpace(s)); m != nil {
			return century(m[1]+m[4]+m[6]) + "Q" + m[2] + m[3] + m[5]
		}
	}
	if !strings.ContainsAny(s, "ⅠⅡⅢⅣ") {
		return s
	}
	return f.roman.ReplaceAllStringFunc(s, func(t string) string {
		m := f.roman.FindStringSubmatch(t)
		return m[2] + hanQuarter(m[1]+m[3]) + "季度"
	})
}

// hanMonths returns a range of months in Chinese numerals in digits.
func hanMonths(s string) string {
	m := plainForm().hanRange.FindStringSubmatch(s)
	return digitsOf(number(m[1])) + "-" + digitsOf(number(m[2])) + "月"
}

// monthsSoFar returns 前9个月 as 1-9月. A single month stays what it is.
func monthsSoFar(s string) string {
	m := plainForm().firstMonths.FindStringSubmatch(s)
	n := m[2]
	if n[0] < '0' || n[0] > '9' {
		n = digitsOf(number(n))
	}
	if n == "1" || n == "0" || len(n) == 2 && n > "12" {
		return s
	}
	return m[1] + "1-" + n + "月"
}

// digitsOf returns a number from 1 to 12 in digits.
func digitsOf(n int) string {
	const digits = "0123456789"
	if n < 10 {
		return digits[n : n+1]
	}
	return "1" + digits[n-10:n-9]
}

// hanDigits returns a year in Chinese digits as one in ASCII digits.
func hanDigits(s string) string {
	return strings.NewReplacer("〇", "0", "零", "0", "○", "0", "O", "0", "o", "0", "Ｏ", "0", "０", "0", "一", "1", "二", "2", "三", "3", "四", "4", "五", "5", "六", "6", "七", "7", "八", "8", "九", "9").Replace(s)
}

// hanQuarter returns the number of a quarter in Roman numerals in Chinese ones.
func hanQuarter(roman string) string {
	switch roman {
	case "Ⅰ", "I":
		return "一"
	case "Ⅱ", "II":
		return "二"
	case "Ⅲ", "III":
		return "三"
	}
	return "四"
}

// century returns the year that two digits mean beside a quarter: from 1950 to
// 1999, or from 2000 to 2049.
func century(yy string) string {
	if yy >= "50" {
		return "19" + yy
	}
	return "20" + yy
}
