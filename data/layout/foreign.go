package layout

import (
	"strconv"
	"strings"

	"yunxing/data"
)

// changeWords returns what the words of a unit or a title in another language than
// Chinese say about a change: Percentage change compared to same period in previous
// year, variação percentual mês/mês imediatamente anterior. A change that does not
// say over what says nothing here.
func changeWords(text string) reading {
	t := strings.ToLower(text)
	has := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(t, w) {
				return true
			}
		}
		return false
	}
	if !has("change", "growth", "variação", "variation", "variación", "evolution", "évolution", "veränderung") || !has("%", "percent", "per cent", "pourcent") && !has("growth") {
		return reading{}
	}
	year := has("previous year", "preceding year", "year ago", "year-ago", "year earlier", "same period", "same month", "year-on-year", "year on year", "year over year", "annual growth", "mesmo mês do ano anterior", "mesmo período do ano anterior", "glissement annuel", "mismo mes del año anterior", "vorjahr")
	last := has("previous period", "previous month", "previous quarter", "preceding month", "preceding quarter", "month-on-month", "month on month", "quarter-on-quarter", "mês/mês imediatamente anterior", "mês imediatamente anterior", "trimestre imediatamente anterior", "mois précédent", "mes anterior", "vormonat", "vorquartal")
	switch {
	case year && !last:
		return reading{measured: true, measure: data.Growth, ref: data.YearAgo}
	case last && !year:
		return reading{measured: true, measure: data.Growth, ref: data.PreviousPeriod}
	}
	return reading{}
}

// codedUnit returns the unit that a code in a column of units stands for, as the
// statistical office of the European Union uses them: PC_ for per cent of something,
// PCH_SM for a change in per cent on the same period of the year before, PCH_PRE on
// the period before, I15 for an index with 2015=100.
func codedUnit(s string) (data.Unit, reading, bool) {
	var r reading
	unit := ""
	switch {
	case s == "PC", strings.HasPrefix(s, "PC_"):
		unit, r = "%", reading{measured: true, measure: data.Share}
	case s == "PCH_SM", s == "PCH_SAME", s == "PCH_PRE":
		unit, r = "%", reading{measured: true, measure: data.Growth, ref: data.YearAgo}
		if s == "PCH_PRE" {
			r.ref = data.PreviousPeriod
		}
	case strings.HasPrefix(s, "PCH_"):
		unit = "%"
	case s == "PP", strings.HasPrefix(s, "PP_"):
		unit = "百分点"
	case len(s) == 3 && s[0] == 'I' && allDigits(s[1:]) && fullYear(s[1:]) != 0:
		unit = strconv.Itoa(fullYear(s[1:])) + "=100"
	case s == "MIO_EUR":
		unit = "mio EUR"
	}
	u, ok := data.ParseUnit(unit)
	return u, r, ok
}

// packed returns the names of the parts that the stub's cells in column c hold,
// divided by commas, where its heading is of the form unit,geo\time; else nil.
func (t *Table) packed(c int) []string {
	for _, row := range t.Head {
		h := strings.ToLower(strings.TrimSpace(t.Grid.At(row, c).Text))
		keys, _, ok := strings.Cut(h, `\`)
		if ok && strings.Contains(keys, ",") && !strings.ContainsAny(keys, " \t") {
			return strings.Split(keys, ",")
		}
	}
	return nil
}

// unpack returns the labels of the parts of a packed cell. Codes keep their parts'
// names, so that A of one part is not taken for A of another.
func (p *parser) unpack(keys []string, text string) []*label {
	parts := strings.Split(strings.TrimSpace(text), ",")
	if len(parts) != len(keys) {
		return []*label{p.parse(text)}
	}
	var out []*label
	for i, key := range keys {
		s := strings.TrimSpace(parts[i])
		switch key {
		case "unit":
			l := unitLabel(s)
			l.rest = s // two units of one kind are two series
			out = append(out, l)
		case "geo":
			out = append(out, &label{text: s, region: s})
		case "freq":
			out = append(out, &label{text: s})
		default:
			out = append(out, &label{text: s, rest: key + "=" + s})
		}
	}
	return out
}
