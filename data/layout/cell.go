package layout

import (
	"math"
	"strings"

	"yunxing/data"
)

// A draft is an observation in the making.
type draft struct {
	obs     data.Observation
	row     *stubRow
	col     *side
	figure  figure
	reading reading
	near    []data.Unit
	ind     data.Indicator
	scaled  bool    // a multiplier is printed above it
	said    *saying // what a person states of it
	doubts  []data.Code
	remarks []data.Code
}

// doubt puts the figure in doubt.
func (d *draft) doubt(c data.Code) {
	for _, x := range d.doubts {
		if x == c {
			return
		}
	}
	d.doubts = append(d.doubts, c)
}

// cell reads one cell below the heading and right of the stub.
func (r *tableReader) cell(row *stubRow, col int) {
	if r.table.look.given.skipped[Spot{row.row, col}] {
		return
	}
	f := readFigure(r.grid.At(row.row, col), r.table.look.comma)
	switch f.kind {
	case noFigure:
		return
	case unreadable:
		r.faults = append(r.faults, fault{ValueUnreadable, row.row, col, f.raw})
		return
	case number, absent:
	}
	c := r.cols[col]
	if r.skipped(col) {
		return
	}
	if r.table.look.rows[row.row] == textRow && f.kind == absent {
		return
	}
	d := &draft{row: row, col: c, figure: f, scaled: r.scaled[col] || r.scaledRows[row.row]}
	d.reading = c.reading.with(row.side.reading)
	if row.side.reading.measured && row.side.reading.measure != data.Growth && d.reading.measure == data.Growth {
		d.reading.measure, d.reading.ref = row.side.reading.measure, row.side.reading.ref
	}
	d.near = append(append([]data.Unit{}, c.units...), row.side.units...)
	if len(row.side.units) == 0 && row.section != nil && len(row.side.indicators) == 0 {
		d.near = append(d.near, row.section.units...)
		d.reading = d.reading.with(row.section.reading)
	}
	printed := printed{d.near, d.reading}
	d.state(r.stated(row.row, col))
	r.names(d)
	r.over(d, printed, col)
	r.basis(d)
	r.period(d)
	r.value(d, col)
	r.emit(d, col)
}

// skipped reports whether the heading of a column says that it holds no figures.
func (r *tableReader) skipped(col int) bool {
	skip, known := r.skips[col]
	if !known {
		skip = r.skipHeaded(col)
		r.skips[col] = skip
	}
	return skip
}

// skipHeaded is skipped without its memory.
func (r *tableReader) skipHeaded(col int) bool {
	for _, row := range r.table.Head {
		if roleOf(r.grid.At(row, col).Text) == skipRole {
			return true
		}
	}
	if r.values == 0 {
		r.values = r.table.values() + 2
	}
	return r.values > 1 && r.values-2 != col
}

// value fills in what the cell itself says.
func (r *tableReader) value(d *draft, col int) {
	o, f := &d.obs, d.figure
	o.Value, o.Digits, o.Raw = f.value, f.digits, f.raw
	o.Source = r.grid.Source(d.row.row, col)
	o.Vintage = r.opts.Vintage
	if o.Vintage.IsZero() {
		o.Vintage = r.context.vintage
	}
	if f.kind == absent {
		o.Value, o.Digits, o.Status = math.NaN(), 0, data.Missing
		return
	}
	s := r.context.notes.sense(f.marks)
	o.Status, o.Break = s.status, s.breaks
	if d.reading.forecast {
		o.Status = max(o.Status, data.Projected)
	}
	if d.misplaced() {
		d.doubt(ValueUnreadable)
	}
	if f.percent && o.Unit.Known() && o.Unit.Dimension != data.PerCent {
		d.doubt(UnitConflict)
	}
}

// emit stores the draft, or reports why it cannot be.
func (r *tableReader) emit(d *draft, col int) {
	missing := d.obs.Status == data.Missing
	for _, c := range d.doubts {
		if !missing || c == PeriodUnknown || c == PeriodAmbiguous {
			r.faults = append(r.faults, fault{c, d.row.row, col, ""})
		}
	}
	for _, c := range d.remarks {
		r.faults = append(r.faults, fault{c, d.row.row, col, ""})
	}
	if d.obs.Period.IsZero() {
		return
	}
	if len(d.doubts) > 0 && !missing {
		d.obs.Status = data.Doubtful
	}
	r.found = append(r.found, found{d.row.row, col, d.figure.fixed, d.obs})
}

