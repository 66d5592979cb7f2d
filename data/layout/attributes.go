package layout

import "strings"

// attributes finds the rows that describe the columns rather than hold figures, such
// as an identifier or the day of the last update. A multiplier other than 1 makes
// the figures so many times what their unit says; it is not applied but asked about.
func (r *tableReader) attributes() {
	r.scaled = map[int]bool{}
	for _, row := range r.rows {
		if len(row.side.places) == 0 {
			continue
		}
		key := attributeKey(row.side.places[0].text)
		if !isAttribute(key) {
			continue
		}
		row.figures = false
		for _, c := range r.table.Cols {
			f := readFigure(r.grid.At(row.row, c), r.table.look.comma)
			if isMultiplier(key) && (f.kind == unreadable || f.kind == number && f.value != 1) {
				r.scaled[c] = true
			}
		}
	}
}

// attributeKey returns the text of a cell as a key.
func attributeKey(text string) string {
	return strings.ToLower(strings.Trim(squeeze(halfWidth(text)), " :_"))
}

// isMultiplier reports whether a key announces factors of the figures below.
func isMultiplier(key string) bool {
	switch key {
	case "multiplier", "unit multiplier", "unit_mult", "scale", "scale factor", "乘数", "倍数":
		return true
	}
	return false
}

// isAttribute reports whether a key announces what describes columns.
func isAttribute(key string) bool {
	switch key {
	case "currency", "unique identifier", "idbank", "identifier", "series id", "series code", "mnemonic", "last updated", "last update", "release date", "next release", "important notes", "source dataset id", "preunit", "cdid", "dernière mise à jour", "time period", "指标编码", "指标代码", "指标id", "id", "数据库", "更新时间", "更新日期", "开始时间", "结束时间", "起始时间", "截止时间", "起始日期", "截止日期", "开始日期", "结束日期", "时间区间", "时间范围", "区间", "最新时间", "最新日期",
		"start", "end", "start date", "end date", "start period", "end period", "observation_start", "observation_end", "observation start", "observation end", "first obs. date", "last obs. date", "first observation", "last observation", "last update time", "sr code", "trade code", "dernière observation":
		return true
	}
	return isMultiplier(key)
}
