package chart

import (
	"cmp"
	"context"
	"slices"

	"yunxing/data"
	"yunxing/ui/brief"
)

// buildMoves draws who moved in the group of the region since the year before, one
// below the other.
func buildMoves(ctx context.Context, d *draft) (*Figure, error) {
	r, words, err := d.movers(ctx, "moves")
	if err != nil {
		return nil, err
	}
	f := Dumbbell{Words: words, FromName: d.p.Period(d.inMonths(d.at().YearAgo()), data.Cumulative), ToName: d.period(), Moves: d.moves(r)}
	return f.Figure()
}

// buildSlope draws the same as lines from the year before to this one.
func buildSlope(ctx context.Context, d *draft) (*Figure, error) {
	r, words, err := d.movers(ctx, "slope")
	if err != nil {
		return nil, err
	}
	f := Slope{
		Words:    words,
		FromName: d.p.Period(d.inMonths(d.at().YearAgo()), data.Cumulative), ToName: d.period(), Moves: d.moves(r),
	}
	return f.Figure()
}

// movers returns the ranking of the group with the words of a figure of moves. Its
// error says so where fewer than two members are known in both years.
func (d *draft) movers(ctx context.Context, kind string) (brief.Ranking, Words, error) {
	r, err := d.desk.Ranking(ctx)
	if err != nil {
		return r, Words{}, err
	}
	both := slices.DeleteFunc(slices.Clone(r.Rows), func(m brief.Ranked) bool { return !m.Change.Known() })
	if len(both) < 2 {
		return r, Words{}, d.lacking(valueAdded(brief.Before))
	}
	slices.SortStableFunc(both, func(a, b brief.Ranked) int { return cmp.Compare(b.Change.Value, a.Change.Value) })
	faster := 0
	for _, m := range both {
		if rounded(m.Change) > 0 {
			faster++
		}
	}
	clauses := []string{d.p.Text("chart.moves.faster", "n", d.p.Count(faster), "of", d.p.Count(len(both)))}
	if up := both[0]; rounded(up.Change) > 0 {
		clauses = append(clauses, d.p.Text("chart.moves.up", "name", d.p.Region(up.Region), "d", d.p.Number(up.Change)))
	}
	if down := both[len(both)-1]; rounded(down.Change) < 0 {
		clauses = append(clauses, d.p.Text("chart.moves.down", "name", d.p.Region(down.Region), "d", d.p.Number(size(down.Change))))
	}
	group := d.p.Group(r.Group)
	words := Words{
		Headline: d.join(clauses...),
		Subtitle: d.p.Text("chart.moves.subtitle", "group", group, "period", d.period()),
		Caption:  d.p.Text("chart."+kind+".caption", "group", group, "period", d.period()),
	}
	d.noteRanking(r)
	return r, words, nil
}

// moves returns the rows of a ranking with their values a year before.
func (d *draft) moves(r brief.Ranking) []Move {
	var out []Move
	for i, m := range r.Rows {
		out = append(out, Move{Name: d.p.Region(m.Region), Code: m.Region.Code, From: d.value(m.Before), To: d.value(m.Now), Strong: i == r.Own})
	}
	return out
}

// mostTimes is how many times an order is followed over.
const mostTimes = 8

// buildBump draws how places in the group changed from time to time.
func buildBump(ctx context.Context, d *draft) (*Figure, error) {
	all, err := d.desk.Rankings(ctx, mostTimes)
	if err != nil {
		return nil, err
	}
	if len(all) < 2 {
		return nil, d.lacking(valueAdded(brief.Times))
	}
	last := all[len(all)-1]
	b := Bump{Strong: -1}
	for _, at := range all {
		b.Slots = append(b.Slots, d.p.Period(d.inMonths(at.Period), data.Cumulative))
	}
	for i, m := range last.Rows {
		s := Series{Name: d.p.Region(m.Region)}
		for _, at := range all {
			s.Values = append(s.Values, placeIn(at.Ranking, m.Region.Code))
		}
		if i == last.Own {
			b.Strong = i
		}
		b.Rows = append(b.Rows, s)
	}
	group := d.p.Group(last.Group)
	b.Words = Words{
		Headline: d.climbed(all),
		Subtitle: d.p.Text("chart.bump.subtitle", "group", group),
		Caption:  d.p.Text("chart.bump.caption", "group", group, "period", d.period()),
	}
	d.noteRanking(last.Ranking)
	return b.Figure()
}

// placeIn returns the place of a region in an order.
func placeIn(r brief.Ranking, code string) Value {
	for _, m := range r.Rows {
		if m.Region.Code == code && m.Place.Rank > 0 {
			v := NewValue(float64(m.Place.Rank), 0, Derived)
			for _, ref := range m.Now.Refs {
				v.Refs = append(v.Refs, int64(ref))
			}
			return v
		}
	}
	return Missing()
}

// climbed says how the place of the own region changed, or that of the one which
// is first.
func (d *draft) climbed(all []brief.RankingAt) string {
	first, last := all[0], all[len(all)-1]
	i := max(last.Own, 0)
	now := last.Rows[i]
	before := placeIn(first.Ranking, now.Region.Code)
	args := []string{"name", d.p.Region(now.Region), "b", d.p.Ordinal(now.Place.Rank), "to", d.p.Period(d.inMonths(last.Period), data.Cumulative)}
	if !before.Known() {
		return d.p.Text("chart.bump.is", args...)
	}
	args = append(args, "a", d.p.Ordinal(int(before.V)), "from", d.p.Period(d.inMonths(first.Period), data.Cumulative))
	switch {
	case now.Place.Rank < int(before.V):
		return d.p.Text("chart.bump.up", args...)
	case now.Place.Rank > int(before.V):
		return d.p.Text("chart.bump.down", args...)
	}
	return d.p.Text("chart.bump.same", args...)
}