// names fills in indicator, region and item.
func (r *tableReader) names(d *draft) {
	row, col, ctx := d.row.side, d.col, r.context
	names := r.unknownNames(d)
	switch d.said.namedBy {
	case OfColumn:
		names.col = "" // the heading is what the person has named
	case OfRow:
		names.row = ""
	case OfCell, OfTable, OfSheet:
	}
	code, printed := r.indicator(d)
	if code == "" {
		code, printed, names = r.unlisted(d, names)
	}
	o := &d.obs
	o.Key.Indicator, o.Printed = code, strings.TrimSpace(printed)
	d.ind, _ = r.cat.Indicator(code)
	if o.Printed == "" {
		o.Printed = d.ind.Zh
	}
	section := &side{}
	if d.row.section != nil {
		section = d.row.section
	}
	o.Key.Region = first(d.said.region, row.region, col.region, section.region, ctx.region)
	if o.Key.Region == totalRegion {
		o.Key.Region = r.total
	}
	if o.Key.Region == "" {
		d.remarks = append(d.remarks, RegionUnknown)
	}
	o.Key.Item = r.item(d, names)
	o.Key.Coverage = first(d.said.coverage, row.coverage, col.coverage, ctx.coverage)
	r.restrict(&o.Key)
	if d.row.side.empty() && len(r.table.Stub) > 0 && !d.said.named() {
		d.doubt(LabelMissing)
	}
}

// first returns the first of the texts that is not empty.
func first(texts ...string) string {
	for _, s := range texts {
		if s != "" {
			return s
		}
	}
	return ""
}

// A nameSet holds the names beside a figure that the catalogue does not explain.
type nameSet struct {
	row, col string
}

// unknownNames returns the unexplained names of the row and the column.
func (r *tableReader) unknownNames(d *draft) nameSet {
	return nameSet{strings.Join(d.row.side.unknown, " "), strings.Join(d.col.unknown, " ")}
}

// indicator returns the known indicator of a figure: that of its row or column,
// else that of its section, else the one that the title names and no row or column
// claims.
func (r *tableReader) indicator(d *draft) (code, printed string) {
	row, col := d.row.side, d.col
	switch {
	case len(d.said.indicators) > 0:
		return d.said.indicators[0], d.said.printed
	case len(row.indicators) > 0 && len(col.indicators) > 0:
		if row.indicators[0] != col.indicators[0] {
			if r.alsoItem(row) {
				return col.indicators[0], col.printed
			}
			d.doubt(IndicatorConflict)
		}
		return row.indicators[0], row.printed
	case len(row.indicators) > 0:
		if r.alsoItem(row) && len(r.context.indicators) == 1 && r.context.indicators[0] != row.indicators[0] {
			return r.context.indicators[0], r.context.printed
		}
		return row.indicators[0], row.printed
	case len(col.indicators) > 0:
		return col.indicators[0], col.printed
	case d.row.section != nil && len(d.row.section.indicators) > 0:
		return d.row.section.indicators[0], d.row.section.printed
	case len(r.context.indicators) == 1:
		return r.context.indicators[0], r.context.printed
	case len(r.context.indicators) > 1:
		if len(r.left) == 1 {
			return r.left[0], r.context.printed
		}
	}
	return "", ""
}

// alsoItem reports whether the row's label names an item as well as an indicator,
// as 房地产开发投资 does in a table of investment.
func (r *tableReader) alsoItem(s *side) bool {
	for _, p := range s.places {
		if len(p.indicators) > 0 {
			return r.parser.names.isItem(data.Fold(p.text))
		}
	}
	return false
}

// unclaimed returns the indicators of the title that no row and no column names.
func (r *tableReader) unclaimed() []string {
	claimed := map[string]bool{}
	for _, row := range r.rows {
		for _, c := range row.side.indicators {
			claimed[c] = true
		}
	}
	for _, col := range r.cols {
		for _, c := range col.indicators {
			claimed[c] = true
		}
	}
	var left []string
	for _, c := range r.context.indicators {
		if !claimed[c] {
			left = append(left, c)
		}
	}
	return left
}

// unlisted returns an indicator that the catalogue does not hold, by its printed
// name: that of the heading or the stub as the layout has it, else the title. A
// product alone stands for its output. What it returns of the names is left for
// the item.
func (r *tableReader) unlisted(d *draft, n nameSet) (code, printed string, left nameSet) {
	stub := r.layout.Stub
	item := first(d.row.side.item, d.col.item, r.context.item)
	if n.row == "" && n.col == "" && item != "" && !r.titleMeasures() {
		if code = r.ofItem(d, item); code != "" {
			return code, item, n
		}
	}
	switch {
	case n.row != "" && (stub || n.col == ""):
		code, n.row = n.row, ""
	case n.col != "":
		code, n.col = n.col, ""
	case r.sectionNames(d.row.section):
		code = strings.Join(d.row.section.unknown, " ")
	case len(r.context.indicators) == 0 && len(r.context.unknown) > 0:
		code = r.context.unknown[0]
	case item != "":
		if code = r.ofItem(d, item); code != "" {
			return code, item, n
		}
		if it, ok := r.cat.FindItem(item, data.Product, data.Asset); ok && !r.asItem(d, it.Kind) {
			code = item
		}
	}
	if code == "" {
		d.doubt(IndicatorUnknown)
		return "", "", n
	}
	d.remarks = append(d.remarks, IndicatorNew)
	return code, code, n
}

