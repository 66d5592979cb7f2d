package layout

import (
	"slices"
	"strings"
	"unicode"

	"yunxing/data"
)

// basis fills in measure, reference, price and unit.
func (r *tableReader) basis(d *draft) {
	near, around := d.near, r.context.units
	if len(d.said.around) > 0 {
		around = d.said.around
	}
	if d.reading.odd {
		d.doubt(MeasureUnknown)
	}
	r.contextReading(d)
	b := &d.obs.Key.Basis
	u, ok := data.Unit{}, false
	switch {
	case d.reading.changed && !hasDimension(near, data.PerCent) && hasDimension(append(near, around...), data.PerPoint) && (!d.reading.measured || d.reading.measure == data.Growth || d.reading.measure == data.Share || d.reading.measure == data.Index):
		b.Measure = data.Change
		if d.obs.Key.Coverage == "" {
			b.Reference = data.YearAgo
		}
		u, ok = pick(data.Change, near, around, "")
	case d.differs():
		b.Measure, b.Reference = data.Change, data.YearAgo
		u, ok = rateChange(near, around)
		if !ok {
			d.doubt(MeasureUnknown) // an increment
		}
	case d.reading.changed && !d.reading.measured && d.perCentRate():
		b.Measure = data.Change
		if d.obs.Key.Coverage == "" {
			b.Reference = data.YearAgo
		}
		u, ok = rateChange(near, around)
		ok = ok && (len(near)+len(around) > 0 || r.noRatio(d.row))
	case d.reading.measured:
		b.Measure, b.Reference = d.reading.measure, d.reading.ref
		u, ok = r.unitOf(d, near, around)
	default:
		u, ok = r.byUnit(d, near, around)
		if d.reading.changed && isLevel(u) {
			d.doubt(MeasureUnknown) // an increment
		}
	}
	if d.reading.falls && b.Measure != data.Rank {
		d.doubt(MeasureUnknown) // a fall is printed with its sign or without
	}
	if b.Measure == data.Growth && d.perCentRate() && !strings.HasSuffix(d.ind.Code, "_target") && !strings.HasSuffix(d.ind.Code, "_forecast") {
		d.doubt(MeasureUnknown) // 增长% of a rate in per cent is mostly in percentage points
	}
	if b.Measure == data.Growth && nearHundred(d.figure.value) && (d.priceIndex() || len(d.near) == 0) && r.likeIndex(d) {
		d.doubt(MeasureUnknown)
	}
	if d.scaled {
		u, ok = data.Unit{}, false // the figures are so many times what the unit says
	}
	if !ok {
		d.doubt(UnitUnknown)
	}
	if b.Measure == data.Growth {
		switch {
		case d.reading.compared:
			b.Reference = data.BaseYear
		case d.reading.stepped:
			b.Reference = data.PreviousPeriod
		}
	}
	d.obs.Unit = u
	if b.Measure == data.Index && b.Reference == data.BaseYear && d.obs.Key.Coverage == "" {
		d.obs.Key.Coverage = u.Symbol // two bases are two series
	}
	if b.Measure == data.Level && countable(u) && d.ind.Code != "output" {
		b.Measure = data.Count
	}
	b.Price = r.price(d)
}

// contextReading adds what title and unit line say to the reading of a figure. They
// do not overrule a unit that stands nearer: an amount in 亿元 is no growth because
// the title speaks of growth too.
func (r *tableReader) contextReading(d *draft) {
	c := r.context.reading
	if c.several {
		c.measured, c.changed = false, false
	}
	if c.measured && len(d.near) > 0 {
		fit := false
		for _, u := range d.near {
			fit = fit || fits(c.measure, u)
		}
		if !fit {
			c.measured, c.changed = false, false
		}
	}
	if d.reading.changed {
		c.measured = false
	}
	c.lag, c.back, c.freq, c.spans, c.falls = 0, 0, 0, false, false
	d.reading = d.reading.with(c)
}

// hasDimension reports whether a unit of that dimension is among units.
func hasDimension(units []data.Unit, d data.Dimension) bool {
	for _, u := range units {
		if u.Dimension == d {
			return true
		}
	}
	return false
}

