package layout

import (
	"regexp"
	"strings"
	"sync"
	"time"

	"yunxing/data"
)

// A label is the text of a heading, a stub or a title, taken apart.
type label struct {
	text      string // cleaned
	printed   string // without unit, period and region
	period    data.Label
	hasPeriod bool
	date      time.Time   // of a label that is a day
	kept      data.Period // of a label that is a week
	datable
	vague      bool // says something of time that is not understood
	partial    bool // says the year of a part of it that others say: 2012年同期
	reading    reading
	units      []data.Unit
	coverage   string
	freq       data.Frequency
	indicators []string
	region     string
	item       string
	known      bool   // item is in the catalogue
	rest       string // a name that the catalogue does not explain
}

// blank reports whether l says nothing at all.
func (l *label) blank() bool { return l.text == "" }

// timed reports whether l says a time.
func (l *label) timed() bool {
	return l.hasPeriod || !l.date.IsZero() || !l.kept.IsZero() || l.datable != (datable{})
}

// named reports whether l names an indicator, a region, an item or something
// unknown.
func (l *label) named() bool {
	return len(l.indicators) > 0 || l.region != "" || l.item != "" || l.rest != ""
}

// A parser takes labels apart, each text once.
type parser struct {
	names *names
	seen  map[string]*label
}

// newParser returns a parser with the names of a catalogue.
func newParser(cat *data.Catalog) *parser {
	return &parser{newNames(cat), map[string]*label{}}
}

// parse takes a text apart.
func (p *parser) parse(text string) *label {
	if l, ok := p.seen[text]; ok {
		return l
	}
	l := &label{text: cutTwin(clean(text))}
	p.seen[text] = l
	if len(l.text) > 400 {
		l.text = ""
		return l
	}
	if isThisYear(l.text) {
		return l // as far as the lines around it say
	}
	if period, ok := data.ParseLabel(twice(l.text)); ok {
		l.period, l.hasPeriod, l.partial = period, true, isPartial(period)
		l.fiscal, l.stated, _ = fiscalYear(l.text)
		return l
	}
	if l.flaggedPeriod() {
		return l
	}
	if l.dates() {
		return l
	}
	if d, ok := parseDay(l.text); ok {
		l.date = d
		return l
	}
	p.take(l)
	return l
}

// isThisYear reports whether a heading says no more than that its figures are not
// those of the year before.
func isThisYear(s string) bool {
	switch strings.Trim(s, " 数值实绩际") {
	case "本年", "本年度", "今年", "本期":
		return true
	}
	return false
}

// twice returns a period without its repetition in words, as in 2026:01 (JAN) and
// 1979M1: Jan-1979.
func twice(s string) string {
	if m := pattern().twice.FindStringSubmatch(s); m != nil {
		return m[1]
	}
	return s
}

// take finds what the text of l says, the particular before the general.
func (p *parser) take(l *label) {
	if r, ok := p.names.exact(data.Fold(l.text), l.text); ok && strings.Contains(l.text, "位次") {
		l.printed, l.reading.measure, l.reading.measured = l.text, data.Rank, true
		l.assign(r)
		return
	}
	l.reading = changeWords(l.text)
	s := pattern().hundred.ReplaceAllString(data.PlainPeriod(dashes(l.text)), "$1=100")
	s = l.takeBrackets(s)
	s = l.takeBases(s)
	s = l.takeTimes(s)
	s = strings.Trim(s, " :,;、_-·")
	l.printed = s
	if r, ok := p.names.exact(data.Fold(s), s); ok && s != "" {
		l.takeWords(s)
		l.assign(r)
		return
	}
	if rest, ok := strings.CutPrefix(s, "占"); ok && (strings.HasSuffix(rest, "比重") || strings.HasSuffix(rest, "比例")) {
		l.reading.measure, l.reading.measured = data.Share, true
		l.coverage = "占" + strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(rest, "比重"), "比例"), "的")
		l.printed = ""
		return
	}
	if a, b, ok := cutRatio(s); ok {
		if r, ok := p.names.exact(data.Fold(a+"占GDP比重"), s); ok && strings.HasSuffix(b, "生产总值") {
			l.reading.measure, l.reading.measured = data.Share, true
			l.assign(r)
			return
		}
		l.reading.measure, l.reading.measured = data.Share, true
		ra, rb := p.names.resolve(stripWords(a)), p.names.resolve(stripWords(b))
		if ra.rest != "" {
			ra = p.part(a, rb)
		}
		if len(ra.indicators) == 0 || len(rb.indicators) == 0 || ra.indicators[0] != rb.indicators[0] {
			l.coverage = "占" + strings.TrimSpace(b)
		}
		l.assign(ra)
		return
	}
	l.assign(p.names.resolve(l.takeWords(s)))
	if l.region != "" {
		l.printed = p.names.cutRegion(l.printed, l.region)
	}
}