// sectionNames reports whether the rows of a section are of the indicator that it
// names though it is not known: one with a unit, or below no title that measures.
func (r *tableReader) sectionNames(s *side) bool {
	return s != nil && len(s.unknown) > 0 && s.item == "" && !breaksDown(s) && (len(s.units) > 0 || !r.titleMeasures())
}

// ofItem returns the indicator that a product or an asset stands for that is printed
// alone, "" for any other item.
func (r *tableReader) ofItem(d *draft, item string) string {
	it, ok := r.cat.FindItem(item, data.Product, data.Asset)
	if !ok || !r.asItem(d, it.Kind) {
		return ""
	}
	code := map[data.ItemKind]string{data.Product: "output", data.Asset: "investment"}[it.Kind]
	if _, known := r.cat.Indicator(code); !known {
		return ""
	}
	return code
}

// titleMeasures reports whether the title, though its name is not known, says what its
// figures measure, such as 主要产品销售量, or is not in Chinese: a product below it is
// not its output. 统计月报 says nothing of the kind.
func (r *tableReader) titleMeasures() bool {
	if len(r.context.unknown) == 0 {
		return false
	}
	title := r.context.unknown[0]
	for _, w := range []string{"销", "库存", "存货", "存量", "进口", "出口", "进出口", "价", "消费", "消耗", "需求", "能力", "产能", "装机", "采购", "收购", "订单", "用量", "耗", "储", "量", "额", "率", "值", "收入", "成本", "利润"} {
		if strings.Contains(title, w) {
			return true
		}
	}
	return !hasHan(title)
}

// asItem reports whether a product that is printed alone may stand for its output,
// or an asset for the investment in it: its figures are in no unit of price.
func (r *tableReader) asItem(d *draft, kind data.ItemKind) bool {
	units := d.near
	if len(units) == 0 {
		units = r.context.units
		if len(d.said.around) > 0 {
			units = d.said.around
		}
	}
	for _, u := range units {
		money := strings.HasPrefix(string(u.Dimension), string(data.Money))
		if strings.Contains(u.Symbol, "/") || money && kind == data.Product {
			return false
		}
	}
	return true
}

// item returns the code of the item of a figure, TotalItem where none is printed.
func (r *tableReader) item(d *draft, n nameSet) string {
	if d.said.item != "" {
		return r.itemCode(d, d.said.item, "")
	}
	row := r.itemCode(d, d.row.side.item, n.row)
	col := r.itemCode(d, d.col.item, n.col)
	switch {
	case row != "" && row != data.TotalItem && col != "" && col != data.TotalItem && row != col:
		d.remarks = append(d.remarks, ItemNew)
		return row + "/" + col
	case row != "" && row != data.TotalItem:
		return row
	case col != "" && col != data.TotalItem:
		return col
	case r.wholeOfScope(row, col, d):
		return r.itemCode(d, r.context.item, "")
	case col != "":
		return col
	case row != "":
		return row
	}
	if d.row.section != nil {
		if c := r.itemCode(d, d.row.section.item, ""); c != "" {
			return c
		}
	}
	if c := r.itemCode(d, r.context.item, ""); c != "" {
		return c
	}
	return data.TotalItem
}

// itemCode returns the code of an item by its name, the name itself if it is not in
// the catalogue, and "" without one.
func (r *tableReader) itemCode(d *draft, name, unknown string) string {
	if name == "" && unknown == "" {
		return ""
	}
	if len([]rune(unknown)) >= 2 && (strings.HasSuffix(d.ind.Zh, unknown) || strings.HasSuffix(d.obs.Printed, unknown)) {
		unknown = "" // 增加值 in a table of 规模以上工业增加值
		if name == "" {
			return ""
		}
	}
	name = strings.TrimSpace(name + " " + unknown)
	if it, ok := r.cat.FindItemOf(d.ind, name, kindsOf(d.ind.Code)...); ok {
		return it.Code
	}
	d.remarks = append(d.remarks, ItemNew)
	return name
}

// kindsOf returns the kinds of item in the order in which a name is looked up in a
// table of an indicator.
func kindsOf(indicator string) []data.ItemKind {
	switch indicator {
	case "output":
		return append([]data.ItemKind{data.Total, data.Product}, allKinds()...)
	case "investment":
		return append([]data.ItemKind{data.Total, data.Section, data.Asset}, allKinds()...)
	case "ppi_purchase":
		return append([]data.ItemKind{data.Total, data.Sector}, allKinds()...)
	}
	return allKinds()
}
