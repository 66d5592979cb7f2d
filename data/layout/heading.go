package layout

import (
	"strings"
	"unicode/utf8"

	"yunxing/data"
)

// labelAt returns the label that stands in a cell.
func (p *parser) labelAt(g *data.Grid, row, col int) *label {
	c := g.At(row, col)
	switch c.Kind {
	case data.DateCell:
		return &label{text: c.Display(), date: c.Time()}
	case data.NumberCell:
		return p.parse(wholeYear(c.Display(), true))
	case data.TextCell:
		return p.parse(wholeYear(c.Text, false))
	}
	return p.parse("")
}

// wholeYear returns a number without a fraction of noughts: the year 2023.0. A text is
// one only where it can be a year.
func wholeYear(text string, number bool) string {
	whole, frac, ok := strings.Cut(strings.TrimSpace(halfWidth(text)), ".")
	if !ok || frac == "" || strings.Trim(frac, "0") != "" || !number && (len(whole) != 4 || !yearLike(whole)) {
		return text
	}
	return whole
}

// A role is what a row of a heading or a column of a stub holds, as far as its own
// heading says.
type role uint8

const (
	anyRole role = iota
	periodRole
	regionRole
	itemRole
	indicatorRole
	unitRole
	freqRole
	skipRole
	valueRole
)

// roleOf returns what a heading such as 地区 announces.
func roleOf(heading string) role {
	h := strings.ToLower(strings.Trim(squeeze(halfWidth(heading)), " :"))
	switch h {
	case "旗县区", "旗县", "旗县市区", "县区", "区县", "县市区", "县(市、区)", "县(市,区)", "市县", "县市", "市州", "市(州)", "州市", "地市", "设区市", "地级市", "地区(市)", "省(区、市)", "省(区,市)",
		"地区", "省份", "省市", "省市区", "省区市", "地区名称", "城市", "盟市", "国家", "国家和地区", "国家(地区)", "国家名称", "国别", "区域", "country name", "country or area", "ref_area", "reference area", "location", "economy", "economy name", "territory", "state", "area", "region", "province", "city", "country", "geo", "reporting_country":
		return regionRole
	case "行业", "产品", "产品名称", "行业名称", "类别", "分类", "分组", "品种", "企业类型", "登记注册类型", "项目", "名称", "项目名称", "industry", "product", "item", "branch", "nace_r2", "indic_bt":
		return itemRole
	case "指标", "指标名称", "变量", "indicator", "series", "variable", "name":
		return indicatorRole
	case "单位", "计量单位", "单位名称", "unit", "units", "uom", "unit of measure", "unit_measure":
		return unitRole
	case "频度", "频率", "frequency", "freq":
		return freqRole
	case "数值", "值", "value", "obs_value", "数据":
		return valueRole
	}
	if isPeriodHeading(h) {
		return periodRole
	}
	if isAside(h) {
		return skipRole
	}
	if isNumbering(strings.TrimSpace(heading)) {
		return skipRole
	}
	return anyRole
}

// headRole returns the role of a row of the heading, by the text above the stub.
func (t *Table) headRole(row int) role {
	if p, ok := t.look.given.rows[row]; ok {
		return p.role()
	}
	key, one := t.rowKey(row)
	if !one {
		return anyRole
	}
	if k := attributeKey(key); isAttribute(k) && k != "time period" {
		return skipRole
	}
	switch r := roleOf(key); {
	case r == skipRole && len(t.Stub) > 1: // the heading of a column of numbers
	case r == freqRole || r == skipRole:
		return r
	case r == unitRole && (t.any(row, isKnownUnit) || !t.any(row, t.isLabel)):
		return r // 单位名称 may also head the names of enterprises
	}
	if t.only(row, isKnownUnit) {
		return unitRole
	}
	if t.only(row, isFrequency) {
		return freqRole
	}
	return anyRole
}

// rowKey returns the only text above the stub in a row of the heading, "" without one,
// and false if there are several or no stub.
func (t *Table) rowKey(row int) (key string, one bool) {
	for _, c := range t.Stub {
		text := t.Grid.At(row, c).Text
		if strings.TrimSpace(text) == "" {
			continue
		}
		if key != "" {
			return "", false
		}
		key = text
	}
	return key, len(t.Stub) > 0
}

// only reports whether a row of the heading below the first holds nothing but texts
// of one kind, two or more, and nothing above the stub.
func (t *Table) only(row int, kind func(string) bool) bool {
	if row == t.Head[0] || t.look.cells[row][t.Stub[0]] != blankCell {
		return false
	}
	n := 0
	for _, c := range t.Cols {
		text := strings.Trim(squeeze(halfWidth(t.Grid.At(row, c).Text)), "()")
		if text == "" {
			continue
		}
		if !kind(text) {
			return false
		}
		n++
	}
	return n >= 2
}