// part resolves the part in 装备制造业增加值占规模以上工业增加值比重: an item of
// the whole's indicator.
func (p *parser) part(a string, whole resolved) resolved {
	item, ok := strings.CutSuffix(a, "增加值")
	if !ok || len(whole.indicators) == 0 {
		return resolved{rest: a}
	}
	item = strings.TrimPrefix(item, "规模以上")
	return resolved{indicators: whole.indicators[:1], item: item, known: p.names.isItem(data.Fold(item))}
}

// takeWords notes the words in s and returns s without them.
func (l *label) takeWords(s string) string {
	r, rest := readWords(s)
	l.reading = l.reading.with(r)
	l.reading.several = r.several
	if rest != s {
		rest = strings.TrimRight(rest, " :,;、_-·及和与") // 增加值增速及位次
	}
	return l.takeRelative(trimName(rest))
}

// takeRelative removes a time that s begins with and that is told from the one the
// table is about: 上年产量, 去年, 上月产量, 本年产量. Of a label with a year of its
// own it is not known whether that is the year before.
func (l *label) takeRelative(s string) string {
	for _, w := range []struct {
		text string
		reading
	}{
		{"本年度", reading{}},
		{"本年", reading{}},
		{"今年", reading{}},
		{"上年度", reading{lag: 1}},
		{"上年", reading{lag: 1}},
		{"去年", reading{lag: 1}},
		{"上月", reading{back: data.Monthly}},
		{"上季度", reading{back: data.Quarterly}},
		{"上季", reading{back: data.Quarterly}},
	} {
		rest, ok := strings.CutPrefix(s, w.text)
		if !ok || strings.HasPrefix(rest, "结转") || strings.HasPrefix(rest, "以来") {
			continue
		}
		l.reading = l.reading.with(w.reading)
		s = strings.Trim(rest, " :_-")
		break
	}
	if l.reading.lag != 0 && l.hasPeriod && l.period.Year != 0 {
		l.vague = true
	}
	return s
}

// trimName returns s without signs at its ends, but for a bracket that closes one
// inside.
func trimName(s string) string {
	t := strings.Trim(s, " :,;、_-·()")
	if strings.Count(t, "(") == strings.Count(t, ")")+1 && strings.Contains(s, t+")") {
		return t + ")"
	}
	return t
}

// stripWords returns s without the words of a reading.
func stripWords(s string) string {
	_, rest := readWords(s)
	return rest
}

// assign notes what a name turned out to be.
func (l *label) assign(r resolved) {
	l.indicators, l.region, l.item, l.known = r.indicators, r.region, r.item, r.known
	l.rest = strings.TrimSpace(r.rest)
	if l.rest != "" && !hasLetter(l.rest) {
		l.rest = ""
	}
}

// cutRegion returns a printed name without the region that it begins with.
func (n *names) cutRegion(s, code string) string {
	r := []rune(s)
	for i := min(len(r)-1, 12); i >= 2; i-- {
		if reg, ok := n.cat.FindRegion(string(r[:i])); ok && reg.Code == code {
			return strings.TrimLeft(string(r[i:]), " :_-")
		}
	}
	return s
}

// dashes returns s with one kind of dash between digits.
func dashes(s string) string {
	return strings.NewReplacer("—", "-", "–", "-", "－", "-", "~", "-", "～", "-", "―", "-", "−", "-").Replace(s)
}

// patterns are the expressions that find the parts of a label.
type patterns struct {
	bracket, base, hundred, twice, index, day *regexp.Regexp
}

// pattern returns the expressions. They are compiled once and never change.
//
//nolint:gochecknoglobals // a constant that Go cannot write as one
var pattern = sync.OnceValue(func() patterns {
	const year = `(?:19|20)\d{2}`
	return patterns{
		bracket: regexp.MustCompile(`\(([^()]*)\)`),
		base:    regexp.MustCompile(`(?:上年同期|上年同月|上年同季|上年|上月|上季度?|` + year + `年|` + year + `)=100`),
		index:   regexp.MustCompile(`(?i)^index[^0-9]*(` + year + `) ?[_=] ?100$`),
		hundred: regexp.MustCompile(`以?(上年同期|上年同月|上年同季|上年|上月|` + year + `年)(?:价格)?为100`),
		twice:   regexp.MustCompile(`^(\d{4}[M:]\d{1,2}|\d{4}(?:[MQ]\d{1,2})?)(?:: ?[A-Z][a-z]{2}-\d{4}| ?\([A-Z]{3}\)| ?[\[(](?:YR)?\d{4}(?:[MQ]\d{1,2})?[\])])$`),
		day:     regexp.MustCompile(`^(\d{4})([-/.])(\d{1,2})[-/.](\d{1,2})(?:[ T]00:00(?::00)?(?:\.0+)?)?$`),
	}
})

