package brief

import (
	"cmp"
	"context"
	"slices"

	"yunxing/data"
	"yunxing/stats"
)

// Capacity is the utilisation of capacity by branch against a named threshold.
type Capacity struct {
	At        data.Period // the period the rates are of, at or before the selection
	Span      data.Span
	Threshold stats.Threshold
	Rows      []CapacityRow // the lowest first; the total, if known, first of all
}

// CapacityRow is one branch.
type CapacityRow struct {
	Item   data.Item
	Rate   data.Number
	Before data.Number // the same period of the year before
	Change data.Number
	Gap    data.Number // above the lower line of the threshold
	Band   stats.Band
}

// Capacity answers how far capacity is used: the rates of the latest period that
// is over, which is not always the selected one and is named in At.
func (d Desk) Capacity(ctx context.Context) (Capacity, error) {
	c := Capacity{Threshold: d.threshold()}
	var found map[string]data.Series
	for _, span := range []data.Span{data.Current, data.Cumulative, data.Point} {
		q := data.Query{Indicator: "utilisation", Region: d.sel.Region, Measure: data.Share, Span: span}
		series, err := d.byItem(ctx, q)
		if err != nil {
			return Capacity{}, err
		}
		if at, ok := latest(series); ok && (found == nil || later(at, c.At)) {
			c.At, c.Span, found = at, span, series
		}
	}
	if found == nil {
		return Capacity{}, d.absent(data.Query{Indicator: "utilisation", Region: d.sel.Region, Measure: data.Share})
	}
	for item, s := range found {
		rate := s.At(c.At)
		it, ok := d.catalog.Item(item)
		if !ok {
			it = data.Item{Code: item, Zh: item, En: item}
		}
		if !rate.Known() {
			continue
		}
		row := CapacityRow{Item: it, Rate: rate, Before: s.At(c.At.YearAgo()), Gap: c.Threshold.Gap(rate), Band: c.Threshold.Band(rate)}
		row.Change = stats.Difference(row.Rate, row.Before)
		c.Rows = append(c.Rows, row)
	}
	slices.SortFunc(c.Rows, func(a, b CapacityRow) int {
		return cmp.Or(totalFirst(a, b), cmp.Compare(a.Rate.Value, b.Rate.Value), cmp.Compare(a.Item.Code, b.Item.Code))
	})
	return c, nil
}

// latest returns the last period at which any of the series is known.
func latest(series map[string]data.Series) (last data.Period, ok bool) {
	for _, s := range series {
		if p, has := s.Last(); has && (!ok || later(p, last)) {
			last, ok = p, true
		}
	}
	return last, ok
}

// later reports whether p ends after q.
func later(p, q data.Period) bool { return !p.EndsBy(q) }

// totalFirst orders the row of the total before all others.
func totalFirst(a, b CapacityRow) int {
	switch {
	case a.Item.Code == b.Item.Code:
		return 0
	case a.Item.Code == data.TotalItem:
		return -1
	case b.Item.Code == data.TotalItem:
		return 1
	}
	return 0
}

// threshold returns that of the selection, or the first.
func (d Desk) threshold() stats.Threshold {
	if t, ok := stats.FindThreshold(d.sel.Threshold); ok {
		return t
	}
	return stats.Thresholds()[0]
}
