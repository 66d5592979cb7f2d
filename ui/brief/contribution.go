package brief

import (
	"context"

	"yunxing/data"
	"yunxing/stats"
)

// Contribution is which branches drove the growth of a total.
type Contribution struct {
	Indicator data.Indicator
	Unit      data.Unit
	Pulls     stats.Pulls
	Stated    bool // the pulls are as published, not computed
}

// Contribution answers what drove growth: the pulls of the branches on profit, or
// on the indicator named ("" is profit), from levels and growths at comparable
// scope.
func (d Desk) Contribution(ctx context.Context, indicator string) (Contribution, error) {
	if indicator == "" {
		indicator = "profit"
	}
	ind, _ := d.catalog.Indicator(indicator)
	q := d.growthQuery(indicator, "")
	if ind.Kind == data.Stock {
		q.Span = data.Point
	}
	growth, err := d.byItem(ctx, q)
	if err != nil {
		return Contribution{}, err
	}
	level := q
	level.Measure, level.Reference = data.Level, data.NoReference
	levels, err := d.byItem(ctx, level)
	if err != nil {
		return Contribution{}, err
	}
	unit := levels[data.TotalItem].Unit
	part := func(item string) stats.Part {
		s := levels[item]
		now, before := s.At(d.sel.Period).In(s.Unit, unit), s.At(d.sel.Period.YearAgo()).In(s.Unit, unit)
		return stats.Part{Item: item, Level: now, Growth: stats.BasedGrowth(growth[item].At(d.sel.Period), now, before)}
	}
	total := part(data.TotalItem)
	if !total.Level.Known() || !total.Growth.Known() {
		return Contribution{}, d.absent(level)
	}
	var parts []stats.Part
	for _, b := range d.catalog.Branches(edition(d.year())) {
		if p := part(b.Code); p.Level.Shown() || p.Growth.Shown() {
			parts = append(parts, p)
		}
	}
	if len(parts) == 0 {
		a := d.absent(level)
		a.Within = Branches
		return Contribution{}, a
	}
	return Contribution{Indicator: ind, Unit: unit, Pulls: stats.Contribution(total, parts)}, nil
}

// StatedPulls answers what drove the growth of value added where its publisher
// states pulls in percentage points: the row of each branch, sections first.
func (d Desk) StatedPulls(ctx context.Context) (Matrix, error) {
	q := data.Query{Indicator: "iva", Region: d.sel.Region, Measure: data.Points, Span: data.Cumulative}
	all, err := d.byItem(ctx, q)
	if err != nil {
		return Matrix{}, err
	}
	m := Matrix{Periods: []data.Period{d.sel.Period}}
	for _, it := range d.allItems() {
		s, ok := all[it.Code]
		if n := s.At(d.sel.Period); ok && n.Shown() {
			m.Basis, m.Unit = s.Key.Basis, s.Unit
			m.Rows = append(m.Rows, MatrixRow{Item: it, Values: []data.Number{n}, Change: data.NotKnown(), Series: s})
		}
	}
	if len(m.Rows) == 0 {
		return Matrix{}, d.absent(q)
	}
	return m, nil
}
