package chart

import (
	"cmp"
	"context"
	"errors"
	"math"
	"slices"

	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/brief"
)

// mostColumns is how many times stand beside each other in a table.
const mostColumns = 8

// buildHeat draws the growth of every part of the region at the times of this year
// and at the same time a year before, as a table: every number printed, its tint
// the distance from the region (表1).
func buildHeat(ctx context.Context, d *draft) (*Figure, error) {
	now, err := d.desk.Leagues(ctx)
	if err != nil {
		return nil, err
	}
	periods := []data.Period{d.at()}
	tables := []brief.Ranking{now}
	for p := d.at().Add(-1); p.Year() >= d.at().Year()-1 && len(periods) < mostColumns; p = p.Add(-1) {
		if p.Year() < d.at().Year() && p != d.at().YearAgo() {
			continue
		}
		r, err := d.desk.At(p).Leagues(ctx)
		switch {
		case err == nil:
			periods, tables = append(periods, p), append(tables, r)
		case !errors.Is(err, brief.ErrAbsent) && !errors.Is(err, stats.ErrCoverage):
			return nil, err
		}
	}
	slices.Reverse(periods)
	slices.Reverse(tables)
	h := Heat{}
	for i, p := range periods {
		h.Columns = append(h.Columns, d.p.Period(d.inMonths(p), data.Cumulative))
		c := math.NaN()
		if tables[i].Nation.Known() {
			c = tables[i].Nation.Value
		}
		h.Centres = append(h.Centres, c)
	}
	for _, m := range now.Rows {
		row := HeatRow{Name: d.p.Region(m.Region)}
		for _, t := range tables {
			row.Values = append(row.Values, d.value(growthOf(t, m.Region.Code)))
		}
		h.Rows = append(h.Rows, row)
	}
	if now.Nation.Known() {
		h.Rows = append(h.Rows, d.wholeRow(tables))
	}
	h.Words = Words{
		Headline: d.ends(now),
		Subtitle: d.p.Text("chart.heat.subtitle", "region", d.region()),
		Caption:  d.p.Text("chart.heat.caption", "region", d.region(), "period", d.period()),
	}
	d.noteRanking(now)
	return h.Figure()
}

// wholeRow returns the row of the region itself.
func (d *draft) wholeRow(tables []brief.Ranking) HeatRow {
	row := HeatRow{Name: d.region(), Strong: true}
	for _, t := range tables {
		row.Values = append(row.Values, d.value(t.Nation))
	}
	return row
}

// growthOf returns the growth of a region in an order.
func growthOf(r brief.Ranking, code string) data.Number {
	for _, m := range r.Rows {
		if m.Region.Code == code {
			return m.Now
		}
	}
	return data.NotKnown()
}

// byValue returns the known rows of a table by the n-th value, the highest first.
func byValue(m brief.Matrix, n int) []brief.MatrixRow {
	rows := slices.DeleteFunc(slices.Clone(m.Rows), func(r brief.MatrixRow) bool { return !r.Values[n].Known() })
	slices.SortStableFunc(rows, func(a, b brief.MatrixRow) int { return cmp.Compare(rounded(b.Values[n]), rounded(a.Values[n])) })
	return rows
}
