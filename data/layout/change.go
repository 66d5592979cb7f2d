package layout

import (
	"strings"

	"yunxing/data"
)

// perCentRate reports whether the indicator of a figure is a rate in per cent.
func (d *draft) perCentRate() bool {
	return d.ind.Code != "" && d.ind.Kind == data.Rate && d.ind.Unit == "%"
}

// priceIndex reports whether the indicator of a figure is a price index, whose unit is
// its base.
func (d *draft) priceIndex() bool {
	return d.ind.Kind == data.Rate && d.ind.Code != "" && d.ind.Unit == "" || strings.HasSuffix(d.obs.Printed, "价格指数")
}

// priceChange reports whether the lines above the table say that all of its figures
// are in per cent, and the figure is of a price index, which changes in nothing else.
func (d *draft) priceChange(around []data.Unit) bool {
	return len(around) == 1 && around[0].Dimension == data.PerCent && len(d.near) == 0 && d.priceIndex()
}

// growthInPerCent reports whether row or column says that the figure is a growth in
// per cent, whatever the base is that the other one names.
func (d *draft) growthInPerCent() bool {
	for _, s := range []*side{d.col, d.row.side} {
		if !s.reading.measured || s.reading.measure != data.Growth || !hasDimension(s.units, data.PerCent) {
			continue
		}
		if !hasDimension(s.units, data.IndexBase) {
			return true
		}
	}
	return false
}

// differs reports whether the heading of a column says no more than 增减 or 差 beside
// rows that say what their figures are: the difference of two of them.
func (d *draft) differs() bool {
	c, r := d.col.reading, d.row.side
	return c.changed && !c.measured && !c.falls && !c.compared && !c.stepped && len(d.col.units) == 0 && len(r.units) > 0 &&
		(r.reading.measured || len(r.indicators) > 0) && !hasDimension(r.units, data.PerPoint)
}

// rateChange returns the unit of the difference between two values of a rate in per
// cent, which is in percentage points where per cent is the only unit in sight.
func rateChange(near, around []data.Unit) (data.Unit, bool) {
	units := near
	if len(units) == 0 {
		units = around
	}
	for _, u := range units {
		if u.Dimension != data.PerCent {
			return data.Unit{}, false
		}
	}
	return parseUnit("百分点")
}

// printedIn returns the unit that a change is printed in in its own cell, 0.1(百分点)
// or 13.5%, which goes before those that stand for its row.
func (d *draft) printedIn() (data.Unit, bool) {
	b := &d.obs.Key.Basis
	switch {
	case b.Measure != data.Growth && b.Measure != data.Change:
	case d.figure.points:
		b.Measure = data.Change
		return parseUnit("百分点")
	case d.figure.percent && b.Measure == data.Growth:
		return parseUnit("%")
	}
	return data.Unit{}, false
}

// misplaced reports whether a cell prints a change, 下降3.2 or 0.1个百分点, where no
// change can stand.
func (d *draft) misplaced() bool {
	switch d.obs.Key.Basis.Measure {
	case data.Growth, data.Change, data.Points:
		return d.figure.points && d.obs.Unit.Dimension != data.PerPoint || d.figure.worded && d.reading.falls
	}
	return d.figure.points || d.figure.worded
}

// cutChange takes the words of a change off a figure: 增长3.2% is 3.2%, 下降3.2 is
// -3.2, and 0.1(百分点) is 0.1 in percentage points. It returns false for a sign after
// a word, which would say the change twice.
func cutChange(s string, f *figure) (string, bool) {
	t := s
	for _, end := range []string{"个百分点", "(百分点)", "(个百分点)", "百分点"} {
		if r, ok := strings.CutSuffix(t, end); ok {
			t, f.points = strings.TrimSpace(r), true
			break
		}
	}
	sign := ""
	for _, w := range []struct{ word, sign string }{
		{"同比增长", ""},
		{"同比下降", "-"},
		{"增长", ""},
		{"上升", ""},
		{"提高", ""},
		{"上涨", ""},
		{"加快", ""},
		{"扩大", ""},
		{"下降", "-"},
		{"回落", "-"},
		{"降低", "-"},
		{"下跌", "-"},
		{"负增长", "-"},
	} {
		if r, ok := strings.CutPrefix(t, w.word); ok {
			t, sign, f.worded = strings.TrimSpace(r), w.sign, true
			break
		}
	}
	if f.worded && (t == "" || t[0] < '0' || t[0] > '9') {
		return s, false
	}
	return sign + t, true
}

// englishRate reports whether an English name is that of a rate, ratio or share, and
// not of a growth.
func englishRate(name string) bool {
	rate, growth := false, false
	for w := range strings.FieldsSeq(strings.ToLower(name)) {
		switch strings.Trim(w, ",;:()") {
		case "rate", "ratio", "share", "utilization", "utilisation":
			rate = true
		case "growth", "change", "increase", "inflation":
			growth = true
		}
	}
	return rate && !growth
}
