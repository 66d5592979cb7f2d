package brief

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"yunxing/data"
	"yunxing/stats"
)

// Ranking is the order of regions by cumulative growth of value added.
type Ranking struct {
	Group   data.Group
	Rows    []Ranked    // by growth, the highest first; ties in official order
	Own     int         // index of the selected region in Rows, −1 if it is not among them
	Nation  data.Number // growth of the nation or of the parent region, if known
	Missing []data.Region
}

// Ranked is one region.
type Ranked struct {
	Region data.Region
	Now    data.Number
	Before data.Number // a year before
	Change data.Number // in percentage points
	Target data.Number // growth aimed at for the year
	Gap    data.Number // Now − Target
	Place  stats.Place // by Now
}

// PublishedRank is a place that a source states itself.
type PublishedRank struct {
	Now, Before data.Number
	Change      data.Number // Before − Now: positive is up
}

// Ranking answers who is ahead in the group of the selection. Its error is Absent
// where no region of the group is known, and stats.ErrCoverage where too few are.
func (d Desk) Ranking(ctx context.Context) (Ranking, error) {
	group, ok := d.catalog.Group(d.peers())
	if !ok {
		return Ranking{}, d.absent(d.growthQuery("iva", data.TotalItem))
	}
	return d.rank(ctx, group, d.catalog.Members(group.Code, d.year()))
}

// Leagues answers who is ahead among the parts of the selected region.
func (d Desk) Leagues(ctx context.Context) (Ranking, error) {
	parts := d.catalog.Regions(d.sel.Region)
	return d.rank(ctx, data.Group{Code: leagues}, parts)
}

// leagues is the group of the regions that a region is made of.
const leagues = "leagues"

// absentParts says that a figure is absent of too many regions of a group.
func (d Desk) absentParts(group data.Group, q data.Query, values []data.Number) error {
	a := d.absent(q)
	a.Region, a.Of = d.sel.Region, len(values)
	for _, n := range values {
		if n.Known() {
			a.Known++
		}
	}
	a.Within = Few
	switch {
	case group.Code != leagues:
		a.Group = group.Code
	case a.Known == 0:
		a.Within = Parts
	}
	return a
}

// peers returns the group to rank within: that of the selection, else the one
// that a province belongs to, else the whole country.
func (d Desk) peers() string {
	if d.sel.Peers != "" {
		return d.sel.Peers
	}
	for _, r := range d.catalog.Members("west12", d.year()) {
		if r.Code == d.sel.Region {
			return "west12"
		}
	}
	return "nation31"
}

// rank orders members by growth at the period.
func (d Desk) rank(ctx context.Context, group data.Group, members []data.Region) (Ranking, error) {
	q := d.growthQuery("iva", data.TotalItem)
	q.Region = ""
	growth, err := d.byRegion(ctx, q)
	if err != nil {
		return Ranking{}, err
	}
	targets, err := d.targets(ctx)
	if err != nil {
		return Ranking{}, err
	}
	out := Ranking{Group: group, Own: -1, Nation: data.NotKnown()}
	if parent := d.parentOf(members); parent != "" {
		out.Nation = growth[parent].At(d.sel.Period)
	}
	values := make([]data.Number, len(members))
	for i, r := range members {
		values[i] = growth[r.Code].At(d.sel.Period)
	}
	places, err := stats.Ranks(values)
	if errors.Is(err, stats.ErrCoverage) {
		return Ranking{}, d.absentParts(group, q, values)
	}
	if err != nil {
		return Ranking{}, err
	}
	for i, r := range members {
		if !values[i].Known() {
			out.Missing = append(out.Missing, r)
			continue
		}
		row := Ranked{Region: r, Now: values[i], Before: growth[r.Code].At(d.in(d.year() - 1)), Place: places[i]}
		row.Change = stats.Difference(row.Now, row.Before)
		row.Target = targetOf(targets[r.Code], d.year())
		row.Gap = stats.Difference(row.Now, row.Target)
		out.Rows = append(out.Rows, row)
	}
	slices.SortStableFunc(out.Rows, func(a, b Ranked) int { return cmp.Compare(b.Now.Value, a.Now.Value) })
	out.Own = slices.IndexFunc(out.Rows, func(r Ranked) bool { return r.Region.Code == d.sel.Region })
	return out, nil
}

// parentOf returns the region that all members are parts of.
func (d Desk) parentOf(members []data.Region) string {
	if len(members) == 0 {
		return ""
	}
	return members[0].Parent
}

// PublishedRank returns the place in the nation that a source states for the
// region, with that of a year before.
func (d Desk) PublishedRank(ctx context.Context) (PublishedRank, error) {
	q := data.Query{Indicator: "iva", Region: d.sel.Region, Item: data.TotalItem, Measure: data.Rank, Span: data.Cumulative}
	s, _, err := d.find(ctx, q)
	if err != nil {
		return PublishedRank{}, err
	}
	r := PublishedRank{Now: s.At(d.sel.Period), Before: s.At(d.in(d.year() - 1))}
	if !r.Now.Known() {
		return PublishedRank{}, d.absent(q)
	}
	r.Change = stats.Difference(r.Before, r.Now)
	return r, nil
}

// targets returns the growth that each region aims at, by region.
func (d Desk) targets(ctx context.Context) (map[string][]data.Series, error) {
	out := map[string][]data.Series{}
	for _, m := range []data.Measure{data.Growth, data.Share, data.Level} {
		for _, span := range []data.Span{data.Current, data.Cumulative} {
			all, err := d.reader.Series(ctx, data.Query{Indicator: "iva_target", Measure: m, Span: span})
			if err != nil {
				return nil, err
			}
			for _, s := range all {
				out[s.Key.Region] = append(out[s.Key.Region], s)
			}
		}
	}
	return out, nil
}

// targetOf returns the target for a year. It is set when the year begins, so it
// is known before the year is over, whatever period it is printed under.
func targetOf(series []data.Series, year int) data.Number {
	for _, s := range series {
		for i, n := range s.Points {
			if s.Start.Add(i).Year() == year && n.Known() {
				return n
			}
		}
	}
	return data.NotKnown()
}
