package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"yunxing/data"
)

// parseUnit reads a unit that may stand anywhere: one that is known, or a ratio of
// a known one such as 元/吨.
func parseUnit(s string) (data.Unit, bool) {
	s = strings.TrimSpace(s)
	if u, ok := data.ParseUnit(s); ok {
		return u, true
	}
	if a, b, ok := strings.Cut(s, "/"); ok && isDivisor(b) {
		if u, ok := data.ParseUnit(a); ok && isLevel(u) {
			return printedUnit(s), true
		}
	}
	return data.Unit{}, false
}

// KnownUnit reports whether a text is a unit that may stand anywhere.
func KnownUnit(text string) bool {
	_, ok := parseUnit(strings.TrimSpace(text))
	return ok
}

// isDivisor reports whether a text may stand below the line of a unit: 吨, or Litre.
func isDivisor(s string) bool {
	n := utf8.RuneCountInString(s)
	return n > 0 && (hasHan(s) && n <= 6 || n <= 16 && strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '/' }) < 0)
}

// statedUnit reads a text that stands where a unit must: a unit that is not known
// keeps its printed symbol and converts to nothing.
func statedUnit(s string) (data.Unit, bool) {
	s = strings.Trim(s, "() ")
	if u, ok := parseUnit(s); ok {
		return u, true
	}
	if m := pattern().index.FindStringSubmatch(s); m != nil {
		return data.ParseUnit(m[1] + "=100")
	}
	if strings.EqualFold(s, "currency") || !hasLetter(s) || utf8.RuneCountInString(s) > 16 || strings.Contains(s, "%") {
		return data.Unit{}, false
	}
	return printedUnit(s), true
}

// printedUnit returns a unit that is known by its symbol only.
func printedUnit(s string) data.Unit {
	return data.Unit{Symbol: s, Dimension: data.Dimension("printed " + s), Factor: 1}
}

// isBase reports whether u is an index with its base, such as 上年同月=100.
func isBase(u data.Unit) bool {
	return u.Dimension == data.IndexBase && strings.Contains(u.Symbol, "=100")
}

// isLevel reports whether u is a unit that amounts are in.
func isLevel(u data.Unit) bool {
	switch u.Dimension {
	case data.PerCent, data.PerPoint, data.IndexBase, "places":
		return false
	}
	return u.Known()
}

// countable reports whether u counts things.
func countable(u data.Unit) bool {
	switch u.Dimension {
	case data.Pieces, "households", "persons":
		return true
	}
	return false
}

// reference returns what an index with a base compares with.
func reference(u data.Unit) data.Reference {
	switch {
	case strings.HasPrefix(u.Symbol, "上年"):
		return data.YearAgo
	case strings.HasPrefix(u.Symbol, "上"):
		return data.PreviousPeriod
	case isBase(u):
		return foreignReference(strings.ToLower(u.Symbol))
	}
	return data.NoReference
}

// foreignReference returns what an index compares with whose base is in English: the
// year before as in Prev Year=100 and Same Mth PY=100, the period before as in
// Prev Mth=100, else a year.
func foreignReference(base string) data.Reference {
	has := func(words ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(base, w) })
	}
	base = strings.NewReplacer(" ", "", ".", "", "-", "").Replace(base)
	switch {
	case has("prevyear", "previousyear", "precedingyear", "lastyear", "yearago", "sameperiod", "samemonth", "samemth", "py="):
		return data.YearAgo
	case has("prevmonth", "prevmth", "previousmonth", "precedingmonth", "lastmonth", "prevquarter", "prevqtr", "previousquarter", "prevperiod", "previousperiod", "pm=", "pq="):
		return data.PreviousPeriod
	}
	return data.BaseYear
}

// fits reports whether figures of a measure are printed in u.
func fits(m data.Measure, u data.Unit) bool {
	switch m {
	case data.Growth, data.Share:
		return u.Dimension == data.PerCent
	case data.Index:
		return u.Dimension == data.IndexBase
	case data.Points:
		return u.Dimension == data.PerPoint
	case data.Change:
		return u.Dimension == data.PerPoint
	case data.Rank:
		return u.Dimension == "places"
	case data.Count:
		return countable(u)
	case data.Level:
		return isLevel(u)
	}
	return false
}

// pick returns the unit of a measure among those near a figure and those stated for
// the whole table. Of several that fit in one place none is chosen, unless the name
// tells: a number of things is not in money.
func pick(m data.Measure, near, around []data.Unit, name string) (data.Unit, bool) {
	for _, u := range near {
		if fits(m, u) {
			return inChinese(u, near), true
		}
	}
	var fitting []data.Unit
	for _, u := range around {
		if fits(m, u) && !containsUnit(fitting, u) {
			fitting = append(fitting, inChinese(u, around))
		}
	}
	if len(fitting) == 1 {
		return fitting[0], !monetary(fitting[0]) || !counted(name)
	}
	count := strings.HasSuffix(name, "数") && !strings.HasSuffix(name, "指数")
	var kept []data.Unit
	for _, u := range fitting {
		if countable(u) == count {
			kept = append(kept, u)
		}
	}
	if len(kept) == 1 {
		return kept[0], true
	}
	return data.Unit{}, false
}

// counted reports whether a name is that of a number of things, which is in no money
// whatever is stated for the table: 项目数, 单位数(团).
func counted(name string) bool {
	name, _, _ = strings.Cut(name, "(")
	for _, of := range []string{"户", "人", "个", "件", "台", "项", "家", "项目", "企业", "单位", "机构", "次", "辆", "套", "专利", "产品", "网点", "店", "从业人员", "职工"} {
		if strings.HasSuffix(name, of+"数") || strings.HasSuffix(name, of+"数量") {
			return true
		}
	}
	return false
}

// monetary reports whether u is one of money.
func monetary(u data.Unit) bool { return strings.HasPrefix(string(u.Dimension), string(data.Money)) }

// containsUnit reports whether list holds u.
func containsUnit(list []data.Unit, u data.Unit) bool {
	for _, v := range list {
		if sameSize(u, v) {
			return true
		}
	}
	return false
}

// sameSize reports whether u and v are one unit, perhaps in two languages.
func sameSize(u, v data.Unit) bool {
	same := u.Dimension == v.Dimension || u.Dimension == data.Mass && v.Dimension == "mass-ton" || v.Dimension == data.Mass && u.Dimension == "mass-ton"
	return u == v || same && u.Factor == v.Factor && u.Dimension != data.IndexBase
}

// inChinese returns the Chinese twin of u in list, such as 亿元 of 100 million yuan,
// else u.
func inChinese(u data.Unit, list []data.Unit) data.Unit {
	if hasHan(u.Symbol) {
		return u
	}
	for _, v := range list {
		if sameSize(u, v) && hasHan(v.Symbol) {
			return v
		}
	}
	return u
}
