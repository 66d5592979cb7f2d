package chart

import (
	"context"
	"math"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/brief"
)

// buildRevisions draws how published growth was revised: what was first said of each
// period, and what is said now.
func buildRevisions(ctx context.Context, d *draft) (*Figure, error) {
	r, err := d.desk.Revisions(ctx)
	if err != nil {
		return nil, err
	}
	f := Dumbbell{
		Words: d.revisionWords("revisions", r), Kept: true,
		FromName: d.p.Text("chart.revisions.first"), ToName: d.p.Text("chart.revisions.latest"),
	}
	for _, row := range r.Rows {
		f.Moves = append(f.Moves, Move{Name: d.p.Period(d.inMonths(row.Period), data.Cumulative), From: d.value(row.First), To: d.value(row.Latest), Strong: row.Changed()})
	}
	return f.Figure()
}

// buildTriangle draws what each release said of each period, as a table that fills
// from release to release; the tint is the distance from what was said first.
func buildTriangle(ctx context.Context, d *draft) (*Figure, error) {
	r, err := d.desk.Revisions(ctx)
	if err != nil {
		return nil, err
	}
	h := Heat{Words: d.revisionWords("triangle", r)}
	for _, day := range r.Days {
		h.Columns = append(h.Columns, day.String())
		h.Centres = append(h.Centres, math.NaN())
	}
	most := 0.0
	for _, row := range r.Rows {
		h.Rows = append(h.Rows, HeatRow{Name: d.p.Period(d.inMonths(row.Period), data.Cumulative), Values: d.all(row.Values)})
		for _, v := range row.Values {
			if v.Known() {
				most = max(most, math.Abs(v.Value-row.First.Value))
			}
		}
	}
	f, err := h.Figure()
	if err != nil {
		return nil, err
	}
	cells, _ := f.Panels[0].Marks[0].(Cells)
	for i, c := range cells.Data {
		if c.Known() && most > 0 {
			cells.Data[i].Tint = (c.V - r.Rows[c.Row].First.Value) / most
		}
	}
	return f, nil
}

// revisionWords returns the words of a figure of revisions: how many periods were
// revised, and which most.
func (d *draft) revisionWords(kind string, r brief.Revisions) Words {
	changed, widest := 0, -1
	for i, row := range r.Rows {
		if !row.Changed() {
			continue
		}
		changed++
		if widest < 0 || math.Abs(row.Latest.Value-row.First.Value) > math.Abs(r.Rows[widest].Latest.Value-r.Rows[widest].First.Value) {
			widest = i
		}
	}
	w := r.Rows[widest] // one has changed, or there is no answer
	return Words{
		Headline: d.join(
			d.p.Text("chart.revisions.headline", "n", d.p.Count(changed), "of", d.p.Count(len(r.Rows))),
			d.p.Text("chart.revisions.widest", "period", d.p.Period(d.inMonths(w.Period), data.Cumulative), "d", d.p.Signed(stats.Difference(w.Latest, w.First)))),
		Subtitle: d.p.Text("chart."+kind+".subtitle", "region", d.region()),
		Caption:  d.p.Text("chart."+kind+".caption", "region", d.region(), "period", d.period()),
	}
}
