package layout

import (
	"regexp"
	"strings"
	"sync"
)

// titleForms match the numbers that titles begin with.
type titleForms struct {
	table, section *regexp.Regexp
}

// titleForm returns the expressions. They are compiled once and never change.
//
//nolint:gochecknoglobals // a constant that Go cannot write as one
var titleForm = sync.OnceValue(func() titleForms {
	return titleForms{
		table:   regexp.MustCompile(`^(?:附表|续表|表|图)(?:\d{1,2}(?:[-.—]\d{1,2}){0,3}|[一二三四五六七八九十]{1,3})(?:\(?续表?\d?\)?)?[ :、.]*`),
		section: regexp.MustCompile(`^\d{1,2}(?:-\d{1,2}){1,2}(?:续表?\d?)?[ :、.]*([^\d月季日年岁\-].*|(?:19|20)\d{2}年.*)$`),
	}
})

// cutTableNumber takes 表1, 表3-2, 附表二 off the start of a text.
func cutTableNumber(s string) string {
	m := titleForm().table.FindStringIndex(s)
	if m == nil || m[1] == len(s) || startsWithDigit(s[m[1]:]) && !strings.HasSuffix(s[:m[1]], " ") {
		return s
	}
	return s[m[1]:]
}

// cutSectionNumber takes the number of a table of a yearbook, such as 13-5, off the
// start of a title.
func cutSectionNumber(s string) string {
	if m := titleForm().section.FindStringSubmatch(s); m != nil {
		return m[1]
	}
	return s
}

// database returns what the name of a database of the statistics office says of the
// region: those of the whole nation have no region in their names, unlike 分省月度数据.
// A nil label means that it says nothing.
func (e *engine) database(text, name string) *label {
	switch strings.TrimSpace(name) {
	case "月度数据", "季度数据", "年度数据", "全国月度数据", "全国季度数据", "全国年度数据":
		if r, ok := e.cat.FindRegion("全国"); ok {
			return &label{text: text, region: r.Code}
		}
	}
	return nil
}
