package layout

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"yunxing/data"
)

// dateForms are the expressions of labels that are a period only together with
// their neighbours, or that are kept as they are printed.
type dateForms struct {
	fiscal, week, short, coded, named, compact *regexp.Regexp
}

// dateForm returns the expressions. They are compiled once and never change.
//
//nolint:gochecknoglobals // a constant that Go cannot write as one
var dateForm = sync.OnceValue(func() dateForms {
	return dateForms{
		fiscal:  regexp.MustCompile(`^(?i:(FY|fiscal year|财年|财政年度) ?)?((?:19|20)\d{2}) ?[-/–] ?((?:19|20)?\d{2})(?:财年|财政年度)?$`),
		week:    regexp.MustCompile(`^((?:19|20)\d{2})(?:-?[Ww]|年?第)(\d{1,2})周?$`),
		short:   regexp.MustCompile(`^(?i:(?:as on|as at|as of|w\.?e\.?f\.?|from|on) ?)?(\d{1,2})([./-])(\d{1,2})[./-](\d{4}|\d{2})(?: ?\(.*\))?$`),
		coded:   regexp.MustCompile(`^(?i:indx|index|ind)[_ -]?(0[1-9]|1[0-2])((?:19|20)\d{2}|\d{2})$`),
		named:   regexp.MustCompile(`^([A-Za-z]{3,9})\.?[-/' ]+(\d{2})$`),
		compact: regexp.MustCompile(`^((?:19|20)\d{2})(0[1-9]|1[0-2])([0-3]\d)?$`),
	}
})

// A datable is what a label may mean in time that its neighbours must settle.
type datable struct {
	fiscal int    // the year in which the fiscal year begins that it may be
	stated bool   // it says that it is a fiscal year, or prints both years in full
	short  [3]int // numbers of a day in an order that is not known
	coded  [2]int // month and year of a label such as INDX042012 or Sep-13
	dots   bool   // the numbers of short are divided by full stops
}

// dates notes what l may mean in time beyond the periods that data.ParseLabel reads,
// and returns false if that is nothing.
func (l *label) dates() bool {
	f := dateForm()
	if m := f.week.FindStringSubmatch(l.text); m != nil && (strings.ContainsAny(l.text, "Ww") || strings.HasSuffix(l.text, "周")) {
		p, err := data.Week(atoi(m[1]), atoi(m[2]))
		l.kept = p
		return err == nil
	}
	if y, stated, ok := fiscalYear(l.text); ok {
		l.fiscal, l.stated = y, stated
		return true
	}
	if m := f.compact.FindStringSubmatch(l.text); m != nil && m[3] != "" {
		d, ok := parseDay(m[1] + "-" + m[2] + "-" + m[3])
		l.date = d
		return ok
	}
	if m := f.coded.FindStringSubmatch(l.text); m != nil {
		y := fullYear(m[2])
		l.coded = [2]int{atoi(m[1]), y}
		return y != 0
	}
	if m := f.named.FindStringSubmatch(l.text); m != nil {
		p, ok := data.ParseLabel(m[1] + " 2000")
		l.coded = [2]int{p.To, fullYear(m[2])}
		if !ok || l.coded[1] == 0 {
			l.coded = [2]int{}
		}
		return ok && l.coded[1] != 0
	}
	if m := f.short.FindStringSubmatch(l.text); m != nil {
		l.short, l.dots = [3]int{atoi(m[1]), atoi(m[3]), atoi(m[4])}, m[2] == "."
		return true
	}
	return false
}

// fiscalYear reads 2005-06, 2005/06, 1999-2000 and FY2005-06 as the fiscal year that
// they may be. Stated says that they can be nothing else than two years.
func fiscalYear(s string) (begins int, stated, ok bool) {
	m := dateForm().fiscal.FindStringSubmatch(s)
	if m == nil {
		return 0, false, false
	}
	y, n := atoi(m[2]), atoi(m[3])
	if len(m[3]) == 4 && n != y+1 || len(m[3]) == 2 && n != (y+1)%100 {
		return 0, false, false
	}
	return y, m[1] != "" || strings.HasSuffix(s, "财年") || strings.HasSuffix(s, "财政年度"), true
}

// atoi returns a number of digits that a pattern has matched.
func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// fullYear returns a year of four digits, or the one that two digits mean: from 1950
// to 1999, or from 2000 to 2029. Others may be of either century and return 0.
func fullYear(s string) int {
	y := atoi(s)
	switch {
	case len(s) == 4:
		return y
	case y >= 50:
		return 1900 + y
	case y < 30:
		return 2000 + y
	}
	return 0
}

// settleDays turns days into months where each stands for one: all are the first,
// the 15th or the last of their month, and most follow one another month by month.
// The first or last days of quarters or years, four or more in order, stand for
// those. Other days of which no two lie in one month may stand for months, quarters
// or years, and are a question; any others are days.
func settleDays(axis []*when) {
	var days []time.Time
	for _, w := range axis {
		if !w.date.IsZero() {
			days = append(days, w.date)
		}
	}
	if len(days) == 0 {
		return
	}
	same := sameDay(days)
	monthly, stepped := same && byMonth(days), steppedDays(days)
	for _, w := range axis {
		if w.date.IsZero() {
			continue
		}
		if w.has {
			w.doubt = PeriodConflict
			continue
		}
		switch {
		case monthly:
			w.label = data.Label{Year: w.date.Year(), Freq: data.Monthly, From: int(w.date.Month()), To: int(w.date.Month())}
			w.has = true
		case stepped != 0:
			*w = dated(when{date: w.date, text: w.text, doubt: PeriodAmbiguous}, stepped)
		case same || !withinMonth(days):
			w.doubt = PeriodAmbiguous
		default:
			w.kept, _ = data.Day(w.date.Year(), int(w.date.Month()), w.date.Day())
		}
	}
}

