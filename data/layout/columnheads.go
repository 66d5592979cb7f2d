package layout

import (
	"slices"
	"strings"
)

// isNumbering reports whether a heading is that of a column of row numbers or
// codes, which are no figures.
func isNumbering(s string) bool {
	t := strings.ToLower(strings.TrimSpace(s))
	if slices.Contains([]string{"序号", "行次", "编号", "no.", "code", "codes", "id"}, t) {
		return true
	}
	for _, end := range []string{"代码", "编码", " code", "_code", " codes"} {
		if strings.HasSuffix(t, end) {
			return true
		}
	}
	return false
}

// isPeriodHeading reports whether a heading announces periods below it.
func isPeriodHeading(s string) bool {
	return slices.Contains([]string{
		"时间", "年份", "年", "月份", "月", "季度", "季", "日期", "时期", "期间", "年度", "年月", "统计时间", "统计期", "统计日期", "统计月份", "统计年度", "报告期", "报告年份", "所属期", "数据日期", "数据时间", "指标时间",
		"period", "date", "time", "year", "month", "quarter", "time_period", "time period", "observation_date", "yearmonth", "ref_period", "période", "mois", "trimestre", "année", "período", "periodo", "mês", "ano", "mes", "año",
	}, strings.ToLower(s))
}

// isAside reports whether a heading is that of a column which says something about
// the figures beside it that is neither their name nor their unit.
func isAside(h string) bool {
	switch h {
	case "备注", "说明", "口径", "口径说明", "注", "来源", "数据来源", "note", "notes", "remark", "remarks", "source", "flag and footnotes",
		"obs_flag", "flag", "flags", "flag codes", "obs_status", "obs_conf", "conf_status", "decimals", "time_format", "powercode code", "powercode", "unit_mult", "base_per", "base_period", "base period", "reference year",
		"dataflow", "last update", "dataset", "structure", "structure_id", "structure_name", "action", "vector", "coordinate", "dguid", "terminated", "status", "symbol", "uom_id", "scalar_id", "scalar_factor",
		"unit multiplier", "multiplier", "scale", "reference period", "reference period code", "last updated", "乘数", "倍数":
		return true
	}
	return false
}

// scaleColumns notes the rows whose figures a column headed Scale or UNIT_MULT says
// are so many times what their unit is.
func (r *tableReader) scaleColumns() {
	r.scaledRows = map[int]bool{}
	for c := range r.grid.Cols() {
		if !isScale(attributeKey(r.table.headText(c))) {
			continue
		}
		for _, row := range r.table.Rows {
			switch attributeKey(r.grid.At(row, c).Display()) {
			case "", "1", "unit", "units", "ones", "一", "0":
			default:
				r.scaledRows[row] = true
			}
		}
	}
}

// isScale reports whether a column holds factors or powers of ten of the figures.
func isScale(key string) bool {
	return isMultiplier(key) || key == "powercode" || key == "powercode code" || key == "scalar_factor"
}
