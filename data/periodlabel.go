package data

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// A Label is a period as people print it: 2013年1-9月, 前三季度, 2013Q3, Sep 2013.
// It may leave the year to its surroundings, and it may say how much of the year
// the value covers.
type Label struct {
	Year      int // 0 if not printed
	Freq      Frequency
	From, To  int  // first and last period of the year that it covers
	Stated    bool // the span is printed, as in 1-9月, 累计, 当月 or 期末
	Span      Span // the span printed, or Current
	Ambiguous bool // may be read in another way: 2019.1 is January or October
}

// Period returns the period of l in a year, for use where l itself prints none.
// A range of months or quarters that starts the year is the period it ends with;
// the range January–February of single values is JanFeb.
func (l Label) Period(year int) (Period, error) {
	if l.Year != 0 {
		year = l.Year
	}
	if year == 0 {
		return Period{}, fmt.Errorf("data: a period without a year")
	}
	if l.Freq == Monthly && l.From == 1 && l.To == 2 && l.Span == Current {
		return JanFeb(year), nil
	}
	if l.Freq == Monthly && l.From > 1 && l.To-l.From == 2 && l.To%3 == 0 {
		return NewPeriod(Quarterly, year, l.To/3)
	}
	return NewPeriod(l.Freq, year, l.To)
}

// ParsePeriod reads a printed period with its year and returns it with its span;
// the span of a label that states none, such as 2013-09, is Current. It refuses
// what could be read in two ways.
func ParsePeriod(s string) (Period, Span, error) {
	l, ok := ParseLabel(s)
	switch {
	case !ok:
		return Period{}, 0, fmt.Errorf("data: %q is not a period such as 2013Q3, 2013-09 or 2013年前三季度", s)
	case l.Year == 0:
		return Period{}, 0, fmt.Errorf("data: the period %q has no year", s)
	case l.Ambiguous:
		return Period{}, 0, fmt.Errorf("data: the period %q may be January or October; write %d-01 or %d-10", s, l.Year, l.Year)
	}
	p, err := l.Period(0)
	return p, l.Span, err
}

// labelForm is one way to print a period. Its pattern is matched against the
// folded text; make builds the label from the submatches.
type labelForm struct {
	pattern *regexp.Regexp
	make    func(m []string) (Label, bool)
}

// ParseLabel reads a printed period in Chinese or English, and months in the other
// languages of foreignMonth, with or without its year. It returns false for text that is no period.
func ParseLabel(s string) (Label, bool) {
	if len(s) > 120 {
		return Label{}, false
	}
	t := foldPeriod(PlainPeriod(s))
	if t == "" || len(t) > 60 {
		return Label{}, false
	}
	t, span, stated := spanWords(t)
	for _, f := range labelForms() {
		m := f.pattern.FindStringSubmatch(t)
		if m == nil {
			continue
		}
		l, ok := f.make(m)
		if !ok || !l.valid() {
			return Label{}, false
		}
		if stated {
			l.Span, l.Stated = span, true
		}
		return l, true
	}
	return Label{}, false
}

// valid reports whether the numbers of l name a period.
func (l Label) valid() bool {
	return l.From >= 1 && l.From <= l.To && l.To <= int(l.Freq) && (l.Year == 0 || l.Year >= 1000 && l.Year <= 2999) &&
		(l.From == l.To || l.From == 1 || l.Freq == Monthly && l.To-l.From == 2 && l.To%3 == 0)
}

// foldPeriod returns s in half-width lower case without blanks at the ends, with
// one kind of dash.
func foldPeriod(s string) string {
	var b strings.Builder
	for _, r := range strings.TrimSpace(s) {
		switch {
		case r >= '！' && r <= '～':
			b.WriteRune(r - '！' + '!')
		case r == '　' || r == '\u00a0' || r == '\n' || r == '\r' || r == '\t':
			b.WriteByte(' ')
		case strings.ContainsRune("–—−‐‑‒―－~～至", r):
			b.WriteByte('-')
		default:
			b.WriteRune(r)
		}
	}
	out := strings.ToLower(strings.Join(strings.Fields(b.String()), " "))
	for strings.Contains(out, "--") {
		out = strings.ReplaceAll(out, "--", "-")
	}
	return out
}