// isKnownUnit reports whether a text is a unit that may stand anywhere.
func isKnownUnit(s string) bool {
	_, ok := parseUnit(s)
	return ok
}

// isFrequency reports whether a text is one of the words for a frequency.
func isFrequency(s string) bool { return frequency(s) != 0 }

// any reports whether a text above the columns of t in a row of the heading is so.
func (t *Table) any(row int, is func(string) bool) bool {
	for _, c := range t.Cols {
		if s := strings.TrimSpace(t.Grid.At(row, c).Text); s != "" && is(s) {
			return true
		}
	}
	return false
}

// isLabel reports whether a text names something or says a time or how to read
// figures, which no unit does.
func (t *Table) isLabel(s string) bool {
	if _, ok := data.ParseLabel(squeeze(halfWidth(s))); ok {
		return true
	}
	r, _ := readWords(squeeze(halfWidth(s)))
	return r.speaks() || utf8.RuneCountInString(s) >= 4 && hasHan(s)
}

// columnPath returns the labels above column c, the outermost first.
func (p *parser) columnPath(t *Table, c int) []place {
	var path []place
	for i, row := range t.Head {
		if t.look.numbering(row) {
			continue
		}
		at, ok := t.above(i, c)
		if !ok {
			continue
		}
		l := p.labelAt(t.Grid, row, at)
		if l.blank() {
			continue
		}
		role := t.headRole(row)
		if role == anyRole && roleOf(l.text) == valueRole {
			role = valueRole
		}
		path = append(path, place{row, at, p.inRole(l, role, t.Grid.At(row, at).Text)})
	}
	return path
}

// inRole returns l as a row of units or frequencies means it.
func (p *parser) inRole(l *label, r role, text string) *label {
	switch r {
	case unitRole:
		return unitLabel(text)
	case freqRole:
		if f := frequency(l.text); f != 0 {
			return &label{text: l.text, freq: f}
		}
	case skipRole, valueRole:
		return &label{text: l.text}
	case regionRole: // as the other two, only where a person has said so
		return p.as(RegionPart, l, text)
	case itemRole:
		return p.as(ItemPart, l, text)
	case indicatorRole:
		return p.as(IndicatorPart, l, text)
	case anyRole, periodRole:
	}
	return l
}

// unitLabel returns the label of a cell that holds a unit.
func unitLabel(text string) *label {
	l := &label{text: squeeze(halfWidth(text))}
	if r, rest := readWords(l.text); r.measured && r.measure == data.Rank && rest == " " {
		l.reading = r
		return l
	}
	if u, ok := statedUnit(l.text); ok {
		l.units = []data.Unit{u}
		l.reading = changeWords(l.text)
	}
	if u, r, ok := codedUnit(l.text); ok {
		l.units, l.reading = []data.Unit{u}, r
	}
	return l
}

// above returns the column whose cell in the i-th row of the heading stands above
// column c: c itself, the first of a merged range, or the nearest on the left
// where the cells of a group are left blank.
func (t *Table) above(i, c int) (int, bool) {
	key := [2]int{i, c}
	if at, ok := t.cache[key]; ok {
		return at, at >= 0
	}
	at, ok := t.lookAbove(i, c)
	if !ok {
		at = -1
	}
	if t.cache == nil {
		t.cache = map[[2]int]int{}
	}
	t.cache[key] = at
	return at, ok
}

// lookAbove is above without its memory.
func (t *Table) lookAbove(i, c int) (int, bool) {
	row := t.Head[i]
	if t.look.cells[row][c] != blankCell {
		return c, true
	}
	if m, ok := t.look.merged(row, c); ok {
		return m.Left, m.Top == row
	}
	if t.Stairs[row] || !t.headedBelow(i, c) {
		return 0, false
	}
	for d := c - 1; d >= t.Cols[0]; d-- {
		if !t.sameParents(i, c, d) {
			return 0, false
		}
		if t.look.cells[row][d] != blankCell {
			if m, ok := t.look.merged(row, d); ok && !m.Contains(row, c) && m.Right > m.Left {
				return 0, false
			}
			return d, true
		}
	}
	return 0, false
}

// headedBelow reports whether a row of the heading below the i-th has a text above
// column c.
func (t *Table) headedBelow(i, c int) bool {
	for _, row := range t.Head[i+1:] {
		if t.look.cells[row][c] != blankCell {
			return true
		}
		if m, ok := t.look.merged(row, c); ok && m.Top == row && t.look.cells[row][m.Left] != blankCell {
			return true
		}
	}
	return false
}

// sameParents reports whether columns c and d stand under the same cells of the
// heading above its i-th row.
func (t *Table) sameParents(i, c, d int) bool {
	for j := range i {
		a, ok := t.above(j, c)
		b, ok2 := t.above(j, d)
		if ok != ok2 || a != b {
			return false
		}
	}
	return true
}
