package brief

import (
	"cmp"
	"context"
	"slices"

	"yunxing/data"
	"yunxing/stats"
)

// A Matrix is figures of several items at several periods, all of one basis.
type Matrix struct {
	Basis   data.Basis
	Unit    data.Unit
	Periods []data.Period
	Rows    []MatrixRow
	Absent  []data.Item // items that were asked for and are not known
}

// MatrixRow is one item.
type MatrixRow struct {
	Item   data.Item
	Values []data.Number // one for each period
	Change data.Number   // last value − the one before, where that is of another year; else not known
	Series data.Series
}

// matrix returns the rows of items that are known at any of the periods, in the
// order of items; those that are not known at all go to Absent.
func (d Desk) matrix(ctx context.Context, q data.Query, items []data.Item, periods []data.Period) (Matrix, error) {
	all, err := d.byItem(ctx, q)
	if err != nil {
		return Matrix{}, err
	}
	m := Matrix{Periods: periods}
	for _, it := range items {
		s, ok := all[it.Code]
		row := MatrixRow{Item: it, Series: s, Change: data.NotKnown()}
		known := false
		for _, p := range periods {
			n := s.At(p)
			row.Values = append(row.Values, n)
			known = known || n.Shown()
		}
		if !ok || !known {
			m.Absent = append(m.Absent, it)
			continue
		}
		m.Basis, m.Unit = s.Key.Basis, s.Unit
		row.Change = lastChange(row.Values, periods)
		m.Rows = append(m.Rows, row)
	}
	if len(m.Rows) == 0 {
		return Matrix{}, d.absent(q)
	}
	return m, nil
}

// lastChange returns the change from the year before to the last period.
func lastChange(values []data.Number, periods []data.Period) data.Number {
	n := len(values) - 1
	before := slices.Index(periods, periods[n].YearAgo())
	if before < 0 {
		return data.NotKnown()
	}
	return stats.Difference(values[n], values[before])
}

// sameInYears returns the selected period in the selection's year and the n
// before it, the earliest first.
func (d Desk) sameInYears(n int) []data.Period {
	var out []data.Period
	for y := d.year() - n; y <= d.year(); y++ {
		out = append(out, d.in(y))
	}
	return out
}

// items returns the items with the given codes.
func (d Desk) items(codes ...string) []data.Item {
	var out []data.Item
	for _, c := range codes {
		if it, ok := d.catalog.Item(c); ok {
			out = append(out, it)
		}
	}
	return out
}

// allItems returns every item of the catalogue, sections before branches.
func (d Desk) allItems() []data.Item {
	var out []data.Item
	for _, k := range []data.ItemKind{data.Total, data.Section, data.Branch, data.Size, data.Ownership, data.Sector} {
		out = append(out, d.catalog.Items(k)...)
	}
	return out
}

// Branches answers how the main branches grew: cumulative growth at the quarters
// of this year, beside the total (表4).
func (d Desk) Branches(ctx context.Context) (Matrix, error) {
	periods := d.quarterEnds(d.year())
	if len(periods) == 0 || !d.sel.Period.EndsBy(periods[len(periods)-1]) {
		periods = append(periods, d.sel.Period)
	}
	items := d.items("total", "coal", "power-heat", "chemicals", "ferrous-metals", "nonferrous-metals", "farm-food", "nonmetal-products", "general-machinery", "special-machinery", "automobiles", "mining", "manufacturing", "utilities")
	return d.matrix(ctx, d.growthQuery("iva", ""), items, periods)
}

// AllBranches answers how every two-digit branch grew at the period, the highest
// first.
func (d Desk) AllBranches(ctx context.Context) (Matrix, error) {
	m, err := d.matrix(ctx, d.growthQuery("iva", ""), d.catalog.Branches(edition(d.year())), []data.Period{d.sel.Period.YearAgo(), d.sel.Period})
	if err != nil {
		return m, err
	}
	m.Rows = slices.DeleteFunc(m.Rows, func(r MatrixRow) bool { return !r.Values[1].Known() })
	slices.SortStableFunc(m.Rows, func(a, b MatrixRow) int { return cmp.Compare(b.Values[1].Value, a.Values[1].Value) })
	return m, nil
}

// edition returns the year of the GB/T 4754 edition that statistics of a year use.
func edition(year int) int {
	switch {
	case year < 2012:
		return 2002
	case year < 2018:
		return 2011
	}
	return 2017
}

// BranchAgainstTotal answers whether one branch, coal unless another is named,
// moves with the total: cumulative growth of both (图5).
func (d Desk) BranchAgainstTotal(ctx context.Context, item string) (Matrix, error) {
	if item == "" {
		item = "coal"
	}
	return d.matrix(ctx, d.growthQuery("iva", ""), d.items(item, "total"), d.sameInYears(3))
}

// Products answers how the output of the main products grew, in the same months
// of three years (表2).
func (d Desk) Products(ctx context.Context) (Matrix, error) {
	items := d.items("raw-coal", "steel", "aluminium", "fertiliser", "methanol", "trucks", "cement", "coke", "electricity", "flat-glass")
	return d.matrix(ctx, d.growthQuery("output", ""), items, d.sameInYears(2))
}

// Investment answers how investment grew in manufacturing and in real estate, in
// the same months of the last five years (表5).
func (d Desk) Investment(ctx context.Context) (Matrix, error) {
	periods := d.sameInYears(4)
	m, err := d.matrix(ctx, d.growthQuery("investment", ""), d.items("total", "manufacturing", "mining", "utilities"), periods)
	if err != nil {
		return m, err
	}
	re, ok, err := d.find(ctx, d.growthQuery("realestate", data.TotalItem))
	if err != nil || !ok {
		return m, err
	}
	item, _ := d.catalog.Item("real-estate-development")
	row := MatrixRow{Item: item, Series: re}
	for _, p := range periods {
		row.Values = append(row.Values, re.At(p))
	}
	row.Change = lastChange(row.Values, periods)
	m.Rows = append(m.Rows, row)
	return m, nil
}
