package layout

import (
	"strings"

	"yunxing/data"
)

// A context is what the lines around a table say about all of its figures.
type context struct {
	side
	vintage data.Date
	notes   notes
	scoped  bool // item is only mentioned in a title
}

// context reads the lines above and below t. What they do not say is taken from
// the table before on the same sheet, and at last from the name of the sheet.
func (e *engine) context(t *Table, before *context) *context {
	c := &context{notes: notes{}}
	var path []place
	for _, row := range t.Context {
		if t.look.rows[row] == noteRow {
			e.noteRow(t, row, c)
			continue
		}
		path = append(path, e.contextRow(t, row)...)
	}
	for _, row := range t.Head {
		if u := t.look.unitLine(row); u != "" {
			path = append(path, place{row, -1, unitsLabel(u)})
		}
	}
	stated := c.units
	c.side = *e.parser.newSide(path)
	if len(c.units) == 0 {
		c.units = stated
	}
	c.side.when = lastWhen(path)
	c.titles(path)
	c.scope(e.parser.names, path)
	for _, row := range t.Notes {
		e.noteRow(t, row, c)
	}
	e.stubHeading(t, c)
	if before != nil && len(c.indicators) == 0 && len(c.unknown) == 0 {
		c.inherit(before)
	}
	if before != nil && len(path) == 0 && !c.when.said() {
		c.when = before.when // the next part of a table printed side by side
	}
	for _, p := range path {
		if c.region == "" && p.rest != "" {
			c.region = e.parser.names.inTitle(p.text)
		}
	}
	c.sheetName(e.parser.parse(t.Grid.Sheet))
	return c
}

// stubHeading takes the indicator that stands above the stub, such as 主要产品产量,
// and the period there, where the lines above the table tell none.
func (e *engine) stubHeading(t *Table, c *context) {
	for _, row := range t.Head {
		for _, col := range t.Stub {
			if l := e.parser.labelAt(t.Grid, row, col); !c.when.said() && l.hasPeriod && l.period.Year != 0 && !l.vague {
				c.when.add(l)
			}
		}
	}
	if len(c.indicators) > 0 {
		return
	}
	for _, row := range t.Head {
		for _, col := range t.Stub {
			if l := e.parser.labelAt(t.Grid, row, col); len(l.indicators) == 1 && l.region == "" {
				c.indicators, c.printed = l.indicators, l.printed
				return
			}
		}
	}
}

// contextRow returns the labels of a line above a table and notes units that it
// states for all of it.
func (e *engine) contextRow(t *Table, row int) []place {
	unit := t.look.rows[row] == unitRow
	var path []place
	if unit {
		path = append(path, place{row, -1, unitsLabel(t.look.unitLine(row))})
	}
	for col := range t.Grid.Cols() {
		text := squeeze(halfWidth(t.Grid.At(row, col).Text))
		if text == "" || t.look.cells[row][col] == blankCell {
			continue
		}
		e.roles.set(row, col, Title)
		e.note(row, col, true)
		if isContinuation(text) {
			continue
		}
		if unit && strings.Contains(strings.ToLower(text), "单位:") {
			e.roles.set(row, col, Unit)
			text = strings.TrimRight(text[:max(strings.Index(text, "单位:"), 0)], "( ")
			text = strings.TrimRight(strings.TrimSuffix(text, "计量"), "( ")
			if text == "" {
				continue
			}
			path = append(path, place{row, col, e.parser.parse(text)})
			continue
		}
		if l, ok := e.keyed(text); ok {
			if l != nil {
				path = append(path, place{row, col, l})
			}
			continue
		}
		l := e.parser.labelAt(t.Grid, row, col)
		if bare := cutSectionNumber(text); bare != text {
			l = e.parser.parse(bare)
		}
		path = append(path, place{row, col, l})
	}
	return path
}

// isContinuation reports whether a text says no more than that the table goes on:
// (续), 续表2.
func isContinuation(text string) bool {
	t := strings.Trim(text, "() 0123456789一二三四五六七八九十:.")
	return t == "续" || t == "续表" || t == "续完" || t == "续上表" || t == "接上表"
}

// keyed reads a line such as 指标:地区生产总值(亿元); a nil label means that the line
// says nothing about figures.
func (e *engine) keyed(text string) (*label, bool) {
	key, value, ok := strings.Cut(text, ":")
	if !ok {
		return nil, false
	}
	switch strings.ToLower(strings.TrimSpace(key)) {
	case "base year", "base period", "reference year", "基期":
		if u, ok := parseUnit(strings.TrimSpace(value) + "=100"); ok && isBase(u) {
			return &label{text: text, units: []data.Unit{u}}, true
		}
		return nil, true
	case "频度", "频率", "frequency":
		return &label{text: text, freq: frequency(value)}, true
	case "数据库", "数据库名称":
		return e.database(text, value), true
	case "时间", "制表", "制表人", "填报单位", "编制单位", "更新时间", "查询时间":
		return nil, true
	case "指标", "指标名称", "地区", "表名", "标题", "报告期", "时期":
		return e.parser.parse(value), true
	}
	return nil, false
}

