package layout

import "strings"

// breaksDown reports whether the rows of a section divide the indicator of a row
// above it: 分行业, 分经济类型, 按登记注册类型分.
func breaksDown(section *side) bool {
	if section == nil || len(section.places) == 0 || len(section.indicators) > 0 {
		return false
	}
	text := section.places[len(section.places)-1].text
	for _, by := range []string{"行业", "门类", "类型", "规模", "产业", "地区", "区域", "隶属", "领域", "性质", "控股", "注册"} {
		if strings.Contains(text, by) {
			return strings.HasPrefix(text, "分") || strings.HasPrefix(text, "按")
		}
	}
	return false
}

// isPart reports whether the labels of a row name a part of an indicator that a row
// above names: a part that is printed as one, or one in a section of parts.
func (row *stubRow) isPart() bool {
	s := row.side
	if breaksDown(row.section) {
		return (s.item != "" || s.region != "") && len(s.unknown) == 0
	}
	return row.subrow && s.item != "" && s.region == ""
}
