package report

import (
	"unicode"
	"unicode/utf8"

	"yunxing/data"
	"yunxing/ui/i18n"
)

// region returns the name of the selected region.
func (w writer) region() string { return w.p.RegionOf(w.d.Catalog(), w.d.Selection().Region) }

// period returns the selected period with its year as a sentence names it.
func (w writer) period() string { return w.cumulative(w.d.Selection().Period) }

// within returns the selected period without its year as a sentence names it.
func (w writer) within() string { return w.cumulativeWithin(w.d.Selection().Period) }

// titlePeriod returns the selected period with its year as a title names it.
func (w writer) titlePeriod() string { return w.titleOf(w.d.Selection().Period, data.Cumulative) }

// titleWithin returns the selected period without its year as a title names it.
func (w writer) titleWithin() string {
	return w.p.PeriodWithin(yearAsQuarter(w.d.Selection().Period), data.Cumulative)
}

// yearAsQuarter returns p, or the last quarter where p is a whole year: cumulative,
// its name is that of the year.
func yearAsQuarter(p data.Period) data.Period {
	if wholeYear(p) {
		return data.Quarter(p.Year(), 4)
	}
	return p
}

// titleOf returns a period with its year: a whole year is the year alone.
func (w writer) titleOf(p data.Period, s data.Span) string {
	if s == data.Cumulative && wholeYear(p) {
		return w.p.Year(p)
	}
	return w.p.Period(p, s)
}

// cumulative returns a cumulative period with its year as a sentence names it.
func (w writer) cumulative(p data.Period) string {
	name := w.titleOf(p, data.Cumulative)
	if articled(p) && !wholeYear(p) {
		return w.p.Text("say.the", "period", name)
	}
	return name
}

// cumulativeWithin returns a cumulative period without its year as a sentence
// names it.
func (w writer) cumulativeWithin(p data.Period) string {
	name := w.p.PeriodWithin(yearAsQuarter(p), data.Cumulative)
	if articled(p) || wholeYear(p) {
		return w.p.Text("say.the", "period", name)
	}
	return name
}

// articled reports whether the name of a cumulative period is a noun phrase, such
// as first half, that takes an article where the language has one.
func articled(p data.Period) bool { return p.Freq() == data.Quarterly && p.Number() > 1 }

// wholeYear reports whether a cumulative p is a whole year.
func wholeYear(p data.Period) bool {
	m, ok := p.In(data.Monthly)
	return ok && m.Number() == 12
}

// sameTime returns the words for the selected period in another year.
func (w writer) sameTime(year int) string {
	if wholeYear(w.d.Selection().Period) {
		return w.p.Year(data.Year(year))
	}
	return w.p.Text("say.same-period", "year", w.p.Year(data.Year(year)))
}

// item returns the name of an item as a sentence names it.
func (w writer) item(it data.Item) string { return inSentence(w.p, w.p.ItemShort(it)) }

// itemOf returns the name of the item with a code likewise.
func (w writer) itemOf(code string) string {
	return inSentence(w.p, w.p.ItemShortOf(w.d.Catalog(), code))
}

// indicator returns the name of an indicator as a sentence names it.
func (w writer) indicator(i data.Indicator) string { return inSentence(w.p, w.p.Indicator(i)) }

// inSentence returns a name with a small first letter where English writes one;
// names in capitals stay.
func inSentence(p i18n.Printer, name string) string {
	if p.Lang() != i18n.English {
		return name
	}
	first, n := utf8.DecodeRuneInString(name)
	second, _ := utf8.DecodeRuneInString(name[n:])
	if unicode.IsUpper(second) {
		return name
	}
	return string(unicode.ToLower(first)) + name[n:]
}

// indexShift returns what an index has done by a difference in index points:
// 提高0.9点.
func (w writer) indexShift(d data.Number) []Run {
	amount := Say(w.p, "say.index-points", Num("n", w.p.Size(d), d))
	switch v := rounded(d); {
	case !d.Known():
		return Say(w.p, "wording.change-unknown")
	case v > 0:
		return Say(w.p, "wording.shift-up", Phrase("d", amount))
	case v < 0:
		return Say(w.p, "wording.shift-down", Phrase("d", amount))
	}
	return Say(w.p, "wording.shift-same")
}