// unitsLabel returns the label of a unit line such as 亿元、%.
func unitsLabel(line string) *label {
	l := &label{text: line}
	if u, ok := parseUnit(line); ok {
		l.units = []data.Unit{u}
		return l
	}
	if parts := strings.Split(line, "."); len(parts) > 1 && allUnits(parts) {
		line = strings.Join(parts, "、") // 个.亿元
	}
	for part := range strings.FieldsFuncSeq(line, func(r rune) bool { return strings.ContainsRune("、,，;和及 ", r) }) {
		if u, ok := statedUnit(part); ok {
			l.units = append(l.units, u)
		}
	}
	return l
}

// allUnits reports whether each of parts is a unit that is known.
func allUnits(parts []string) bool {
	for _, p := range parts {
		if _, ok := parseUnit(p); !ok {
			return false
		}
	}
	return true
}

// titles notes the names of titles: every indicator that they mention, and of
// names that are not known the longest.
func (c *context) titles(path []place) {
	c.indicators, c.printed = nil, ""
	for _, p := range path {
		for _, code := range p.indicators {
			if !contains(c.indicators, code) {
				c.indicators = append(c.indicators, code)
				if c.printed == "" {
					c.printed = p.printed
				}
			}
		}
	}
	longest := ""
	for _, p := range withoutTwins(path) {
		if len(p.rest) > len(longest) {
			longest = p.rest
		}
	}
	c.unknown = nil
	if longest != "" {
		c.unknown = []string{longest}
	}
}

// lastWhen returns the period of the line nearest to the table that has one. A day
// there is that of an update or a release, and no period.
func lastWhen(path []place) when {
	for i := len(path) - 1; i >= 0; i-- {
		var w when
		w.add(path[i].label)
		if path[i].vague {
			w.doubt = "" // a title may speak of other times too
		}
		if !w.date.IsZero() || w.short != [3]int{} {
			continue
		}
		settle([]*when{&w})
		if w.said() {
			return w
		}
	}
	return when{}
}

// inherit takes from the context of the table before what c does not say.
func (c *context) inherit(b *context) {
	c.indicators, c.printed, c.unknown = b.indicators, b.printed, b.unknown
	c.reading = c.reading.with(b.reading)
	c.reading.several = c.reading.several || b.reading.several
	if c.region == "" {
		c.region = b.region
	}
	if c.item == "" {
		c.item, c.known, c.scoped = b.item, b.known, b.scoped
	}
	if len(c.units) == 0 {
		c.units = b.units
	}
	if !c.when.said() {
		c.when = b.when
	}
}

// sheetName takes an indicator, a region and a period with its year from the name of
// the sheet where the lines around the table name none.
func (c *context) sheetName(l *label) {
	if len(c.indicators) == 0 && len(c.unknown) == 0 && len(l.indicators) == 1 {
		c.indicators, c.printed = l.indicators, l.printed
	}
	if c.region == "" {
		c.region = l.region
	}
	if !c.when.said() && l.hasPeriod && l.period.Year != 0 && !l.vague {
		c.when.add(l)
	}
}

// noteRow reads a line of notes: marks that it explains, and the day of release.
func (e *engine) noteRow(t *Table, row int, c *context) {
	for col := range t.Grid.Cols() {
		text := halfWidth(t.Grid.At(row, col).Text)
		if strings.TrimSpace(text) == "" {
			continue
		}
		e.roles.set(row, col, Note)
		e.note(row, col, false)
		c.notes.add(text)
		if _, after, ok := strings.Cut(squeeze(text), "发布日期:"); ok {
			if d, ok := releaseDay(after); ok {
				c.vintage = d
			}
		}
		if u := t.look.unitLine(row); u != "" && len(c.units) == 0 {
			c.units = unitsLabel(u).units
		}
	}
}

// releaseDay reads the day at the start of s, as 2013-10-18 or 2013年10月18日.
func releaseDay(s string) (data.Date, bool) {
	s = strings.NewReplacer("年", "-", "月", "-", "日", " ", "/", "-", ".", "-").Replace(s)
	s, _, _ = strings.Cut(strings.TrimSpace(s), " ")
	parts := strings.Split(strings.TrimFunc(s, func(r rune) bool { return r < '0' || r > '9' }), "-")
	if len(parts) != 3 {
		return data.Date{}, false
	}
	for i := 1; i < 3; i++ {
		if len(parts[i]) == 1 {
			parts[i] = "0" + parts[i]
		}
	}
	d, err := data.ParseDate(strings.Join(parts, "-"))
	return d, err == nil
}

// contains reports whether list holds s.
func contains(list []string, s string) bool {
	for _, t := range list {
		if s == t {
			return true
		}
	}
	return false
}
