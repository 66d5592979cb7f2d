package chart

import (
	"context"

	"yunxing/stats"
	"yunxing/ui/brief"
)

// buildLeagues draws who is ahead among the parts of the region, each with the
// growth it aims at for the year (表1).
func buildLeagues(ctx context.Context, d *draft) (*Figure, error) {
	r, err := d.desk.Leagues(ctx)
	if err != nil {
		return nil, err
	}
	c := Compared{
		Words: Words{
			Headline: d.join(d.reached(r), d.ends(r)),
			Subtitle: d.p.Text("chart.leagues.subtitle", "region", d.region(), "period", d.period()),
			Caption:  d.p.Text("chart.leagues.caption", "region", d.region(), "period", d.period()),
		},
		Name:  d.p.Text("chart.leagues.now", "period", d.period()),
		Marks: []ComparedMark{{Name: d.p.Text("chart.leagues.target"), Role: Total, Shape: Bar}},
	}
	aimed := false
	for _, m := range r.Rows {
		row := ComparedRow{
			Name: d.p.Region(m.Region), Rank: m.Place.Rank, Value: d.value(m.Now),
			Marks: []Value{d.value(m.Target)},
		}
		if m.Gap.Known() {
			aimed = true
			row.Label = d.p.Text("chart.leagues.gap", "value", d.p.Number(m.Now), "gap", d.p.Signed(m.Gap))
			if rounded(m.Gap) < 0 {
				row.Role, row.Own = Second, true
			}
		}
		c.Rows = append(c.Rows, row)
	}
	if r.Nation.Known() {
		c.References = []Reference{d.reference(d.region(), r.Nation)}
	}
	if aimed {
		d.note(d.p.Text("chart.leagues.brackets"))
	}
	d.noteRanking(r)
	return c.Figure()
}

// reached counts the parts whose growth is not below what they aim at for the
// year; it is empty where no target is known.
func (d *draft) reached(r brief.Ranking) string {
	known, reached := 0, 0
	for _, m := range r.Rows {
		gap := stats.Difference(m.Now, m.Target)
		if !gap.Known() {
			continue
		}
		known++
		if rounded(gap) >= 0 {
			reached++
		}
	}
	if known == 0 {
		return ""
	}
	return d.p.Text("chart.leagues.reached", "n", d.p.Count(reached), "of", d.p.Count(known))
}
