package chart

import (
	"cmp"
	"context"
	"slices"

	"yunxing/data"
	"yunxing/ui/brief"
)

// buildBranches draws how the main branches grew, ordered, each with its growth
// a quarter earlier (表4).
func buildBranches(ctx context.Context, d *draft) (*Figure, error) {
	m, err := d.desk.Branches(ctx)
	if err != nil {
		return nil, err
	}
	n := len(m.Periods) - 1
	rows := slices.DeleteFunc(slices.Clone(m.Rows), func(r brief.MatrixRow) bool { return !r.Values[n].Known() })
	slices.SortStableFunc(rows, func(a, b brief.MatrixRow) int { return cmp.Compare(rounded(b.Values[n]), rounded(a.Values[n])) })
	if !slices.ContainsFunc(rows, func(r brief.MatrixRow) bool { return r.Item.Code != data.TotalItem }) {
		return nil, ErrNothing // the total alone says nothing of branches
	}
	c := Compared{
		Words: Words{
			Headline: d.spread(rows, n),
			Subtitle: d.p.Text("chart.branches.subtitle", "region", d.region(), "period", d.period()),
			Caption:  d.p.Text("chart.branches.caption", "region", d.region(), "period", d.period()),
		},
		Name: d.last(m.Periods[n]), Role: Context,
	}
	if n > 0 {
		c.Marks = []ComparedMark{{Name: d.short(m.Periods[n-1]), Role: Total, Shape: Ring}}
	}
	for _, r := range rows {
		c.Rows = append(c.Rows, d.branchRow(r, n))
	}
	d.noteDerived()
	return c.Figure()
}

// branchRow returns the bar of a branch: the total strong, coal in its colour.
func (d *draft) branchRow(r brief.MatrixRow, n int) ComparedRow {
	row := ComparedRow{Name: d.p.ItemShort(r.Item), Value: d.value(r.Values[n])}
	switch r.Item.Code {
	case data.TotalItem:
		row.Name, row.Role, row.Own, row.Strong = d.p.Text("chart.all-industry"), Accent, true, true
	case "coal":
		row.Role, row.Own = Coal, true
	}
	if n > 0 {
		row.Marks = []Value{d.value(r.Values[n-1])}
	}
	return row
}

// spread says how many branches grew faster than the total, and names the ends.
// Where only sections are known, the ends are theirs.
func (d *draft) spread(rows []brief.MatrixRow, n int) string {
	parts := rowsWhere(rows, func(it data.Item) bool { return it.Kind == data.Branch })
	if len(parts) == 0 {
		parts = rowsWhere(rows, func(it data.Item) bool { return it.Code != data.TotalItem })
	}
	if len(parts) == 0 {
		return ""
	}
	all := make([]standing, len(parts))
	for i, r := range parts {
		all[i] = standing{d.inside(d.p.ItemShort(r.Item)), r.Values[n]}
	}
	ends := d.between(all)
	total := rowsWhere(rows, func(it data.Item) bool { return it.Code == data.TotalItem })
	if len(total) == 0 || parts[0].Item.Kind != data.Branch {
		return ends
	}
	faster := 0
	for _, r := range parts {
		if rounded(r.Values[n]) > rounded(total[0].Values[n]) {
			faster++
		}
	}
	return d.join(d.p.Text("chart.branches.faster", "n", d.p.Count(faster), "of", d.p.Count(len(parts))), ends)
}

// rowsWhere returns the rows whose item is wanted.
func rowsWhere(rows []brief.MatrixRow, want func(data.Item) bool) []brief.MatrixRow {
	var out []brief.MatrixRow
	for _, r := range rows {
		if want(r.Item) {
			out = append(out, r)
		}
	}
	return out
}