// sameDay reports whether all days are the first, the 15th or the last of a month.
func sameDay(days []time.Time) bool {
	first, middle, last := true, true, true
	for _, d := range days {
		first = first && d.Day() == 1
		middle = middle && d.Day() == 15
		last = last && d.AddDate(0, 0, 1).Day() == 1
	}
	return first || middle || last
}

// withinMonth reports whether two neighbours are different days of one month.
func withinMonth(days []time.Time) bool {
	for i := 1; i < len(days); i++ {
		a, b := days[i-1], days[i]
		if a.Year() == b.Year() && a.Month() == b.Month() && a.Day() != b.Day() {
			return true
		}
	}
	return false
}

// byMonth reports whether days step by single months somewhere, so that they are
// not the dates of quarters or years.
func byMonth(days []time.Time) bool {
	for i := 1; i < len(days); i++ {
		a, b := days[i-1].Year()*12+int(days[i-1].Month()), days[i].Year()*12+int(days[i].Month())
		if a-b == 1 || b-a == 1 {
			return true
		}
	}
	return false
}

// settleShort reads days such as 1.4.02 and 16.06.02, whose numbers may stand in
// three orders, where only one order makes days of all of them, or where only one
// puts them in the order of time. Else each of them is a question.
func settleShort(axis []*when) {
	var list []*when
	for _, w := range axis {
		if w.short != [3]int{} {
			list = append(list, w)
		}
	}
	if len(list) == 0 {
		return
	}
	var valid, ordered [][]time.Time
	for _, order := range [][3]int{{2, 1, 0}, {2, 0, 1}, {0, 1, 2}} {
		days, ok := inOrder(list, order)
		if !ok {
			continue
		}
		valid = append(valid, days)
		if len(days) > 2 && monotone(days) {
			ordered = append(ordered, days)
		}
	}
	if len(valid) != 1 {
		valid = ordered
	}
	for i, w := range list {
		if len(valid) != 1 {
			w.doubt = PeriodAmbiguous
			continue
		}
		w.date = valid[0][i]
	}
}

// inOrder returns the days of labels whose year, month and day stand at the given
// places, and false if one of them is no day.
func inOrder(list []*when, order [3]int) ([]time.Time, bool) {
	out := make([]time.Time, len(list))
	for i, w := range list {
		y := w.short[order[0]]
		if y < 100 {
			y = fullYear(strconv.Itoa(y + 100)[1:])
		}
		p, err := data.Day(y, w.short[order[1]], w.short[order[2]])
		if err != nil || w.short[order[1]] > 12 {
			return nil, false
		}
		out[i] = time.Date(p.Year(), time.Month(w.short[order[1]]), w.short[order[2]], 0, 0, 0, 0, time.UTC)
	}
	return out, true
}

// monotone reports whether days only go forwards or only go backwards.
func monotone(days []time.Time) bool {
	forwards := slices.IsSortedFunc(days, time.Time.Compare)
	backwards := slices.IsSortedFunc(days, func(a, b time.Time) int { return b.Compare(a) })
	return forwards != backwards
}

// settleFiscal reads labels such as 2005-06 as fiscal years where they say so, or
// where three or more follow one another year by year, which months cannot. Where
// every one of that form names a year and the next, but there are fewer, it may be
// June 2005 as well; where others of the form do not, all of them are months.
func settleFiscal(axis []*when) {
	var list []*when
	months, run := false, 1
	for _, w := range axis {
		if w.fiscal == 0 {
			months = months || w.has && w.label.Freq == data.Monthly
			continue
		}
		if n := len(list); n > 0 {
			if step := w.fiscal - list[n-1].fiscal; step == 1 || step == -1 {
				run++
			}
		}
		list = append(list, w)
	}
	proven := run >= 3 && run >= len(list)*2/3 && !months
	for _, w := range list {
		switch {
		case w.stated || proven:
			w.kept, _ = data.FiscalYear(w.fiscal)
			w.has, w.doubt = false, ""
		case !months || !w.has:
			w.doubt, w.has = PeriodAmbiguous, false
		}
	}
}

// settleCoded reads INDX042012, INDEX0482 and Sep-13 as months where the labels beside them
// are the months before or after.
func settleCoded(axis []*when) {
	for i, w := range axis {
		if w.coded == [2]int{} {
			continue
		}
		w.doubt = PeriodAmbiguous
		for _, j := range []int{i - 1, i + 1} {
			if j < 0 || j >= len(axis) || axis[j].coded == [2]int{} {
				continue
			}
			a, b := w.coded, axis[j].coded
			if step := a[1]*12 + a[0] - b[1]*12 - b[0]; step == 1 || step == -1 {
				w.label, w.has, w.doubt = data.Label{Year: a[1], Freq: data.Monthly, From: a[0], To: a[0]}, true, ""
			}
		}
	}
}