// unitOf returns the unit of a figure whose measure is said, and mends the measure
// where the base of an index shows that it is one.
func (r *tableReader) unitOf(d *draft, near, around []data.Unit) (data.Unit, bool) {
	b := &d.obs.Key.Basis
	if u, ok := d.printedIn(); ok {
		return u, true
	}
	if b.Measure == data.Growth && d.growthInPerCent() {
		return parseUnit("%")
	}
	if b.Measure == data.Growth && d.reading.bare && !d.figure.percent && !hasDimension(near, data.PerCent) && !hasDimension(near, data.PerPoint) && !d.priceChange(around) {
		d.doubt(MeasureUnknown) // per cent or percentage points
	}
	for _, u := range near {
		if isBase(u) && b.Measure == data.Growth {
			b.Measure, b.Reference = data.Index, reference(u)
			return u, true
		}
	}
	if u, ok := pick(b.Measure, near, around, d.obs.Printed); ok {
		return u, true
	}
	switch b.Measure {
	case data.Growth, data.Share:
		for _, u := range around {
			if isBase(u) && b.Measure == data.Growth {
				b.Measure, b.Reference = data.Index, reference(u)
				return u, true
			}
		}
		if hasDimension(near, data.PerPoint) || len(near) == 0 && hasDimension(around, data.PerPoint) {
			b.Measure = data.Change
			return pick(data.Change, near, around, "")
		}
		if b.Measure == data.Growth && len(near) == 0 && !d.reading.bare && r.percentLike(d) {
			return parseUnit("%")
		}
	case data.Rank:
		return parseUnit("位")
	case data.Points, data.Change:
		if u, ok := pick(data.Share, near, around, ""); ok {
			return u, true
		}
	case data.Level:
		if d.perCentRate() && hasDimension(near, data.PerCent) {
			b.Measure = data.Share // 绝对量 of a rate
			return pick(data.Share, near, nil, "")
		}
	case data.Index, data.Count:
	}
	if len(near) > 0 && b.Measure != data.Rank {
		d.doubt(UnitConflict)
		return near[0], true
	}
	return data.Unit{}, false
}

// percentLike reports whether a growth without a unit can only be in per cent: in
// its column or its row it is printed with a sign, or is larger than any growth
// that is printed as a ratio.
func (r *tableReader) percentLike(d *draft) bool {
	if r.largeCols == nil {
		r.findLarge()
	}
	return d.figure.percent || r.largeCols[d.col] || r.largeRows[d.row]
}

// findLarge notes the columns and rows with a figure of growth, or of what no word
// says, that is no ratio; and the columns whose figures are all near 100, as those of
// an index over another time are.
func (r *tableReader) findLarge() {
	r.largeCols, r.largeRows, r.nearHundred = map[*side]bool{}, map[*stubRow]bool{}, map[*side]bool{}
	for _, c := range r.table.Cols {
		col, near, far := r.cols[c], 0, 0
		for _, row := range r.rows {
			f := readFigure(r.grid.At(row.row, c), r.table.look.comma)
			if f.kind != number || !row.figures {
				continue
			}
			if nearHundred(f.value) {
				near++
			} else {
				far++
			}
			if f.percent || f.value > 1.5 || f.value < -1.5 {
				r.largeCols[col] = true
				r.largeRows[row] = r.largeRows[row] || growing(col) || growing(row.side) || growing(&r.context.side)
			}
		}
		r.nearHundred[col] = near > 0 && far == 0
	}
}

// nearHundred reports whether a figure may be an index over another time.
func nearHundred(v float64) bool { return v > 75 && v < 135 }

// growing reports whether s says that its figures are growths.
func growing(s *side) bool { return s.reading.measured && s.reading.measure == data.Growth }

// likeIndex reports whether the figures of a column that is said to hold growths are
// all near 100: 97.2 below 同比 of a price index is the index.
func (r *tableReader) likeIndex(d *draft) bool {
	if r.largeCols == nil {
		r.findLarge()
	}
	return r.nearHundred[d.col] && !d.figure.percent && growing(d.col)
}

// byUnit returns the unit of a figure whose measure no word says, and takes the
// measure from it.
func (r *tableReader) byUnit(d *draft, near, around []data.Unit) (data.Unit, bool) {
	b := &d.obs.Key.Basis
	u, ok := r.only(d, near, around)
	if !ok {
		if d.figure.percent || r.plainRate(d) {
			u, ok = parseUnit("%")
		} else if strings.HasSuffix(d.ind.Zh, "景气指数") || strings.HasSuffix(d.ind.Zh, "信心指数") {
			b.Measure = data.Index
		} else if namedIndex(d.obs.Printed) && r.allIndices(d) || namedIndex(r.grid.Sheet) && strings.Contains(strings.ToLower(r.grid.Sheet), " of ") {
			u, ok = parseUnit("index")
		}
	}
	switch {
	case !ok:
		return u, false
	case u.Dimension == data.IndexBase:
		b.Measure, b.Reference = data.Index, reference(u)
	case u.Dimension == data.PerPoint:
		b.Measure, b.Reference = data.Change, data.YearAgo
	case u.Dimension == "places":
		b.Measure = data.Rank
	case u.Dimension == data.PerCent:
		r.perCent(d)
	}
	return u, true
}

// plainRate reports whether a figure that no unit stands near is of a rate in per cent
// and printed so, not as a ratio: 75.1 of capacity in use.
func (r *tableReader) plainRate(d *draft) bool {
	return d.perCentRate() && !d.reading.changed && d.figure.value > 1.5 && len(d.near) == 0 && len(r.context.units) == 0
}