// spanWords takes the words for a span off the end of t.
func spanWords(t string) (rest string, span Span, stated bool) {
	for _, w := range []struct {
		word string
		span Span
	}{
		{"累计", Cumulative},
		{"cumulative", Cumulative},
		{"ytd", Cumulative},
		{"止累计", Cumulative},
		{"当月", Current},
		{"当季", Current},
		{"当期", Current},
		{"单月", Current},
		{"单季", Current},
		{"期末", Point},
		{"末", Point},
		{"底", Point},
		{"end", Point},
	} {
		if r, ok := strings.CutSuffix(t, w.word); ok && r != "" {
			return strings.Trim(strings.TrimSuffix(r, "止"), " ()"), w.span, true
		}
		if r, ok := strings.CutSuffix(t, "("+w.word+")"); ok && r != "" {
			return strings.TrimSpace(r), w.span, true
		}
	}
	return t, Current, false
}

// labelForms returns the printed forms, the more particular first. They are
// compiled once, at the first use, and never change.
//
//nolint:gochecknoglobals // a constant that Go cannot write as one
var labelForms = sync.OnceValue(compileLabelForms)

func compileLabelForms() []labelForm {
	const year = `(?:(\d{4}) ?年? ?)?`
	form := func(p string, f func(m []string) (Label, bool)) labelForm {
		return labelForm{regexp.MustCompile(`^` + p + `$`), f}
	}
	return []labelForm{
		form(`(\d{4}) ?年?(?: ?全年| ?年度)?`, annual),
		form(`(?:全年|full year|年度|本年)`, func([]string) (Label, bool) { return whole(0) }),
		form(`full year ?(\d{4})`, annual),
		form(year+`(?:第 ?)?([一二三四1-4]) ?季度?`, quarter),
		form(year+`前 ?([二三四两2-4]) ?个?季度?`, quarters),
		form(year+`(?:第 ?)?([1一])-([2-4二三四]) ?季度?`, quarterRange),
		form(year+`上半年`, half),
		form(`(\d{4}) ?[-./:年]? ?[qt]([1-4])`, quarter),
		form(`([1-4]) ?q[ -/'’]?(\d{4})`, swapped(quarter)),
		form(`t([1-4])[-/ ](\d{4})`, swapped(quarter)),
		form(`(\d{4}),? ([1-4])(?:st|nd|rd|th) quarter`, quarter),
		form(`([1-4])(?:st|nd|rd|th) quarter,?(?: of)? (\d{4})`, swapped(quarter)),
		form(`q([1-4]) ?[-/,]? ?(\d{4})?`, swapped(quarter)),
		form(`(?:first half|h1) ?(?:of )?(\d{4})?`, half),
		form(`(\d{4}) ?h1`, half),
		form(`first (two|three|four) quarters ?(?:of )?(\d{4})?`, swapped(quarters)),
		form(`(first|second|third|fourth) quarter ?(?:of )?(\d{4})?`, swapped(quarter)),
		form(year+`(\d{1,2}) ?月?-(\d{1,2}) ?月份?`, monthRange),
		form(`(\d{4})[./](\d{1,2}) ?月?-(\d{1,2}) ?月份?`, monthRange),
		form(`(\d{4})年 ?(\d{1,2})-(\d{1,2})`, monthRange),
		form(`(\d{4})(0[1-9]|1[0-2])-(\d{4})?(0[1-9]|1[0-2])`, compactRange),
		form(year+`(\d{1,2}) ?月份?`, monthOf),
		form(year+`([一二三四五六七八九十]{1,2})月份?`, monthOf),
		form(`(\d{4})-(\d{1,2})/(\d{4})-(\d{1,2})`, isoRange),
		form(`(\d{4})[-/年](\d{1,2})(?:月)?`, monthOf),
		form(`(\d{4})[m:]-?(\d{1,2})`, monthOf),
		form(`(\d{4})\.(\d{1,2})`, dotted),
		form(`(\d{4})(0[1-9]|1[0-2])`, monthOf),
		form(`(\d{1,2})/(\d{4})`, swapped(monthOf)),
		form(`([a-z]{3,9})\.? ?- ?([a-z]{3,9})\.?[ ,-]*(\d{4})?`, englishRange),
		form(`([a-zà-ÿ]{3,10})\.?(?:[ ,/-]*| de )(\d{4})?`, swapped(monthOf)),
		form(`(\d{4})[ ,/-]*([a-zà-ÿ]{3,10})\.?`, monthOf),
	}
}