// parseDay reads a calendar day such as 2012/6/15.
func parseDay(s string) (time.Time, bool) {
	if strings.HasSuffix(s, "日") {
		s = strings.NewReplacer("年", "-", "月", "-", "日", "").Replace(s)
	}
	m := pattern().day.FindStringSubmatch(s)
	if m == nil {
		return time.Time{}, false
	}
	t, err := time.Parse("2006-1-2", m[1]+"-"+m[3]+"-"+m[4])
	return t, err == nil
}

// takeBrackets removes the brackets of s that hold a unit, a period, words or a
// coverage, and keeps those that belong to a name.
func (l *label) takeBrackets(s string) string {
	return pattern().bracket.ReplaceAllStringFunc(s, func(group string) string {
		inner := strings.TrimSpace(group[1 : len(group)-1])
		inner = strings.NewReplacer("y/y", "yoy", "Y/Y", "yoy", "m/m", "mom", "M/M", "mom", "q/q", "qoq", "Q/Q", "qoq").Replace(inner)
		if inner == "" || isOtherRegions(inner) {
			return ""
		}
		if ranked := max(strings.Index(s, "位次"), strings.Index(s, "排名")); ranked >= 0 && ranked < strings.Index(s, group) {
			if _, ok := parseUnit(inner); !ok {
				l.coverage = inner
				return ""
			}
		}
		if u, ok := parseUnit(inner); ok {
			l.units = append(l.units, u)
			l.reading = l.reading.with(changeWords(inner))
			if strings.HasPrefix(strings.ToLower(inner), "% of ") {
				l.reading = l.reading.with(reading{measured: true, measure: data.Share})
			}
			return " "
		}
		parts := strings.FieldsFunc(inner, func(r rune) bool { return strings.ContainsRune(",，;、/", r) })
		for _, part := range parts {
			if !l.takePart(strings.TrimSpace(part)) {
				return group
			}
		}
		return " "
	})
}

// isOtherRegions reports whether s is what titles add to 各省: (区、市).
func isOtherRegions(s string) bool {
	switch strings.NewReplacer("、", "", ",", "", "/", "").Replace(s) {
	case "区市", "市区", "自治区直辖市", "市自治区":
		return true
	}
	return false
}

// takePart notes what stands in brackets, and returns false if it belongs to the
// name.
func (l *label) takePart(s string) bool {
	if u, ok := parseUnit(s); ok {
		l.units = append(l.units, u)
		if strings.HasPrefix(strings.ToLower(s), "% of ") {
			l.reading = l.reading.with(reading{measured: true, measure: data.Share})
		}
		return true
	}
	if p, ok := data.ParseLabel(s); ok {
		l.period, l.hasPeriod = p, true
		return true
	}
	if timeForm().ranges.MatchString(s) {
		l.vague = true
		return true
	}
	for _, w := range []string{"修订", "普查", "新口径", "旧口径", "可比口径"} {
		if strings.Contains(s, w) {
			l.coverage = s
			return true
		}
	}
	r, rest := readWords(s)
	if strings.Trim(rest, " :%") == "" && r != (reading{}) {
		l.reading = l.reading.with(r)
		if strings.Contains(s, "%") {
			u, _ := parseUnit("%")
			l.units = append(l.units, u)
		}
		return true
	}
	return false
}

// takeBases removes a base of comparison such as 上年同月=100 and a per cent sign
// at the end.
func (l *label) takeBases(s string) string {
	if m := pattern().base.FindString(s); m != "" {
		if u, ok := parseUnit(m); ok {
			l.units = append(l.units, u)
			s = strings.Replace(s, m, " ", 1)
		}
	}
	if rest, ok := strings.CutSuffix(s, "%"); ok && rest != "" && len(l.units) == 0 && !strings.HasSuffix(rest, "±") && !strings.HasSuffix(rest, "+-") {
		if u, ok := parseUnit("%"); ok {
			l.units = append(l.units, u)
		}
		return rest
	}
	for _, end := range []string{"±百分点", "+-百分点", "±个百分点"} {
		if rest, ok := strings.CutSuffix(s, end); ok && len(l.units) == 0 {
			u, _ := parseUnit("百分点")
			l.units, l.reading.changed = append(l.units, u), true
			return rest
		}
	}
	if strings.HasSuffix(s, "±%") || strings.HasSuffix(s, "+-%") {
		if u, ok := parseUnit("%"); ok {
			l.units = append(l.units, u)
		}
	}
	return s
}

// cutRatio divides A占B的比重 into A and B.
func cutRatio(s string) (a, b string, ok bool) {
	for _, end := range []string{"的比重", "比重", "的比例", "比例", "的份额", "份额"} {
		rest, found := strings.CutSuffix(s, end)
		if !found {
			continue
		}
		a, b, ok = strings.Cut(rest, "占")
		return strings.Trim(a, " :_"), strings.Trim(b, " :_"), ok && a != "" && b != ""
	}
	return "", "", false
}
