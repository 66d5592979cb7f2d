package brief

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"yunxing/data"
	"yunxing/stats"
)

// Moods answers how the mood of enterprises changed: the climate and the
// confidence index of the nation, quarter by quarter.
func (d Desk) Moods(ctx context.Context) (climate, confidence data.Series, err error) {
	q := data.Query{Indicator: "climate", Region: "000000", Item: data.TotalItem, Measure: data.Index, Span: data.Current}
	climate, ok, err := d.find(ctx, q)
	if err != nil {
		return climate, confidence, err
	}
	if !ok {
		return climate, confidence, d.absent(q)
	}
	q.Indicator = "confidence"
	confidence, _, err = d.find(ctx, q)
	return climate, confidence, err
}

// A RankingAt is an order of regions at one time.
type RankingAt struct {
	Period data.Period
	Ranking
}

// Rankings answers how the order of the group changed: that of every period of
// this year and the year before for which enough members are known, the latest n,
// the earliest first.
func (d Desk) Rankings(ctx context.Context, n int) ([]RankingAt, error) {
	var out []RankingAt
	var first error
	for p := d.sel.Period; p.Year() >= d.year()-1 && len(out) < n; p = p.Add(-1) {
		r, err := d.At(p).Ranking(ctx)
		switch {
		case err == nil:
			out = append(out, RankingAt{p, r})
		case errors.Is(err, ErrAbsent), errors.Is(err, stats.ErrCoverage):
			first = cmp.Or(first, err)
		default:
			return nil, err
		}
	}
	slices.Reverse(out)
	if len(out) == 0 {
		return nil, first
	}
	return out, nil
}

// A BreadthAt is how many branches grew at one time.
type BreadthAt struct {
	Period data.Period
	stats.BreadthOf
}

// Breadths answers how wide growth was: at each of the last n quarters, how many
// branches rose, stood or fell. Quarters with fewer than nine in ten of the
// branches that are known at best are left out.
func (d Desk) Breadths(ctx context.Context, n int) ([]BreadthAt, error) {
	q := d.growthQuery("iva", "")
	all, err := d.byItem(ctx, q)
	if err != nil {
		return nil, err
	}
	end, ok := d.sel.Period.In(data.Quarterly)
	if !ok {
		end = data.Quarter(d.year(), max(1, (d.sel.Period.Number()-1)*4/int(d.sel.Period.Freq())))
	}
	var out []BreadthAt
	most := 0
	for i := n - 1; i >= 0; i-- {
		p := end.Add(-i)
		var growths []data.Number
		for _, it := range d.catalog.Branches(edition(p.Year())) {
			growths = append(growths, all[it.Code].At(p))
		}
		b := stats.BreadthShare(growths)
		most = max(most, b.Of)
		out = append(out, BreadthAt{p, b})
	}
	out = slices.DeleteFunc(out, func(b BreadthAt) bool { return b.Of == 0 || 10*b.Of < 9*most })
	if most < fewestBranches {
		a := d.absent(q)
		a.Within = Branches
		return nil, a
	}
	return out, nil
}

// fewestBranches is how many branches must be known for their breadth to say anything.
const fewestBranches = 5

// A Structure is what a total is made of, in the same months of two years.
type Structure struct {
	Indicator data.Indicator
	Rows      []StructureRow // by share, the greatest first
}

// StructureRow is one branch, shares in per cent of the total.
type StructureRow struct {
	Item        data.Item
	Now, Before data.Number
}

// Structure answers which branches revenue comes from.
func (d Desk) Structure(ctx context.Context) (Structure, error) {
	q := data.Query{Region: d.sel.Region, Measure: data.Level, Span: data.Cumulative}
	for _, code := range []string{"iva", "revenue_main", "revenue", "profit"} {
		q.Indicator = code
		levels, err := d.byItem(ctx, q)
		if err != nil {
			return Structure{}, err
		}
		rows := d.shares(levels)
		if len(rows) > 1 {
			ind, _ := d.catalog.Indicator(code)
			return Structure{Indicator: ind, Rows: rows}, nil
		}
	}
	a := d.absent(q)
	a.Indicator, a.Or, a.Within = "iva", []string{"revenue_main", "revenue", "profit"}, Branches
	return Structure{}, a
}

// shares returns the shares of the branches in their total.
func (d Desk) shares(levels map[string]data.Series) []StructureRow {
	total, before := levels[data.TotalItem].At(d.sel.Period), levels[data.TotalItem].At(d.sel.Period.YearAgo())
	var out []StructureRow
	for _, it := range d.catalog.Branches(edition(d.year())) {
		row := StructureRow{Item: it}
		row.Now = stats.Ratio(levels[it.Code].At(d.sel.Period), total, 1)
		row.Before = stats.Ratio(levels[it.Code].At(d.sel.Period.YearAgo()), before, 1)
		if row.Now.Known() {
			out = append(out, row)
		}
	}
	slices.SortStableFunc(out, func(a, b StructureRow) int { return cmp.Compare(b.Now.Value, a.Now.Value) })
	return out
}