// swapped returns f for a form that prints the year last.
func swapped(f func([]string) (Label, bool)) func([]string) (Label, bool) {
	return func(m []string) (Label, bool) { return f([]string{m[0], m[2], m[1]}) }
}

func annual(m []string) (Label, bool) {
	l, ok := whole(number(m[1]))
	return l, ok && l.Year != 0
}

func whole(year int) (Label, bool) {
	return Label{Year: year, Freq: Annual, From: 1, To: 1}, true
}

func quarter(m []string) (Label, bool) {
	q := number(m[2])
	return Label{Year: number(m[1]), Freq: Quarterly, From: q, To: q}, true
}

func quarters(m []string) (Label, bool) {
	return Label{Year: number(m[1]), Freq: Quarterly, From: 1, To: number(m[2]), Stated: true, Span: Cumulative}, true
}

func quarterRange(m []string) (Label, bool) { return quarters([]string{m[0], m[1], m[3]}) }

func half(m []string) (Label, bool) { return quarters([]string{m[0], m[1], "2"}) }

func monthOf(m []string) (Label, bool) {
	n := number(m[2])
	if n == 0 && m[1] != "" {
		n = shortMonth(m[2])
	}
	return Label{Year: number(m[1]), Freq: Monthly, From: n, To: n}, true
}

func dotted(m []string) (Label, bool) {
	l, ok := monthOf(m)
	l.Ambiguous = len(m[2]) == 1 && l.To == 1
	return l, ok
}

func monthRange(m []string) (Label, bool) {
	l := Label{Year: number(m[1]), Freq: Monthly, From: number(m[2]), To: number(m[3])}
	if l.From == 1 {
		l.Stated, l.Span = true, Cumulative
	}
	return l, l.From < l.To
}

// isoRange reads 2013-01/2013-02, the merged single value, and 2013-01/2013-09,
// the cumulative one.
func isoRange(m []string) (Label, bool) {
	l, ok := monthRange([]string{m[0], m[1], m[2], m[4]})
	if l.To == 2 {
		l.Stated, l.Span = true, Current
	}
	return l, ok && m[1] == m[3]
}

// compactRange reads 201301-09 and 201301-201309.
func compactRange(m []string) (Label, bool) {
	l, ok := monthRange([]string{m[0], m[1], m[2], m[4]})
	return l, ok && (m[3] == "" || m[3] == m[1])
}

func englishRange(m []string) (Label, bool) {
	return monthRange([]string{m[0], m[3], m[1], m[2]})
}

// number reads a year, a count or the name of a month or quarter; 0 if s is none.
func number(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	for i, names := range [][]string{
		{"一", "january", "first"},
		{"二", "february", "two", "second", "两"},
		{"三", "march", "three", "third"},
		{"四", "april", "four", "fourth"},
		{"五", "may"},
		{"六", "june"},
		{"七", "july"},
		{"八", "august"},
		{"九", "september", "sept"},
		{"十", "october"},
		{"十一", "november"},
		{"十二", "december"},
	} {
		for _, n := range names {
			if s == n || len(s) == 3 && len(n) > 3 && s[0] < 0x80 && strings.HasPrefix(n, s) && isMonth(n) {
				return i + 1
			}
		}
	}
	return foreignMonth(s)
}

// isMonth reports whether n is the English name of a month, which may be cut to
// three letters, and not an ordinal.
func isMonth(n string) bool {
	switch n {
	case "first", "second", "third", "fourth", "three":
		return false
	}
	return true
}
