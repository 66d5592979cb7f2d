package chart

import (
	"context"
	"slices"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/brief"
)

// buildRanked draws who is ahead in the group of the region (图3).
func buildRanked(ctx context.Context, d *draft) (*Figure, error) {
	r, err := d.desk.Ranking(ctx)
	if err != nil {
		return nil, err
	}
	group := d.p.Group(r.Group)
	f := Ranked{
		Words: Words{
			Headline: d.join(d.standing(r, group)...),
			Subtitle: d.p.Text("chart.ranked.subtitle", "group", group, "period", d.period()),
			Caption:  d.p.Text("chart.ranked.caption", "group", group, "period", d.period()),
		},
		Rows: d.rankRows(r),
	}
	if r.Nation.Known() && len(r.Rows) > 0 {
		f.References = []Reference{d.reference(d.p.RegionOf(d.desk.Catalog(), r.Rows[0].Region.Parent), r.Nation)}
	}
	d.noteRanking(r)
	return f.Figure()
}

// rankRows returns the rows of a ranking; members that are not known come last.
func (d *draft) rankRows(r brief.Ranking) []Row {
	var rows []Row
	for i, m := range r.Rows {
		rows = append(rows, Row{
			Name: d.p.Region(m.Region), Code: m.Region.Code, Value: d.value(m.Now),
			Rank: m.Place.Rank, Strong: i == r.Own,
		})
	}
	for _, m := range r.Missing {
		rows = append(rows, Row{Name: d.p.Region(m), Code: m.Code, Value: Missing()})
	}
	return rows
}

// reference returns the line of a value: its name with the value behind it.
func (d *draft) reference(name string, n data.Number) Reference {
	v := d.value(n)
	return Reference{Name: d.p.Text("chart.reference", "name", name, "value", d.p.Number(n)), Value: v.V, Refs: v.Refs}
}

// standing says where the selected region stands or, where it is not in the
// group, who is first and who last.
func (d *draft) standing(r brief.Ranking, group string) []string {
	if r.Own < 0 {
		return []string{d.ends(r)}
	}
	own := r.Rows[r.Own]
	key := "chart.ranked.place"
	if own.Place.Ties > 0 {
		key = "chart.ranked.tied"
	}
	return []string{
		d.p.Text("chart.grew-in", "region", d.p.Region(own.Region), "period", d.period(), "verb", d.grew(own.Now)),
		d.p.Text(key, "group", group, "place", d.p.Ordinal(own.Place.Rank)),
		d.against(stats.Difference(own.Now, r.Nation), d.p.RegionOf(d.desk.Catalog(), own.Region.Parent)),
	}
}

// ends names the first and the last of a ranking.
func (d *draft) ends(r brief.Ranking) string {
	all := make([]standing, len(r.Rows))
	for i, row := range r.Rows {
		all[i] = standing{d.p.Region(row.Region), row.Now}
	}
	return d.between(all)
}

// noteRanking says what the ranks rest on: figures derived from others, and
// members that are not known.
func (d *draft) noteRanking(r brief.Ranking) {
	if slices.ContainsFunc(r.Rows, func(m brief.Ranked) bool { return m.Now.Status > data.Published }) {
		d.note(d.p.Text("chart.ranked.derived"))
	}
	var names []string
	for _, m := range r.Missing {
		names = append(names, d.p.Region(m))
	}
	d.noteAbsent(names)
}
