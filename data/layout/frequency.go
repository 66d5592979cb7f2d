package layout

import (
	"strings"
	"time"

	"yunxing/data"
)

// frequency returns what a cell of a row of frequencies says, 0 if nothing.
func frequency(s string) data.Frequency {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "季", "季度", "季频", "quarterly", "quarter", "q":
		return data.Quarterly
	case "年", "年度", "年频", "annual", "yearly", "year", "a":
		return data.Annual
	case "月", "月度", "月频", "monthly", "month", "m":
		return data.Monthly
	case "日", "日度", "日频", "daily", "d":
		return data.Daily
	}
	return 0
}

// dated returns w with a day that may stand for a month, a quarter or a year read
// as the one that the frequency of its series, stated beside it, makes it.
func dated(w when, f data.Frequency) when {
	if w.date.IsZero() || w.has || w.doubt != PeriodAmbiguous {
		return w
	}
	month := int(w.date.Month())
	switch f {
	case data.Monthly:
		w.label = data.Label{Year: w.date.Year(), Freq: f, From: month, To: month}
	case data.Quarterly:
		q := (month + 2) / 3
		w.label = data.Label{Year: w.date.Year(), Freq: f, From: q, To: q}
	case data.Annual:
		w.label = data.Label{Year: w.date.Year(), Freq: f, From: 1, To: 1}
	case data.Daily:
		w.kept, _ = data.Day(w.date.Year(), month, w.date.Day())
	default:
		return w
	}
	w.has, w.doubt = w.kept.IsZero(), ""
	return w
}

// inFrequency gives a period the frequency that is stated for its series. One that
// does not end with a period of that frequency is a doubt.
func (d *draft) inFrequency(p data.Period, f data.Frequency) data.Period {
	if f != data.Quarterly && f != data.Annual || p.Freq() == f {
		return p
	}
	q, ok := p.In(f)
	if !ok {
		d.doubt(PeriodConflict)
		return p
	}
	return q
}

// mostlyFrequencies reports whether most cells of column c name a frequency.
func (t *Table) mostlyFrequencies(c int) bool {
	found, all := 0, 0
	for _, r := range t.Rows {
		text := t.Grid.At(r, c).Text
		if strings.TrimSpace(text) == "" {
			continue
		}
		all++
		if frequency(text) != 0 {
			found++
		}
	}
	return found*2 > all
}

// steppedDays returns the frequency of periods of which days are all the first days
// or all the last ones, without a gap, in one direction: quarters or years, at least
// four of them. It returns 0 for other days.
func steppedDays(days []time.Time) data.Frequency {
	if len(days) < 4 || !sameDay(days) || days[0].Day() == 15 {
		return 0
	}
	step := monthOrdinal(days[1]) - monthOrdinal(days[0])
	for i := 1; i < len(days); i++ {
		if monthOrdinal(days[i])-monthOrdinal(days[i-1]) != step {
			return 0
		}
	}
	month := int(days[0].Month())
	if days[0].Day() == 1 {
		month-- // the last month of the period before
	}
	switch {
	case (step == 3 || step == -3) && month%3 == 0:
		return data.Quarterly
	case (step == 12 || step == -12) && month%12 == 0:
		return data.Annual
	}
	return 0
}

// monthOrdinal returns the number of the month of a day, counted from year 0.
func monthOrdinal(t time.Time) int { return t.Year()*12 + int(t.Month()) }

// stubFrequency returns the frequency of the periods that the heading of the stub
// announces: 季度, QTR, 月份.
func (t *Table) stubFrequency() data.Frequency {
	for _, c := range t.Stub {
		switch strings.ToLower(t.headText(c)) {
		case "季度", "quarter", "qtr":
			return data.Quarterly
		case "月份", "month":
			return data.Monthly
		case "年份", "年度", "year":
			return data.Annual
		}
	}
	return 0
}