// noRatio reports whether a row has a figure that is larger than a share of one.
func (r *tableReader) noRatio(row *stubRow) bool {
	return slices.ContainsFunc(r.table.Cols, func(c int) bool {
		f := readFigure(r.grid.At(row.row, c), r.table.look.comma)
		return f.kind == number && f.value > 1.5 && !r.cols[c].changes()
	})
}

// allIndices reports whether not only the row of a figure is named an index: its
// heading is, or most rows are. One index among goods does not say in what the
// goods are.
func (r *tableReader) allIndices(d *draft) bool {
	if namedIndex(strings.Join(d.col.unknown, " ")) || namedIndex(r.context.printed) {
		return true
	}
	for _, p := range d.row.side.places {
		if u, ok := data.ParseUnit(p.text); ok && u.Dimension == data.IndexBase {
			return true // a cell of its own says so
		}
	}
	if r.indexRows == 0 {
		r.indexRows = 1 // counted
		for _, row := range r.rows {
			if row.figures && namedIndex(strings.Join(row.side.unknown, " ")) {
				r.indexRows += 2
			}
		}
	}
	return r.indexRows > len(r.rows)
}

// namedIndex reports whether a name says by itself that its figures are an index
// whose base is not part of the unit: Index of Industrial Production, … - Índice.
// A thing that is only called one, such as FOOD INDEX, leaves its base to ask for.
// A Chinese one is not enough: 指数 may be over the same month, the month before or
// a fixed base, which change what it means.
func namedIndex(name string) bool {
	found := false
	for phrase := range strings.FieldsFuncSeq(strings.ToLower(name), func(r rune) bool { return strings.ContainsRune("-–—|,;:/()", r) }) {
		words := strings.FieldsFunc(phrase, func(r rune) bool { return !unicode.IsLetter(r) && r != '%' })
		for i, w := range words {
			switch w {
			case "indices":
				found = true // the many of a whole table
			case "index", "indice", "índice", "indeks":
				found = found || i == 0
			case "change", "growth", "%", "rate", "weight", "weights", "base", "yoy", "mom":
				return false
			}
		}
	}
	return found
}

// only returns the one unit that can be meant where no word says the measure.
func (r *tableReader) only(d *draft, near, around []data.Unit) (data.Unit, bool) {
	for _, u := range near {
		if isBase(u) {
			return u, true // the per cent of a column of units beside it
		}
	}
	if len(near) > 0 {
		return inChinese(near[0], near), true
	}
	if len(around) == 1 {
		return around[0], !monetary(around[0]) || !counted(d.obs.Printed)
	}
	if len(around) > 1 {
		want := data.Level
		if d.ind.Kind == data.Rate && d.ind.Unit == "%" {
			want = data.Share
		}
		return pick(want, nil, around, d.obs.Printed)
	}
	return data.Unit{}, false
}

// perCent decides what a figure in per cent is if no word says it: a rate is one by
// its name; a target for growth is growth; of anything else it is not known.
func (r *tableReader) perCent(d *draft) {
	b := &d.obs.Key.Basis
	b.Measure = data.Share
	name := d.obs.Printed
	switch {
	case strings.HasSuffix(d.ind.Code, "_target"), strings.HasSuffix(d.ind.Code, "_forecast"):
		b.Measure, b.Reference = data.Growth, data.YearAgo
	case d.ind.Code != "" && d.ind.Kind == data.Rate && d.ind.Unit == "%":
	case d.ind.Code == "" && (strings.Contains(name, "翘尾") || strings.Contains(name, "新涨价")):
		b.Measure, b.Reference = data.Points, data.YearAgo // parts of a growth over the year
	case d.ind.Code == "" && (strings.HasSuffix(name, "率") || strings.HasSuffix(name, "亏损面") || strings.HasSuffix(name, "强度") || strings.Contains(name, "%") || englishRate(name)):
	default:
		d.doubt(MeasureUnknown)
	}
}

// price returns the prices a figure is at: as printed, else comparable ones for the
// growth of value added and current ones for amounts of money.
func (r *tableReader) price(d *draft) data.Price {
	if d.reading.price != data.NoPrice {
		return data.Price{Kind: d.reading.price}
	}
	switch d.obs.Key.Basis.Measure {
	case data.Growth:
		switch d.ind.Code {
		case "iva", "iva_all", "iva_below", "gdp", "primary", "secondary", "tertiary", "manufacturing_va":
			return data.Price{Kind: data.ComparablePrice}
		}
	case data.Level:
		if strings.HasPrefix(string(d.obs.Unit.Dimension), "money") {
			return data.Price{Kind: data.CurrentPrice}
		}
	case data.Index, data.Share, data.Points, data.Change, data.Rank, data.Count:
	}
	return data.Price{}
}
