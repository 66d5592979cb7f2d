package stats

import (
	"context"
	"slices"

	"yunxing/data"
)

// auditRanks checks stated ranks of regions against the figures of their group. A
// rank does not say what it ranks: it is one of growth where it agrees with that or
// nothing else is known, else one of the level, the share, the index or the change
// that it agrees with most often.
func auditRanks() Auditor {
	return Auditor{RuleRank, func(ctx context.Context, in Input) ([]Checked, error) {
		var out []Checked
		for _, span := range []data.Span{data.Cumulative, data.Current, data.Point} {
			stated, err := in.Reader.Series(ctx, data.Query{Measure: data.Rank, Span: span, Region: in.Region})
			if err != nil {
				return nil, err
			}
			for _, s := range stated {
				run, err := rankOver(ctx, in, s)
				if err != nil {
					return nil, err
				}
				out = append(out, run...)
			}
		}
		return out, nil
	}}
}

// rankOver checks a rank over time against what it agrees with most.
func rankOver(ctx context.Context, in Input, s data.Series) ([]Checked, error) {
	var best []Checked
	held := -1
	for _, r := range ranked(s.Key) {
		series, err := groupSeries(ctx, in, r.query)
		if err != nil {
			return nil, err
		}
		run := over(s, func(p data.Period, rank data.Number) Finding {
			values, at := r.values(series, groupOf(in.Catalog, s.Key, p.Year()), s.Key, p)
			return CheckRank(rank, values, at, r.order)
		})
		if n := agreeing(run); len(run) > 0 && n > held {
			best, held = run, n
		}
	}
	return best, nil
}

// agreeing returns how many of findings agree.
func agreeing(run []Checked) int {
	n := 0
	for _, c := range run {
		if c.Verdict == Consistent || c.Verdict == WithinRounding {
			n++
		}
	}
	return n
}

// A rankedBy is what a rank may be one of.
type rankedBy struct {
	query  data.Query
	order  Order
	change bool // over the year
}

// ranked returns what a rank may be one of, the likeliest first.
func ranked(k data.Key) []rankedBy {
	of := func(m data.Measure, ref data.Reference) data.Query {
		return data.Query{Indicator: k.Indicator, Item: k.Item, Measure: m, Span: k.Basis.Span, Reference: ref}
	}
	if k.Indicator == "iva_fall_rank_west" {
		q := of(data.Growth, data.YearAgo)
		q.Indicator = "iva"
		return []rankedBy{{q, Ascending, true}}
	}
	growth := of(data.Growth, data.YearAgo)
	return []rankedBy{
		{growth, Descending, false},
		{of(data.Level, data.NoReference), Descending, false},
		{of(data.Share, data.NoReference), Descending, false},
		{of(data.Index, data.NoReference), Descending, false},
		{growth, Descending, true},
		{growth, Ascending, true},
	}
}

// groupSeries returns the series that a query finds by region, one for each.
func groupSeries(ctx context.Context, in Input, q data.Query) (map[string]data.Series, error) {
	all, err := found(ctx, in.Reader, q)
	if err != nil {
		return nil, err
	}
	out := map[string]data.Series{}
	for at, s := range all {
		out[at.region] = s
	}
	return out, nil
}

// values returns what a group is ranked by at a period, and the place of the region of
// k in it.
func (r rankedBy) values(series map[string]data.Series, group []data.Region, k data.Key, p data.Period) ([]data.Number, int) {
	values := make([]data.Number, len(group))
	for i, m := range group {
		values[i] = valueAt(series[m.Code], p)
		if r.change {
			values[i] = Difference(values[i], valueAt(series[m.Code], p.YearAgo()))
		}
	}
	return values, slices.IndexFunc(group, func(m data.Region) bool { return m.Code == k.Region })
}

// groupOf returns the regions that a rank is one among in a year: those of the group
// that its coverage names, of the west for what ranks there, else the siblings of the
// region. It is nil where the coverage names another thing.
func groupOf(c *data.Catalog, k data.Key, year int) []data.Region {
	region, ok := c.Region(k.Region)
	if !ok {
		return nil
	}
	if k.Indicator == "iva_fall_rank_west" {
		return western(c, region, year)
	}
	if k.Coverage == "" {
		return siblings(c, region, year)
	}
	for _, g := range c.Groups() {
		if k.Coverage == g.Code || k.Coverage == g.Zh || k.Coverage == g.En {
			return c.Members(g.Code, year)
		}
	}
	if whole, ok := c.FindRegion(k.Coverage); ok && whole.Code == region.Parent {
		return siblings(c, region, year)
	}
	return nil
}
