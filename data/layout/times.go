package layout

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	"yunxing/data"
)

// timeForms are the expressions that find times inside of labels.
type timeForms struct {
	comparison, ranges, period, day, unread, flagged *regexp.Regexp
}

// timeForm returns the expressions. They are compiled once and never change.
//
//nolint:gochecknoglobals // a constant that Go cannot write as one
var timeForm = sync.OnceValue(func() timeForms {
	const (
		year   = `(?:19|20)\d{2}`
		within = `(?:第?[一二三四1-4]季度|前[二三两23]个?季度|上半年|\d{1,2}月?份?[-至]\d{1,2}月份?|\d{1,2}月份?|全年)`
	)
	return timeForms{
		comparison: regexp.MustCompile(`(占?)(?:[较比]((?:(` + year + `)年)(?:` + within + `|同期|同月)?(?:末|底)?|` + within + `)(?:之差|相比|的?差)?|[与同]((?:(` + year + `)年)(?:` + within + `|同期|同月)?(?:末|底)?|` + within + `)(?:之差|相比|的?差|比))`),
		ranges:     regexp.MustCompile(year + `年?` + within + `?[-至](?:` + year + `年?` + within + `?|\d{2}年)`),
		period:     regexp.MustCompile(year + `年` + within + `?(?:末|底)?|` + `第?[一二三四]季度末?|前[二三两23]个?季度|上半年|1月?[-至]\d{1,2}月份?|\d{1,2}月份?(?:末|底)?`),
		day:        regexp.MustCompile(year + `年\d{1,2}月\d{1,2}日`),
		unread:     regexp.MustCompile(`\d{1,2} ?月|[上中下]旬|下半年|[上下]半年?$|第[一二三四五六七八九十\d]+周|[一二三四1-4]季度?|十[一二三四]?五["”]?(?:时期|期间|规划)|` + year + `年|^\d{1,2}日`),
		flagged:    regexp.MustCompile(`^(` + year + `(?:-\d{2}|Q[1-4])?)年?\(?([pPrReEfF])\)?$`),
	}
})

// takeTimes takes the times out of s: comparisons, days, and the one period.
func (l *label) takeTimes(s string) string {
	s = l.takeComparison(s)
	if t := strings.Trim(s, " 数额末累计"); t == "上期" {
		l.vague = true // the period before, or the same one of the year before
	}
	s = timeForm().day.ReplaceAllStringFunc(s, func(string) string {
		l.vague = true
		return " "
	})
	return l.takePeriod(s)
}

// takeComparison removes 较2011年同期, 与2013年同期之差 and 较1-8月, which say what a
// difference compares with and not when it was. 占比 is no comparison.
func (l *label) takeComparison(s string) string {
	m := timeForm().comparison.FindStringSubmatch(s)
	if m == nil || m[1] != "" {
		return s
	}
	l.coverage = m[0]
	l.reading.changed = true
	if y := m[3] + m[5]; y != "" {
		l.reading.versus, _ = strconv.Atoi(y)
		l.reading.compared = true
	} else {
		l.reading.stepped = true
	}
	return strings.Replace(s, m[0], " ", 1)
}

// takePeriod removes the one period inside of s; of several it notes none. What is
// left of a time that it cannot read, such as 下半年 or a range of years, makes the
// label vague, so that no other period is taken for the one that was meant.
func (l *label) takePeriod(s string) string {
	cut := timeForm().ranges.ReplaceAllString(s, " ")
	l.vague = l.vague || cut != s
	s = cut
	found := timeForm().period.FindAllString(s, 3)
	switch {
	case len(found) > 1 && !l.hasPeriod:
		l.vague = true
		return timeForm().period.ReplaceAllString(s, " ")
	case len(found) == 0, len(found) > 1:
		l.vague = l.vague || timeForm().unread.MatchString(s)
		return s
	}
	p, ok := data.ParseLabel(found[0])
	if ok && l.hasPeriod {
		p, ok = combine(l.period, p)
	}
	if !ok {
		l.vague = true
		return s
	}
	l.period, l.hasPeriod = p, true
	s = strings.Replace(s, found[0], " ", 1)
	l.vague = l.vague || timeForm().unread.MatchString(strings.TrimSpace(s))
	if i := strings.Index(s, "同期"); i >= 0 && p.Freq == data.Annual {
		l.partial = true
		s = strings.Replace(s, "同期", " ", 1)
	}
	return s
}

// flaggedPeriod reads a period with a letter for its state: 2013p, 2014E. Those that
// are estimated or forecast are no outcomes.
func (l *label) flaggedPeriod() bool {
	m := timeForm().flagged.FindStringSubmatch(l.text)
	if m == nil {
		return false
	}
	p, ok := data.ParseLabel(m[1])
	if !ok || p.Ambiguous {
		return false
	}
	l.period, l.hasPeriod = p, true
	l.reading.forecast = strings.ContainsAny(m[2], "eEfF")
	return true
}

// isPartial reports whether a period says only the year of one that its neighbours
// say: 2013年累计 or 本年累计 beside 9月.
func isPartial(p data.Label) bool {
	return p.Freq == data.Annual && p.Stated && p.Span == data.Cumulative
}

// settlePartial gives 2012年同期 the part of the year of the label before it, else
// of the one after it, and 2013年累计 all months up to it.
func settlePartial(axis []*when) {
	for i, w := range axis {
		if !w.partial || w.label.Freq != data.Annual {
			continue
		}
		from, ok := partBeside(axis, i)
		if !ok {
			continue
		}
		year, cumulative := w.label.Year, w.label.Stated
		w.label = from
		if year != 0 {
			w.label.Year = year
		}
		if cumulative && from.Freq == data.Monthly {
			w.label.From, w.label.Stated, w.label.Span = 1, true, data.Cumulative
		}
	}
}

// partBeside returns the part of a year that the label nearest before the i-th says,
// else the one nearest after it.
func partBeside(axis []*when, i int) (data.Label, bool) {
	for j := i - 1; j >= 0; j-- {
		if axis[j].has && axis[j].label.Freq != data.Annual {
			return axis[j].label, true
		}
	}
	for j := i + 1; j < len(axis); j++ {
		if axis[j].has && axis[j].label.Freq != data.Annual {
			return axis[j].label, true
		}
	}
	return data.Label{}, false
}
