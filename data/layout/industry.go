package layout

import (
	"regexp"
	"slices"
	"sync"

	"yunxing/data"
)

// aboveSize matches labels that restrict industry to enterprises above a size.
//
//nolint:gochecknoglobals // a constant that Go cannot write as one
var aboveSize = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`规模|规上|(?i:designated|above.?scale)`)
})

// allIndustry lets a bare 工业增加值 be that of all industry where the table has levels
// of it beside 国内生产总值: it is of the national accounts. Elsewhere, and where there
// are growths alone, it is printed for industry above designated size, of which no
// level is published any more. What a person said of the indicator stands.
func (r *tableReader) allIndustry() {
	if slices.ContainsFunc(r.said, func(s statement) bool { return s.Part == IndicatorPart }) {
		return
	}
	accounts, level := false, false
	var bare []*data.Observation
	for i := range r.found {
		o := &r.found[i].obs
		accounts = accounts || o.Key.Indicator == "gdp"
		if o.Key.Indicator == "iva" && !aboveSize().MatchString(o.Printed) {
			bare = append(bare, o)
			level = level || o.Key.Basis.Measure == data.Level
		}
	}
	if !accounts || !level {
		return
	}
	for _, o := range bare {
		o.Key.Indicator = "iva_all"
	}
}
